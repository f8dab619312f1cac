// @ts-check
// Errors as programs pass them on: as JSON, copied, cloned, printed; and what they say of the reason and of the answer.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { inspect } from "node:util";
import { describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { offline, playing, rejection } from "./behave.mjs";

const GONE = { status: 404, code: "ResourceNotFoundException", body: '{"exceptionMessage":"gone"}' };
const METADATA = { httpStatusCode: 404, requestId: "request-1", attempts: 1, totalRetryDelay: 0 };
const refusing = (/** @type {any} */ config) => offline({ maxAttempts: 1, ...config });

/** An error of each kind that a call rejects with, and what a copy of it has. */
const ERRORS = /** @type {[string, () => Promise<any>, Record<string, unknown>][]} */ ([
  ["the service", () => refusing({ fetch: playing(GONE) }).getChannel({ arn: "a" }), { name: "ResourceNotFoundException", message: "gone", exceptionMessage: "gone", xAmznErrorType: "ResourceNotFoundException", $fault: "client", $metadata: METADATA }],
  [
    "the service, of a code that is not modelled",
    () => refusing({ fetch: playing({ ...GONE, code: "Odd", body: '{"message":"why"}' }) }).getChannel({ arn: "a" }),
    { name: "Odd", message: "why", $fault: "client", $metadata: METADATA },
  ],
  [
    "validation",
    () => refusing({ fetch: playing({}) }).send(new ivs.GetChannelCommand(/** @type {any} */ ({}))),
    { name: "ParamValidationError", message: "input.arn: is required", problems: [{ path: "input.arn", message: "is required" }], $fault: "client", $metadata: { attempts: 0, totalRetryDelay: 0 } },
  ],
  [
    "the configuration",
    () => refusing({ fetch: playing({}), maxAttempts: 0 }).send(new ivs.ListChannelsCommand({})),
    { name: "ParamValidationError", message: "config.maxAttempts: expected a number of at least 1", problems: [{ path: "config.maxAttempts", message: "expected a number of at least 1" }], $fault: "client", $metadata: { attempts: 0, totalRetryDelay: 0 } },
  ],
  [
    "the options of a call",
    () => refusing({ fetch: playing({}) }).send(new ivs.ListChannelsCommand({}), { requestTimeout: -1 }),
    { name: "ParamValidationError", message: "options.requestTimeout: expected a number of at least 0", problems: [{ path: "options.requestTimeout", message: "expected a number of at least 0" }], $fault: "client", $metadata: { attempts: 0, totalRetryDelay: 0 } },
  ],
  [
    "credentials",
    () => refusing({ fetch: playing({}), credentials: async () => ({}) }).listChannels({}),
    { name: "CredentialsError", message: "config.credentials.accessKeyId: is missing", $metadata: { attempts: 0, totalRetryDelay: 0 } },
  ],
  [
    "a lost connection",
    () => refusing({ fetch: playing({ thrown: Object.assign(new Error("connect ECONNREFUSED 10.0.0.1:443"), { code: "ECONNREFUSED" }) }) }).listChannels({}),
    { name: "NetworkError", message: "no answer from the service: connect ECONNREFUSED 10.0.0.1:443", code: "ECONNREFUSED", $metadata: { attempts: 1, totalRetryDelay: 0 } },
  ],
  [
    "a timeout",
    () => refusing({ fetch: playing({ never: true }), requestTimeout: 5 }).listChannels({}),
    { name: "TimeoutError", message: "no answer within 5 ms (requestTimeout)", $metadata: { attempts: 1, totalRetryDelay: 0 } },
  ],
]);

describe("an error has its name and message, and all else that is its own, in every copy of it", () => {
  for (const [title, call, expected] of ERRORS) {
    test(title, async () => {
      const error = await rejection(call());
      assert.deepEqual({ ...error }, expected);
      assert.deepEqual(JSON.parse(JSON.stringify(error)), expected);
      assert.deepEqual(await Response.json(error).json(), expected);
      assert.deepEqual(JSON.parse(JSON.stringify({ nested: [error] })), { nested: [expected] });
      const clone = structuredClone(error);
      assert.ok(clone instanceof Error);
      assert.equal(clone.message, expected.message);
      for (const key of ["name", "message"]) {
        assert.deepEqual(Object.getOwnPropertyDescriptor(error, key), { value: expected[key], enumerable: true, writable: true, configurable: true });
      }
      assert.ok(!Object.keys(error).includes("stack") && !Object.keys(error).includes("cause"));
    });

    test(`${title}, which is printed as any error is: neither twice`, async () => {
      const error = await rejection(call());
      const printed = inspect(error);
      assert.ok(printed.startsWith(`${error.name}: ${error.message}\n    at `), printed);
      assert.doesNotMatch(printed, /\n {2}(name|message): /);
    });
  }

  test("the package's other classes, made by hand", () => {
    for (const Class of [ivs.AbortError, ivs.WebAssemblyError, ivs.NotPageableError, ivs.PaginationError, ivs.TimeoutError, ivs.CredentialsError, ivs.NetworkError]) {
      const made = /** @type {any} */ (new Class("why", { cause: "because" }));
      assert.deepEqual({ ...made }, { name: Class.name, message: "why" });
      assert.equal(made.cause, "because");
      assert.deepEqual({ ...new Class() }, { name: Class.name, message: "" });
    }
    assert.equal(JSON.parse(JSON.stringify(new ivs.WaiterError("stream_live", "why"))).message, "Waiter StreamLive failed: why");
  });

  test("a subclass of a user's, whose name may be a getter", () => {
    class Mine extends ivs.NetworkError {
      // @ts-ignore: as JavaScript may do it
      get name() {
        return "Mine";
      }
    }
    assert.deepEqual({ ...new Mine("why") }, { name: "Mine", message: "why" });
  });
});

describe("a lost request says why, in the message and as `code`", () => {
  /** A port where nobody listens. */
  async function closedPort() {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await new Promise((resolve) => server.close(resolve));
    return port;
  }

  for (const [title, host, code] of [["nobody listens", "127.0.0.1", "ECONNREFUSED"], ["nobody listens at any of the addresses", "localhost", "ECONNREFUSED"], ["there is no such host", "no-such-host.invalid", "E"]]) {
    for (const [by, fetch] of /** @type {[string, any][]} */ ([["fetch", globalThis.fetch], ["Node's own transport", undefined]])) {
      test(`${title}, by ${by}`, async () => {
        const error = await rejection(refusing({ endpoint: `http://${host}:${await closedPort()}`, fetch }).listChannels({}));
        assert.equal(error.name, "NetworkError");
        // Without a network, a name is not looked up (EAI_AGAIN).
        assert.match(error.code, code === "E" ? /^(ENOTFOUND|EAI_AGAIN)$/ : new RegExp(`^${code}$`));
        assert.ok(error.message.includes(error.code), error.message);
        assert.ok(error.cause instanceof Error);
      });
    }
  }

  const wrapped = (/** @type {any} */ cause, message = "fetch failed") => new TypeError(message, { cause });
  const coded = (/** @type {string} */ message, /** @type {unknown} */ code) => Object.assign(new Error(message), { code });
  for (const [title, thrown, said, code] of /** @type {[string, unknown, string, string | undefined][]} */ ([
    ["a cause", wrapped(coded("other side closed", "UND_ERR_SOCKET")), "fetch failed: other side closed", "UND_ERR_SOCKET"],
    ["a cause of a cause", wrapped(wrapped(coded("reset", "ECONNRESET"), "wrapped")), "fetch failed: wrapped: reset", "ECONNRESET"],
    ["the first of several errors", wrapped(new AggregateError([coded("connect ECONNREFUSED ::1:9", "ECONNREFUSED"), coded("other", "OTHER")], "")), "fetch failed: connect ECONNREFUSED ::1:9", "ECONNREFUSED"],
    ["the outermost code", Object.assign(wrapped(coded("inner", "INNER")), { code: "OUTER" }), "fetch failed: inner", "OUTER"],
    ["no code that is a number, as a DOMException's is", new DOMException("gone", "NetworkError"), "gone", undefined],
    ["no code that is no name", coded("m", "a\r\nb"), "m", undefined],
    ["a message once", wrapped(new Error("fetch failed")), "fetch failed", undefined],
    ["a circle of causes", (() => { const one = new Error("one"); one.cause = wrapped(one, "two"); return one; })(), "one: two", undefined],
    ["the code where there is no message", coded("", "ECONNREFUSED"), "ECONNREFUSED", "ECONNREFUSED"],
    ["no message", { message: 5 }, "what was thrown is no Error", undefined],
    ["a getter that throws", Object.defineProperty(new Error("m"), "cause", { get() { throw new Error("no"); } }), "what was thrown is no Error", undefined],
    ["nothing", undefined, "what was thrown is no Error", undefined],
    ["a text", "reset", "what was thrown is no Error", undefined],
  ])) {
    test(`of ${title}`, async () => {
      const error = await rejection(refusing({ fetch: playing({ thrown }) }).listChannels({}));
      assert.equal(error.message, `no answer from the service: ${said}`);
      assert.equal(error.code, code);
      assert.equal("code" in error, code !== undefined);
      assert.equal(error.cause, thrown);
    });
  }

  test("a provider of credentials that fails says why, too", async () => {
    const credentials = () => Promise.reject(wrapped(coded("connect ECONNREFUSED 169.254.170.2:80", "ECONNREFUSED"), "no credentials"));
    const error = await rejection(offline({ credentials, fetch: playing({}) }).listChannels({}));
    assert.match(error.message, /the provider failed: no credentials: connect ECONNREFUSED 169\.254\.170\.2:80$/);
  });

  test("credentials that cannot be renewed fail with the attempts that were made", async () => {
    let asked = 0;
    const credentials = () => {
      if (asked++) throw new Error("logged out");
      return { accessKeyId: "AKID", secretAccessKey: "secret" };
    };
    const error = await rejection(offline({ credentials, fetch: playing({ status: 403, code: "ExpiredTokenException" }) }).listChannels({}));
    assert.equal(error.name, "CredentialsError");
    assert.equal(error.$metadata.attempts, 1);
  });
});

describe("$metadata has the ids of the answer", () => {
  for (const [title, headers, expected] of /** @type {[string, Record<string, string>, object][]} */ ([
    ["of API Gateway", { "x-amzn-requestid": "a" }, { requestId: "a" }],
    ["in its other spelling", { "x-amzn-request-id": "b" }, { requestId: "b" }],
    ["of S3, with the second id", { "x-amz-request-id": "c", "x-amz-id-2": "d" }, { requestId: "c", extendedRequestId: "d" }],
    ["of CloudFront", { "x-amz-cf-id": "e" }, { cfId: "e" }],
    ["all, the first of the same", { "x-amzn-requestid": "a", "x-amzn-request-id": "b", "x-amz-request-id": "c", "x-amz-id-2": "d", "x-amz-cf-id": "e" }, { requestId: "a", extendedRequestId: "d", cfId: "e" }],
    ["none", {}, {}],
  ])) {
    test(title, async () => {
      const answer = (/** @type {number} */ status) => async () => new Response("{}", { status, headers });
      const rest = { attempts: 1, totalRetryDelay: 0 };
      assert.deepEqual((await refusing({ fetch: answer(200) }).listChannels({})).$metadata, { httpStatusCode: 200, ...expected, ...rest });
      assert.deepEqual((await rejection(refusing({ fetch: answer(400) }).listChannels({}))).$metadata, { httpStatusCode: 400, ...expected, ...rest });
    });
  }
});
