//! The entries of the package that are one file each: for `require`, and for runtimes that are served otherwise than by `index.js`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::package::{files, read};
use crate::shell::{program, run_quietly};
use crate::workspace::{Workspace, write};
use Loaded::{ByImport, ByRequire};

/// How a file is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loaded {
    ByImport,
    ByRequire,
}

struct Variant {
    /// The file that it becomes.
    file: &'static str,
    loaded: Loaded,
    /// The folders of `pkg-template/variants/` whose files stand in for those of the same name.
    stand_ins: &'static [&'static str],
}

const VARIANTS: [Variant; 5] = [
    Variant { file: "index.cjs", loaded: ByRequire, stand_ins: &[] },
    Variant { file: "node.js", loaded: ByImport, stand_ins: &["node"] },
    Variant { file: "node.cjs", loaded: ByRequire, stand_ins: &["node"] },
    Variant { file: "workerd.js", loaded: ByImport, stand_ins: &["workerd"] },
    Variant { file: "edge.js", loaded: ByImport, stand_ins: &["edge"] },
];

const ESBUILD: [&str; 8] = [
    "--bundle",
    "--platform=node",
    "--target=es2022",
    "--log-level=warning",
    "--sourcemap",
    // The bytes, which the variants share, and the file.
    "--external:./inlined-wasm.*",
    "--external:./ivs_wasm.wasm",
    "--external:./ivs_wasm.wasm?module",
];

/// Bundles each from the package's scripts; returns what there is to add to the package, by name.
pub fn build(workspace: &Workspace, package: &Path, scripts: &BTreeSet<String>) -> Result<Vec<(String, Vec<u8>)>> {
    let inlined = String::from_utf8(read(&package.join("inlined-wasm.js"))?)?;
    let required = inlined.replace("export const ", "exports.");
    let mut built = vec![("inlined-wasm.cjs".to_owned(), required.into_bytes())];
    for variant in &VARIANTS {
        let folder = workspace.target.join("package/variants").join(variant.file);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        lay_out(workspace, package, scripts, variant, &folder)?;
        let out = folder.join(variant.file);
        let format: &[&str] = match variant.loaded {
            ByImport => &["--format=esm"],
            // Jest runs no `import()` in what it has loaded by `require`.
            ByRequire => &["--format=cjs", "--supported:dynamic-import=false"],
        };
        run_quietly(
            program(&folder, workspace.node_bin("esbuild"))
                .arg("index.js")
                .args(ESBUILD)
                .args(format)
                .arg(format!("--outfile={}", out.display())),
        )?;
        built.push((variant.file.to_owned(), read(&out)?));
        let map = format!("{}.map", variant.file);
        built.push((map.clone(), read(&out.with_file_name(map))?));
    }
    Ok(built)
}

/// The package's scripts, and instead of some of them the variant's.
fn lay_out(
    workspace: &Workspace,
    package: &Path,
    scripts: &BTreeSet<String>,
    variant: &Variant,
    folder: &Path,
) -> Result<()> {
    for name in scripts {
        write(&folder.join(name), read(&package.join(name))?)?;
    }
    for stand_ins in variant.stand_ins {
        let from = workspace.root.join("pkg-template/variants").join(stand_ins);
        for name in files(&from)? {
            write(&folder.join(&name), read(&from.join(&name))?)?;
        }
    }
    if variant.loaded == ByRequire {
        let script = folder.join("module.js");
        let text = String::from_utf8(read(&script)?)?;
        let required = text.replace("\"./inlined-wasm.js\"", "\"./inlined-wasm.cjs\"");
        ensure!(required != text, "module.js does not import the inlined wasm");
        write(&script, required)?;
    }
    Ok(())
}
