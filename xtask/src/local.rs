//! The npm package `ivs-local`: `pkg-local/`.

use crate::wasm::{self, LOCAL};
use crate::workspace::Workspace;
use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write as _;

/// What its module may weigh, in bytes that `gzip -9` leaves.
const LIMIT: usize = 250_000;

/// `cargo xtask build --local`.
pub fn build(workspace: &Workspace) -> Result<()> {
    check_size(workspace)
}

/// Builds its module, measures and prints it; fails above the limit.
pub fn check_size(workspace: &Workspace) -> Result<()> {
    let folder = wasm::build(workspace, &LOCAL)?;
    let mut gzipped = GzEncoder::new(Vec::new(), Compression::best());
    gzipped.write_all(&fs::read(folder.join(LOCAL.module()))?)?;
    let bytes = gzipped.finish()?.len();
    println!("  the wasm of ivs-local {bytes:>7} bytes  (limit {LIMIT})");
    ensure!(bytes <= LIMIT, "the wasm of ivs-local has {bytes} bytes, more than {LIMIT}");
    Ok(())
}
