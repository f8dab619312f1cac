// @ts-check
// Values of another realm, as Jest and Vitest give them to what they test: they are recognised by what they are, not by `instanceof`.

import assert from "node:assert/strict";
import { createContext, runInContext } from "node:vm";
import { describe, test } from "node:test";
import { AbortError, IvsClient, TimeoutError, signRequest, presignRequest } from "ivs-wasm";
import { numbered, offline, playing, rejection } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

const context = createContext({ URL, Headers, AbortController, setTimeout });
/** @param {string} source @returns {any} its value, of another realm */
const foreign = (source) => runInContext(`(${source})`, context);

test("the values of the other realm are no instances here", () => {
  assert.ok(!(foreign("new Error('m')") instanceof Error));
  assert.ok(!(foreign("new Date()") instanceof Date));
  assert.ok(!(foreign("new Uint8Array(1)") instanceof Uint8Array));
  assert.ok(!(foreign("({})") instanceof Object));
});

describe("an error of another realm says what it says", () => {
  const once = (/** @type {any} */ config) => offline({ maxAttempts: 1, ...config });
  test("thrown by fetch, with its code and its cause", async () => {
    const thrown = foreign("Object.assign(new TypeError('fetch failed', { cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }) }), {})");
    const error = await rejection(once({ fetch: () => Promise.reject(thrown) }).listChannels({}));
    assert.equal(error.message, "no answer from the service: fetch failed: connect ECONNREFUSED");
    assert.equal(error.code, "ECONNREFUSED");
    assert.equal(error.cause, thrown);
  });

  test("thrown by a provider of credentials", async () => {
    const thrown = foreign("new Error('no token')");
    const error = await rejection(once({ credentials: () => Promise.reject(thrown), fetch: playing({}) }).listChannels({}));
    assert.equal(error.name, "CredentialsError");
    assert.match(error.message, /no token$/);
    assert.equal(error.cause, thrown);
  });

  test("thrown by a getter of an input, or of the configuration", async () => {
    const getter = foreign("({ get name() { throw new Error('from the getter') } })");
    assert.match((await rejection(once({ fetch: playing({}) }).createChannel(getter))).message, /input: could not be read: from the getter/);
    const config = foreign("({ get region() { throw new Error('from the getter') } })");
    assert.match((await rejection(new IvsClient(config).listChannels({}))).message, /config\.region: could not be read: from the getter/);
  });

  test("with a member `kind`, thrown by anything, is no failure of the package's own", async () => {
    for (const thrown of [foreign("Object.assign(new Error('m'), { kind: 'service' })"), Object.assign(new Error("m"), { kind: "lost" })]) {
      const error = await rejection(once({ fetch: playing({}) }).listChannels({}, { abortSignal: { aborted: true, reason: thrown, addEventListener() {} } }));
      assert.equal(error, thrown);
    }
  });
});

describe("credentials of another realm are used", () => {
  for (const [title, expiration] of /** @type {[string, any][]} */ ([
    ["with a Date of structuredClone", structuredClone(new Date("2026-12-01T00:00:00Z"))],
    ["with a Date of another realm", foreign("new Date('2026-12-01T00:00:00Z')")],
    ["with an instance of a subclass of Date", new (class extends Date {})("2026-12-01T00:00:00Z")],
  ])) {
    test(title, async () => {
      let asked = 0;
      const client = offline({ fetch: playing({}), systemClockOffset: Date.UTC(2026, 10, 30) - Date.now(), credentials: async () => (asked++, numbered(1, { expiration })) });
      await client.listChannels({});
      await client.listChannels({});
      assert.equal(asked, 1, "which has not expired");
    });
  }

  test("as an object of another realm", async () => {
    const fetch = playing({});
    await offline({ fetch, credentials: foreign("({ accessKeyId: 'FOREIGN', secretAccessKey: 's' })") }).listChannels({});
    assert.match(fetch.requests[0]?.headers.get("authorization") ?? "", /Credential=FOREIGN/);
  });

  test("but with no date, with one that is invalid, or with what only looks like one", async () => {
    for (const expiration of [foreign("new Date(NaN)"), "2026-12-01T00:00:00Z", 1796083200000, { getTime: () => 1 }, { [Symbol.toStringTag]: "Date" }, Object.create(Date.prototype)]) {
      const error = await rejection(offline({ fetch: playing({}), credentials: { ...OFFLINE.credentials, expiration } }).listChannels({}));
      assert.equal(error.message, "config.credentials.expiration: expected a valid Date");
    }
  });
});

describe("an input of another realm is sent", () => {
  test("with its maps, lists and dates", async () => {
    const fetch = playing({});
    const client = offline({ fetch });
    await client.createChannel(foreign("({ name: 'n', tags: { a: 'b' } })"));
    await client.batchGetChannel(foreign("({ arns: ['a', 'b'] })"));
    await client.insertAdBreak(foreign("({ channelArn: 'a', durationSeconds: 1, targetStartAt: new Date(0) })"));
    assert.deepEqual(fetch.requests.map(({ init }) => JSON.parse(init.body)), [{ name: "n", tags: { a: "b" } }, { arns: ["a", "b"] }, { channelArn: "a", durationSeconds: 1, targetStartAt: "1970-01-01T00:00:00Z" }]);
  });
});

describe("a signal of another realm", () => {
  const signal = () => {
    const { port } = { port: new AbortController() };
    // An `AbortSignal` whose prototype is of nobody's class here.
    return { controller: port, signal: Object.assign(Object.create(null), { get aborted() { return port.signal.aborted; } }, { aborted: false, addEventListener: (/** @type {any} */ ...given) => port.signal.addEventListener(.../** @type {[any, any]} */ (given)), removeEventListener: (/** @type {any} */ ...given) => port.signal.removeEventListener(.../** @type {[any, any]} */ (given)) }) };
  };
  test("ends a call", async () => {
    const { controller, signal: given } = signal();
    const call = offline({ fetch: playing({ never: true }) }).listChannels({}, { abortSignal: given });
    setTimeout(() => controller.abort(), 5);
    assert.ok((await rejection(call)) instanceof AbortError);
  });

  test("has a DOMException as its reason, which is an instance of the package's classes all the same", () => {
    const reason = (/** @type {string} */ name) => Object.create({ get [Symbol.toStringTag]() { return "DOMException"; }, name });
    assert.ok(reason("AbortError") instanceof AbortError && !(reason("AbortError") instanceof TimeoutError));
    assert.ok(reason("TimeoutError") instanceof TimeoutError);
    assert.ok(new DOMException("m", "AbortError") instanceof AbortError);
    assert.ok(!(Object.assign(new Error("m"), { name: "AbortError" }) instanceof AbortError));
  });
});

describe("signRequest takes of another realm", () => {
  const options = { credentials: OFFLINE.credentials, region: "us-west-2", service: "s", date: 0 };
  const text = "the body";
  const bytes = [...Buffer.from(text)].join();
  for (const [title, body] of /** @type {[string, any][]} */ ([
    ["a Uint8Array", foreign(`new Uint8Array([${bytes}])`)],
    ["an ArrayBuffer", foreign(`new Uint8Array([${bytes}]).buffer`)],
    ["a part of a larger buffer", foreign(`new Uint8Array([0, ${bytes}, 0]).subarray(1, ${text.length + 1})`)],
  ])) {
    test(title, async () => {
      const ours = await signRequest({ method: "POST", url: "https://example.com/", body: text }, options);
      const signed = await signRequest({ method: "POST", url: "https://example.com/", body }, options);
      assert.equal(signed.headers.authorization, ours.headers.authorization);
      assert.equal(signed.body, body, "as it was given");
    });
  }

  test("a URL, headers of any form, and the options", async () => {
    const ours = await signRequest({ url: "https://example.com/a?b=c", headers: { "x-a": "1" } }, options);
    const url = Object.create({ get [Symbol.toStringTag]() { return "URL"; }, toString: () => "https://example.com/a?b=c" });
    for (const request of [{ url, headers: foreign("new Map([['x-a', '1']])") }, { url: new URL("https://example.com/a?b=c"), headers: foreign("[['x-a', '1']]") }, foreign("({ url: 'https://example.com/a?b=c', headers: { 'x-a': '1' } })")]) {
      assert.deepEqual((await signRequest(request, options)).headers, ours.headers);
    }
    assert.equal(await presignRequest({ url }, { ...options, date: foreign("new Date(0)") }), await presignRequest({ url: "https://example.com/a?b=c" }, options));
  });

  test("but nothing that only says it is one", async () => {
    for (const body of [{ [Symbol.toStringTag]: "Uint8Array" }, { [Symbol.toStringTag]: "ArrayBuffer", byteLength: 4 }, new DataView(new ArrayBuffer(4)), new Uint16Array(4), new SharedArrayBuffer(4), new Blob(["x"])]) {
      const error = await rejection(signRequest({ url: "https://example.com/", body: /** @type {any} */ (body) }, options));
      assert.equal(error.message, "request.body: expected string, Uint8Array or ArrayBuffer");
    }
  });
});

test("where a page replaced `Promise`, as zone.js does, requestTimeout still ends a call", async (context) => {
  const { Promise: real } = globalThis;
  context.after(() => void (globalThis.Promise = real));
  const client = offline({ requestTimeout: 20, maxAttempts: 1, fetch: () => new real(() => {}) });
  await offline({ fetch: playing({}) }).listChannels({});
  globalThis.Promise = /** @type {any} */ (class extends /** @type {any} */ (real) {});
  const error = await rejection(client.listChannels({}));
  assert.ok(error instanceof TimeoutError);
});
