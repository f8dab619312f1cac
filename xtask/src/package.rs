//! The npm package: `pkg/`, from `pkg-template/`, the model and the wasm.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::step;
use crate::workspace::{Workspace, write};
use crate::{generate, licenses, tools, variants, wasm};

/// `cargo xtask build`: makes `pkg/`, and the copy of it that the demo page imports.
pub fn build(workspace: &Workspace) -> Result<()> {
    tools::node(workspace)?;
    let wasm = wasm::build(workspace)?;
    step("assembling pkg/", || assemble(workspace, &wasm))
}

fn assemble(workspace: &Workspace, wasm: &Path) -> Result<()> {
    let package = workspace.package();
    let mut made = BTreeSet::new();
    let mut put = |name: &str, content: Vec<u8>| {
        made.insert(name.to_owned());
        write(&package.join(name), content)
    };
    put("package.json", manifest(workspace)?)?;
    let sources = workspace.root.join("pkg-template/src");
    for name in files(&sources)? {
        put(&name, read(&sources.join(&name))?)?;
    }
    for (name, content) in generate::files() {
        put(name, content.into_bytes())?;
    }
    for name in wasm::FILES {
        put(name, read(&wasm.join(name))?)?;
    }
    put(licenses::FILE, licenses::text(workspace)?.into_bytes())?;
    for name in ["README.md", "LICENSE"] {
        put(name, read(&workspace.root.join(name))?)?;
    }
    // TypeScript takes what a `.d.cts` imports for CommonJS only if that is a `.d.cts` too.
    let types = String::from_utf8(read(&sources.join("types.d.ts"))?)?;
    put("types.d.cts", types.replace("\"./index.js\"", "\"./index.cjs\"").into_bytes())?;
    let is_script = |name: &&String| Path::new(name).extension().is_some_and(|ending| ending == "js");
    let scripts = made.iter().filter(is_script).cloned().collect();
    for (name, content) in variants::build(workspace, &package, &scripts)? {
        made.insert(name.clone());
        write(&package.join(name), content)?;
    }

    remove_others(&package, &made)?;
    copy_for_the_page(workspace, &scripts)
}

/// The template's `package.json`, with the version of the crate.
fn manifest(workspace: &Workspace) -> Result<Vec<u8>> {
    let text = String::from_utf8(read(&workspace.root.join("pkg-template/package.json"))?)?;
    let unset = "\"version\": \"0.0.0\"";
    if text.matches(unset).count() != 1 {
        bail!("pkg-template/package.json must have the line {unset}, which the build replaces by the crate's version");
    }
    Ok(text.replace(unset, &format!("\"version\": \"{}\"", workspace.version)).into_bytes())
}

/// A file that an earlier build left would be packed and published.
fn remove_others(package: &Path, made: &BTreeSet<String>) -> Result<()> {
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
