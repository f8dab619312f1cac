//! The WebAssembly module as a script: deflated, and in base64.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::Write as _;
use zopfli::{BlockType, Options, ZlibEncoder};

/// The script. Its format is that of zlib (RFC 1950), which every `DecompressionStream` inflates; not every one knows `deflate-raw`.
pub fn script(module: &[u8]) -> Result<String> {
    let mut encoder = ZlibEncoder::new(Options::default(), BlockType::Dynamic, Vec::new())?;
    encoder.write_all(module)?;
    let base64 = STANDARD.encode(encoder.finish()?);
    Ok(format!("// ivs_wasm.wasm, deflated and in base64.\nexport const deflatedWasm = \"{base64}\";\n"))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn the_script_inflates_to_the_module() {
        let module = b"\0asm\x01\0\0\0".repeat(1000);
        let script = script(&module).unwrap();
        let deflated = STANDARD.decode(script.split('"').nth(1).unwrap()).unwrap();
        let mut inflated = Vec::new();
        flate2::read::ZlibDecoder::new(&*deflated).read_to_end(&mut inflated).unwrap();
        assert_eq!(inflated, module);
    }
}
