//! Binaryen's `wasm-opt`, as every module of ours is given to it.

use std::path::Path;

use anyhow::Result;

use crate::shell::{program, run_quietly};
use crate::workspace::Workspace;

/// Removes the names of functions and other custom sections.
const STRIP: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// Those that the minimum supported engines have, and no more.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Optimises a module by these passes and their options.
pub fn optimise(workspace: &Workspace, passes: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = program(&workspace.root, workspace.node_bin("wasm-opt"));
    run_quietly(wasm_opt.args(passes).args(STRIP).args(FEATURES).arg(from).arg("--output").arg(to))
}
