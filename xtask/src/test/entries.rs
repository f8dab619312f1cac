//! The packages' manifests, checked by tools that resolve it as runtimes, bundlers and TypeScript do.

use crate::shell::{program, run, step};
use crate::workspace::Workspace;
use anyhow::Result;

/// `publint --strict` and `attw --pack`.
pub fn check(workspace: &Workspace) -> Result<u64> {
    let package = workspace.package();
    step("checking the package by publint and attw", || {
        run(program(&workspace.root, workspace.node_bin("publint")).arg("--strict").arg(&package))?;
        // The wasm has no types, and TypeScript cannot declare any for both `import` and `require`.
        let flags =
            ["--exclude-entrypoints", "./ivs_wasm.wasm", "--no-definitely-typed", "--format", "ascii", "--pack"];
        run(program(&workspace.root, workspace.node_bin("attw")).args(flags).arg(&package))
    })?;
    let package = workspace.local_package();
    step("checking ivs-local by publint and attw", || {
        run(program(&workspace.root, workspace.node_bin("publint")).arg("--strict").arg(&package))?;
        let flags = ["--no-definitely-typed", "--format", "ascii", "--pack"];
        run(program(&workspace.root, workspace.node_bin("attw")).args(flags).arg(&package))
    })?;
    Ok(0)
}
