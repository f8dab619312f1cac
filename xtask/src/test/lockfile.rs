//! The committed `package-lock.json` files.

use crate::shell::step;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// They pin what they name and hold no download address, so that they install from whichever registry npm is set up with.
pub fn check(workspace: &Workspace) -> Result<u64> {
    step("checking the package-lock.json files", || {
        for lock in locks(&workspace.root)? {
            check_one(&lock)?;
        }
        Ok(0)
    })
}

/// The root's, and those of the benchmarks and of the tests that have packages of their own.
pub(super) fn locks(root: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = vec![root.to_owned(), root.join("benches")];
    for entry in fs::read_dir(root.join("tests")).context("cannot read tests")? {
        folders.push(entry?.path());
    }
    folders.retain(|folder| folder.join("package.json").exists());
    Ok(folders.into_iter().map(|folder| folder.join("package-lock.json")).collect())
}

fn check_one(path: &Path) -> Result<()> {
    let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lock: Value = serde_json::from_slice(&text)?;
    let packages = lock.get("packages").and_then(Value::as_object).into_iter().flatten();
    let bad: Vec<_> =
        packages.filter(|(_, package)| package.get("resolved").is_some()).map(|(name, _)| name.as_str()).collect();
    if !bad.is_empty() {
        bail!(
            "{} has download addresses ({}); make it again with the settings of .npmrc",
            path.display(),
            bad.join(", ")
        );
    }
    Ok(())
}
