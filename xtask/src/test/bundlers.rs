//! `tests/bundlers`: the packed package in every bundler, as users have it there.

use super::javascript::run_node;
use crate::shell::step;
use crate::workspace::{Workspace, write};
use crate::{consumer, tools};
use anyhow::Result;
use std::fs;

const FOLDER: &str = "tests/bundlers";

/// The quick ones, which most others are based on.
pub fn fast(workspace: &Workspace) -> Result<u64> {
    step("running the fast part of tests/bundlers", || run(workspace, "fast"))
}

/// All of them; writes `target/matrix/bundlers.json`.
pub fn all(workspace: &Workspace) -> Result<u64> {
    step("running tests/bundlers", || run(workspace, "all"))
}

fn run(workspace: &Workspace, which: &str) -> Result<u64> {
    prepare(workspace)?;
    let chromium = tools::chromium(workspace)?;
    run_node(workspace, FOLDER, |node| {
        node.env("BUNDLERS", which).env("TARGET", &workspace.target).env("CHROMIUM", &chromium.browser);
    })
}

/// Installs the bundlers into `target/bundlers` and the tarball below them, beside the projects that the tests make there.
pub fn prepare(workspace: &Workspace) -> Result<()> {
    let source = workspace.root.join(FOLDER);
    let folder = workspace.target.join("bundlers");
    let projects = folder.join("projects");
    tools::npm_packages(&source, &folder)?;
    write(&projects.join("package.json"), fs::read(source.join("project/package.json"))?)?;
    consumer::install_into(workspace, &projects)
}
