//! `CONTRIBUTING.md`: that the files and checks which it names exist.

use super::CHECKS;
use std::fs;
use std::path::Path;

/// The texts between backticks.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn every_file_that_it_names_exists() {
    let text = fs::read_to_string("../CONTRIBUTING.md").unwrap();
    let folders = ["src/", "pkg-template/", "xtask/", "tests/", "ivs-local/", "docs/"];
    let words = code(&text).flat_map(str::split_whitespace);
    let paths: Vec<_> = words.filter(|word| folders.iter().any(|folder| word.starts_with(folder))).collect();
    assert!(paths.len() > 30);
    for path in paths {
        // `src/model/<service>/` stands for any service.
        let path = path.split('<').next().unwrap();
        assert!(Path::new("..").join(path).exists(), "there is no {path}");
    }
}

#[test]
fn every_check_that_it_names_exists() {
    let text = fs::read_to_string("../CONTRIBUTING.md").unwrap();
    let is_check = |name: &str| CHECKS.iter().any(|check| check.name == name);
    for names in code(&text).filter_map(|code| code.split_once("--only ")).map(|(_, names)| names) {
        assert!(names.split(',').all(|name| name == "NAME" || is_check(name)), "{names}");
    }
    // The checks of a recipe are in italics.
    let in_italics = text.split(" *").skip(1).flat_map(|rest| code(rest.split('*').next().unwrap()));
    let named = in_italics.filter(|name| is_check(name)).count();
    assert!(named > 20, "{named}");
}
