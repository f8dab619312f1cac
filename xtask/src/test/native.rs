//! Formatting, lints and tests of the Rust code.

use super::counts;
use crate::shell::{cargo, run, run_and_keep, step};
use crate::tools::{WASM, component, wasm_target};
use crate::workspace::Workspace;
use anyhow::{Context, Result};

/// `cargo fmt --check`.
pub fn format(workspace: &Workspace) -> Result<u64> {
    component(workspace, "rustfmt", "fmt")?;
    step("checking the formatting", || {
        run(cargo(&workspace.root).args(["fmt", "--all", "--check"])).context("run `cargo fmt`")
    })?;
    Ok(0)
}

/// Clippy on what is native: the pure modules, the server and the tools, with their tests.
pub fn clippy(workspace: &Workspace) -> Result<u64> {
    component(workspace, "clippy", "clippy")?;
    lint(workspace, "linting", &["--workspace", "--all-targets", "--all-features"])
}

/// Clippy on what only the wasm has, and on the core of `ivs-local`, which has to compile where there is no system.
pub fn clippy_wasm(workspace: &Workspace) -> Result<u64> {
    component(workspace, "clippy", "clippy")?;
    wasm_target(workspace)?;
    lint(workspace, "linting for wasm", &["--package", "ivs-wasm", "--all-targets", "--target", WASM])?;
    lint(
        workspace,
        "linting the core of ivs-local for wasm",
        &["--package", "ivs-local-core", "--lib", "--target", WASM],
    )?;
    // With the features that the package has, which are fewer.
    lint(workspace, "linting the wasm of ivs-local", &["--package", "ivs-local-npm", "--lib", "--target", WASM])
}

fn lint(workspace: &Workspace, what: &str, of: &[&str]) -> Result<u64> {
    step(what, || {
        run(cargo(&workspace.root).args(["clippy", "--locked"]).args(of).args(["--", "--deny", "warnings"]))
    })?;
    Ok(0)
}

/// `cargo test` of the whole workspace.
pub fn test(workspace: &Workspace) -> Result<u64> {
    step("running the native tests", || {
        counts::of_cargo(&run_and_keep(cargo(&workspace.root).args(["test", "--workspace", "--locked"]))?)
    })
}
