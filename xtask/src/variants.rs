//! The entries of the package that are one file each: for `require`, and for runtimes that are served otherwise than by `index.js`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, write::DeflateEncoder};

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

const VARIANTS: [Variant; 7] = [
    Variant { file: "index.cjs", loaded: ByRequire, stand_ins: &[] },
    Variant { file: "server.js", loaded: ByImport, stand_ins: &["server"] },
    Variant { file: "server.cjs", loaded: ByRequire, stand_ins: &["server"] },
    Variant { file: "node.js", loaded: ByImport, stand_ins: &["server", "node"] },
    Variant { file: "node.cjs", loaded: ByRequire, stand_ins: &["server", "node"] },
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
    "--external:./wasm.*",
    "--external:./ivs_wasm.wasm",
    "--external:./ivs_wasm.wasm?module",
];

/// Bundles each from the package's scripts; returns what there is to add to the package, by name.
pub fn build(workspace: &Workspace, package: &Path, scripts: &BTreeSet<String>) -> Result<Vec<(String, Vec<u8>)>> {
    let bytes = String::from_utf8(read(&package.join("wasm.js"))?)?;
    let mut built = Vec::new();
    let deflated = deflated(&read(&package.join("ivs_wasm.wasm"))?)?;
    for (name, script) in [("wasm", bytes), ("wasm.deflate", deflated.clone())] {
        built.push((format!("{name}.cjs"), script.replace("export const ", "exports.").into_bytes()));
    }
    built.push(("wasm.deflate.js".to_owned(), deflated.into_bytes()));
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
        let mut imported = false;
        for name in ["module.js", "unpack.js"] {
            let script = folder.join(name);
            let text = String::from_utf8(read(&script)?)?;
            let required = text.replace("\"./wasm.js\"", "\"./wasm.cjs\"");
            let required = required.replace("\"./wasm.deflate.js\"", "\"./wasm.deflate.cjs\"");
            imported |= required != text;
            write(&script, required)?;
        }
        ensure!(imported, "no script imports the bytes");
    }
    Ok(())
}

/// The bytes as servers unpack them fastest, by the inflate of `node:zlib`.
fn deflated(bytes: &[u8]) -> Result<String> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    let text = STANDARD.encode(encoder.finish()?);
    Ok(format!("// ivs_wasm.wasm, packed by deflate and in base64.\nexport const packed = \"{text}\";\n"))
}
