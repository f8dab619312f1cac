// @ts-check
// An instance that traps, because its memory cannot grow: its calls reject, it is replaced, and everything works on.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { instances, limitGrowth } from "./instances.mjs";
import { rejection } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

const MIB = 1 << 20;
limitGrowth(MIB);
const { IvsClient, ParamValidationError, WebAssemblyError, signRequest } = await import("ivs-wasm");

const unhandled = /** @type {unknown[]} */ ([]);
process.on("unhandledRejection", (reason) => unhandled.push(reason));
process.on("uncaughtException", (error) => unhandled.push(error));
after(() => assert.deepEqual(unhandled, []));

/** Fetches that answer when the test says so. */
let answer = () => {};
let answered = Promise.resolve();
function hold() {
  answered = new Promise((resolve) => (answer = resolve));
}

const client = (/** @type {any} */ config = {}) =>
  /** @type {any} */ (new IvsClient({ ...OFFLINE, requestTimeout: 5000, fetch: async () => (await answered, new Response('{"channels":[]}')), ...config }));
const [one, other] = [client(), client()];
const LARGE = "x".repeat(4 * MIB);
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Everything works, on an instance that lasts. */
async function isWell() {
  answer();
  const count = instances.length;
  for (const ivs of [one, other, client()]) assert.deepEqual((await ivs.listChannels({})).channels, []);
  const { headers } = await signRequest({ url: "https://example.com/" }, { ...OFFLINE, service: "ivs" });
  assert.match(headers.authorization ?? "", /Signature=[0-9a-f]{64}$/);
  assert.equal(instances.length, count);
}

test("calls that the memory has no room for reject, and so do those that it takes along", async () => {
  await one.listChannels({});
  assert.equal(instances.length, 1);
  hold();
  const inFlight = rejection(other.listChannels({}));
  await turn();
  const large = await Promise.all(Array.from({ length: 50 }, () => rejection(one.createChannel({ name: LARGE }))));
  const errors = [...large, await inFlight];
  const failed = (/** @type {string} */ effect) => new RegExp(`^the WebAssembly instance failed and was replaced \\(.+\\); ${effect}$`);
  assert.match((await inFlight).message, failed("whether the call took effect is unknown"));
  assert.equal(new Set(errors).size, errors.length, "each has an error of its own");
  for (const error of errors) {
    assert.ok(error instanceof WebAssemblyError, String(error));
    if (error !== (await inFlight)) assert.match(error.message, failed("nothing was sent"));
  }
  assert.ok(instances.length > 1);
  // Answers that come now are for calls that have ended, in an instance that is gone.
  const count = instances.length;
  answer();
  await turn();
  assert.equal(instances.length, count);
  await isWell();
});

test("a call waits for credentials, or between attempts, when the instance fails", async () => {
  let asked = 0;
  const asking = client({ credentials: () => (asked++, new Promise(() => {})), requestTimeout: 0 });
  const retrying = client({ fetch: async () => new Response("", { status: 503, headers: { "retry-after": "19" } }) });
  const waiting = [rejection(asking.listChannels({})), rejection(retrying.listChannels({}))];
  await turn();
  assert.equal(asked, 1);
  await rejection(one.createChannel({ name: LARGE }));
  const [unasked, sent] = await Promise.all(waiting);
  for (const error of [unasked, sent]) assert.ok(error instanceof WebAssemblyError, String(error));
  assert.match(unasked.message, /nothing was sent$/);
  assert.match(sent.message, /whether the call took effect is unknown$/);
  await isWell();
});

test("a getter begins a call that fails the instance", async () => {
  const inner = /** @type {Promise<any>[]} */ ([]);
  const input = {
    get name() {
      inner.push(rejection(other.createChannel({ name: LARGE })));
      return "small";
    },
  };
  hold();
  const outer = await rejection(one.createChannel(input));
  assert.ok(outer instanceof WebAssemblyError, String(outer));
  for (const error of await Promise.all(inner)) assert.ok(error instanceof WebAssemblyError, String(error));
  await isWell();
});

test("a logger begins a call that fails the instance", async () => {
  const inner = /** @type {Promise<any>[]} */ ([]);
  const fails = () => void (inner.length < 3 && inner.push(rejection(other.createChannel({ name: LARGE }))));
  const logging = client({ logger: { debug: fails, info: fails, warn: fails } });
  const settled = await logging.listChannels({}).then(() => undefined, (/** @type {any} */ error) => error);
  assert.ok(settled === undefined || settled instanceof WebAssemblyError, String(settled));
  for (const error of await Promise.all(inner)) assert.ok(error instanceof WebAssemblyError, String(error));
  assert.ok(inner.length > 0);
  await isWell();
});

test("headers to sign that the memory has no room for", async () => {
  const error = await rejection(signRequest({ url: "https://example.com/", headers: { a: LARGE } }, { ...OFFLINE, service: "ivs" }));
  assert.ok(error instanceof WebAssemblyError, String(error));
  await isWell();
});

test("a body of any size is signed all the same", async () => {
  const count = instances.length;
  for (const body of ["x".repeat(20e6), new Uint8Array(20e6)]) await signRequest({ method: "PUT", url: "https://example.com/", body }, { ...OFFLINE, service: "ivs" });
  assert.equal(instances.length, count);
});

test("an instance that cannot be replaced at once is replaced by a later call", async (context) => {
  const { Instance } = WebAssembly;
  context.after(() => void (WebAssembly.Instance = Instance));
  WebAssembly.Instance = /** @type {any} */ (function () { throw new RangeError("no memory"); });
  assert.ok((await rejection(one.createChannel({ name: LARGE }))) instanceof WebAssemblyError);
  assert.ok((await rejection(one.listChannels({}))) instanceof WebAssemblyError);
  WebAssembly.Instance = Instance;
  await one.listChannels({});
  await isWell();
});

test("invalid inputs are reported as ever", async () => {
  assert.ok((await rejection(one.getChannel({}))) instanceof ParamValidationError);
});
