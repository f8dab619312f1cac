//! Paths and versions of the workspace.

use crate::shell::{cargo, output};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
    /// Version of the crate, and so of the npm package.
    pub version: String,
    metadata: Value,
}

impl Workspace {
    pub fn load() -> Result<Self> {
        let json = output(cargo(Path::new(".")).args(["metadata", "--format-version", "1", "--locked"]))?;
        let metadata: Value = serde_json::from_str(&json)?;
        let folder = |name| {
            metadata.get(name).and_then(Value::as_str).with_context(|| format!("`cargo metadata` has no {name}"))
        };
        let (root, target) = (folder("workspace_root")?.into(), folder("target_directory")?.into());
        let version = version_of(&metadata, "ivs-wasm")?;
        Ok(Self { root, target, version, metadata })
    }

    /// The folders that hold the sources of the crates from registries.
    pub fn crate_folders(&self) -> BTreeSet<PathBuf> {
        let packages = self.metadata.get("packages").and_then(Value::as_array).into_iter().flatten();
        let others = packages.filter(|package| package.get("source").is_some_and(Value::is_string));
        let manifests = others.filter_map(|package| package.get("manifest_path")?.as_str());
        manifests.filter_map(|manifest| Some(Path::new(manifest).parent()?.parent()?.to_owned())).collect()
    }

    /// The version of a crate that `Cargo.lock` holds.
    pub fn locked(&self, name: &str) -> Result<String> {
        version_of(&self.metadata, name)
    }

    /// What Cargo knows of a crate in `Cargo.lock`.
    pub fn locked_package(&self, name: &str, version: &str) -> Result<&Value> {
        let mut packages = self.metadata.get("packages").and_then(Value::as_array).into_iter().flatten();
        packages
            .find(|package| package["name"] == name && package["version"] == version)
            .with_context(|| format!("Cargo.lock has no {name} {version}"))
    }

    pub fn package(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The package `ivs-local`.
    pub fn local_package(&self) -> PathBuf {
        self.root.join("pkg-local")
    }

    /// A program of an npm dev-dependency.
    pub fn node_bin(&self, name: &str) -> PathBuf {
        let name = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
        self.root.join("node_modules/.bin").join(name)
    }

    /// A program of the workspace, built with Cargo's dev profile.
    pub fn debug_bin(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

fn version_of(metadata: &Value, name: &str) -> Result<String> {
    let packages = metadata.get("packages").and_then(Value::as_array).context("`cargo metadata` has no packages")?;
    let package = packages.iter().find(|package| package.get("name").is_some_and(|found| found == name));
    let version = package.and_then(|package| package.get("version")?.as_str());
    Ok(version.with_context(|| format!("Cargo.lock has no {name}"))?.to_owned())
}

/// Whether `stamp` holds a copy of `source`, that is, whether what was made from `source` is up to date.
pub fn is_current(stamp: &Path, source: &Path) -> Result<bool> {
    let source = fs::read(source).with_context(|| format!("cannot read {}", source.display()))?;
    Ok(fs::read(stamp).is_ok_and(|found| found == source))
}

/// Removes a folder and all that is in it, if there is one.
pub fn remove_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

/// Writes only if the content changed, so that later steps do not see a newer file without need.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if fs::read(path).is_ok_and(|found| found == content.as_ref()) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
}
