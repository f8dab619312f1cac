// @ts-check
// Instantiates the wasm, once, when it is first needed.
import { loadModule } from "./module.js";
import init from "./ivs_wasm.js";

/** @type {Promise<unknown> | undefined} */
let loading;

/**
 * Resolves when what `ivs_wasm.js` exports may be used. Concurrent first callers wait for the same instance; a failure is forgotten, so
 * that the next call tries again.
 *
 * @returns {Promise<unknown>}
 */
export function load() {
  return (loading ??= loadModule()
    .then((module) => init({ module_or_path: module }))
    .catch((error) => {
      loading = undefined;
      throw error;
    }));
}
