// @ts-check
// What was measured, and where.

import { availableParallelism, cpus, loadavg, type } from "node:os";
import { OURS, SDK, beforeCommit, manifest } from "./packages.mjs";
import { placement } from "./processes.mjs";

const NAMES = [
  OURS,
  SDK,
  "@smithy/signature-v4",
  "@smithy/core",
  "aws4",
  "aws4fetch",
  "@aws-crypto/sha256-js",
  "esbuild",
];

/** Before this run adds its own. */
const LOAD = loadavg()[0];

export function facts() {
  const packages = NAMES.map((name) => [name, manifest(name).version]);
  return {
    commit: process.env.COMMIT ?? "unknown",
    before: beforeCommit,
    load: LOAD,
    machine: `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? "?"}, ${type()}; ${placement}`,
    versions: { node: process.versions.node, v8: process.versions.v8, ...Object.fromEntries(packages) },
  };
}
