//! Paths that the compiler writes into its output, replaced by names that are the same on every machine.

use std::path::Path;

use anyhow::{Context, Result};

use crate::shell::{output, program};
use crate::workspace::Workspace;

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
mod tests {
    use super::*;

    #[test]
    fn sources_in_the_workspace_in_the_target_folder_and_of_crates_have_the_same_names_everywhere() {
        let workspace = Workspace::load().unwrap();
        let rustc = Rustc::ask(&workspace).unwrap();
        let flags = flags(&workspace, &rustc);
        assert!(flags.contains(&format!("--remap-path-prefix={}=/ivs-wasm", workspace.root.display())));
        assert!(flags.contains(&format!("--remap-path-prefix={}=/ivs-wasm/target", workspace.target.display())));
        assert!(flags.iter().any(|flag| flag.ends_with("=/crates")), "{flags:?}");
        assert!(flags.last().unwrap().ends_with(&rustc.sources), "{flags:?}");
    }
}
