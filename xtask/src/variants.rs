//! The entries of the package that are one file each: for `require`, and for runtimes that are served otherwise than by `index.js`.

use crate::package::read;
use crate::shell::{program, run_quietly};
use crate::typescript::{Files, Project, files_of};
use crate::workspace::Workspace;
use Loaded::{ByImport, ByRequire};
use anyhow::{Context, Result};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Loaded {
    ByImport,
    ByRequire,
}

struct Variant {
    /// The name of the files that it becomes.
    name: &'static str,
    /// The source that it begins with.
    entry: &'static str,
    loaded: &'static [Loaded],
    /// The folders of `pkg-template/variants/` whose files stand in for those of the same name.
    stand_ins: &'static [&'static str],
    /// Whose global types the sources may use.
    types: &'static [&'static str],
}

const VARIANTS: [Variant; 5] = [
    Variant { name: "index", entry: "index", loaded: &[ByRequire], stand_ins: &["server"], types: &[] },
    Variant {
        name: "node",
        entry: "index",
        loaded: &[ByImport, ByRequire],
        stand_ins: &["server", "node"],
        types: &["node"],
    },
    Variant { name: "workerd", entry: "index", loaded: &[ByImport], stand_ins: &["server", "workerd"], types: &[] },
    Variant { name: "edge", entry: "index", loaded: &[ByImport], stand_ins: &["server", "edge"], types: &[] },
    Variant { name: "slim", entry: "slim", loaded: &[ByImport, ByRequire], stand_ins: &["slim"], types: &[] },
];

/// What no bundler is to make smaller: with less to parse, Node loads the package in 0.3 ms less. Names stay, for those who read
/// stacks and what `console.log` shows of a client.
const MINIFIED: [&str; 2] = ["--minify-syntax", "--minify-whitespace"];

const ESBUILD: [&str; 8] = [
    "--bundle",
    "--platform=node",
    "--target=es2022",
    "--log-level=warning",
    "--sourcemap",
    // The bytes, which the variants share, and the file.
    "--external:./inlined-wasm.*",
    "--external:./ivs_wasm.wasm",
    "--external:./ivs_wasm.wasm?module",
];

/// Bundles each from the sources and the variant's own; returns what there is to add to the package.
pub fn build(workspace: &Workspace, sources: &Files, package: &Files) -> Result<Files> {
    let inlined = package.get("inlined-wasm.js").context("the package has no inlined-wasm.js")?;
    let required = String::from_utf8(inlined.clone())?.replace("export const ", "exports.");
    let mut built = Files::from([("inlined-wasm.cjs".to_owned(), required.into_bytes())]);
    for variant in &VARIANTS {
        let mut sources = sources.clone();
        for stand_ins in variant.stand_ins {
            sources.extend(files_of(&workspace.root.join("pkg-template/variants").join(stand_ins))?);
        }
        let project = Project::lay_out(workspace, variant.name, &sources, variant.types)?;
        project.check()?;
        for loaded in variant.loaded {
            built.extend(bundle(workspace, &project, variant, *loaded)?);
        }
    }
    Ok(built)
}

/// The file that a variant becomes, and its source map.
fn bundle(workspace: &Workspace, project: &Project, variant: &Variant, loaded: Loaded) -> Result<Files> {
    let (ending, format): (_, &[&str]) = match loaded {
        ByImport => ("js", &["--format=esm"]),
        // Jest runs no `import()` in what it has loaded by `require`.
        ByRequire => ("cjs", &["--format=cjs", "--supported:dynamic-import=false"]),
    };
    let name = format!("{}.{ending}", variant.name);
    // Beside the sources, so that the paths of what stays outside are those of the package.
    let mut esbuild = program(&project.sources(), workspace.node_bin("esbuild"));
    esbuild.arg(format!("./{}", variant.entry)).args(ESBUILD).args(format).arg(format!("--outfile={name}"));
    if variant.name == "node" {
        esbuild.args(MINIFIED);
    }
    run_quietly(&mut esbuild)?;
    let mut script = String::from_utf8(read(&project.sources().join(&name))?)?;
    if loaded == ByRequire {
        script = script.replace("\"./inlined-wasm.js\"", "\"./inlined-wasm.cjs\"");
    }
    let map = format!("{name}.map");
    Ok(Files::from([(map.clone(), read(&project.sources().join(map))?), (name, script.into_bytes())]))
}
