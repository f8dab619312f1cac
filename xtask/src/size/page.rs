//! What was measured, as tables in `docs/size.md`.

use super::steps::Worth;
use super::{PEER, SLIM, Sizes};
use crate::workspace::{Workspace, write};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write;
use std::fs;

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
    let manifest = workspace.root.join("node_modules").join(PEER).join("package.json");
    let manifest: Value = serde_json::from_slice(&fs::read(manifest)?)?;
    let version = manifest.get("version").and_then(Value::as_str).with_context(|| format!("{PEER} has no version"))?;
    let slim = sizes.slim.map_or(String::new(), |bytes| format!("| {SLIM} | {} |\n", grouped(bytes)));
    Ok(format!(
        "| bundle of one command | bytes |\n|---|---:|\n\
         | ivs-wasm | {} (wasm {}, JavaScript {}) |\n\
         {slim}\
         | `{PEER}` {version} | {} |\n\
         | ratio | **{:.3}** |\n",
        grouped(sizes.bytes),
        grouped(sizes.bytes - sizes.scripts),
        grouped(sizes.scripts),
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
