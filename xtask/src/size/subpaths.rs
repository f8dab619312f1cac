//! The subpaths that do without the engine: the download of all that each exports.

use super::{BUDGET, bundle_of, gzipped};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;

const SUBPATHS: [&str; 1] = ["ivs-wasm/playback"];

/// Bytes of each, by its name.
pub fn measure(workspace: &Workspace, folder: &Path) -> Result<BTreeMap<String, u64>> {
    let measured = SUBPATHS.iter().map(|name| {
        let bundle = bundle_of(workspace, folder, name, format!("export * from \"{name}\";\n"))?;
        Ok(((*name).to_owned(), gzipped(workspace, folder, &bundle)?))
    });
    measured.collect()
}

/// Fails if one has no limit, or is above it.
pub fn check(measured: &BTreeMap<String, u64>, limits: &BTreeMap<String, u64>) -> Result<()> {
    for (name, bytes) in measured {
        let limit = limits.get(name).with_context(|| format!("{BUDGET} has no limit for {name}"))?;
        ensure!(bytes <= limit, "the bundle of {name} has {bytes} bytes, more than the {limit} of {BUDGET}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subpath_without_a_limit_or_above_it_fails() {
        let of = |bytes| BTreeMap::from([("ivs-wasm/playback".to_owned(), bytes)]);
        check(&of(5_000), &of(5_000)).unwrap();
        let error = check(&of(5_001), &of(5_000)).unwrap_err().to_string();
        assert!(error.contains("playback has 5001 bytes, more than the 5000"), "{error}");
        assert!(check(&of(1), &BTreeMap::new()).unwrap_err().to_string().contains("no limit for ivs-wasm/playback"));
    }
}
