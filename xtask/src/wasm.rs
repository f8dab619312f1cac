//! The WebAssembly module: compiled, given its JavaScript glue, optimised, compressed and inlined.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use walrus::ModuleConfig;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::shell::{cargo, run, step};
use crate::shrink;
use crate::tools::{WASM, wasm_target};
use crate::workspace::{Workspace, write};
use crate::{cluster, glue, inline, remap, wasm_opt};

/// What `wasm-opt` does.
const PASSES: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--converge",
    // The packer likes many functions that look alike better than a few that are short: a function with one caller is inlined by
    // default however large it is, and what is common in one function is not common to all.
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=3",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    // The alignment of an access is a hint that no engine reads, and one value packs better than four.
    "--dealign",
    // The lowest kilobyte is the end of the stack.
    "--low-memory-unused",
    // The packer packs the zeros between constants better than a segment for each constant does.
    "--skip-pass=memory-packing",
];

/// File name of the module, and of its glue.
const NAME: &str = "ivs_wasm";

/// The module.
pub const MODULE: &str = "ivs_wasm.wasm";

/// Its glue, the types of that, and the module inlined into a script.
pub const SOURCES: [&str; 3] = ["ivs_wasm.js", "ivs_wasm.d.ts", "wasm.js"];

/// Builds, and returns the folder of [`MODULE`] and [`SOURCES`]. What has not changed is not made again.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    wasm_target(workspace)?;
    let (compiled, unpacker) = step("building the wasm", || {
        let build = ["build", "--release", "--locked", "--package", "ivs-wasm", "--lib", "--target", WASM];
        Ok((compile(workspace, &build, NAME)?, inline::compile_unpacker(workspace)?))
    })?;

    let folder = workspace.target.join("package/wasm");
    let stamp = folder.join("made-from");
    let recipe = [
        workspace.locked("wasm-bindgen")?.as_bytes(),
        include_bytes!("shrink.rs"),
        include_bytes!("wasm.rs"),
        include_bytes!("wasm_opt.rs"),
        include_bytes!("cluster.rs"),
        include_bytes!("glue.rs"),
        include_bytes!("inline.rs"),
        include_bytes!("../../packing/src/pack.rs"),
        &compiled,
        // How it predicts is how the packer does.
        &unpacker,
    ]
    .concat();
    if !fs::read(&stamp).is_ok_and(|known| known == recipe) {
        step("optimising and inlining the wasm", || {
            fs::create_dir_all(&folder)?;
            bind(&compiled, &folder)?;
            let module = folder.join(format!("{NAME}.wasm"));
            wasm_opt::optimise(workspace, PASSES, &folder.join(format!("{NAME}_bg.wasm")), &module)?;
            write(&module, cluster::cluster(&fs::read(&module)?)?)?;
            inline::inline(workspace, &fs::read(&module)?, &unpacker, &folder)?;
            write(&stamp, &recipe)
        })?;
    }
    Ok(folder)
}

/// Compiles by a command of Cargo's, and returns the module of that name.
pub fn compile(workspace: &Workspace, command: &[&str], name: &str) -> Result<Vec<u8>> {
    let mut cargo = cargo(&workspace.root);
    // These would replace the flags of .cargo/config.toml.
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    run(cargo.args(["--config", &remap::config(workspace, WASM)?]).args(command))?;
    let compiled = workspace.target.join(WASM).join("release").join(format!("{name}.wasm"));
    fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))
}

fn bind(compiled: &[u8], folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(NAME, compiled.to_vec())
        .web(true)?
        // Bundlers trip over the `new URL(…, import.meta.url)` that would load the file.
        .omit_default_module_path(true)
        // Every engine of our floor has `encodeInto`.
        .encode_into(EncodeInto::Always)
        .remove_producers_section(true)
        .typescript(true)
        .generate(folder)
        .map_err(|error| anyhow!("wasm-bindgen cannot make the glue: {error:#}"))?;

    let (module, glue) = (folder.join(format!("{NAME}_bg.wasm")), folder.join(format!("{NAME}.js")));
    let mut shrunk = ModuleConfig::new().parse(&fs::read(&module)?)?;
    shrink::silence_panics(&mut shrunk)?;
    shrink::drop_unused(&mut shrunk)?;
    shrink::blank_locations(&mut shrunk)?;
    shrink::blank_texts(&mut shrunk);
    let imports = shrunk.imports.iter().map(|import| import.name.clone()).collect();
    let script = glue::shrink(&fs::read_to_string(&glue)?, &imports)?;
    write(&glue, shrink::shorten_names(&mut shrunk, &script)?)?;
    // It replaces the functions that instantiate by one.
    let types = folder.join(format!("{NAME}.d.ts"));
    let init = "export function init(module: WebAssembly.Module): Promise<void>;\n";
    write(&types, fs::read_to_string(&types)? + init)?;
    write(&module, shrunk.emit_wasm())
}

/// What [`build`] made, once more with the names of the functions.
pub fn with_names(workspace: &Workspace) -> Result<PathBuf> {
    let folder = build(workspace)?;
    let [from, to] = [format!("{NAME}_bg.wasm"), format!("{NAME}_named.wasm")].map(|name| folder.join(name));
    wasm_opt::optimise_with_names(workspace, PASSES, &from, &to)?;
    Ok(to)
}
