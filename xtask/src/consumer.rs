//! The package as its users get it: packed by npm, and installed from the tarball.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::{npm, output, run_quietly, step};
use crate::workspace::{Workspace, is_current};

/// Packs a package into a folder and returns the tarball.
pub fn pack(workspace: &Workspace, package: &Path, folder: &Path) -> Result<PathBuf> {
    let mut npm = npm(&workspace.root);
    let printed = output(npm.arg("pack").arg(package).args(["--silent", "--pack-destination"]).arg(folder))?;
    let name = printed.lines().last().context("npm pack did not say what it wrote")?;
    Ok(folder.join(name.trim()))
}

/// Packs, and installs the tarball beside the dev-dependencies, so that tests and examples import "ivs-wasm" as anyone
/// would.
pub fn install(workspace: &Workspace) -> Result<()> {
    step("packing pkg/ and installing the tarball", || {
        let tarball = pack(workspace, &workspace.package(), &workspace.target.join("package"))?;
        let stamp = workspace.root.join("node_modules/.installed-ivs-wasm.tgz");
        if is_current(&stamp, &tarball)? && workspace.root.join("node_modules/ivs-wasm").exists() {
            return Ok(());
        }
        let flags = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
        run_quietly(npm(&workspace.root).args(flags).arg(&tarball))?;
        let installed = fs::read(workspace.root.join("node_modules/ivs-wasm/wasm.js"))?;
        if installed != fs::read(workspace.package().join("wasm.js"))? {
            bail!("npm installed an older tarball; remove node_modules and run the command again");
        }
        fs::copy(&tarball, &stamp)?;
        Ok(())
    })
}
