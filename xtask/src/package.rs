//! The npm package: `pkg/`, from `pkg-template/`, the model and the wasm.

use crate::shell::step;
use crate::typescript::{Files, Project, declarations, files_of, is_script};
use crate::workspace::{Workspace, write};
use crate::{generate, licenses, tools, variants, wasm};
use anyhow::{Context, Result, bail};
use ivs_wasm::model::SERVICES;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The declarations of the entries, which lead to all others.
const ENTRIES: [&str; 8] = [
    "slim.d.ts",
    "middleware.d.ts",
    "events.d.ts",
    "metadata.d.ts",
    "playback.d.ts",
    "watch.d.ts",
    "workflows.d.ts",
    "batch.d.ts",
];

/// `cargo xtask build`: makes `pkg/`, and the copy of it that the demo page imports.
pub fn build(workspace: &Workspace) -> Result<()> {
    tools::node(workspace)?;
    let wasm = wasm::build(workspace, &wasm::CLIENT)?;
    step("assembling pkg/", || assemble(workspace, &wasm))
}

fn assemble(workspace: &Workspace, wasm: &Path) -> Result<()> {
    let sources = sources(workspace, wasm)?;
    let project = Project::lay_out(workspace, "default", &sources, &[])?;
    let compiled = project.compile()?;
    let mut made = Files::new();
    for entry in ENTRIES {
        made.extend(declarations(&compiled, entry)?);
    }
    // A `.d.ts` declares what is loaded by `import` or `require` as the nearest package.json says.
    let required: Files = made.iter().map(|(name, content)| (format!("commonjs/{name}"), content.clone())).collect();
    made.extend(required);
    // What Node and `require` load has it.
    made.insert("middleware.cjs".to_owned(), b"// The middleware is there already.\n".to_vec());
    made.insert("commonjs/package.json".to_owned(), b"{ \"type\": \"commonjs\" }\n".to_vec());
    made.extend(compiled.into_iter().filter(|(name, _)| is_script(name)));
    let scripts: BTreeSet<_> = made.keys().filter(|name| is_script(name)).cloned().collect();

    made.insert("package.json".to_owned(), manifest(workspace, "pkg-template/package.json")?);
    made.insert(wasm::CLIENT.module(), read(&wasm.join(wasm::CLIENT.module()))?);
    made.insert(licenses::FILE.to_owned(), licenses::text(workspace, "ivs-wasm")?.into_bytes());
    for name in ["README.md", "LICENSE"] {
        made.insert(name.to_owned(), read(&workspace.root.join(name))?);
    }
    made.extend(variants::build(workspace, &sources, &made)?);

    let package = workspace.package();
    for (name, content) in &made {
        write(&package.join(name), content)?;
    }
    remove_others(&package, &made.into_keys().collect())?;
    copy_for_the_page(workspace, &scripts)
}

/// All that is compiled: what is written by hand, what follows from the model, and the wasm's glue.
fn sources(workspace: &Workspace, wasm: &Path) -> Result<Files> {
    let generated = workspace.target.join("package/generated");
    let mut sources = files_of(&workspace.root.join("pkg-template/src"))?;
    let mut others: Files = SERVICES.iter().copied().flat_map(generate::files).collect();
    others.extend(wasm::sources(&wasm::CLIENT, wasm)?);
    // Beside the sources, where an editor finds them.
    for (name, content) in &others {
        write(&generated.join(name), content)?;
    }
    remove_others(&generated, &others.keys().cloned().collect())?;
    sources.extend(others);
    Ok(sources)
}

/// A template's `package.json`, with the version of the crate.
pub fn manifest(workspace: &Workspace, template: &str) -> Result<Vec<u8>> {
    let text = String::from_utf8(read(&workspace.root.join(template))?)?;
    let unset = "\"version\": \"0.0.0\"";
    if text.matches(unset).count() != 1 {
        bail!("{template} must have the line {unset}, which the build replaces by the crate's version");
    }
    Ok(text.replace(unset, &format!("\"version\": \"{}\"", workspace.version)).into_bytes())
}

/// A file that an earlier build left would be packed and published.
pub fn remove_others(package: &Path, made: &BTreeSet<String>) -> Result<()> {
    for name in files(package)?.difference(made) {
        fs::remove_file(package.join(name))?;
    }
    Ok(())
}

/// The page imports what a browser would load from the package, from beside itself, so that any static host can serve it.
fn copy_for_the_page(workspace: &Workspace, scripts: &BTreeSet<String>) -> Result<()> {
    let folder = workspace.root.join("www/ivs-wasm");
    for name in scripts {
        write(&folder.join(name), read(&workspace.package().join(name))?)?;
    }
    remove_others(&folder, scripts)
}

/// The files of a folder and its folders, by their path from there.
pub fn files(folder: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut open = vec![PathBuf::new()];
    while let Some(below) = open.pop() {
        let place = folder.join(&below);
        for entry in fs::read_dir(&place).with_context(|| format!("cannot read {}", place.display()))? {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                open.push(path);
            } else {
                found.insert(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(found)
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
