//! The workflow files: that they are YAML, name what exists, run every check once, and pin what they use.

use super::{CHECKS, lockfile};
use crate::HELP;
use saphyr::{LoadableYamlNode, Yaml};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn workflows() -> Vec<(String, String)> {
    let folder = Path::new("../.github/workflows");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<_> = names.map(|name| (fs::read_to_string(folder.join(&name)).unwrap(), name)).collect();
    files.sort_by(|(_, one), (_, other)| one.cmp(other));
    files.into_iter().map(|(text, name)| (name, text)).collect()
}

fn workflow(file: &str) -> Yaml<'static> {
    let text = fs::read_to_string(Path::new("../.github").join(file)).unwrap();
    let mut documents = Yaml::load_from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    assert_eq!(documents.len(), 1, "{file} is not one document");
    documents.remove(0)
}

/// The value at a path of keys.
fn at<'yaml>(yaml: &'yaml Yaml<'yaml>, path: &[&str]) -> &'yaml Yaml<'yaml> {
    path.iter().fold(yaml, |yaml, key| yaml.as_mapping_get(key).unwrap_or_else(|| panic!("there is no {path:?}")))
}

/// The steps of all jobs; a job that calls another workflow has none.
fn steps<'yaml>(workflow: &'yaml Yaml<'yaml>) -> Vec<&'yaml Yaml<'yaml>> {
    let jobs = at(workflow, &["jobs"]).as_mapping().expect("jobs");
    jobs.values().filter_map(|job| job.as_mapping_get("steps")?.as_sequence()).flatten().collect()
}

/// The ways to call a command, as the help has them: `dist --release TAG` is `["dist", "--release", _]`.
fn is_known(call: &str) -> bool {
    let words: Vec<_> = call.split_whitespace().collect();
    HELP.lines().any(|line| {
        let command = line.split_whitespace().next();
        command.is_some()
            && command == words.first().copied()
            && words
                .iter()
                .skip(1)
                .filter(|word| word.starts_with("--"))
                .all(|option| line.split(['[', ']', '|', ' ']).any(|part| part == *option))
    })
}

#[test]
fn every_step_calls_a_command_that_exists() {
    let mut calls = BTreeSet::new();
    for (name, _) in workflows() {
        let workflow = workflow(&format!("workflows/{name}"));
        assert!(workflow.contains_mapping_key("permissions"), "{name} has more permissions than it needs");
        for script in steps(&workflow).into_iter().filter_map(|step| step.as_mapping_get("run")) {
            for line in script.as_str().unwrap().lines() {
                if let Some((_, call)) = line.split_once("cargo xtask ") {
                    assert!(is_known(call), "{name}: there is no `cargo xtask {call}`");
                    calls.insert(call.to_owned());
                }
            }
        }
    }
    let expected = ["dist --release \"$GITHUB_REF_NAME\"", "test --only \"${{ matrix.checks }}\""];
    assert_eq!(calls.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert!(fs::read_to_string("../.ci/run").unwrap().ends_with("exec cargo xtask test\n"));
}

#[test]
fn every_check_is_in_exactly_one_job() {
    let workflow = workflow("workflows/test.yml");
    let jobs = at(&workflow, &["jobs", "checks", "strategy", "matrix", "include"]).as_sequence().unwrap();
    let mut in_jobs: Vec<_> = jobs.iter().flat_map(|job| at(job, &["checks"]).as_str().unwrap().split(',')).collect();
    let mut checks: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
    in_jobs.sort_unstable();
    checks.sort_unstable();
    assert_eq!(in_jobs, checks);
    // What a branch rule requires is the last job, which looks at the result of all others.
    assert_eq!(at(&workflow, &["jobs", "test", "needs"]).as_str(), Some("checks"));
    assert_eq!(at(&workflow, &["jobs", "test", "if"]).as_str(), Some("always()"));
}

#[test]
fn every_action_is_pinned_by_its_commit_with_the_version_beside_it() {
    let mut actions = 0;
    for (name, text) in workflows() {
        for line in text.lines() {
            let Some((_, action)) = line.split_once("uses: ") else { continue };
            if action.starts_with("./") {
                assert!(Path::new("..").join(action).is_file(), "{name}: there is no {action}");
                continue;
            }
            let (_, pin) = action.split_once('@').unwrap_or_else(|| panic!("{name}: {action} has no version"));
            let (commit, version) =
                pin.split_once(" # v").unwrap_or_else(|| panic!("{name}: {action} names no version"));
            assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{name}: {action}");
            assert_eq!(
                version.split('.').filter(|number| number.parse::<u32>().is_ok()).count(),
                3,
                "{name}: {action}"
            );
            actions += 1;
        }
    }
    assert!(actions > 0);
}

#[test]
fn dependabot_looks_at_every_lock_file() {
    let config = workflow("dependabot.yml");
    let updates = at(&config, &["updates"]).as_sequence().unwrap();
    let text = |update: &Yaml, key| at(update, &[key]).as_str().unwrap().to_owned();
    let mut configured: Vec<_> =
        updates.iter().map(|update| (text(update, "package-ecosystem"), text(update, "directory"))).collect();
    configured.sort();
    let npm = lockfile::locks(Path::new("..")).unwrap();
    let folders = npm.iter().map(|lock| lock.parent().unwrap().strip_prefix("..").unwrap().display().to_string());
    let mut expected: Vec<_> = folders.map(|folder| ("npm".to_owned(), format!("/{folder}"))).collect();
    let others = [("cargo", "/"), ("github-actions", "/"), ("pip", "/tests/peers"), ("rust-toolchain", "/")];
    expected.extend(others.map(|(ecosystem, folder)| (ecosystem.to_owned(), folder.to_owned())));
    expected.sort();
    assert_eq!(configured, expected);
}

#[test]
fn a_release_is_made_of_a_tag_and_proves_where_it_was_built() {
    let release = workflow("workflows/release.yml");
    assert_eq!(at(&release, &["on", "push", "tags"]).as_sequence().unwrap()[0].as_str(), Some("v*"));
    assert_eq!(at(&release, &["jobs", "test", "uses"]).as_str(), Some("./.github/workflows/test.yml"));
    assert_eq!(at(&release, &["jobs", "build", "needs"]).as_str(), Some("test"));
    assert_eq!(at(&release, &["jobs", "npm", "needs"]).as_str(), Some("build"));
    assert_eq!(at(&release, &["jobs", "npm", "permissions", "id-token"]).as_str(), Some("write"));
    let publishes =
        |step: &&Yaml| step.as_mapping_get("run").and_then(Yaml::as_str).is_some_and(|run| run.contains("npm publish"));
    let scripts: Vec<_> = steps(&release).into_iter().filter(publishes).collect();
    let [script] = scripts.as_slice() else { panic!("{} steps publish", scripts.len()) };
    let script = script.as_mapping_get("run").and_then(Yaml::as_str).unwrap();
    assert!(script.contains("--provenance --access public"), "{script}");
}

#[test]
fn commands_and_options_are_known_by_the_help() {
    for call in ["test", "test --only size,node", "dist", "dist --verify", "dist --release v1.2.3", "demo --once"] {
        assert!(is_known(call), "{call}");
    }
    for call in ["", "tests", "dist --fast", "build --verify", "--verify"] {
        assert!(!is_known(call), "{call}");
    }
}
