//! `CHANGELOG.md`, in the form of Keep a Changelog.

use std::fs;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

pub const FILE: &str = "CHANGELOG.md";

pub const UNRELEASED: &str = "Unreleased";

pub fn read(workspace: &Workspace) -> Result<String> {
    fs::read_to_string(workspace.root.join(FILE)).with_context(|| format!("cannot read {FILE}"))
}

/// The entries of a version: the lines between its heading and the next, or nothing if there are none.
pub fn section<'text>(changelog: &'text str, version: &str) -> Option<&'text str> {
    let is_heading = |line: &str| line.strip_prefix("## [")?.split_once(']').map(|(name, _)| name == version);
    let mut start = None;
    let mut end = changelog.len();
    let mut at = 0;
    for line in changelog.split_inclusive('\n') {
        match (is_heading(line), start) {
            (Some(true), None) => start = Some(at + line.len()),
            (Some(_), Some(_)) => {
                end = at;
                break;
            }
            _ => {}
        }
        at += line.len();
    }
    let text = changelog.get(start?..end)?.trim();
    text.lines().any(|line| line.starts_with("- ")).then_some(text)
}

#[cfg(test)]
#[path = "changelog_tests.rs"]
mod tests;
