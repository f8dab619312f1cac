// @ts-check
import { WebAssemblyError } from "./errors/client-errors.js";

/**
 * The module of these bytes, or an error that says what keeps it from being.
 * @param {any} bytes or a promise of them, which WebAssembly may have been needed for
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compiled(bytes) {
  try {
    return await WebAssembly.compile(await bytes);
  } catch (cause) {
    const refused = `a Content-Security-Policy has to allow 'wasm-unsafe-eval': ${cause.message}`;
    const why = globalThis.WebAssembly ? refused : "there is none here";
    throw new WebAssemblyError(`cannot compile WebAssembly: ${why}`, { cause });
  }
}
