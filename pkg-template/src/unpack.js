// @ts-check
// Unpacks the wasm by the smaller wasm that comes with it, made from `packing/`. See docs/decisions/0009-packing.md.
import { functions, packed, size, start, unpacker } from "./wasm.js";

/** The bytes of the module. */
export async function unpack() {
  const code = Uint8Array.from(unpacker.match(/../g), (/** @type {string} */ byte) => parseInt(byte, 16));
  // Not by constructors: those of older engines take no more than 4 KB on a page.
  const { instance } = await WebAssembly.instantiate(code);
  const { memory, unpack } = /** @type {any} */ (instance.exports);
  const at = memory.grow(1) << 16;
  new Uint8Array(memory.buffer, at).set(decode(packed));
  return new Uint8Array(memory.buffer, unpack(at, size, start, functions), size);
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
