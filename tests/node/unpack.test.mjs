// @ts-check
// What browsers do at the first call: the inlined wasm is unpacked.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

/** @param {string} name @returns {URL} */
const file = (name) => new URL(`../../pkg/${name}`, import.meta.url);

test("what is unpacked is the module of ivs_wasm.wasm, but for the length of sizes", async () => {
  const { unpack } = await import(file("unpack.js").href);
  const unpacked = await unpack();
  const plain = await readFile(file("ivs_wasm.wasm"));
  assert.ok(unpacked.length > plain.length);
  const [found, expected] = await Promise.all([unpacked, plain].map((bytes) => WebAssembly.compile(bytes)));
  assert.deepEqual(WebAssembly.Module.exports(found), WebAssembly.Module.exports(expected));
  assert.deepEqual(WebAssembly.Module.imports(found), WebAssembly.Module.imports(expected));
  const [left, right] = [unpacked, plain].map((bytes) => sections(bytes));
  assert.equal(right.filter(({ id }) => id === "10").length, 1);
  assert.deepEqual(left, right);
});

/**
 * The sections of a module, that of the code as the bodies of its functions.
 *
 * @param {Uint8Array} bytes
 */
function sections(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const take = () => {
    const size = number();
    return Buffer.from(bytes.subarray(at, (at += size))).toString("hex");
  };
  const found = [];
  while (at < bytes.length) {
    const id = String(bytes[at++]);
    if (id !== "10") found.push({ id, contents: [take()] });
    else {
      number();
      found.push({ id, contents: Array.from({ length: number() }, take) });
    }
  }
  return found;
}
