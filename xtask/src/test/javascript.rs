//! Tests of the installed package, run by Node.

use super::counts;
use crate::shell::{program, run, run_and_keep, step};
use crate::workspace::Workspace;
use crate::{python, server, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Biome: the formatting and the lints of the package's source.
pub fn lint(workspace: &Workspace) -> Result<u64> {
    tools::node(workspace)?;
    step("linting the package's source", || {
        let mut biome = program(&workspace.root, workspace.node_bin("biome"));
        run(biome.args(["check", "--error-on-warnings"])).context("run `npx biome check --write`")
    })?;
    Ok(0)
}

/// `tests/types`: the declarations, as each kind of project resolves them, and the JavaScript of tests, examples and page.
pub fn types(workspace: &Workspace) -> Result<u64> {
    for project in projects(workspace)? {
        step(&format!("checking types: {project}"), || {
            run(program(&workspace.root, workspace.node_bin("tsc")).args(["--project", &project]))
        })?;
    }
    Ok(0)
}

fn projects(workspace: &Workspace) -> Result<Vec<String>> {
    let folder = "tests/types";
    let mut names = Vec::new();
    for entry in fs::read_dir(workspace.root.join(folder)).context("cannot read tests/types")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("tsconfig.") && name != "tsconfig.base.json" {
            names.push(format!("{folder}/{name}"));
        }
    }
    names.sort();
    if names.is_empty() {
        bail!("{folder} has no tsconfig");
    }
    Ok(names)
}

/// `tests/node`: the package against `ivs-local`.
pub fn node(workspace: &Workspace) -> Result<u64> {
    step("running tests/node", || run_node(workspace, "tests/node", |_| {}))
}

/// `tests/peers`: the same calls by AWS's SDK, boto3 and against moto.
pub fn peers(workspace: &Workspace) -> Result<u64> {
    let python = python::venv(workspace)?;
    step("running tests/peers", || {
        run_node(workspace, "tests/peers", |node| {
            node.env("PYTHON", &python);
        })
    })
}

/// `tests/local`: `ivs-local` as boto3, the AWS CLI, AWS's SDK and this package find it, beside a model, and under malformed requests.
pub fn local(workspace: &Workspace) -> Result<u64> {
    let python = python::venv(workspace)?;
    step("running tests/local", || {
        run_node(workspace, "tests/local", |node| {
            node.env("PYTHON", &python);
        })
    })
}

/// `tests/local/memory`: half a million requests to `ivs-local` as it is released; it would take too long as it is debugged.
pub fn local_memory(workspace: &Workspace) -> Result<u64> {
    let binary = server::build_as_released(workspace)?;
    step("running tests/local/memory", || {
        run_node(workspace, "tests/local/memory", |node| {
            node.env("IVS_LOCAL", &binary);
        })
    })
}

/// `tests/faults`: the outcome of a call when the server, the network or the clock fails, here and with AWS's SDK.
pub fn faults(workspace: &Workspace) -> Result<u64> {
    step("running tests/faults", || run_node(workspace, "tests/faults", |_| {}))
}

/// The same, and writes `docs/faults.md`.
pub fn write_faults(workspace: &Workspace) -> Result<()> {
    step("running tests/faults and writing docs/faults.md", || {
        run_node(workspace, "tests/faults", |node| {
            node.env("UPDATE_FAULTS", "1");
        })
        .map(drop)
    })
}

/// Runs the `*.test.mjs` of a folder and returns how many tests passed.
pub fn run_node(workspace: &Workspace, folder: &str, set: impl FnOnce(&mut Command)) -> Result<u64> {
    let mut node = program(&workspace.root, "node");
    node.arg("--test");
    for reporter in ["spec", "./tests/failed-files.mjs"] {
        node.args(["--test-reporter", reporter, "--test-reporter-destination=stdout"]);
    }
    node.args(test_files(workspace, folder)?);
    for name in std::env::vars_os().map(|(name, _)| name).filter(|name| name.to_string_lossy().starts_with("AWS_")) {
        // Tests must not use the developer's own account.
        node.env_remove(name);
    }
    let nothing = if cfg!(windows) { r"\\.\nul" } else { "/dev/null" };
    node.env("AWS_CONFIG_FILE", nothing).env("AWS_SHARED_CREDENTIALS_FILE", nothing);
    node.env("AWS_EC2_METADATA_DISABLED", "true");
    node.env("IVS_LOCAL", workspace.debug_bin("ivs-local")).env("FORCE_COLOR", "0");
    set(&mut node);
    counts::of_node(&run_and_keep(&mut node)?)
}

fn test_files(workspace: &Workspace, folder: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(workspace.root.join(folder)).with_context(|| format!("cannot read {folder}"))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut files: Vec<String> = names.collect::<Result<_>>()?;
    files.retain(|name| name.ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        bail!("{folder} has no tests");
    }
    Ok(files.into_iter().map(|name| Path::new(folder).join(name).display().to_string()).collect())
}
