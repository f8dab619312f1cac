//! The WebAssembly module: compiled, given its JavaScript glue, optimised, compressed and inlined.

use crate::shell::{cargo, program, run, run_quietly, step};
use crate::tools::{WASM, wasm_target};
use crate::typescript::{Files, files_of};
use crate::workspace::{Workspace, remove_folder, write};
use crate::{inline, names, panics, remap, wasm_opt};
use anyhow::{Context, Result, anyhow};
use std::fs;
use std::path::{Path, PathBuf};
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

/// What `wasm-opt` does.
const PASSES: &[&str] = &[
    "-Oz",
    "--converge",
    // Larger functions that are called from one place stay what they are: deflate finds more in common between small ones.
    "--one-caller-inline-max-function-size=150",
    // The lowest kilobyte is the end of the stack.
    "--low-memory-unused",
    // The alignment of an access is a hint that no engine reads.
    "--dealign",
    // What follows is what deflate likes better.
    "--skip-pass=memory-packing",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
];

/// File name of the module, and of its glue.
const NAME: &str = "ivs_wasm";

pub const MODULE: &str = "ivs_wasm.wasm";

/// What the build does beyond cargo, wasm-bindgen, `wasm-opt` and deflate. `docs/size.md` says what each is worth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    SilencePanics,
    ShortenNames,
}

impl Step {
    pub const ALL: [Self; 2] = [Self::SilencePanics, Self::ShortenNames];

    /// Where it is, and what it consists of.
    pub const fn source(self) -> (&'static str, &'static str) {
        match self {
            Self::SilencePanics => ("xtask/src/panics.rs", include_str!("panics.rs")),
            Self::ShortenNames => ("xtask/src/names.rs", include_str!("names.rs")),
        }
    }
}

/// What stands in for two globals in the glue.
const TEXT_CODING: (&str, &[u8]) = ("src/js/text_coding.js", include_bytes!("../../src/js/text_coding.js"));

/// Its glue, the types of that, and the module inlined into a script.
const SOURCES: [&str; 3] = ["ivs_wasm.js", "ivs_wasm.d.ts", "inlined-wasm.js"];

/// Where wasm-bindgen puts the scripts of the crate that the glue imports.
const SNIPPETS: &str = "snippets/";

/// What there is to compile with the package's sources, of the folder that [`build`] returns.
pub fn sources(folder: &Path) -> Result<Files> {
    let mut files = files_of(folder)?;
    files.retain(|name, _| SOURCES.contains(&name.as_str()) || name.starts_with(SNIPPETS));
    Ok(files)
}

/// Builds, and returns the folder of [`MODULE`] and its sources ([`sources`]). What has not changed is not made again.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    wasm_target(workspace)?;
    let compiled = step("building the wasm", || compile(workspace))?;
    let folder = workspace.target.join("package/wasm");
    let stamp = folder.join("made-from");
    let recipe = [
        workspace.locked("wasm-bindgen-cli-support")?.as_bytes(),
        include_bytes!("inline.rs"),
        include_bytes!("names.rs"),
        include_bytes!("panics.rs"),
        include_bytes!("wasm.rs"),
        include_bytes!("wasm_opt.rs"),
        TEXT_CODING.1,
        &compiled,
    ]
    .concat();
    if !fs::read(&stamp).is_ok_and(|known| known == recipe) {
        step("optimising and inlining the wasm", || make(workspace, &compiled, &Step::ALL, &folder))?;
        write(&stamp, &recipe)?;
    }
    Ok(folder)
}

/// Makes the package's files of the module that [`build`] compiled, by all steps but one.
pub fn make_without(workspace: &Workspace, left_out: Step, folder: &Path) -> Result<()> {
    let steps = Step::ALL.into_iter().filter(|step| *step != left_out).collect::<Vec<_>>();
    make(workspace, &compile(workspace)?, &steps, folder)
}

fn make(workspace: &Workspace, compiled: &[u8], steps: &[Step], folder: &Path) -> Result<()> {
    // Scripts that the crate does not have any more would stay.
    remove_folder(&folder.join(SNIPPETS))?;
    fs::create_dir_all(folder)?;
    bind(workspace, compiled, steps, folder)?;
    let module = folder.join(format!("{NAME}.wasm"));
    wasm_opt::optimise(workspace, PASSES, &folder.join(format!("{NAME}_bg.wasm")), &module)?;
    write(&folder.join("inlined-wasm.js"), inline::script(&fs::read(&module)?)?)
}

fn compile(workspace: &Workspace) -> Result<Vec<u8>> {
    let mut cargo = cargo(&workspace.root);
    // These would replace the flags of .cargo/config.toml.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    let build = ["build", "--release", "--locked", "--package", "ivs-wasm", "--lib", "--target", WASM];
    run(cargo.args(["--config", &remap::config(workspace, WASM)?]).args(build))?;
    let compiled = workspace.target.join(WASM).join("release").join(format!("{NAME}.wasm"));
    fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))
}

fn bind(workspace: &Workspace, compiled: &[u8], steps: &[Step], folder: &Path) -> Result<()> {
    let mut module = ModuleConfig::new().parse(compiled)?;
    if steps.contains(&Step::SilencePanics) {
        // Before wasm-bindgen, which then leaves out the imports that only panics use.
        panics::silence(&mut module)?;
    }
    Bindgen::new()
        .input_module(NAME, module)
        .web(true)?
        // Bundlers trip over the `new URL(…, import.meta.url)` that would load the file.
        .omit_default_module_path(true)
        // All engines that we support have `encodeInto`.
        .encode_into(EncodeInto::Always)
        .reset_state_function(true)
        .remove_producers_section(true)
        .typescript(true)
        .generate(folder)
        .map_err(|error| anyhow!("wasm-bindgen cannot make the glue: {error:#}"))?;
    let script = folder.join(format!("{NAME}.js"));
    // esbuild replaces the names of the globals that the file exports, wherever the glue refers to them.
    run_quietly(
        program(&workspace.root, workspace.node_bin("esbuild"))
            .arg(&script)
            .args([format!("--inject:{}", TEXT_CODING.0), format!("--outfile={}", script.display())])
            .args(["--allow-overwrite", "--target=es2022", "--log-level=warning"]),
    )?;
    if !steps.contains(&Step::ShortenNames) {
        return Ok(());
    }
    let bound = folder.join(format!("{NAME}_bg.wasm"));
    let mut module = ModuleConfig::new().parse(&fs::read(&bound)?)?;
    names::shorten(workspace, &mut module, &script)?;
    write(&bound, module.emit_wasm())
}
