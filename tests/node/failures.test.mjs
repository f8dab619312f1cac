// @ts-check
// What failures and large requests leave behind in the wasm: nothing. 20,000 failures of each kind, in a minute; FAILURES=1000000
// makes them a million.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { latest, instances } from "./instances.mjs";
import { environment, rejection } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

const { CredentialsError, IvsClient, ListChannelsCommand, NetworkError, ParamValidationError, TimeoutError, WebAssemblyError, presignRequest, signRequest } = await import("ivs-wasm");

const FAILURES = Number(process.env.FAILURES ?? 20_000);
const AT_ONCE = 100;
const MIB = 1 << 20;

for (const name of Object.keys(process.env)) if (!(name in environment())) delete process.env[name];

const answering = (/** @type {string} */ text, status = 200) => async () => ({ status, headers: { get: () => null }, text: async () => text });
const client = (/** @type {any} */ config = {}) => /** @type {any} */ (new IvsClient({ ...OFFLINE, maxAttempts: 1, fetch: answering("{}"), ...config }));

const works = client();
const aborted = AbortSignal.abort();
const fails = () => {
  throw new Error("mine");
};
const throwing = { get name() { return fails(); } };
const withoutCredentials = client({ credentials: undefined });
const throwingFetch = client({ fetch: fails });
const rejectingFetch = client({ fetch: async () => fails() });
const globalFetch = client({ fetch: undefined });
const rejectingProvider = client({ credentials: async () => fails() });
const badProvider = client({ credentials: () => "nobody" });
const badRegion = client({ region: "us west" });
const malformed = client({ fetch: answering("<p>") });
const refused = client({ fetch: answering('{"message":"no"}', 403) });
const noResponse = client({ fetch: async () => 5 });
const late = client({ fetch: () => new Promise(() => {}), requestTimeout: 1 });
const headersOf = (/** @type {any} */ more) => signRequest({ url: "https://example.com/", headers: more }, { ...OFFLINE, service: "ivs" });

/** @type {[string, (() => Promise<unknown>), any, (() => void)?][]} */
const KINDS = [
  ["a signal that was aborted before", () => works.listChannels({}, { abortSignal: aborted }), DOMException],
  ["no credentials", () => withoutCredentials.listChannels({}), CredentialsError],
  ["a config.fetch that throws", () => throwingFetch.listChannels({}), NetworkError],
  ["a getter that throws", () => works.createChannel(throwing), ParamValidationError],
  ["a config.fetch that rejects", () => rejectingFetch.listChannels({}), NetworkError],
  ["a global fetch that throws", () => globalFetch.listChannels({}), NetworkError, () => void (globalThis.fetch = fails)],
  ["a global Headers that throws", () => globalFetch.listChannels({}), NetworkError, () => void Object.assign(globalThis, { fetch: fails, Headers: fails })],
  ["a global AbortController that throws", () => works.listChannels({}), NetworkError, () => void Object.assign(globalThis, { AbortController: fails })],
  ["a provider that rejects", () => rejectingProvider.listChannels({}), CredentialsError],
  ["a provider of something else", () => badProvider.listChannels({}), CredentialsError],
  ["an invalid input", () => works.getChannel({ arn: 5, nothing: 1 }), ParamValidationError],
  ["an unknown operation", () => works.call("Nothing", {}), ParamValidationError],
  ["an invalid configuration", () => badRegion.listChannels({}), ParamValidationError],
  ["an answer that is not JSON", () => malformed.listChannels({}), Error],
  ["an error of the service", () => refused.send(new ListChannelsCommand({})), Error],
  ["no response", () => noResponse.listChannels({}), NetworkError],
  ["a timeout", () => late.listChannels({}), TimeoutError],
  ["a header that cannot be signed", () => headersOf({ "a b": "c" }), ParamValidationError],
  ["a region that cannot be signed", () => signRequest({ url: "https://example.com/" }, { ...OFFLINE, service: "i/vs" }), ParamValidationError],
  ["a URL that cannot be presigned", () => presignRequest({ url: "https://example.com/?X-Amz-Signature=a" }, { ...OFFLINE, service: "ivs" }), ParamValidationError],
  ["an operation's URL that cannot be presigned", () => works.generatePresignedUrl("getChannel", { params: { arn: 5 } }), ParamValidationError],
];

/** What a process and an instance hold. */
const held = () => ({
  instances: instances.length,
  table: latest().table.length,
  memory: latest().memory.buffer.byteLength,
  handles: process.getActiveResourcesInfo().filter((kind) => kind !== "Immediate").sort().join(),
});

const globals = { fetch, Headers, AbortController };

describe(`${FAILURES} failures leave nothing behind:`, () => {
  for (const [title, call, Class, before = () => {}] of KINDS) {
    test(title, async (context) => {
      context.after(() => void Object.assign(globalThis, globals));
      before();
      const fail = async (/** @type {number} */ times) => {
        for (let count = 0; count < times; count += AT_ONCE) {
          const settled = await Promise.allSettled(Array.from({ length: AT_ONCE }, call));
          const other = settled.find((one) => one.status === "fulfilled" || !(one.reason instanceof Class) || one.reason instanceof WebAssemblyError);
          assert.equal(other, undefined);
        }
      };
      await fail(1000);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const atFirst = held();
      await fail(FAILURES);
      await new Promise((resolve) => setTimeout(resolve, 5));
      assert.deepEqual(held(), atFirst);
    });
  }
});

describe("large requests", () => {
  after(async () => void (await works.listChannels({})));

  test("of control characters, 63 at once, are refused before the memory grows to their JSON text", async () => {
    const name = "\u0001".repeat(9 * MIB);
    const errors = await Promise.all(Array.from({ length: 63 }, () => rejection(works.createChannel({ name }))));
    for (const error of errors) assert.equal(error.message, "input.name: makes the request larger than the 10 MiB that the service takes");
    assert.ok(latest().memory.buffer.byteLength < 32 * MIB, `${latest().memory.buffer.byteLength / MIB} MiB`);
  });

  test("are bounded by their sum while they are in flight, in whatever part of the request they are", async () => {
    let release = () => {};
    const released = new Promise((resolve) => (release = () => resolve(undefined)));
    const waiting = client({ fetch: () => released.then(answering("{}")), requestTimeout: 0 });
    const text = "x".repeat(9 * MIB);
    const outcomes = [
      () => waiting.createChannel({ name: text }),
      () => waiting.listTagsForResource({ resourceArn: text }),
      () => waiting.untagResource({ resourceArn: "a", tagKeys: [text] }),
    ].flatMap((call) => Array.from({ length: 5 }, () => call().then(() => "sent", (/** @type {any} */ error) => error.message)));
    await new Promise((resolve) => setTimeout(resolve, 200));
    release();
    const refusal = "input: makes the calls in progress hold more than 128 MiB together; await some of them before this one";
    assert.deepEqual((await Promise.all(outcomes)).sort(), [refusal, ...Array(14).fill("sent")]);
    assert.equal((await works.listChannels({})).$metadata.httpStatusCode, 200);
  });

  test("a body of 60 MB is hashed in pieces", async () => {
    const sign = (/** @type {any} */ body) => signRequest({ method: "PUT", url: "https://example.com/", body }, { ...OFFLINE, service: "s3", contentSha256Header: true });
    const before = latest().memory.buffer.byteLength;
    const bytes = await sign(new Uint8Array(60e6).fill(97));
    const text = await sign("a".repeat(60e6));
    assert.equal(text.headers["x-amz-content-sha256"], bytes.headers["x-amz-content-sha256"]);
    const grown = latest().memory.buffer.byteLength - before;
    assert.ok(grown < 2 * MIB, `${grown / MIB} MiB`);
  });
});
