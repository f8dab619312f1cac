// @ts-check
// What reaches a log: one object for each record, which the usual loggers take, on one line, whatever the service or the caller wrote.

import assert from "node:assert/strict";
import { Console } from "node:console";
import { createServer } from "node:http";
import { once } from "node:events";
import { Writable } from "node:stream";
import { describe, test } from "node:test";
import { UpdateChannelCommand, IvsServiceException, ConflictException } from "ivs-wasm";
import { pino } from "pino";
import winston from "winston";
import { offline, playing, rejection } from "./behave.mjs";

/** A logger that keeps the records of all levels. */
function keeping() {
  /** @type {any[]} */
  const records = [];
  const keep = (/** @type {any[]} */ ...content) => void records.push(...content);
  return { records, debug: keep, info: keep, warn: keep, error: keep };
}

/** A stream, and the lines that were written to it. */
function sink() {
  let text = "";
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  return { stream, lines: () => text.split("\n").filter(Boolean) };
}

const UNKNOWN = { arn: "a", playbackUrl: "u" };
const sendAndFail = async (/** @type {any} */ logger) => {
  const client = offline({ logger, fetch: playing({}, { status: 409, code: "ConflictException" }) });
  await client.send(new UpdateChannelCommand(/** @type {any} */ (UNKNOWN)));
  await rejection(client.listChannels({}));
};

describe("every record arrives whole, with its message, at", () => {
  /** @param {any[]} records */
  const check = (records) => {
    assert.deepEqual(records.map(({ message, commandName, error, attempt, dropped, metadata }) => [message.replace(/after \d+ ms|: input.*/g, "…"), commandName, error, attempt, dropped, metadata?.httpStatusCode]), [
      ["ivs-wasm: UpdateChannel: left out 1 of the input's members…", "UpdateChannelCommand", undefined, undefined, 1, undefined],
      ["ivs-wasm: UpdateChannel: attempt 1: 200 …", "UpdateChannelCommand", undefined, 1, undefined, undefined],
      ["ivs-wasm: UpdateChannel: 200", "UpdateChannelCommand", undefined, undefined, undefined, 200],
      ["ivs-wasm: ListChannels: attempt 1: ConflictException …", "ListChannelsCommand", "ConflictException", 1, undefined, undefined],
      ["ivs-wasm: ListChannels: ConflictException", "ListChannelsCommand", "ConflictException", undefined, undefined, 409],
    ]);
  };

  test("pino", async () => {
    const { stream, lines } = sink();
    await sendAndFail(pino({ level: "debug", messageKey: "message" }, stream));
    check(lines().map((line) => JSON.parse(line)));
    assert.deepEqual(lines().map((line) => JSON.parse(line).level), [40, 20, 30, 20, 50]);
  });

  test("winston", async () => {
    const { stream, lines } = sink();
    await sendAndFail(winston.createLogger({ level: "debug", format: winston.format.json(), transports: [new winston.transports.Stream({ stream })] }));
    check(lines().map((line) => JSON.parse(line)));
    assert.deepEqual(lines().map((line) => JSON.parse(line).level), ["warn", "debug", "info", "debug", "error"]);
  });

  test("the console", async () => {
    const { stream, lines } = sink();
    await sendAndFail(new Console({ stdout: stream, stderr: stream, inspectOptions: { breakLength: Infinity, compact: true, depth: 5 } }));
    check(lines().map((line) => Function(`return (${line})`)()));
  });

  test("a function that takes its members, as those for AWS's SDK do", async () => {
    /** @type {any[]} */
    const seen = [];
    const info = (/** @type {any} */ { commandName, metadata }) => void seen.push([commandName, metadata.requestId, metadata.attempts]);
    await offline({ logger: { info }, fetch: playing({}) }).listChannels({});
    assert.deepEqual(seen, [["ListChannelsCommand", "request-1", 1]]);
  });

  test("a logger that writes into its record, which is its own", async () => {
    const logger = { info: (/** @type {any} */ record) => { record.metadata.attempts = 99; delete record.metadata.requestId; record.level = "info"; } };
    const { $metadata } = await offline({ logger, fetch: playing({}) }).listChannels({});
    assert.deepEqual($metadata, { httpStatusCode: 200, requestId: "request-1", attempts: 1, totalRetryDelay: 0 });
  });
});

/** Characters that end, hide or turn a line of a log or a terminal. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/u;
const FORGERIES = ["\r\nERROR forged", "\n", "\u001b[2J\u001b[31m", "\0", "\u0085", "\u009b31m", "\u007f", "\u2028", "\u2029", "\u202e", "\u2066", "\t"];

/** Every text of a value, names of members included. @param {any} value @returns {string[]} */
const texts = (value) => (typeof value === "string" ? [value] : value && typeof value === "object" ? Object.entries(value).flat().flatMap(texts) : []);

describe("no control character reaches a log or a name", () => {
  for (const forgery of FORGERIES) {
    test(JSON.stringify(forgery), async () => {
      const logger = keeping();
      const answer = (/** @type {any} */ body, headers = {}) => async () => ({ status: 400, headers: { get: (/** @type {string} */ name) => /** @type {any} */ (headers)[name] ?? null }, text: async () => JSON.stringify(body) });
      const fetches = [
        answer({ __type: `ConflictException${forgery}x`, message: "m" }),
        answer({ code: `ConflictException${forgery}`, message: "m" }),
        answer({ message: "m" }, { "x-amzn-errortype": `a#ConflictException${forgery}:http://x` }),
      ];
      for (const fetch of fetches) {
        const error = await rejection(offline({ logger, fetch }).listChannels({}));
        assert.equal(error.name, "ConflictException");
        assert.ok(error instanceof ConflictException);
      }
      const first = await rejection(offline({ logger, fetch: answer({ code: `${forgery}x`, message: "m" }) }).listChannels({}));
      assert.ok(first instanceof IvsServiceException);
      assert.doesNotMatch(first.name, CONTROLS);
      const ids = Object.fromEntries(["x-amzn-requestid", "x-amz-id-2", "x-amz-cf-id"].map((name) => [name, `id${forgery}`]));
      const { $metadata } = await rejection(offline({ logger, fetch: answer({}, ids) }).listChannels({}));
      assert.equal(typeof $metadata.cfId, "string");
      const named = `a${forgery}b`;
      await offline({ logger, fetch: playing({}) }).send(new UpdateChannelCommand(/** @type {any} */ ({ arn: "a", [named]: 1, tags: undefined })));
      const reason = Object.assign(new Error("aborted"), { name: named });
      await rejection(offline({ logger, fetch: playing({}) }).listChannels({}, { abortSignal: AbortSignal.abort(reason) }));
      for (const refused of [{ [named]: 1 }, { tags: { [named]: 5 } }, { multitrackInputConfiguration: { [named]: 1 } }]) {
        const error = await rejection(offline({ logger, fetch: playing({}) }).createChannel(refused));
        assert.equal(error.message.split("\n").length, error.problems.length, "a line for each problem");
        for (const { path, message } of error.problems) assert.doesNotMatch(path + message, CONTROLS);
      }
      await assert.rejects(async () => offline({ fetch: playing({}) }).getPaginator("listChannels").paginate({ PaginationConfig: { [named]: 1 } }).buildFullResult(), (/** @type {any} */ error) => !CONTROLS.test(error.message));
      for (const text of logger.records.flatMap(texts)) assert.doesNotMatch(text, CONTROLS, JSON.stringify(text));
      assert.ok(logger.records.length > 10);
    });
  }

  test("but what it stands for: they are percent-encoded", async () => {
    const error = await rejection(offline({ fetch: playing({}) }).createChannel({ "a\nb": 1, "a\rb": 1, "a\u2028b": 1 }));
    assert.deepEqual(error.problems.map((/** @type {any} */ { path }) => path), ["input.a%0Ab", "input.a%0Db", "input.a%E2%80%A8b"]);
  });
});

describe("members that are left out are reported", () => {
  for (const count of [1, 2, 10, 11, 90_000]) {
    test(`all ${count} by one warning that counts them`, async () => {
      const logger = keeping();
      const input = { arn: "a", ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`unknown${index}`, index])) };
      await offline({ logger, fetch: playing({}) }).send(new UpdateChannelCommand(/** @type {any} */ (input)));
      const warnings = logger.records.filter(({ dropped }) => dropped !== undefined);
      assert.equal(warnings.length, 1);
      assert.equal(warnings[0].dropped, count);
      assert.match(warnings[0].message, new RegExp(`left out ${count} of the input's members: input\\.unknown0: `));
      assert.equal(warnings[0].message.match(/input\.unknown/g).length, Math.min(count, 10));
      assert.ok(warnings[0].message.length < 1500);
    });
  }

  test("only where some were", async () => {
    const logger = keeping();
    await offline({ logger, fetch: playing({}) }).send(new UpdateChannelCommand({ arn: "a" }));
    assert.ok(logger.records.every(({ dropped }) => dropped === undefined));
  });
});

test("an error's code is cut off where no code is as long", async () => {
  const server = createServer((_, response) => response.writeHead(400, { "x-amzn-errortype": "x".repeat(3000) }).end("{}")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const error = await rejection(offline({ endpoint: `http://127.0.0.1:${port}` }).listChannels({}));
  assert.equal(error.name, "x".repeat(128));
  server.close();
});
