//! Tests in a browser.

use super::javascript::run_node;
use crate::shell::step;
use crate::tools;
use crate::workspace::Workspace;
use anyhow::Result;

/// `tests/browser`: the demo page and a page of another origin, driven in headless Chromium.
pub fn pages(workspace: &Workspace) -> Result<u64> {
    let chromium = tools::chromium(workspace)?;
    step("running tests/browser", || {
        run_node(workspace, "tests/browser", |node| {
            node.env("CHROMIUM", &chromium.browser);
        })
    })
}
