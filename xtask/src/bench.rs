//! `cargo xtask bench`: how fast the package is, beside its peers.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::shell::{npm, output, program, run, run_quietly, step};
use crate::workspace::{Workspace, is_current};
use crate::{consumer, package, tools};

/// Builds and measures the package as its users get it, and writes `docs/performance.*`. The arguments are those of
/// `benches/run.mjs`.
pub fn bench(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    package::build(workspace)?;
    consumer::install(workspace)?;
    peers(workspace)?;
    let chromium = tools::chromium(workspace)?;
    let commit = commit(&workspace.root)?;
    step("measuring", || {
        let mut node = program(&workspace.root, "node");
        node.arg("benches/run.mjs").args(arguments);
        run(node.env("CHROMIUM", &chromium.browser).env("COMMIT", &commit))
    })
}

/// The npm packages of `benches/package-lock.json`. The other peers are dev-dependencies of the workspace.
fn peers(workspace: &Workspace) -> Result<()> {
    let folder = workspace.root.join("benches");
    let lock = folder.join("package-lock.json");
    let stamp = folder.join("node_modules/.installed-package-lock.json");
    if is_current(&stamp, &lock)? {
        return Ok(());
    }
    step("installing the npm packages of benches/package-lock.json", || {
        run_quietly(npm(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
        fs::copy(&lock, &stamp)?;
        Ok(())
    })
}

/// The commit that is measured, marked where files differ from it other than those that a measurement writes.
fn commit(root: &Path) -> Result<String> {
    let commit = output(program(root, "git").args(["rev-parse", "--short=12", "HEAD"]))?;
    let own = ":(exclude)docs/performance.*";
    let changed = output(program(root, "git").args(["status", "--porcelain", "--", ".", own]))?;
    Ok(format!("{}{}", commit.trim(), if changed.trim().is_empty() { "" } else { ", with changes" }))
}
