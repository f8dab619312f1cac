//! `cargo xtask size`: the download of one command, ours beside `@aws-sdk/client-ivs`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::shell::{output, program, run_quietly};
use crate::workspace::Workspace;
use crate::{consumer, package};

/// Greatest share of the peer's bytes that ours may be. The next goal, with the packaging of every runtime, is 0.65.
const LIMIT: f64 = 0.75;

const PEER: &str = "@aws-sdk/client-ivs";

struct Bundle {
    text: String,
    /// Bytes of the bundle by the file that they come from, the greatest first.
    parts: Vec<(String, u64)>,
}

/// Builds, measures and prints; fails above [`LIMIT`].
pub fn run(workspace: &Workspace) -> Result<()> {
    package::build(workspace)?;
    consumer::install(workspace)?;
    check(workspace)
}

/// Measures the installed package.
pub fn check(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("size");
    fs::create_dir_all(&folder)?;
    let ours = bundle(workspace, &folder, "ivs-wasm")?;
    let theirs = bundle(workspace, &folder, PEER)?;
    let bytes = gzipped(workspace, &folder, &ours.text)?;
    let peer = gzipped(workspace, &folder, &theirs.text)?;
    let packed = longest_string(&ours.text);
    let scripts = gzipped(workspace, &folder, &ours.text.replace(packed, ""))?;

    println!("bundle of one command, esbuild --minify, gzip -9:");
    println!("  ivs-wasm              {bytes:>7} bytes  (wasm {}, JavaScript {scripts})", bytes - scripts);
    println!("  {PEER}   {peer:>7} bytes");
    #[allow(clippy::cast_precision_loss, reason = "bundles are far below 2^52 bytes")]
    let ratio = bytes as f64 / peer as f64;
    println!("  ratio                 {ratio:>7.3}        (limit {LIMIT})");
    println!("in ours, minified and before gzip:");
    for (file, bytes) in &ours.parts {
        println!("  {file:<21} {bytes:>7} bytes");
    }
    if ratio > LIMIT {
        bail!("the bundle is {ratio:.3} of {PEER}'s, above {LIMIT}; what is in it is above");
    }
    Ok(())
}

fn bundle(workspace: &Workspace, folder: &Path, package: &str) -> Result<Bundle> {
    let name = package.replace(['@', '/'], "");
    let [entry, out, facts] = ["entry.js", "js", "json"].map(|ending| folder.join(format!("{name}.{ending}")));
    let source = format!(
        "import {{ IvsClient, CreateChannelCommand }} from \"{package}\";\n\
         export const create = (config, input) => new IvsClient(config).send(new CreateChannelCommand(input));\n"
    );
    fs::write(&entry, source)?;
    let flags =
        ["--bundle", "--minify", "--format=esm", "--platform=browser", "--target=es2022", "--log-level=warning"];
    run_quietly(
        program(&workspace.root, workspace.node_bin("esbuild"))
            // The entry lies in the target folder, which may be anywhere.
            .env("NODE_PATH", workspace.root.join("node_modules"))
            .arg(&entry)
            .args(flags)
            .args([format!("--outfile={}", out.display()), format!("--metafile={}", facts.display())]),
    )?;
    let facts: Value = serde_json::from_slice(&fs::read(&facts)?)?;
    let outputs = facts.get("outputs").and_then(Value::as_object).context("esbuild made no report")?;
    let mut parts: Vec<(String, u64)> = outputs
        .values()
        .filter_map(|output| output.get("inputs")?.as_object())
        .flatten()
        .filter_map(|(path, input)| Some((path.rsplit('/').next()?.to_owned(), input.get("bytesInOutput")?.as_u64()?)))
        .collect();
    parts.sort_by_key(|(file, bytes)| (u64::MAX - bytes, file.clone()));
    Ok(Bundle { text: fs::read_to_string(&out)?, parts })
}

/// Length by zlib at its best, as `gzip -9` has it.
fn gzipped(workspace: &Workspace, folder: &Path, text: &str) -> Result<usize> {
    let file = folder.join("measured");
    fs::write(&file, text)?;
    let script = "const { readFileSync } = require('node:fs'); \
                  console.log(require('node:zlib').gzipSync(readFileSync(process.argv[1]), { level: 9 }).length)";
    let length = output(program(&workspace.root, "node").args(["-e", script]).arg(&file))?;
    Ok(length.trim().parse()?)
}

/// The inlined module is the longest literal of a bundle.
fn longest_string(text: &str) -> &str {
    text.split('"').max_by_key(|part| part.len()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inlined_module_is_found() {
        assert_eq!(longest_string("var a=\"b\",c=\"AAAAAAAAAAAAAAAAAA\";f(c)"), "AAAAAAAAAAAAAAAAAA");
    }
}
