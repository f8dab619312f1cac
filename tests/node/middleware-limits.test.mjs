// @ts-check
// Middleware that is slow, or leaves odd requests: what was ended is not sent, and other calls do not suffer.

import assert from "node:assert/strict";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { IvsClient } from "ivs-wasm";
import { OFFLINE } from "./wire.mjs";
import { rejection } from "./behave.mjs";

/** @type {{ url: string, attempt: unknown, body: Buffer }[]} */
let received = [];
const server = http.createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  received.push({ url: `${request.url}`, attempt: request.headers["amz-sdk-request"], body: Buffer.concat(chunks) });
  response.end('{"channel":{}}');
});
let endpoint = "";
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  endpoint = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
});
after(() => server.close());

/** A client with one middleware. @param {string} step @param {(args: any) => any} change @param {any} [config] @returns {any} */
function changing(step, change, config = {}) {
  const client = /** @type {any} */ (new IvsClient({ ...OFFLINE, endpoint, ...config }));
  const middleware = (/** @type {any} */ next) => async (/** @type {any} */ args) => next((await change(args)) ?? args);
  client.middlewareStack.add(middleware, { step, priority: "low" });
  received = [];
  return client;
}

describe("a request's body that middleware set", () => {
  const TEXT = '{"arn":"é"}';
  for (const [title, body, expected] of /** @type {[string, any, string | Buffer][]} */ ([
    ["null", null, ""],
    ["text", TEXT, TEXT],
    ["bytes", new TextEncoder().encode(TEXT), TEXT],
    ["an ArrayBuffer", Uint8Array.from(gzipSync(TEXT)).buffer, gzipSync(TEXT)],
    ["numbers of 16 bits", new Uint16Array([1, 2, 0xfffe]), Buffer.from(new Uint16Array([1, 2, 0xfffe]).buffer)],
  ])) {
    for (const step of ["build", "finalizeRequest"]) {
      test(`to ${title} is sent as it is, at ${step}`, async () => {
        await changing(step, ({ request }) => void (request.body = body)).getChannel({ arn: "a" });
        assert.deepEqual(received.map((one) => one.body), [Buffer.from(expected)]);
      });
    }
  }

  test("to something packed arrives whole", async () => {
    const client = changing("build", ({ request }) => {
      request.body = gzipSync(request.body);
      Object.assign(request.headers, { "content-encoding": "gzip", "content-length": `${request.body.length}` });
    });
    await client.getChannel({ arn: "a" });
    assert.equal(String(gunzipSync(/** @type {any} */ (received[0]).body)), '{"arn":"a"}');
  });

  for (const [title, body] of /** @type {[string, any][]} */ ([["a list", ["{}"]], ["an object", { length: 5 }], ["a number", 5], ["a Blob", new Blob(["{}"])]])) {
    test(`to ${title} fails that call only`, async () => {
      const other = new IvsClient({ ...OFFLINE, endpoint, fetch: async () => (await sleep(50), new Response('{"channel":{}}')) }).getChannel({ arn: "b" });
      const error = await rejection(changing("build", ({ request }) => void (request.body = body)).getChannel({ arn: "a" }));
      assert.match(error.message, /middleware set a request's body to what is neither text nor bytes/);
      assert.deepEqual(received, []);
      assert.equal((await other).$metadata.httpStatusCode, 200);
    });
  }
});

describe("an attempt that is over while middleware holds it", () => {
  /** Arguments that middleware passes on, or makes of its own. @type {[string, (args: any) => any][]} */
  const WAYS = [["as it is", (args) => args], ["with arguments of its own", ({ input, request }) => ({ input, request })]];
  for (const [title, pass] of WAYS) {
    test(`for it took too long, is not sent, ${title}; the next one is, once`, async () => {
      let attempts = 0;
      const client = changing("finalizeRequest", async (args) => (await sleep(attempts++ ? 1 : 250), pass(args)), { requestTimeout: 100 });
      // A retry waits 100 ms at most, so that the first attempt goes on during the second or after it.
      await client.getChannel({ arn: "a" });
      await sleep(300);
      assert.equal(received.length, 1);
    });
  }

  test("for the call was aborted, is not sent, even by a transport that ignores signals", async () => {
    const sent = /** @type {string[]} */ ([]);
    const transport = async (/** @type {string} */ url) => (sent.push(url), new Response("{}"));
    const client = changing("finalizeRequest", () => sleep(60), { fetch: transport });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    assert.equal((await rejection(client.getChannel({ arn: "a" }, { abortSignal: controller.signal }))).name, "AbortError");
    await sleep(100);
    assert.deepEqual(sent, []);
  });
});

test("a request without a query is sent", async () => {
  await changing("build", ({ request }) => void delete request.query).getChannel({ arn: "a" });
  assert.equal(received.length, 1);
});
