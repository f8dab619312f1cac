//! The workflow files: that they are YAML, and name what there is.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use saphyr::{LoadableYamlNode, Yaml};

use crate::HELP;

fn workflows() -> Vec<(String, String)> {
    let folder = Path::new("../.github/workflows");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<_> = names.map(|name| (fs::read_to_string(folder.join(&name)).unwrap(), name)).collect();
    files.sort_by(|(_, one), (_, other)| one.cmp(other));
    files.into_iter().map(|(text, name)| (name, text)).collect()
}

/// The steps of all jobs.
fn steps<'yaml>(workflow: &'yaml Yaml<'yaml>) -> Vec<&'yaml Yaml<'yaml>> {
    let jobs = workflow.as_mapping_get("jobs").and_then(Yaml::as_mapping).expect("jobs");
    jobs.values().flat_map(|job| job.as_mapping_get("steps").and_then(Yaml::as_sequence).expect("steps")).collect()
}

/// The ways to call a command, as the help has them: `dist --release TAG` is `["dist", "--release", _]`.
fn is_known(call: &str) -> bool {
    let words: Vec<_> = call.split_whitespace().collect();
    HELP.lines().any(|line| {
        let told = line.split_whitespace().next();
        told.is_some()
            && told == words.first().copied()
            && words
                .iter()
                .skip(1)
                .filter(|word| word.starts_with("--"))
                .all(|option| line.split(['[', ']', '|', ' ']).any(|part| part == *option))
    })
}

#[test]
fn every_step_calls_what_there_is() {
    let mut calls = BTreeSet::new();
    for (name, text) in workflows() {
        let documents = Yaml::load_from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let [workflow] = documents.as_slice() else { panic!("{name} is not one document") };
        assert!(workflow.contains_mapping_key("permissions"), "{name} has more permissions than it needs");
        for step in steps(workflow) {
            if let Some(action) = step.as_mapping_get("uses").and_then(Yaml::as_str) {
                let (_, version) = action.split_once('@').unwrap_or_else(|| panic!("{name}: {action} has no version"));
                assert!(version.starts_with('v') || version.len() == 40, "{name}: {action} may change");
                continue;
            }
            let script =
                step.as_mapping_get("run").and_then(Yaml::as_str).unwrap_or_else(|| panic!("{name}: {step:?}"));
            for line in script.lines() {
                if let Some((_, call)) = line.split_once("cargo xtask ") {
                    assert!(is_known(call), "{name}: there is no `cargo xtask {call}`");
                    calls.insert(call.to_owned());
                } else if let Some(path) = line.strip_prefix('.') {
                    assert!(Path::new("..").join(format!(".{path}")).is_file(), "{name}: there is no .{path}");
                    calls.insert(format!(".{path}"));
                }
            }
        }
    }
    let wanted = [".ci/run", "dist --release \"$GITHUB_REF_NAME\"", "test"];
    assert_eq!(calls.iter().map(String::as_str).collect::<Vec<_>>(), wanted);
}

#[test]
fn a_release_is_made_of_a_tag_and_proves_where_it_was_built() {
    let (_, text) = workflows().into_iter().find(|(name, _)| name == "release.yml").unwrap();
    let documents = Yaml::load_from_str(&text).unwrap();
    let at = |path: &[&str]| path.iter().fold(&documents[0], |yaml, key| yaml.as_mapping_get(key).unwrap());
    assert_eq!(at(&["on", "push", "tags"]).as_sequence().unwrap()[0].as_str(), Some("v*"));
    assert_eq!(at(&["jobs", "npm", "permissions", "id-token"]).as_str(), Some("write"));
    assert_eq!(at(&["jobs", "npm", "needs"]).as_str(), Some("build"));
    let publishes =
        |step: &&Yaml| step.as_mapping_get("run").and_then(Yaml::as_str).is_some_and(|run| run.contains("npm publish"));
    let scripts: Vec<_> = steps(&documents[0]).into_iter().filter(publishes).collect();
    let [script] = scripts.as_slice() else { panic!("{} steps publish", scripts.len()) };
    let script = script.as_mapping_get("run").and_then(Yaml::as_str).unwrap();
    assert!(script.contains("--provenance --access public"), "{script}");
}

#[test]
fn commands_and_options_are_known_by_the_help() {
    for call in ["test", "test --only size", "dist", "dist --verify", "dist --release v1.2.3", "demo --once"] {
        assert!(is_known(call), "{call}");
    }
    for call in ["", "tests", "dist --fast", "build --verify", "--verify"] {
        assert!(!is_known(call), "{call}");
    }
}
