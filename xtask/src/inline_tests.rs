use std::io::Read as _;

use super::*;

#[test]
fn the_script_inflates_to_the_module() {
    let module = b"\0asm\x01\0\0\0".repeat(1000);
    let script = script("ivs_wasm", &module).unwrap();
    let deflated = STANDARD.decode(script.split('"').nth(1).unwrap()).unwrap();
    let mut inflated = Vec::new();
    flate2::read::ZlibDecoder::new(&*deflated).read_to_end(&mut inflated).unwrap();
    assert_eq!(inflated, module);
}
