// @ts-check
// The programs of tests/dropin, run by Node with AWS's SDK and with this package: the same text but for one specifier, the same lines.

import assert from "node:assert/strict";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test } from "node:test";
import { sampleOf } from "../dropin/specifier.mjs";
import { startLocal } from "../node/local.mjs";
import { PEM, startProxy } from "./proxy.mjs";

/**
 * @param {string} name of a package
 * @param {"sample.mjs" | "server.mjs"} program
 * @returns {Promise<string[]>} the lines that the program prints with it
 */
async function lines(name, program) {
  const folder = await mkdtemp(join(tmpdir(), "ivs-wasm-sample-"));
  const local = await startLocal();
  try {
    await symlink(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
    await writeFile(join(folder, program), await sampleOf(name, program));
    /** @type {string[]} */
    const printed = [];
    const print = (/** @type {string} */ line) => printed.push(line);
    const { run } = await import(pathToFileURL(join(folder, program)).href);
    await (program === "sample.mjs" ? run(local, print) : inEnvironmentOf(local, run, print));
    return printed;
  } finally {
    await local.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs with the variables that programs on servers are configured by, and prints what went through the proxy.
 *
 * @param {import("../node/local.mjs").Local} local
 * @param {(print: (line: string) => void) => Promise<void>} run
 * @param {(line: string) => void} print
 */
async function inEnvironmentOf({ endpoint, region, credentials }, run, print) {
  const proxy = await startProxy(endpoint);
  const variables = {
    AWS_ENDPOINT_URL_IVS: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    HTTPS_PROXY: proxy.url,
    COMPANY_CA: PEM,
    STUDIO_ENDPOINT: proxy.secureEndpoint,
  };
  Object.assign(process.env, variables);
  try {
    await run(print);
    const { requests, tunnels, throughTunnels } = proxy.counts;
    print(`the proxy: ${requests} requests, ${tunnels} tunnels, ${throughTunnels} requests through those by https`);
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    proxy.stop();
  }
}

test("a program for AWS's SDK prints the same with this package after a change of its import", async (t) => {
  const theirs = await lines("@aws-sdk/client-ivs", "sample.mjs");
  for (const line of theirs) t.diagnostic(line);
  assert.equal(theirs.length, 25);
  assert.match(theirs.at(-1) ?? "", /asked 3 times/);
  assert.deepEqual(await lines("ivs-wasm", "sample.mjs"), theirs);
});

test("a program on a server, with tracer, middleware, a proxy and mocks, prints the same with this package after a change of its import", async (t) => {
  const theirs = await lines("@aws-sdk/client-ivs", "server.mjs");
  for (const line of theirs) t.diagnostic(line);
  assert.equal(theirs.length, 18);
  assert.match(theirs.at(-1) ?? "", /^the proxy: 3 requests, 4 tunnels, 3 requests/);
  assert.deepEqual(await lines("ivs-wasm", "server.mjs"), theirs);
});
