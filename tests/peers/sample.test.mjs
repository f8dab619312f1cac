// @ts-check
// The sample program of tests/dropin, run by Node with AWS's SDK and with this package: the same text but for one specifier, the same lines.

import assert from "node:assert/strict";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test } from "node:test";
import { sampleOf } from "../dropin/specifier.mjs";
import { startLocal } from "../node/local.mjs";

/** @param {string} name of a package @returns {Promise<string[]>} the lines that the program prints with it */
async function lines(name) {
  const folder = await mkdtemp(join(tmpdir(), "ivs-wasm-sample-"));
  const local = await startLocal();
  try {
    await symlink(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
    await writeFile(join(folder, "sample.mjs"), await sampleOf(name));
    const { run } = await import(pathToFileURL(join(folder, "sample.mjs")).href);
    /** @type {string[]} */
    const printed = [];
    await run(local, (/** @type {string} */ line) => printed.push(line));
    return printed;
  } finally {
    await local.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

test("a program for AWS's SDK prints the same with this package after a change of its import", async (t) => {
  const theirs = await lines("@aws-sdk/client-ivs");
  for (const line of theirs) t.diagnostic(line);
  assert.equal(theirs.length, 25);
  assert.match(theirs.at(-1) ?? "", /asked 3 times/);
  assert.deepEqual(await lines("ivs-wasm"), theirs);
});
