// @ts-check
// Where the compiled wasm comes from: the bytes that are inlined. `workerd` and `edge` import the file instead,
// and `node` unpacks them in its own way.
import { packed, size } from "./wasm.js";
import { compiled } from "./compiled.js";
import { unpack } from "./unpack.js";

export const compile = async () => compiled(unpack(decode(packed), size));

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
