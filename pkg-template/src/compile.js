// @ts-check
import { WebAssemblyError } from "./errors.js";

/** @typedef {Uint8Array | ReadableStream<Uint8Array>} Bytes */

/**
 * Compiles a module, or rejects with an error that says what prevents it.
 *
 * @param {Bytes} bytes
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(bytes) {
  try {
    if (ArrayBuffer.isView(bytes)) return await WebAssembly.compile(/** @type {any} */ (bytes));
    const headers = { "content-type": "application/wasm" };
    return await WebAssembly.compileStreaming(new Response(/** @type {any} */ (bytes), { headers }));
  } catch (cause) {
    const refused = `a Content-Security-Policy has to allow 'wasm-unsafe-eval': ${cause.message}`;
    const why = globalThis.WebAssembly ? refused : "there is none here";
    throw new WebAssemblyError(`cannot compile WebAssembly: ${why}`, { cause });
  }
}
