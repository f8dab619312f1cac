//! What was measured, as tables in `docs/size.md`.

use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use super::parts::TWIGGY;
use super::steps::Worth;
use super::{PEER, SLIM, Sizes};
use crate::shell::{output, program};
use crate::workspace::{Workspace, write};

const PAGE: &str = "docs/size.md";
const BEGIN: &str = "<!-- measured: begin -->\n";
const END: &str = "<!-- measured: end -->";

/// What the parts are for.
const PURPOSES: &[(&str, &str)] = &[
    ("data", "names of the model, its tables, texts of errors"),
    ("compiler_builtins", "what the machine has no instruction for"),
    ("core", "slices, numbers, strings, cells"),
    ("alloc", "`Vec`, `String`, `Rc`, boxes"),
    ("std", "thread locals"),
    ("digest", "the traits of `sha2`, with the last block of a hash"),
    ("hmac", "HMAC over `sha2`"),
    ("hybrid_array", "the arrays of `sha2`"),
    ("js_sys", "values of JavaScript, promises awaited, the queue of futures"),
    ("sha2", "SHA-256"),
    ("talc", "the allocator"),
    ("wasm_bindgen", "closures, the table of JavaScript's values, exceptions"),
    ("wasm_bindgen_futures", "promises awaited, the queue of futures"),
    ("gloo_net", "requests and responses"),
    ("web_sys", "`fetch`'s classes"),
    ("ivs_wasm::client", "the driver: sign, send, try again"),
    ("ivs_wasm::endpoint", "the region's URL"),
    (
        "ivs_wasm::js",
        "the exports, reading of inputs, reports; `Engine::call` has the whole of the driver's state machine",
    ),
    ("ivs_wasm::js_value", "values of JavaScript that may throw"),
    ("ivs_wasm::model", "the tables of the model"),
    ("ivs_wasm::protocol", "encoder with its checks, decoder, errors, timestamps"),
    ("ivs_wasm::retry", "policy, token bucket, rate limiter"),
    ("ivs_wasm::sigv4", "Signature Version 4"),
    ("ivs_wasm::calendar", "days and dates"),
    ("ivs_wasm::percent", "percent-encoding"),
    ("ivs_wasm::text", "texts joined"),
    ("ivs_wasm::texts", "many texts as one argument"),
    ("zeroize", "secrets overwritten when dropped"),
    ("the module's frame", "types, imports, exports, table"),
    ("unnamed", "functions without a name of their own"),
];

/// Writes the tables between their marks in the page.
pub fn record(workspace: &Workspace, sizes: &Sizes, steps: &[Worth], parts: &[(String, u64)]) -> Result<()> {
    let page = workspace.root.join(PAGE);
    let text = fs::read_to_string(&page)?;
    let tables = [bundles(workspace, sizes)?, worth(sizes, steps), scripts(sizes), functions(parts)].join("\n");
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
        "Commit {}{changed}; {}, wasm-bindgen {}, binaryen {}, esbuild {}, Node {}, twiggy {TWIGGY}.\n\n\
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

fn scripts(sizes: &Sizes) -> String {
    let mut text = "| file of the bundle, minified | bytes before gzip |\n|---|---:|\n".to_owned();
    for (file, bytes) in sizes.parts.iter().filter(|(_, bytes)| *bytes > 0) {
        let _ = writeln!(text, "| `{file}` | {} |", grouped(*bytes));
    }
    text
}

fn functions(parts: &[(String, u64)]) -> String {
    let total: u64 = parts.iter().map(|(_, bytes)| bytes).sum();
    let mut text =
        "| part of the wasm, as compiled and optimised | bytes | share | what it is for |\n|---|---:|---:|---|\n"
            .to_owned();
    for (part, bytes) in parts {
        let purpose = PURPOSES.iter().find(|(known, _)| known == part).map_or("", |(_, purpose)| purpose);
        let share = bytes * 1000 / total.max(1);
        let _ = writeln!(text, "| {part} | {} | {}.{} % | {purpose} |", grouped(*bytes), share / 10, share % 10);
    }
    text + &format!("| **all** | {} | | |\n", grouped(total))
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
mod tests {
    use super::*;

    #[test]
    fn what_is_between_the_marks_is_replaced() {
        let page = format!("a\n{BEGIN}old\n{END}\nb\n");
        assert_eq!(renewed(&page, "new\n").unwrap(), page.replace("old", "new"));
        assert!(renewed("a\nb\n", "new\n").is_err());
    }

    #[test]
    fn steps_have_their_share_of_the_bundle() {
        let sizes = Sizes { bytes: 50_000, scripts: 0, slim: None, peer: 60_000, parts: Vec::new() };
        let table = worth(&sizes, &[Worth { file: "a.rs", lines: 50, bytes: 2_050 }]);
        assert!(table.ends_with("| `a.rs` | 50 | 2,050 | 4.1 % |\n"), "{table}");
    }

    #[test]
    fn parts_have_their_share_and_their_purpose() {
        let table = functions(&[("sha2".to_owned(), 1500), ("talc".to_owned(), 700), ("hmac, std".to_owned(), 3)]);
        assert!(table.contains("| sha2 | 1,500 | 68.0 % | SHA-256 |"), "{table}");
        assert!(table.ends_with("| **all** | 2,203 | | |\n"), "{table}");
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([7, 999, 1000, 43_506, 1_000_000].map(grouped), ["7", "999", "1,000", "43,506", "1,000,000"]);
    }
}
