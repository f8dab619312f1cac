//! Tests in a browser, and wasm-pack's in both environments.

use std::env;

use anyhow::{Context, Result};

use super::{Built, counts};
use crate::shell::{program, run_and_keep, step};
use crate::tools::{self, CargoTool, WASM};
use crate::workspace::Workspace;

use super::javascript::run_node;

const WASM_PACK: &str = "0.15.1";

/// `tests/browser`: the demo page and a page of another origin, driven in headless Chromium.
pub fn page(workspace: &Workspace, built: &Built) -> Result<u64> {
    let chromium = tools::chromium(workspace)?;
    step("running tests/browser", || {
        run_node(workspace, built, "tests/browser", |node| {
            node.env("CHROMIUM", &chromium.browser);
        })
    })
}

/// Installs wasm-pack, and wasm-bindgen's test runner of the version in `Cargo.lock`.
pub fn install_tools(workspace: &Workspace) -> Result<()> {
    let wasm_bindgen = workspace.locked("wasm-bindgen")?;
    // Its TLS is for drivers on other machines.
    CargoTool { name: "wasm-bindgen-cli", version: wasm_bindgen, features: &["--no-default-features"] }
        .install(workspace)?;
    CargoTool { name: "wasm-pack", version: WASM_PACK.to_owned(), features: &[] }.install(workspace)
}

/// `wasm-pack test --node`.
pub fn wasm_node(workspace: &Workspace) -> Result<u64> {
    step("running the wasm tests in Node", || wasm_pack(workspace, &["--node"]))
}

/// `wasm-pack test --headless --chrome`.
pub fn wasm_chrome(workspace: &Workspace) -> Result<u64> {
    let chromium = tools::chromium(workspace)?;
    step("running the wasm tests in Chromium", || {
        let driver = chromium.driver.to_string_lossy();
        wasm_pack(workspace, &["--headless", "--chrome", "--chromedriver", &driver])
    })
}

fn wasm_pack(workspace: &Workspace, environment: &[&str]) -> Result<u64> {
    tools::wasm_target(workspace)?;
    tools::node(workspace)?;
    let ours = [tools::tools(workspace).join("bin"), workspace.root.join("node_modules/.bin")];
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(ours.into_iter().chain(env::split_paths(&path)))?;
    let mut command = program(&workspace.root, tools::tools(workspace).join("bin/wasm-pack"));
    command.arg("test").args(environment).args(["--locked", "--target", WASM]).env("PATH", path);
    // Seconds for one file of tests, the start of a browser on a busy machine included.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    counts::of_cargo(&run_and_keep(&mut command)?).context("wasm-pack")
}
