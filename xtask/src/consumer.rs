//! The package as its users get it: packed by npm, and installed from the tarball.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::{npm, output, run_quietly, step};
use crate::workspace::{Workspace, is_current};

/// Packs `pkg/` and returns the tarball.
fn pack(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("package");
    let printed = output(npm(&workspace.root).args(["pack", "./pkg", "--silent", "--pack-destination"]).arg(&folder))?;
    let name = printed.lines().last().context("npm pack did not say what it wrote")?;
    Ok(folder.join(name.trim()))
}

/// Packs, and installs the tarball beside the dev-dependencies, so that tests and examples import "ivs-wasm" as anyone
/// would.
pub fn install(workspace: &Workspace) -> Result<()> {
    install_into(workspace, &workspace.root)
}

/// Packs, and installs the tarball into a project.
pub fn install_into(workspace: &Workspace, project: &Path) -> Result<()> {
    step("packing pkg/ and installing the tarball", || {
        let tarball = pack(workspace)?;
        let modules = project.join("node_modules");
        let stamp = modules.join(".installed-ivs-wasm.tgz");
        if is_current(&stamp, &tarball)? && modules.join("ivs-wasm").exists() {
            return Ok(());
        }
        let flags = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
        run_quietly(npm(project).args(flags).arg(&tarball))?;
        let installed = fs::read(modules.join("ivs-wasm/wasm.js"))?;
        if installed != fs::read(workspace.package().join("wasm.js"))? {
            bail!("npm installed an older tarball; remove {} and run the command again", modules.display());
        }
        fs::copy(&tarball, &stamp)?;
        Ok(())
    })
}
