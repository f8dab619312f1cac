// @ts-check
// Where the compiled wasm comes from: the bytes that are inlined. `workerd` and `edge` import the file instead.
import { packed, size } from "./wasm.js";
import { WebAssemblyError } from "./errors.js";
import { unpack } from "./unpack.js";

/** @returns {Promise<WebAssembly.Module>} */
export async function compile() {
  const bytes = unpack(decode(packed), size);
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    const refused = `a Content-Security-Policy has to allow 'wasm-unsafe-eval': ${cause.message}`;
    const why = globalThis.WebAssembly ? refused : "there is none here";
    throw new WebAssemblyError(`cannot compile WebAssembly: ${why}`, { cause });
  }
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
