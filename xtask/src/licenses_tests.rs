use super::*;

#[test]
fn every_crate_in_the_wasm_has_its_license() {
    let workspace = Workspace::load().unwrap();
    let crates = crates(&workspace, "ivs-wasm").unwrap();
    let text = text(&workspace, "ivs-wasm").unwrap();
    let sections: Vec<_> = text.split(&format!("\n{}\n", "-".repeat(80))).skip(1).collect();
    assert_eq!(sections.len(), crates.len());
    for ((name, version), section) in crates.iter().zip(sections) {
        assert!(section.starts_with(&format!("\n{name} {version}\nLicence: ")), "{section}");
        let has_text =
            ["Permission is hereby granted", "in the file LICENSE."].iter().any(|words| section.contains(words));
        assert!(has_text, "{section}");
    }
}

#[test]
fn what_a_crate_in_the_wasm_depends_on_is_in_it_too() {
    let workspace = Workspace::load().unwrap();
    let crates = crates(&workspace, "ivs-wasm").unwrap();
    let names: BTreeSet<_> = crates.iter().map(|(name, _)| name.as_str()).collect();
    let own = ("ivs-wasm".to_owned(), workspace.version.clone());
    let is_macro = |name: &str| {
        let package = workspace.locked_package(name, &workspace.locked(name).unwrap()).unwrap();
        package["targets"][0]["kind"][0] == "proc-macro"
    };
    for (name, version) in crates.iter().chain([&own]) {
        for one in workspace.locked_package(name, version).unwrap()["dependencies"].as_array().unwrap() {
            let for_wasm = one["target"].is_null() || *name == own.0;
            let dependency = one["name"].as_str().unwrap();
            if one["kind"].is_null() && one["optional"] == false && for_wasm && !is_macro(dependency) {
                assert!(names.contains(dependency), "{name} depends on {dependency}");
            }
        }
    }
    assert!(names.contains("gloo-net"), "the client's features are in the wasm");
    assert!(
        !names.contains("unicode-general-category") && !names.contains("syn"),
        "the model's features and macros are not in the wasm"
    );
}

#[test]
fn one_of_two_licenses_is_enough_but_a_third_is_kept() {
    let files = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(chosen_files(&files(&["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT"])), ["LICENSE-MIT"]);
    assert_eq!(chosen_files(&files(&["LICENSE-APACHE", "NOTICE"])), ["LICENSE-APACHE", "NOTICE"]);
    assert_eq!(chosen_files(&files(&["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE"])).len(), 2);
    assert_eq!(chosen_files(&files(&["license.md", "src/license.rs"])), ["license.md"]);
}
