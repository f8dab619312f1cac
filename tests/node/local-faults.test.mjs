// @ts-check
// Faults that ivs-local is asked for, as a test of a program would: retried, reported, or lost after the call was done.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { IvsClient, NetworkError, ServiceUnavailable } from "ivs-wasm";
import { startLocal } from "./local.mjs";

/** @type {import("./local.mjs").Local} */
let local;
before(async () => {
  local = await startLocal();
});
after(() => local?.stop());

/** @param {object} fault */
async function fault(fault) {
  const response = await fetch(new URL("/_local/faults", local.endpoint), { method: "POST", body: JSON.stringify(fault) });
  assert.equal(response.status, 200, await response.text());
}

const named = async (/** @type {string} */ name) => (await new IvsClient(local).listChannels({ filterByName: name })).channels.length;

test("a call is retried until it meets no fault", async () => {
  await fault({ operation: "CreateChannel", times: 2, code: "ThrottlingException" });
  const { $metadata } = await new IvsClient({ ...local, maxAttempts: 3 }).createChannel({ name: "throttled" });
  assert.equal($metadata.attempts, 3);
  assert.equal(await named("throttled"), 1);
});

test("the error is the one that was asked for", async () => {
  await fault({ operation: "CreateChannel", code: "ServiceUnavailable", message: "down for a while" });
  await assert.rejects(new IvsClient({ ...local, maxAttempts: 1 }).createChannel({ name: "unavailable" }), (/** @type {any} */ error) => {
    assert.ok(error instanceof ServiceUnavailable);
    assert.deepEqual([error.message, error.$metadata.httpStatusCode], ["down for a while", 503]);
    return true;
  });
  assert.equal(await named("unavailable"), 0);
});

test("a call whose answer is lost was done, and one that is sent once more is done twice", async () => {
  await fault({ operation: "CreateChannel", reset: true });
  await assert.rejects(new IvsClient({ ...local, maxAttempts: 1 }).createChannel({ name: "once" }), NetworkError);
  assert.equal(await named("once"), 1);
  await fault({ operation: "CreateChannel", reset: true });
  const { $metadata } = await new IvsClient({ ...local, maxAttempts: 2 }).createChannel({ name: "twice" });
  assert.equal($metadata.attempts, 2);
  assert.equal(await named("twice"), 2);
});
