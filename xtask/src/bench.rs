//! `cargo xtask bench`: the speed of the package beside its peers.

use crate::shell::{cargo, output, program, run, run_quietly, step};
use crate::workspace::Workspace;
use crate::{clean, consumer, package, tools};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// Builds and measures the package as its users get it, and writes `docs/performance.*`. With `--before COMMIT` the package of
/// that commit is measured beside it; all other arguments are those of `benches/run.mjs`.
pub fn bench(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    let mut arguments = arguments.to_vec();
    let before = arguments.iter().position(|argument| *argument == "--before");
    let before = match before {
        Some(at) => {
            arguments.remove(at);
            ensure!(at < arguments.len(), "--before needs a commit");
            Some(arguments.remove(at))
        }
        None => None,
    };
    package::build(workspace)?;
    consumer::install(workspace)?;
    // The other peers are dev-dependencies of the workspace.
    let folder = workspace.root.join("benches");
    tools::npm_packages(&folder, &folder)?;
    let chromium = tools::chromium(workspace)?;
    let mut node = program(&workspace.root, "node");
    node.arg("benches/run.mjs").args(arguments);
    node.env("CHROMIUM", &chromium.browser).env("COMMIT", commit(&workspace.root)?);
    if let Some(before) = before {
        node.env("BEFORE_COMMIT", install_before(workspace, before, &folder.join("node_modules"))?);
    }
    step("measuring", || run(&mut node))
}

/// The measured commit, marked if files differ from it other than those that a measurement writes.
fn commit(root: &Path) -> Result<String> {
    let commit = output(program(root, "git").args(["rev-parse", "--short=12", "HEAD"]))?;
    let reports = ":(exclude)docs/performance.*";
    let changed = output(program(root, "git").args(["status", "--porcelain", "--", ".", reports]))?;
    Ok(format!("{}{}", commit.trim(), if changed.trim().is_empty() { "" } else { ", with changes" }))
}

/// Installs the package of another commit as `ivs-wasm-before`, and returns the commit. It is built only once.
fn install_before(workspace: &Workspace, commit: &str, modules: &Path) -> Result<String> {
    let commit = format!("{commit}^{{commit}}");
    let commit = output(program(&workspace.root, "git").args(["rev-parse", "--verify", "--short=12", &commit]))?;
    let commit = commit.trim();
    let package = workspace.target.join("before").join(commit);
    if !package.exists() {
        step(&format!("building the package of {commit}"), || build_before(workspace, commit, &package))?;
    }
    clean::copy_files(&package, &modules.join("ivs-wasm-before"))?;
    Ok(commit.to_owned())
}

/// Builds with the commit's own `cargo xtask build`.
fn build_before(workspace: &Workspace, commit: &str, package: &Path) -> Result<()> {
    // Outside of the workspace, because Cargo would add the workspace's settings to the commit's.
    let folder = tempfile::Builder::new().prefix("ivs-wasm-before-").tempdir()?;
    let sources = folder.path();
    let archive = sources.join("sources.tar");
    run_quietly(program(&workspace.root, "git").arg("archive").arg("--output").arg(&archive).arg(commit))?;
    run_quietly(program(sources, "tar").arg("-xf").arg(&archive))?;
    let target = workspace.target.join("before/target");
    run(cargo(sources).env("CARGO_TARGET_DIR", &target).args(["xtask", "build"]))?;
    fs::remove_dir_all(&target)?;
    // Renamed last, so that a package that is there is complete.
    let partial = package.with_extension("partial");
    clean::copy_files(&sources.join("pkg"), &partial)?;
    Ok(fs::rename(partial, package)?)
}
