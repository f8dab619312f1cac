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

/// A crate that becomes a module.
pub struct Recipe {
    crate_name: &'static str,
    /// File name of the module, and of its glue.
    name: &'static str,
    /// Cargo's.
    profile: &'static str,
    steps: &'static [Step],
    /// Where the module is made.
    folder: &'static str,
}

/// The module of the package `ivs-wasm`.
pub const CLIENT: Recipe = Recipe {
    crate_name: "ivs-wasm",
    name: "ivs_wasm",
    profile: "release",
    steps: &[Step::SilencePanics, Step::ShortenNames],
    folder: "package/wasm",
};

/// The module of the package `ivs-local`.
pub const LOCAL: Recipe = Recipe {
    crate_name: "ivs-local-npm",
    name: "ivs_local_npm",
    profile: "local",
    steps: &[Step::TrapPanics],
    folder: "package/local-wasm",
};

impl Recipe {
    /// File name of the module.
    pub fn module(&self) -> String {
        format!("{}.wasm", self.name)
    }
}

/// What the build does beyond cargo, wasm-bindgen, `wasm-opt` and deflate. `docs/size.md` says what each is worth.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    SilencePanics,
    /// Of a module that formats text, which therefore keeps what it formats with.
    TrapPanics,
    ShortenNames,
}

impl Step {
    /// Those of the package `ivs-wasm`.
    pub const ALL: [Self; 2] = [Self::SilencePanics, Self::ShortenNames];

    /// Where it is, and what it consists of.
    pub const fn source(self) -> (&'static str, &'static str) {
        match self {
            Self::SilencePanics | Self::TrapPanics => ("xtask/src/panics.rs", include_str!("panics.rs")),
            Self::ShortenNames => ("xtask/src/names.rs", include_str!("names.rs")),
        }
    }
}

/// What stands in for two globals in the glue.
const TEXT_CODING: (&str, &[u8]) = ("src/js/text_coding.js", include_bytes!("../../src/js/text_coding.js"));

/// The module inlined into a script.
const INLINED: &str = "inlined-wasm.js";

/// Where wasm-bindgen puts the scripts of the crate that the glue imports.
const SNIPPETS: &str = "snippets/";

/// What there is to compile with a package's sources, of the folder that [`build`] returns: its glue, the types of that, and the
/// inlined module.
pub fn sources(recipe: &Recipe, folder: &Path) -> Result<Files> {
    let glue = [format!("{}.js", recipe.name), format!("{}.d.ts", recipe.name)];
    let mut files = files_of(folder)?;
    files.retain(|name, _| glue.contains(name) || name == INLINED || name.starts_with(SNIPPETS));
    Ok(files)
}

/// Builds, and returns the folder of the module and its sources ([`sources`]). What has not changed is not made again.
pub fn build(workspace: &Workspace, recipe: &Recipe) -> Result<PathBuf> {
    wasm_target(workspace)?;
    let compiled = step(&format!("building the wasm of {}", recipe.crate_name), || compile(workspace, recipe))?;
    let folder = workspace.target.join(recipe.folder);
    let stamp = folder.join("made-from");
    let made_from = [
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
    if !fs::read(&stamp).is_ok_and(|known| known == made_from) {
        step("optimising and inlining the wasm", || make(workspace, recipe, &compiled, recipe.steps, &folder))?;
        write(&stamp, &made_from)?;
    }
    Ok(folder)
}

/// Makes the files of the package `ivs-wasm` of the module that [`build`] compiled, by all steps but one.
pub fn make_without(workspace: &Workspace, left_out: Step, folder: &Path) -> Result<()> {
    let steps = Step::ALL.into_iter().filter(|step| *step != left_out).collect::<Vec<_>>();
    make(workspace, &CLIENT, &compile(workspace, &CLIENT)?, &steps, folder)
}

fn make(workspace: &Workspace, recipe: &Recipe, compiled: &[u8], steps: &[Step], folder: &Path) -> Result<()> {
    let Recipe { name, .. } = recipe;
    // Scripts that the crate does not have any more would stay.
    remove_folder(&folder.join(SNIPPETS))?;
    fs::create_dir_all(folder)?;
    bind(workspace, name, compiled, steps, folder)?;
    let module = folder.join(format!("{name}.wasm"));
    wasm_opt::optimise(workspace, PASSES, &folder.join(format!("{name}_bg.wasm")), &module)?;
    write(&folder.join(INLINED), inline::script(name, &fs::read(&module)?)?)
}

fn compile(workspace: &Workspace, recipe: &Recipe) -> Result<Vec<u8>> {
    let Recipe { crate_name, name, profile, .. } = *recipe;
    let mut cargo = cargo(&workspace.root);
    // These would replace the flags of .cargo/config.toml.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    let build = ["build", "--profile", profile, "--locked", "--package", crate_name, "--lib", "--target", WASM];
    run(cargo.args(["--config", &remap::config(workspace, WASM)?]).args(build))?;
    let compiled = workspace.target.join(WASM).join(profile).join(format!("{name}.wasm"));
    fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))
}

fn bind(workspace: &Workspace, name: &str, compiled: &[u8], steps: &[Step], folder: &Path) -> Result<()> {
    let mut module = ModuleConfig::new().parse(compiled)?;
    if steps.contains(&Step::SilencePanics) {
        // Before wasm-bindgen, which then leaves out the imports that only panics use.
        panics::silence(&mut module)?;
    }
    if steps.contains(&Step::TrapPanics) {
        panics::trap(&mut module)?;
    }
    Bindgen::new()
        .input_module(name, module)
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
    let script = folder.join(format!("{name}.js"));
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
    let bound = folder.join(format!("{name}_bg.wasm"));
    let mut module = ModuleConfig::new().parse(&fs::read(&bound)?)?;
    names::shorten(workspace, &mut module, &script)?;
    write(&bound, module.emit_wasm())
}
