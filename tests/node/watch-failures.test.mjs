// @ts-check
// Which errors of a client, of whatever kind, `ivs-wasm/watch` waits out, and which end the iteration.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { watchSession, watchStream } from "ivs-wasm/watch";
import { arn, collect, virtualTime } from "./watched.mjs";

const A = arn("A");

/** @param {object} members @param {string} [message] */
const error = (members, message = "") => Object.assign(new Error(message), members);

const CODES = ["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "ESOCKETTIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN", "UND_ERR_SOCKET", "UND_ERR_CONNECT_TIMEOUT", "ERR_HTTP2_STREAM_ERROR", "ERR_STREAM_PREMATURE_CLOSE", "ConnectionRefused", "FailedToOpenSocket"];

const circle = error({ name: "Outer" });
circle.cause = error({ cause: circle });

/** @type {[string, unknown][]} */
const PASSING = [
  ...CODES.flatMap((code) => /** @type {[string, unknown][]} */ ([
    [`${code} as code`, error({ code })],
    [`${code} as errno`, error({ errno: code })],
    [`${code} in a cause`, new TypeError("mine", { cause: error({ code }) })],
  ])),
  ["a cause of a cause", new Error("a", { cause: new Error("b", { cause: error({ code: "ECONNRESET" }) }) })],
  ["an error for each address", new AggregateError([error({ code: "ECONNREFUSED" }), error({ code: "ECONNREFUSED" })])],
  ["errno as Node has it, a number", error({ code: "ECONNREFUSED", errno: -111, syscall: "connect" })],
  ...["TimeoutError", "RequestTimeout", "RequestTimeoutException", "NetworkError", "NetworkingError", "ConnectionReset"].map((name) => /** @type {[string, unknown]} */ ([name, error({ name })])),
  ...["Failed to fetch", "NetworkError when attempting to fetch resource.", "Load failed", "fetch failed", "terminated"].map((message) => /** @type {[string, unknown]} */ ([`a fetch's "${message}"`, new TypeError(message)])),
  ...[408, 429, 500, 502, 503, 504, 599].map((httpStatusCode) => /** @type {[string, unknown]} */ ([`${httpStatusCode}`, error({ name: "Unknown", $fault: "client", $metadata: { httpStatusCode } })])),
  ["HTML with 503, without $metadata", Object.assign(new SyntaxError("Unexpected token <"), { $response: { statusCode: 503 } })],
  ["HTML with 500", Object.assign(new SyntaxError("Unexpected token <"), { $metadata: { httpStatusCode: 500 } })],
  ["an answer that is cut off", Object.assign(new SyntaxError("Unexpected end"), { $response: { statusCode: 200 } })],
  ...["Throttling", "ThrottledException", "TooManyRequestsException", "RequestLimitExceeded", "SlowDown"].map((name) => /** @type {[string, unknown]} */ ([name, error({ name, $fault: "client" })])),
];

/** @type {[string, unknown][]} */
const LASTING = [
  ["credentials that cannot be had, for want of a connection", error({ name: "CredentialsProviderError", cause: error({ code: "ECONNREFUSED" }) })],
  ["a token that cannot be had", error({ name: "TokenProviderError", code: "ENOTFOUND" })],
  ["a refusal with a cause", error({ name: "AccessDeniedException", $metadata: { httpStatusCode: 403 }, cause: error({ code: "ECONNRESET" }) })],
  ["HTML with 403", Object.assign(new SyntaxError("Unexpected token <"), { $response: { statusCode: 403 } })],
  ["a SyntaxError of somebody's own", new SyntaxError("Unexpected token")],
  ["a TypeError of somebody's own", new TypeError("x is not a function")],
  ["a code of something else", error({ code: "ENOENT" })],
  ["a code that only looks alike", error({ code: "MY_ECONNRESET" })],
  ["a number as errno only", error({ errno: -2 })],
  ["causes in a circle", circle],
  ["a text", "ECONNRESET"],
  ["nothing", undefined],
  ["a proxy that throws", new Proxy({}, { get: () => { throw new Error("mine"); } })],
];

/** What a client meets with one error, and then with an end of it. @param {unknown} thrown */
function failing(thrown) {
  let calls = 0;
  const fail = async (/** @type {any} */ output) => {
    if (++calls === 1) throw thrown;
    return output;
  };
  const client = {
    getStream: () => fail({}),
    listStreams: () => fail({ streams: [] }),
    getStreamSession: () => fail({ streamSession: { endTime: new Date() } }),
  };
  return { client, calls: () => calls };
}

/** @type {Record<string, (client: any) => AsyncIterable<any>>} */
const WATCHES = {
  "GetStream": (client) => watchStream(client, { channelArn: A }),
  "ListStreams": (client) => watchStream(client, { channelArns: [A, arn("B"), arn("C")] }),
  "GetStreamSession": (client) => watchSession(client, { channelArn: A }),
};

for (const [operation, watch] of Object.entries(WATCHES)) {
  describe(`errors of ${operation}`, () => {
    for (const [what, thrown] of PASSING) {
      test(`${what}: waited out`, async (t) => {
        const pass = virtualTime(t);
        const { client, calls } = failing(thrown);
        const watched = collect(watch(client));
        await pass(12_000, 1000);
        assert.equal(watched.error, undefined);
        assert.ok(calls() > 1);
        assert.ok(watched.isDone || watched.items.length > 0);
        await watched.stop();
      });
    }

    for (const [what, thrown] of LASTING) {
      test(`${what}: the end`, async (t) => {
        const pass = virtualTime(t);
        const { client, calls } = failing(thrown);
        let ended = /** @type {{ by: unknown } | undefined} */ (undefined);
        const iterator = watch(client)[Symbol.asyncIterator]();
        iterator.next().catch((by) => (ended = { by }));
        await pass(12_000, 1000);
        assert.ok(ended && ended.by === thrown);
        assert.equal(calls(), 1);
      });
    }
  });
}
