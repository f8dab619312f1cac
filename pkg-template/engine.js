// @ts-check
// Instantiates the wasm, once, when it is first needed.
// First, so that it is first in a bundle: what is alike in the scripts before and behind its 50 KB no compressor would find.
import { compile } from "./module.js";
import { Engine, init, sign } from "./ivs_wasm.js";

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
  await init(await compile());
  return exports;
}
