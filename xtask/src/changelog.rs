//! `CHANGELOG.md`, in the form of Keep a Changelog.

use std::fs;

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// Name of the file.
pub const FILE: &str = "CHANGELOG.md";

/// Name of the section of unreleased changes.
pub const UNRELEASED: &str = "Unreleased";

/// Reads it.
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
mod tests {
    use super::*;

    const TEXT: &str = "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- A.\n\n## [0.1.0] - 2026-11-01\n\n- B.\n";

    #[test]
    fn a_section_ends_where_the_next_begins() {
        assert_eq!(section(TEXT, "0.2.0"), Some("### Added\n\n- A."));
        assert_eq!(section(TEXT, "0.1.0"), Some("- B."));
    }

    #[test]
    fn a_section_without_entries_tells_nothing() {
        assert_eq!(section(TEXT, UNRELEASED), None);
        assert_eq!(section(&TEXT.replace("- A.", ""), "0.2.0"), None);
        assert_eq!(section(TEXT, "0.3.0"), None);
    }

    #[test]
    fn the_changelog_of_the_project_has_entries() {
        let workspace = Workspace::load().unwrap();
        let changelog = read(&workspace).unwrap();
        let found = [UNRELEASED, &workspace.version].into_iter().any(|name| section(&changelog, name).is_some());
        assert!(found, "{FILE} has no entries for {} and none under {UNRELEASED}", workspace.version);
    }
}
