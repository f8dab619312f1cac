// @ts-check
// The wasm that is inlined, inflated in each of the ways that runtimes have for it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { transform } from "esbuild";
import { node } from "./behave.mjs";

/** @param {string} name @returns {URL} */
const file = (name) => new URL(`../../pkg/${name}`, import.meta.url);

/**
 * What the inlined wasm inflates to in another process, where this ran first.
 *
 * @param {string} prepare
 * @returns {Promise<{ stream: boolean, wasm: Buffer }>}
 */
async function inflated(prepare) {
  const printed = await node(`
    ${prepare}
    const { inflate } = await import(${JSON.stringify(file("wasm/inflate.js").href)});
    const { deflatedWasm } = await import(${JSON.stringify(file("inlined-wasm.js").href)});
    const inflated = inflate(deflatedWasm);
    const stream = inflated instanceof Response;
    const bytes = Buffer.from(stream ? await inflated.arrayBuffer() : inflated);
    console.log(JSON.stringify({ stream, base64: bytes.toString("base64") }));
  `);
  const { stream, base64 } = JSON.parse(printed);
  return { stream, wasm: Buffer.from(base64, "base64") };
}

const NO_MODULES = "process.getBuiltinModule = undefined;";
const MODULES = 'process.getBuiltinModule ??= (await import("node:module")).createRequire(process.cwd() + "/x");';
const NO_STREAMS = "delete globalThis.DecompressionStream;";
const NO_ATOB = 'delete globalThis.atob; Uint8Array.fromBase64 = (text) => Buffer.from(text, "base64");';
const WAYS = /** @type {[name: string, prepare: string, stream: boolean][]} */ ([
  ["by zlib", MODULES, false],
  ["by zlib, where there are no streams", NO_STREAMS + MODULES, false],
  ["by a stream, decoded with atob", `${NO_MODULES} delete Uint8Array.fromBase64;`, true],
  ["by a stream, decoded without atob", NO_MODULES + NO_ATOB, true],
]);

for (const [name, prepare, stream] of WAYS) {
  test(`the inlined wasm inflates to ivs_wasm.wasm byte for byte: ${name}`, async () => {
    const found = await inflated(prepare);
    assert.equal(found.stream, stream);
    assert.ok(found.wasm.equals(await readFile(file("ivs_wasm.wasm"))));
  });
}

test("in Node, the inlined wasm inflates to ivs_wasm.wasm byte for byte", async () => {
  const source = await readFile(new URL("../../pkg-template/variants/node/wasm/inflate.ts", import.meta.url), "utf8");
  const { code } = await transform(source, { loader: "ts" });
  const { inflate } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const { deflatedWasm } = await import(file("inlined-wasm.js").href);
  assert.ok(inflate(deflatedWasm).equals(await readFile(file("ivs_wasm.wasm"))));
});

test("a runtime that has no way to inflate gets an error that says so", async () => {
  const printed = await node(`
    ${NO_MODULES}
    ${NO_STREAMS}
    const { inflate } = await import(${JSON.stringify(file("wasm/inflate.js").href)});
    try { inflate(""); } catch (error) { console.log(String(error)); }
  `);
  assert.match(printed, /^WebAssemblyError: cannot inflate the WebAssembly module: there is no DecompressionStream here\s*$/);
});
