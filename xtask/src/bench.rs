//! `cargo xtask bench`: the speed of the package beside its peers.

use std::path::Path;

use anyhow::Result;

use crate::shell::{output, program, run, step};
use crate::workspace::Workspace;
use crate::{consumer, package, tools};

/// Builds and measures the package as its users get it, and writes `docs/performance.*`. The arguments are those of
/// `benches/run.mjs`.
pub fn bench(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    package::build(workspace)?;
    consumer::install(workspace)?;
    // The other peers are dev-dependencies of the workspace.
    let folder = workspace.root.join("benches");
    tools::npm_packages(&folder, &folder)?;
    let chromium = tools::chromium(workspace)?;
    let commit = commit(&workspace.root)?;
    step("measuring", || {
        let mut node = program(&workspace.root, "node");
        node.arg("benches/run.mjs").args(arguments);
        run(node.env("CHROMIUM", &chromium.browser).env("COMMIT", &commit))
    })
}

/// The measured commit, marked if files differ from it other than those that a measurement writes.
fn commit(root: &Path) -> Result<String> {
    let commit = output(program(root, "git").args(["rev-parse", "--short=12", "HEAD"]))?;
    let own = ":(exclude)docs/performance.*";
    let changed = output(program(root, "git").args(["status", "--porcelain", "--", ".", own]))?;
    Ok(format!("{}{}", commit.trim(), if changed.trim().is_empty() { "" } else { ", with changes" }))
}
