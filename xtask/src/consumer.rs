//! The packages as their users get them: packed by npm, and installed from the tarballs.

use crate::shell::{npm, output, run_quietly, step};
use crate::workspace::{Workspace, is_current};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

const CLIENT: &str = "ivs-wasm";
const LOCAL: &str = "ivs-local";

fn tarball(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.target.join("package").join(format!("{name}-{}.tgz", workspace.version))
}

fn folder(workspace: &Workspace, name: &str) -> PathBuf {
    if name == LOCAL { workspace.local_package() } else { workspace.package() }
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
    pack_and_install(workspace, &[CLIENT])
}

/// The same with "ivs-local".
pub fn install_with_local(workspace: &Workspace) -> Result<()> {
    pack_and_install(workspace, &[CLIENT, LOCAL])
}

fn pack_and_install(workspace: &Workspace, names: &[&str]) -> Result<()> {
    step(&format!("packing {} and installing the tarballs", names.join(" and ")), || {
        for name in names {
            let tarball = tarball(workspace, name);
            let place = tarball.parent().context("the tarball has no folder")?;
            let packed = pack(workspace, &folder(workspace, name), place)?;
            ensure!(packed == tarball, "npm pack wrote {} instead of {}", packed.display(), tarball.display());
        }
        install_tarballs(workspace, names, &workspace.root)
    })
}

/// Installs the tarball of "ivs-wasm" that was packed last into a project.
pub fn install_into(workspace: &Workspace, project: &Path) -> Result<()> {
    install_tarballs(workspace, &[CLIENT], project)
}

/// All at once: npm removes what it was not told of.
fn install_tarballs(workspace: &Workspace, names: &[&str], project: &Path) -> Result<()> {
    let modules = project.join("node_modules");
    let stamp = |name: &str| modules.join(format!(".installed-{name}.tgz"));
    let is_installed = |name: &&str| -> Result<bool> {
        Ok(is_current(&stamp(name), &tarball(workspace, name))? && modules.join(name).exists())
    };
    if names.iter().map(is_installed).collect::<Result<Vec<_>>>()?.into_iter().all(|installed| installed) {
        return Ok(());
    }
    let flags = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
    run_quietly(npm(project).args(flags).args(names.iter().map(|name| tarball(workspace, name))))?;
    for name in names {
        let installed = fs::read(modules.join(name).join("inlined-wasm.js"))?;
        if installed != fs::read(folder(workspace, name).join("inlined-wasm.js"))? {
            bail!("npm installed an older tarball; remove {} and run the command again", modules.display());
        }
        fs::copy(tarball(workspace, name), stamp(name))?;
    }
    Ok(())
}
