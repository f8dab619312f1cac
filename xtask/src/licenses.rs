//! `THIRD-PARTY-LICENSES` of an npm package: the licences of the crates that are compiled into the wasm.

use crate::package::{files, read};
use crate::shell::{cargo, output};
use crate::tools::WASM;
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

pub const FILE: &str = "THIRD-PARTY-LICENSES";

const HEAD: &str = "\
The WebAssembly module of this package, and the JavaScript that loads it, contain code of the Rust standard library, which
is licensed under the Apache License 2.0 (the file LICENSE), and of the crates below.
";

/// The content of the file. It depends on `Cargo.lock` and the crates alone.
pub fn text(workspace: &Workspace, of: &str) -> Result<String> {
    let mut text = HEAD.to_owned();
    for (name, version) in crates(workspace, of)? {
        let package = workspace.locked_package(&name, &version)?;
        let fact = |key: &str| package.get(key).and_then(|value| value.as_str()).unwrap_or_default();
        let license = fact("license");
        let folder = Path::new(fact("manifest_path")).parent().context("a crate has no folder")?;
        let _ = write!(text, "\n{}\n\n{name} {version}\nLicence: {license}\n{}\n", "-".repeat(80), fact("repository"));
        let all = files(folder)?;
        let chosen = chosen_files(&all);
        // Every crate has a text of its own, or is offered under the licence of the package.
        ensure!(!chosen.is_empty() || license.contains("Apache-2.0"), "{name} {version} has no licence text");
        if chosen.is_empty() {
            text.push_str("\nUsed under the Apache License 2.0, in the file LICENSE.\n");
        }
        for file in chosen {
            let content = String::from_utf8(read(&folder.join(file))?)?;
            let _ = write!(text, "\n{}\n", content.replace('\r', "").trim_matches('\n'));
        }
    }
    Ok(text)
}

/// Names and versions of the others that the wasm of a crate is made of: not what runs in the compiler, and only the features that are enabled.
fn crates(workspace: &Workspace, of: &str) -> Result<BTreeSet<(String, String)>> {
    let arguments = ["tree", "--locked", "--package", of, "--target", WASM, "--prefix", "none", "--edges"];
    let tree = output(cargo(&workspace.root).args(arguments).arg("normal,no-proc-macro"))?;
    let crates = tree.lines().skip(1).filter_map(|line| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    });
    let mut crates: BTreeSet<_> = crates.collect();
    // Those of this workspace have the licence of the package.
    crates.retain(|(name, version)| workspace.locked_package(name, version).is_ok_and(|it| it["source"].is_string()));
    ensure!(!crates.is_empty(), "cargo tree names no crates");
    Ok(crates)
}

/// The licence files of a crate; where the MIT licence is offered beside the Apache licence, the first is enough.
fn chosen_files(files: &BTreeSet<String>) -> Vec<&String> {
    let is_license = |file: &&String| {
        ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|name| file.to_uppercase().starts_with(name))
    };
    let with_mit = files.iter().any(|file| file == "LICENSE-MIT");
    files.iter().filter(is_license).filter(|file| !with_mit || *file != "LICENSE-APACHE").collect()
}

#[cfg(test)]
#[path = "licenses_tests.rs"]
mod tests;
