//! What the steps beyond the plain build are worth: the bundle without each of them.

use anyhow::Result;

use super::{bundle, gzipped};
use crate::clean;
use crate::wasm::{self, Step};
use crate::workspace::Workspace;

pub struct Worth {
    /// The file that the step is in.
    pub file: &'static str,
    /// Its lines, tests aside.
    pub lines: usize,
    /// Bytes by which the bundle is larger without it.
    pub bytes: u64,
}

/// Leaves out one after the other. `all` is the bundle's size with all of them.
pub fn measure(workspace: &Workspace, all: u64) -> Result<Vec<Worth>> {
    Step::ALL.into_iter().map(|step| worth(workspace, step, all)).collect()
}

fn worth(workspace: &Workspace, step: Step, all: u64) -> Result<Worth> {
    let (file, source) = step.source();
    let folder = workspace.target.join("size/without-a-step");
    let package = folder.join("node_modules/ivs-wasm");
    clean::copy_files(&workspace.package(), &package)?;
    wasm::make_without(workspace, step, &package)?;
    let without = gzipped(workspace, &folder, &bundle(workspace, &folder, "ivs-wasm")?)?;
    let lines = source.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
    Ok(Worth { file, lines, bytes: without.saturating_sub(all) })
}
