// @ts-check
// What is logged, and what a logger may be.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { UpdateChannelCommand } from "ivs-wasm";
import { numbered, offline, playing, rejection, time } from "./behave.mjs";

const BUSY = { status: 429, code: "ThrottlingException", body: '{"exceptionMessage":"slower"}', headers: { "retry-after": "2" } };
const list = (/** @type {any} */ client) => client.listChannels({});

/** A logger that keeps all records: level, message and facts, of the one object that each method is called with. */
function keeping() {
  /** @type {[level: string, message: string, facts: any][]} */
  const records = [];
  const at = (/** @type {string} */ level) => (/** @type {any[]} */ ...content) => {
    assert.equal(content.length, 1);
    const { message, ...facts } = content[0];
    records.push([level, message, facts]);
  };
  return { records, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

describe("the log has", () => {
  test("each attempt, the delay, and the response", async (context) => {
    const clock = time(context);
    const logger = keeping();
    const slowly = (/** @type {any} */ play) => () => ((clock.now += 30), play);
    const client = offline({ logger, requestTimeout: 0, fetch: playing(slowly(BUSY), slowly({})) });
    const { $metadata } = await list(client);
    assert.deepEqual(logger.records, [
      [
        "warn",
        "ivs-wasm: ListChannels: attempt 1: ThrottlingException after 30 ms, next in 2000 ms",
        { commandName: "ListChannelsCommand", attempt: 1, status: 429, duration: 30, requestId: "request-1", error: "ThrottlingException", delay: 2000 },
      ],
      [
        "debug",
        "ivs-wasm: ListChannels: attempt 2: 200 after 30 ms",
        { commandName: "ListChannelsCommand", attempt: 2, status: 200, duration: 30, requestId: "request-2", error: undefined },
      ],
      ["info", "ivs-wasm: ListChannels: 200", { commandName: "ListChannelsCommand", metadata: $metadata }],
    ]);
    assert.deepEqual($metadata, { httpStatusCode: 200, requestId: "request-2", attempts: 2, totalRetryDelay: 2000 });
  });

  test("an error of the service, once, with its name and metadata", async () => {
    const logger = keeping();
    const client = offline({ logger, fetch: playing({ status: 404, code: "ResourceNotFoundException", body: '{"exceptionMessage":"gone"}' }) });
    const error = await rejection(client.getChannel({ arn: "a" }));
    assert.deepEqual(logger.records.map(([level]) => level), ["debug", "error"]);
    const [, message, facts] = logger.records[1] ?? assert.fail();
    assert.equal(message, "ivs-wasm: GetChannel: ResourceNotFoundException");
    assert.deepEqual(facts, { commandName: "GetChannelCommand", error: "ResourceNotFoundException", metadata: error.$metadata });
    assert.deepEqual([facts.metadata.httpStatusCode, facts.metadata.requestId, facts.metadata.attempts], [404, "request-1", 1]);
  });

  for (const [title, config, options, expected] of /** @type {[string, any, any, [string, string][]][]} */ ([
    ["of a lost connection", { fetch: playing({ thrown: new Error("reset") }), maxAttempts: 1 }, {}, [["debug", "NetworkError"], ["error", "NetworkError"]]],
    ["of a timeout", { fetch: playing({ never: true }), requestTimeout: 5, maxAttempts: 1 }, {}, [["debug", "TimeoutError"], ["error", "TimeoutError"]]],
    ["of an abort before the call", { fetch: playing({}) }, { abortSignal: AbortSignal.abort() }, [["error", "AbortError"]]],
    ["of credentials that are missing", { fetch: playing({}), credentials: () => ({}) }, {}, [["error", "CredentialsError"]]],
    ["of an abort with a text", { fetch: playing({}) }, { abortSignal: AbortSignal.abort("why") }, [["error", "undefined"]]],
  ])) {
    test(`${title}, with the name of the error`, async () => {
      const logger = keeping();
      await rejection(offline({ logger, ...config }).listChannels({}, options));
      assert.deepEqual(logger.records.map(([level, , facts]) => [level, String(facts.error)]), expected);
      for (const [, message, facts] of logger.records) {
        assert.match(message, /^ivs-wasm: ListChannels: /);
        assert.equal(facts.commandName, "ListChannelsCommand");
      }
    });
  }

  test("an invalid input, without its values", async () => {
    const logger = keeping();
    await rejection(offline({ logger, fetch: playing({}) }).createChannel({ name: ["a value"] }));
    assert.deepEqual(logger.records, [["error", "ivs-wasm: CreateChannel: ParamValidationError", { commandName: "CreateChannelCommand", error: "ParamValidationError", metadata: { attempts: 0, totalRetryDelay: 0 } }]]);
  });

  test("the names of members that a command drops", async () => {
    const logger = keeping();
    const client = offline({ logger, fetch: playing({}) });
    await client.send(new UpdateChannelCommand(/** @type {any} */ ({ arn: "a", playbackUrl: "a value" })));
    const [level, message, facts] = logger.records[0] ?? assert.fail();
    assert.equal(level, "warn");
    assert.match(message, /^ivs-wasm: UpdateChannel: left out 1 of the input's members: input\.playbackUrl: /);
    assert.doesNotMatch(JSON.stringify(logger.records), /a value/);
    assert.deepEqual(facts, { commandName: "UpdateChannelCommand", dropped: 1 });
  });

  test("expired credentials, as a retry without a delay", async () => {
    const logger = keeping();
    let asked = 0;
    const client = offline({ logger, credentials: () => numbered(++asked), fetch: playing({ status: 403, code: "ExpiredTokenException" }, {}) });
    await list(client);
    assert.deepEqual(logger.records.map(([level, , { error, delay }]) => [level, error, delay]), [["warn", "ExpiredTokenException", 0], ["debug", undefined, undefined], ["info", undefined, undefined]]);
  });
});

describe("a logger may", () => {
  for (const [title, logger] of /** @type {[string, any][]} */ ([
    ["be absent", undefined],
    ["be null", null],
    ["be no object", 5],
    ["be empty", {}],
    ["have things that are no functions", { debug: 1, info: null, warn: {}, error: "x" }],
    ["throw", { debug() { throw new Error("d"); }, info() { throw 1; }, warn() { throw null; }, error() { throw undefined; } }],
    ["have getters that throw", Object.defineProperties({}, Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, { get() { throw new Error(level); } }])))],
    ["be a proxy that refuses everything", new Proxy({}, { get() { throw new Error("no"); }, has() { throw new Error("no"); } })],
    ["write to the facts", Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, (/** @type {any} */ facts) => { for (const key in facts) delete facts[key]; }]))],
  ])) {
    test(`${title}, and no call fails because of it`, async (context) => {
      time(context);
      const client = offline({ logger, requestTimeout: 0, fetch: playing(BUSY, {}, { status: 404, code: "ResourceNotFoundException" }) });
      assert.deepEqual((await list(client)).$metadata, { httpStatusCode: 200, requestId: "request-2", attempts: 2, totalRetryDelay: 2000 });
      const error = await rejection(list(client));
      assert.deepEqual([error.name, error.$metadata.attempts], ["ResourceNotFoundException", 1]);
    });
  }

  test("have only some of the levels", async () => {
    const { records, info } = keeping();
    await list(offline({ logger: { info }, fetch: playing({}) }));
    assert.deepEqual(records.map(([level]) => level), ["info"]);
  });

  test("be an instance of a class, whose methods are called on it", async () => {
    class Logger {
      #calls = 0;
      debug() { this.#calls++; }
      info() { this.#calls++; }
      get calls() { return this.#calls; }
    }
    const logger = new Logger();
    await list(offline({ logger, fetch: playing({}) }));
    assert.equal(logger.calls, 2);
  });

  test("be the console", async (context) => {
    const debug = context.mock.method(console, "debug", () => {});
    const info = context.mock.method(console, "info", () => {});
    await list(offline({ logger: console, fetch: playing({}) }));
    assert.deepEqual([debug.mock.callCount(), info.mock.callCount()], [1, 1]);
    assert.equal(/** @type {any} */ (info.mock.calls[0]?.arguments[0]).message, "ivs-wasm: ListChannels: 200");
  });
});
