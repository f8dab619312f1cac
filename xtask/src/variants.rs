//! The entries of the package that are one file each: for `require`, and for runtimes that are served otherwise than by `index.js`.

use crate::package::read;
use crate::shell::{program, run_quietly};
use crate::typescript::{Files, Project, files_of};
use crate::workspace::{Workspace, write};
use Loaded::{ByImport, ByRequire};
use anyhow::{Context, Result};
use std::process::Command;

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

const VARIANTS: [Variant; 15] = [
    Variant { name: "index", entry: "index", loaded: &[ByRequire], stand_ins: &["complete"], types: &[] },
    Variant {
        name: "server",
        entry: "index",
        loaded: &[ByImport, ByRequire],
        stand_ins: &["complete", "environment", "server"],
        types: &["node"],
    },
    Variant {
        name: "node",
        entry: "index",
        loaded: &[ByImport, ByRequire],
        stand_ins: &["complete", "environment", "server", "node"],
        types: &["node"],
    },
    // Of both, which import it when they need it.
    Variant {
        name: "credential-chain",
        entry: "credential-chain",
        loaded: &[ByImport, ByRequire],
        stand_ins: &["environment", "server"],
        types: &["node"],
    },
    Variant {
        name: "workerd",
        entry: "index",
        loaded: &[ByImport],
        stand_ins: &["complete", "environment", "workerd"],
        types: &[],
    },
    Variant {
        name: "edge",
        entry: "index",
        loaded: &[ByImport],
        stand_ins: &["complete", "environment", "edge"],
        types: &[],
    },
    Variant { name: "slim", entry: "slim", loaded: &[ByImport, ByRequire], stand_ins: &["slim"], types: &[] },
    Variant {
        name: "slim-server",
        entry: "slim",
        loaded: &[ByImport, ByRequire],
        stand_ins: &["complete", "environment", "server", "slim"],
        types: &["node"],
    },
    // What imports it takes the modules as they are, which are small and the same everywhere.
    Variant { name: "events", entry: "events", loaded: &[ByRequire], stand_ins: &[], types: &[] },
    Variant { name: "metadata", entry: "metadata", loaded: &[ByRequire], stand_ins: &[], types: &[] },
    Variant { name: "workflows", entry: "workflows", loaded: &[ByRequire], stand_ins: &[], types: &[] },
    Variant { name: "batch", entry: "batch", loaded: &[ByRequire], stand_ins: &[], types: &[] },
    Variant { name: "playback", entry: "playback", loaded: &[ByRequire], stand_ins: &[], types: &[] },
    Variant {
        name: "playback-node",
        entry: "playback",
        loaded: &[ByImport, ByRequire],
        stand_ins: &["environment", "server", "node"],
        types: &["node"],
    },
    Variant { name: "watch", entry: "watch", loaded: &[ByRequire], stand_ins: &[], types: &[] },
];

/// What no bundler is to make smaller: with less to parse, Node loads the package in 0.3 ms less. Names stay, for those who read
/// stacks and what `console.log` shows of a client.
const MINIFIED: [&str; 2] = ["--minify-syntax", "--minify-whitespace"];

/// What the variants share, which stays outside of them.
const SHARED: [&str; 2] = ["inlined-wasm", "credential-chain"];

const ESBUILD: [&str; 7] = [
    "--bundle",
    "--platform=node",
    "--target=es2022",
    "--log-level=warning",
    "--sourcemap",
    // The file.
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
        ByRequire => (
            "cjs",
            &[
                "--format=cjs",
                "--supported:dynamic-import=false",
                "--define:import.meta.url=__filename",
                "--log-override:commonjs-variable-in-esm=silent",
            ],
        ),
    };
    let name = format!("{}.{ending}", variant.name);
    let entry = match loaded {
        ByImport => variant.entry,
        ByRequire => required_entry(workspace, project, variant)?,
    };
    // Beside the sources, so that the paths of what stays outside are those of the package.
    let mut esbuild = esbuild(workspace, project, variant);
    esbuild.arg(format!("./{entry}")).args(format).arg(format!("--outfile={name}"));
    if variant.name == "node" {
        esbuild.args(MINIFIED);
    }
    run_quietly(&mut esbuild)?;
    let mut script = String::from_utf8(read(&project.sources().join(&name))?)?;
    if loaded == ByRequire {
        for shared in SHARED {
            script = script.replace(&format!("\"./{shared}.js\""), &format!("\"./{shared}.cjs\""));
        }
    }
    let map = format!("{name}.map");
    Ok(Files::from([(map.clone(), read(&project.sources().join(map))?), (name, script.into_bytes())]))
}

/// Bundles a variant, but for what the others share with it.
fn esbuild(workspace: &Workspace, project: &Project, variant: &Variant) -> Command {
    let mut esbuild = program(&project.sources(), workspace.node_bin("esbuild"));
    esbuild.args(ESBUILD);
    let others = SHARED.iter().filter(|name| **name != variant.name);
    esbuild.args(others.map(|name| format!("--external:./{name}.*")));
    esbuild
}

/// An entry that assigns what the variant's exports. Left to itself, esbuild exports with a loop over an object, members of
/// `Object.prototype` included, and fails if one of them is no function.
fn required_entry(workspace: &Workspace, project: &Project, variant: &Variant) -> Result<&'static str> {
    const ENTRY: &str = "required-entry";
    let folder = project.sources();
    let mut esbuild = esbuild(workspace, project, variant);
    esbuild.arg(format!("./{}", variant.entry)).args(["--format=esm", "--outfile=../exports.js"]);
    run_quietly(esbuild.arg("--metafile=../exports.json"))?;
    let exports: serde_json::Value = serde_json::from_slice(&read(&folder.join("../exports.json"))?)?;
    let exports = exports.pointer("/outputs/..~1exports.js/exports").and_then(serde_json::Value::as_array);
    let exports = exports.context("esbuild lists no exports")?;
    let names: Vec<_> = exports.iter().filter_map(serde_json::Value::as_str).collect();
    let mut script = format!("import {{ {} }} from \"./{}.js\";\n", names.join(", "), variant.entry);
    script.push_str("Object.defineProperty(exports, \"__esModule\", { value: true });\n");
    script.extend(names.iter().map(|name| format!("exports.{name} = {name};\n")));
    write(&folder.join(format!("{ENTRY}.js")), script)?;
    Ok(ENTRY)
}
