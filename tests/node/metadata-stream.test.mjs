// @ts-check
// `metadataStream`: what it sends, its back-pressure and its policies, in virtual time.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inspect } from "node:util";
import { createContext, runInContext } from "node:vm";
import * as sdk from "@aws-sdk/client-ivs";
import { mockClient } from "aws-sdk-client-mock";
import { IvsClient, ParamValidationError, PutMetadataCommand } from "ivs-wasm";
import { decodeMetadata, MetadataReader, metadataStream } from "ivs-wasm/metadata";
import { offline, playing, rejection, time } from "./behave.mjs";
import { light } from "./junk.mjs";
import { after, ARN, arnOf, most, service } from "./metadata-service.mjs";
import { recorder, refusal, stream } from "./metadata-streams.mjs";
import { OFFLINE } from "./wire.mjs";

const OFFLINE_ERROR = refusal("ChannelNotBroadcasting", 404);

describe("batches", () => {
  test("have what is written without a break, in the documented envelope", async (t) => {
    time(t);
    const client = recorder();
    const { writer, sent } = stream(client);
    const items = ["a", "", 0, -1.5e300, true, null, {}, [], { a: [{ b: "\u2028" }] }, "half \ud800", new Date(0)];
    for (const item of items) void writer.write(/** @type {any} */ (item));
    await writer.close();
    assert.equal(client.calls.length, 1);
    const { ivsm, id, n, items: got, ...others } = JSON.parse(client.texts[0]);
    assert.deepEqual({ ivsm, n, others }, { ivsm: 1, n: 0, others: {} });
    assert.match(id, /^[a-z\d]{12}$/);
    assert.match(client.texts[0], /^\{"ivsm":1,"id":"[a-z\d]{12}","n":0,"items":\["a","",0,/);
    assert.deepEqual(got, JSON.parse(JSON.stringify(items)));
    assert.deepEqual(sent, items);
    assert.equal(sent.at(-1), items.at(-1), "it is told of the items as they were given");
  });

  test("are filled to 1,024 bytes of UTF-8, and numbered", async (t) => {
    time(t);
    const client = recorder();
    const { writer } = stream(client);
    const items = Array.from({ length: 2000 }, (_, number) => ({ number, text: "ü€😀".slice(0, number % 5) }));
    await Promise.all([...items.map((item) => writer.write(item)), writer.close()]);
    const sizes = client.texts.map((text) => Buffer.byteLength(text));
    assert.ok(sizes.every((size) => size <= 1024));
    const largest = Math.max(...items.map((item) => Buffer.byteLength(JSON.stringify(item))));
    assert.ok(sizes.slice(0, -1).every((size) => size + largest >= 1024), `${sizes}`);
    let next = 0;
    for (const { sequence, items } of client.texts.map(decodeMetadata)) {
      assert.equal(sequence, next);
      next += items.length;
    }
    assert.deepEqual(client.items, items);
  });

  test("take an item that leaves no byte free, and none that has one more", async (t) => {
    time(t);
    for (const before of [0, 9, 10, 1234]) {
      const client = recorder();
      const { writer } = stream(client);
      for (let number = 0; number < before; number++) await writer.write(0);
      const room = 1024 - `{"ivsm":1,"id":"123456789012","n":${before},"items":[]}`.length;
      await writer.write("x".repeat(room - 2));
      // The next has a number of its own.
      const next = room - `${before + 1}`.length + `${before}`.length;
      const { message } = await rejection(writer.write("x".repeat(next - 1)));
      assert.match(message, new RegExp(`^item: has more than ${next} bytes of JSON in UTF-8, the room of a batch: `));
      await after(10_000);
      assert.equal(client.items.length, before + 1, "what was written before is sent");
      assert.equal(Buffer.byteLength(client.texts.at(-1) ?? ""), 1024);
      assert.ok(client.texts.every((text) => Buffer.byteLength(text) <= 1024));
    }
  });

  test("hold an item as it was when it was written", async (t) => {
    time(t);
    const client = recorder();
    const { writer } = stream(client);
    const item = { question: "first" };
    await writer.write(item);
    item.question = "second";
    await writer.write(item);
    await writer.close();
    assert.deepEqual(client.items, [{ question: "first" }, { question: "second" }]);
  });
});

describe("one item a call", () => {
  test("is the text, or its JSON, as it is: 1,024 bytes, and not 1,025", async (t) => {
    time(t);
    const client = recorder();
    const { writer, dropped } = stream(client, { mode: "single", whenRefused: "drop" });
    const fits = ["a", { b: 1 }, "x".repeat(1024), "€".repeat(341), "x".repeat(1022) + "ü", '{"ivsm":1}', 7, "\0", "😀".repeat(256)];
    const refused = ["", "x".repeat(1025), "€".repeat(342), "x".repeat(1023) + "ü", "\ud800", "a\udfff", "😀".repeat(256) + "x", { text: "x".repeat(1014) }];
    for (const item of [...fits, ...refused]) await writer.write(item);
    await writer.close();
    assert.deepEqual(client.texts, fits.map((item) => (typeof item === "string" ? item : JSON.stringify(item))));
    assert.deepEqual(dropped.map(({ items: [item], reason, unconfirmed }) => ({ item, reason, unconfirmed })), refused.map((item) => ({ item, reason: "refused", unconfirmed: 0 })));
    assert.ok(dropped.every(({ error }) => error instanceof ParamValidationError));
  });
});

describe("an item that JSON cannot hold", () => {
  const cycle = /** @type {any} */ ({ list: [] });
  cycle.list.push(cycle);
  const secret = "the-answer-is-42";
  const throwing = { toJSON() { throw new Error(secret); } };
  /** @type {[string, any][]} */
  const BAD = [
    ["undefined", undefined],
    ["a function", () => secret],
    ["a symbol", Symbol(secret)],
    ["a BigInt", 1n],
    ["a cycle", cycle],
    ["a toJSON that throws", throwing],
    ["a toJSON that gives nothing", { toJSON: () => undefined }],
    ["a toJSON that gives a cycle", { toJSON: () => cycle }],
    ["NaN", NaN],
    ["an infinity inside", { a: [-Infinity] }],
    ["a BigInt inside", { [secret]: [1n] }],
    ["a function inside", { [secret]: () => 1 }],
    ["a list with undefined", [undefined]],
    ["a list with holes", [, 1]],
    ["a getter that throws", { get [secret]() { throw new Error(secret); } }],
    ["a revoked proxy", (() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()],
    ["a list without end", new Array(2 ** 32 - 1)],
    ["an object of another realm with a cycle", runInContext("const a = {}; a.a = a; a", createContext())],
    ["more text than fits", { secret, text: "x".repeat(1 << 20) }],
    ["100,000 levels", (() => { let value = /** @type {any} */ (secret); for (let level = 0; level < 100_000; level++) value = [value]; return value; })()],
    ["an object of 100,000 members that are left out", Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [index, undefined]))],
  ];
  for (const [title, item] of BAD) {
    for (const mode of ["batch", "single"]) {
      test(`${title} fails its write, or is dropped and reported, without its text in the error (${mode})`, async (t) => {
        time(t);
        const client = recorder();
        const failing = stream(client, { mode });
        await failing.writer.write("before");
        const error = await rejection(failing.writer.write(item));
        assert.ok(error instanceof ParamValidationError, inspect(error));
        assert.match(error.message, /^item: (is|has) /);
        assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(secret));
        await after(2000);
        assert.deepEqual(failing.sent, ["before"], "what was taken before is sent");

        const dropping = stream(client, { mode, whenRefused: "drop" });
        for (const one of ["a", item, "b"]) await dropping.writer.write(one);
        await dropping.writer.close();
        assert.deepEqual(dropping.sent, ["a", "b"]);
        assert.equal(dropping.dropped.length, 1);
        assert.equal(dropping.dropped[0].items[0], item);
      });
    }
  }

  test("whatever else is written, it is sent or refused", { timeout: 60_000 }, async (t) => {
    time(t);
    const client = recorder(undefined, 0);
    const { writer, dropped, sent } = stream(client, { whenRefused: "drop" });
    for (const { make } of light()) await writer.write(make());
    await writer.close();
    assert.equal(sent.length + dropped.length, light().length);
    assert.equal(client.items.length, sent.length);
  });
});

describe("the rates", () => {
  test("five calls in any second at the service, and no more than one at a time, whatever the way does to them", async (t) => {
    time(t);
    // Each call but the fifth is on its way for a second: sent evenly, they would arrive together.
    let call = 0;
    const remote = service({ latency: () => (call++ % 10 < 5 ? 400 : 1) });
    const { writer } = stream(offline({ fetch: remote.fetch, maxAttempts: 1 }), { mode: "single" });
    for (let number = 0; number < 100; number++) await writer.write(`${number}`);
    await writer.close();
    assert.deepEqual(remote.violations, []);
    assert.deepEqual(remote.cues(), Array.from({ length: 100 }, (_, number) => `${number}`));
  });

  test("with an answer at once, five calls a second are made, evenly", async (t) => {
    time(t);
    const client = recorder(undefined, 0);
    const { writer } = stream(client, { mode: "single" });
    const begin = Date.now();
    for (let number = 0; number < 51; number++) await writer.write(number);
    await writer.close();
    assert.ok(Date.now() - begin < 10_200, `${Date.now() - begin}`);
    const gaps = client.calls.slice(1).map(({ at }, index) => at - client.calls[index].at);
    assert.ok(gaps.every((gap) => gap >= 200 && gap <= 210), `${gaps}`);
  });

  test("all streams of a client to one channel share it, and another client's do not", async (t) => {
    time(t);
    const [one, other] = [recorder(), recorder()];
    const streams = [stream(one, { mode: "single" }), stream(one, { mode: "single" }), stream(other, { mode: "single" })];
    await Promise.all(streams.map(async ({ writer }, index) => {
      for (let number = 0; number < 10; number++) await writer.write(`${index}-${number}`);
      await writer.close();
    }));
    assert.equal(most(one.calls.map(({ at }) => at)), 5);
    assert.deepEqual(one.texts.filter((_, index) => index % 2 === 0), Array.from({ length: 10 }, (_, number) => `0-${number}`), "in turn");
    assert.equal(other.calls.length, 10);
    assert.ok(other.calls[9].at < one.calls[12].at);
  });

  test("a channel is not forgotten while its last calls count", async (t) => {
    time(t);
    const client = recorder(undefined, 0);
    for (let round = 0; round < 12; round++) {
      // Another channel comes between: what is idle is let go of then.
      for (const channelArn of [ARN, arnOf(round)]) {
        const { writer } = stream(client, { channelArn });
        await writer.write(round);
        await writer.close();
      }
    }
    assert.ok(most(client.calls.filter(({ channelArn }) => channelArn === ARN).map(({ at }) => at)) <= 5);
  });

  test("155 calls in any second, over all channels of a client, which take turns", async (t) => {
    time(t);
    const remote = service({ latency: () => Math.random() * 300 });
    const client = offline({ fetch: remote.fetch, maxAttempts: 1 });
    const CHANNELS = 80;
    const streams = Array.from({ length: CHANNELS }, (_, index) => stream(client, { mode: "single", channelArn: arnOf(index) }));
    await Promise.all(streams.map(async ({ writer }, index) => {
      for (let number = 0; number < 12; number++) await writer.write(`${index}-${number}`);
      await writer.close();
    }));
    assert.deepEqual(remote.violations, []);
    assert.equal(remote.calls.length, CHANNELS * 12);
    assert.ok(most(remote.calls.map(({ at }) => at)) > 120, "and the rate is used");
    const ends = streams.map((_, index) => remote.calls.findLast(({ channelArn }) => channelArn === arnOf(index))?.at ?? 0);
    assert.ok(Math.max(...ends) - Math.min(...ends) < 3000, "none has to wait for the others");
  });

  test("when one channel is throttled, all channels of the client slow down, and come back", async (t) => {
    time(t);
    const begin = Date.now();
    let isThrottling = false;
    const remote = service({ fault: () => (isThrottling && Date.now() - begin < 20_000 ? "throttled" : undefined) });
    const client = offline({ fetch: remote.fetch, maxAttempts: 1 });
    const streams = Array.from({ length: 10 }, (_, index) => stream(client, { mode: "single", channelArn: arnOf(index) }));
    setTimeout(() => (isThrottling = true), 10_000);
    setTimeout(() => (isThrottling = false), 10_300);
    await Promise.all(streams.map(async ({ writer }, index) => {
      for (let number = 0; number < 300; number++) await writer.write(`${index}-${number}`);
      await writer.close();
    }));
    const during = (/** @type {number} */ from, /** @type {number} */ to) => remote.calls.filter(({ at }) => at >= begin + from * 1000 && at < begin + to * 1000).length / (to - from);
    assert.ok(during(2, 10) > 45, `${during(2, 10)} a second before`);
    assert.ok(during(10.5, 13) < 25, `${during(10.5, 13)} a second then`);
    assert.ok(during(30, 40) > 45, `${during(30, 40)} a second later`);
    for (const [index, { sent }] of streams.entries()) assert.deepEqual(sent, Array.from({ length: 300 }, (_, number) => `${index}-${number}`));
    assert.deepEqual(remote.violations, []);
  });

  test("a clock that is set back or ahead stops nothing", async (t) => {
    const clock = time(t);
    const client = recorder();
    const { writer, sent } = stream(client);
    for (let number = 0; number < 60; number++) {
      await writer.write(number);
      await after(50);
      clock.now += number % 20 === 7 ? -86_400_000 : number % 20 === 17 ? 3_600_000 : 0;
    }
    // Timers that were set before the clock went back are still to come, at their time.
    clock.now += 86_400_000 * 4;
    await writer.close();
    assert.equal(sent.length, 60);
  });
});

describe("the client's own attempts", () => {
  for (const maxAttempts of [1, 3, 10]) {
    test(`are none, though its maxAttempts is ${maxAttempts}, and the service never gets six calls in a second`, async (t) => {
      time(t);
      let number = 0;
      const remote = service({ fault: () => (number++ % 7 < 3 ? /** @type {const} */ (["reset", "failed", "throttled"])[number % 3] : undefined) });
      const { writer, sent } = stream(offline({ fetch: remote.fetch, maxAttempts }));
      for (let number = 0; number < 200; number++) {
        await writer.write(number);
        await after(20);
      }
      await writer.close();
      assert.deepEqual(remote.violations, []);
      assert.equal(sent.length, 200);
      const reader = new MetadataReader();
      assert.deepEqual(remote.cues().flatMap((text) => reader.read(text)), sent);
    });
  }

  test("are counted when it made some all the same", async (t) => {
    time(t);
    const client = recorder(() => ({ $metadata: { attempts: 3 } }));
    const { writer } = stream(client, { mode: "single" });
    const begin = Date.now();
    for (let number = 0; number < 10; number++) await writer.write(number);
    await writer.close();
    assert.ok(Date.now() - begin > 4000, "two calls of three attempts a second");
  });
});

describe("lost answers", () => {
  test("resend: false never repeats a call, and reports what nobody confirmed", async (t) => {
    time(t);
    let number = 0;
    const remote = service({ fault: () => (number++ === 1 ? "reset" : undefined) });
    const { writer, dropped, sent } = stream(offline({ fetch: remote.fetch, maxAttempts: 1 }), { mode: "single", resend: false });
    for (const item of ["a", "b", "c"]) await writer.write(item);
    await writer.close();
    assert.deepEqual(remote.cues(), ["a", "b", "c"]);
    assert.deepEqual(sent, ["a", "c"]);
    assert.deepEqual(dropped.map(({ items, reason, unconfirmed }) => ({ items, reason, unconfirmed })), [{ items: ["b"], reason: "unconfirmed", unconfirmed: 1 }]);
    assert.equal(/** @type {any} */ (dropped[0].error).name, "NetworkError");
  });

  test("after retryTime the stream fails, and reports what may have arrived", async (t) => {
    time(t);
    const client = recorder(() => { throw refusal("TimeoutError", 0, { $metadata: { attempts: 1 } }); });
    const { writer, dropped } = stream(client, { retryTime: 30_000 });
    const begin = Date.now();
    await writer.write("a");
    await after(100);
    await writer.write("b");
    const error = await rejection(writer.close());
    assert.equal(error.name, "TimeoutError");
    assert.ok(Date.now() - begin >= 30_000 && Date.now() - begin < 40_000, `${Date.now() - begin}`);
    assert.equal(new Set(client.texts).size, 1, "the same text each time");
    assert.deepEqual(dropped, [{ items: ["a", "b"], reason: "failed", unconfirmed: 1, error }]);
  });

  test("retryTime: 0 fails at once, and Infinity goes on", async (t) => {
    time(t);
    const failing = stream(recorder(() => { throw new Error("odd"); }), { retryTime: 0 });
    await failing.writer.write("a");
    assert.equal((await rejection(failing.writer.closed)).message, "odd");
    const client = recorder((number) => { if (number < 200) throw new Error("odd"); });
    const going = stream(client, { retryTime: Infinity });
    await going.writer.write("a");
    await going.writer.close();
    assert.equal(client.calls.length, 200);
  });
});

describe("errors that another attempt does not change", () => {
  for (const [name, status] of /** @type {[string, number][]} */ ([["AccessDeniedException", 403], ["ResourceNotFoundException", 404], ["ValidationException", 400]])) {
    test(`${name} ends the stream, and everything is reported`, async (t) => {
      time(t);
      const client = recorder((number) => { if (number === 2) throw refusal(name, status); });
      const { writer, dropped, sent } = stream(client, { mode: "single", bufferBytes: 8 });
      const writes = ["one", "two", "three", "four", "five"].map((item) => writer.write(item));
      const outcomes = await Promise.allSettled(writes);
      const error = await rejection(writer.closed);
      assert.equal(error.name, name);
      assert.deepEqual(sent, ["one"]);
      assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "fulfilled", "fulfilled", "rejected", "rejected"]);
      assert.deepEqual(dropped, [{ items: ["two", "three"], reason: "failed", unconfirmed: 0, error }]);
      assert.equal((await rejection(writer.write("later"))).name, name);
      assert.equal(client.calls.length, 2);
    });
  }

  test("no credentials, and an input that the client refuses, too", async () => {
    const { writer } = stream(new IvsClient({ ...OFFLINE, credentials: /** @type {any} */ (async () => undefined), maxAttempts: 1 }));
    await writer.write("a");
    assert.equal((await rejection(writer.closed)).name, "CredentialsError");
  });
});

describe("a channel that is not live", () => {
  /** Live but for some seconds, by a client that knows. */
  const breaking = (/** @type {number} */ from, /** @type {number} */ to, /** @type {object} */ config = {}) => {
    const begin = Date.now();
    const remote = service({ isLive: () => Date.now() < begin + from * 1000 || Date.now() >= begin + to * 1000 });
    return { remote, client: offline({ fetch: remote.fetch, ...config }), begin };
  };

  test("is waited for, by GetStream every five seconds", async (t) => {
    time(t);
    const { remote, client, begin } = breaking(0, 62);
    const { writer, sent } = stream(client, { retryTime: 0 });
    for (let number = 0; number < 10; number++) await writer.write(number);
    await writer.close();
    assert.equal(sent.length, 10);
    assert.equal(remote.calls.length, 2, "no PutMetadata but the first and the last");
    assert.equal(remote.polls.length, 13);
    assert.ok(Date.now() - begin < 67_000);
  });

  test("is asked as often as offlineInterval says, and once a second for all channels", async (t) => {
    time(t);
    const { remote, client } = breaking(0, 60);
    await Promise.all(Array.from({ length: 20 }, async (_, index) => {
      const { writer } = stream(client, { channelArn: arnOf(index), offlineInterval: 2000 });
      await writer.write("a");
      await writer.close();
    }));
    assert.equal(most(remote.polls), 1);
  });

  test("drop: its items are reported, and later ones are sent without a gap", async (t) => {
    time(t);
    const { remote, client } = breaking(2, 20);
    const { writer, dropped, sent } = stream(client, { whenOffline: "drop" });
    for (let number = 0; number < 400; number++) {
      await writer.write(number);
      await after(100);
    }
    await writer.close();
    const lost = dropped.flatMap(({ items }) => items);
    assert.deepEqual([...sent, ...lost].map(Number).sort((a, b) => a - b), Array.from({ length: 400 }, (_, number) => number));
    assert.ok(lost.length > 150 && lost.length < 260, `${lost.length}`);
    assert.ok(dropped.every(({ reason, error, unconfirmed }) => reason === "offline" && unconfirmed === 0 && /** @type {any} */ (error).name === "ChannelNotBroadcasting"));
    const reader = new MetadataReader({ maxHeld: 5 });
    assert.deepEqual(remote.cues().flatMap((text) => reader.read(text)), sent, "nothing is held for what never came");
    assert.ok(remote.calls.length - remote.cues().length <= 2, "no PutMetadata while it is not live");
  });

  test("error: the stream fails", async (t) => {
    time(t);
    const { client } = breaking(0, 60);
    const { writer, dropped } = stream(client, { whenOffline: "error" });
    await writer.write("a");
    assert.equal((await rejection(writer.close())).name, "ChannelNotBroadcasting");
    assert.deepEqual(dropped.map(({ items, reason }) => ({ items, reason })), [{ items: ["a"], reason: "failed" }]);
  });

  test("streams of one channel keep their own policies", async (t) => {
    time(t);
    const { client } = breaking(0, 30);
    const [waiting, dropping, failing] = ["wait", "drop", "error"].map((whenOffline) => stream(client, { whenOffline }));
    for (const { writer } of [waiting, dropping, failing]) await writer.write("a");
    await Promise.all([waiting.writer.close(), dropping.writer.close(), rejection(failing.writer.close())]);
    assert.deepEqual([waiting.sent, dropping.sent, failing.sent], [["a"], [], []]);
    assert.deepEqual([waiting.dropped.length, dropping.dropped.length, failing.dropped.length], [0, 1, 1]);
  });

  for (const [title, getStream] of /** @type {[string, any][]} */ ([
    ["has no getStream", undefined],
    ["may not call it", async () => { throw refusal("AccessDeniedException", 403); }],
    ["is told that it is live, too soon", async () => ({ stream: { state: "LIVE" } })],
  ])) {
    test(`where the client ${title}, PutMetadata is tried as slowly`, async (t) => {
      time(t);
      const begin = Date.now();
      const client = recorder(() => { if (Date.now() < begin + 60_000) throw OFFLINE_ERROR; });
      const { writer } = stream(getStream ? Object.assign(client, { getStream }) : client);
      await writer.write("a");
      await writer.close();
      assert.ok(client.calls.length >= 12 && client.calls.length <= 14, `${client.calls.length}`);
    });
  }

  test("GetStream that says OFFLINE is asked again", async (t) => {
    time(t);
    let polls = 0;
    const client = recorder((number) => { if (number === 1) throw OFFLINE_ERROR; });
    const getStream = async () => ({ stream: { state: ++polls < 4 ? "OFFLINE" : "LIVE" } });
    const { writer } = stream(Object.assign(client, { getStream }));
    await writer.write("a");
    await writer.close();
    assert.equal(polls, 4);
    assert.equal(client.calls.length, 2);
  });
});

describe("back-pressure", () => {
  test("write resolves when the item is taken, and waits while the buffer is full", async (t) => {
    time(t);
    const client = recorder(undefined, 50);
    const { writer } = stream(client, { bufferBytes: 2000, mode: "single" });
    const taken = /** @type {number[]} */ ([]);
    const begin = Date.now();
    for (let number = 0; number < 40; number++) {
      await writer.write("x".repeat(100));
      taken.push(Date.now() - begin);
    }
    assert.equal(taken[19], 0, "20 of 100 bytes are taken at once");
    assert.ok(taken[20] >= 50 && taken[21] >= 200, "and others when one is sent");
    await writer.close();
  });

  test("an item that is larger than the buffer is taken, when it is empty", async (t) => {
    time(t);
    const client = recorder();
    const { writer } = stream(client, { bufferBytes: 0 });
    for (const item of ["a", "b", "c"]) await writer.write(item);
    await writer.close();
    assert.deepEqual(client.items, ["a", "b", "c"]);
    assert.equal(client.calls.length, 3);
  });

  test("pipeTo sends all that a stream gives", async (t) => {
    time(t);
    const client = recorder();
    let number = 0;
    const source = new ReadableStream({ pull: (controller) => (number < 500 ? controller.enqueue({ number: number++ }) : controller.close()) });
    await source.pipeTo(metadataStream(client, { channelArn: ARN, bufferBytes: 500 }));
    assert.deepEqual(client.items, Array.from({ length: 500 }, (_, number) => ({ number })));
  });

  test("close without an item makes no call", async () => {
    const client = recorder();
    await stream(client).writer.close();
    assert.equal(client.calls.length, 0);
  });
});

describe("abort", () => {
  /** @param {(writer: WritableStreamDefaultWriter<any>, error: Error) => unknown} abort */
  async function aborted(abort, /** @type {any} */ client, /** @type {object} */ options = {}) {
    const { writer, dropped, sent } = stream(client, { mode: "single", bufferBytes: 12, ...options });
    const writes = ["first", "second", "third", "fourth"].map((item) => writer.write(item));
    const outcomes = Promise.allSettled(writes);
    await after(30);
    const error = new Error("the show is over");
    await abort(writer, error);
    assert.equal(await rejection(writer.closed), error);
    return { dropped, sent, error, outcomes: (await outcomes).map((outcome) => (outcome.status === "rejected" ? outcome.reason : "taken")) };
  }

  test("ends the call, and reports what was not sent: what waited for room by its write", async (t) => {
    time(t);
    /** @type {AbortSignal | undefined} */
    let signal;
    const client = { putMetadata: (/** @type {any} */ _, /** @type {any} */ options) => { signal = options.abortSignal; return new Promise(() => {}); } };
    const { dropped, sent, error, outcomes } = await aborted((writer, error) => writer.abort(error), client);
    assert.equal(signal?.aborted, true);
    assert.equal(signal?.reason, error);
    assert.deepEqual(sent, []);
    assert.deepEqual(dropped.map(({ unconfirmed, ...report }) => report), [{ items: ["first", "second"], reason: "aborted", error }]);
    assert.deepEqual(outcomes, ["taken", "taken", error, error]);
  });

  test("of a call in flight says that its items may have arrived", async (t) => {
    time(t);
    const client = { putMetadata: () => new Promise(() => {}) };
    const { dropped } = await aborted((writer, error) => writer.abort(error), client);
    assert.equal(dropped[0].unconfirmed, 1);
  });

  test("while the channel is not live, or calls are repeated, ends the wait", async (t) => {
    time(t);
    for (const error of [OFFLINE_ERROR, new Error("lost"), refusal("ThrottlingException", 429)]) {
      const client = recorder(() => { throw error; });
      const { dropped } = await aborted((writer, reason) => writer.abort(reason), client);
      assert.deepEqual(dropped[0].items, ["first", "second"]);
      assert.equal(dropped[0].unconfirmed, error.message === "lost" ? 1 : 0);
      const { length } = client.calls;
      await after(60_000);
      assert.equal(client.calls.length, length, "and no call follows");
    }
  });

  test("while it closes ends that, too", async (t) => {
    time(t);
    const client = recorder(() => { throw OFFLINE_ERROR; });
    const { writer, dropped } = stream(client);
    await writer.write("a");
    const closing = rejection(writer.close());
    await after(20_000);
    const error = new Error("enough");
    assert.equal(await rejection(writer.abort(error)), error);
    assert.equal(await closing, error);
    assert.deepEqual(dropped.map(({ items, reason }) => ({ items, reason })), [{ items: ["a"], reason: "aborted" }]);
  });

  test("of one stream leaves the others of its channel", async (t) => {
    time(t);
    const client = recorder();
    const [one, other] = [stream(client), stream(client)];
    await one.writer.write("one");
    await other.writer.write("other");
    await one.writer.abort(new Error("enough"));
    await other.writer.close();
    assert.deepEqual(client.items, ["other"]);
  });

  test("leaves no timer that keeps a program running", async () => {
    const client = { putMetadata: async () => { throw OFFLINE_ERROR; } };
    const { writer } = stream(client);
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    await writer.write("a");
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(timers() > before);
    await writer.abort(new Error("enough"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(timers(), before);
  });
});

describe("whatever onSent and onDrop throw", () => {
  test("changes nothing", async (t) => {
    time(t);
    const boom = () => { throw new Error("boom"); };
    const client = recorder();
    const writer = metadataStream(client, { channelArn: ARN, whenRefused: "drop", onDrop: boom, onSent: boom }).getWriter();
    for (const item of ["a", NaN, "b"]) await writer.write(item);
    await writer.close();
    assert.deepEqual(client.items, ["a", "b"]);
  });

  test("nor does a promise of theirs that rejects", async (t) => {
    time(t);
    const rejections = /** @type {unknown[]} */ ([]);
    const listener = (/** @type {unknown} */ reason) => rejections.push(reason);
    process.on("unhandledRejection", listener);
    t.after(() => process.off("unhandledRejection", listener));
    const boom = async () => { throw new Error("boom"); };
    const writer = metadataStream(recorder(), { channelArn: ARN, whenRefused: "drop", onDrop: boom, onSent: boom }).getWriter();
    for (const item of ["a", NaN, "b"]) await writer.write(item);
    await writer.close();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(rejections, []);
  });
});

describe("clients", () => {
  test("of AWS's SDK: its IVS is one as it stands", async (t) => {
    time(t);
    const texts = /** @type {string[]} */ ([]);
    const client = new sdk.Ivs({ ...OFFLINE, maxAttempts: 1, requestHandler: /** @type {any} */ ({ handle: async (/** @type {any} */ { body }) => (texts.push(JSON.parse(body).metadata), { response: { statusCode: 204, headers: {}, body: undefined } }) }) });
    const { writer } = stream(client);
    await writer.write("a");
    await writer.close();
    assert.deepEqual(texts.flatMap((text) => decodeMetadata(text).items), ["a"]);
  });

  test("that are mocked", async (t) => {
    time(t);
    const mocked = /** @type {any} */ (mockClient)(IvsClient);
    try {
      mocked.on(PutMetadataCommand).resolves({});
      const { writer } = stream(new IvsClient(OFFLINE));
      await writer.write("a");
      await writer.close();
      assert.equal(mocked.commandCalls(PutMetadataCommand)[0].args[0].input.channelArn, ARN);
    } finally {
      mocked.restore();
    }
  });

  test("that throw, give no promise or odd metadata about attempts, stop nothing", async (t) => {
    time(t);
    for (const answer of [7, null, { $metadata: 5 }, { $metadata: { attempts: Infinity } }, { $metadata: { attempts: -1 } }, { $metadata: { get attempts() { throw 1; } } }]) {
      const { writer, sent } = stream({ putMetadata: () => answer }, { mode: "single" });
      for (const item of ["a", "b"]) await writer.write(item);
      await writer.close();
      assert.deepEqual(sent, ["a", "b"]);
    }
    for (const thrown of [undefined, null, "text", Symbol("s"), new Proxy({}, { get() { throw 1; } })]) {
      let calls = 0;
      const { writer, sent } = stream({ putMetadata() { if (calls++ < 2) throw thrown; } });
      await writer.write("a");
      await writer.close();
      assert.deepEqual(sent, ["a"]);
    }
  });

  test("that are none are refused", () => {
    for (const client of [undefined, null, 7, "client", {}, [], () => {}, { putMetadata: 1 }, { send() {} }, new Proxy({}, { get() { throw new Error("trap"); } })]) {
      assert.throws(() => metadataStream(/** @type {any} */ (client), { channelArn: ARN }), { name: "ParamValidationError", message: /^client/ });
    }
  });
});

describe("options", () => {
  /** @type {[string, any[]][]} */
  const WRONG = [
    ["channelArn", [undefined, null, "", 7, "arn", ARN.replace("channel/", "stream-key/"), `${ARN} `, [ARN]]],
    ["mode", ["Batch", "", true, 7, {}]],
    ["resend", ["false", 0, {}]],
    ["whenRefused", ["wait", true, ""]],
    ["whenOffline", ["skip", false, ""]],
    ["offlineInterval", [0, 999, -1, NaN, "5000", {}]],
    ["retryTime", [-1, NaN, "1", {}]],
    ["bufferBytes", [-1, NaN, "1", {}]],
    ["onDrop", [true, "x", {}, []]],
    ["onSent", [true, "x", {}, []]],
  ];
  for (const [name, values] of WRONG) {
    test(`${name} that is wrong is refused by its name`, () => {
      for (const value of values) {
        assert.throws(() => metadataStream(recorder(), /** @type {any} */ ({ channelArn: ARN, [name]: value })), (error) => {
          assert.ok(error instanceof ParamValidationError, inspect([value, error]));
          assert.match(error.message, new RegExp(`^options\\.${name}: `));
          return true;
        });
      }
    });
  }

  test("are an object, and drop needs somebody to tell", () => {
    for (const options of [undefined, null, 7, "x"]) assert.throws(() => metadataStream(recorder(), /** @type {any} */ (options)), { name: "ParamValidationError", message: /^options: / });
    for (const policy of [{ whenRefused: "drop" }, { whenOffline: "drop" }, { resend: false }]) {
      assert.throws(() => metadataStream(recorder(), /** @type {any} */ ({ channelArn: ARN, ...policy })), { message: "options.onDrop: is missing: items may be dropped, and it is told which" });
    }
    assert.throws(() => metadataStream(recorder(), /** @type {any} */ ({ get channelArn() { throw new Error("getter"); } })), { name: "ParamValidationError", message: /^options\.channelArn: could not be read/ });
  });

  test("may be absent, and are not written to", () => {
    const options = Object.freeze({ channelArn: ARN, mode: undefined, resend: undefined, onDrop: undefined });
    assert.ok(metadataStream(recorder(), options) instanceof WritableStream);
  });
});
