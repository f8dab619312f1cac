//! The package as its users get it: packed by npm, and installed from the tarball.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::shell::{npm, output, run_quietly, step};
use crate::workspace::{Workspace, is_current};

fn tarball(workspace: &Workspace) -> PathBuf {
    workspace.target.join("package").join(format!("ivs-wasm-{}.tgz", workspace.version))
}

pub fn pack(workspace: &Workspace, package: &Path, folder: &Path) -> Result<PathBuf> {
    let mut npm = npm(&workspace.root);
    let printed = output(npm.arg("pack").arg(package).args(["--silent", "--pack-destination"]).arg(folder))?;
    let name = printed.lines().last().context("npm pack did not print the name of the tarball")?;
    Ok(folder.join(name.trim()))
}

/// Packs, and installs the tarball beside the dev-dependencies, so that tests and examples import "ivs-wasm" as anyone
/// would.
pub fn install(workspace: &Workspace) -> Result<()> {
    step("packing pkg/ and installing the tarball", || {
        let tarball = tarball(workspace);
        let folder = tarball.parent().context("the tarball has no folder")?;
        let packed = pack(workspace, &workspace.package(), folder)?;
        if packed != tarball {
            bail!("npm pack wrote {} instead of {}", packed.display(), tarball.display());
        }
        install_into(workspace, &workspace.root)
    })
}

/// Installs the tarball that was packed last into a project.
pub fn install_into(workspace: &Workspace, project: &Path) -> Result<()> {
    let tarball = tarball(workspace);
    let modules = project.join("node_modules");
    let stamp = modules.join(".installed-ivs-wasm.tgz");
    if is_current(&stamp, &tarball)? && modules.join("ivs-wasm").exists() {
        return Ok(());
    }
    let flags = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
    run_quietly(npm(project).args(flags).arg(&tarball))?;
    let installed = fs::read(modules.join("ivs-wasm/inlined-wasm.js"))?;
    if installed != fs::read(workspace.package().join("inlined-wasm.js"))? {
        bail!("npm installed an older tarball; remove {} and run the command again", modules.display());
    }
    fs::copy(&tarball, &stamp)?;
    Ok(())
}
