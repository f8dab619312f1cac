//! Binaryen's `wasm-opt`, as every module of ours is given to it.

use std::path::Path;

use anyhow::Result;

use crate::shell::{program, run_quietly};
use crate::workspace::Workspace;

/// Removes the names of functions.
const STRIP_DEBUG: &str = "--strip-debug";

/// What follows the passes: custom sections are removed.
const STRIP: [&str; 3] = [STRIP_DEBUG, "--strip-producers", "--strip-target-features"];

/// Those that the engines of our floor have, and no more.
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
    run(workspace, passes.iter().chain(&STRIP), from, to)
}

/// The same, and keeps the names of the functions.
pub fn optimise_with_names(workspace: &Workspace, passes: &[&str], from: &Path, to: &Path) -> Result<()> {
    let strip = STRIP.iter().filter(|flag| **flag != STRIP_DEBUG);
    run(workspace, passes.iter().chain(strip).chain(&["--debuginfo"]), from, to)
}

fn run<'a>(workspace: &Workspace, flags: impl Iterator<Item = &'a &'a str>, from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = program(&workspace.root, workspace.node_bin("wasm-opt"));
    run_quietly(wasm_opt.args(flags).args(FEATURES).arg(from).arg("--output").arg(to))
}
