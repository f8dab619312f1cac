//! The committed `package-lock.json`.

use std::fs;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::shell::step;
use crate::workspace::Workspace;

/// It pins what it names and holds no download address, so that it installs from whichever registry npm is set up with.
pub fn check(workspace: &Workspace) -> Result<u64> {
    step("checking package-lock.json", || {
        let lock: Value = serde_json::from_slice(&fs::read(workspace.root.join("package-lock.json"))?)?;
        let packages = lock.get("packages").and_then(Value::as_object).into_iter().flatten();
        let bad: Vec<_> =
            packages.filter(|(_, package)| package.get("resolved").is_some()).map(|(name, _)| name.as_str()).collect();
        if !bad.is_empty() {
            bail!(
                "package-lock.json has download addresses ({}); make it again with the settings of .npmrc",
                bad.join(", ")
            );
        }
        Ok(0)
    })
}
