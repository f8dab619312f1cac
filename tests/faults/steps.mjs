// @ts-check
// The vocabulary of scripts: each function makes a step, which responds to one request.

import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** @import { Exchange, Step } from "./server.mjs" */
/** @typedef {Record<string, string | number | string[] | undefined>} Headers a list is a header sent several times; undefined omits a default one */

export const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";

/** The response to GetChannel without a fault. */
export const CHANNEL = JSON.stringify({ channel: { arn: ARN, name: "demo" } });

/** The bytes of status line and headers. The default headers are those of the service. */
export function head(/** @type {number} */ status, /** @type {Headers} */ headers = {}, version = "HTTP/1.1") {
  const all = { "content-type": "application/json", "x-amzn-requestid": "request-id", ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  return `${version} ${status} ${REASONS[status] ?? "Whatever"}\r\n${lines.join("")}\r\n`;
}

const REASONS = { 200: "OK", 204: "No Content", 302: "Found", 400: "Bad Request", 403: "Forbidden", 429: "Too Many Requests", 503: "Service Unavailable" };

/** A whole response, with the correct length unless the headers have another. */
export function whole(/** @type {number} */ status, /** @type {Headers} */ headers = {}, /** @type {string | Buffer} */ body = "") {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(head(status, { "content-length": bytes.length, ...headers }), "latin1"), bytes]);
}

/** Answers as HTTP has it. @returns {Step} */
export function answer(/** @type {number} */ status, /** @type {Headers} */ headers = {}, /** @type {string | Buffer} */ body = "") {
  return ({ write }) => write(whole(status, headers, body));
}

/** Answers with a body of JSON. @returns {Step} */
export const json = (/** @type {number} */ status, /** @type {unknown} */ value, /** @type {Headers} */ headers = {}) => answer(status, headers, JSON.stringify(value));

/** Answers with a page that a proxy, a firewall or a captive portal wrote. @returns {Step} */
export const html = (/** @type {number} */ status, /** @type {string} */ body) => answer(status, { "content-type": "text/html", "x-amzn-requestid": undefined }, body);

/** Answers with an error of the service. @returns {Step} */
export const refusal = (/** @type {number} */ status, /** @type {string} */ code, /** @type {string} */ message, /** @type {Headers} */ headers = {}) =>
  json(status, { exceptionMessage: message, message }, { "x-amzn-errortype": code, ...headers });

/** The response without a fault. */
export const ok = answer(200, {}, CHANNEL);

/** Writes bytes and leaves the connection open. @returns {Step} */
export const bytes = (/** @type {(string | Buffer)[]} */ ...parts) => ({ write }) => write(...parts);

/** Writes bytes and closes the connection in the usual way. @returns {Step} */
export const bytesThenEnd = (/** @type {(string | Buffer)[]} */ ...parts) => ({ end }) => end(...parts);

/** Writes bytes, lets them arrive, and resets. A reset overtakes what the client has not read yet. @returns {Step} */
export const bytesThenReset = (/** @type {(string | Buffer)[]} */ ...parts) => async ({ write, reset }) => {
  if (parts.length > 0) {
    write(...parts);
    await pause(100);
  }
  reset();
};

/** Says nothing until the client leaves. @type {Step} */
export const silence = () => {};

/** Answers well, but late. @returns {Step} */
export const late = (/** @type {number} */ milliseconds) => async ({ write }) => {
  await pause(milliseconds);
  write(whole(200, {}, CHANNEL));
};

/** Answers well, a part of the body at a time. @returns {Step} */
export const trickle = (/** @type {number} */ parts, /** @type {number} */ milliseconds) => async ({ write, gone }) => {
  const length = Math.ceil(CHANNEL.length / parts);
  write(head(200, { "content-length": CHANNEL.length }));
  for (let start = 0; start < CHANNEL.length; start += length) {
    const left = await Promise.race([pause(milliseconds, false), gone.then(() => true)]);
    if (left) return;
    write(CHANNEL.slice(start, start + length));
  }
};

/** Sends the client to the fault's second server. @returns {Step} */
export const redirect = (/** @type {number} */ status) => async (exchange) => {
  const { stage, request } = exchange;
  await answer(status, { location: `${stage.other.origin}${request.path}` })(exchange);
};

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/**
 * Does a step, and aborts when the client could have seen it. Garbage is collected first, as it may be at any time: Node's `fetch`
 * does not notice the signal of a `Request` that is garbage.
 * @returns {Step}
 */
export const givenUp = (/** @type {Step} */ step) => async (exchange) => {
  await step(exchange);
  await pause(100);
  collectGarbage();
  await pause(50);
  exchange.stage.giveUp();
};

/** Milliseconds from the moment that the request was signed for until now. */
function age({ headers }) {
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)T(..)(..)(..)Z$/.exec(headers["x-amz-date"]) ?? [];
  return Date.now() - Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
}

/**
 * Checks the date of the signature by a clock that is ahead by so many milliseconds: an offset of five minutes is too much.
 * @param {number} ahead
 * @param {Step} refuse
 * @returns {Step}
 */
export const byClock = (ahead, refuse) => (exchange) => (Math.abs(age(exchange.request) + ahead) < 300_000 ? clocked(ahead, ok) : refuse)(exchange);

/** A step whose answer has the `Date` of a clock that is so many milliseconds ahead. @returns {Step} */
export const clocked = (/** @type {number} */ ahead, /** @type {Step} */ step) => (exchange) => {
  const date = new Date(Date.now() + ahead).toUTCString();
  const dated = (/** @type {string | Buffer} */ part) => Buffer.from(Buffer.from(part).toString("latin1").replace("\r\n", `\r\ndate: ${date}\r\n`), "latin1");
  return step({ ...exchange, write: (...parts) => exchange.write(...parts.map(dated)) });
};

/** Takes only requests that are signed with this session token. @returns {Step} */
export const byToken = (/** @type {string} */ token, /** @type {Step} */ refuse) => (exchange) =>
  (exchange.request.headers["x-amz-security-token"] === token ? ok : refuse)(exchange);
