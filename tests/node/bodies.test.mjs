// @ts-check
// Bodies to sign that are odd harm nobody: neither other signatures, nor calls in progress.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ParamValidationError, signRequest } from "ivs-wasm";
import { offline, rejection } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

const OPTIONS = { ...OFFLINE, service: "s3", date: 0, contentSha256Header: true };
const sign = (/** @type {any} */ body) => signRequest({ method: "PUT", url: "https://example.com/", body }, OPTIONS);

class Throwing extends Uint8Array {
  /** @returns {never} */
  subarray() {
    throw { kind: "validation", problems: [] };
  }
}
class Endless extends Uint8Array {
  get length() {
    return Infinity;
  }
}
class Lying extends Uint8Array {
  get byteLength() {
    return 1e9;
  }
}

/** @type {[string, () => Promise<any>, RegExp | undefined][]} */
const ODD = [
  ["a subclass whose subarray throws", () => sign(new Throwing(200_000)), undefined],
  ["a subclass without end", () => sign(new Endless(10)), undefined],
  ["a subclass with another size", () => sign(new Lying(10)), /^request\.body: /],
  ["a buffer that is transferred meanwhile", () => transferred((buffer) => buffer), /^request\.body: could not be read: /],
  ["a view of a buffer that is transferred meanwhile", () => transferred((buffer) => new Uint8Array(buffer)), /^request\.body: could not be read: /],
];

/** @param {(buffer: ArrayBuffer) => any} bodyOf */
function transferred(bodyOf) {
  const buffer = new ArrayBuffer(8);
  const signed = sign(bodyOf(buffer));
  structuredClone(buffer, { transfer: [buffer] });
  return signed;
}

for (const [title, attempt, refusal] of ODD) {
  test(title, async () => {
    const { headers } = await sign("hello");
    let answer = () => {};
    const answered = new Promise((resolve) => (answer = () => resolve({ status: 200, headers: new Headers(), text: () => "{}" })));
    const inProgress = offline({ fetch: () => answered }).listChannels({});
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (refusal) {
      const error = await rejection(attempt());
      assert.ok(error instanceof ParamValidationError, String(error));
      assert.match(error.message, refusal);
    } else await attempt();
    answer();
    await inProgress;
    assert.deepEqual((await sign("hello")).headers, headers);
  });
}

test("a subclass is signed as its bytes", async () => {
  const [odd, plain] = [new Throwing(200_000).fill(7), new Uint8Array(200_000).fill(7)];
  assert.deepEqual((await sign(odd)).headers, (await sign(plain)).headers);
});
