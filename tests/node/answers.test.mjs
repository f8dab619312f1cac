// @ts-check
// Answers as servers and proxies may frame, encode and break them, read by Node's own transport and by `fetch`.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as turn, setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { offline, rejection } from "./behave.mjs";
import { serve, whole } from "./serve.mjs";

/** @import { Exchange } from "./serve.mjs" */

const BODY = '{"channel":{"arn":"a"}}';
const CHANNEL = { arn: "a" };
const MIB = 2 ** 20;
const TRANSPORTS = { "Node's own transport": undefined, fetch: globalThis.fetch };

const client = (/** @type {string} */ endpoint, /** @type {any} */ config = {}) => offline({ endpoint, ...config });

/** Status line, headers and body. @param {Record<string, unknown>} headers a list is a header sent several times */
const raw = (headers, body = BODY, line = "HTTP/1.1 200 OK") =>
  `${line}\r\n${Object.entries(headers).flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}\r\n`)).join("")}\r\n${body}`;

const length = BODY.length;
const chunks = `9\r\n${BODY.slice(0, 9)}\r\n${(length - 9).toString(16)}\r\n${BODY.slice(9)}\r\n0\r\n`;
const chunked = raw({ "transfer-encoding": "chunked" }, chunks);

/**
 * Plays an answer, at once and in parts, and compares the outcome of each transport, attempts and requests included.
 *
 * @param {(string | Buffer)[]} parts
 * @param {"END"} [end] the server closes the connection after them
 */
async function outcomes(/** @type {import("node:test").TestContext} */ context, parts, end) {
  /** @type {Record<string, unknown>} */
  const seen = {};
  for (const [name, fetch] of Object.entries(TRANSPORTS)) {
    for (const isSplit of [false, true]) {
      const server = await serve(context, async (exchange) => {
        const bytes = parts.map((part) => Buffer.from(part));
        for (const part of isSplit ? bytes : [Buffer.concat(bytes)]) {
          exchange.write(part);
          await turn();
        }
        if (end) exchange.end();
      });
      const outcome = await client(server.endpoint, { fetch }).getChannel({ arn: "a" }).then(
        (/** @type {any} */ { channel, $metadata }) => ({ channel, attempts: $metadata.attempts }),
        (/** @type {any} */ error) => ({ error: error.name, attempts: error.$metadata.attempts }),
      );
      seen[isSplit ? `${name}, in parts` : name] = { ...outcome, requests: server.requests.length };
    }
  }
  return seen;
}

const everywhere = (/** @type {object} */ outcome) =>
  Object.fromEntries(Object.keys(TRANSPORTS).flatMap((name) => [[name, outcome], [`${name}, in parts`, outcome]]));

describe("an answer is taken once, as fetch takes it:", () => {
  const right = /** @type {[string, (string | Buffer)[], "END"?][]} */ ([
    ["with two stray bytes behind it", [whole(BODY), "xx"]],
    ["with empty lines behind it", [whole(BODY), "\r\n\r\n"]],
    ["with another answer behind it", [whole(BODY), whole('{"channel":{"arn":"other"}}')]],
    ["with half of another answer behind it", [whole(BODY), "HTTP/1.1 200 OK\r\nconte"]],
    ["with 100 KB behind it", [whole(BODY), "x".repeat(100_000)]],
    ["with stray bytes behind it, and the connection closed", [whole(BODY, { connection: "close" }), "xx"], "END"],
    ["in chunks", [chunked, "\r\n"]],
    ["in chunks, with stray bytes behind it", [chunked, "\r\n", "xx"]],
    ["in chunks with extensions and trailers", [chunked.replace("9\r\n", "9;a=b\r\n"), "x-checksum: c\r\n\r\n"]],
    ["in chunks with trailers, and stray bytes behind it", [chunked, "x-checksum: c\r\n\r\n", "xx"]],
    ["of HTTP/1.0, which ends with the connection", [raw({}, BODY, "HTTP/1.0 200 OK")], "END"],
    ["of HTTP/1.0, on a connection that is kept", [raw({ connection: "keep-alive", "content-length": length }, BODY, "HTTP/1.0 200 OK")]],
    ["without a length, which ends with the connection", [raw({})], "END"],
    ["without a reason", [raw({ "content-length": length }, BODY, "HTTP/1.1 200")]],
    ["with header values beyond ASCII", [Buffer.from(raw({ "content-length": length, "x-name": "gr\u00fc\u00df" }), "latin1")]],
    ["that offers another protocol", [whole(BODY, { connection: "upgrade", upgrade: "h2c" })]],
    ["with a content-encoding that names none", [whole(BODY, { "content-encoding": "utf-8" })]],
    ["with an empty content-encoding", [whole(BODY, { "content-encoding": "" })]],
    ["with two content-encodings", [raw({ "content-encoding": ["deflate", "gzip"], "content-length": gzipSync(deflateSync(BODY)).length }, ""), gzipSync(deflateSync(BODY))]],
  ]);
  for (const [what, parts, end] of right) {
    test(what, async (context) => {
      assert.deepEqual(await outcomes(context, parts, end), everywhere({ channel: CHANNEL, attempts: 1, requests: 1 }));
    });
  }

  const empty = /** @type {[string, string | Buffer][]} */ ([
    ["204 with a length and a body", whole(BODY, {}, "204 No Content")],
    ["204 with a body", raw({}, BODY, "HTTP/1.1 204 No Content")],
    ["without a body, with stray bytes behind it", Buffer.concat([whole(""), Buffer.from("xx")])],
  ]);
  for (const [what, bytes] of empty) {
    test(what, async (context) => {
      assert.deepEqual(await outcomes(context, [bytes]), everywhere({ channel: undefined, attempts: 1, requests: 1 }));
    });
  }

  for (const coding of ["gzip,", ", gzip", "identity, gzip", "gzip, identity"]) {
    test(`with the content-encoding "${coding}", which fetch does not decode`, async (context) => {
      const server = await serve(context, ({ write }) => write(whole(gzipSync(BODY), { "content-encoding": coding })));
      assert.deepEqual((await client(server.endpoint).getChannel({ arn: "a" })).channel, CHANNEL);
    });
  }

  test("with a hundred informational answers before it", async (context) => {
    const server = await serve(context, ({ write }) => write(Buffer.concat([Buffer.from("HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n".repeat(100)), whole(BODY)])));
    assert.deepEqual((await client(server.endpoint).getChannel({ arn: "a" })).channel, CHANNEL);
  });
});

describe("an answer that is garbled is lost, and asked for again:", () => {
  const wrong = /** @type {[string, string, "END"?][]} */ ([
    ["two lengths that differ", raw({ "content-length": [length, 5] })],
    ["a length and chunks", raw({ "content-length": length, "transfer-encoding": "chunked" }, `${chunks}\r\n`)],
    ["a negative length", raw({ "content-length": "-1" })],
    ["a length beyond 64 bits", raw({ "content-length": "9".repeat(30) })],
    ["a control character in a header", raw({ "content-length": length, "x-name": "a\u0001b" })],
    ["an unknown version of HTTP", raw({ "content-length": length }, BODY, "HTTP/1.2 200 OK")],
    ["a status of four digits", raw({ "content-length": length }, BODY, "HTTP/1.1 1000 OK")],
    ["3,000 headers", raw(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`x-${i}`, "y"])))],
    ["chunks that are cut off", chunked.slice(0, -20), "END"],
    ["a body that is cut off", raw({ "content-length": length + 1 }), "END"],
    ["an informational answer and no other", "HTTP/1.1 100 Continue\r\n\r\n", "END"],
  ]);
  for (const [what, text, end] of wrong) {
    test(what, async (context) => {
      assert.deepEqual(await outcomes(context, [Buffer.from(text, "latin1")], end), everywhere({ error: "NetworkError", attempts: 3, requests: 3 }));
    });
  }
});

describe("an error shows no bytes of an answer:", () => {
  const SECRET = "sk_us-west-2_AbCdEfGhIjKl_MnOpQrStUvWxYz";
  const body = JSON.stringify({ streamKey: { value: SECRET } });
  const broken = /** @type {[string, string][]} */ ([
    ["no HTTP", `${body}\r\n\r\n`],
    ["a header that is none", `HTTP/1.1 200 OK\r\n${SECRET}\r\n\r\n${body}`],
    ["a control character in a header", raw({ "x-key": `${SECRET}\u0001` }, body)],
    ["chunks without a length", raw({ "transfer-encoding": "chunked" }, body)],
    ["two lengths", raw({ "content-length": [body.length, 1] }, body)],
    ["a header of 100 KB", raw({ "x-long": SECRET.repeat(2500) }, body)],
    ["a body that is cut off", raw({ "content-length": 1000 }, body)],
    ["a body that is not encoded as it says", raw({ "content-encoding": "gzip", "content-length": body.length }, body)],
    ["a chunk of the wrong length", raw({ "transfer-encoding": "chunked" }, `5\r\n${body}\r\n0\r\n\r\n`)],
  ]);
  for (const [what, text] of broken) {
    test(what, async (context) => {
      for (const [name, fetch] of Object.entries(TRANSPORTS)) {
        const server = await serve(context, ({ write, end }) => (write(Buffer.from(text, "latin1")), end()));
        const error = await rejection(client(server.endpoint, { fetch, maxAttempts: 1 }).getStreamKey({ arn: "a" }));
        assert.deepEqual([name, error.name], [name, "NetworkError"]);
        assert.ok(error.cause instanceof Error && error.cause.message !== "");
        for (const shown of [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error.cause), JSON.stringify(everything(error))]) {
          assert.ok(!shown.includes("AbCdEf"), `${name}: ${shown}`);
        }
      }
    });
  }

  test("nor a cause of its cause, and what is no such error stays as it is", async () => {
    const parser = Object.assign(new Error("Parse Error"), { name: "HTTPParserError", code: "HPE_INVALID_CONSTANT", data: SECRET });
    const failed = new TypeError("fetch failed", { cause: new Error("inner", { cause: parser }) });
    const error = await rejection(offline({ maxAttempts: 1, fetch: async () => Promise.reject(failed) }).getStreamKey({ arn: "a" }));
    assert.deepEqual([error.cause.name, error.cause.message, error.cause.cause.message, error.cause.cause.cause.name, error.cause.cause.cause.code], ["TypeError", "fetch failed", "inner", "HTTPParserError", "HPE_INVALID_CONSTANT"]);
    assert.ok(!inspect(error, { depth: 20 }).includes(SECRET));
    assert.equal(parser.data, SECRET);
    const circular = new Error("round");
    circular.cause = circular;
    for (const thrown of [circular, new TypeError("mine"), "text", undefined, { message: "no error" }]) {
      const error = await rejection(offline({ maxAttempts: 1, fetch: async () => Promise.reject(thrown) }).getStreamKey({ arn: "a" }));
      assert.equal(error.cause, thrown);
    }
  });

  /** All values that are reachable from it, accessors and what is hidden included. @returns {string[]} */
  function everything(/** @type {any} */ value, seen = new Set()) {
    if (typeof value === "string") return [value];
    if (ArrayBuffer.isView(value)) return [Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1")];
    if (typeof value !== "object" || value === null || seen.has(value)) return [];
    seen.add(value);
    return Reflect.ownKeys(value).flatMap((key) => everything(value[key], seen));
  }
});

describe("a body is bounded:", () => {
  /** Writes without end, as fast as it is read; counts the bytes that were sent. @param {string} head */
  const endless = (head) => {
    const sent = { bytes: 0 };
    const piece = Buffer.alloc(MIB, " ");
    const answer = async (/** @type {Exchange} */ { write, socket }) => {
      write(head);
      while (!socket.destroyed) {
        const isTaken = socket.write(head.includes("chunked") ? Buffer.concat([Buffer.from("100000\r\n"), piece, Buffer.from("\r\n")]) : piece);
        sent.bytes += MIB;
        if (!isTaken) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), new Promise((resolve) => socket.once("close", resolve))]);
      }
    };
    return { sent, answer };
  };
  const heads = {
    "without a length": raw({}, "{"),
    "of 1 TB": raw({ "content-length": 1e12 }, "{"),
    "in chunks": raw({ "transfer-encoding": "chunked" }, ""),
    "of an error": raw({}, "{", "HTTP/1.1 503 Service Unavailable"),
  };
  for (const [name, fetch] of Object.entries(TRANSPORTS)) {
    for (const [what, head] of Object.entries(heads)) {
      test(`an endless one ${what}, by ${name}, is read up to 16 MiB, once, and its connection is closed`, async (context) => {
        const { sent, answer } = endless(head);
        const server = await serve(context, answer);
        const error = await rejection(client(server.endpoint, { fetch, requestTimeout: 0 }).getChannel({ arn: "a" }));
        assert.deepEqual([error.name, error.$metadata.attempts, server.requests.length], ["NetworkError", 1, 1]);
        assert.equal(error.message, "the response cannot be used: it is larger than 16 MiB");
        await server.closed(1);
        assert.ok(sent.bytes < 32 * MIB, `${sent.bytes / MIB} MiB`);
      });
    }

    test(`one of 16 MiB is read by ${name}, one of a byte more is not`, async (context) => {
      const body = `{"channel":{"arn":"a"},"x":"${" ".repeat(16 * MIB)}"}`.replace(/ {30}"}$/, '"}');
      for (const headers of [{}, { "transfer-encoding": "chunked" }]) {
        for (const excess of [0, 1]) {
          const text = body + " ".repeat(excess);
          assert.equal(text.length, 16 * MIB + excess);
          const framed = "transfer-encoding" in headers ? `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n` : text;
          const server = await serve(context, ({ write }) => write(raw("transfer-encoding" in headers ? headers : { "content-length": text.length }, framed)));
          const call = client(server.endpoint, { fetch }).getChannel({ arn: "a" });
          assert.equal(await call.then(() => "read", () => "too large"), excess ? "too large" : "read");
        }
      }
    });

    const layers = (/** @type {number} */ count, /** @type {Buffer} */ body) => Array.from({ length: count }).reduce((/** @type {Buffer} */ inner) => gzipSync(inner), body);
    const large = Buffer.alloc(300 * MIB, " ");
    const bombs = /** @type {[string, Buffer, string][]} */ ([
      ["one layer of gzip", layers(1, large), "gzip"],
      ["three layers of gzip", layers(3, large), "gzip, gzip, gzip"],
      ["five layers", layers(5, large), Array(5).fill("gzip").join()],
      ["deflate", deflateSync(large), "deflate"],
      ["brotli", brotliCompressSync(large, { params: { 1: 1 } }), "br"],
    ]);
    for (const [what, body, coding] of bombs) {
      test(`${what} that become 300 MiB, by ${name}, are unpacked up to 16 MiB, once`, async (context) => {
        const server = await serve(context, ({ write }) => write(whole(body, { "content-encoding": coding })));
        const before = process.memoryUsage().rss;
        const error = await rejection(client(server.endpoint, { fetch }).getChannel({ arn: "a" }));
        assert.match(error.message, /: it is larger than 16 MiB$/);
        assert.deepEqual([error.name, error.$metadata.attempts, server.requests.length], ["NetworkError", 1, 1]);
        const grown = process.memoryUsage().rss - before;
        assert.ok(grown < 200 * MIB, `${grown / MIB} MiB`);
      });
    }
  }

  test("six layers are not unpacked, whatever is in them", async (context) => {
    const codings = ["gzip", "deflate", "gzip", "deflate", "gzip", "deflate"];
    const body = codings.reduce((inner, coding) => (coding === "gzip" ? gzipSync(inner) : deflateSync(inner)), Buffer.from(BODY));
    const server = await serve(context, ({ write }) => write(whole(body, { "content-encoding": codings.join() })));
    const error = await rejection(client(server.endpoint).getChannel({ arn: "a" }));
    assert.deepEqual([error.name, error.$metadata.attempts, server.requests.length], ["NetworkError", 1, 1]);
    assert.equal(error.message, "the response cannot be used: it has 6 encodings, one around the other");
  });

  test("that of config.fetch is read up to 16 MiB, and then cancelled", async () => {
    for (const status of [200, 500]) {
      let cancelled = 0;
      let pulled = 0;
      const stream = () => new ReadableStream({
        pull: (controller) => controller.enqueue((pulled++, new Uint8Array(MIB).fill(32))),
        cancel: () => (cancelled++, Promise.reject(new Error("of no interest"))),
      });
      const error = await rejection(offline({ fetch: async () => new Response(stream(), { status }) }).getChannel({ arn: "a" }));
      assert.match(error.message, /: it is larger than 16 MiB$/);
      assert.deepEqual([cancelled, pulled < 20, error.$metadata.attempts], [1, true, 1]);
    }
  });

  test("a response that was patched is asked for its text", async () => {
    const patched = new Response("encrypted");
    patched.text = async () => BODY;
    const { channel } = await offline({ fetch: async () => patched }).getChannel({ arn: "a" });
    assert.deepEqual(channel, CHANNEL);
  });

  test("text in UTF-8 is read as `text()` reads it, wherever it is split", async () => {
    const bytes = Buffer.from(`\uFEFF{"channel":{"name":"gr\u00fc\u00df \u{1F600}"}}`);
    const stream = new ReadableStream({
      start: (controller) => {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { channel } = await offline({ fetch: async () => new Response(stream) }).getChannel({ arn: "a" });
    assert.equal(channel.name, "gr\u00fc\u00df \u{1F600}");
  });
});

test("an answer that trickles in ends with the time that an attempt has", async (context) => {
  const server = await serve(context, async ({ write, socket }) => {
    write(raw({ "content-length": 1e6 }, "{"));
    while (!socket.destroyed) {
      write(" ");
      await pause(5);
    }
  });
  for (const fetch of Object.values(TRANSPORTS)) {
    const error = await rejection(client(server.endpoint, { fetch, requestTimeout: 100, maxAttempts: 1 }).getChannel({ arn: "a" }));
    assert.equal(error.name, "TimeoutError");
  }
  await server.closed(2);
});
