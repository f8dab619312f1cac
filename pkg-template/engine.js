// @ts-check
// Instantiates the wasm, once, when it is first needed.
// First, so that it is first in a bundle: what is alike in the scripts before and behind its 50 KB no compressor would find.
import { packed, size } from "./wasm.js";
import { Engine, initSync, sign } from "./ivs_wasm.js";
import { unpack } from "./unpack.js";

const exports = { Engine, sign };

/** @type {Promise<any> | undefined} the exports; `any`, because their arguments are passed as lists */
let loading;

/**
 * The wasm's exports. Concurrent first callers wait for the same instance; a failure is forgotten, so that the next call tries
 * again.
 */
export function load() {
  return (loading ??= instantiate().catch((error) => {
    loading = undefined;
    throw error;
  }));
}

async function instantiate() {
  initSync({ module: await WebAssembly.compile(unpack(decode(packed), size)) });
  return exports;
}

/**
 * Bytes of base64 text. `Uint8Array.from(atob(text), f)` would be the short way, at twenty times the time.
 * @param {string} text
 */
function decode(text) {
  const Bytes = /** @type {any} */ (Uint8Array);
  if (Bytes.fromBase64) return Bytes.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
