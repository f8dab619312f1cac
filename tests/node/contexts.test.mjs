// @ts-check
// A call runs in the context of its caller: what it runs of the program's sees the caller's `AsyncLocalStorage`, no other call's
// microtask continues it, and the stack of its error leads to the caller.

import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import diagnostics from "node:diagnostics_channel";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import { IvsClient, waitUntilStreamLive, paginateListChannels } from "ivs-wasm";
import { environment, node, numbered, offline, playing, rejection, run } from "./behave.mjs";
import { serve, whole } from "./serve.mjs";
import { OFFLINE } from "./wire.mjs";

test("a thousand concurrent calls of a hundred clients, each with retries and a refresh, run in their callers' contexts", async () => {
  const printed = await run(process.execPath, [fileURLToPath(new URL("../runtimes/project/contexts.mjs", import.meta.url))]);
  const ran = JSON.parse(/RESULT (\{.*\})/.exec(printed)?.[1] ?? assert.fail(printed));
  for (const [what, [times, wrong]] of Object.entries(ran)) assert.deepEqual([what, wrong], [what, 0], `of ${times}`);
  // Two answers of each client's provider, and at least two attempts of each call, in each of two runs.
  assert.ok(ran.provider[0] >= 400 && ran["config.fetch"][0] >= 2000 && ran["global fetch"][0] >= 2000, printed);
});

test("Node's own transport makes each request in the context of its call, also of calls that wait for one refresh", async (context) => {
  const server = await serve(context, ({ request, write }) => {
    const isOld = request.headers["x-amz-security-token"] === "token-1";
    write(isOld ? whole("{}", { "x-amzn-errortype": "ExpiredTokenException" }, "403 Forbidden") : whole("{}"));
  });
  const storage = new AsyncLocalStorage();
  const seen = /** @type {[path: string, store: unknown][]} */ ([]);
  const onRequest = (/** @type {any} */ { request }) => void seen.push([decodeURIComponent(request.path), storage.getStore()]);
  diagnostics.subscribe("http.client.request.start", onRequest);
  context.after(() => diagnostics.unsubscribe("http.client.request.start", onRequest));
  let asked = 0;
  const credentials = async () => {
    const number = ++asked;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return numbered(number);
  };
  const client = new IvsClient({ ...OFFLINE, endpoint: server.endpoint, credentials });
  const names = Array.from({ length: 40 }, (_, index) => `resource-${index}`);
  await Promise.all(names.map((name) => storage.run(name, () => client.listTagsForResource({ resourceArn: name }))));
  assert.equal(asked, 2);
  assert.equal(seen.length, 80);
  for (const [path, store] of seen) assert.equal(path, `/tags/${store}`);
});

/** The ways in which a page or a test replaces what microtasks and timers are made of. */
const REPLACED = {
  "a queueMicrotask that throws": "globalThis.queueMicrotask = () => { throw new Error('mine'); };",
  "a queueMicrotask that does nothing": "globalThis.queueMicrotask = () => {};",
  "timers that never fire, and a clock that stands still": `
    globalThis.setTimeout = globalThis.setImmediate = globalThis.setInterval = globalThis.queueMicrotask = process.nextTick = () => 5;
    globalThis.clearTimeout = () => {};
    Date.now = () => 1e12;`,
  "node:test's mock timers": "(await import('node:test')).mock.timers.enable();",
};

for (const [title, replace] of Object.entries(REPLACED)) {
  test(`calls settle under ${title}, and after it`, async () => {
    const printed = await node(`
      import { IvsClient, signRequest } from "ivs-wasm";
      const kept = { queueMicrotask, setTimeout, clearTimeout, setImmediate, setInterval };
      const [{ now }, { nextTick }] = [Date, process];
      const config = { ...${JSON.stringify(OFFLINE)}, credentials: async () => (${JSON.stringify(OFFLINE.credentials)}) };
      const answer = { status: 200, headers: { get: () => null }, text: async () => '{"channels":[]}' };
      const client = () => new IvsClient({ ...config, fetch: async () => answer });
      const [one, other] = [client(), client()];
      ${replace}
      await one.listChannels({});
      await Promise.all([one.listChannels({}), other.listChannels({}), client().listChannels({})]);
      await signRequest({ url: "https://example.com/" }, { ...${JSON.stringify(OFFLINE)}, service: "ivs" });
      Object.assign(globalThis, kept);
      Date.now = now;
      process.nextTick = nextTick;
      await Promise.all([one.listChannels({}), other.listChannels({}), client().listChannels({})]);
      console.log("settled");
      process.exit();
    `);
    assert.equal(printed, "settled\n");
  });
}

describe("the stack of an error has the function that called:", () => {
  const down = playing({ status: 503 });
  const never = () => new Promise(() => {});
  /** @type {[string, any, ((client: any) => Promise<unknown>)?][]} */
  const ERRORS = [
    ["no credentials", { credentials: undefined }],
    ["credentials without a secret", { credentials: { accessKeyId: "AKID" } }],
    ["credentials that a header cannot carry", { credentials: numbered(1, { sessionToken: "a b" }) }],
    ["credentials that are something else", { credentials: "AKID" }],
    ["a provider of something else", { credentials: async () => 5 }],
    ["a provider that throws", { credentials: () => { throw new Error("mine"); } }],
    ["a provider that rejects, later", { credentials: () => new Promise((_, reject) => setTimeout(reject, 5, new Error("mine"))) }],
    ["a provider of an invalid expiration", { credentials: () => numbered(1, { expiration: "soon" }) }],
    ["a provider of a getter that throws", { credentials: () => ({ get accessKeyId() { throw new Error("mine"); } }) }],
    ["a provider that never answers", { credentials: never, requestTimeout: 5 }],
    ["a transport that throws", { fetch: () => { throw new Error("mine"); }, maxAttempts: 1 }],
    ["a transport that never answers", { fetch: never, requestTimeout: 5, maxAttempts: 1 }],
    ["no response", { fetch: async () => 5, maxAttempts: 1 }],
    ["an error of the service", { fetch: down, maxAttempts: 1 }],
    ["a malformed answer", { fetch: playing({ body: "<p>" }) }],
    ["an invalid configuration", { region: "us west" }],
    ["a configuration of the wrong types", { region: 5 }],
    ["an invalid input", {}, (client) => client.getChannel({})],
    ["an invalid input of a presigned URL", {}, (client) => client.generatePresignedUrl("getChannel", { params: {} })],
    ["no credentials for a page", { credentials: undefined }, (client) => paginateListChannels({ client }, {}).next()],
    ["no credentials for a waiter", { credentials: undefined }, (client) => waitUntilStreamLive({ client, maxWaitTime: 5 }, { channelArn: "a" })],
  ];
  const kept = { ...process.env };
  for (const name of Object.keys(process.env)) if (!(name in environment())) delete process.env[name];
  for (const [title, config, call = (/** @type {any} */ client) => client.listChannels({})] of ERRORS) {
    test(title, async (context) => {
      context.after(() => void Object.assign(process.env, kept));
      const client = offline({ fetch: playing({}), ...config });
      async function theOneThatCalls() {
        return await call(client);
      }
      async function another() {
        return await call(client);
      }
      const [error, other] = await Promise.all([rejection(theOneThatCalls()), rejection(another())]);
      assert.match(error.stack, /\btheOneThatCalls\b/);
      assert.match(other.stack, /\banother\b/);
      // What several calls wait for fails each with an error of its own.
      assert.notEqual(error, other);
    });
  }
});
