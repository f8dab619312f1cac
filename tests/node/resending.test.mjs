// @ts-check
// A request is sent as often as `$metadata.attempts` says: what may have been read is sent again by the retry policy only (RFC 9110, 9.2.2).
// So that connections that were closed while they were idle cost few attempts, they are not used for long.

import assert from "node:assert/strict";
import { Socket } from "node:net";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { offline, rejection } from "./behave.mjs";
import { serve, whole } from "./serve.mjs";

const client = (/** @type {string} */ endpoint, /** @type {any} */ config = {}) => offline({ endpoint, maxAttempts: 1, ...config });
const answer = whole('{"channel":{"arn":"a"}}');

/** Answers each connection's first request, and resets it when it has read the next. @param {import("./serve.mjs").Exchange} exchange */
const resetting = ({ write, reset, turn }) => (turn === 1 ? write(answer) : reset());

/** Opens so many connections. */
const open = (/** @type {any} */ ivs, /** @type {number} */ count) => Promise.all(Array.from({ length: count }, () => ivs.createChannel({})));

/** Advances the clock. @param {import("node:test").TestContext} context @param {number} milliseconds */
function later(context, milliseconds) {
  const { now } = Date;
  context.after(() => void (Date.now = now));
  Date.now = () => now.call(Date) + milliseconds;
}

describe("a connection that the server resets when it has read the next request", () => {
  for (const idle of [0, 2000, 29_000]) {
    test(`costs the only attempt after ${idle} ms: the request is sent once`, async (context) => {
      const server = await serve(context, resetting);
      const ivs = client(server.endpoint);
      await open(ivs, 50);
      later(context, idle);
      const error = await rejection(ivs.createChannel({}));
      assert.deepEqual([error.name, error.cause.code, error.$metadata.attempts], ["NetworkError", "ECONNRESET", 1]);
      assert.equal(server.requests.length, 51);
    });
  }

  test("costs one of three attempts: the next meets none of the others that were idle", async (context) => {
    const server = await serve(context, resetting);
    const ivs = client(server.endpoint, { maxAttempts: 3 });
    await open(ivs, 50);
    const { $metadata } = await ivs.createChannel({});
    assert.deepEqual([$metadata.attempts, server.requests.length], [2, 52]);
    await server.closed(50);
  });

  test("leaves those alone on which requests are", async (context) => {
    /** @type {(() => void)[]} */
    const waiting = [];
    const server = await serve(context, (exchange) => {
      if (exchange.request.path === "/GetChannel") waiting.push(() => exchange.write(answer));
      else resetting(exchange);
    });
    const ivs = client(server.endpoint);
    const slow = ivs.getChannel({ arn: "a" });
    await server.request(1);
    await ivs.createChannel({});
    assert.equal((await rejection(ivs.createChannel({}))).cause.code, "ECONNRESET");
    waiting[0]?.();
    assert.equal((await slow).$metadata.attempts, 1);
  });
});

describe("an attempt", () => {
  const endings = /** @type {[string, (exchange: import("./serve.mjs").Exchange) => void][]} */ ([
    ["reset", ({ reset }) => reset()],
    ["closed", ({ end }) => end()],
    ["cut off in the headers", ({ write, end }) => (write("HTTP/1.1 200 OK\r\nconte"), end())],
    ["cut off in the body", ({ write, end }) => (write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"), end())],
    ["answered by garbage", ({ write }) => write("garbage\r\n\r\n")],
  ]);
  for (const [how, ending] of endings) {
    test(`that is ${how} is counted, on a new connection and on one that was kept`, async (context) => {
      let isKept = false;
      const server = await serve(context, (exchange) => (isKept && exchange.turn === 1 ? exchange.write(answer) : ending(exchange)));
      const ivs = client(server.endpoint);
      const error = await rejection(ivs.createChannel({}));
      assert.deepEqual([error.name, error.$metadata.attempts, server.requests.length], ["NetworkError", 1, 1]);
      isKept = true;
      await ivs.createChannel({});
      const kept = await rejection(ivs.createChannel({}));
      assert.deepEqual([kept.name, kept.$metadata.attempts, server.requests.length, server.connections], ["NetworkError", 1, 3, 2]);
    });
  }

  test("that fails always is repeated as often as the configuration says", async (context) => {
    const server = await serve(context, ({ reset }) => reset());
    const error = await rejection(client(server.endpoint, { maxAttempts: 4 }).createChannel({}));
    assert.deepEqual([error.$metadata.attempts, server.requests.length], [4, 4]);
  });
});

describe("an idle connection", () => {
  test("is closed after 30 s, or before the end of what the server announces", async (context) => {
    /** @type {Set<Socket>} */
    const sockets = new Set();
    const { setTimeout } = Socket.prototype;
    Socket.prototype.setTimeout = function (...given) {
      sockets.add(this);
      return setTimeout.apply(this, given);
    };
    context.after(() => void (Socket.prototype.setTimeout = setTimeout));
    const server = await serve(context, ({ write }) => write(answer));
    await client(server.endpoint).createChannel({});
    const limits = [...sockets].filter(({ remotePort }) => server.endpoint.endsWith(`:${remotePort}`)).map(({ timeout }) => timeout);
    assert.deepEqual(limits, [30_000]);

    const brief = await serve(context, ({ write }) => write(whole("{}", { "keep-alive": "timeout=2, max=100" })));
    const ivs = client(brief.endpoint);
    await ivs.createChannel({});
    await ivs.createChannel({});
    assert.equal(brief.connections, 1);
    const began = performance.now();
    await brief.closed(1);
    assert.ok(performance.now() - began < 2500);
    await ivs.createChannel({});
    assert.equal(brief.connections, 2);
  });

  test("is not used after the process was suspended for longer", async (context) => {
    const server = await serve(context, resetting);
    const ivs = client(server.endpoint);
    await open(ivs, 5);
    later(context, 31_000);
    await ivs.createChannel({});
    assert.deepEqual([server.connections, server.requests.length], [6, 6]);
    await server.closed(5);
  });

  test("that the server has closed is not used", async (context) => {
    const server = await serve(context, ({ write, end }) => (write(answer), setTimeout(end, 20)));
    const ivs = client(server.endpoint);
    for (let count = 1; count <= 5; count++) {
      assert.equal((await ivs.createChannel({})).$metadata.attempts, 1);
      await server.closed(count);
      await pause(5);
    }
    assert.equal(server.requests.length, 5);
  });

  const unasked = { "stray bytes": "\r\n\r\n", "another answer": whole('{"channel":{"arn":"somebody else\'s"}}'), "half of another answer": whole("{}").subarray(0, 20) };
  for (const [what, bytes] of Object.entries(unasked)) {
    test(`on which ${what} come is closed: the next answer is the next call's own`, async (context) => {
      const server = await serve(context, async ({ write }) => {
        write(answer);
        await pause(20);
        write(bytes);
      });
      const ivs = client(server.endpoint);
      assert.equal((await ivs.createChannel({})).channel.arn, "a");
      await server.closed(1);
      assert.equal((await ivs.createChannel({})).channel.arn, "a");
      assert.equal(server.connections, 2);
    });
  }
});
