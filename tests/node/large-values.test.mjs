// @ts-check
// Values with millions of members or digits are refused for what they are, before anybody looks at each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ParamValidationError } from "ivs-wasm";
import { offline, rejection } from "./behave.mjs";

/** @type {[any, RegExp][]} */
const LARGE = [
  [Buffer.alloc(1e8), /^input\.name: expected string, got Uint8Array/],
  [new Float64Array(1e7), /^input\.name: expected string, got Float64Array/],
  [new DataView(new ArrayBuffer(8)), /^input\.name: expected string, got DataView/],
  [new String("x".repeat(2e7)), /^input\.name: expected string, got String/],
  [1n << (2n ** 24n), /^input\.name: expected string, got an integer of more than 64 bits/],
  [-(1n << 64n) - 1n, /^input\.name: expected string, got an integer of more than 64 bits/],
];

for (const [value, message] of LARGE) {
  test(`${Object.prototype.toString.call(value)} for a text`, async () => {
    const error = await rejection(/** @type {any} */ (offline({})).createChannel({ name: value }));
    assert.ok(error instanceof ParamValidationError, String(error));
    assert.match(error.message, message);
  });
}

test("a typed array for tags", async () => {
  const error = await rejection(/** @type {any} */ (offline({})).createChannel({ tags: new Uint8Array(5e6) }));
  assert.match(error.message, /^input\.tags: expected an object, got Uint8Array/);
});
