use serde_json::json;

use super::*;

const CHANGELOG: &str = "## [0.2.0] - 2026-12-01\n\n- A.\n\n## [0.1.0] - 2026-11-01\n";

#[test]
fn a_release_has_its_version_its_entries_and_a_repository() {
    let manifest = json!({ "repository": { "type": "git", "url": "git+https://example.com/x.git" } });
    assert_eq!(releasable("0.2.0", "v0.2.0", CHANGELOG, &manifest).unwrap(), "- A.\n");
    let why = |version, tag, manifest: &Value| releasable(version, tag, CHANGELOG, manifest).unwrap_err().to_string();
    assert!(why("0.2.0", "v0.2.1", &manifest).contains("the tag v0.2.1 is not v0.2.0"));
    assert!(why("0.1.0", "v0.1.0", &manifest).contains("has no entries for 0.1.0"));
    assert!(why("0.2.0", "v0.2.0", &json!({})).contains("no repository.url"));
}

#[test]
fn sums_are_those_that_sha256sum_checks() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b"), "abc").unwrap();
    fs::write(folder.path().join("a"), "").unwrap();
    write_sums(folder.path()).unwrap();
    assert_eq!(
        fs::read_to_string(folder.path().join(SUMS)).unwrap(),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
         ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n"
    );
}
