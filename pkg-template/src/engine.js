// @ts-check
// Instantiates the wasm, once, when it is first needed.
// First, so that it is first in a bundle: what is alike in the scripts before and behind its 50 KB no compressor would find.
import { compile } from "./module.js";
import { init } from "./ivs_wasm.js";

/** @type {Promise<void> | undefined} */
let loading;

/**
 * Resolves when what `ivs_wasm.js` exports may be used. Concurrent first callers wait for the same instance; a failure is forgotten, so
 * that the next call tries again.
 */
export function load() {
  return (loading ??= compile().then(init).catch((error) => {
    loading = undefined;
    throw error;
  }));
}
