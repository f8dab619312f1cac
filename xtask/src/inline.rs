//! Packs the WebAssembly module and its unpacker into a script.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use packing::{Layout, SIZE_BYTES, pack, unpack};
use walrus::{Export, ModuleConfig};
use wasmparser::{Parser, Payload};

use crate::dist::hex;
use crate::tools::WASM;
use crate::workspace::{Workspace, write};
use crate::{wasm, wasm_opt};

/// Fast code is larger, and vectors are only where the source has them.
const COMPILER: &[&str] = &[
    "-Ctarget-feature=+simd128,+bulk-memory,+nontrapping-fptoint",
    "-Cno-vectorize-loops",
    "-Cno-vectorize-slp",
    "-Clink-arg=-zstack-size=1024",
];

const PASSES: &[&str] = &[
    "-Oz",
    "-Oz",
    // The function for a byte must stay one: engines compile it better while it is called, but not the loop that calls it.
    "--one-caller-inline-max-function-size=1",
    "--always-inline-max-function-size=1",
    "--low-memory-unused",
];

/// Writes `wasm.js`, of the module and the unpacker that [`compile_unpacker`] made. A gzipped download packs base64 back to nearly what
/// it holds, if that cannot be packed; what can be packed stays so in hexadecimal.
pub fn inline(workspace: &Workspace, module: &[u8], unpacker: &[u8], folder: &Path) -> Result<()> {
    let Parts { restored, bytes, layout } = parts(module)?;
    let packed = pack(&bytes, layout);
    if unpack(&packed, layout) != restored {
        bail!(
            "the packed module is not what is unpacked: packing/src/grammar.rs does not know one of its instructions"
        );
    }
    let Layout { size, start, functions } = layout;
    let packed = STANDARD.encode(packed);
    let unpacker = hex(&shrunk(workspace, unpacker, folder)?);
    write(
        &folder.join("wasm.js"),
        format!(
            "// ivs_wasm.wasm, packed and in base64, and what unpacks it, in hexadecimal.\n\
             export const packed = \"{packed}\";\n\
             export const unpacker = \"{unpacker}\";\n\
             export const size = {size};\n\
             export const start = {start};\n\
             export const functions = {functions};\n"
        ),
    )
}

/// The module that unpacks, as it is linked.
pub fn compile_unpacker(workspace: &Workspace) -> Result<Vec<u8>> {
    let build: &[&str] = &["rustc", "--release", "--locked", "--package", "packing", "--lib", "--crate-type", "cdylib"];
    let command = [build, &["--target", WASM, "--"], COMPILER].concat();
    wasm::compile(workspace, &command, "packing")
}

fn shrunk(workspace: &Workspace, unpacker: &[u8], folder: &Path) -> Result<Vec<u8>> {
    // The linker exports addresses too, which nobody asks for.
    let mut module = ModuleConfig::new().parse(unpacker)?;
    let unused = |export: &Export| !["memory", "unpack"].contains(&export.name.as_str());
    for id in module.exports.iter().filter(|export| unused(export)).map(Export::id).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    let [linked, made] = ["unpacker_linked.wasm", "unpacker.wasm"].map(|name| folder.join(name));
    write(&linked, module.emit_wasm())?;
    wasm_opt::optimise(workspace, PASSES, &linked, &made)?;
    fs::read(&made).with_context(|| format!("cannot read {}", made.display()))
}

/// A module as the packer takes it.
struct Parts {
    /// The same module, the sizes of its functions in as many bytes as the unpacker writes.
    restored: Vec<u8>,
    /// That without the sizes.
    bytes: Vec<u8>,
    layout: Layout,
}

fn parts(module: &[u8]) -> Result<Parts> {
    let mut bodies = Vec::new();
    let mut sections = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Some((id, range)) = payload.as_section() {
            sections.push((id, module.get(range).context("a section is beyond the module")?));
        }
        if let Payload::CodeSectionEntry(body) = payload {
            bodies.push(body.as_bytes());
        }
    }
    let mut restored = module.get(..8).context("no module")?.to_vec();
    let mut bytes = restored.clone();
    let mut layout = Layout { size: 0, start: 0, functions: bodies.len() };
    for (id, section) in sections {
        let mut head = vec![id];
        if id == 10 {
            let count = number(bodies.len());
            let size: usize = bodies.iter().map(|body| SIZE_BYTES + body.len()).sum();
            head.extend(number(count.len() + size));
            head.extend(count);
            layout.start = restored.len() + head.len();
        } else {
            head.extend(number(section.len()));
            head.extend(section);
        }
        restored.extend(&head);
        bytes.extend(&head);
        for body in bodies.iter().filter(|_| id == 10) {
            restored.extend(size(body.len())?);
            restored.extend(*body);
            bytes.extend(*body);
        }
    }
    layout.size = restored.len();
    Ok(Parts { restored, bytes, layout })
}

/// LEB128, as short as possible.
fn number(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let byte = value.to_le_bytes()[0] & 127;
        value >>= 7;
        if value == 0 {
            bytes.push(byte);
            return bytes;
        }
        bytes.push(byte | 128);
    }
}

/// LEB128 of [`SIZE_BYTES`] bytes.
fn size(value: usize) -> Result<[u8; SIZE_BYTES]> {
    if value >> (7 * SIZE_BYTES) > 0 {
        bail!("a function is too long");
    }
    Ok([value | 128, value >> 7 | 128, value >> 14].map(|part| part.to_le_bytes()[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &[u8] =
        b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0\x0a\x0a\x02\x02\0\x0b\x05\0\x02\x40\x0b\x0b";

    #[test]
    fn the_sizes_of_functions_are_left_out_and_restored() {
        let Parts { restored, bytes, layout } = parts(MODULE).unwrap();
        wasmparser::validate(&restored).unwrap();
        assert_eq!(layout, Layout { size: MODULE.len() + 4, start: 22, functions: 2 });
        assert_eq!(bytes.len() + 2 * SIZE_BYTES, restored.len());
        assert_eq!(unpack(&pack(&bytes, layout), layout), restored);
    }
}
