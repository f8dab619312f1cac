// @ts-check
// The entry without the wasm: what it takes it from, and what calls do before they have it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { node } from "./behave.mjs";

/** Every program has an instance of its own, a call that prints its status or its error, and the module's bytes. */
const PROGRAM = `
  import { readFile } from "node:fs/promises";
  import { fileURLToPath } from "node:url";
  import { initialize, IvsClient, WebAssemblyError } from "ivs-wasm/slim";
  const bytes = await readFile(fileURLToPath(import.meta.resolve("ivs-wasm/ivs_wasm.wasm")));
  const credentials = { accessKeyId: "AKID", secretAccessKey: "x" };
  const ivs = new IvsClient({ region: "us-west-2", credentials, fetch: async () => new Response("{}") });
  const outcome = (promise) => promise.then((output) => output?.$metadata?.httpStatusCode, (error) => error.name);
  const call = () => outcome(ivs.listChannels({}));
`;

/** @param {string} lines that end with what is to be printed as JSON @returns {Promise<any>} */
const program = async (lines) => JSON.parse(await node(`${PROGRAM}\nconsole.log(JSON.stringify(await (async () => { ${lines} })()));`));

describe("the module may be given as", () => {
  const response = 'new Response(bytes, { headers: { "content-type": "application/wasm" } })';
  const sources = {
    "a view of its bytes": "bytes",
    "an ArrayBuffer": "bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)",
    "a WebAssembly.Module": "new WebAssembly.Module(bytes)",
    "a Response": response,
    "a promise of a Response": `Promise.resolve(${response})`,
    "an address": '"data:application/wasm;base64," + bytes.toString("base64")',
    "a URL": 'new URL("data:application/wasm;base64," + bytes.toString("base64"))',
  };
  for (const [title, source] of Object.entries(sources)) {
    test(title, async () => {
      assert.deepEqual(await program(`await initialize(${source}); return [await call(), await call()];`), [200, 200]);
    });
  }
});

test("a call without initialize rejects with a WebAssemblyError", async () => {
  const found = await program("return ivs.listChannels({}).catch((error) => [error instanceof WebAssemblyError, error.message]);");
  assert.equal(found[0], true);
  assert.match(found[1], /initialize/);
});

test("calls made after initialize wait for it", async () => {
  const lines = "let give; initialize(new Promise((resolve) => (give = resolve))); const calls = [call(), call()]; give(new Response(bytes, { headers: { 'content-type': 'application/wasm' } })); return Promise.all(calls);";
  assert.deepEqual(await program(lines), [200, 200]);
});

test("an initialize that fails rejects, as do the calls that wait for it, and a later one succeeds", async () => {
  const lines = "const failed = initialize(new Uint8Array(8)); const waiting = call(); const outcomes = [await outcome(failed), await waiting]; await initialize(bytes); return [...outcomes, await call()];";
  assert.deepEqual(await program(lines), ["WebAssemblyError", "WebAssemblyError", 200]);
});

test("the entry has the exports of the default one, and initialize", async () => {
  const lines = 'return [Object.keys(await import("ivs-wasm/slim")), Object.keys(await import("ivs-wasm"))];';
  const [slim, whole] = await program(lines);
  assert.deepEqual(slim.filter((/** @type {string} */ name) => name !== "initialize").sort(), whole.sort());
  assert.ok(slim.includes("initialize"));
});
