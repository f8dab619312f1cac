// @ts-check
// Whatever `ivs-wasm/workflows` is given, it does its work or refuses it by one of its two errors.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ParamValidationError } from "ivs-wasm";
import { deleteLiveChannel, deleteRecordingConfiguration, endStream, resetStreamKey, revokeViewers, WorkflowError } from "ivs-wasm/workflows";
import { heavy, light } from "./junk.mjs";
import { CHANNEL, CONFIGURATION, ScriptedIvs } from "./scripted-ivs.mjs";

const VIEWER = { channelArn: CHANNEL, viewerId: "somebody", version: 1 };
const OPTIONS = ["signal", "onProgress", "maxWaitTime"];
/** Each with its least input, and the names of what it takes besides. @type {Record<string, [(client: any, input: any) => Promise<unknown>, any, string[]]>} */
const WORKFLOWS = {
  resetStreamKey: [resetStreamKey, { channelArn: CHANNEL }, [...OPTIONS, "tags"]],
  endStream: [endStream, { channelArn: CHANNEL }, OPTIONS],
  deleteLiveChannel: [deleteLiveChannel, { channelArn: CHANNEL }, OPTIONS],
  deleteRecordingConfiguration: [deleteRecordingConfiguration, { arn: CONFIGURATION }, [...OPTIONS, "detach"]],
  "revokeViewers options": [(client, options) => revokeViewers(client, [VIEWER], options), {}, ["signal", "onProgress"]],
};

function service() {
  const ivs = new ScriptedIvs();
  ivs.addChannel(CHANNEL);
  return ivs.client();
}

/** Calls with a junk value in one place. @type {Record<string, (junk: any) => Promise<unknown>>} */
const CALLS = {
  "revokeViewers viewers": (junk) => revokeViewers(service(), junk),
  "revokeViewers a viewer": (junk) => revokeViewers(service(), [VIEWER, junk]),
};
for (const name of Object.keys(VIEWER)) CALLS[`revokeViewers ${name}`] = (junk) => revokeViewers(service(), [{ ...VIEWER, [name]: junk }]);
for (const [name, [run, input, others]] of Object.entries(WORKFLOWS)) {
  CALLS[`${name} client`] = (junk) => run(junk, input);
  CALLS[`${name} input`] = (junk) => run(service(), junk);
  for (const member of [...Object.keys(input), ...others]) CALLS[`${name} ${member}`] = (junk) => run(service(), { ...input, [member]: junk });
}
/** An answer of the service. One that never comes is waited for. @param {any} junk */
const answer = (junk) => (typeof junk?.then === "function" ? undefined : junk);
for (const [name, [run, input]] of Object.entries(WORKFLOWS)) {
  CALLS[`${name} answers`] = (junk) => run(new Proxy({}, { get: () => async () => answer(junk) }), { ...input, maxWaitTime: 0 });
  CALLS[`${name} errors`] = (junk) => run(new Proxy({}, { get: () => async () => Promise.reject(junk) }), { ...input, maxWaitTime: 0 });
}
const ANSWERS = ["streamKeys", "streamKey", "stream", "channels", "errors", "nextToken"];
for (const member of ANSWERS) {
  for (const [name, [run, input]] of Object.entries(WORKFLOWS)) {
    CALLS[`${name} answers with ${member}`] = (junk) => run(new Proxy({}, { get: () => async () => ({ [member]: junk }) }), { ...input, maxWaitTime: 0 });
  }
}

/** @param {any} error @param {string} label */
function check(error, label) {
  assert.ok(error instanceof ParamValidationError || error instanceof WorkflowError, `${label}: ${error?.stack ?? String(error)}`);
  assert.ok(error.message.length < 2000, `${label}: a message of ${error.message.length} characters`);
  assert.doesNotMatch(error.message, /[\u2028\u202e\r\n]|\0/, label);
}

/** @param {(junk: any) => Promise<unknown>} call @param {any} junk */
const errorOf = (call, junk) => (async () => call(junk))().then(() => undefined, (reason) => reason ?? new Error("nothing was thrown"));

describe("junk is taken or refused, never more:", { concurrency: true, timeout: 120_000 }, () => {
  for (const [where, call] of Object.entries(CALLS)) {
    test(where, async () => {
      let refused = 0;
      const junk = light();
      for (const { label, make } of junk) {
        const error = await errorOf(call, make());
        if (error === undefined) continue;
        refused += 1;
        check(error, label);
      }
      assert.ok(where.includes("answers") || refused > junk.length / 3, `${refused} of ${junk.length} were refused`);
    });
  }
});

test("values of megabytes are refused without much work", async () => {
  for (const { label, make } of heavy()) {
    const junk = make();
    for (const [where, call] of Object.entries(CALLS)) {
      const started = performance.now();
      const error = await errorOf(call, junk);
      if (error !== undefined) check(error, `${where}, ${label}`);
      const took = performance.now() - started;
      assert.ok(took < 10_000, `${where}, ${label}: ${took} ms`);
    }
  }
});
