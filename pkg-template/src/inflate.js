// @ts-check
// Inflates the inlined module by what the platform brings along.
import { WebAssemblyError } from "./errors.js";

/**
 * The bytes of which this is the base64 of the zlib format, or a stream of them.
 *
 * @param {string} base64
 * @returns {Uint8Array | ReadableStream<Uint8Array>}
 */
export function inflate(base64) {
  const bytes = decodeBase64(base64);
  // Faster than a stream where it exists. And Bun ends while nothing but compileStreaming is awaited.
  const zlib = globalThis.process?.getBuiltinModule?.("zlib");
  if (zlib) return zlib.inflateSync(bytes);
  // By the body of a response: Chromium takes twice as long for the stream of a Blob.
  if (globalThis.DecompressionStream) return /** @type {any} */ (new Response(bytes).body).pipeThrough(new DecompressionStream("deflate"));
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
