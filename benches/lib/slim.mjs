// @ts-check
// `ivs-wasm/slim`, the entry without the wasm inside: the application hands it over.

import { OURS, manifest } from "./packages.mjs";

export const SLIM = `${OURS}/slim`;

/** Whether the package has the entry. */
export const hasSlim = "./slim" in manifest(OURS).exports;

/** The module's own export of the package. */
export const WASM = `${OURS}/ivs_wasm.wasm`;

/** The statements of a page that hand over a module which is being fetched. */
export const fetchModule = (/** @type {string} */ url) => `import { initialize } from "${SLIM}";
  initialize(fetch("${url}"));`;
