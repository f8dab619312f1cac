// @ts-check
// What is wrong in the input of a workflow or a batch is refused by name, before anything is sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { channelLoader, getChannels, streamKeyLoader } from "ivs-wasm/batch";
import { revokeViewer } from "ivs-wasm/playback";
import { deleteLiveChannel, deleteRecordingConfiguration, endStream, resetStreamKey, revokeViewers } from "ivs-wasm/workflows";
import { CHANNEL, CONFIGURATION, ScriptedIvs, channelArn } from "./scripted-ivs.mjs";

const ivs = new ScriptedIvs();
ivs.addLiveChannel(CHANNEL);
const client = ivs.client();
const { signal } = new AbortController();

/** @param {() => unknown} call @param {string} message */
async function refuses(call, message) {
  await assert.rejects(async () => call(), { name: "ParamValidationError", message });
  assert.equal(ivs.requests.length, 0, "nothing was sent");
}

const reset = (/** @type {any} */ tags) => () => resetStreamKey(client, { channelArn: CHANNEL, tags });
const many = (/** @type {number} */ count) => Object.fromEntries(Array.from({ length: count }, (_, number) => [`key${number}`, ""]));

test("tags that the service would refuse only after the old key was deleted", async () => {
  const isOwn = "keys that begin with aws: are AWS's own: leave it out";
  await refuses(reset({ "aws:team": "a" }), `input.tags["aws:team"]: ${isOwn}`);
  await refuses(reset({ "AWS:team": "a" }), `input.tags["AWS:team"]: ${isOwn}`);
  await refuses(reset({ "": "a" }), "input.tags: has an empty key");
  await refuses(reset(many(51)), "input.tags: has 51 tags, and a stream key 50 at most");
  await refuses(reset({ ["k".repeat(129)]: "" }), `input.tags["${"k".repeat(128)}"]: its key is over 128 characters`);
  await refuses(reset({ team: "v".repeat(257) }), 'input.tags["team"]: is over 256 characters');
  await refuses(reset({ team: 1 }), 'input.tags["team"]: expected string, got number');
  await refuses(reset({ team: undefined }), 'input.tags["team"]: expected string, got undefined');
  await refuses(reset({ team: "\ud800" }), 'input.tags["team"]: must not have halves of surrogate pairs');
  await refuses(reset({ get team() { throw new Error("no"); } }), 'input.tags["team"]: could not be read');
  for (const other of [new Map([["team", "a"]]), new Date(), new Set(["a"]), new URLSearchParams("a=b"), new Headers({ a: "b" }), ["a"], new Uint8Array(2), runInNewContext("new Map()")]) {
    await refuses(reset(other), "input.tags: expected an object of strings");
  }
});

test("tags that the service takes", async () => {
  for (const tags of [{}, many(50), { ["k".repeat(128)]: "v".repeat(256), "my:aws:": "\u{1f600}" }, Object.create(null)]) {
    const service = new ScriptedIvs();
    service.addChannel(CHANNEL);
    const key = await resetStreamKey(service.client(), { channelArn: CHANNEL, tags });
    assert.deepEqual(key.tags, { ...tags });
  }
});

test("names that are not known", async () => {
  const waiting = "signal, onProgress, maxWaitTime";
  const any = (/** @type {object} */ given) => /** @type {any} */ (given);
  await refuses(() => resetStreamKey(client, any({ channelArn: CHANNEL, abortSignal: signal })), "input.abortSignal: is not known; did you mean signal?");
  await refuses(() => resetStreamKey(client, any({ channelArn: CHANNEL, tag: {} })), "input.tag: is not known; did you mean tags?");
  await refuses(() => endStream(client, any({ channelArn: CHANNEL, channelARN: CHANNEL })), "input.channelARN: is not known; did you mean channelArn?");
  await refuses(() => deleteLiveChannel(client, any({ channelArn: CHANNEL, retries: 3 })), `input.retries: is not known; there are channelArn, ${waiting}`);
  await refuses(() => deleteRecordingConfiguration(client, any({ arn: CONFIGURATION, detatch: true })), "input.detatch: is not known; did you mean detach?");
  await refuses(() => revokeViewers(client, [], any({ abortSignal: signal })), "options.abortSignal: is not known; did you mean signal?");
  const viewer = { channelArn: CHANNEL, viewerId: "a" };
  for (const name of ["verison", "Version", "viewerSessionVersion", "viewerSessionVersionsLessThanOrEqualTo"]) {
    await refuses(() => revokeViewers(client, [viewer, any({ ...viewer, [name]: 1 })]), `viewers[1].${name}: is not known; did you mean version?`);
    await refuses(() => revokeViewer(client, any({ ...viewer, [name]: 1 })), `input.${name}: is not known; did you mean version?`);
  }
  await refuses(() => getChannels(client, [CHANNEL], any({ signal })), "options.signal: is not known; did you mean abortSignal?");
  await refuses(() => channelLoader(client, any({ maxAttempt: 1 })), "options.maxAttempt: is not known; did you mean maxAttempts?");
  await refuses(() => streamKeyLoader(client, any({ deadline: 1 })), "options.deadline: is not known; there are abortSignal, requestTimeout, maxAttempts");
});

test("a name that is not known may be there without a value", async () => {
  const service = new ScriptedIvs();
  service.addChannel(CHANNEL);
  await endStream(service.client(), /** @type {any} */ ({ channelArn: CHANNEL, abortSignal: undefined }));
});

test("options of a batch's calls", async () => {
  await refuses(() => getChannels(client, [CHANNEL], { maxAttempts: 0 }), "options.maxAttempts: expected a number of at least 1");
  await refuses(() => channelLoader(client, { requestTimeout: -1 }), "options.requestTimeout: expected a number of at least 0");
});

test("viewers' ids", async () => {
  const revoke = (/** @type {string} */ viewerId) => () => revokeViewers(client, [{ channelArn: CHANNEL, viewerId }]);
  for (const viewerId of ["a\r", "a\nb", "\t", "a\x7f", "a\x85"]) {
    await refuses(revoke(viewerId), "viewers[0].viewerId: must not have control characters, such as those at the end of a line: trim it");
  }
  await refuses(revoke(""), "viewers[0].viewerId: must not be empty");
});

test("the client of AWS that has no methods", async () => {
  const sends = /** @type {any} */ ({ send() {} });
  const hint = "of @aws-sdk/client-ivs, give Ivs instead of IvsClient";
  await refuses(() => endStream(sends, { channelArn: CHANNEL }), `client: expected an IvsClient, or an object with its method listStreamKeys; ${hint}`);
  await refuses(() => getChannels(sends, [channelArn(1)]), `client: expected an IvsClient, or an object with its method batchGetChannel; ${hint}`);
});
