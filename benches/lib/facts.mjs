// @ts-check
// What was measured, and where.

import { readFileSync } from "node:fs";
import { availableParallelism, cpus, type } from "node:os";
import { fileURLToPath } from "node:url";
import { placement } from "./processes.mjs";

/** Where each package is; npm's own way to find them would refuse those that do not export their package.json. */
const PACKAGES = ["ivs-wasm", "@aws-sdk/client-ivs", "@smithy/signature-v4", "@smithy/core", "aws4", "aws4fetch", "@aws-crypto/sha256-js"];

function version(/** @type {string} */ name) {
  for (const folder of ["../node_modules/", "../../node_modules/"]) {
    try {
      return JSON.parse(readFileSync(fileURLToPath(new URL(`${folder}${name}/package.json`, import.meta.url)), "utf8")).version;
    } catch {
      // It may be in the other.
    }
  }
  throw new Error(`${name} is not installed; run \`cargo xtask bench\``);
}

export function facts() {
  return {
    commit: process.env.COMMIT ?? "unknown",
    machine: `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? "?"}, ${type()}; ${placement}`,
    versions: { node: process.versions.node, v8: process.versions.v8, ...Object.fromEntries(PACKAGES.map((name) => [name, version(name)])) },
  };
}
