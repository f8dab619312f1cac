// @ts-check
// What the workflows do where nothing interrupts them, and where the service, other programs or the encoder are in their way.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { AccessDeniedException, ConflictException, Ivs, ParamValidationError, ResourceNotFoundException, TimeoutError } from "ivs-wasm";
import { deleteLiveChannel, deleteRecordingConfiguration, endStream, resetStreamKey, revokeViewers, WorkflowError } from "ivs-wasm/workflows";
import { CHANNEL, CONFIGURATION, OTHER_CONFIGURATION, ScriptedIvs, channelArn, failure, live, refuse } from "./scripted-ivs.mjs";
import { OFFLINE } from "./wire.mjs";

describe("resetStreamKey", () => {
  test("deletes, stops and creates, in this order, tells of it, and keeps the tags that a program may set", async () => {
    const ivs = live();
    /** @type {unknown[]} */
    const told = [];
    const key = await resetStreamKey(ivs.client(), { channelArn: CHANNEL, onProgress: (step) => void told.push(step) });
    assert.deepEqual(ivs.operations, ["ListStreamKeys", "DeleteStreamKey", "StopStream", "GetStream", "CreateStreamKey"]);
    assert.deepEqual(key, ivs.channels.get(CHANNEL)?.key);
    assert.deepEqual(key.tags, { team: "a" });
    assert.deepEqual(told, [
      { step: "deleteStreamKey", arn: ivs.old.arn, changed: true },
      { step: "stopStream", arn: CHANNEL, changed: true },
      { step: "createStreamKey", arn: key.arn, changed: true },
    ]);
  });

  test("of a channel that is offline and has no key, with tags of its own", async () => {
    const ivs = new ScriptedIvs();
    ivs.addChannel(CHANNEL, { key: undefined });
    /** @type {boolean[]} */
    const changed = [];
    const tags = runInNewContext("({ team: 'b' })");
    const key = await resetStreamKey(ivs.client(), { channelArn: CHANNEL, tags, onProgress: (step) => void changed.push(step.changed) });
    assert.deepEqual([key.tags, changed], [{ team: "b" }, [false, true]]);
  });

  test("gives the channel its key even if the stream cannot be stopped, and says so then", async () => {
    const ivs = live();
    ivs.answers.StopStream = () => refuse(403, "AccessDeniedException");
    const error = await failure(resetStreamKey(ivs.client(), { channelArn: CHANNEL }));
    const key = ivs.channels.get(CHANNEL)?.key;
    assert.ok(key && key.arn !== ivs.old.arn);
    assert.equal(error.step, "stopStream");
    assert.ok(error.cause instanceof AccessDeniedException);
    assert.deepEqual(error.done.map(({ step }) => step), ["deleteStreamKey", "createStreamKey"]);
    assert.match(error.message, /^resetStreamKey: failed at stopStream: AccessDeniedException: refused; done before: deleteStreamKey, createStreamKey$/);
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(key.value), "no secret is in the error");
  });

  test("twice at the same time: both have the same key, which is the channel's", async () => {
    for (const latency of [0, 5]) {
      const ivs = Object.assign(live(), { latency });
      const keys = await Promise.all([1, 2].map(() => resetStreamKey(ivs.client(), { channelArn: CHANNEL })));
      assert.deepEqual(keys.map(({ value }) => value), [1, 2].map(() => ivs.channels.get(CHANNEL)?.key?.value));
      assert.notEqual(keys[0]?.value, ivs.old.value);
    }
  });

  test("does not take the old key for the new one, where its deletion is not known everywhere yet", async () => {
    const ivs = live();
    let refusals = 2;
    ivs.answers.CreateStreamKey = () => (refusals-- > 0 ? refuse(402, "ServiceQuotaExceededException") : undefined);
    ivs.answers.ListStreamKeys = () => (refusals > 0 ? { streamKeys: [ivs.old] } : undefined);
    const key = await resetStreamKey(ivs.client(), { channelArn: CHANNEL });
    assert.notEqual(key.arn, ivs.old.arn);
    assert.deepEqual(key, ivs.channels.get(CHANNEL)?.key);
  });

  test("stops an encoder again that came on air while it was stopped", async () => {
    const ivs = live();
    let looks = 0;
    // Its connection was let in before the key was deleted.
    ivs.answers.GetStream = () => (looks++ === 0 ? (Object.assign(ivs.channels.get(CHANNEL) ?? {}, { live: true }), { stream: { state: "LIVE" } }) : undefined);
    await resetStreamKey(ivs.client(), { channelArn: CHANNEL });
    assert.equal(ivs.channels.get(CHANNEL)?.live, false);
    assert.equal(ivs.operations.filter((name) => name === "StopStream").length, 2);
  });

  test("tries again what cannot be reached for the moment", async () => {
    const ivs = live();
    let refusals = 1;
    ivs.answers.StopStream = () => (refusals-- > 0 ? refuse(503, "StreamUnavailable") : undefined);
    await resetStreamKey(ivs.client(), { channelArn: CHANNEL });
    assert.equal(ivs.channels.get(CHANNEL)?.live, false);
  });

  test("of a channel that there is not fails", async () => {
    const error = await failure(resetStreamKey(new ScriptedIvs().client(), { channelArn: CHANNEL }));
    assert.ok(error.cause instanceof ResourceNotFoundException);
    assert.deepEqual([error.step, error.done], ["listStreamKeys", []]);
    assert.match(error.message, /; nothing was done before$/);
  });
});

describe("endStream", () => {
  test("deletes the key and waits until the channel is offline, for as long as it may", async () => {
    const ivs = Object.assign(live(), { ending: 2 });
    assert.deepEqual(await endStream(ivs.client(), { channelArn: CHANNEL }), {
      done: [
        { step: "deleteStreamKey", arn: ivs.old.arn, changed: true },
        { step: "stopStream", arn: CHANNEL, changed: true },
      ],
    });
    assert.equal(ivs.channels.get(CHANNEL)?.live, false);

    const longer = Object.assign(live(), { ending: 99 });
    const began = performance.now();
    const error = await failure(endStream(longer.client(), { channelArn: CHANNEL, maxWaitTime: 0.7 }));
    assert.ok(performance.now() - began < 3000);
    assert.ok(error.cause instanceof TimeoutError);
    assert.match(error.message, /^endStream: failed at getStream: TimeoutError: the stream did not end within 0.7 s; done before: deleteStreamKey$/);
    await failure(endStream(longer.client(), { channelArn: CHANNEL, maxWaitTime: 0 }));
  });

  test("an abort ends its wait at once", async () => {
    const ivs = Object.assign(live(), { ending: 99 });
    const reason = new Error("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 50);
    const began = performance.now();
    const error = await failure(endStream(ivs.client(), { channelArn: CHANNEL, signal: controller.signal }));
    assert.equal(error.cause, reason);
    assert.ok(performance.now() - began < 400, "before it looked again");
    const sent = ivs.requests.length;
    assert.deepEqual((await failure(endStream(ivs.client(), { channelArn: CHANNEL, signal: controller.signal }))).done, []);
    assert.equal(ivs.requests.length, sent, "nothing is sent with a signal that was aborted before");
  });
});

describe("deleteLiveChannel", () => {
  test("deletes a live channel, and again is right", async () => {
    const ivs = live();
    const { done } = await deleteLiveChannel(ivs.client(), { channelArn: CHANNEL });
    assert.deepEqual(done.map(({ step, changed }) => [step, changed]), [["deleteStreamKey", true], ["stopStream", true], ["deleteChannel", true]]);
    assert.deepEqual(await deleteLiveChannel(ivs.client(), { channelArn: CHANNEL }), { done: [{ step: "deleteChannel", arn: CHANNEL, changed: false }] });
  });

  test("goes on when somebody makes a key and goes live before it is deleted", async () => {
    const ivs = live();
    let goesLive = true;
    ivs.answers.DeleteChannel = () => {
      if (goesLive) ivs.addLiveChannel(CHANNEL);
      goesLive = false;
    };
    const { done } = await deleteLiveChannel(ivs.client(), { channelArn: CHANNEL });
    assert.deepEqual(done.map(({ step }) => step), ["deleteStreamKey", "stopStream", "deleteStreamKey", "stopStream", "deleteChannel"]);
    assert.equal(ivs.channels.size, 0);
  });

  test("gives up when the channel is never to be deleted", async () => {
    const ivs = live();
    ivs.answers.DeleteChannel = () => refuse(409, "ConflictException");
    const { cause } = await failure(deleteLiveChannel(ivs.client(), { channelArn: CHANNEL, maxWaitTime: 0.1 }));
    assert.ok(cause instanceof TimeoutError && cause.cause instanceof ConflictException);
  });
});

describe("deleteRecordingConfiguration", () => {
  function used() {
    const ivs = new ScriptedIvs();
    ivs.configurations = new Set([CONFIGURATION, OTHER_CONFIGURATION]);
    for (const number of [1, 2]) ivs.addChannel(channelArn(number), { recordingConfigurationArn: CONFIGURATION });
    ivs.addChannel(channelArn(3), { recordingConfigurationArn: OTHER_CONFIGURATION });
    return ivs;
  }
  const configurations = (/** @type {ScriptedIvs} */ ivs) => [...ivs.channels.values()].map(({ recordingConfigurationArn }) => recordingConfigurationArn);

  test("refuses one that channels refer to, and says what to do", async () => {
    const ivs = used();
    const error = await failure(deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION }));
    assert.deepEqual(error.channelArns, [1, 2].map(channelArn));
    assert.equal(error.cause, undefined);
    assert.equal(error.message, `deleteRecordingConfiguration: channels refer to it; give detach: true to take it off them, or change them by UpdateChannel: ${channelArn(1)}, ${channelArn(2)}; nothing was done before`);
    assert.deepEqual(configurations(ivs), [CONFIGURATION, CONFIGURATION, OTHER_CONFIGURATION]);
  });

  test("changes nothing while one of the channels is live", async () => {
    const ivs = used();
    Object.assign(ivs.channels.get(channelArn(2)) ?? {}, { live: true });
    const error = await failure(deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION, detach: true }));
    assert.deepEqual([error.channelArns, error.done], [[channelArn(2)], []]);
    assert.match(error.message, /a live channel cannot be changed: end its stream, for example by endStream, or wait for its end, and run this again: arn/);
    assert.deepEqual(configurations(ivs), [CONFIGURATION, CONFIGURATION, OTHER_CONFIGURATION]);
  });

  test("names a channel that goes live meanwhile, and what it has changed", async () => {
    const ivs = used();
    ivs.answers.UpdateChannel = ({ arn }) => (arn === channelArn(2) ? refuse(409, "ConflictException") : undefined);
    const error = await failure(deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION, detach: true }));
    assert.deepEqual([error.channelArns, error.done.map(({ arn }) => arn)], [[channelArn(2)], [channelArn(1)]]);
  });

  test("is taken off a channel that was given it meanwhile; off a channel that is gone it need not be", async () => {
    const ivs = used();
    let isFirst = true;
    ivs.answers.DeleteRecordingConfiguration = () => {
      if (isFirst) ivs.addChannel(channelArn(4), { recordingConfigurationArn: CONFIGURATION });
      isFirst = false;
    };
    ivs.answers.UpdateChannel = ({ arn }) => {
      if (arn === channelArn(1)) ivs.channels.delete(arn);
    };
    const { done } = await deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION, detach: true });
    assert.deepEqual(done.map(({ step, changed }) => [step, changed]), [["updateChannel", false], ["updateChannel", true], ["updateChannel", true], ["deleteRecordingConfiguration", true]]);
    assert.deepEqual(configurations(ivs), ["", OTHER_CONFIGURATION, ""]);
  });

  test("leaves channels alone that a listing has though they refer to another one", async () => {
    const ivs = used();
    ivs.answers.ListChannels = () => ({ channels: [...ivs.channels].map(([arn, { recordingConfigurationArn }]) => ({ arn, recordingConfigurationArn })) });
    await deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION, detach: true });
    assert.deepEqual(configurations(ivs), ["", "", OTHER_CONFIGURATION]);
  });

  test("that there is not is deleted already; without channels nothing is asked of them", async () => {
    const ivs = used();
    ivs.channels.clear();
    await deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION });
    ivs.answers.ListChannels = () => refuse(404, "ResourceNotFoundException");
    const { done } = await deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION });
    assert.deepEqual(done, [{ step: "deleteRecordingConfiguration", arn: CONFIGURATION, changed: false }]);
    assert.deepEqual(ivs.operations, ["ListChannels", "DeleteRecordingConfiguration", "ListChannels", "DeleteRecordingConfiguration"]);
  });
});

describe("revokeViewers", () => {
  test("asks for each viewer once, 20 a call, up to the greatest version, and tells of it", async () => {
    const ivs = live();
    const viewers = Array.from({ length: 50 }, (_, number) => ({ channelArn: CHANNEL, viewerId: `v${number % 25}`, version: number }));
    viewers.push({ channelArn: channelArn(9), viewerId: "v1", version: 7 });
    /** @type {unknown[]} */
    const told = [];
    const before = JSON.stringify(viewers);
    const result = await revokeViewers(ivs.client(), viewers, { onProgress: (progress) => void told.push(progress) });
    const errors = [{ channelArn: channelArn(9), viewerId: "v1", version: 7, code: "404", message: "no such channel" }];
    assert.deepEqual(result, { revoked: 25, errors });
    assert.deepEqual(told, [{ revoked: 20, errors: [], total: 26 }, { revoked: 25, errors, total: 26 }]);
    assert.deepEqual(ivs.requests.map(({ input }) => input.viewerSessions.length), [20, 6]);
    assert.deepEqual([...ivs.revoked.values()], Array.from({ length: 25 }, (_, number) => [number + 25]));
    assert.equal(JSON.stringify(viewers), before, "nothing is written to what was given");
  });

  test("always sends a version, by default the time in seconds", async () => {
    const ivs = live();
    const before = Math.floor(Date.now() / 1000);
    await revokeViewers(ivs.client(), [{ channelArn: CHANNEL, viewerId: "a" }, { channelArn: CHANNEL, viewerId: "b", version: 0 }]);
    const [[time = 0] = [], zero] = [...ivs.revoked.values()];
    assert.ok(time >= before && time <= before + 60);
    assert.deepEqual(zero, [0]);
  });

  test("an error that names nobody of the call is not lost, nor revoked less when it is given again", async () => {
    const ivs = live();
    ivs.answers.BatchStartViewerSessionRevocation = () => ({ errors: [{ channelArn: CHANNEL, viewerId: "C", code: "500" }] });
    const { errors } = await revokeViewers(ivs.client(), ["a", "b"].map((viewerId, version) => ({ channelArn: CHANNEL, viewerId, version })));
    assert.deepEqual(errors, [{ channelArn: CHANNEL, viewerId: "C", version: 1, code: "500", message: undefined }]);
  });

  test("sends nothing for nobody, nor for a list with a mistake at its end", async () => {
    const ivs = live();
    assert.deepEqual(await revokeViewers(ivs.client(), []), { revoked: 0, errors: [] });
    const viewers = Array.from({ length: 50 }, (_, number) => ({ channelArn: CHANNEL, viewerId: "x".repeat(number + 1) }));
    await assert.rejects(revokeViewers(ivs.client(), viewers), { name: "ParamValidationError", message: "viewers[40].viewerId: is over 40 characters: give a shorter one, such as a UUID" });
    assert.equal(ivs.requests.length, 0);
  });
});

test("what onProgress throws or rejects with is its own affair", async () => {
  for (const onProgress of [() => assert.fail("thrown"), async () => assert.fail("rejected"), () => ({ get then() { return assert.fail("a getter"); } })]) {
    const ivs = live();
    await resetStreamKey(ivs.client(), { channelArn: CHANNEL, onProgress });
    assert.ok(ivs.channels.get(CHANNEL)?.key);
  }
});

test("a mock may answer without a promise", async () => {
  const client = /** @type {any} */ ({ batchStartViewerSessionRevocation: () => ({}) });
  for (const options of [{}, { signal: new AbortController().signal }]) {
    assert.deepEqual(await revokeViewers(client, [{ channelArn: CHANNEL, viewerId: "a" }], options), { revoked: 1, errors: [] });
  }
});

test("an abort ends the wait for a client that does not know signals", async () => {
  const never = () => new Promise(() => {});
  const client = /** @type {any} */ ({ listStreamKeys: never, deleteStreamKey: never, stopStream: never, getStream: never });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 20);
  const error = await failure(endStream(client, { channelArn: CHANNEL, signal: controller.signal }));
  assert.deepEqual([error.step, error.cause], ["listStreamKeys", controller.signal.reason]);
  const old = { aborted: false, onabort: () => {} };
  setTimeout(() => (Object.assign(old, { aborted: true }), old.onabort()), 20);
  const other = await failure(endStream(client, { channelArn: CHANNEL, signal: /** @type {any} */ (old) }));
  assert.equal(/** @type {any} */ (other.cause).name, "AbortError");
});

test("no listener is left at the signal", async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (/** @type {any[]} */ ...given) => ((listeners += 1), Reflect.apply(addEventListener, signal, given));
  signal.removeEventListener = (/** @type {any[]} */ ...given) => ((listeners -= 1), Reflect.apply(removeEventListener, signal, given));
  await resetStreamKey(live().client(), { channelArn: CHANNEL, signal });
  await endStream(Object.assign(live(), { ending: 1 }).client(), { channelArn: CHANNEL, signal });
  await failure(endStream(Object.assign(live(), { ending: 9 }).client(), { channelArn: CHANNEL, signal, maxWaitTime: 0 }));
  assert.equal(listeners, 0);
});

test("errors are instances of the class of the other copy of the package", async () => {
  const error = await failure(endStream(new ScriptedIvs().client(), { channelArn: CHANNEL }));
  const { WorkflowError: Other } = createRequire(import.meta.url)("ivs-wasm/workflows");
  assert.ok(Other !== WorkflowError && error instanceof Other);
});

test("the aggregated client will do, and whatever has the methods", async () => {
  const ivs = live();
  await endStream(new Ivs({ ...OFFLINE, fetch: ivs.fetch }), { channelArn: CHANNEL });
  const client = ivs.client();
  await deleteLiveChannel({
    listStreamKeys: (input) => client.listStreamKeys(input),
    deleteStreamKey: (input) => client.deleteStreamKey(input),
    stopStream: (input) => client.stopStream(input),
    getStream: (input) => client.getStream(input),
    deleteChannel: (input) => client.deleteChannel(input),
  }, { channelArn: CHANNEL });
  assert.equal(ivs.channels.size, 0);
  const error = await deleteLiveChannel(/** @type {any} */ ({ listStreamKeys() {} }), { channelArn: CHANNEL }).then(() => assert.fail("it came to its end"), (error) => error);
  assert.ok(error instanceof ParamValidationError);
  assert.equal(error.message, "client: expected an IvsClient, or an object with its method deleteStreamKey");
});

/** Most requests of an operation in any second. @param {ScriptedIvs} ivs @param {string} operation */
function most(ivs, operation) {
  const times = ivs.requests.filter((request) => request.operation === operation).map(({ at }) => at);
  return Math.max(...times.map((begin) => times.filter((at) => at >= begin && at < begin + 1000).length));
}

describe("the rates of the service are kept", { concurrency: true }, () => {
  test("by 12 workflows of a client at the same time", async () => {
    const ivs = Object.assign(new ScriptedIvs(), { latency: 20 });
    const arns = Array.from({ length: 12 }, (_, number) => channelArn(number));
    for (const arn of arns) ivs.addLiveChannel(arn);
    const client = ivs.client();
    await Promise.all(arns.map((channelArn) => endStream(client, { channelArn })));
    for (const operation of new Set(ivs.operations)) assert.equal(most(ivs, operation), 5, operation);
    assert.ok([...ivs.channels.values()].every(({ key, live }) => !key && !live));
  });

  test("by revocations, 2 calls a second", async () => {
    const ivs = live();
    const viewers = Array.from({ length: 140 }, (_, number) => ({ channelArn: CHANNEL, viewerId: `v${number}` }));
    const began = performance.now();
    const client = ivs.client();
    const parts = await Promise.all([viewers.slice(0, 70), viewers.slice(70)].map((part) => revokeViewers(client, part)));
    assert.deepEqual(parts.map(({ revoked }) => revoked), [70, 70]);
    assert.equal(most(ivs, "BatchStartViewerSessionRevocation"), 2);
    assert.ok(performance.now() - began < 6000, "and used");
  });

  test("whoever is aborted while calling holds up nobody, though the answer never comes", async () => {
    let calls = 0;
    const never = () => new Promise(() => void (calls += 1));
    const client = /** @type {any} */ ({ listStreamKeys: never, deleteStreamKey: never, stopStream: never, getStream: never });
    await Promise.all(Array.from({ length: 8 }, async (_, number) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), number < 5 ? 20 : 2500);
      await failure(endStream(client, { channelArn: channelArn(number), signal: controller.signal }));
    }));
    assert.equal(calls, 8, "those behind had their turn");
  });

  test("whoever is aborted while waiting neither calls nor holds up those behind", async () => {
    const ivs = Object.assign(new ScriptedIvs(), { latency: 300 });
    const arns = Array.from({ length: 8 }, (_, number) => channelArn(number));
    for (const arn of arns) ivs.addChannel(arn);
    const client = ivs.client();
    const controller = new AbortController();
    const workflows = arns.map((channelArn, number) => endStream(client, { channelArn, ...(number === 5 || number === 6 ? { signal: controller.signal } : {}) }));
    setTimeout(() => controller.abort(), 50);
    const settled = await Promise.allSettled(workflows);
    assert.deepEqual(settled.map(({ status }) => status), ["fulfilled", "fulfilled", "fulfilled", "fulfilled", "fulfilled", "rejected", "rejected", "fulfilled"]);
    assert.deepEqual(ivs.requests.filter(({ operation }) => operation === "ListStreamKeys").map(({ input }) => input.channelArn), arns.filter((_, number) => number !== 5 && number !== 6));
    assert.equal(most(ivs, "ListStreamKeys"), 5);
  });
});
