//! `tests/guides`: the programs of `docs/guides`, built and run as they stand there.

use super::javascript::run_node;
use super::{bundlers, runtimes};
use crate::shell::step;
use crate::tools;
use crate::workspace::Workspace;
use anyhow::Result;

/// By the bundlers and runtimes that the matrices have installed.
pub fn run(workspace: &Workspace) -> Result<u64> {
    bundlers::prepare(workspace)?;
    runtimes::prepare(workspace)?;
    let chromium = tools::chromium(workspace)?;
    step("running tests/guides", || {
        run_node(workspace, "tests/guides", |node| {
            node.env("TARGET", &workspace.target).env("CHROMIUM", &chromium.browser);
        })
    })
}
