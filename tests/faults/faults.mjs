// @ts-check
// The faults: what a server does to a client, and the expected outcome of the call with this package and with AWS's SDK. `docs/faults.md` is
// generated from this table and the observed outcomes.

import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { credentials } from "./play.mjs";
import { CHANNEL, answer, byClock, byToken, bytes, bytesThenEnd, bytesThenReset, clocked, givenUp, head, html, json, late, ok, redirect, refusal, silence, trickle, whole } from "./steps.mjs";

/** @import { Step } from "./server.mjs" */

/**
 * The outcome of a call.
 *
 * @typedef {object} Outcome
 * @property {string} outcome `success`, or the error's name
 * @property {number} requests how many the server saw
 * @property {number} [attempts] as `$metadata` has them
 * @property {number} [status] of `$metadata`
 * @property {string} [requestId] of `$metadata`
 * @property {string} [code] of the error, or of its cause
 * @property {string} [message] of the error; as an expectation, a part of it
 * @property {string} [output] as JSON, where it is not the usual channel
 * @property {string} [notes] what else is observed
 */

/**
 * A fault. If the two outcomes differ in kind, requests or status, `why` has to explain it.
 *
 * @typedef {object} Fault
 * @property {string} name what the server does, and how it goes on
 * @property {Step[]} script one step for each request; the last one is for all that follow
 * @property {Outcome | Outcome[]} ours the outcome here; a list for several calls
 * @property {Outcome | Outcome[]} sdk the outcome with the SDK
 * @property {string} [why] why they differ
 * @property {boolean} [racy] code and message depend on timing, and are left out of the page
 * @property {string} [operation] instead of GetChannel
 * @property {number} [calls] how many, one after the other
 * @property {(stage: any) => unknown} [between] awaited between calls
 * @property {boolean} [closed] nothing listens at the endpoint
 * @property {number} [timeout] `requestTimeout`
 * @property {boolean} [onlyWarned] the SDK's handler is not configured to throw at the timeout
 * @property {boolean | "before"} [abort] calls get a signal; `before`: one that is already aborted
 * @property {(stage: any) => unknown} [provider] the credential provider
 * @property {(ending: any) => string | undefined} [notes] what else is observed
 */

/** @typedef {Partial<Omit<Outcome, "outcome" | "requests">>} More */

const success = (/** @type {number} */ requests, /** @type {More} */ more = {}) => ({ outcome: "success", requests, attempts: requests, status: 200, ...more });
const failure = (/** @type {string} */ name, /** @type {number} */ requests, /** @type {More} */ more = {}) => ({ outcome: name, requests, attempts: requests, ...more });
const lost = (/** @type {number} */ requests = 3) => failure("NetworkError", requests);

// Reasons that several faults share.
const NODE_ERROR = "Only in name: the SDK rejects with Node's error, ours with one class on every runtime, with the runtime's error as its `cause`.";
const TIMEOUT = "Only in name: the SDK calls a lost connection a timeout; ours distinguishes the two.";
const BROKEN = "Only in name, and that the SDK's error has the status of the response that was cut off. Ours is one class, with the runtime's error as its `cause`.";
const NOT_TRANSIENT = "The SDK retries only the codes that it knows. A garbled response is a broken connection, so ours tries again.";
const HTML = "The SDK parses the page as JSON, and the parser's error hides the response. Ours shows the status and the beginning of the page.";
const MALFORMED = "The SDK rejects with the parser's error. Ours is an `IvsServiceException` like every other response that is not a success.";
const UNKNOWN = "Only in name: the SDK calls an error without a code `Unknown`; ours is the base class, with the status in its message.";
const BOUNDED = "Ours reads 16 MiB of a body at most, after decoding, and does not try again: no answer of the service is as large. The SDK's handler has no limit, and decodes nothing.";
const REASON = "The SDK rejects with its own `AbortError`; ours with the signal's reason, as `fetch` does.";

const waited = (/** @type {number} */ milliseconds) => (/** @type {any} */ { requests }) =>
  requests.length < 2 ? undefined : `waited ${requests[1].at - requests[0].at >= milliseconds - 2 ? "at least" : "less than"} ${milliseconds} ms`;

/** Whether the second server was called, and which secrets it received. */
function leaked({ other }) {
  if (other.requests.length === 0) return "the other origin is not called";
  const secrets = ["authorization", "x-amz-security-token"].filter((name) => name in other.requests[0].headers);
  return `the other origin is called${secrets.length > 0 ? ` and given ${secrets.join(" and ")}` : ""}`;
}

/** The outcome of an aborted call. */
const reason = ({ error, stage, afterwards }) => (error === stage.reason ? "the signal's reason" : error ? "another error" : "no error") + (afterwards ? ", late" : "");
/** And the state of its connection. Node's `fetch` opens the next connection at once; that one has seen none. */
const reasonAndConnection = (/** @type {any} */ ending) =>
  `${reason(ending)}, ${ending.requests.some(({ open }) => open()) ? "connection left open" : "connection closed"}`;

/** A provider of numbered credentials that are valid for an hour. */
const numbered = async (/** @type {any} */ stage) => ({ ...credentials(`token-${++stage.provided}`), expiration: new Date(Date.now() + 3_600_000) });
const provided = (/** @type {any} */ { stage }) => `provider called ${stage.provided === 1 ? "once" : stage.provided === 2 ? "twice" : `${stage.provided} times`} so far`;

/** Responds, and closes when the response has arrived. @type {Step} */
const answerThenClose = async ({ write, end }) => {
  write(whole(200, {}, CHANNEL));
  await pause(100);
  end();
};

const STREAM_KEY = "sk_us-west-2_AbCdEfGhIjKl";
const BOMB = gzipSync(gzipSync(gzipSync(Buffer.alloc(300e6, " "))));
const HOUR = 3_600_000;
const PAGE = "<html><head><title>Blocked</title></head><body>Request blocked.</body></html>";
const HALF = CHANNEL.slice(0, 30);
const early = refusal(403, "InvalidSignatureException", "Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z");
const future = refusal(403, "InvalidSignatureException", "Signature not yet current: 20260101T010000Z is still later than 20260101T000000Z");
const skewed = refusal(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.");
const expired = refusal(403, "ExpiredTokenException", "The security token included in the request is expired");
const busy = refusal(429, "ThrottlingException", "Rate exceeded");
const down = (/** @type {number} */ status, headers = {}) => json(status, {}, headers);

/** @type {{ title: string, timed?: boolean, faults: Fault[] }[]} `timed`: played alone, so that no other fault delays it */
export const SECTIONS = [
  {
    title: "Connections",
    faults: [
      {
        name: "nothing listens",
        closed: true,
        script: [],
        ours: { ...lost(0), attempts: 3, code: "ECONNREFUSED" },
        sdk: { ...failure("Error", 0), attempts: 3, code: "ECONNREFUSED" },
        why: NODE_ERROR,
      },
      {
        name: "reset before any byte, always",
        racy: true,
        script: [bytesThenReset()],
        ours: lost(),
        sdk: failure("TimeoutError", 3, { code: "ECONNRESET" }),
        why: TIMEOUT,
      },
      { name: "reset before any byte, once", script: [bytesThenReset(), ok], ours: success(2), sdk: success(2) },
      {
        name: "reset after the status line",
        racy: true,
        script: [bytesThenReset("HTTP/1.1 200 OK\r\n")],
        ours: lost(),
        sdk: failure("TimeoutError", 3, { code: "ECONNRESET" }),
        why: TIMEOUT,
      },
      {
        name: "reset after the headers",
        racy: true,
        script: [bytesThenReset(head(200, { "content-length": CHANNEL.length }))],
        ours: lost(),
        sdk: failure("Error", 3, { status: 200, code: "ECONNRESET" }),
        why: BROKEN,
      },
      {
        name: "reset in the middle of the body",
        racy: true,
        script: [bytesThenReset(head(200, { "content-length": CHANNEL.length }), HALF)],
        ours: lost(),
        sdk: failure("Error", 3, { status: 200, code: "ECONNRESET" }),
        why: BROKEN,
      },
      { name: "reset in the middle of the body, once", script: [bytesThenReset(head(200, { "content-length": CHANNEL.length }), HALF), ok], ours: success(2), sdk: success(2) },
      {
        name: "closed normally, without a response",
        script: [bytesThenEnd()],
        ours: lost(),
        sdk: failure("TimeoutError", 3, { code: "ECONNRESET" }),
        why: TIMEOUT,
      },
      { name: "closed after each response (`connection: close`)", calls: 2, script: [bytesThenEnd(whole(200, { connection: "close" }, CHANNEL))], ours: [success(1), success(1)], sdk: [success(1), success(1)] },
      {
        name: "a keep-alive connection, closed between two calls",
        calls: 2,
        script: [answerThenClose, ok],
        between: async ({ server }) => {
          while (server.connections() > 0) await pause(10);
        },
        ours: [success(1), success(1)],
        sdk: [success(1), success(1)],
      },
      {
        name: "a keep-alive connection, reset by the next request on it",
        calls: 2,
        script: [ok, bytesThenReset(), ok],
        ours: [success(1), success(2)],
        sdk: [success(1), success(2)],
      },
      {
        name: "a keep-alive connection, idle for 1.5 s and reset by the next request on it",
        calls: 2,
        script: [ok, bytesThenReset(), ok],
        between: () => pause(1500),
        ours: [success(1), success(2)],
        sdk: [success(1), success(2)],
      },
      { name: "an HTTP/1.0 response that ends with the connection", script: [bytesThenEnd(head(200, {}, "HTTP/1.0"), CHANNEL)], ours: success(1), sdk: success(1) },
    ],
  },
  {
    title: "Lengths and framing",
    faults: [
      {
        name: "body shorter than its `content-length`, then closed",
        script: [bytesThenEnd(head(200, { "content-length": CHANNEL.length }), HALF)],
        ours: lost(),
        sdk: failure("Error", 3, { status: 200, code: "ECONNRESET" }),
        why: BROKEN,
      },
      {
        name: "body longer than its `content-length`; the next response is correct",
        calls: 2,
        script: [bytes(whole(200, { "content-length": 30 }, CHANNEL)), ok],
        ours: [failure("MalformedResponse", 1, { status: 200 }), success(1)],
        sdk: [failure("SyntaxError", 1, { status: 200 }), success(1)],
        why: MALFORMED,
      },
      { name: "two stray bytes behind a correct response", calls: 2, script: [bytes(whole(200, {}, CHANNEL), "xx"), ok], ours: [success(1), success(1)], sdk: [success(1), success(1)] },
      { name: "another response behind a correct one", calls: 2, script: [bytes(whole(200, {}, CHANNEL), whole(200, {}, "{}")), ok], ours: [success(1), success(1)], sdk: [success(1), success(1)] },
      { name: "a correct body in chunks", script: [bytes(head(200, { "transfer-encoding": "chunked" }), `a\r\n${CHANNEL.slice(0, 10)}\r\n${(CHANNEL.length - 10).toString(16)}\r\n${CHANNEL.slice(10)}\r\n0\r\n\r\n`)], ours: success(1), sdk: success(1) },
      {
        name: "chunks that are cut off",
        script: [bytesThenEnd(head(200, { "transfer-encoding": "chunked" }), `1e\r\n${HALF}\r\n`)],
        ours: lost(),
        sdk: failure("Error", 3, { status: 200, code: "ECONNRESET" }),
        why: BROKEN,
      },
      {
        name: "a chunk without a length",
        script: [bytes(head(200, { "transfer-encoding": "chunked" }), `xyz\r\n${HALF}\r\n`)],
        ours: lost(),
        sdk: failure("Error", 3, { status: 200, code: "ECONNRESET" }),
        why: BROKEN,
      },
      {
        name: "bytes that are not HTTP",
        script: [bytesThenEnd("SSH-2.0-OpenSSH_9.6\r\n\r\n")],
        ours: lost(),
        sdk: failure("Error", 1, { code: "HPE_INVALID_CONSTANT" }),
        why: NOT_TRANSIENT,
      },
      {
        name: "`content-length` twice",
        script: [answer(200, { "content-length": [String(CHANNEL.length), String(CHANNEL.length)] }, CHANNEL)],
        ours: lost(),
        sdk: failure("Error", 1, { code: "HPE_UNEXPECTED_CONTENT_LENGTH" }),
        why: NOT_TRANSIENT,
      },
      {
        name: "a header of 100 KB",
        script: [answer(200, { "x-long": "x".repeat(100_000) }, CHANNEL)],
        ours: lost(),
        sdk: failure("Error", 1, { code: "HPE_HEADER_OVERFLOW" }),
        why: NOT_TRANSIENT,
      },
      {
        name: "a request id of 8 KB",
        script: [answer(200, { "x-amzn-requestid": "x".repeat(8192) }, CHANNEL)],
        notes: ({ output }) => (output?.$metadata.requestId.length > 4096 ? "kept whole" : "cut off or left out"),
        ours: success(1, { notes: "cut off or left out" }),
        sdk: success(1, { notes: "kept whole" }),
        why: "Ours copies no more than 4 KB of a header into the wasm.",
      },
      { name: "an unrequested `100 Continue` before the response", script: [bytes("HTTP/1.1 100 Continue\r\n\r\n", whole(200, {}, CHANNEL))], ours: success(1), sdk: success(1) },
      { name: "`103 Early Hints` before the response", script: [bytes("HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n", whole(200, {}, CHANNEL))], ours: success(1), sdk: success(1) },
      {
        name: "`content-encoding: gzip`",
        script: [answer(200, { "content-encoding": "gzip" }, gzipSync(CHANNEL))],
        ours: success(1),
        sdk: failure("SyntaxError", 1, { status: 200 }),
        why: "`fetch` decodes it; the SDK's handler for Node does not (it does not request it, but a proxy may send it anyway).",
      },
      {
        name: "three layers of gzip, 300 bytes that become 300 MB",
        script: [answer(200, { "content-encoding": "gzip, gzip, gzip" }, BOMB)],
        ours: failure("NetworkError", 1),
        sdk: failure("SyntaxError", 1, { status: 200 }),
        why: BOUNDED,
      },
      {
        name: "six layers of encodings",
        script: [answer(200, { "content-encoding": Array(6).fill("gzip").join(", ") }, Array(6).fill(gzipSync).reduce((body, pack) => pack(body), CHANNEL))],
        ours: failure("NetworkError", 1),
        sdk: failure("SyntaxError", 1, { status: 200 }),
        why: "Ours decodes five layers at most, as `fetch` does. The SDK's handler decodes none.",
      },
      {
        name: "a body of 40 MiB without a length",
        script: [bytesThenEnd(head(200), Buffer.alloc(40 * 2 ** 20, " "), CHANNEL)],
        ours: failure("NetworkError", 1),
        sdk: success(1),
        why: BOUNDED,
      },
      {
        name: "bytes that are not HTTP, with a stream key in them",
        script: [bytesThenEnd(`{"streamKey":{"value":"${STREAM_KEY}"}}\r\n\r\n`)],
        notes: ({ error }) => `the key is ${[error, error.cause].some((one) => one?.rawPacket?.includes(STREAM_KEY)) ? "" : "not "}in the error`,
        ours: { ...lost(), notes: "the key is not in the error" },
        sdk: failure("Error", 1, { code: "HPE_INVALID_CONSTANT", notes: "the key is in the error" }),
        why: `${NOT_TRANSIENT} Node's error holds the bytes that it could not read; programs log their errors.`,
      },
    ],
  },
  {
    title: "Time",
    timed: true,
    faults: [
      { name: "no response at all (`requestTimeout`: 1 s)", timeout: 1000, script: [silence], ours: failure("TimeoutError", 3), sdk: failure("TimeoutError", 3, { code: "ETIMEDOUT" }) },
      {
        name: "no response for 2.5 s (`requestTimeout`: 1 s, and nothing else)",
        timeout: 1000,
        onlyWarned: true,
        script: [late(2500)],
        ours: failure("TimeoutError", 3),
        sdk: success(1),
        why: "The SDK's `requestTimeout` logs a warning and waits on, unless its handler is made with `throwOnRequestTimeout`. Without a `requestTimeout` it waits for ever; ours for 60 s an attempt.",
      },
      { name: "no response to the first request (`requestTimeout`: 1 s)", timeout: 1000, script: [silence, ok], ours: success(2), sdk: success(2) },
      { name: "headers that do not end (`requestTimeout`: 1 s)", timeout: 1000, script: [bytes("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n")], ours: failure("TimeoutError", 3), sdk: failure("TimeoutError", 3, { code: "ETIMEDOUT" }) },
      {
        name: "a body that takes 2.5 s (`requestTimeout`: 1 s)",
        timeout: 1000,
        script: [trickle(10, 250)],
        ours: failure("TimeoutError", 3),
        sdk: success(1),
        why: "The SDK's timeout ends with the headers; ours is for the whole response.",
      },
      { name: "a body that takes 0.5 s (`requestTimeout`: 5 s)", timeout: 5000, script: [trickle(10, 50)], ours: success(1), sdk: success(1) },
    ],
  },
  {
    title: "Redirects",
    faults: [301, 302, 307, 308].map((status) => ({
      name: `${status} to another origin`,
      script: [redirect(status)],
      notes: leaked,
      ours: failure("IvsServiceException", 1, { status, message: "redirect", notes: "the other origin is not called" }),
      sdk: failure("Unknown", 1, { status, notes: "the other origin is not called" }),
      ...(status === 301 && { why: UNKNOWN }),
      ...(status !== 301 && { why: "As above." }),
    })),
  },
  {
    title: "Retries",
    faults: [
      ...[500, 502, 503, 504].map((status) => ({ name: `${status}, once`, script: [down(status), ok], ours: success(2), sdk: success(2) })),
      { name: "503 `ServiceUnavailable`, always", script: [refusal(503, "ServiceUnavailable", "Come back later.")], ours: failure("ServiceUnavailable", 3, { status: 503, message: "Come back later." }), sdk: failure("ServiceUnavailable", 3, { status: 503 }) },
      { name: "429 `ThrottlingException`, once", script: [busy, ok], ours: success(2), sdk: success(2) },
      { name: "429 `ThrottlingException`, always", script: [busy], ours: failure("ThrottlingException", 3, { status: 429, message: "Rate exceeded" }), sdk: failure("ThrottlingException", 3, { status: 429 }) },
      { name: "429 without a body, once", script: [answer(429), ok], ours: success(2), sdk: success(2) },
      { name: "400 `ThrottlingException`, once", script: [refusal(400, "ThrottlingException", "Rate exceeded"), ok], ours: success(2), sdk: success(2) },
      { name: "429 with `retry-after: 1`", script: [refusal(429, "ThrottlingException", "Rate exceeded", { "retry-after": 1 }), ok], notes: waited(1000), ours: success(2, { notes: "waited at least 1000 ms" }), sdk: success(2, { notes: "waited at least 1000 ms" }) },
      { name: "503 with `x-amz-retry-after: 300`", script: [down(503, { "x-amz-retry-after": 300 }), ok], notes: waited(300), ours: success(2, { notes: "waited at least 300 ms" }), sdk: success(2, { notes: "waited at least 300 ms" }) },
      {
        name: "503 with `retry-after: 3600`, once",
        script: [refusal(503, "ServiceUnavailable", "Come back later.", { "retry-after": 3600 }), ok],
        notes: waited(5000),
        ours: failure("ServiceUnavailable", 1, { status: 503, message: "Come back later." }),
        sdk: success(2, { notes: "waited at least 5000 ms" }),
        why: "The SDK shortens the delay to 5 s and calls a service that asked for an hour; ours fails at once if the delay is more than 20 s.",
      },
      { name: "503 with an invalid `retry-after`, once", script: [down(503, { "retry-after": "soon" }), ok], ours: success(2), sdk: success(2) },
      { name: "400 `ValidationException`", script: [refusal(400, "ValidationException", "Name is too long."), ok], ours: failure("ValidationException", 1, { status: 400, message: "Name is too long." }), sdk: failure("ValidationException", 1, { status: 400 }) },
      { name: "404 `ResourceNotFoundException`", script: [refusal(404, "ResourceNotFoundException", "No such channel."), ok], ours: failure("ResourceNotFoundException", 1, { status: 404 }), sdk: failure("ResourceNotFoundException", 1, { status: 404 }) },
      { name: "409 `ConflictException`", script: [refusal(409, "ConflictException", "The channel is live."), ok], ours: failure("ConflictException", 1, { status: 409 }), sdk: failure("ConflictException", 1, { status: 409 }) },
      { name: "402 `ServiceQuotaExceededException`", script: [refusal(402, "ServiceQuotaExceededException", "Too many channels."), ok], ours: failure("ServiceQuotaExceededException", 1, { status: 402 }), sdk: failure("ServiceQuotaExceededException", 1, { status: 402 }) },
      { name: "501 without a body", script: [answer(501), ok], ours: failure("IvsServiceException", 1, { status: 501 }), sdk: failure("Unknown", 1, { status: 501 }), why: UNKNOWN },
    ],
  },
  {
    title: "Bodies of a success",
    faults: [
      { name: "200 with a page (a captive portal)", script: [html(200, PAGE)], ours: failure("MalformedResponse", 1, { status: 200, message: PAGE }), sdk: failure("SyntaxError", 1, { status: 200 }), why: HTML },
      { name: "200 with an empty body", script: [answer(200)], ours: success(1, { output: "{}" }), sdk: success(1, { output: "{}" }) },
      { name: "204 with no body, for DeleteChannel", operation: "DeleteChannelCommand", script: [answer(204, { "content-type": undefined, "content-length": undefined })], ours: success(1, { status: 204, output: "{}" }), sdk: success(1, { status: 204, output: "{}" }) },
      { name: "200 with truncated JSON and a correct length", script: [answer(200, {}, HALF), ok], ours: failure("MalformedResponse", 1, { status: 200 }), sdk: failure("SyntaxError", 1, { status: 200 }), why: MALFORMED },
      { name: "200 with `null`", script: [answer(200, {}, "null")], ours: success(1, { output: "{}" }), sdk: failure("TypeError", 1, { status: 200 }), why: "The SDK reads a member of it and fails; ours treats it as an output without members." },
      { name: "200 with a byte order mark before the JSON", script: [answer(200, {}, `\uFEFF${CHANNEL}`)], ours: success(1), sdk: failure("SyntaxError", 1, { status: 200 }), why: "The SDK's parser does not accept it; ours skips it." },
      { name: "200 with a list", script: [json(200, [1, 2])], ours: failure("MalformedResponse", 1, { status: 200 }), sdk: success(1, { output: "{}" }), why: "The SDK finds no members in it and calls it a success." },
      { name: "200 with a string", script: [json(200, "fine")], ours: failure("MalformedResponse", 1, { status: 200 }), sdk: success(1, { output: "{}" }), why: "As above." },
      { name: "200 with unknown members", script: [json(200, { channel: { arn: "a", later: [1] }, extra: true })], ours: success(1, { output: '{"channel":{"arn":"a","later":[1]},"extra":true}' }), sdk: success(1, { output: '{"channel":{"arn":"a"}}' }), why: "The SDK drops what its model does not have; ours keeps it." },
      { name: "200 without `x-amzn-requestid`", script: [answer(200, { "x-amzn-requestid": undefined }, CHANNEL)], notes: ({ output }) => `request id: ${output?.$metadata.requestId}`, ours: success(1, { notes: "request id: undefined" }), sdk: success(1, { notes: "request id: undefined" }) },
    ],
  },
  {
    title: "Bodies of an error",
    faults: [
      { name: "403 with a page (a firewall)", script: [html(403, PAGE), ok], ours: failure("IvsServiceException", 1, { status: 403, message: PAGE }), sdk: failure("SyntaxError", 1, { status: 403 }), why: HTML },
      { name: "502 with a page (a proxy), always", script: [html(502, "<h1>502 Bad Gateway</h1>")], ours: failure("IvsServiceException", 3, { status: 502, message: "<h1>502 Bad Gateway</h1>" }), sdk: failure("SyntaxError", 3, { status: 502 }), why: HTML },
      {
        name: "403 with a page of 1 MB",
        script: [html(403, `<pre>${"x".repeat(1_000_000)}</pre>`), ok],
        notes: ({ error }) => `a message of ${error.message.length > 400 ? "more" : "less"} than 400 characters`,
        ours: failure("IvsServiceException", 1, { status: 403, notes: "a message of less than 400 characters" }),
        sdk: failure("SyntaxError", 1, { status: 403, notes: "a message of less than 400 characters" }),
        why: HTML,
      },
      { name: "409 with an empty body and `x-amzn-errortype`", script: [answer(409, { "x-amzn-errortype": "ConflictException" })], ours: failure("ConflictException", 1, { status: 409 }), sdk: failure("ConflictException", 1, { status: 409 }) },
      { name: "`x-amzn-errortype` with a suffix `:http://internal.amazon.com/coral/…`", script: [refusal(409, "ConflictException:http://internal.amazon.com/coral/com.amazon.coral.service/", "Busy.")], ours: failure("ConflictException", 1, { status: 409, message: "Busy." }), sdk: failure("ConflictException", 1, { status: 409 }) },
      { name: "`x-amzn-errortype` twice", script: [refusal(409, /** @type {any} */ (["ConflictException", "ConflictException"]), "Busy.")], ours: failure("ConflictException", 1, { status: 409, message: "Busy." }), sdk: failure("ConflictException", 1, { status: 409 }) },
      { name: "the name as `__type` with a namespace", script: [json(409, { __type: "com.amazonaws.ivs#ConflictException", message: "Busy." })], ours: failure("ConflictException", 1, { status: 409, message: "Busy." }), sdk: failure("ConflictException", 1, { status: 409 }) },
      { name: "the name as `code`", script: [json(409, { code: "ConflictException", message: "Busy." })], ours: failure("ConflictException", 1, { status: 409, message: "Busy." }), sdk: failure("ConflictException", 1, { status: 409 }) },
      { name: "the message as `exceptionMessage` only", script: [json(409, { exceptionMessage: "Busy." }, { "x-amzn-errortype": "ConflictException" })], ours: failure("ConflictException", 1, { status: 409, message: "Busy." }), sdk: failure("ConflictException", 1, { status: 409, message: "UnknownError" }), why: "Same error; IVS sends its messages under this name, and the SDK reads only another one." },
      { name: "the message as `Message` only", script: [json(409, { Message: "Busy." }, { "x-amzn-errortype": "ConflictException" })], ours: failure("ConflictException", 1, { status: 409, message: "Busy." }), sdk: failure("ConflictException", 1, { status: 409, message: "Busy." }) },
      { name: "an unknown name", script: [refusal(418, "TeapotException", "Short and stout."), ok], ours: failure("TeapotException", 1, { status: 418, message: "Short and stout." }), sdk: failure("TeapotException", 1, { status: 418 }) },
      { name: "409 with truncated JSON and `x-amzn-errortype`", script: [answer(409, { "x-amzn-errortype": "ConflictException" }, '{"exceptionMessage":"Bu')], ours: failure("ConflictException", 1, { status: 409 }), sdk: failure("SyntaxError", 1, { status: 409 }), why: MALFORMED },
      { name: "400 with an empty body and no name", script: [answer(400), ok], ours: failure("IvsServiceException", 1, { status: 400 }), sdk: failure("Unknown", 1, { status: 400 }), why: UNKNOWN },
      { name: "500 with `null`, once", script: [answer(500, {}, "null"), ok], ours: success(2), sdk: success(2) },
    ],
  },
  {
    title: "Clocks",
    faults: [
      ...[
        { title: "an hour ahead", ahead: HOUR, refuse: early },
        { title: "an hour behind", ahead: -HOUR, refuse: future },
      ].map(({ title, ahead, refuse }) => ({
        name: `the service's clock is ${title} (\`InvalidSignatureException\`)`,
        calls: 2,
        script: [byClock(ahead, clocked(ahead, refuse))],
        ours: [success(2), success(1)],
        sdk: [success(2), success(1)],
      })),
      { name: "the service's clock is an hour ahead (`RequestTimeTooSkewed`)", calls: 2, script: [byClock(HOUR, clocked(HOUR, skewed))], ours: [success(2), success(1)], sdk: [success(2), success(1)] },
      {
        name: "`Signature expired`, whatever the clock",
        script: [clocked(HOUR, early)],
        ours: failure("InvalidSignatureException", 2, { status: 403 }),
        sdk: failure("InvalidSignatureException", 3, { status: 403 }),
        why: "The SDK retries this error like any other; ours once, with the corrected clock.",
      },
      {
        name: "`InvalidSignatureException` although the clocks agree (a wrong secret)",
        script: [clocked(0, refusal(403, "InvalidSignatureException", "The request signature we calculated does not match the signature you provided.")), ok],
        ours: failure("InvalidSignatureException", 1, { status: 403 }),
        sdk: failure("InvalidSignatureException", 1, { status: 403 }),
      },
      { name: "a response from a cache (`age`), dated an hour ago; the next one checks the time", calls: 2, script: [clocked(-HOUR, answer(200, { age: 3600 }, CHANNEL)), byClock(0, clocked(0, early))], ours: [success(1), success(1)], sdk: [success(1), success(1)] },
    ],
  },
  {
    title: "Credentials",
    faults: [
      {
        name: "`ExpiredTokenException` for the first credentials of a provider",
        calls: 2,
        provider: numbered,
        script: [byToken("token-2", expired)],
        notes: provided,
        ours: [success(2, { notes: "provider called twice so far" }), success(1, { notes: "provider called twice so far" })],
        sdk: [failure("ExpiredTokenException", 1, { status: 403, notes: "provider called once so far" }), failure("ExpiredTokenException", 1, { status: 403, notes: "provider called once so far" })],
        why: "The SDK keeps its credentials until their `expiration`; ours calls the provider once more.",
      },
      {
        name: "`ExpiredTokenException` for all credentials of a provider",
        provider: numbered,
        script: [expired],
        notes: provided,
        ours: failure("ExpiredTokenException", 2, { status: 403, notes: "provider called twice so far" }),
        sdk: failure("ExpiredTokenException", 1, { status: 403, notes: "provider called once so far" }),
        why: "As above.",
      },
      { name: "`ExpiredTokenException` for credentials that were given as an object", script: [expired], ours: failure("ExpiredTokenException", 1, { status: 403 }), sdk: failure("ExpiredTokenException", 1, { status: 403 }) },
    ],
  },
  {
    title: "Giving up",
    faults: [
      { name: "aborted before the call", abort: "before", script: [ok], notes: reason, ours: { outcome: "Error", requests: 0, notes: "the signal's reason" }, sdk: { outcome: "AbortError", requests: 0, notes: "another error" }, why: REASON },
      { name: "aborted before the headers", abort: true, script: [givenUp(silence), ok], notes: reasonAndConnection, ours: { outcome: "Error", requests: 1, notes: "the signal's reason, connection closed" }, sdk: { outcome: "AbortError", requests: 1, notes: "another error, connection closed" }, why: REASON },
      {
        name: "aborted in the middle of the body",
        abort: true,
        script: [givenUp(bytes(head(200, { "content-length": CHANNEL.length }), HALF)), ok],
        notes: reasonAndConnection,
        ours: { outcome: "Error", requests: 1, notes: "the signal's reason, connection closed" },
        sdk: { outcome: "AbortError", requests: 1, notes: "another error, connection closed" },
        why: REASON,
      },
      {
        name: "aborted between two attempts",
        abort: true,
        script: [givenUp(down(503, { "x-amz-retry-after": 1000 })), ok],
        notes: reason,
        ours: { outcome: "Error", requests: 1, notes: "the signal's reason" },
        sdk: { outcome: "AbortError", requests: 1, notes: "another error" },
        why: REASON,
      },
      {
        name: "aborted while the credential provider is pending",
        abort: true,
        provider: async (stage) => (setTimeout(() => stage.giveUp(), 50), await stage.afterwards, credentials("token")),
        script: [ok],
        notes: reason,
        ours: { outcome: "Error", requests: 0, notes: "the signal's reason" },
        sdk: { outcome: "AbortError", requests: 0, notes: "another error, late" },
        why: "The SDK waits for the provider before it checks the signal, and rejects with its own reason; ours rejects at once.",
      },
    ],
  },
];
