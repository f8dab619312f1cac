// @ts-check
// Whatever a page did to its globals, every call settles, with an answer or an error, and works again when they are back.
//
// What cannot hold: a `setTimeout` that never calls back holds up a wait between attempts and `requestTimeout`, as it does with AWS's
// SDK; a call that needs neither settles (contexts.test.mjs).

import assert from "node:assert/strict";
import { test } from "node:test";
import { node } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

/** What the package and wasm-bindgen's code use, directly or not. */
const GLOBALS = `
  AbortController Array.from Array.isArray Array.prototype.filter Array.prototype.flatMap Array.prototype.indexOf Array.prototype.map Array.prototype.push
  Array.prototype.reduce DataView DataView.prototype.setInt32 Date Date.now Date.parse Date.prototype.getTime Error Function.prototype.apply
  Function.prototype.call Headers Headers.prototype.set Array.prototype.@@iterator JSON.parse JSON.stringify Map Map.prototype.get Math.random Math.round Number.isInteger
  Object.assign Object.defineProperty Object.entries Object.fromEntries Object.getPrototypeOf Object.hasOwn Object.keys
  Object.prototype.toString Promise Promise.all Promise.prototype.catch Promise.prototype.finally Promise.prototype.then Promise.reject Promise.resolve
  Reflect Reflect.apply RegExp.prototype.exec RegExp.prototype.test Response Set Set.prototype.add Set.prototype.clear Set.prototype.delete String.prototype.charCodeAt
  String.prototype.includes String.prototype.replace String.prototype.replaceAll String.prototype.slice String.prototype.trim TextDecoder
  TextDecoder.prototype.decode TextEncoder TextEncoder.prototype.encode TextEncoder.prototype.encodeInto URL Uint8Array Uint8Array.prototype.set Uint8Array.prototype.subarray
  WeakMap WeakMap.prototype.get WebAssembly WebAssembly.Instance WebAssembly.instantiate clearTimeout fetch queueMicrotask setTimeout
`.trim().split(/\s+/);

/** Runs in a process of its own, whose globals it replaces one after another. */
const PROGRAM = `
  import { writeSync } from "node:fs";
  const real = { Promise, setTimeout };
  const entry = import.meta.resolve("ivs-wasm");
  const mine = new Error("replaced");
  const thrower = function () { throw mine; };
  const pause = (milliseconds) => new real.Promise((resolve) => real.setTimeout(resolve, milliseconds));
  const unhandled = [];
  process.on("unhandledRejection", (reason) => void (unhandled[unhandled.length] = reason?.stack ?? reason));
  process.on("uncaughtException", (error) => void (unhandled[unhandled.length] = error?.stack ?? error));

  /** An answer whose parts are no classes of the platform. */
  const answer = (status, text) => ({ status, headers: { get: (name) => (name === "date" ? "Sun, 22 Nov 2026 00:00:00 GMT" : null) }, text: async () => text });
  globalThis.fetch = async () => answer(200, "{}");
  function clients({ IvsClient, signRequest }) {
    const offline = (fetch, more) => new IvsClient({ ...${JSON.stringify(OFFLINE)}, fetch, credentials: async () => (${JSON.stringify(OFFLINE.credentials)}), ...more });
    let count = 0;
    const [well, retried, never, global] = [
      offline(async () => answer(200, '{"channels":[]}')),
      offline(async () => (count++ % 2 ? answer(200, "{}") : answer(503, '{"message":"sk_us-west-2_abc"}'))),
      offline(() => new real.Promise(() => {})),
      // Node's own transport is not made for this, but what \`fetch\` is given is.
      offline(undefined),
    ];
    return [
      () => well.listChannels({}),
      () => well.createChannel({ name: "n\\u00fc", tags: { a: "b" }, latencyMode: undefined }),
      () => well.batchGetChannel({ arns: ["a", "b"] }),
      () => well.getChannel({}),
      () => well.generatePresignedUrl("listChannels", {}),
      () => retried.listChannels({}),
      (abort) => never.listChannels({}, { abortSignal: abort }),
      () => global.listChannels({}),
      () => signRequest({ url: "https://example.com/?a=b", method: "POST", body: "text" }, { ...${JSON.stringify(OFFLINE)}, service: "ivs" }),
    ];
  }

  /** Calls, and says of each how it settled, within two seconds. */
  async function outcomes(calls) {
    const listeners = [];
    const signal = { aborted: false, addEventListener: (_, listener) => void (listeners[listeners.length] = listener), removeEventListener() {} };
    const found = {};
    let left = 0;
    const settle = async (index, call) => {
      try {
        await call(signal);
        found[index] = "resolved";
      } catch {
        found[index] = "rejected";
      }
      left--;
    };
    for (let index = 0; index < calls.length; index++) (left++, void settle(index, calls[index]));
    await pause(2);
    signal.aborted = true;
    for (let index = 0; index < listeners.length; index++) listeners[index]();
    for (let turn = 0; left && turn < 400; turn++) await pause(5);
    for (let index = 0; index < calls.length; index++) found[index] ??= "hung";
    return found;
  }

  async function replaced(path, calls) {
    const parts = path.split(".");
    const last = parts.pop();
    const name = last === "@@iterator" ? Symbol.iterator : last;
    let owner = globalThis;
    for (let index = 0; index < parts.length; index++) owner = owner[parts[index]];
    while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const value = typeof descriptor.value === "object" ? undefined : thrower;
    const { defineProperty } = Object;
    defineProperty(owner, name, { value, writable: true, configurable: true });
    let found;
    try {
      found = await outcomes(calls);
    } finally {
      defineProperty(owner, name, descriptor);
    }
    return found;
  }

  const again = clients(await import("ivs-wasm"));
  const well = await outcomes(again);
  writeSync(1, JSON.stringify(well) + "\\n");
  for (const path of ${JSON.stringify(GLOBALS)}) {
    const fresh = clients(await import(entry + "?" + path));
    const first = await replaced(path, fresh);
    const result = { path, first, later: await outcomes(fresh), loaded: await replaced(path, again), after: await outcomes(again), unhandled: unhandled.splice(0) };
    // The console would not survive.
    writeSync(1, JSON.stringify(result) + "\\n");
  }
  process.exit();
`;

test("every call settles, whatever global is replaced by one that throws, and works when it is back", async () => {
  const [well = {}, ...results] = (await node(PROGRAM)).trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(Object.values(well), ["resolved", "resolved", "resolved", "rejected", "resolved", "resolved", "rejected", "resolved", "resolved"]);
  assert.deepEqual(results.map(({ path }) => path), GLOBALS);
  const wrong = results.flatMap(({ path, first, later, loaded, after, unhandled }) => {
    const hung = (/** @type {object} */ found) => Object.entries(found).filter(([, how]) => how === "hung").map(([index]) => index).join();
    const found = { first: hung(first), loaded: hung(loaded), later: JSON.stringify(later) === JSON.stringify(well), after: JSON.stringify(after) === JSON.stringify(well), unhandled };
    return found.first || found.loaded || !found.later || !found.after || unhandled.length > 0 ? [{ path, ...found }] : [];
  });
  assert.deepEqual(wrong, []);
});
