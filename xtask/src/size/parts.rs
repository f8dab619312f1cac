//! What the wasm consists of: twiggy says how large each function is.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::cargo_tool::{self, CargoTool};
use crate::shell::{output, program};
use crate::wasm;
use crate::workspace::Workspace;

/// Version of twiggy.
pub const TWIGGY: &str = "0.8.0";

/// Parts of fewer bytes are one row.
const LEAST: u64 = 150;

/// Bytes by part: a crate, or a module of ours.
pub fn measure(workspace: &Workspace) -> Result<Vec<(String, u64)>> {
    Ok(by_part(&items(workspace)?))
}

/// Everything in the module, with its bytes.
fn items(workspace: &Workspace) -> Result<Vec<(String, u64)>> {
    let twiggy = CargoTool { name: "twiggy", version: TWIGGY.to_owned(), features: &[] };
    twiggy.install(workspace, &AtomicBool::new(false))?;
    let module = wasm::with_names(workspace)?;
    let top = ["top", "-f", "json"];
    let twiggy = cargo_tool::folder(workspace).join("bin/twiggy");
    let items: Vec<Value> = serde_json::from_str(&output(program(&workspace.root, twiggy).args(top).arg(module))?)?;
    let items = items.iter().map(|item| {
        let name = item.get("name")?.as_str()?;
        Some((name.to_owned(), item.get("shallow_size")?.as_u64()?))
    });
    items.collect::<Option<_>>().context("twiggy's report has another form than that of its version")
}

/// Bytes by part. The names themselves are not in the package.
fn by_part(items: &[(String, u64)]) -> Vec<(String, u64)> {
    let mut parts = BTreeMap::<String, u64>::new();
    for (name, bytes) in items.iter().filter(|(name, _)| !is_of_names(name)) {
        *parts.entry(part(name)).or_default() += bytes;
    }
    let small: Vec<_> = parts.extract_if(.., |_, bytes| *bytes < LEAST).collect();
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(part, bytes)| (u64::MAX - bytes, part.clone()));
    if !small.is_empty() {
        let names: Vec<_> = small.iter().map(|(name, _)| name.as_str()).collect();
        parts.push((names.join(", "), small.iter().map(|(_, bytes)| bytes).sum()));
    }
    parts
}

fn is_of_names(name: &str) -> bool {
    name.starts_with("custom section 'name'") || name.ends_with(" subsection")
}

/// The crate of a function, and the module where the crate is ours.
fn part(name: &str) -> String {
    if name.starts_with("data segment ") {
        return "data".to_owned();
    }
    if name.starts_with("code[") {
        return "unnamed".to_owned();
    }
    let frame =
        ["type[", "import ", "export \"", "elem[", "table[", "memory[", "global[", "wasm magic", "custom section"];
    if frame.iter().any(|start| name.starts_with(start)) || name.contains("section headers") {
        return "the module's frame".to_owned();
    }
    if !name.contains("::") {
        return undecorated(name).to_owned();
    }
    // What is dropped, and what a trait is implemented for, if that has a crate.
    let name = name.strip_prefix("core::ptr::drop_in_place<").unwrap_or(name);
    let path = |text: &str| {
        let text = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic() && c != '_');
        let mut words = text
            .split("::")
            .map(|word| word.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(word));
        let first = words.next()?.to_owned();
        let second = words.next()?.to_owned();
        text.get(first.len()..)?.starts_with(['[', ':']).then_some((first, second))
    };
    let implemented = name.split_once(" as ").and_then(|(_, of)| path(of));
    match path(name).or(implemented) {
        Some((first, second)) if first == "ivs_wasm" => format!("{first}::{second}"),
        Some((first, _)) if first.starts_with("__rust") || first == "rustc_std_workspace_core" => "std".to_owned(),
        Some((first, _)) => first,
        None => "unnamed".to_owned(),
    }
}

/// A function without a path is an export of ours or of wasm-bindgen's, or arithmetic.
fn undecorated(name: &str) -> &str {
    let ours = ["engine_", "__wbg_engine_", "sign", "presign"];
    if name.contains("externref") || name.starts_with("__wbindgen") {
        "wasm_bindgen"
    } else if ours.iter().any(|start| name.starts_with(start)) {
        "ivs_wasm::js"
    } else {
        "compiler_builtins"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_their_crates_and_modules() {
        for (name, expected) in [
            ("ivs_wasm::js::Engine::call::{{closure}}::h1c5471652832b334", "ivs_wasm::js"),
            (
                "<ivs_wasm::js::input::JsInput as ivs_wasm::protocol::value::Value>::view::h51b8d51efff47679",
                "ivs_wasm::js",
            ),
            (
                "ivs_wasm::protocol::query::<impl ivs_wasm::protocol::encode::Walk>::write_query::h0f29d45c9bc06e16",
                "ivs_wasm::protocol",
            ),
            ("core::ptr::drop_in_place<alloc::rc::Rc<ivs_wasm::client::Client>>::h00", "alloc"),
            ("core::ptr::drop_in_place<ivs_wasm::sigv4::Credentials>::h00", "ivs_wasm::sigv4"),
            ("<[Z] as zeroize::Zeroize>::zeroize::h00", "zeroize"),
            ("<&T as core::fmt::Debug>::fmt::h00", "core"),
            ("alloc[3ca501edff3f0c7c]::raw_vec::finish_grow", "alloc"),
            ("__rustc[b7974e8690430dd9]::__rust_alloc", "std"),
            ("engine_call externref shim", "wasm_bindgen"),
            ("engine_call", "ivs_wasm::js"),
            ("__multi3", "compiler_builtins"),
            ("code[7]", "unnamed"),
            ("data segment \".rodata\"", "data"),
            ("data section headers", "the module's frame"),
            ("import _::ab", "the module's frame"),
            ("export \"memory\"", "the module's frame"),
        ] {
            assert_eq!(part(name), expected, "{name}");
        }
    }

    #[test]
    fn parts_add_up_without_the_names() {
        let item = |name: &str, bytes| (name.to_owned(), bytes);
        let items = [
            item("custom section 'name' headers", 9),
            item("\"function names\" subsection", 5000),
            item("sha2::a", 1000),
            item("sha2::b", 500),
            item("talc::a", 700),
            item("hmac::a", 1),
            item("std::a", 2),
        ];
        let parts = by_part(&items);
        assert_eq!(parts, [item("sha2", 1500), item("talc", 700), item("hmac, std", 3)]);
    }
}
