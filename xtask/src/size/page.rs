//! What was measured, as tables in `docs/size.md`.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::steps::Worth;
use super::{PEER, SLIM, Sizes};
use crate::shell::{output, program};
use crate::workspace::{Workspace, write};

const PAGE: &str = "docs/size.md";
const BEGIN: &str = "<!-- measured: begin -->\n";
const END: &str = "<!-- measured: end -->";

/// Writes the tables between their marks in the page.
pub fn record(workspace: &Workspace, sizes: &Sizes, steps: &[Worth]) -> Result<()> {
    let page = workspace.root.join(PAGE);
    let text = fs::read_to_string(&page)?;
    let tables = [bundles(workspace, sizes)?, worth(sizes, steps)].join("\n");
    write(&page, renewed(&text, &tables)?)?;
    println!("wrote {PAGE}");
    Ok(())
}

fn renewed(page: &str, tables: &str) -> Result<String> {
    let around = page.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) =
        around.with_context(|| format!("{PAGE} must have the lines {} and {END}", BEGIN.trim_end()))?;
    Ok(format!("{before}{BEGIN}{tables}{END}{after}"))
}

fn bundles(workspace: &Workspace, sizes: &Sizes) -> Result<String> {
    let git = |arguments: &[&str]| output(program(&workspace.root, "git").args(arguments));
    let commit = git(&["log", "-1", "--format=%h of %cs"])?;
    let changed = if git(&["status", "--porcelain"])?.is_empty() { "" } else { ", with changes" };
    let tool = |name: &str, argument: &str| {
        Ok::<_, anyhow::Error>(output(program(&workspace.root, name).arg(argument))?.trim().to_owned())
    };
    let (bytes, scripts) = (sizes.bytes, sizes.scripts);
    let slim = sizes.slim.map_or(String::new(), |bytes| format!("| {} | {} |\n", SLIM.0, grouped(bytes)));
    Ok(format!(
        "Commit {}{changed}; {}, wasm-bindgen {}, binaryen {}, esbuild {}, Node {}.\n\n\
         | bundle of one command | bytes |\n|---|---:|\n\
         | ivs-wasm | {} (wasm {}, JavaScript {}) |\n\
         {slim}\
         | `{PEER}` {} | {} |\n\
         | ratio | **{:.3}** |\n",
        commit.trim(),
        tool("rustc", "--version")?.split(" (").next().unwrap_or_default(),
        workspace.locked("wasm-bindgen")?,
        npm_version(workspace, "binaryen")?,
        npm_version(workspace, "esbuild")?,
        tool("node", "--version")?.trim_start_matches('v'),
        grouped(bytes),
        grouped(bytes - scripts),
        grouped(scripts),
        npm_version(workspace, PEER)?,
        grouped(sizes.peer),
        sizes.ratio(),
    ))
}

fn worth(sizes: &Sizes, steps: &[Worth]) -> String {
    let mut text =
        "| step beyond the plain build | lines | bytes of the bundle | share |\n|---|---:|---:|---:|\n".to_owned();
    for Worth { file, lines, bytes } in steps {
        let share = bytes * 1000 / sizes.bytes.max(1);
        let _ = writeln!(text, "| `{file}` | {lines} | {} | {}.{} % |", grouped(*bytes), share / 10, share % 10);
    }
    text
}

fn npm_version(workspace: &Workspace, package: &str) -> Result<String> {
    let manifest = workspace.root.join("node_modules").join(package).join("package.json");
    let manifest: Value = serde_json::from_slice(&fs::read(manifest)?)?;
    Ok(manifest.get("version").and_then(Value::as_str).context("a package has no version")?.to_owned())
}

/// With a comma before each third digit.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
