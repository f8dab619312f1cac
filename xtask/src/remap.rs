//! Paths that the compiler writes into its output, replaced by names that are the same on every machine.

use crate::shell::{output, program};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::Path;

/// The compiler that Cargo uses.
pub struct Rustc {
    pub host: String,
    pub release: String,
    /// Name of its own sources in its output.
    sources: String,
    /// Their path if they are installed.
    installed: String,
}

impl Rustc {
    pub fn ask(workspace: &Workspace) -> Result<Self> {
        let ask = |argument: &[&str]| output(program(&workspace.root, "rustc").args(argument));
        let facts = ask(&["--version", "--verbose"])?;
        let fact = |name: &str| {
            let line = facts.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            line.with_context(|| format!("rustc did not print its {name}"))
        };
        Ok(Self {
            host: fact("host")?.to_owned(),
            release: fact("release")?.to_owned(),
            sources: format!("/rustc/{}", fact("commit-hash")?),
            installed: format!("{}/lib/rustlib/src/rust", ask(&["--print", "sysroot"])?.trim()),
        })
    }
}

pub fn flags(workspace: &Workspace, rustc: &Rustc) -> Vec<String> {
    let remap = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    // The last match wins: the target folder may lie in the workspace, and crates may be vendored there.
    let mut flags = vec![remap(&workspace.root, "/ivs-wasm"), remap(&workspace.target, "/ivs-wasm/target")];
    flags.extend(workspace.crate_folders().iter().map(|folder| remap(folder, "/crates")));
    flags.push(remap(Path::new(&rustc.installed), &rustc.sources));
    flags
}

/// The same as a setting of Cargo's, which is added to those of `.cargo/config.toml`.
pub fn config(workspace: &Workspace, target: &str) -> Result<String> {
    let flags = flags(workspace, &Rustc::ask(workspace)?);
    Ok(format!("target.{target}.rustflags={}", serde_json::to_string(&flags)?))
}

#[cfg(test)]
#[path = "remap_tests.rs"]
mod tests;
