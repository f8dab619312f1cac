// @ts-check
// Whatever `ivs-wasm/watch` is given, it does its work or says what is wrong, before anything is sent.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ParamValidationError } from "ivs-wasm";
import { getStreamOrNull, isLive, watchSession, watchStream } from "ivs-wasm/watch";
import { heavy, light } from "./junk.mjs";
import { Account, arn } from "./watched.mjs";

const A = arn("A");
const client = new Account().client();
const STREAM_ID = "st-1AbCdEfGhIjKlMnOpQrStUv";

/** Calls with a junk value in one place. @type {Record<string, (junk: any) => unknown>} */
const CALLS = {
  "watchStream client": (junk) => watchStream(junk, { channelArn: A }),
  "watchStream input": (junk) => watchStream(client, junk),
  "watchStream channelArn": (junk) => watchStream(client, { channelArn: junk }),
  "watchStream channelArns": (junk) => watchStream(client, { channelArns: junk }),
  "watchStream a channel": (junk) => watchStream(client, { channelArns: [A, junk] }),
  "watchStream options": (junk) => watchStream(client, { channelArn: A }, junk),
  "watchStream interval": (junk) => watchStream(client, { channelArn: A }, { interval: junk }),
  "watchStream signal": (junk) => watchStream(client, { channelArn: A }, { signal: junk }),
  "watchSession client": (junk) => watchSession(junk, { channelArn: A }),
  "watchSession input": (junk) => watchSession(client, junk),
  "watchSession channelArn": (junk) => watchSession(client, { channelArn: junk }),
  "watchSession streamId": (junk) => watchSession(client, { channelArn: A, streamId: junk }),
  "watchSession options": (junk) => watchSession(client, { channelArn: A }, junk),
  "watchSession interval": (junk) => watchSession(client, { channelArn: A }, { interval: junk }),
  "watchSession signal": (junk) => watchSession(client, { channelArn: A }, { signal: junk }),
};

/** Those that may be absent. */
const MANY_TAKEN = /options|interval|signal|streamId|client$/;

describe("junk is taken or refused, never more:", () => {
  for (const [where, call] of Object.entries(CALLS)) {
    test(where, () => {
      let refused = 0;
      const junk = light();
      for (const { label, make } of junk) {
        try {
          call(make());
        } catch (/** @type {any} */ error) {
          refused++;
          assert.ok(error instanceof ParamValidationError, `${label}: ${error?.stack ?? String(error)}`);
          assert.ok(error.message.length < 2000, `${label}: a message of ${error.message.length} characters`);
          assert.doesNotMatch(error.message, /[\u2028\u202e\r]|\0/, label);
        }
      }
      assert.ok(refused > junk.length / (MANY_TAKEN.test(where) ? 3 : 1.2), `${refused} of ${junk.length} were refused`);
    });
  }

  for (const call of [getStreamOrNull, isLive]) {
    test(`${call.name} client and input`, async () => {
      for (const { label, make } of light()) {
        await assert.rejects(call(make(), { channelArn: A }), ParamValidationError, label);
        const refused = await call(client, make()).then(() => undefined, (/** @type {any} */ error) => error);
        if (refused !== undefined) assert.ok(refused instanceof ParamValidationError, `${label}: ${refused?.stack}`);
      }
    });
  }
});

test("values of megabytes are refused without much work", () => {
  for (const { label, make } of heavy()) {
    const junk = make();
    for (const [where, call] of Object.entries(CALLS)) {
      const started = performance.now();
      try {
        call(junk);
      } catch (error) {
        assert.ok(error instanceof ParamValidationError, `${where}, ${label}: ${error}`);
      }
      const took = performance.now() - started;
      assert.ok(took < 10_000, `${where}, ${label}: ${took} ms`);
    }
  }
});

/** What is refused, and why. @type {[string, () => unknown, RegExp][]} */
const REFUSED = [
  ["no channels", () => watchStream(client, { channelArns: [] }), /input\.channelArns: must not be empty/],
  ["neither", () => watchStream(client, /** @type {any} */ ({})), /input: expected either channelArn.* or channelArns/],
  ["both", () => watchStream(client, /** @type {any} */ ({ channelArn: A, channelArns: [A] })), /input: expected either/],
  ["a list as one", () => watchStream(client, /** @type {any} */ ({ channelArn: [A] })), /input\.channelArn: expected string/],
  ["one as a list", () => watchStream(client, /** @type {any} */ ({ channelArns: A })), /input\.channelArns: expected a list of ARNs, got string/],
  ["a Set", () => watchStream(client, /** @type {any} */ ({ channelArns: new Set([A]) })), /expected a list/],
  ["a hole", () => watchStream(client, { channelArns: [A, , A] }), /input\.channelArns\[1\]: expected string, got undefined/], // biome-ignore lint/suspicious/noSparseArray: it is what is refused
  ["a stage", () => watchStream(client, { channelArn: "arn:aws:ivs:us-west-2:123456789012:stage/AbCdEfGhIjKl" }), /input\.channelArn: expected a channel's ARN/],
  ["a long text", () => watchStream(client, { channelArn: A + "a".repeat(10_000) }), /input\.channelArn: expected a channel's ARN/],
  ["two regions", () => watchStream(client, { channelArns: [A, A.replace("us-west-2", "eu-west-1")] }), /input\.channelArns\[1\]: is of another region or account/],
  ["two accounts", () => watchStream(client, { channelArns: [A, A, A.replace("123456789012", "210987654321")] }), /input\.channelArns\[2\]/],
  ["too many", () => watchStream(client, { channelArns: Array(20_001).fill(A) }), /has more than 20000 channels/],
  ["a misspelt option", () => watchStream(client, { channelArn: A }, /** @type {any} */ ({ abortSignal: new AbortController().signal })), /options\.abortSignal: is not known: options has interval and signal/],
  ["a misspelt input", () => watchStream(client, /** @type {any} */ ({ channelARN: A })), /input\.channelARN: is not known: input has channelArn and channelArns/],
  ["a class as a client", () => watchStream(/** @type {any} */ (Account), { channelArn: A }), /client: expected/],
  ["a client without lists", () => watchStream(/** @type {any} */ ({ getStream: async () => ({}) }), { channelArn: A }), /client: has no method listStreams: expected an IvsClient, or whatever has getStream and listStreams/],
  ["a client without GetStream", () => watchStream(/** @type {any} */ ({ listStreams: async () => ({}) }), { channelArn: A }), /client: has no method getStream: expected an IvsClient/],
  ["a client with send and one of two", () => watchStream(/** @type {any} */ ({ send() {}, getStream() {} }), { channelArn: A }), /client: has no method listStreams: expected an IvsClient/],
  ["a client of commands", () => watchStream(/** @type {any} */ ({ send() {} }), { channelArn: A }), /client: has no method getStream: AWS's IvsClient has only send, use its Ivs, or whatever has getStream and listStreams/],
  ["a client of commands, for a session", () => watchSession(/** @type {any} */ ({ send() {} }), { channelArn: A }), /client: has no method getStreamSession: AWS's IvsClient has only send, use its Ivs/],
  ["a stream that is none", () => watchSession(client, { channelArn: A, streamId: "1" }), /input\.streamId: expected the id of a stream/],
  ["channels of a session", () => watchSession(client, /** @type {any} */ ({ channelArns: [A] })), /input\.channelArns: is not known: input has channelArn and streamId/],
  ...[0, NaN, -5000, 999, 999.999, Infinity, 86_400_001, "5000", 5000n, new Date(5000), [5000]].map((interval) => /** @type {[string, () => unknown, RegExp]} */ ([
    `an interval of ${String(interval)}`,
    () => watchStream(client, { channelArn: A }, { interval: /** @type {any} */ (interval) }),
    /options\.interval: expected milliseconds, from 1,000 to 86,400,000/,
  ])),
];

describe("refused at once", () => {
  for (const [what, call, message] of REFUSED) {
    test(what, () => void assert.throws(call, (error) => error instanceof ParamValidationError && message.test(error.message)));
  }
});

test("the least and the greatest interval, duplicates and absent options are taken", async () => {
  const account = new Account();
  for (const options of [undefined, {}, { interval: 1000 }, { interval: 86_400_000 }, { interval: undefined, signal: undefined }]) {
    const found = [];
    for await (const { channelArn } of watchStream(account.client(), { channelArns: [A, A, arn("B"), A, arn("C")] }, options)) {
      if (found.push(channelArn) === 3) break;
    }
    assert.deepEqual(found, [A, arn("B"), arn("C")]);
  }
  for await (const _ of watchSession(new Proxy(account.client(), { get: (target, name) => (name === "getStreamSession" ? async () => ({ streamSession: { endTime: new Date() } }) : Reflect.get(target, name)) }), { channelArn: A, streamId: STREAM_ID })) assert.fail();
});

test("nothing is written into what a caller gives", async () => {
  const channelArns = Object.freeze([arn("C"), A, A]);
  const input = Object.freeze({ channelArns });
  const options = Object.freeze({ interval: 1000, signal: new AbortController().signal });
  for await (const _ of watchStream(Object.freeze(new Account().client()), input, options)) break;
  assert.deepEqual(input, { channelArns: [arn("C"), A, A] });
});

test("a list that is changed later changes nothing", async () => {
  const channelArns = [A];
  const iterable = watchStream(new Account().client(), { channelArns });
  channelArns[0] = arn("B");
  for await (const { channelArn } of iterable) {
    assert.equal(channelArn, A);
    break;
  }
});

test("what a signal throws ends the iteration by an error that says so", async () => {
  const signal = /** @type {any} */ ({ get aborted() { throw new Error("mine"); }, addEventListener() {} });
  const iterator = watchStream(client, { channelArn: A }, { signal })[Symbol.asyncIterator]();
  await assert.rejects(iterator.next(), (error) => error instanceof ParamValidationError && /options\.signal: could not be listened to: mine/.test(error.message));
  assert.equal((await iterator.next()).done, true);
});

describe("junk that a client answers", () => {
  /** What no iteration ends with: an error of the language, about something that nobody outside knows. @param {any} error @param {string} label */
  const isClear = (error, label) => assert.ok(error === undefined || error instanceof ParamValidationError || error.name === "PaginationError", `${label}: ${error?.stack ?? String(error)}`);

  /** The first item, or the error. @param {AsyncIterable<any>} iterable */
  const first = async (iterable) => {
    const end = new AbortController();
    const timer = setTimeout(() => end.abort("late"), 5000);
    try {
      for await (const item of iterable) return { item };
      return {};
    } catch (error) {
      return { error: /** @type {any} */ (error) };
    } finally {
      clearTimeout(timer);
    }
  };

  /** @type {Record<string, (junk: any) => unknown>} */
  const ANSWERS = {
    "an output": (junk) => junk,
    "a stream": (junk) => ({ stream: junk }),
    "a list": (junk) => ({ streams: junk }),
    "a listed stream": (junk) => ({ streams: [junk, { channelArn: A, state: "LIVE", streamId: "st-1" }] }),
    "a session": (junk) => ({ streamSession: isObject(junk) ? { endTime: new Date(), ...quietly(junk) } : junk }),
    "events": (junk) => ({ streamSession: { endTime: new Date(), truncatedEvents: junk } }),
    "an event": (junk) => ({ streamSession: { endTime: new Date(), truncatedEvents: [junk] } }),
    "members of an event": (junk) => ({ streamSession: { endTime: new Date(), truncatedEvents: [{ name: junk, type: junk, code: junk, eventTime: junk }] } }),
  };
  const isObject = (/** @type {unknown} */ value) => typeof value === "object" && value !== null;
  /** What is waited for where a promise resolves to it, which is the language's doing. @param {any} value */
  const isThenable = (value) => {
    try {
      return (isObject(value) || typeof value === "function") && "then" in value && typeof value.then === "function";
    } catch {
      return true;
    }
  };
  const quietly = (/** @type {object} */ junk) => {
    try {
      return { ...junk };
    } catch {
      return {};
    }
  };

  for (const [where, make] of Object.entries(ANSWERS)) {
    test(where, async () => {
      for (const { label, make: junk } of light()) {
        const value = junk();
        // What its getters throw is the client's own error, and is passed on.
        if (isThenable(value) || /proxy|throws/.test(label)) continue;
        const answers = async () => /** @type {any} */ (make(value));
        const mock = { getStream: answers, listStreams: answers, getStreamSession: answers };
        isClear((await first(watchStream(mock, { channelArn: A }))).error, label);
        isClear((await first(watchStream(mock, { channelArns: [A, arn("B"), arn("C")] }))).error, label);
        isClear(await isLive(mock, { channelArn: A }).then(() => undefined, (error) => error), label);
        // A session without an end is asked for again.
        if (where.includes("event")) isClear((await first(watchSession(mock, { channelArn: A }))).error, label);
      }
    });
  }

  for (const nothing of [undefined, null, 5, "text"]) {
    test(`${nothing} as an output: the error names the method`, async () => {
      const answers = async () => /** @type {any} */ (nothing);
      const mock = { getStream: answers, listStreams: answers, getStreamSession: answers };
      const says = (/** @type {string} */ method) => new RegExp(`client\\.${method}: expected to resolve to an object, got`);
      assert.match((await first(watchStream(mock, { channelArn: A }))).error.message, says("getStream"));
      assert.match((await first(watchStream(mock, { channelArns: [A, arn("B"), arn("C")] }))).error.message, says("listStreams"));
      assert.match((await first(watchSession(mock, { channelArn: A }))).error.message, says("getStreamSession"));
      await assert.rejects(getStreamOrNull(mock, { channelArn: A }), says("getStream"));
    });
  }

  test("what is right beside it is told", async () => {
    const event = { name: "Stream Start", eventTime: new Date() };
    const mock = /** @type {any} */ ({ getStreamSession: async () => ({ streamSession: { endTime: new Date(), truncatedEvents: [null, event, 5, undefined] } }), getStream: async () => ({}), listStreams: async () => ({ streams: [null, { channelArn: A, state: "LIVE", streamId: "st-1" }, "text"] }) });
    assert.deepEqual((await first(watchSession(mock, { channelArn: A }))).item, event);
    assert.equal((await first(watchStream(mock, { channelArns: [A, arn("B"), arn("C")] }))).item.streamId, "st-1");
  });
});
