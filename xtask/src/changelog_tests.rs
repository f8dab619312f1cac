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
