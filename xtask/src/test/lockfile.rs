//! The committed `package-lock.json` files.

use std::fs;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::shell::step;
use crate::workspace::Workspace;

/// They pin what they name and hold no download address, so that they install from whichever registry npm is set up with.
pub fn check(workspace: &Workspace) -> Result<u64> {
    for lock in ["package-lock.json", "benches/package-lock.json"] {
        step(&format!("checking {lock}"), || without_addresses(workspace, lock))?;
    }
    Ok(0)
}

fn without_addresses(workspace: &Workspace, lock: &str) -> Result<()> {
    let content: Value = serde_json::from_slice(&fs::read(workspace.root.join(lock))?)?;
    let packages = content.get("packages").and_then(Value::as_object).into_iter().flatten();
    let bad: Vec<_> =
        packages.filter(|(_, package)| package.get("resolved").is_some()).map(|(name, _)| name.as_str()).collect();
    if !bad.is_empty() {
        bail!("{lock} has download addresses ({}); make it again with the settings of .npmrc", bad.join(", "));
    }
    Ok(())
}
