//! Debian's packages, if we have the permission to install them.

use anyhow::{Result, bail};

use crate::shell::{output, program, run_quietly, step};
use crate::workspace::Workspace;

pub fn install(workspace: &Workspace, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let root = output(program(&workspace.root, "id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let apt = run_quietly(program(&workspace.root, "apt-get").arg("--version")).is_ok();
    if !root || !apt {
        bail!("{list} must be installed and cannot be from here: run `apt-get install {list}` (or the like) as root");
    }
    step(&format!("installing {list}"), || {
        let apt = || {
            let mut apt = program(&workspace.root, "apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive");
            apt
        };
        run_quietly(apt().args(["update", "-qq"]))?;
        run_quietly(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
    })
}
