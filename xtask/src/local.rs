//! The npm package `ivs-local`: `pkg-local/`, of `ivs-local/npm/package/`, the wasm and the demo page.

use crate::licenses;
use crate::package::{self, read, remove_others};
use crate::shell::{program, run_quietly, step};
use crate::typescript::{Files, Project, declarations, files_of};
use crate::wasm::{self, LOCAL};
use crate::workspace::{Workspace, write};
use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;
use std::path::Path;

const SOURCES: &str = "ivs-local/npm/package";

/// What its module may weigh, in bytes that `gzip -9` leaves.
const LIMIT: usize = 250_000;

/// What its entries share.
const INLINED: &str = "inlined-wasm";

/// The files that it consists of: what each is made of, its format, and what else the bundler is told.
const BUNDLES: [(&str, &str, &[&str]); 3] = [
    ("index.js", "index", &["--format=esm"]),
    // Jest runs no `import()` in what it has loaded by `require`.
    ("index.cjs", "index", &["--format=cjs", "--supported:dynamic-import=false"]),
    ("cli.js", "cli", &["--format=esm"]),
];

/// `cargo xtask build --local`. The demo page is that which the build of `ivs-wasm` has left.
pub fn build(workspace: &Workspace) -> Result<()> {
    package::build(workspace)?;
    let wasm = wasm::build(workspace, &LOCAL)?;
    check_size(&wasm)?;
    step("assembling pkg-local/", || assemble(workspace, &wasm))
}

/// Prints what its module weighs; fails above the limit.
fn check_size(wasm: &Path) -> Result<()> {
    let mut gzipped = GzEncoder::new(Vec::new(), Compression::best());
    gzipped.write_all(&read(&wasm.join(LOCAL.module()))?)?;
    let bytes = gzipped.finish()?.len();
    println!("  the wasm of ivs-local {bytes:>7} bytes  (limit {LIMIT})");
    ensure!(bytes <= LIMIT, "the wasm of ivs-local has {bytes} bytes, more than {LIMIT}");
    Ok(())
}

fn assemble(workspace: &Workspace, wasm: &Path) -> Result<()> {
    let mut sources = files_of(&workspace.root.join(SOURCES).join("src"))?;
    sources.extend(wasm::sources(&LOCAL, wasm)?);
    let project = Project::lay_out(workspace, "local", &sources, &["node"])?;
    let compiled = project.compile()?;
    let mut made = declarations(&compiled, "index.d.ts")?;
    // A `.d.ts` declares what is loaded by `import` or `require` as the nearest package.json says.
    let required: Files = made.iter().map(|(name, content)| (format!("commonjs/{name}"), content.clone())).collect();
    made.extend(required);
    made.insert("commonjs/package.json".to_owned(), b"{ \"type\": \"commonjs\" }\n".to_vec());
    made.extend(bundles(workspace, &project)?);
    let inlined = format!("{INLINED}.js");
    let script = String::from_utf8(read(&project.sources().join(&inlined))?)?;
    made.insert(format!("{INLINED}.cjs"), script.replace("export const ", "exports.").into_bytes());
    made.insert(inlined, script.into_bytes());

    let manifest = package::manifest(workspace, &format!("{SOURCES}/package.json"))?;
    made.insert("package.json".to_owned(), manifest);
    made.insert(licenses::FILE.to_owned(), licenses::text(workspace, "ivs-local-npm")?.into_bytes());
    made.insert("README.md".to_owned(), read(&workspace.root.join(SOURCES).join("README.md"))?);
    made.insert("LICENSE".to_owned(), read(&workspace.root.join("LICENSE"))?);
    let page = files_of(&workspace.root.join("www"))?;
    made.extend(page.into_iter().map(|(name, content)| (format!("www/{name}"), content)));

    let package = workspace.local_package();
    for (name, content) in &made {
        write(&package.join(name), content)?;
    }
    remove_others(&package, &made.into_keys().collect())
}

fn bundles(workspace: &Workspace, project: &Project) -> Result<Files> {
    let mut made = Files::new();
    for (name, entry, format) in BUNDLES {
        let mut esbuild = program(&project.sources(), workspace.node_bin("esbuild"));
        esbuild.arg(format!("./{entry}.ts")).args(format).arg(format!("--outfile=../bundles/{name}"));
        esbuild.args(["--bundle", "--platform=node", "--target=es2022", "--log-level=warning"]);
        run_quietly(esbuild.arg(format!("--external:./{INLINED}.js")))?;
        let mut script = String::from_utf8(read(&project.sources().join("../bundles").join(name))?)?;
        if Path::new(name).extension().is_some_and(|extension| extension == "cjs") {
            script = script.replace(&format!("\"./{INLINED}.js\""), &format!("\"./{INLINED}.cjs\""));
        }
        made.insert(name.to_owned(), script.into_bytes());
    }
    Ok(made)
}
