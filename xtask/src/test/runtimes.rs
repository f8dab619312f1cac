//! `tests/runtimes`: the packed package in every runtime, as users have it there.

use super::javascript::run_node;
use crate::shell::{program, run_quietly, step};
use crate::workspace::{Workspace, write};
use crate::{consumer, tools};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const FOLDER: &str = "tests/runtimes";

/// One runtime of each kind.
pub fn fast(workspace: &Workspace) -> Result<u64> {
    prepare(workspace)?;
    let chromium = tools::chromium(workspace)?;
    step("running the fast part of tests/runtimes", || {
        run_node(workspace, FOLDER, |node| {
            node.env("RUNTIMES", "fast").env("CHROMIUM", &chromium.browser);
        })
    })
}

/// All of them; writes `target/matrix/runtimes.json`.
pub fn all(workspace: &Workspace) -> Result<u64> {
    prepare(workspace)?;
    let chromium = tools::chromium(workspace)?;
    let firefox = tools::firefox(workspace)?;
    let webkit = tools::webkit(workspace)?;
    step("running tests/runtimes", || {
        run_node(workspace, FOLDER, |node| {
            node.env("RUNTIMES", "all")
                .env("CHROMIUM", &chromium.browser)
                .env("FIREFOX", &firefox)
                .env("MINIBROWSER", &webkit.browser)
                .env("XVFB", &webkit.xvfb);
        })
    })
}

/// Installs the runtimes into `target/runtimes`, and a user's project with the tarball below them.
pub fn prepare(workspace: &Workspace) -> Result<()> {
    let source = workspace.root.join(FOLDER);
    let folder = workspace.target.join("runtimes");
    let project = folder.join("project");
    tools::npm_packages(&source, &folder)?;
    clear(&project)?;
    copy(&source.join("project"), &project)?;
    // CommonJS cannot import the module.
    let formats = ["check.mjs", "--format=cjs", "--outfile=check.cjs", "--log-level=warning"];
    run_quietly(program(&project, workspace.node_bin("esbuild")).args(formats))?;
    consumer::install_into(workspace, &project)
}

/// Removes what an earlier run left, except installed packages.
fn clear(project: &Path) -> Result<()> {
    fs::create_dir_all(project).with_context(|| format!("cannot create {}", project.display()))?;
    for entry in fs::read_dir(project)? {
        let path = entry?.path();
        if path.ends_with("node_modules") {
            continue;
        }
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &copied)?;
        } else {
            write(&copied, fs::read(&path)?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_replaced_but_its_installed_packages_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let [from, to] = ["from", "to"].map(|name| folder.path().join(name));
        for file in [from.join("jest/new.cjs"), to.join("jest/old.cjs"), to.join("node_modules/kept.js")] {
            write(&file, "text").unwrap();
        }
        clear(&to).unwrap();
        copy(&from, &to).unwrap();
        assert!(to.join("jest/new.cjs").exists() && to.join("node_modules/kept.js").exists());
        assert!(!to.join("jest/old.cjs").exists());
    }
}
