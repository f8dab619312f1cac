//! `cargo xtask size`: the download of one command, ours beside `@aws-sdk/client-ivs`.

mod page;
mod steps;

use crate::shell::{output, program, run_quietly};
use crate::workspace::{Workspace, write};
use crate::{consumer, package};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// What a bundle may cost: `bytes`, the `ratio` to the peer's, and the bytes of one of the slim entry.
const BUDGET: &str = "tests/size-budget.json";

/// Bytes by which the same bundle differs between the zlibs of two versions of Node, and a few more.
const SLACK: u64 = 100;

const PEER: &str = "@aws-sdk/client-ivs";

/// The entry without the wasm in it.
const SLIM: &str = "ivs-wasm/slim";

/// What was measured, in bytes.
struct Sizes {
    bytes: u64,
    /// Our bundle without the wasm.
    scripts: u64,
    /// Our bundle of the slim entry, where the package has one.
    slim: Option<u64>,
    peer: u64,
}

impl Sizes {
    #[allow(clippy::cast_precision_loss, reason = "bundles are far below 2^52 bytes")]
    fn ratio(&self) -> f64 {
        self.bytes as f64 / self.peer as f64
    }
}

struct Budget {
    bytes: u64,
    ratio: f64,
    slim: u64,
}

impl Budget {
    fn read(workspace: &Workspace) -> Result<Self> {
        let file: Value = serde_json::from_slice(&fs::read(workspace.root.join(BUDGET))?)?;
        let bytes = |name| file.get(name)?.as_u64();
        let budget =
            || Some(Self { bytes: bytes("bytes")?, ratio: file.get("ratio")?.as_f64()?, slim: bytes("slim")? });
        budget().with_context(|| format!("{BUDGET} must have bytes, ratio and slim"))
    }

    fn check(&self, sizes: &Sizes) -> Result<()> {
        let ratio = sizes.ratio();
        ensure!(ratio <= self.ratio, "the bundle is {ratio:.3} of {PEER}'s, above the {} of {BUDGET}", self.ratio);
        ensure!(
            sizes.bytes <= self.bytes + SLACK,
            "the bundle has {} bytes, {} more than {BUDGET} allows: make it smaller, or if it is worth them, run \
                 `cargo xtask size --write` and commit what it writes",
            sizes.bytes,
            sizes.bytes - self.bytes
        );
        if let Some(bytes) = sizes.slim.filter(|bytes| *bytes > self.slim) {
            bail!("the bundle of {SLIM} has {bytes} bytes, more than {}", self.slim);
        }
        Ok(())
    }
}

/// Builds, measures and prints; fails above the budget.
pub fn run(workspace: &Workspace) -> Result<()> {
    package::build(workspace)?;
    consumer::install(workspace)?;
    check(workspace)
}

/// The same, and makes what was measured the budget and writes it into `docs/size.md`.
pub fn record(workspace: &Workspace) -> Result<()> {
    package::build(workspace)?;
    consumer::install(workspace)?;
    let sizes = measure(workspace)?;
    let Budget { ratio, slim, .. } = Budget::read(workspace)?;
    Budget { bytes: sizes.bytes, ratio, slim }.check(&sizes)?;
    page::record(workspace, &sizes, &steps::measure(workspace, sizes.bytes)?)?;
    write(
        &workspace.root.join(BUDGET),
        format!("{:#}\n", json!({ "bytes": sizes.bytes, "ratio": ratio, "slim": slim })),
    )
}

/// Measures the installed package.
pub fn check(workspace: &Workspace) -> Result<()> {
    let sizes = measure(workspace)?;
    let budget = Budget::read(workspace)?;
    println!("bundle of one command, esbuild --minify, gzip -9:");
    let (bytes, scripts) = (sizes.bytes, sizes.scripts);
    println!(
        "  ivs-wasm              {bytes:>7} bytes  (wasm {}, JavaScript {scripts}; budget {})",
        bytes - scripts,
        budget.bytes
    );
    println!("  {PEER}   {:>7} bytes", sizes.peer);
    println!("  ratio                 {:>7.3}        (budget {})", sizes.ratio(), budget.ratio);
    if let Some(bytes) = sizes.slim {
        println!("  {SLIM:<21} {bytes:>7} bytes  (limit {})", budget.slim);
    }
    budget.check(&sizes)
}

fn measure(workspace: &Workspace) -> Result<Sizes> {
    let folder = workspace.target.join("size");
    let ours = bundle(workspace, &folder, "ivs-wasm")?;
    let theirs = bundle(workspace, &folder, PEER)?;
    let inlined = longest_string(&ours);
    Ok(Sizes {
        bytes: gzipped(workspace, &folder, &ours)?,
        scripts: gzipped(workspace, &folder, &ours.replace(inlined, ""))?,
        slim: slim(workspace, &folder)?,
        peer: gzipped(workspace, &folder, &theirs)?,
    })
}

fn slim(workspace: &Workspace, folder: &Path) -> Result<Option<u64>> {
    let manifest: Value = serde_json::from_slice(&fs::read(workspace.package().join("package.json"))?)?;
    if manifest.pointer("/exports/.~1slim").is_none() {
        return Ok(None);
    }
    gzipped(workspace, folder, &bundle(workspace, folder, SLIM)?).map(Some)
}

fn bundle(workspace: &Workspace, folder: &Path, package: &str) -> Result<String> {
    let name = package.replace(['@', '/'], "");
    let [entry, out] = ["entry.js", "js"].map(|ending| folder.join(format!("{name}.{ending}")));
    let source = format!(
        "import {{ IvsClient, CreateChannelCommand }} from \"{package}\";\n\
         export const create = (config, input) => new IvsClient(config).send(new CreateChannelCommand(input));\n"
    );
    write(&entry, source)?;
    let flags =
        ["--bundle", "--minify", "--format=esm", "--platform=browser", "--target=es2022", "--log-level=warning"];
    run_quietly(
        program(&workspace.root, workspace.node_bin("esbuild"))
            // The entry lies in the target folder, which may be anywhere.
            .env("NODE_PATH", workspace.root.join("node_modules"))
            .arg(&entry)
            .args(flags)
            .arg(format!("--outfile={}", out.display())),
    )?;
    Ok(fs::read_to_string(&out)?)
}

/// Length by zlib at its best, as `gzip -9` has it.
fn gzipped(workspace: &Workspace, folder: &Path, text: &str) -> Result<u64> {
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
mod tests;
