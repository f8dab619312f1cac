//! Short names for the imports and exports of the module, which nobody but its script uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use walrus::{Export, Module};

use crate::package::read;
use crate::shell::{program, run_quietly};
use crate::workspace::{Workspace, write};

/// Has esbuild rename them as properties of the script, where it avoids the names of other properties, and renames them in the module
/// alike. `ivs_wasm.names.json` beside the script has each name and its short one: `docs/architecture.md` is compared with it.
pub fn shorten(workspace: &Workspace, module: &mut Module, script: &Path) -> Result<()> {
    let imports = module.imports.iter().flat_map(|import| [&import.module, &import.name]);
    let exports = module.exports.iter().map(|export| &export.name);
    let names: BTreeSet<_> = imports.chain(exports).filter(|name| is_generated(name)).map(String::as_str).collect();
    let pattern = names.into_iter().collect::<Vec<_>>().join("|").replace('.', "\\.");
    let cache = script.with_extension("names.json");
    write(&cache, "{}")?;
    run_quietly(
        program(&workspace.root, workspace.node_bin("esbuild"))
            .arg(script)
            .args([format!("--mangle-props=^({pattern})$"), format!("--mangle-cache={}", cache.display())])
            .args(["--mangle-quoted", "--drop:console", "--target=es2022", "--log-level=warning", "--allow-overwrite"])
            .arg(format!("--outfile={}", script.display())),
    )?;
    let short: BTreeMap<String, String> = serde_json::from_slice(&read(&cache)?)?;

    let imported = module.imports.iter_mut().flat_map(|import| [&mut import.module, &mut import.name]);
    for name in imported.filter(|name| is_generated(name)) {
        *name = short.get(name).with_context(|| format!("the script does not provide {name}"))?.clone();
    }
    // An export that the script does not use would keep its function in the module.
    let is_unused = |export: &&Export| is_generated(&export.name) && !short.contains_key(&export.name);
    let unused: Vec<_> = module.exports.iter().filter(is_unused).map(Export::id).collect();
    for id in unused {
        module.exports.delete(id);
    }
    for export in module.exports.iter_mut() {
        if let Some(name) = short.get(&export.name) {
            export.name.clone_from(name);
        }
    }
    Ok(())
}

/// Whether no property of anything else has this name: those of JavaScript's and of browsers' own objects have no underscores.
fn is_generated(name: &str) -> bool {
    name.contains('_')
}
