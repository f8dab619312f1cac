//! The tests of the crate as wasm (`tests/wasm.rs`), by wasm-pack.

use super::cargo_tool::{self, CargoTool};
use super::counts;
use crate::shell::{program, run_and_keep, step};
use crate::tools;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::env;
use std::sync::atomic::AtomicBool;

const VERSION: &str = "0.15.1";

/// Installs wasm-pack, and wasm-bindgen's test runner of the version in `Cargo.lock`.
pub fn install(workspace: &Workspace, stop: &AtomicBool) -> Result<()> {
    let wasm_bindgen = workspace.locked("wasm-bindgen")?;
    // Its TLS is for drivers on other machines.
    let features: &[&str] = &["--no-default-features"];
    CargoTool { name: "wasm-bindgen-cli", version: wasm_bindgen, features }.install(workspace, stop)?;
    CargoTool { name: "wasm-pack", version: VERSION.to_owned(), features: &[] }.install(workspace, stop)
}

/// `wasm-pack test --node`.
pub fn node(workspace: &Workspace) -> Result<u64> {
    step("running the wasm tests in Node", || test(workspace, &["--node"], &[]))
}

/// `wasm-pack test --headless --chrome`.
pub fn chrome(workspace: &Workspace) -> Result<u64> {
    let chromium = tools::chromium(workspace)?;
    step("running the wasm tests in Chromium", || {
        let driver = chromium.driver.to_string_lossy();
        // The tests name no environment. Without this the runner takes them for Node tests, and skips them.
        let in_browser = [("WASM_BINDGEN_USE_BROWSER", "1")];
        test(workspace, &["--headless", "--chrome", "--chromedriver", &driver], &in_browser)
    })
}

fn test(workspace: &Workspace, environment: &[&str], variables: &[(&str, &str)]) -> Result<u64> {
    tools::wasm_target(workspace)?;
    tools::node(workspace)?;
    let bin = cargo_tool::folder(workspace).join("bin");
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = [bin.clone(), workspace.root.join("node_modules/.bin")].into_iter().chain(env::split_paths(&path));
    let mut command = program(&workspace.root, bin.join("wasm-pack"));
    command
        .arg("test")
        .args(environment)
        .args(["--locked", "--test", "wasm"])
        .envs(variables.iter().copied())
        .env("PATH", env::join_paths(folders)?)
        // Seconds for one file of tests, the start of a browser on a busy machine included.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    counts::of_cargo(&run_and_keep(&mut command)?).context("wasm-pack")
}
