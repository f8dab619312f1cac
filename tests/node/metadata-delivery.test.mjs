// @ts-check
// `ivs-wasm/metadata` against the service's rates and faults, in virtual time: every item is at the reader once and in order.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MetadataReader, metadataStream } from "ivs-wasm/metadata";
import { offline, time } from "./behave.mjs";
import { random } from "./junk.mjs";
import { after, ARN, arnOf, most, service } from "./metadata-service.mjs";

/** @typedef {import("ivs-wasm/metadata").DroppedMetadata} DroppedMetadata */

/** An item of any kind, which says its number. */
function item(/** @type {number} */ number, /** @type {() => number} */ random) {
  const kinds = [
    () => number,
    () => `text ${number} ${"ü€😀\"\\\n\ud800".repeat(random() * 5)}`,
    () => ({ number, answers: ["a", "b", null, { deep: [true] }] }),
    () => [number, "x".repeat(random() * 900)],
    () => ({ number, text: "€".repeat(random() * 300) }),
  ];
  return kinds[Math.floor(random() * (random() < 0.1 ? kinds.length : 3))]();
}

/** Milliseconds until the next item: often none, sometimes many. */
const gap = (/** @type {() => number} */ random) => (random() < 0.5 ? 0 : random() < 0.99 ? random() * 100 : random() * 10_000);

/** What a reader makes of all texts. @param {string[]} cues @param {object} [options] */
function read(cues, options) {
  const reader = new MetadataReader(options);
  return cues.flatMap((text) => reader.read(text));
}

describe("10,000 items at random times", () => {
  for (const [seed, maxAttempts] of [[1, 1], [2, 1], [3, 3]]) {
    test(`are at the reader once and in order, whatever fails (seed ${seed}, maxAttempts ${maxAttempts})`, async (t) => {
      time(t);
      const numbers = random(seed);
      const begin = Date.now();
      /** Every ten minutes the channel is offline for one, and once for five. */
      const isLive = () => {
        const minute = Math.floor((Date.now() - begin) / 60_000);
        return minute % 10 !== 3 && !(minute >= 5 && minute < 10);
      };
      const kinds = /** @type {const} */ (["refused", "reset", "silent", "late", "failed", "throttled"]);
      // Each kind as often as the others, one for ten calls or so.
      let faults = 0;
      const fault = () => (numbers() < 0.1 ? kinds[faults++ % kinds.length] : undefined);
      const latency = () => (numbers() < 0.9 ? numbers() * 60 : numbers() * 1500);
      const remote = service({ random: numbers, isLive, fault, latency });
      const client = offline({ fetch: remote.fetch, maxAttempts, requestTimeout: 5000 });
      /** @type {unknown[]} */
      const sent = [];
      const writer = metadataStream(client, { channelArn: ARN, onSent: ({ items }) => void sent.push(...items) }).getWriter();
      const items = [];
      for (let number = 0; number < 10_000; number++) {
        items.push(item(number, numbers));
        await writer.ready;
        await writer.write(items[number]);
        const wait = gap(numbers);
        if (wait >= 1) await after(wait);
      }
      await writer.close();
      // What is still on its way.
      await after(60_000);

      assert.deepEqual(remote.violations, []);
      const arrivals = remote.calls.map(({ at }) => at).filter((at) => !Number.isNaN(at));
      assert.ok(most(arrivals) <= 5);
      assert.ok(remote.calls.every(({ metadata }) => Buffer.byteLength(metadata) <= 1024));
      assert.deepEqual(sent, items);
      const cues = remote.cues();
      const repeated = cues.length - new Set(cues).size;
      assert.ok(repeated > 0, "calls were repeated whose answer was lost");
      for (const kind of kinds) assert.ok(remote.faults[kind] > 3, kind);
      assert.ok(remote.polls.length > 0);
      assert.deepEqual(read(cues), items);
      assert.deepEqual(read(cues, { maxHeld: 3 }), items);
      assert.ok(Date.now() - begin > 600_000, "in minutes of virtual time");
    });
  }

  test("of several streams and channels of one client: each in its own order, one call at a time for a channel", async (t) => {
    time(t);
    const numbers = random(7);
    const remote = service({ random: numbers, latency: () => numbers() * 80, fault: () => (numbers() < 0.05 ? "reset" : undefined) });
    const client = offline({ fetch: remote.fetch, maxAttempts: 1 });
    const streams = Array.from({ length: 8 }, (_, index) => ({ index, channelArn: arnOf(index % 3), items: /** @type {string[]} */ ([]) }));
    await Promise.all(
      streams.map(async ({ index, channelArn, items }) => {
        const writer = metadataStream(client, { channelArn }).getWriter();
        for (let number = 0; number < 300; number++) {
          items.push(`${index}-${number}`);
          await writer.write(`${index}-${number}`);
          await after(gap(numbers) / 10);
        }
        await writer.close();
      }),
    );
    assert.deepEqual(remote.violations, []);
    for (const { index, channelArn, items } of streams) {
      const got = read(remote.cues(channelArn)).filter((item) => String(item).startsWith(`${index}-`));
      assert.deepEqual(got, items);
    }
  });
});
