//! Builds from nothing but the sources, in another folder, to see whether they give the same bytes.

use crate::shell::{output, program, run, step};
use crate::workspace::{Workspace, remove_folder};
use crate::{consumer, package};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// A copy of the sources outside of the workspace, where Cargo would read the settings of both, and an empty target folder.
/// Both are kept for inspection when something fails.
pub struct Copy {
    folder: PathBuf,
    pub target: PathBuf,
}

impl Copy {
    /// Copies the tracked and untracked files of git that are not ignored, and links the installed npm packages.
    pub fn make(workspace: &Workspace, name: &str) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix(&format!("ivs-wasm-{name}-")).tempdir()?.keep();
        let list = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let list = output(program(&workspace.root, "git").args(list))
            .context("a clean build needs git and a checkout, to distinguish sources from build output")?;
        for file in list.split_terminator('\0').filter(|file| workspace.root.join(file).exists()) {
            copy(&workspace.root.join(file), &folder.join(file))?;
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(workspace.root.join("node_modules"), folder.join("node_modules"))?;
        let target = workspace.target.join("clean").join(name);
        remove_folder(&target)?;
        Ok(Self { folder, target })
    }

    /// Runs this program there. It holds the generators, which are built of the same sources.
    pub fn xtask(&self, arguments: &[&str]) -> Result<()> {
        let xtask = std::env::current_exe()?;
        run(program(&self.folder, xtask).env("CARGO_TARGET_DIR", &self.target).args(arguments))
    }

    pub fn remove(self) -> Result<()> {
        fs::remove_dir_all(&self.target)?;
        Ok(fs::remove_dir_all(&self.folder)?)
    }
}

/// Packs the package of a clean build, and compares it with that of the workspace's own build.
pub fn check(workspace: &Workspace) -> Result<u64> {
    let copy = Copy::make(workspace, "package")?;
    step("building the package from clean sources", || copy.xtask(&["build"]))?;
    let (ours, theirs) = (workspace.package(), copy.folder.join("pkg"));
    same(&ours, &theirs)?;
    let first = consumer::pack(workspace, &ours, &workspace.target.join("package"))?;
    let second = consumer::pack(workspace, &theirs, &copy.target)?;
    ensure!(
        fs::read(&first)? == fs::read(&second)?,
        "npm packed the same files differently: compare {} and {}",
        first.display(),
        second.display()
    );
    copy.remove()?;
    Ok(0)
}

/// Fails unless two folders hold the same files with the same bytes.
pub fn same(one: &Path, other: &Path) -> Result<()> {
    let (names, others) = (package::files(one)?, package::files(other)?);
    ensure!(!names.is_empty(), "{} is empty", one.display());
    let mut different: Vec<_> = names.symmetric_difference(&others).cloned().collect();
    for name in names.intersection(&others) {
        if fs::read(one.join(name))? != fs::read(other.join(name))? {
            different.push(name.clone());
        }
    }
    let list = different.join(", ");
    ensure!(different.is_empty(), "two builds differ in {list}: compare {} and {}", one.display(), other.display());
    Ok(())
}

/// Makes a folder hold the files of another and nothing else.
pub fn copy_files(from: &Path, to: &Path) -> Result<()> {
    remove_folder(to)?;
    for name in package::files(from)? {
        copy(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file has no folder")?)?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

#[cfg(test)]
#[path = "clean_tests.rs"]
mod tests;
