//! `CHANGELOG.md`, in the form of Keep a Changelog.

use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;

pub const FILE: &str = "CHANGELOG.md";

pub const UNRELEASED: &str = "Unreleased";

pub fn read(workspace: &Workspace) -> Result<String> {
    fs::read_to_string(workspace.root.join(FILE)).with_context(|| format!("cannot read {FILE}"))
}

/// The entries of a version: the lines between its heading and the next, or nothing if there are none.
pub fn section<'text>(changelog: &'text str, version: &str) -> Option<&'text str> {
    let mut sections = changelog.strip_prefix("## [").unwrap_or(changelog).split("\n## [");
    let section = sections.find_map(|section| section.strip_prefix(version)?.strip_prefix(']'))?;
    let (_, entries) = section.split_once('\n')?;
    entries.lines().any(|line| line.starts_with("- ")).then_some(entries.trim())
}

#[cfg(test)]
#[path = "changelog_tests.rs"]
mod tests;
