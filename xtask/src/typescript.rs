//! The package's sources, laid out in one folder and compiled by TypeScript.

use crate::package::{files, read, remove_others};
use crate::shell::{program, run_quietly};
use crate::workspace::{Workspace, remove_folder, write};
use anyhow::{Context, Result};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files by their path below a folder, with `/` in it.
pub type Files = BTreeMap<String, Vec<u8>>;

pub fn files_of(folder: &Path) -> Result<Files> {
    files(folder)?.into_iter().map(|name| Ok((name.clone(), read(&folder.join(name))?))).collect()
}

/// Sources in a folder of their own, which `pkg-template/tsconfig.json` holds for.
pub struct Project<'a> {
    workspace: &'a Workspace,
    folder: PathBuf,
}

impl<'a> Project<'a> {
    /// Writes the sources, and whose global types they may use: `node`'s, or nobody's.
    pub fn lay_out(workspace: &'a Workspace, name: &str, sources: &Files, types: &[&str]) -> Result<Self> {
        let project = Self { workspace, folder: workspace.target.join("package").join(name) };
        for (name, content) in sources {
            write(&project.sources().join(name), content)?;
        }
        remove_others(&project.sources(), &sources.keys().cloned().collect())?;
        let options = json!({ "rootDir": "src", "outDir": "out", "types": types });
        let config = workspace.root.join("pkg-template/tsconfig.json");
        let config = json!({ "extends": config, "compilerOptions": options, "include": ["src"] });
        write(&project.folder.join("tsconfig.json"), config.to_string())?;
        Ok(project)
    }

    pub fn sources(&self) -> PathBuf {
        self.folder.join("src")
    }

    /// Fails with what the compiler says against the sources.
    pub fn check(&self) -> Result<()> {
        self.tsc(&["--noEmit"])
    }

    /// The modules, and their declarations.
    pub fn compile(&self) -> Result<Files> {
        let out = self.folder.join("out");
        remove_folder(&out)?;
        self.tsc(&[])?;
        self.drop_comments(&out)?;
        let mut compiled = files_of(&out)?;
        // The compiler emits neither the declarations that are among the sources, nor what they declare.
        for (name, content) in files_of(&self.sources())? {
            if is_declaration(&name) {
                compiled.insert(name, content);
            } else if is_script(&name) {
                compiled.entry(name).or_insert(content);
            }
        }
        Ok(compiled)
    }

    /// The documentation is in the declarations; pages that load the modules as they are would download it for nothing.
    fn drop_comments(&self, out: &Path) -> Result<()> {
        let sources = files(&self.sources())?;
        let scripts = files(out)?.into_iter().filter(|name| is_script(name));
        let mut esbuild = program(out, self.workspace.node_bin("esbuild"));
        esbuild.args(scripts.filter(|name| !sources.contains(name)));
        run_quietly(esbuild.args([
            "--tsconfig-raw={}",
            "--outdir=.",
            "--outbase=.",
            "--allow-overwrite",
            "--target=es2022",
            "--log-level=warning",
        ]))
    }

    fn tsc(&self, arguments: &[&str]) -> Result<()> {
        let mut tsc = program(&self.folder, self.workspace.node_bin("tsc"));
        run_quietly(tsc.args(["--project", "tsconfig.json"]).args(arguments))
    }
}

/// Whether a file declares types and does nothing.
pub fn is_declaration(name: &str) -> bool {
    name.ends_with(".d.ts")
}

/// Whether a file is a JavaScript module.
pub fn is_script(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "js")
}

/// Those of the declarations that the one named leads to, itself included: no other is of use to anybody.
pub fn declarations(compiled: &Files, entry: &str) -> Result<Files> {
    let mut found = Files::new();
    let mut open = vec![PathBuf::from(entry)];
    while let Some(path) = open.pop() {
        let name = path.to_string_lossy().replace('\\', "/");
        if found.contains_key(&name) {
            continue;
        }
        let content = compiled.get(&name).with_context(|| format!("the compiler made no {name}"))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        open.extend(
            imported(std::str::from_utf8(content)?).map(|script| joined(folder, &script.replace(".js", ".d.ts"))),
        );
        found.insert(name, content.clone());
    }
    Ok(found)
}

/// The relative paths of the modules that declarations import.
fn imported(declarations: &str) -> impl Iterator<Item = &str> {
    let starts = ["from \"", "import(\"", "import \""];
    let after = starts.into_iter().flat_map(|start| declarations.split(start).skip(1));
    after.filter_map(|rest| rest.split('"').next()).filter(|path| path.starts_with('.'))
}

fn joined(folder: &Path, relative: &str) -> PathBuf {
    relative.split('/').fold(folder.to_owned(), |path, part| match part {
        "." => path,
        ".." => path.parent().unwrap_or(Path::new("")).to_owned(),
        part => path.join(part),
    })
}

#[cfg(test)]
#[path = "typescript_tests.rs"]
mod tests;
