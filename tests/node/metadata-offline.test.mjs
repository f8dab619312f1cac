// @ts-check
// `metadataStream` on a channel that is not live, where several streams or channels wait, in virtual time.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rejection, time } from "./behave.mjs";
import { after, ARN, arnOf, most } from "./metadata-service.mjs";
import { recorder, refusal, stream } from "./metadata-streams.mjs";

const OFFLINE = refusal("ChannelNotBroadcasting", 404);

/** A client whose channels are live when a function says so, and which records its questions. @param {(channelArn: string) => boolean} isLive */
function client(isLive) {
  const polls = /** @type {{ channelArn: string, at: number }[]} */ ([]);
  const calls = /** @type {{ channelArn: string, at: number }[]} */ ([]);
  return {
    polls,
    calls,
    async putMetadata(/** @type {{ channelArn: string, metadata: string }} */ { channelArn }) {
      calls.push({ channelArn, at: Date.now() });
      await after(10);
      if (!isLive(channelArn)) throw OFFLINE;
    },
    async getStream(/** @type {{ channelArn: string }} */ { channelArn }) {
      polls.push({ channelArn, at: Date.now() });
      await after(10);
      if (!isLive(channelArn)) throw OFFLINE;
      return { stream: { state: "LIVE" } };
    },
  };
}

/** Makes it known that the channel is not live, by a stream that waits. @param {any} remote @param {object} [options] */
async function waiting(remote, options) {
  const one = stream(remote, options);
  await one.writer.write("waits");
  await after(100);
  return one;
}

describe("GetStream that gives no answer", () => {
  for (const [title, thrown] of /** @type {[string, any][]} */ ([["429", refusal("ThrottlingException", 429)], ["a lost connection", new TypeError("fetch failed")], ["500", refusal("InternalServerException", 500)], ["undefined", undefined]])) {
    test(`${title}: PutMetadata is tried, as slowly`, async (t) => {
      time(t);
      const begin = Date.now();
      const remote = Object.assign(recorder(() => { if (Date.now() < begin + 60_000) throw OFFLINE; }), { getStream: async () => { throw thrown; } });
      const { writer, sent } = stream(remote, { retryTime: 0 });
      await writer.write("a");
      await writer.close();
      assert.deepEqual(sent, ["a"]);
      assert.ok(remote.calls.length >= 12 && remote.calls.length <= 14, `${remote.calls.length}`);
      assert.ok(Date.now() - begin < 67_000);
    });
  }
});

describe("the turns to ask", () => {
  test("are not taken by streams that were aborted", async (t) => {
    time(t);
    const begin = Date.now();
    const remote = client(() => Date.now() >= begin + 6000);
    const aborted = await Promise.all(Array.from({ length: 50 }, (_, index) => waiting(remote, { channelArn: arnOf(index) })));
    const { writer } = await waiting(remote, { channelArn: arnOf(99) });
    for (const { writer } of aborted) await writer.abort(new Error("enough"));
    await writer.close();
    assert.ok(Date.now() - begin < 12_000, `${Date.now() - begin}`);
  });

  test("are not taken by streams that are aborted while they wait for theirs", async (t) => {
    time(t);
    const begin = Date.now();
    const remote = client(() => false);
    const streams = await Promise.all(Array.from({ length: 50 }, (_, index) => waiting(remote, { channelArn: arnOf(index) })));
    await after(10_000);
    const before = remote.polls.length;
    const asked = new Set(remote.polls.map(({ channelArn }) => channelArn));
    const last = arnOf(49);
    assert.ok(!asked.has(last), "its turn has not come");
    for (const { writer } of streams.slice(0, 49)) await writer.abort(new Error("enough"));
    await after(1100);
    assert.equal(remote.polls[before].channelArn, last, "it is next");
    await streams[49].writer.abort(new Error("enough"));
    assert.equal(most(remote.polls.map(({ at }) => at)), 1);
    assert.ok(Date.now() - begin < 20_000);
  });

  test("come to each channel", async (t) => {
    time(t);
    const remote = client(() => false);
    const streams = await Promise.all(Array.from({ length: 30 }, (_, index) => waiting(remote, { channelArn: arnOf(index) })));
    await after(100_000);
    for (let index = 0; index < 30; index++) assert.ok(remote.polls.filter(({ channelArn }) => channelArn === arnOf(index)).length >= 2, `${index}`);
    for (const { writer } of streams) await writer.abort(new Error("enough"));
  });
});

describe("a channel that is known not to be live", () => {
  test("fails a stream at once whose policy is error, while another one waits", async (t) => {
    time(t);
    const remote = client(() => false);
    const { writer } = await waiting(remote, { offlineInterval: 60_000 });
    const begin = Date.now();
    const failing = stream(remote, { whenOffline: "error" });
    await failing.writer.write("a");
    const error = await rejection(failing.writer.closed);
    assert.equal(error, OFFLINE);
    assert.ok(Date.now() - begin < 100, `${Date.now() - begin}`);
    assert.deepEqual(failing.dropped, [{ items: ["a"], reason: "failed", unconfirmed: 0, error }]);
    assert.equal(remote.calls.length, 1);
    await writer.abort(new Error("enough"));
  });

  test("has items dropped at once, while another one waits", async (t) => {
    time(t);
    const remote = client(() => false);
    const { writer } = await waiting(remote);
    const dropping = stream(remote, { whenOffline: "drop" });
    for (let number = 0; number < 100; number++) {
      const { length } = dropping.dropped.flatMap(({ items }) => items);
      await dropping.writer.write(number);
      await after(200);
      assert.equal(dropping.dropped.flatMap(({ items }) => items).length, length + 1, `${number}`);
    }
    assert.ok(remote.calls.length <= 2, `${remote.calls.length} calls of PutMetadata`);
    await writer.abort(new Error("enough"));
  });

  test("has items dropped at once, while other channels have the turns to ask", async (t) => {
    time(t);
    const remote = client(() => false);
    const others = await Promise.all(Array.from({ length: 40 }, (_, index) => waiting(remote, { channelArn: arnOf(index), offlineInterval: 1000 })));
    const { writer } = await waiting(remote);
    const dropping = stream(remote, { whenOffline: "drop" });
    for (let number = 0; number < 100; number++) {
      await dropping.writer.write(number);
      await after(300);
      assert.equal(dropping.dropped.flatMap(({ items }) => items).length, number + 1);
    }
    assert.ok(remote.calls.filter(({ channelArn }) => channelArn === ARN).length <= 9, "and PutMetadata is tried as slowly");
    for (const one of [...others, { writer }]) await one.writer.abort(new Error("enough"));
  });

  for (const [whenOffline, busy] of /** @type {[string, number][]} */ ([["drop", 0], ["drop", 40], ["error", 0], ["error", 40]])) {
    test(`is asked for again where that was long ago: ${whenOffline}, while ${busy} others are asked for`, { timeout: 20_000 }, async (t) => {
      time(t);
      const begin = Date.now();
      const remote = client((channelArn) => channelArn === ARN && Date.now() > begin + 10_000);
      const first = stream(remote, { whenOffline: "drop" });
      await first.writer.write("too early");
      await first.writer.close();
      const others = await Promise.all(Array.from({ length: busy }, (_, index) => waiting(remote, { channelArn: arnOf(index) })));
      await after(60_000);
      const { writer, sent } = stream(remote, { whenOffline });
      await writer.write("a");
      await writer.close();
      assert.deepEqual(sent, ["a"]);
      for (const one of others) await one.writer.abort(new Error("enough"));
    });
  }

  for (const order of [[60_000, 1000], [1000, 60_000]]) {
    test(`is asked as soon as the shortest offlineInterval of its streams, which all go on then (${order})`, { timeout: 20_000 }, async (t) => {
      time(t);
      const begin = Date.now();
      const remote = client(() => Date.now() >= begin + 3500);
      const streams = order.map((offlineInterval) => stream(remote, { offlineInterval }));
      for (const { writer } of streams) {
        await writer.write("a");
        await after(500);
      }
      await Promise.all(streams.map(({ writer }) => writer.close()));
      assert.ok(Date.now() - begin < 6000, `${Date.now() - begin}`);
      assert.deepEqual(streams.map(({ sent }) => sent), [["a"], ["a"]]);
    });
  }

  test("is asked for the others, when the one that asks is aborted", async (t) => {
    time(t);
    const begin = Date.now();
    let polls = 0;
    const remote = Object.assign(client(() => Date.now() >= begin + 3000), {
      /** The first question has no answer. */
      getStream: () => (polls++ === 0 ? new Promise(() => {}) : Promise.resolve({ stream: { state: "LIVE" } })),
    });
    const [asking, other] = [await waiting(remote, { offlineInterval: 1000 }), await waiting(remote, { offlineInterval: 2000 })];
    await after(5000);
    await asking.writer.abort(new Error("enough"));
    await other.writer.close();
    assert.deepEqual(other.sent, ["waits"]);
    assert.ok(Date.now() - begin < 8000);
  });

  test("keeps a program running no longer than its streams are there", async () => {
    const remote = client(() => false);
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    const streams = [stream(remote), stream(remote, { offlineInterval: 60_000 }), stream(remote, { whenOffline: "drop" })];
    for (const { writer } of streams) await writer.write("a");
    await new Promise((resolve) => setTimeout(resolve, 700));
    assert.ok(timers() > before);
    for (const { writer } of streams) await writer.abort(new Error("enough"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(timers(), before);
  });
});
