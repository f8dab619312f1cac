// @ts-check
// What workflows and batches do, and say, where the service throttles, others change the same resources, or several things fail.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AccessDeniedException, ThrottlingException, TimeoutError } from "ivs-wasm";
import { BatchReadError, getChannels } from "ivs-wasm/batch";
import { deleteLiveChannel, deleteRecordingConfiguration, endStream, resetStreamKey, revokeViewers } from "ivs-wasm/workflows";
import { CHANNEL, CONFIGURATION, OTHER_CONFIGURATION, ScriptedIvs, channelArn, failure, live, refuse } from "./scripted-ivs.mjs";

const throttled = () => refuse(429, "ThrottlingException");
const denied = () => refuse(403, "AccessDeniedException");

/** Answers so many calls of an operation otherwise. @param {number} times @param {() => unknown} answer */
const first = (times, answer) => () => (times-- > 0 ? answer() : undefined);

describe("a workflow that is throttled", { concurrency: true }, () => {
  const workflows = {
    resetStreamKey: (/** @type {any} */ client) => resetStreamKey(client, { channelArn: CHANNEL }),
    endStream: (/** @type {any} */ client) => endStream(client, { channelArn: CHANNEL }),
    deleteLiveChannel: (/** @type {any} */ client) => deleteLiveChannel(client, { channelArn: CHANNEL }),
    deleteRecordingConfiguration: (/** @type {any} */ client) => deleteRecordingConfiguration(client, { arn: CONFIGURATION, detach: true }),
    revokeViewers: (/** @type {any} */ client) => revokeViewers(client, [{ channelArn: CHANNEL, viewerId: "a" }]),
  };
  const begin = () => {
    const ivs = live();
    ivs.configurations = new Set([CONFIGURATION]);
    ivs.addChannel(channelArn(1), { recordingConfigurationArn: CONFIGURATION });
    return ivs;
  };
  for (const [name, run] of Object.entries(workflows)) {
    test(`${name} waits it out, at each of its calls`, async () => {
      const plain = begin();
      await run(plain.client());
      const operations = new Set(plain.operations);
      await Promise.all([...operations].map(async (operation) => {
        const ivs = begin();
        ivs.answers[operation] = first(2, throttled);
        await run(ivs.client());
        assert.equal(ivs.operations.length, plain.operations.length + 2, operation);
      }));
    });
  }

  test("for as long as it may, and fails with the service's error then", async () => {
    const ivs = live();
    ivs.answers.ListStreamKeys = throttled;
    const began = performance.now();
    const error = await failure(endStream(ivs.client(), { channelArn: CHANNEL, maxWaitTime: 0.7 }));
    assert.ok(performance.now() - began < 2000);
    assert.ok(error.cause instanceof ThrottlingException);
    assert.equal(error.step, "listStreamKeys");
    assert.equal(ivs.requests.length, 3);
    await failure(endStream(ivs.client(), { channelArn: CHANNEL, maxWaitTime: 0 }));
    assert.equal(ivs.requests.length, 4);
  });

  test("an abort ends the wait", async () => {
    const ivs = live();
    ivs.answers.ListStreamKeys = throttled;
    const signal = AbortSignal.timeout(100);
    const error = await failure(endStream(ivs.client(), { channelArn: CHANNEL, signal }));
    assert.equal(error.cause, signal.reason);
  });

  test("a key is created though all time went into stopping the stream", async () => {
    const ivs = Object.assign(live(), { ending: 99 });
    ivs.answers.CreateStreamKey = first(1, throttled);
    const error = await failure(resetStreamKey(ivs.client(), { channelArn: CHANNEL, maxWaitTime: 0.6 }));
    assert.ok(error.cause instanceof TimeoutError);
    assert.equal(error.step, "getStream");
    const key = ivs.channels.get(CHANNEL)?.key;
    assert.ok(key && key.arn !== ivs.old.arn);
  });
});

test("maxWaitTime counts the calls as well", async () => {
  const ivs = Object.assign(live(), { ending: 99, latency: 400 });
  const began = performance.now();
  await failure(endStream(ivs.client(), { channelArn: CHANNEL, maxWaitTime: 1 }));
  // A list, a deletion, a stop and a look; 0.5 s; a stop and a look, by which the second is over.
  assert.equal(ivs.requests.length, 6);
  assert.ok(performance.now() - began < 4000);
});

test("a channel that was given another recording configuration meanwhile keeps it", async () => {
  const ivs = new ScriptedIvs();
  ivs.configurations = new Set([CONFIGURATION, OTHER_CONFIGURATION]);
  for (const number of [1, 2, 3]) ivs.addChannel(channelArn(number), { recordingConfigurationArn: CONFIGURATION });
  ivs.answers.ListStreams = () => {
    Object.assign(ivs.channels.get(channelArn(2)) ?? {}, { recordingConfigurationArn: OTHER_CONFIGURATION });
    ivs.channels.delete(channelArn(3));
  };
  const { done } = await deleteRecordingConfiguration(ivs.client(), { arn: CONFIGURATION, detach: true });
  assert.deepEqual([...ivs.channels.values()].map(({ recordingConfigurationArn }) => recordingConfigurationArn), ["", OTHER_CONFIGURATION]);
  assert.deepEqual(done.map(({ step, changed }) => [step, changed]), [["updateChannel", true], ["updateChannel", false], ["updateChannel", false], ["deleteRecordingConfiguration", true]]);
  assert.equal(ivs.operations.filter((name) => name === "UpdateChannel").length, 1);
});

test("a channel is deleted already only if its own deletion says so", async () => {
  for (const operation of ["ListStreamKeys", "GetStream"]) {
    const ivs = live();
    ivs.answers[operation] = first(1, () => refuse(404, "ResourceNotFoundException"));
    const { done } = await deleteLiveChannel(ivs.client(), { channelArn: CHANNEL });
    assert.deepEqual(done.at(-1), { step: "deleteChannel", arn: CHANNEL, changed: true });
    assert.equal(ivs.channels.size, 0);
  }
});

describe("resetStreamKey", { concurrency: true }, () => {
  test("where neither the stream can be stopped nor a key created, says both", async () => {
    const ivs = live();
    ivs.answers.StopStream = denied;
    ivs.answers.CreateStreamKey = () => refuse(500, "InternalServerException");
    const error = await failure(resetStreamKey(ivs.client(), { channelArn: CHANNEL }));
    assert.equal(error.message, "resetStreamKey: failed at createStreamKey: InternalServerException: refused, after stopStream had failed: AccessDeniedException: refused; done before: deleteStreamKey");
    assert.equal(error.step, "createStreamKey");
    assert.equal(/** @type {any} */ (error.cause).name, "InternalServerException");
  });

  test("where a key can never be created, says that this is what has failed", async () => {
    const ivs = live();
    ivs.answers.CreateStreamKey = () => refuse(402, "ServiceQuotaExceededException");
    const error = await failure(resetStreamKey(ivs.client(), { channelArn: CHANNEL, maxWaitTime: 0.1 }));
    assert.equal(error.step, "createStreamKey");
    assert.match(error.message, /^resetStreamKey: failed at createStreamKey: TimeoutError: the channel could not be given another key within 0.1 s/);
  });
});

test("a batch whose call has failed before it was aborted has what was read", async () => {
  const controller = new AbortController();
  let calls = 0;
  const client = /** @type {any} */ ({
    async batchGetChannel({ arns }) {
      calls += 1;
      if (calls === 2) {
        queueMicrotask(() => queueMicrotask(() => controller.abort(new Error("enough"))));
        throw new AccessDeniedException({ message: "not allowed", $metadata: {} });
      }
      return { channels: arns.map((/** @type {string} */ arn) => ({ arn })), $metadata: {} };
    },
  });
  const arns = Array.from({ length: 100 }, (_, number) => channelArn(number));
  const error = await getChannels(client, arns, { abortSignal: controller.signal }).then(() => assert.fail("it resolved"), (error) => error);
  assert.ok(controller.signal.aborted);
  assert.ok(error instanceof BatchReadError, String(error));
  assert.ok(error.cause instanceof AccessDeniedException);
  assert.deepEqual([error.partial.items.size, error.partial.remaining], [50, arns.slice(50)]);
});
