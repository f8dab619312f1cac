// @ts-check
// Whatever is passed in, and whatever comes back, a call settles: with an output or with an Error. It never hangs, never traps the
// WebAssembly, never leaves a rejection unhandled, and the same client then makes the next call.
// Set JUNK_SEED to repeat a run.

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { after, before, describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { heavy, light, random, tree } from "./junk.mjs";
import { startLocal } from "./local.mjs";
import { methodName, play } from "./scenario.mjs";
import { OFFLINE } from "./wire.mjs";

const exports = /** @type {Record<string, any>} */ (ivs);
const SEED = Number(process.env.JUNK_SEED ?? 20200714);
/** How long a call may take before it counts as hanging. */
const PATIENCE = 20_000;
const VALIDATED = "ParamValidationError";

/** @type {import("./local.mjs").Local} */
let local;
/** One client for all: what a batch breaks, the next notices. @type {any} */
let client;
/** Richest input of each operation that a real scenario used. @type {Map<string, any>} */
const inputs = new Map();
/** While true, the client's requests are answered here. */
let mocked = true;
/** @type {unknown[]} */
const unhandled = [];
const noteUnhandled = (/** @type {unknown} */ reason) => unhandled.push(reason);

before(async () => {
  local = await startLocal();
  client = new ivs.IvsClient({
    endpoint: local.endpoint,
    region: local.region,
    credentials: local.credentials,
    fetch: async (/** @type {any} */ url, /** @type {any} */ init) => (mocked ? new Response("{}") : fetch(url, init)),
  });
  mocked = false;
  const weight = (/** @type {any} */ input) => JSON.stringify(input ?? {}).length;
  const played = await play((operation, input) => client[methodName(operation)](input), local);
  for (const { operation, input } of played) {
    if (!inputs.has(operation) || weight(input) > weight(inputs.get(operation))) inputs.set(operation, input ?? {});
  }
  mocked = true;
  process.on("unhandledRejection", noteUnhandled);
});

after(async () => {
  process.off("unhandledRejection", noteUnhandled);
  await local?.stop();
});

/** What went wrong in the batch so far: one failure must not hide the next. @type {string[]} */
let failures = [];

/** @param {unknown} holds @param {() => string} message */
function expect(holds, message) {
  if (holds) return;
  failures.push(message());
  if (failures.length >= 20) endOfBatch();
}

function endOfBatch() {
  const found = failures;
  failures = [];
  assert.equal(found.length, 0, `\n${found.join("\n")}`);
}

/** The batch had no failures, and the client still works against ivs-local. */
async function isWell() {
  endOfBatch();
  mocked = false;
  try {
    const { channel } = await client.createChannel({ name: "still-well" });
    assert.equal((await client.getChannel({ arn: channel.arn })).channel.name, "still-well");
    await client.deleteChannel({ arn: channel.arn });
  } finally {
    mocked = true;
  }
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(unhandled.splice(0), [], "no rejection is left unhandled");
}

/**
 * How a call settled. A call that throws instead of returning a promise, that does not settle in time, that rejects with something
 * that is not an Error, or that traps, is a failure.
 *
 * @param {() => unknown} call
 * @param {() => string} where
 * @returns {Promise<Error | undefined>} the error, or nothing after a success
 */
async function outcome(call, where) {
  /** @type {unknown} */
  let promise;
  try {
    promise = call();
  } catch (error) {
    failures.push(`${where()}: thrown at once, not in a promise: ${safely(error)}`);
    return new Error("thrown at once");
  }
  const late = new Error("late");
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const patience = new Promise((_, reject) => {
    timer = setTimeout(() => reject(late), PATIENCE);
  });
  try {
    await Promise.race([promise, patience]);
    return undefined;
  } catch (error) {
    if (error === late) {
      failures.push(`${where()}: no end after ${PATIENCE / 1000} s`);
      if (failures.filter((failure) => failure.includes("no end after")).length >= 3) endOfBatch();
      return late;
    }
    if (!is(error, Error)) {
      failures.push(`${where()}: rejected with something that is no Error: ${safely(error)}`);
      return new Error("no Error");
    }
    const found = /** @type {Error} */ (error);
    expect(!is(found, WebAssembly.RuntimeError) && !is(found.cause, WebAssembly.RuntimeError), () => `${where()}: trapped: ${found.stack}`);
    expect(typeof found.message === "string" && found.message.length < 10_000, () => `${where()}: its message is ${safely(found.message)}`);
    return found;
  } finally {
    clearTimeout(timer);
  }
}

/** @param {unknown} value @param {any} type */
function is(value, type) {
  try {
    return value instanceof type;
  } catch {
    return false; // a proxy that does not want to be looked at
  }
}

/** @param {any} value */
function safely(value) {
  try {
    return inspect(value, { depth: 1 }).slice(0, 300);
  } catch {
    return typeof value;
  }
}

/** Where a value could be: the input itself and everything in it. @param {any} value @returns {(string | number)[][]} */
function positions(value, path = /** @type {(string | number)[]} */ ([])) {
  const here = path.length ? [path] : [];
  if (value === null || typeof value !== "object" || value instanceof Date) return here;
  const keys = Array.isArray(value) ? value.slice(0, 1).map((_, index) => index) : Object.keys(value).filter((key) => value[key] !== undefined);
  return [...here, ...keys.flatMap((key) => positions(value[key], [...path, key]))];
}

/** A copy of `value` with `junk` at the path. @param {any} value @param {(string | number)[]} path @param {any} junk @returns {any} */
function replaced(value, [key, ...rest], junk) {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = rest.length ? replaced(value[key], rest, junk) : junk;
  return copy;
}

/** @param {any} value @param {(string | number)[]} path */
const at = (value, path) => path.reduce((part, key) => part[key], value);

/** What a validator takes a value of a good input for. @param {any} value */
function typeOf(value) {
  if (Array.isArray(value)) return "array";
  return value instanceof Date ? "date" : typeof value;
}

const through = (/** @type {number} */ index, /** @type {string} */ operation, /** @type {any} */ input) =>
  index % 2 ? client[methodName(operation)](input) : client.send(new exports[`${operation}Command`](input));

test("the seed", (t) => {
  t.diagnostic(`JUNK_SEED=${SEED}`);
  assert.equal(inputs.size, 46);
});

test("junk in every place of every operation's input", async () => {
  let index = 0;
  for (const [operation, input] of inputs) {
    for (const path of positions(input)) {
      const expected = typeOf(at(input, path));
      for (const junk of light()) {
        index += 1;
        const where = () => `${operation}, ${junk.label} at ${path.join(".")}`;
        const error = await outcome(() => through(index, operation, replaced(input, path, junk.make())), where);
        if (["string", "number", "boolean", "array", "object"].includes(junk.type) && junk.type !== expected && expected !== "date") {
          expect(error?.name === VALIDATED, () => `${where()} is refused, not ${error ?? "accepted"}`);
        }
        if (["function", "symbol"].includes(typeof junk.make())) expect(error?.name === VALIDATED, () => `${where()} is refused, not ${error ?? "accepted"}`);
      }
    }
    await isWell();
  }
});

test("junk as the whole input", async () => {
  let index = 0;
  for (const operation of inputs.keys()) {
    for (const junk of light()) {
      for (const style of [0, 1]) {
        const error = await outcome(() => through(style, operation, junk.make()), () => `${operation}(${junk.label})`);
        if (["string", "number", "boolean", "array"].includes(junk.type)) expect(error?.name === VALIDATED, () => `${operation}(${junk.label}) is refused`);
      }
    }
  }
  await isWell();
});

test("random trees of junk", async (t) => {
  const next = random(SEED);
  const operations = [...inputs.keys()];
  const names = [...new Set([...inputs.values()].flatMap((input) => positions(input).flat().filter((key) => typeof key === "string")))].map(String);
  for (let round = 0; round < 4_000; round += 1) {
    const operation = operations[Math.floor(next() * operations.length)];
    const input = tree(next, names, 4);
    await outcome(() => through(round, operation, input), () => `round ${round} of seed ${SEED}, ${operation}`);
    if (round % 1_000 === 0) await isWell();
  }
  t.diagnostic(`JUNK_SEED=${SEED}`);
  await isWell();
});

test("valid inputs in unusual objects are valid", async () => {
  for (const [operation, input] of inputs) {
    const bare = (/** @type {any} */ value) =>
      value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date) ? Object.assign(Object.create(null), value) : value;
    const frozen = (/** @type {any} */ value) => {
      if (value !== null && typeof value === "object") Object.values(Object.freeze(value)).forEach(frozen);
      return value;
    };
    const foreign = (/** @type {any} */ value) =>
      runInNewContext(
        "(function copy(value) { return typeof value !== 'object' || value === null ? value : isDate(value) ? new Date(+value) : isArray(value) ? Array.from(value, copy) : Object.fromEntries(keys(value).map((key) => [key, copy(value[key])])); })(value)",
        { value, isArray: Array.isArray, keys: Object.keys, isDate: (/** @type {any} */ it) => it instanceof Date },
      );
    class Input {
      constructor() {
        Object.assign(this, input);
      }
    }
    const dressed = {
      "without a prototype": bare(input),
      frozen: frozen(structuredClone(input)),
      "of another realm, as in a test runner's sandbox": foreign(input),
      "an instance of a class": new Input(),
      "a proxy that does nothing": new Proxy(input, {}),
    };
    for (const [how, value] of Object.entries(dressed)) {
      const error = await outcome(() => client[methodName(operation)](value), () => `${operation} ${how}`);
      expect(error === undefined, () => `${operation}, ${how}: ${error}`);
    }
  }
  await isWell();
});

test("megabytes, wherever strings, maps and lists are accepted", async () => {
  const [channelArn] = [inputs.get("GetChannel").arn];
  for (const junk of heavy()) {
    const value = junk.make();
    const places = /** @type {[string, () => unknown][]} */ ([
      ["as the input", () => client.createChannel(value)],
      ["as a member", () => client.createChannel({ name: value })],
      ["as a map", () => client.createChannel({ tags: value })],
      ["as a map's value", () => client.send(new ivs.CreateChannelCommand({ tags: { a: value } }))],
      ["as a list", () => client.batchGetChannel({ arns: value })],
      ["as a list's item", () => client.batchGetChannel({ arns: [value] })],
      ["in the path", () => client.listTagsForResource({ resourceArn: value })],
      ["in the query", () => client.untagResource({ resourceArn: channelArn, tagKeys: [value] })],
      ["in the query, as the list", () => client.untagResource({ resourceArn: channelArn, tagKeys: value })],
      ["as metadata", () => client.putMetadata({ channelArn, metadata: value })],
      ["as a structure", () => client.createRecordingConfiguration({ destinationConfiguration: value })],
      ["as a timestamp", () => client.insertAdBreak({ channelArn, durationSeconds: 1, targetStartAt: value })],
      ["as options", () => client.listChannels({}, value)],
      ["as a command", () => client.send(value)],
      ["as an operation", () => client.call(value, {})],
      ...["region", "endpoint"].map((key) => [`as ${key}`, async () => new ivs.IvsClient({ ...OFFLINE, fetch: async () => new Response("{}"), [key]: value }).listChannels({})]),
      ...["accessKeyId", "secretAccessKey", "sessionToken"].map((key) => [
        `as ${key}`,
        async () => new ivs.IvsClient({ ...OFFLINE, fetch: async () => new Response("{}"), credentials: { ...OFFLINE.credentials, [key]: value } }).listChannels({}),
      ]),
      ["as a config", async () => new ivs.IvsClient(value).listTagsForResource({ resourceArn: "" })],
    ]);
    for (const [place, call] of places) {
      const error = await outcome(call, () => `${junk.label} ${place}`);
      if (/as a|in the|operation|command/.test(place) && typeof value === "string") expect(error, () => `${junk.label} ${place} is refused`);
    }
    await isWell();
  }
});

test("nine megabytes are sent whole", async () => {
  const metadata = "ж".repeat((9 << 20) / 2);
  let sent = "";
  const sending = new ivs.IvsClient({
    ...OFFLINE,
    fetch: async (/** @type {any} */ url, /** @type {any} */ init) => {
      sent = await new Request(url, init).text();
      return new Response(null, { status: 204 });
    },
  });
  assert.equal(await outcome(() => sending.putMetadata({ channelArn: "a", metadata }), () => "9 MiB"), undefined);
  assert.equal(JSON.parse(sent).metadata.length, metadata.length);
});

test("a member that throws fifty thousand times leaves nothing behind", async () => {
  const hostile = { get name() { throw new Error("again"); } };
  for (let i = 0; i < 50_000; i += 1) {
    const error = await client.createChannel(hostile).then(() => undefined, (/** @type {any} */ caught) => caught);
    if (error?.name !== VALIDATED) assert.fail(`round ${i}: ${error}`);
  }
  await isWell();
});

test("calls from the bottom of the stack", async () => {
  /** @type {Promise<unknown>[]} */
  const calls = [];
  let left = 60;
  (function down() {
    try {
      down();
    } catch {}
    if (left > 0) {
      left -= 1;
      try {
        calls.push(Promise.resolve(client.createChannel({ name: "deep", tags: { a: "b" } })));
      } catch {}
    }
  })();
  assert.ok(calls.length > 0);
  for (const call of calls) {
    // The engine's own RangeError is an Error too; what counts is that it ends and that the client lives.
    await outcome(() => call, () => "a call at the bottom of the stack");
  }
  await isWell();
});

describe("junk as", () => {
  test("options", async () => {
    for (const junk of light()) {
      await outcome(() => client.listChannels({}, junk.make()), () => `options: ${junk.label}`);
      await outcome(() => client.send(new ivs.ListChannelsCommand({}), junk.make()), () => `options of send: ${junk.label}`);
      for (const key of ["abortSignal", "requestTimeout", "maxAttempts"]) {
        await outcome(() => client.listChannels({}, { [key]: junk.make() }), () => `${key}: ${junk.label}`);
      }
    }
    await isWell();
  });

  test("the arguments of generatePresignedUrl", async () => {
    for (const junk of light()) {
      await outcome(() => client.generatePresignedUrl("listChannels", junk.make()), () => `options: ${junk.label}`);
      expect(await outcome(() => client.generatePresignedUrl(junk.make()), () => `presigned ${junk.label}`), () => `presigned ${junk.label} is refused`);
      for (const key of ["params", "expiresIn", "httpMethod"]) {
        await outcome(() => client.generatePresignedUrl("listChannels", { [key]: junk.make() }), () => `${key}: ${junk.label}`);
        const throwing = Object.defineProperty({}, key, { get() { throw junk.make(); } });
        expect(await outcome(() => client.generatePresignedUrl("listChannels", throwing), () => `${key} throws`), () => `${key} throws ${junk.label}: accepted`);
      }
    }
    await isWell();
  });

  test("a command", async () => {
    for (const junk of light()) {
      const error = await outcome(() => client.send(junk.make()), () => `send(${junk.label})`);
      expect(error, () => `send(${junk.label}) is refused`);
      for (const key of ["operation", "input", "name", "constructor"]) {
        const command = /** @type {any} */ (new ivs.ListChannelsCommand({}));
        try {
          command[key] = junk.make();
        } catch {}
        await outcome(() => client.send(command), () => `a command whose ${key} is ${junk.label}`);
      }
    }
    await isWell();
  });

  test("an operation's name", async () => {
    for (const junk of light()) expect(await outcome(() => client.call(junk.make(), {}), () => `call(${junk.label})`), () => `call(${junk.label}) is refused`);
    await isWell();
  });

  const STRINGS = [
    "not a url", "ftp://x", "http://user:pw@h", "http://", "//host", "http://h:99999", "javascript:alert(1)", "file:///etc/passwd", "data:,x",
    "http://exa mple", "http://[::1", "http://%00/", "us-west-2/../..", "evil.example/", "evil.example?", "evil.example#", "@evil.example", "us west", "x".repeat(300),
    "us-west-2.evil.example/\\", "ünïcode", "\ud800",
  ].map((text) => ({ label: inspect(text), type: "string", make: () => text }));
  const NO_ENDPOINTS = new Set(["not a url", "ftp://x", "http://user:pw@h", "http://", "//host", "http://h:99999", "javascript:alert(1)", "file:///etc/passwd", "data:,x", "http://exa mple", "http://[::1"]);

  for (const key of ["region", "endpoint", "accessKeyId", "secretAccessKey", "sessionToken", "credentials", "fetch", "logger", "customUserAgent", "requestHandler", "agent", "a config"]) {
    test(key, async () => {
      for (const junk of [...light(), ...STRINGS]) {
        // Waiting is then what the caller asked for; `sdk-config.test.mjs` has its limit.
        if (/stays pending/.test(junk.label) && ["region", "endpoint", "credentials"].includes(key)) continue;
        const value = junk.make();
        /** @type {any} */
        let config = { ...OFFLINE, fetch: answer };
        if (key === "a config") config = value;
        else if (key in config || ["logger", "customUserAgent", "requestHandler", "agent"].includes(key)) config[key] = value;
        else config.credentials = { ...OFFLINE.credentials, [key]: value };
        if (key === "region") delete config.endpoint;
        /** @type {URL[]} */
        const called = [];
        async function answer(/** @type {any} */ url) {
          called.push(new URL(url));
          return new Response("{}");
        }
        // Never let such a value reach the real network.
        const networked = key === "a config" || key === "fetch";
        const error = await outcome(async () => {
          const odd = new ivs.IvsClient(config); // which may throw at once
          return networked ? odd.listTagsForResource({ resourceArn: "" }) : odd.listChannels({});
        }, () => `${key}: ${junk.label}`);
        if (key === "endpoint" && NO_ENDPOINTS.has(value)) expect(error, () => `endpoint ${junk.label} is refused`);
        if (key === "region") for (const url of called) expect(/\.amazonaws\.com(\.cn)?$/.test(url.hostname), () => `region ${junk.label} calls ${url}`);
        if (key === "credentials" && ["string", "number", "boolean", "array"].includes(junk.type)) expect(error, () => `credentials ${junk.label} are refused`);
        if (/AccessKey|sessionToken/.test(key) && ["number", "boolean", "array", "object"].includes(junk.type)) expect(error, () => `${key} ${junk.label} is refused`);
        expect(!/wJalrXUtnFEMI/.test(`${error?.message} ${error?.stack}`), () => `${key} ${junk.label}: the secret is shown`);
      }
      await isWell();
    });
  }
});

/** How a client gets its fetch. */
const FETCHES = {
  "config.fetch": (/** @type {any} */ fetch) => ({ config: { fetch }, undo() {} }),
  "the global fetch": (/** @type {any} */ fetch) => {
    const kept = globalThis.fetch;
    globalThis.fetch = fetch;
    return { config: {}, undo: () => void (globalThis.fetch = kept) };
  },
};

for (const [kind, install] of Object.entries(FETCHES)) describe(`${kind} that`, () => {
  /** @param {any} fetch @param {string} label @param {string} [operation] @param {any} [input] */
  async function calls(fetch, label, operation = "getStream", input = { channelArn: "a" }) {
    const { config, undo } = install(fetch);
    try {
      const odd = /** @type {any} */ (new ivs.IvsClient(/** @type {any} */ ({ ...OFFLINE, maxAttempts: 1, ...config })));
      return await outcome(() => odd[operation](input), () => `${kind} that ${label}`);
    } finally {
      undo();
    }
  }

  test("throws junk", async () => {
    for (const junk of light()) {
      expect(await calls(() => { throw junk.make(); }, `throws ${junk.label}`), () => `a fetch that throws ${junk.label} fails`);
    }
    await isWell();
  });

  test("rejects with junk", async () => {
    for (const junk of light()) {
      expect(await calls(() => Promise.reject(junk.make()), `rejects with ${junk.label}`), () => `a fetch that rejects with ${junk.label} fails`);
    }
    await isWell();
  });

  test("returns junk instead of a Response", async () => {
    for (const junk of light()) {
      if (/stays pending/.test(junk.label)) continue; // waiting is then what the caller asked for
      const error = await calls(() => junk.make(), `gives ${junk.label}`);
      expect(error, () => `${junk.label} is no answer`);
    }
    await isWell();
  });

  test("returns an unusual promise", async () => {
    for (const key of ["then", "constructor", "catch", "finally"]) {
      for (const junk of light()) {
        // Waiting is then what was asked for.
        if (/stays pending/.test(junk.label) || (key === "then" && /^an? (async )?function$/.test(junk.label))) continue;
        const promises = {
          is: () => Object.defineProperty(Promise.resolve(new Response("{}")), key, { value: junk.make() }),
          throws: () => Object.defineProperty(Promise.resolve(new Response("{}")), key, { get() { throw junk.make(); } }),
        };
        for (const [how, make] of Object.entries(promises)) {
          await calls(make, `gives a promise whose ${key} ${how} ${junk.label}`);
          await calls(() => ({ status: 200, headers: new Headers(), text: make }), `has a text() that gives a promise whose ${key} ${how} ${junk.label}`);
        }
      }
    }
    await isWell();
  });

  test("returns a Response with junk in it", async () => {
    for (const junk of light()) {
      if (/stays pending/.test(junk.label)) continue;
      for (const key of ["status", "ok", "headers", "text", "json", "body", "arrayBuffer", "statusText"]) {
        const response = { status: 200, ok: true, headers: new Headers(), text: async () => "{}", [key]: junk.make() };
        await calls(() => response, `gives a mock whose ${key} is ${junk.label}`);
        const real = new Response("{}");
        Object.defineProperty(real, key, { get: () => junk.make() });
        await calls(() => real, `gives a Response whose ${key} is ${junk.label}`);
        const throwing = new Response("{}");
        Object.defineProperty(throwing, key, { get() { throw junk.make(); } });
        await calls(() => throwing, `gives a Response whose ${key} throws ${junk.label}`);
      }
      await calls(() => ({ status: 200, ok: true, headers: new Headers(), text: () => junk.make() }), `whose text() gives ${junk.label}`);
      await calls(() => ({ status: 200, ok: true, headers: { get: () => junk.make() }, text: async () => "{}" }), `whose headers give ${junk.label}`);
    }
    await isWell();
  });

  const BODIES = /** @type {[string, () => any][]} */ ([
    ["nothing", () => null],
    ["an empty text", () => ""],
    ["HTML", () => "<!doctype html><html><body>504 Gateway Timeout</body></html>"],
    ["null", () => "null"],
    ["true", () => "true"],
    ["a number", () => "1e999"],
    ["a string", () => '"text"'],
    ["an array", () => '[{"stream":1}]'],
    ["a byte order mark", () => '\ufeff{"stream":{}}'],
    ["two byte order marks", () => "\ufeff\ufeff{}"],
    ["a cut JSON", () => '{"stream":{"startTime":"2026-'],
    ["text after the JSON", () => "{}{}"],
    ["bytes that are no UTF-8", () => new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ["UTF-16", () => new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
    ["NULs", () => "\0".repeat(1000)],
    ["a deep array", () => `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
    ["a deep object", () => `${'{"stream":'.repeat(200_000)}1${"}".repeat(200_000)}`],
    ["an unfinished deep object", () => '{"a":'.repeat(1_000_000)],
    ["64 MiB", () => `{"stream":{"playbackUrl":"${"x".repeat(64 << 20)}"}}`],
    ["64 MiB of HTML", () => "<p>".repeat(21 << 20)],
    ["a hundred thousand members", () => `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join(",")}}`],
    ["own __proto__", () => '{"__proto__":{"x":1},"stream":{"__proto__":null}}'],
    ["then", () => '{"then":1,"stream":{"then":{}}}'],
    ["$metadata", () => '{"$metadata":{"httpStatusCode":"x"},"stream":{}}'],
    ["a stream that is a list", () => '{"stream":[]}'],
    ["a stream that is a text", () => '{"stream":"x"}'],
    ["a stream that fails", () => new ReadableStream({ pull(controller) { controller.error("boom"); } })],
    ["a stream that fails in the middle", () => { let n = 0; return new ReadableStream({ pull(controller) { if (n++) controller.error(new Error("cut")); else controller.enqueue(new TextEncoder().encode('{"a')); } }); }],
    ...['""', '"x"', "1e300", "-1e300", "8.64e12", "8.64e15", "1e-9", "true", "{}", "[]", '"2026-99-99T99:99:99Z"', '"0000-00-00T00:00:00Z"', '"9999-12-31T23:59:60+99:99"', `"${"9".repeat(100_000)}"`, '"\\ud800"', "[[[1]]]"].map(
      (time) => /** @type {[string, () => any]} */ ([`a time of ${time.slice(0, 40)}`, () => `{"stream":{"startTime":${time}}}`]),
    ),
  ]);

  for (const status of kind === "config.fetch" ? [200, 400, 503] : [200]) {
    test(`answers ${status} with an unusual body`, async () => {
      for (const [label, make] of BODIES) {
        const body = make();
        const error = await calls(() => new Response(body, { status }), `answers ${status} with ${label}`);
        if (status !== 200) {
          expect(error instanceof ivs.IvsServiceException || error instanceof ivs.NetworkError, () => `${status} ${label}: ${error}`);
        }
      }
      await isWell();
    });
  }

  test("answers lists of junk", async () => {
    for (const list of ["null", "{}", '"x"', "5", '[1,"x",null,[],{},{"startTime":{}},{"startTime":5}]', `[${'{"startTime":"x"},'.repeat(100_000)}{}]`]) {
      await calls(() => new Response(`{"streams":${list},"nextToken":5}`), `lists ${list.slice(0, 50)}`, "listStreams", {});
    }
    await isWell();
  });

  test("answers with unusual headers and statuses", async () => {
    for (const headers of /** @type {Record<string, string>[]} */ ([
      { "x-amzn-errortype": "" },
      { "x-amzn-errortype": ":" },
      { "x-amzn-errortype": "#" },
      { "x-amzn-errortype": "\xff\xfe" },
      { "x-amzn-errortype": "x".repeat(1 << 20) },
      { "x-amzn-errortype": "__proto__" },
      { "x-amzn-requestid": "y".repeat(1 << 20) },
      { "content-type": "text/html", date: "not a date" },
      { date: "Sat, 99 Foo 99999 99:99:99 GMT", "retry-after": "-1" },
      { "content-length": "-5" },
    ])) {
      for (const status of [200, 299, 400, 404, 500, 599]) await calls(() => new Response("{}", { status, headers }), `has ${Object.keys(headers)} and ${status}`);
    }
    for (const response of [() => Response.error(), () => Response.redirect("http://h/"), () => new Response(null, { status: 304 }), () => new Response(null, { status: 205 })]) {
      await calls(response, "gives a Response that is none");
    }
    const used = new Response("{}");
    await used.text();
    expect(await calls(() => used, "gives a Response that was read"), () => "a Response that was read is none");
    const locked = new Response("{}");
    locked.body?.getReader();
    expect(await calls(() => locked, "gives a Response that is being read"), () => "a Response that is being read is none");
    for (const status of [0, -1, NaN, Infinity, 99, 1000, 2 ** 32 + 200, "200", 200n, null, {}]) {
      await calls(() => ({ status, ok: true, headers: new Headers(), text: async () => "{}" }), `gives a status of ${String(status)}`);
    }
    await isWell();
  });
});

test("a runtime that lacks a global", async () => {
  const global = /** @type {any} */ (globalThis);
  for (const name of ["fetch", "Request", "Headers", "Response", "AbortController", "crypto", "process"]) {
    const kept = Object.getOwnPropertyDescriptor(global, name);
    for (const value of [undefined, null]) {
      /** @type {Error | undefined} */
      let error;
      Object.defineProperty(global, name, { value, configurable: true, writable: true });
      try {
        error = await outcome(() => new ivs.IvsClient(OFFLINE).listChannels({}), () => `${name} is ${inspect(value)}`);
      } finally {
        Object.defineProperty(global, name, /** @type {PropertyDescriptor} */ (kept));
      }
      expect(error, () => `${name} is ${inspect(value)}: nothing listens there`);
    }
  }
  await isWell();
});

describe("junk for the signer", () => {
  const REQUEST = { method: "POST", url: "https://h.example/p?a=b", headers: { "x-a": "b" }, body: "x" };
  const OPTIONS = {
    credentials: { ...OFFLINE.credentials, sessionToken: "t" },
    region: "us-west-2",
    service: "ivs",
    date: new Date(0),
    expiresIn: 60,
    normalizePath: true,
    doubleEncodePath: true,
    signSessionToken: true,
    signBody: true,
    contentSha256Header: false,
  };
  const signers = { signRequest: /** @type {any} */ (ivs.signRequest), presignRequest: /** @type {any} */ (ivs.presignRequest) };

  for (const [name, sign] of Object.entries(signers)) {
    test(`in every place of ${name}`, async () => {
      for (const junk of light()) {
        await outcome(() => sign(junk.make(), OPTIONS), () => `${name}(${junk.label}, …)`);
        await outcome(() => sign(REQUEST, junk.make()), () => `${name}(…, ${junk.label})`);
        await outcome(() => sign(junk.make(), junk.make()), () => `${name}(${junk.label}, ${junk.label})`);
        for (const path of positions(REQUEST)) {
          await outcome(() => sign(replaced(REQUEST, path, junk.make()), OPTIONS), () => `${name}, ${junk.label} at request.${path.join(".")}`);
        }
        for (const path of positions(OPTIONS)) {
          await outcome(() => sign(REQUEST, replaced(OPTIONS, path, junk.make())), () => `${name}, ${junk.label} at options.${path.join(".")}`);
        }
      }
      await isWell();
    });

    test(`in the headers of ${name}`, async () => {
      for (const headers of [
        { __proto__: { inherited: "x" } }, JSON.parse('{"__proto__":"x"}'), { constructor: "x" }, { toString: "x" }, { Host: "other" }, { Authorization: "mine" },
        { "X-Amz-Date": "20000101T000000Z" }, { "x-amz-security-token": "other" }, { "": "x" }, { a: "x".repeat(1 << 20) },
        [["a", "b"], ["a", "c"], ["A", "d"]], [["a"]], [[]], [null], "text", [["a", "b", "c"]], new Map([["a", "b"]]), new Headers({ a: "b" }), new Map([[{}, "b"]]),
        Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`x-${i}`, "v"])),
      ]) {
        await outcome(() => sign({ ...REQUEST, headers }, OPTIONS), () => `${name}, headers ${safely(headers)}`);
      }
      await isWell();
    });
  }
});

test("megabytes for the signer", async () => {
  const sign = /** @type {any} */ (ivs.signRequest);
  const options = { credentials: OFFLINE.credentials, region: "us-west-2", service: "ivs" };
  const request = { method: "POST", url: "https://h.example/", headers: { "x-a": "b" }, body: "x" };
  for (const junk of heavy().filter(({ type }) => type === "string")) {
    for (const key of ["method", "url", "body"]) await outcome(() => sign({ ...request, [key]: junk.make() }, options), () => `${junk.label} as ${key}`);
    for (const headers of [{ "x-a": junk.make() }, [[junk.make(), "x"]]]) await outcome(() => sign({ ...request, headers }, options), () => `${junk.label} in headers`);
    for (const key of ["region", "service"]) expect(await outcome(() => sign(request, { ...options, [key]: junk.make() }), () => `${junk.label} as ${key}`), () => `${junk.label} as ${key} is refused`);
  }
  const endless = { *[Symbol.iterator]() { for (;;) yield ["x-a", "b".repeat(1_000)]; } };
  expect(await outcome(() => sign({ ...request, headers: endless }, options), () => "endless headers"), () => "endless headers are refused");
  await isWell();
});

test("a config and options whose getters throw unusual values", async () => {
  for (const junk of light()) {
    for (const key of ["region", "endpoint", "credentials", "fetch", "customUserAgent", "useFipsEndpoint", "useDualstackEndpoint", "logger"]) {
      const config = Object.defineProperty({ ...OFFLINE, fetch: async () => new Response("{}") }, key, { enumerable: true, get() { throw junk.make(); } });
      const error = await outcome(async () => new ivs.IvsClient(config).listChannels({}), () => `config.${key} throws ${junk.label}`);
      if (key !== "logger") expect(error, () => `config.${key} throws ${junk.label}: accepted`);
    }
    for (const key of ["accessKeyId", "secretAccessKey", "sessionToken"]) {
      const credentials = Object.defineProperty({ ...OFFLINE.credentials }, key, { enumerable: true, get() { throw junk.make(); } });
      const error = await outcome(async () => new ivs.IvsClient({ ...OFFLINE, credentials }).listChannels({}), () => `credentials.${key} throws ${junk.label}`);
      expect(error instanceof ivs.CredentialsError, () => `credentials.${key} throws ${junk.label}: ${error}`);
    }
    const input = Object.defineProperty({}, "name", { enumerable: true, get() { throw junk.make(); } });
    const error = await outcome(() => client.createChannel(input), () => `input.name throws ${junk.label}`);
    expect(error?.name === VALIDATED, () => `input.name throws ${junk.label}: ${error}`);
  }
  await isWell();
});

test("no rejection was left unhandled", async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual(unhandled.splice(0), []);
});
