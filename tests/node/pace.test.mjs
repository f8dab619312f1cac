// @ts-check
// The rate at which workflows and batches call, whatever becomes of the clock, and in which order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BatchReadError, channelLoader, getChannels } from "ivs-wasm/batch";
import { endStream } from "ivs-wasm/workflows";
import { CHANNEL, channelArn, ScriptedIvs } from "./scripted-ivs.mjs";

const real = performance.now.bind(performance);

/** A client that answers after so many milliseconds, and what it was asked for. @param {number} [latency] */
function service(latency = 0) {
  /** @type {{ arns: string[], at: number }[]} */
  const calls = [];
  const client = /** @type {any} */ ({
    async batchGetChannel({ arns }) {
      calls.push({ arns, at: real() });
      if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
      return { channels: arns.map((arn) => ({ arn })), $metadata: {} };
    },
  });
  return { client, calls };
}
const channelArns = (/** @type {number} */ count) => Array.from({ length: count }, (_, number) => channelArn(number));

test("a clock that stood ahead holds up nobody", async (t) => {
  const { client, calls } = service();
  const load = channelLoader(client);
  const ahead = t.mock.method(performance, "now", () => real() + 3_600_000);
  for (let number = 0; number < 5; number += 1) await load(channelArn(number));
  ahead.mock.restore();
  const began = real();
  for (let number = 0; number < 6; number += 1) await load(channelArn(number));
  const took = real() - began;
  assert.ok(took > 1900 && took < 2600, `${took} ms, for two seconds' calls after those before`);
  assert.equal(calls.length, 11);
});

test("a clock that stands still, or is none, holds up nobody, and the rate is kept", async (t) => {
  for (const now of [5000, NaN]) {
    const { client, calls } = service();
    const frozen = t.mock.method(performance, "now", () => now);
    await getChannels(client, channelArns(550));
    frozen.mock.restore();
    assert.equal(calls.length, 11);
    const took = (calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0);
    assert.ok(took >= 2000 && took < 3200, `${now}: ${took} ms`);
    for (const { at: begin } of calls) assert.ok(calls.filter(({ at }) => at >= begin && at < begin + 1000).length <= 5);
  }
});

test("a single read is served before those of a bulk that come after it", async () => {
  const { client, calls } = service(200);
  const bulk = getChannels(client, channelArns(1000));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const load = channelLoader(client);
  for (let second = 1; second <= 3; second += 1) {
    const single = channelArn(`Single${second}`);
    const before = calls.length;
    await load(single);
    // Those five of the bulk that wait already, and the others of its own second.
    const ahead = calls.findIndex(({ arns }) => arns.includes(single)) - before;
    assert.ok(ahead < 10, `${ahead} were served before it`);
  }
  assert.ok((await bulk).channels.every((channel) => channel));
});

test("several who wait are served in their order", async () => {
  const { client, calls } = service(20);
  const load = channelLoader(client);
  const reads = [];
  for (let number = 0; number < 12; number += 1) {
    reads.push(load(channelArn(number)));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(reads);
  assert.deepEqual(calls.map(({ arns }) => arns[0]), channelArns(12));
});

test("a call that was never sent takes up no place", async () => {
  let attempts = 0;
  const client = { batchGetChannel: () => Promise.reject(Object.assign(new Error("refused by the client"), { $metadata: { attempts } })) };
  const fails = () => assert.rejects(getChannels(/** @type {any} */ (client), [CHANNEL]), BatchReadError);
  let began = real();
  for (let call = 0; call < 20; call += 1) await fails();
  assert.ok(real() - began < 900);
  attempts = 1;
  began = real();
  for (let call = 0; call < 6; call += 1) await fails();
  assert.ok(real() - began > 1000, "those that were sent do");
});

test("nor does one that was aborted before", async () => {
  const ivs = new ScriptedIvs();
  ivs.addChannel(CHANNEL);
  const client = ivs.client();
  const began = real();
  const signal = AbortSignal.abort();
  for (let run = 0; run < 20; run += 1) await assert.rejects(endStream(client, { channelArn: CHANNEL, signal }));
  for (let read = 0; read < 20; read += 1) await assert.rejects(getChannels(service().client, [CHANNEL], { abortSignal: signal }), (error) => error === signal.reason);
  await endStream(client, { channelArn: CHANNEL });
  assert.ok(real() - began < 900);
});
