// @ts-check
// Inflates the inlined module by what the platform brings along.
import { WebAssemblyError } from "./errors.js";

/**
 * The bytes that deflate and base64 were applied to, or a stream of them.
 *
 * @param {string} base64
 * @returns {Uint8Array | ReadableStream<Uint8Array>}
 */
export function inflate(base64) {
  const bytes = decodeBase64(base64);
  // Synchronous, and faster than a stream. It is also what simulated pages (jsdom under Jest) have instead of streams.
  const zlib = globalThis.process?.getBuiltinModule?.("zlib");
  if (zlib) return zlib.inflateSync(bytes);
  if (globalThis.DecompressionStream) return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  throw new WebAssemblyError("cannot inflate the WebAssembly module: there is no DecompressionStream here");
}

/**
 * `Uint8Array.from(atob(text), …)` would be shorter, and take twenty times as long.
 *
 * @param {string} text
 */
function decodeBase64(text) {
  const Bytes = /** @type {any} */ (Uint8Array);
  if (Bytes.fromBase64) return Bytes.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
