// @ts-check
// Many concurrent calls over sockets, to a server that does to each request one of some thirty things by lot. 4,000 calls; CALLS=100000, in
// some minutes, makes them a hundred thousand, and SEED=7 draws other lots.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { offline } from "./behave.mjs";
import { serve, whole } from "./serve.mjs";

const CALLS = Number(process.env.CALLS ?? 4000);
const SEED = Number(process.env.SEED ?? 1);
const AT_ONCE = 200;
/** Clients, so that no bucket of retries runs empty. */
const CLIENTS = 50;
/** Servers, because the system makes connections late when it has used all ports to one of them. */
const SERVERS = 10;
const TIMEOUT = 3000;

/** Numbers from 0 to 1: the same for the same seed. */
function lots(/** @type {number} */ seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @typedef {import("./serve.mjs").Exchange & { body: string }} Exchange with the right body of the answer */
/** @typedef {"answered" | "lost" | "late" | "unusable" | "refused" | "failed"} Outcome of an attempt: only what is lost, late or failed is tried again */
/** @typedef {{ name: string, outcome: Outcome, weight: number, play: (exchange: Exchange) => void }} Fault */

const BOMB = gzipSync(gzipSync(Buffer.alloc(40 * 2 ** 20, " ")));
const chunked = (/** @type {string} */ body) => `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const head = (/** @type {string} */ body, more = "") => `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n${more}\r\n`;

/** @type {Fault[]} */
const FAULTS = [
  { name: "a right answer", outcome: "answered", weight: 60, play: ({ write, body }) => write(whole(body)) },
  { name: "a right answer, a bit later", outcome: "answered", weight: 10, play: ({ write, body }) => setTimeout(write, 5, whole(body)) },
  { name: "in parts", outcome: "answered", weight: 3, play: ({ write, body }) => (write(head(body)), setTimeout(write, 2, body)) },
  { name: "in chunks", outcome: "answered", weight: 3, play: ({ write, body }) => write(chunked(body)) },
  { name: "gzip", outcome: "answered", weight: 2, play: ({ write, body }) => write(whole(gzipSync(body), { "content-encoding": "gzip" })) },
  { name: "informational answers first", outcome: "answered", weight: 2, play: ({ write, body }) => write(`HTTP/1.1 103 Early Hints\r\n\r\n${head(body)}${body}`) },
  { name: "stray bytes behind it", outcome: "answered", weight: 3, play: ({ write, body }) => write(`${head(body)}${body}xx`) },
  { name: "stray bytes a bit later", outcome: "answered", weight: 1, play: ({ write, body, socket }) => (write(whole(body)), spoilt.add(socket), setTimeout(write, 3, "xx")) },
  { name: "another answer behind it", outcome: "answered", weight: 1, play: ({ write, body }) => write(`${head(body)}${body}${head(OTHER)}${OTHER}`) },
  { name: "closed behind it", outcome: "answered", weight: 3, play: ({ write, body, end }) => (write(`${head(body, "connection: close\r\n")}${body}`), end()) },
  { name: "closed behind it without a word", outcome: "answered", weight: 3, play: ({ write, body, end }) => (write(whole(body)), end()) },
  { name: "its end is that of the connection", outcome: "answered", weight: 1, play: ({ write, body, end }) => (write(`HTTP/1.0 200 OK\r\n\r\n${body}`), end()) },
  { name: "announces that it closes soon", outcome: "answered", weight: 1, play: ({ write, body }) => write(`${head(body, "keep-alive: timeout=1\r\n")}${body}`) },
  { name: "reset", outcome: "lost", weight: 3, play: ({ reset }) => reset() },
  { name: "closed", outcome: "lost", weight: 2, play: ({ end }) => end() },
  { name: "cut off in the status", outcome: "lost", weight: 1, play: ({ write, end }) => (write("HTTP/1.1 20"), end()) },
  { name: "cut off in the headers", outcome: "lost", weight: 1, play: ({ write, end }) => (write("HTTP/1.1 200 OK\r\nconte"), end()) },
  { name: "cut off in the body", outcome: "lost", weight: 2, play: ({ write, body, end }) => (write(head(body) + body.slice(0, 9)), end()) },
  { name: "reset in the body", outcome: "lost", weight: 1, play: ({ write, body, reset }) => (write(head(body) + body.slice(0, 9)), setTimeout(reset, 2)) },
  { name: "cut off in a chunk", outcome: "lost", weight: 1, play: ({ write, body, end }) => (write(chunked(body).slice(0, -20)), end()) },
  { name: "no HTTP", outcome: "lost", weight: 1, play: ({ write }) => write("SSH-2.0-OpenSSH_9.6\r\n\r\n") },
  { name: "two lengths", outcome: "lost", weight: 1, play: ({ write, body }) => write(head(body, "content-length: 3\r\n") + body) },
  { name: "no gzip", outcome: "lost", weight: 0.5, play: ({ write, body }) => write(whole(body, { "content-encoding": "gzip" })) },
  { name: "silence", outcome: "late", weight: 0.1, play: () => {} },
  { name: "half an answer and silence", outcome: "late", weight: 0.1, play: ({ write, body }) => write(head(body) + body.slice(0, 9)) },
  { name: "a bomb", outcome: "unusable", weight: 0.1, play: ({ write }) => write(whole(BOMB, { "content-encoding": "gzip, gzip" })) },
  { name: "too many encodings", outcome: "unusable", weight: 0.5, play: ({ write, body }) => write(whole(body, { "content-encoding": "gzip,".repeat(9) })) },
  { name: "refused", outcome: "refused", weight: 2, play: ({ write }) => write(whole("{}", { "x-amzn-errortype": "ValidationException" }, "400 Bad Request")) },
  { name: "500", outcome: "failed", weight: 2, play: ({ write }) => write(whole("{}", {}, "500 Internal Server Error")) },
  { name: "503 with stray bytes", outcome: "failed", weight: 1, play: ({ write }) => write(Buffer.concat([whole("{}", {}, "503 Service Unavailable"), Buffer.from("xx")])) },
];
/** What happens to a request that comes on a connection that the server has closed, or is about to spoil. @type {Fault} */
const TOO_LATE = { name: "read from a connection that was given up", outcome: "lost", weight: 0, play: ({ reset }) => reset() };
/** @type {WeakSet<import("node:net").Socket>} */
const spoilt = new WeakSet();
const OTHER = '{"channel":{"name":"somebody else\'s"}}';

/** What a call comes to whose last attempt had this outcome. */
const ERRORS = { lost: "NetworkError", late: "TimeoutError", unusable: "NetworkError", refused: "ValidationException", failed: "IvsServiceException" };

test(`${CALLS} calls with mixed faults: each has its own answer, none is sent once more than it says, and all settle`, { timeout: 600_000 }, async (context) => {
  const random = lots(SEED);
  const total = FAULTS.reduce((sum, { weight }) => sum + weight, 0);
  // Each once, before they are drawn.
  const first = [...FAULTS];
  const draw = () => {
    const next = first.pop();
    if (next) return next;
    let lot = random() * total;
    return /** @type {Fault} */ (FAULTS.find(({ weight }) => (lot -= weight) < 0) ?? FAULTS[0]);
  };
  /** What was done to the requests of each call. @type {Map<string, { attempt: string, fault: Fault, at: number }[]>} */
  const received = new Map();
  const answer = (/** @type {import("./serve.mjs").Exchange} */ exchange) => {
    const { name } = JSON.parse(exchange.request.body);
    const fault = exchange.socket.writableEnded || spoilt.has(exchange.socket) ? TOO_LATE : draw();
    const [attempt = ""] = (exchange.request.headers["amz-sdk-request"] ?? "").split(";");
    received.set(name, [...(received.get(name) ?? []), { attempt, fault, at: performance.now() }]);
    fault.play({ ...exchange, body: JSON.stringify({ channel: { name } }) });
  };
  const servers = await Promise.all(Array.from({ length: SERVERS }, () => serve(context, answer)));
  const sent = () => servers.reduce((sum, { requests }) => sum + requests.length, 0);
  /** @type {unknown[]} */
  const warnings = [];
  const warn = (/** @type {Error} */ warning) => warnings.push(warning);
  process.on("warning", warn);
  context.after(() => void process.off("warning", warn));

  const clients = Array.from({ length: CLIENTS }, (_, i) => offline({ endpoint: servers[i % SERVERS]?.endpoint, requestTimeout: TIMEOUT, maxAttempts: (i % 3) + 1 }));
  const seen = /** @type {Record<string, number>} */ ({});
  let calls = 0;
  const call = async () => {
    const name = `call-${calls++}`;
    const began = performance.now();
    const max = ((calls % CLIENTS) % 3) + 1;
    const controller = new AbortController();
    const isAborted = random() < 0.02;
    if (isAborted) setTimeout(() => controller.abort(name), random() * 10);
    const options = isAborted || random() < 0.2 ? { abortSignal: controller.signal } : {};
    const outcome = await clients[calls % CLIENTS].createChannel({ name }, options).then(
      (/** @type {any} */ output) => ({ output, attempts: output.$metadata.attempts }),
      (/** @type {any} */ error) => ({ error, attempts: error?.$metadata?.attempts }),
    );
    const settled = performance.now();
    const requests = received.get(name) ?? [];
    // On a busy machine any answer may be late.
    const isSlow = settled - began > TIMEOUT - 50;
    const what = `${name}: ${requests.map(({ fault }) => fault.name).join(", then ")}`;
    // One attempt, one request: no number comes twice.
    assert.equal(new Set(requests.map(({ attempt }) => attempt)).size, requests.length, what);
    assert.ok(requests.length <= max, what);
    for (const { fault } of requests.slice(0, -1)) assert.ok(isSlow || ["lost", "failed"].includes(fault.outcome), what);
    if (outcome.error === name) {
      assert.ok(isAborted);
      seen.aborted = (seen.aborted ?? 0) + 1;
      return;
    }
    assert.ok(outcome.attempts <= max && requests.length <= outcome.attempts, what);
    const last = requests.at(-1)?.fault.outcome;
    if (outcome.output) assert.deepEqual([outcome.output.channel.name, last], [name, "answered"], what);
    else {
      // What was sent on a connection that was closed meanwhile, the server has not read.
      const isRead = requests.at(-1)?.attempt === `attempt=${outcome.attempts}`;
      const expected = isRead ? ERRORS[/** @type {keyof typeof ERRORS} */ (last)] : "NetworkError";
      if (!isSlow || outcome.error.name !== "TimeoutError") assert.equal(outcome.error.name, expected, `${what}: ${outcome.error}`);
    }
    const kind = outcome.error?.name ?? `answered by attempt ${outcome.attempts}`;
    seen[kind] = (seen[kind] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (calls < CALLS) await call();
  }));

  context.diagnostic(JSON.stringify(seen));
  assert.equal(Object.values(seen).reduce((sum, count) => sum + count), calls);
  assert.equal(first.length, 0);
  // Nothing is sent after the calls have settled.
  const count = sent();
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(sent(), count);
  assert.deepEqual(warnings, []);
});
