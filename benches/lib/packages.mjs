// @ts-check
// The npm packages that are compared: ours, the SDK's, and ours as built from the commit that `cargo xtask bench
// --before COMMIT` names.

import { readFileSync } from "node:fs";

export const OURS = "ivs-wasm";
export const SDK = "@aws-sdk/client-ivs";
export const BEFORE = "ivs-wasm-before";

/** The commit that `ivs-wasm-before` was built from, if there is one. */
export const beforeCommit = process.env.BEFORE_COMMIT;

/** In every section. */
export const PACKAGES = beforeCommit ? [OURS, SDK, BEFORE] : [OURS, SDK];

/** The manifest of an installed package. npm's resolution would refuse those that do not export their package.json. */
export function manifest(/** @type {string} */ name) {
  for (const folder of ["../node_modules/", "../../node_modules/"]) {
    try {
      return JSON.parse(readFileSync(new URL(`${folder}${name}/package.json`, import.meta.url), "utf8"));
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
    }
  }
  throw new Error(`${name} is not installed; run \`cargo xtask bench\``);
}
