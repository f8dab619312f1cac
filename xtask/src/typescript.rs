//! The package's sources, laid out in one folder and compiled by TypeScript.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;

use crate::package::{files, read, remove_others};
use crate::shell::{program, run_quietly};
use crate::workspace::{Workspace, write};

/// Files by their path below a folder, with `/` in it.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files of a folder.
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
            // What is no TypeScript yet is checked by tests/types/tsconfig.javascript.json, which is not strict.
            let content = content.strip_prefix(b"// @ts-check\n").unwrap_or(content);
            write(&project.sources().join(name), content)?;
        }
        remove_others(&project.sources(), &sources.keys().cloned().collect())?;
        let options = json!({ "rootDir": "src", "outDir": "out", "types": types });
        let config = workspace.root.join("pkg-template/tsconfig.json");
        let config = json!({ "extends": config, "compilerOptions": options, "include": ["src"] });
        write(&project.folder.join("tsconfig.json"), config.to_string())?;
        Ok(project)
    }

    /// Where the sources are.
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
        if out.exists() {
            fs::remove_dir_all(&out)?;
        }
        self.tsc(&[])?;
        files_of(&out)
    }

    fn tsc(&self, arguments: &[&str]) -> Result<()> {
        let mut tsc = program(&self.folder, self.workspace.node_bin("tsc"));
        run_quietly(tsc.args(["--project", "tsconfig.json"]).args(arguments))
    }
}
