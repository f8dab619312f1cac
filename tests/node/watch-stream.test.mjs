// @ts-check
// `watchStream`: what it says, how often it asks, and that it leaves nothing behind.

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { getStreamOrNull, isLive, watchStream } from "ivs-wasm/watch";
import { Account, answer, arn, collect, failure, listenersOf, turns, virtualTime } from "./watched.mjs";

const A = arn("A");
const B = arn("B");
const C = arn("C");
const INTERVAL = 5000;

/** @param {object} item */
const bare = ({ ...item }) => {
  delete /** @type {any} */ (item).came;
  return item;
};
const offline = (/** @type {string} */ channelArn, /** @type {string[]} */ changed = []) => ({ channelArn, state: "OFFLINE", streamId: undefined, health: undefined, viewerCount: undefined, startTime: undefined, changed });

describe("what it says", () => {
  test("first what is there, then each change, by GetStream for one channel", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const watched = collect(watchStream(account.client(), { channelArn: A }));
    await pass(INTERVAL * 2);
    assert.deepEqual(watched.items.map(bare), [offline(A)]);
    const streamId = account.start(A, { viewerCount: 3 });
    await pass(INTERVAL * 2);
    const startTime = new Date(account.live.get(A)?.startTime ?? "");
    assert.deepEqual(bare(watched.items[1]), { channelArn: A, state: "LIVE", streamId, health: "HEALTHY", viewerCount: 3, startTime, changed: ["state", "streamId", "health", "viewerCount", "startTime"] });
    account.change(A, { health: "STARVING" });
    await pass(INTERVAL * 2);
    account.change(A, { viewerCount: 4 });
    await pass(INTERVAL * 2);
    account.stop(A);
    await pass(INTERVAL * 2);
    assert.deepEqual(watched.items.slice(2).map(({ changed }) => changed), [["health"], ["viewerCount"], ["state", "streamId", "health", "viewerCount", "startTime"]]);
    assert.deepEqual(bare(/** @type {any} */ (watched.items.at(-1))), offline(A, ["state", "streamId", "health", "viewerCount", "startTime"]));
    assert.equal(account.count("ListStreams"), 0);
    watched.stop();
  });

  test("the same shape from GetStream and ListStreams", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    const client = account.client();
    const single = collect(watchStream(client, { channelArn: A }));
    await pass(100);
    const other = new Account();
    other.live = account.live;
    const several = collect(watchStream(other.client(), { channelArns: [A, B, C] }));
    await pass(100);
    assert.deepEqual(bare(single.items[0]), bare(several.items[0]));
    assert.deepEqual(several.items.slice(1).map(bare), [offline(B), offline(C)]);
    assert.deepEqual([account.count("GetStream"), account.count("ListStreams"), other.count("GetStream"), other.count("ListStreams")], [1, 0, 0, 1]);
    single.stop();
    several.stop();
  });

  test("a stream that restarts between two polls has another streamId", async (t) => {
    const pass = virtualTime(t);
    for (const channelArns of [[A], [A, B, C]]) {
      const account = new Account();
      account.start(A);
      const watched = collect(watchStream(account.client(), { channelArns }));
      await pass(100);
      account.stop(A);
      const streamId = account.start(A);
      await pass(INTERVAL * 2);
      const last = watched.items.at(-1);
      assert.deepEqual([last?.channelArn, last?.state, last?.streamId], [A, "LIVE", streamId]);
      assert.deepEqual(last?.changed, ["streamId", "startTime"]);
      watched.stop();
    }
  });

  test("a stream that one list has not, and the next one has, is told as that", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A, { viewerCount: 4 });
    const watched = collect(watchStream(account.client(), { channelArns: [A, B, C] }));
    await pass(100);
    account.fault = () => answer({ streams: [] });
    await pass(INTERVAL * 1.2);
    account.fault = () => undefined;
    await pass(INTERVAL * 1.2);
    const all = ["state", "streamId", "health", "viewerCount", "startTime"];
    assert.deepEqual(watched.items.filter(({ channelArn }) => channelArn === A).map(({ state, viewerCount, changed }) => [state, viewerCount, changed]), [["LIVE", 4, []], ["OFFLINE", undefined, all], ["LIVE", 4, all]]);
    watched.stop();
  });

  test("-1 is the last count of the same stream, and no count of another", async (t) => {
    const pass = virtualTime(t);
    for (const channelArns of [[A], [A, B, C]]) {
      const account = new Account();
      account.start(A, { viewerCount: -1 });
      const watched = collect(watchStream(account.client(), { channelArns }));
      const counts = () => watched.items.filter(({ channelArn }) => channelArn === A).map(({ viewerCount }) => viewerCount);
      await pass(100);
      assert.deepEqual(counts(), [undefined]);
      for (const viewerCount of [7, -1, 0, -1]) {
        account.change(A, { viewerCount });
        await pass(INTERVAL * 2);
      }
      assert.deepEqual(counts(), [undefined, 7, 0]);
      account.start(A, { viewerCount: -1 });
      await pass(INTERVAL * 2);
      assert.deepEqual(counts(), [undefined, 7, 0, undefined]);
      watched.stop();
    }
  });

  test("state OFFLINE, which the service may say, and an answer without a stream", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A, { state: "OFFLINE" });
    account.fault = ({ input }) => (input.channelArn === B ? answer({}) : undefined);
    const watched = collect(watchStream(account.client(), { channelArns: [A, B] }));
    await pass(100);
    assert.deepEqual(watched.items.map(bare), [offline(A), offline(B)]);
    watched.stop();
  });

  test("of a channel that is in the list twice, the stream that began last", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const stream = (/** @type {string} */ streamId, /** @type {string} */ startTime) => ({ channelArn: A, streamId, startTime, state: "LIVE", viewerCount: 1 });
    const [old, young] = [stream("st-1", "2026-11-28T09:00:00Z"), stream("st-2", "2026-11-28T09:30:00Z")];
    for (const pages of [[old, young], [young, old]]) {
      account.fault = ({ input }) => answer({ streams: [pages[Number(input.nextToken ?? 0)]], ...(input.nextToken ? {} : { nextToken: "1" }) });
      const watched = collect(watchStream(account.client(), { channelArns: [A, B, C] }));
      await pass(100);
      assert.equal(watched.items[0]?.streamId, "st-2");
      watched.stop();
    }
  });

  test("what is given to a caller is the caller's own", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    const client = account.client();
    const first = await watchStream(client, { channelArn: A })[Symbol.asyncIterator]().next();
    first.value?.startTime?.setTime(0);
    Object.assign(/** @type {any} */ (first.value), { viewerCount: 99, state: "OFFLINE" });
    const second = await watchStream(client, { channelArn: A })[Symbol.asyncIterator]().next();
    assert.equal(second.value?.startTime?.getTime(), Date.now());
    assert.equal(second.value?.viewerCount, 0);
    assert.equal(account.calls.length, 1);
    await pass(0);
  });

  test("a slow consumer gets the latest state of each channel, and no queue", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    const iterator = watchStream(account.client(), { channelArns: [A, B, C] })[Symbol.asyncIterator]();
    for (let item = 0; item < 3; item++) await iterator.next();
    const calls = account.calls.length;
    for (let viewerCount = 1; viewerCount <= 20; viewerCount++) {
      account.change(A, { viewerCount });
      await pass(INTERVAL, INTERVAL);
    }
    account.start(B);
    account.stop(B);
    account.start(C);
    assert.equal(account.calls.length, calls, "nothing is asked while nobody waits");
    const [first, second] = [await iterator.next(), await iterator.next()];
    assert.deepEqual([first.value?.channelArn, first.value?.viewerCount, first.value?.changed], [A, 20, ["viewerCount"]]);
    assert.deepEqual([second.value?.channelArn, second.value?.state], [C, "LIVE"]);
    assert.equal(account.calls.length, calls + 1);
    const third = iterator.next();
    await pass(100);
    await iterator.return?.();
    assert.equal((await third).done, true);
  });

  test("whoever takes longer for all items than an interval has the latest state in the later ones", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    for (const channel of [A, B, C]) account.start(channel);
    const iterator = watchStream(account.client(), { channelArns: [A, B, C] })[Symbol.asyncIterator]();
    await iterator.next();
    account.change(C, { viewerCount: 5 });
    await pass(INTERVAL * 2);
    const items = [await iterator.next(), await iterator.next()];
    assert.deepEqual(items.map(({ value }) => [value?.channelArn, value?.viewerCount]), [[B, 0], [C, 5]]);
    await pass(0);
  });
});

describe("how often it asks", () => {
  for (const [interval, latency] of [[5000, 0], [5000, 150], [2000, 80], [1000, 40], [60_000, 300]]) {
    test(`500 channels, all live, every ${interval} ms with ${latency} ms of latency: 5 calls every interval, and every change within two`, { timeout: 120_000 }, async (t) => {
      const pass = virtualTime(t);
      const account = new Account();
      account.latency = latency;
      const channelArns = Array.from({ length: 500 }, (_, index) => arn(index));
      for (const channel of channelArns) account.start(channel);
      const watched = collect(watchStream(account.client(), { channelArns }, { interval }));
      const step = interval / 50;
      await pass(interval, step);
      assert.equal(watched.items.length, 500);
      let seed = 1;
      /** @type {[string, number, number][]} */
      const changes = [];
      for (let round = 0; round < 300; round++) {
        const channel = channelArns[(seed = (seed * 48_271) % 2_147_483_647) % 500];
        const viewerCount = 1000 + round;
        account.change(channel, { viewerCount });
        changes.push([channel, viewerCount, Date.now()]);
        await pass(step * (seed % 7), step);
      }
      const watchedFor = Date.now();
      await pass(interval * 2, step);
      // One that was followed by another of the same channel may be merged with it.
      let seen = 0;
      for (const [channel, viewerCount, at] of changes) {
        const item = watched.items.find((item) => item.channelArn === channel && Number(item.viewerCount) >= viewerCount);
        assert.ok(item && item.came - at <= 2 * interval, `${channel}: ${item ? item.came - at : "never"} ms`);
        seen++;
      }
      assert.equal(seen, 300);
      const begun = account.calls[0].at;
      for (let from = begun; from < watchedFor; from += step) {
        const within = account.calls.filter(({ at }) => at >= from && at < from + interval);
        // Beginnings of polls are an interval apart: a window may have the end of one and the beginning of the next.
        assert.ok(within.length <= 5, `${within.length} calls in the interval from ${from - begun} ms`);
      }
      assert.ok(account.calls.length <= 5 * Math.ceil((Date.now() - begun) / interval), `${account.calls.length} calls`);
      assert.equal(account.most, 1, "one call at a time");
      assert.equal(account.count("GetStream"), 0);
      watched.stop();
    });
  }

  test("more than five calls of a poll are not more than five a second, and leave a fifth of the quota to others", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const channelArns = Array.from({ length: 3000 }, (_, index) => arn(index));
    for (const channel of channelArns) account.start(channel);
    const watched = collect(watchStream(account.client(), { channelArns }, { interval: 1000 }));
    await pass(60_000);
    assert.equal(watched.items.length, 3000);
    for (const { at } of account.calls) {
      const within = account.calls.filter((call) => call.at >= at && call.at < at + 1000);
      assert.ok(within.length <= 5, `${within.length} calls in a second`);
    }
    assert.ok(account.calls.length <= 60 * 4 + 30, `${account.calls.length} calls in a minute`);
    watched.stop();
  });

  test("never more than five arrive in a second, however long each is on the way", async (t) => {
    const pass = virtualTime(t);
    /** When requests arrive at the service. @type {number[]} */
    const arrivals = [];
    const later = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    // On the way there: the first of four takes long, the others nothing.
    const listStreams = async (/** @type {{ nextToken?: string }} */ { nextToken = "0" }) => {
      const page = Number(nextToken);
      if (page % 4 === 0) await later(900);
      arrivals.push(Date.now());
      return { streams: [], ...(page < 29 && { nextToken: String(page + 1) }) };
    };
    const watched = collect(watchStream({ getStream: async () => ({}), listStreams }, { channelArns: [A, B, C] }));
    await pass(60_000);
    assert.ok(arrivals.length > 60);
    for (const at of arrivals) {
      const within = arrivals.filter((other) => other >= at && other < at + 1000);
      assert.ok(within.length <= 5, `${within.length} arrive in a second`);
    }
    watched.stop();
  });

  test("the attempts that a client tells of count, of outputs and of errors", async (t) => {
    const pass = virtualTime(t);
    for (const isError of [false, true]) {
      /** @type {number[]} */
      const calls = [];
      const $metadata = { attempts: 3 };
      const getStream = async () => {
        calls.push(Date.now());
        if (isError) throw Object.assign(new Error(), { name: "ChannelNotBroadcasting", $metadata });
        return { $metadata };
      };
      const listStreams = async (/** @type {{ nextToken?: string }} */ { nextToken = "0" }) => {
        calls.push(Date.now());
        return { streams: [], $metadata, ...(Number(nextToken) < 9 && { nextToken: String(Number(nextToken) + 1) }) };
      };
      const watched = collect(watchStream({ getStream, listStreams }, isError ? { channelArns: [A, B] } : { channelArns: [A, B, C] }, { interval: 1000 }));
      await pass(20_000);
      assert.ok(calls.length >= 8, `${calls.length}`);
      for (const at of calls) {
        const within = calls.filter((other) => other >= at && other < at + 1000);
        assert.ok(within.length <= 2, `${within.length} calls of 3 attempts in a second`);
      }
      assert.ok(3 * calls.length <= 20 * 5, `${calls.length} calls of 3 attempts in 20 seconds`);
      watched.stop();
    }
  });

  test("attempts that make no sense stop nothing", async (t) => {
    const pass = virtualTime(t);
    for (const attempts of [0, -1, NaN, Infinity, 1e12, "3", null, {}]) {
      let calls = 0;
      const getStream = async () => (calls++, { $metadata: { attempts } });
      const watched = collect(watchStream({ getStream, listStreams: async () => ({ streams: [] }) }, { channelArn: A }));
      await pass(200_000, 5000);
      assert.ok(calls >= 3, `${attempts}: ${calls} calls`);
      watched.stop();
    }
  });

  test("calls that are left without an answer keep nobody from calling", async (t) => {
    const pass = virtualTime(t);
    let calls = 0;
    const getStream = /** @type {any} */ (() => (calls++, new Promise(() => {})));
    const client = { getStream, listStreams: async () => ({ streams: [] }) };
    for (let begun = 1; begun <= 12; begun++) {
      const watched = collect(watchStream(client, { channelArn: A }));
      await pass(1100);
      assert.equal(calls, begun);
      watched.stop();
    }
  });

  test("one poller for all who watch by a client, at the shortest interval; who is late is told what is known", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    const client = account.client();
    const slow = collect(watchStream(client, { channelArn: A }, { interval: 60_000 }));
    await pass(3000);
    assert.equal(account.calls.length, 1);
    const fast = collect(watchStream(client, { channelArn: A }, { interval: 10_000 }));
    await pass(100);
    assert.equal(fast.items.length, 1);
    assert.equal(account.calls.length, 1, "known");
    await pass(30_000);
    assert.ok(account.calls.length >= 3 && account.calls.length <= 4, `${account.calls.length}`);
    account.change(A, { viewerCount: 1 });
    await pass(11_100);
    assert.deepEqual([slow.items.length, fast.items.length], [2, 2]);
    fast.stop();
    const calls = account.calls.length;
    await pass(50_000);
    assert.equal(account.calls.length, calls, "the shortest interval left with who wanted it");
    await pass(20_000);
    assert.equal(account.calls.length, calls + 1);
    slow.stop();
  });

  test("who watches other channels is late, too: the list has them already", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const client = account.client();
    account.start(arn("D"));
    const first = collect(watchStream(client, { channelArns: [A, B, C] }));
    await pass(1000);
    const late = Array.from({ length: 20 }, (_, index) => collect(watchStream(client, { channelArn: index ? arn(`E${index}`) : arn("D") })));
    await pass(1000);
    assert.equal(account.calls.length, 1);
    assert.deepEqual(late.map(({ items }) => items.map(({ state }) => state)), [["LIVE"], ...Array(19).fill(["OFFLINE"])]);
    await pass(INTERVAL);
    assert.equal(account.calls.length, 2);
    for (const { stop } of [first, ...late]) stop();
  });

  test("a hundred watchers that begin at once cost no more than one", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const client = account.client();
    const watched = Array.from({ length: 100 }, (_, index) => collect(watchStream(client, { channelArn: arn(index) })));
    await pass(INTERVAL * 10);
    assert.ok(account.count("ListStreams") <= 10, `${account.count("ListStreams")}`);
    assert.equal(account.count("GetStream"), 0);
    assert.ok(watched.every(({ items }) => items.length === 1));
    for (const { stop } of watched) stop();
  });

  test("from one channel to many and back: GetStream, ListStreams, GetStream", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A, { viewerCount: 1 });
    const client = account.client();
    const one = collect(watchStream(client, { channelArn: A }));
    await pass(INTERVAL * 3);
    const many = collect(watchStream(client, { channelArns: [A, B, C] }));
    await pass(INTERVAL * 3);
    many.stop();
    await pass(INTERVAL * 3);
    const operations = account.calls.map(({ operation }) => operation).join(" ").replace(/(\w+)( \1)+/g, "$1");
    assert.equal(operations, "GetStream ListStreams GetStream");
    assert.equal(one.items.length, 1);
    one.stop();
  });

  test("what was known before a pause is not told after it", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    const client = account.client();
    const first = collect(watchStream(client, { channelArn: A }));
    await pass(100);
    first.stop();
    account.stop(A);
    await pass(3_600_000, 3_600_000);
    account.fault = () => failure("InternalServerException", 500);
    const second = collect(watchStream(client, { channelArn: A }));
    await pass(10_000);
    assert.deepEqual(second.items, []);
    account.fault = () => undefined;
    await pass(60_000);
    assert.deepEqual(second.items.map(bare), [offline(A)]);
    second.stop();
  });

  test("a clock that is set, or does not move at all, stops nothing", async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    let skew = 0;
    const { now } = Date;
    t.mock.method(Date, "now", () => 1_800_000_000_000 + skew);
    assert.notEqual(now, Date.now);
    const account = new Account();
    const watched = collect(watchStream(account.client({ systemClockOffset: 0 }), { channelArn: A }));
    await turns();
    for (const moved of [0, -86_400_000, 86_400_000, 0, 0]) {
      skew = moved;
      const calls = account.calls.length;
      t.mock.timers.tick(INTERVAL * 1.2);
      await turns();
      assert.ok(account.calls.length > calls, `moved by ${moved}`);
    }
    watched.stop();
  });
});

describe("failures", () => {
  test("throttling: it backs off, and comes back slowly", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const client = account.client({ maxAttempts: 1 });
    let isThrottled = true;
    account.fault = () => (isThrottled ? failure("ThrottlingException", 429) : undefined);
    const watched = collect(watchStream(client, { channelArn: A }));
    await pass(300_000, 500);
    const gaps = () => account.calls.slice(1).map(({ at }, index) => at - account.calls[index].at);
    const throttled = gaps();
    assert.ok(throttled.length <= 9, `${throttled}`);
    for (const [index, gap] of throttled.slice(0, 3).entries()) assert.ok(gap >= 10_000 * 2 ** index, `${throttled}`);
    assert.ok(Math.max(...throttled) <= 67_000, `${throttled}`);
    isThrottled = false;
    account.start(A);
    await pass(900_000, 500);
    assert.deepEqual(watched.items.map(({ state }) => state), ["LIVE"]);
    const after = gaps().slice(throttled.length + 1);
    assert.ok(after[0] > 40_000, `slowly: ${after}`);
    assert.ok(Number(after.at(-1)) <= 5600, `back: ${after}`);
    // A little up and down is the random part.
    assert.ok(after.slice(1).every((gap, index) => gap <= after[index] * 1.11), `${after}`);
    assert.ok(after.filter((gap) => gap > 6000).length >= 8, `in many steps: ${after}`);
    watched.stop();
  });

  test("throttling that the client's own retries make up for slows it down, too", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.fault = () => (account.calls.length % 2 ? failure("ThrottlingException", 429) : undefined);
    const watched = collect(watchStream(account.client(), { channelArn: A }));
    await pass(300_000, 500);
    assert.ok(account.calls.length < 30, `${account.calls.length}`);
    assert.deepEqual(watched.items.map(bare), [offline(A)]);
    watched.stop();
  });

  /** Failures that pass. @type {[string, () => Response][]} */
  const PASSING = [
    ["the service fails", () => failure("InternalServerException", 500)],
    ["the service is not available", () => failure("ServiceUnavailable", 503)],
    ["the connection is lost", () => { throw new TypeError("fetch failed"); }],
    ["a page of a proxy comes instead", () => new Response("<html>", { status: 200 })],
    ["an answer is cut off", () => new Response('{"stream":', { status: 200 })],
  ];
  for (const [what, fault] of PASSING) {
    test(`${what}: the iteration goes on`, async (t) => {
      const pass = virtualTime(t);
      for (const channelArns of [[A], [A, B, C]]) {
        const account = new Account();
        account.start(A);
        const watched = collect(watchStream(account.client(), { channelArns }));
        await pass(100);
        account.fault = fault;
        await pass(30_000, 500);
        account.stop(A);
        account.fault = () => undefined;
        await pass(70_000, 500);
        assert.equal(watched.error, undefined);
        assert.deepEqual(watched.items.filter(({ channelArn }) => channelArn === A).map(({ state }) => state), ["LIVE", "OFFLINE"]);
        watched.stop();
      }
    });
  }

  test("an interval is as before at once after failures that were no throttling", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.fault = () => failure("InternalServerException", 500);
    const watched = collect(watchStream(account.client(), { channelArn: A }));
    await pass(60_000);
    account.fault = () => undefined;
    await pass(61_000);
    const calls = account.calls.length;
    await pass(INTERVAL * 4);
    assert.ok(account.calls.length >= calls + 3);
    watched.stop();
  });

  /** Failures that last. @type {[string, number][]} */
  const LASTING = [
    ["AccessDeniedException", 403],
    ["ValidationException", 400],
    ["ResourceNotFoundException", 404],
    ["PendingVerification", 403],
    ["ExpiredTokenException", 403],
    ["UnrecognizedClientException", 403],
  ];
  for (const [name, status] of LASTING) {
    test(`${name} ends the iteration`, async (t) => {
      const pass = virtualTime(t);
      for (const channelArns of [[A], [A, B, C]]) {
        const account = new Account();
        const watched = collect(watchStream(account.client(), { channelArns }));
        await pass(100);
        account.fault = () => failure(name, status);
        await pass(INTERVAL * 2);
        assert.equal(watched.error?.name, name);
        const calls = account.calls.length;
        await pass(INTERVAL * 5);
        assert.equal(account.calls.length, calls, "nothing is asked any more");
      }
    });
  }

  test("credentials that are missing, a client that is none, end it", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const expired = collect(watchStream(account.client({ credentials: async () => { throw new Error("sign in again"); } }), { channelArn: A }));
    const broken = collect(watchStream({ getStream: () => { throw new Error("mine"); }, listStreams: /** @type {any} */ (() => 5) }, { channelArn: A }));
    await pass(100);
    assert.equal(expired.error?.name, "CredentialsError");
    assert.equal(broken.error?.message, "mine");
  });

  test("it ends who watches what fails, and nobody else", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    const client = account.client();
    account.fault = ({ input }) => (input.channelArn === B ? failure("ResourceNotFoundException", 404) : undefined);
    const good = collect(watchStream(client, { channelArn: A }));
    const bad = collect(watchStream(client, { channelArn: B }));
    await pass(100);
    assert.equal(bad.error?.name, "ResourceNotFoundException");
    assert.equal(good.items.length, 1);
    account.change(A, { viewerCount: 9 });
    await pass(INTERVAL * 2);
    assert.equal(good.items.length, 2);
    good.stop();
  });

  test("without permission for ListStreams, one or two channels are still watched", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    account.fault = ({ operation }) => (operation === "ListStreams" ? failure("AccessDeniedException", 403) : undefined);
    const client = account.client();
    const one = collect(watchStream(client, { channelArn: A }));
    await pass(1000);
    const many = collect(watchStream(client, { channelArns: [A, B, C] }));
    await pass(INTERVAL);
    assert.equal(many.error?.name, "AccessDeniedException");
    const others = [B, C].map((channelArn) => collect(watchStream(client, { channelArn })));
    account.change(A, { viewerCount: 9 });
    await pass(INTERVAL * 2);
    assert.equal(one.items.length, 2);
    assert.deepEqual(others.map(({ items }) => items.length), [1, 1]);
    for (const { stop } of [one, ...others]) stop();
  });

  test("a failure of one of two channels does not keep the other from being asked for", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.fault = ({ input }) => (input.channelArn === A ? failure("InternalServerException", 500) : undefined);
    const watched = collect(watchStream(account.client({ maxAttempts: 1 }), { channelArns: [A, B] }));
    await pass(1000);
    assert.deepEqual(watched.items.map(bare), [offline(B)]);
    watched.stop();
  });

  test("what came before a page that fails is told", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const channelArns = Array.from({ length: 150 }, (_, index) => arn(index));
    for (const channel of channelArns) account.start(channel, { viewerCount: 1 });
    const watched = collect(watchStream(account.client({ maxAttempts: 1 }), { channelArns }));
    await pass(1000);
    account.fault = ({ input }) => (input.nextToken ? failure("InternalServerException", 500) : undefined);
    for (const channel of channelArns) account.change(channel, { viewerCount: 2 });
    await pass(INTERVAL * 2);
    assert.deepEqual(watched.items.slice(150).map(({ channelArn, viewerCount }) => [channelArn, viewerCount]), channelArns.slice(0, 100).map((channel) => [channel, 2]));
    account.fault = () => undefined;
    account.stop(channelArns[0]);
    await pass(INTERVAL * 4);
    assert.equal(watched.items.length, 150 + 100 + 50 + 1);
    assert.equal(watched.items.filter(({ state }) => state === "OFFLINE").length, 1);
    watched.stop();
  });

  test("an answer that never comes is given up after five minutes", async (t) => {
    const pass = virtualTime(t);
    let calls = 0;
    const listStreams = async () => (++calls === 1 ? new Promise(() => {}) : { streams: [] });
    const client = /** @type {any} */ ({ getStream: async () => assert.fail(), listStreams });
    const watched = collect(watchStream(client, { channelArns: [A, B, C] }));
    await pass(200_000, 10_000);
    const late = collect(watchStream(client, { channelArns: [A, B, C] }));
    await pass(99_000, 10_000);
    assert.equal(calls, 1);
    await pass(2000);
    assert.equal(calls, 2);
    assert.deepEqual([watched.items.length, late.items.length], [3, 3]);
    watched.stop();
    late.stop();
  });

  test("pages that go round in a circle end it", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.fault = () => answer({ streams: [], nextToken: "again" });
    const watched = collect(watchStream(account.client(), { channelArns: [A, B, C] }));
    await pass(5000);
    assert.equal(watched.error?.name, "PaginationError");
  });
});

describe("the end", () => {
  test("break leaves no timer, no listener and no request", async () => {
    const account = new Account();
    const client = account.client();
    await client.listStreams({});
    const controller = new AbortController();
    const count = listenersOf(controller.signal);
    const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const options = { signal: controller.signal };
    for await (const { channelArn } of watchStream(client, { channelArn: A }, options)) {
      assert.equal(channelArn, A);
      assert.equal(count(), 0, "even in the loop");
      break;
    }
    for await (const { channelArn } of watchStream(client, { channelArns: [A, B, C] }, options)) if (channelArn === C) break;
    assert.equal(count(), 0);
    assert.deepEqual(getEventListeners(controller.signal, "abort"), []);
    assert.equal(process.getActiveResourcesInfo().filter((name) => name === "Timeout").length, before);
  });

  test("so does return() while the next item is waited for, and a signal", async () => {
    const account = new Account();
    const client = account.client();
    await client.listStreams({});
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    const controller = new AbortController();
    const count = listenersOf(controller.signal);
    for (const end of ["return", "signal", "return in a request", "signal in a request"]) {
      const iterator = watchStream(client, { channelArn: arn(end.length) }, { signal: controller.signal })[Symbol.asyncIterator]();
      const inRequest = end.endsWith("request");
      if (inRequest) account.latency = 60_000;
      else await iterator.next();
      const waiting = [iterator.next(), iterator.next()];
      await turns();
      assert.equal(count(), 1, end);
      assert.ok(timers() > before, `${end}: it waits`);
      if (end.startsWith("return")) {
        assert.deepEqual(await iterator.return?.(), { done: true, value: undefined });
        assert.deepEqual(await Promise.all(waiting), Array(2).fill({ done: true, value: undefined }));
        await turns();
      } else {
        const reason = new Error("enough");
        const own = new AbortController();
        const aborted = watchStream(client, { channelArn: arn(end.length) }, { signal: own.signal })[Symbol.asyncIterator]();
        if (!inRequest) await aborted.next();
        const pending = [aborted.next(), aborted.next()];
        await turns();
        own.abort(reason);
        await assert.rejects(pending[0], (error) => error === reason);
        assert.equal((await pending[1]).done, true);
        assert.equal((await aborted.next()).done, true);
        assert.deepEqual(getEventListeners(own.signal, "abort"), []);
        await iterator.return?.();
        await turns();
      }
      assert.equal(count(), 0, end);
      assert.equal(timers(), before, end);
      assert.equal(account.inProgress, 0, `${end}: the request is aborted`);
      account.latency = 0;
    }
  });

  test("an iterator that is left alone holds nothing", async () => {
    const account = new Account();
    const client = account.client();
    await client.listStreams({});
    const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const { signal } = new AbortController();
    const iterator = watchStream(client, { channelArn: A }, { signal })[Symbol.asyncIterator]();
    await iterator.next();
    assert.deepEqual(getEventListeners(signal, "abort"), []);
    assert.equal(process.getActiveResourcesInfo().filter((name) => name === "Timeout").length, before);
  });

  test("a signal that is aborted already: its reason, and nothing is sent", async () => {
    const account = new Account();
    const reason = { mine: true };
    const iterable = watchStream(account.client(), { channelArn: A }, { signal: AbortSignal.abort(reason) });
    const iterator = iterable[Symbol.asyncIterator]();
    await assert.rejects(iterator.next(), (error) => error === reason);
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    assert.equal(account.calls.length, 0);
  });

  test("a signal that is aborted in the loop ends it at its next step", async () => {
    const account = new Account();
    const controller = new AbortController();
    const loop = (async () => {
      for await (const _ of watchStream(account.client(), { channelArns: [A, B] }, { signal: controller.signal })) controller.abort();
    })();
    await assert.rejects(loop, { name: "AbortError" });
  });

  test("signals of another realm and of the old SDK", async () => {
    const account = new Account();
    const context = createContext({ AbortController, EventTarget });
    const foreign = runInContext(`({ aborted: false, listeners: new Set(), addEventListener(_, f) { this.listeners.add(f); }, removeEventListener(_, f) { this.listeners.delete(f); } })`, context);
    const old = /** @type {any} */ ({ aborted: false, onabort: null });
    for (const [signal, abort, isLeft] of [[foreign, () => foreign.listeners.forEach((/** @type {any} */ f) => f()), () => foreign.listeners.size === 0], [old, () => old.onabort(), () => old.onabort === null]]) {
      const iterator = watchStream(account.client(), { channelArn: A }, { signal })[Symbol.asyncIterator]();
      await iterator.next();
      const next = iterator.next();
      await turns();
      assert.ok(!isLeft());
      signal.aborted = true;
      abort();
      await assert.rejects(next, { name: "AbortError" });
      assert.ok(isLeft());
    }
  });

  test("one signal for many watchers warns of nothing", async (t) => {
    /** @type {Error[]} */
    const warnings = [];
    const warn = (/** @type {Error} */ warning) => warnings.push(warning);
    process.on("warning", warn);
    t.after(() => process.off("warning", warn));
    const account = new Account();
    const client = account.client();
    const controller = new AbortController();
    const watched = Array.from({ length: 30 }, (_, index) => collect(watchStream(client, { channelArn: arn(index) }, { signal: controller.signal })));
    await turns(50);
    controller.abort();
    await Promise.all(watched.map(({ done }) => done));
    await turns();
    assert.deepEqual(warnings, []);
    assert.ok(watched.every(({ error }) => error.name === "AbortError"));
    assert.deepEqual(getEventListeners(controller.signal, "abort"), []);
  });

  test("return() before the first next() ends it, and nothing is sent", async () => {
    const account = new Account();
    const iterator = watchStream(account.client(), { channelArn: A })[Symbol.asyncIterator]();
    assert.deepEqual(await iterator.return?.(), { done: true, value: undefined });
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    assert.deepEqual(await iterator.return?.(), { done: true, value: undefined });
    assert.equal(account.calls.length, 0);
  });

  test("calls of next() at once are answered in their order, each by an item of its own", async () => {
    const account = new Account();
    const iterator = watchStream(account.client(), { channelArns: [A, B, C] })[Symbol.asyncIterator]();
    const items = await Promise.all([iterator.next(), iterator.next(), iterator.next()]);
    assert.deepEqual(items.map(({ value }) => value?.channelArn), [A, B, C]);
    const waiting = iterator.next();
    await iterator.return?.();
    assert.equal((await waiting).done, true);
  });

  test("iterations of one iterable are independent", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.start(A);
    const iterable = watchStream(account.client(), { channelArn: A });
    const first = collect(iterable);
    await pass(1000);
    const second = collect(iterable);
    await pass(1000);
    assert.equal(account.calls.length, 1);
    first.stop();
    account.stop(A);
    await pass(INTERVAL * 2);
    assert.deepEqual([first.items.length, second.items.length], [1, 2]);
    assert.deepEqual([first.items[0].changed, second.items[0].changed], [[], []]);
    second.stop();
  });

  test("the iterator is iterable itself", () => {
    const iterator = /** @type {any} */ (watchStream(new Account().client(), { channelArn: A })[Symbol.asyncIterator]());
    assert.equal(iterator[Symbol.asyncIterator](), iterator);
  });
});

describe("getStreamOrNull and isLive", () => {
  test("a stream, null without one, and no other failure is taken for that", async () => {
    const account = new Account();
    const client = account.client({ maxAttempts: 1 });
    assert.equal(await getStreamOrNull(client, { channelArn: A }), null);
    assert.equal(await isLive(client, { channelArn: A }), false);
    const streamId = account.start(A);
    assert.equal((await getStreamOrNull(client, { channelArn: A }))?.streamId, streamId);
    assert.equal(await isLive(client, { channelArn: A }), true);
    account.change(A, { state: "OFFLINE" });
    assert.equal(await isLive(client, { channelArn: A }), false);
    for (const [name, status] of /** @type {[string, number][]} */ ([["ResourceNotFoundException", 404], ["AccessDeniedException", 403], ["ThrottlingException", 429], ["InternalServerException", 500]])) {
      account.fault = () => failure(name, status);
      await assert.rejects(isLive(client, { channelArn: A }), { name });
      await assert.rejects(getStreamOrNull(client, { channelArn: A }), { name });
    }
    await assert.rejects(isLive(client, { channelArn: A }, { abortSignal: AbortSignal.abort(new Error("no")) }), { message: "no" });
    await assert.rejects(isLive(/** @type {any} */ ({}), { channelArn: A }), { name: "ParamValidationError" });
    await assert.rejects(isLive(client, /** @type {any} */ ({ channelArn: 5 })), { name: "ParamValidationError" });
  });
});
