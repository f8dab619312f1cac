//! The WebAssembly module as a script: deflated, and in base64.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::Write as _;
use zopfli::{BlockType, Options, ZlibEncoder};

/// The script. Its format is that of zlib (RFC 1950), which every `DecompressionStream` inflates; not every one knows `deflate-raw`.
pub fn script(name: &str, module: &[u8]) -> Result<String> {
    let mut encoder = ZlibEncoder::new(Options::default(), BlockType::Dynamic, Vec::new())?;
    encoder.write_all(module)?;
    let base64 = STANDARD.encode(encoder.finish()?);
    Ok(format!("// {name}.wasm, deflated and in base64.\nexport const deflatedWasm = \"{base64}\";\n"))
}

#[cfg(test)]
#[path = "inline_tests.rs"]
mod tests;
