// @ts-check
// The transport in Node: node:http and node:https, to servers that do only what a test needs.

import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, test } from "node:test";
import { node, offline, rejection } from "./behave.mjs";
import { serve, whole } from "./serve.mjs";

const BODY = '{"channels":[{"arn":"a","name":"gr\u00fc\u00df dich"}]}';
const CHANNELS = [{ arn: "a", name: "gr\u00fc\u00df dich" }];
const PEM = fileURLToPath(new URL("localhost.pem", import.meta.url));

/** A client of that server, which tries once. */
const client = (/** @type {string} */ endpoint, /** @type {any} */ config = {}) => offline({ endpoint, maxAttempts: 1, ...config });

/** Lines of a program that calls an endpoint once, and prints the status or the error. */
const program = (/** @type {string} */ endpoint, /** @type {string} */ before = "") => `
  ${before}
  const { IvsClient } = await import("ivs-wasm");
  const ivs = new IvsClient({ region: "us-west-2", endpoint: "${endpoint}", maxAttempts: 1, credentials: { accessKeyId: "AKID", secretAccessKey: "x" } });
  console.log(await ivs.listChannels({}).then((output) => output.$metadata.httpStatusCode, (error) => error.name + " " + error.cause?.code));
`;

describe("a request", () => {
  test("goes over node:http with the necessary headers and no others, and the next one over the same connection", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    const ivs = client(server.endpoint);
    assert.deepEqual((await ivs.listChannels({})).channels, CHANNELS);
    await ivs.listChannels({ maxResults: 2 });
    assert.equal(server.connections, 1);
    const names = server.requests.map(({ headers }) => Object.keys(headers).sort());
    const sent = ["amz-sdk-invocation-id", "amz-sdk-request", "authorization", "connection", "content-length", "content-type", "host", "user-agent"];
    assert.deepEqual(names, Array(2).fill([...sent, "x-amz-date", "x-amz-user-agent"]));
    assert.match(server.requests[0].headers["user-agent"], /^ivs-wasm\/\S+ api\/ivs#/);
    assert.equal(server.requests[0].headers["user-agent"], server.requests[0].headers["x-amz-user-agent"]);
    const { method, path, headers, body } = server.requests[1];
    assert.deepEqual([method, path, headers.host, body], ["POST", "/ListChannels", new URL(server.endpoint).host, '{"maxResults":2}']);
  });

  test("without a body has neither content-length nor transfer-encoding", async (context) => {
    const server = await serve(context, ({ write }) => write(whole("{}")));
    await client(server.endpoint).untagResource({ resourceArn: "arn:aws:ivs:us-west-2:1:channel/a", tagKeys: ["k"] });
    const [{ method, path, headers }] = server.requests;
    assert.deepEqual([method, path], ["DELETE", "/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A1%3Achannel%2Fa?tagKeys=k"]);
    assert.deepEqual([headers["transfer-encoding"], headers["content-length"]], [undefined, undefined]);
  });

  test("to an IPv6 address has brackets where they belong", async (context) => {
    const server = await serve(context, ({ write }) => write(whole("{}")));
    const agent = new http.Agent();
    /** @type {any} */
    let asked;
    agent.createConnection = /** @type {any} */ ((/** @type {any} */ options) => (asked = options, server.connect()));
    await client("http://[::1]:8080", { agent }).listChannels({});
    assert.deepEqual([asked.host, String(asked.port), server.requests[0].headers.host], ["::1", "8080", "[::1]:8080"]);
  });

  test("does not wait for another: fifty calls use fifty connections", async (context) => {
    /** @type {(() => void)[]} */
    const waiting = [];
    const server = await serve(context, ({ write }) => {
      waiting.push(() => write(whole(BODY)));
      if (waiting.length === 50) for (const answer of waiting) answer();
    });
    const ivs = client(server.endpoint);
    await Promise.all(Array.from({ length: 50 }, () => ivs.listChannels({})));
    assert.equal(server.connections, 50);
  });

  test("waits for one of 256 connections, and may be aborted meanwhile", async (context) => {
    /** @type {(() => void)[]} */
    const waiting = [];
    let isOpen = false;
    const server = await serve(context, ({ write }) => {
      const answer = () => write(whole(BODY));
      if (isOpen) answer();
      else waiting.push(answer);
    });
    const ivs = client(server.endpoint);
    const calls = Array.from({ length: 256 }, () => ivs.listChannels({}));
    await server.request(256);
    const controller = new AbortController();
    const aborted = rejection(ivs.listChannels({}, { abortSignal: controller.signal }));
    const late = rejection(ivs.listChannels({}, { requestTimeout: 20 }));
    const later = Array.from({ length: 300 }, () => ivs.listChannels({}));
    assert.equal((await late).name, "TimeoutError");
    controller.abort("enough");
    assert.equal(await aborted, "enough");
    assert.deepEqual([server.connections, server.requests.length], [256, 256]);
    isOpen = true;
    for (const answer of waiting) answer();
    for (const { channels } of await Promise.all([...calls, ...later])) assert.deepEqual(channels, CHANNELS);
    assert.deepEqual([server.connections, server.requests.length], [256, 556]);
  });
});

describe("the global fetch", () => {
  test("is called by a client that was configured with it", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    await client(server.endpoint, { fetch: globalThis.fetch }).listChannels({});
    assert.equal(server.requests[0].headers["sec-fetch-mode"], "cors");
  });

  test("is called by all clients while it is not Node's own", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    const ivs = client(server.endpoint);
    const real = globalThis.fetch;
    context.after(() => void (globalThis.fetch = real));
    /** @type {any[]} */
    const asked = [];
    globalThis.fetch = async (...given) => (asked.push(given), new Response("{}"));
    await ivs.listChannels({});
    globalThis.fetch = real;
    await ivs.listChannels({});
    assert.equal(asked.length, 1);
    assert.ok(asked[0][1].signal instanceof AbortSignal);
    assert.deepEqual([asked[0][1].method, asked[0][0]], ["POST", `${server.endpoint}/ListChannels`]);
    assert.equal(server.requests.length, 1);
  });

  test("that replaced it is given an AbortSignal, which is aborted with the reason of the call's", async (context) => {
    const real = globalThis.fetch;
    context.after(() => void (globalThis.fetch = real));
    /** @type {any[]} */
    const reasons = [];
    globalThis.fetch = (_, init) => new Promise((_, reject) => {
      const { signal } = /** @type {RequestInit & { signal: AbortSignal }} */ (init);
      signal.addEventListener("abort", () => (reasons.push(signal.reason), reject(signal.reason)));
    });
    const controller = new AbortController();
    const ivs = client("http://127.0.0.1:9");
    const aborted = rejection(ivs.listChannels({}, { abortSignal: controller.signal }));
    const late = rejection(ivs.listChannels({}, { requestTimeout: 20 }));
    assert.equal((await late).name, "TimeoutError");
    controller.abort("enough");
    assert.equal(await aborted, "enough");
    assert.deepEqual([reasons[0].name, reasons[1]], ["TimeoutError", "enough"]);
  });

  test("is given the User-Agent too", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    const ivs = client(server.endpoint, { fetch: globalThis.fetch, customUserAgent: "my-app/1.2" });
    await ivs.listChannels({});
    const [{ headers }] = server.requests;
    assert.match(headers["user-agent"], / my-app\/1\.2$/);
    assert.equal(headers["user-agent"], headers["x-amz-user-agent"]);
    assert.doesNotMatch(headers.authorization, /[=;]user-agent/);
  });

  test("may be replaced before the package is loaded, or missing", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    assert.equal(await node(program(server.endpoint, 'globalThis.fetch = async () => new Response("{}", { status: 202 });')), "202\n");
    assert.equal(server.requests.length, 0);
    assert.equal(await node(program(server.endpoint, "delete globalThis.fetch;")), "200\n");
  });
});

describe("an abort and a timeout", () => {
  const steps = /** @type {[string, (step: any) => unknown][]} */ ([
    ["the answer is awaited", () => {}],
    ["the headers come", ({ write }) => write("HTTP/1.1 200 OK\r\ncontent-le")],
    ["the body comes", ({ write }) => write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"cha')],
  ]);
  for (const [when, step] of steps) {
    test(`end the connection while ${when}`, async (context) => {
      const server = await serve(context, step);
      const controller = new AbortController();
      const call = rejection(client(server.endpoint).listChannels({}, { abortSignal: controller.signal }));
      await server.request(1);
      controller.abort("enough");
      assert.equal(await call, "enough");
      await server.closed(1);
      assert.equal((await rejection(client(server.endpoint).listChannels({}, { requestTimeout: 20 }))).name, "TimeoutError");
      await server.closed(2);
    });
  }

  test("may come before anything is sent, and with any reason", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    for (const reason of ["text", 0, null, new TypeError("why")]) {
      const controller = new AbortController();
      const call = rejection(client(server.endpoint).listChannels({}, { abortSignal: controller.signal }));
      controller.abort(reason);
      assert.equal(await call, reason);
    }
    assert.equal(server.requests.length, 0);
  });

  test("that come late leave the connection to later calls", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    const controller = new AbortController();
    const ivs = client(server.endpoint);
    await ivs.listChannels({}, { abortSignal: controller.signal });
    const next = ivs.listChannels({});
    controller.abort();
    await next;
    assert.equal(server.connections, 1);
  });
});

describe("a connection that the server closes", () => {
  test("permanently is a NetworkError that says so", async (context) => {
    const server = await serve(context, ({ end }) => end());
    const error = await rejection(client(server.endpoint).listChannels({}));
    assert.deepEqual([error.name, error.message, error.cause.code], ["NetworkError", "no answer from the service: socket hang up", "ECONNRESET"]);
  });
});

describe("a response", () => {
  for (const status of ["100 Continue", "102 Processing", "103 Early Hints"]) {
    test(`may come after ${status}`, async (context) => {
      const server = await serve(context, ({ write }) => (write(`HTTP/1.1 ${status}\r\nx: y\r\n\r\n`), write(whole(BODY))));
      assert.deepEqual((await client(server.endpoint).listChannels({})).channels, CHANNELS);
    });
  }

  test("is not 101", async (context) => {
    const server = await serve(context, ({ write }) => write("HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"));
    const error = await rejection(client(server.endpoint).listChannels({}));
    assert.equal(error.name, "NetworkError");
    assert.equal(error.message, "no answer from the service: the connection was closed without an answer");
  });

  test("may end with the connection", async (context) => {
    for (const line of ["HTTP/1.0 200 OK", "HTTP/1.1 200 OK\r\nconnection: close"]) {
      const server = await serve(context, ({ write, end }) => (write(`${line}\r\n\r\n${BODY}`), end()));
      assert.deepEqual((await client(server.endpoint).listChannels({})).channels, CHANNELS);
    }
  });

  test("that is a redirect is not followed", async (context) => {
    const other = await serve(context, ({ write }) => write(whole(BODY)));
    const server = await serve(context, ({ write }) => write(whole("", { location: other.endpoint }, "307 Temporary Redirect")));
    const error = await rejection(client(server.endpoint).listChannels({}));
    assert.equal(error.$metadata.httpStatusCode, 307);
    assert.match(error.message, /redirect/);
    assert.equal(other.connections, 0);
  });

  test("is text in UTF-8, wherever it is split", async (context) => {
    const bytes = Buffer.from(BODY);
    const server = await serve(context, async ({ write }) => {
      write(`HTTP/1.1 200 OK\r\ncontent-length: ${bytes.length}\r\n\r\n`);
      for (const byte of bytes) {
        write(Buffer.of(byte));
        await new Promise(setImmediate);
      }
    });
    assert.deepEqual((await client(server.endpoint).listChannels({})).channels, CHANNELS);
  });

  const packed = /** @type {[string, Buffer][]} */ ([
    ["gzip", gzipSync(BODY)],
    ["X-GZIP", gzipSync(BODY)],
    ["deflate", deflateSync(BODY)],
    ["deflate", deflateRawSync(BODY)],
    ["br", brotliCompressSync(BODY)],
    ["deflate, gzip", gzipSync(deflateSync(BODY))],
    ["identity", Buffer.from(BODY)],
    ["gzip", gzipSync(BODY).subarray(0, -8)],
  ]);
  for (const [coding, body] of packed) {
    test(`with the content-encoding ${coding}, ${body.length} bytes, is decoded as fetch does it`, async (context) => {
      const server = await serve(context, ({ write }) => write(whole(body, { "content-encoding": coding })));
      for (const fetch of [undefined, globalThis.fetch]) {
        assert.deepEqual((await client(server.endpoint, { fetch }).listChannels({})).channels, CHANNELS);
      }
    });
  }

  test("that cannot be decoded is a NetworkError", async (context) => {
    const server = await serve(context, ({ write }) => write(whole("{}", { "content-encoding": "gzip" })));
    const error = await rejection(client(server.endpoint).listChannels({}));
    assert.deepEqual([error.name, error.cause.code], ["NetworkError", "Z_DATA_ERROR"]);
  });

  test("without a body may have a content-encoding", async (context) => {
    const server = await serve(context, ({ write }) => write(whole("", { "content-encoding": "gzip" })));
    assert.equal((await client(server.endpoint).listChannels({})).$metadata.httpStatusCode, 200);
  });

  const broken = /** @type {[string, string, string][]} */ ([
    ["is no HTTP", "SSH-2.0-OpenSSH_9.6\r\n\r\n", "HPE_INVALID_CONSTANT"],
    ["has headers of 100 KB", `HTTP/1.1 200 OK\r\nx: ${"x".repeat(100_000)}\r\n\r\n`, "HPE_HEADER_OVERFLOW"],
    ["has a chunk without a length", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n", "HPE_INVALID_CHUNK_SIZE"],
  ]);
  for (const [what, bytes, code] of broken) {
    test(`that ${what} is a NetworkError`, async (context) => {
      const server = await serve(context, ({ write }) => write(bytes));
      const error = await rejection(client(server.endpoint).listChannels({}));
      assert.deepEqual([error.name, error.cause.code], ["NetworkError", code]);
      assert.match(error.message, /^no answer from the service: ./);
    });
  }
});

describe("no connection", () => {
  test("is a NetworkError with every address that was tried", async () => {
    const addresses = ["127.0.0.1", "127.0.0.2"].map((address) => ({ address, family: 4 }));
    const agent = new http.Agent(/** @type {any} */ ({ lookup: (/** @type {any} */ _name, /** @type {any} */ _options, /** @type {any} */ found) => found(null, addresses), autoSelectFamily: true }));
    const error = await rejection(client("http://two.example:9", { agent }).listChannels({}));
    assert.equal(error.message, "no answer from the service: connect ECONNREFUSED 127.0.0.1:9; connect ECONNREFUSED 127.0.0.2:9");
    assert.equal(error.cause.code, "ECONNREFUSED");
  });
});

describe("TLS", () => {
  const pem = readFileSync(PEM);
  /** @param {import("node:test").TestContext} context */
  const secure = async (context) => {
    const server = https.createServer({ key: pem, cert: pem }, (_, response) => response.end(BODY));
    context.after(() => (server.closeAllConnections(), server.close()));
    await once(server.listen(0, "127.0.0.1"), "listening");
    return `https://localhost:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  };

  test("rejects an untrusted certificate", async (context) => {
    const error = await rejection(client(await secure(context)).listChannels({}));
    assert.deepEqual([error.name, error.cause.code], ["NetworkError", "DEPTH_ZERO_SELF_SIGNED_CERT"]);
    assert.match(error.message, /^no answer from the service: self-signed certificate/);
  });

  test("trusts the certificates of NODE_EXTRA_CA_CERTS, and of the agent", async (context) => {
    const endpoint = await secure(context);
    assert.equal(await node(program(endpoint), { NODE_EXTRA_CA_CERTS: PEM }), "200\n");
    const agent = new https.Agent({ ca: pem });
    assert.deepEqual((await client(endpoint, { agent }).listChannels({})).channels, CHANNELS);
  });

  test("does not work through an agent for http", async (context) => {
    const error = await rejection(client(await secure(context), { agent: new http.Agent() }).listChannels({}));
    assert.deepEqual([error.name, error.cause.code], ["NetworkError", "ERR_INVALID_PROTOCOL"]);
    assert.equal(error.message, 'no answer from the service: Protocol "https:" not supported. Expected "http:"');
  });
});

describe("an agent", () => {
  /** An agent that does one thing otherwise. */
  const agentThat = (/** @type {any} */ does) => Object.assign(new http.Agent({ keepAlive: true }), does);
  const broken = new TypeError("broken agent");
  const failures = /** @type {[string, any, string][]} */ ([
    ["throws when it is given a request", { addRequest: () => { throw broken; } }, "broken agent"],
    ["throws when it is to open a connection", { createConnection: () => { throw broken; } }, "broken agent"],
    ["cannot open a connection", { createConnection: (/** @type {any} */ _, /** @type {any} */ opened) => void setImmediate(opened, broken) }, "broken agent"],
    ["cannot find the address", { options: { lookup: (/** @type {any} */ _name, /** @type {any} */ _options, /** @type {any} */ found) => found(Object.assign(new Error("getaddrinfo ENOTFOUND ivs.example"), { code: "ENOTFOUND", syscall: "getaddrinfo" })) } }, "getaddrinfo ENOTFOUND ivs.example"],
  ]);
  for (const [what, does, message] of failures) {
    test(`that ${what} costs an attempt each time, and its error is the cause`, async () => {
      const agent = agentThat(does.options ? { options: { .../** @type {any} */ (new http.Agent()).options, ...does.options } } : does);
      const error = await rejection(client("http://ivs.example", { agent, maxAttempts: 2 }).listChannels({}));
      assert.deepEqual([error.name, error.message, error.$metadata.attempts], ["NetworkError", `no answer from the service: ${message}`, 2]);
      if (does.options) assert.equal(error.cause.code, "ENOTFOUND");
      else assert.equal(error.cause, broken);
    });
  }

  test("keeps its own idle connections, however they break", async (context) => {
    const server = await serve(context, ({ write, reset, turn }) => (turn === 1 ? write(whole(BODY)) : reset()));
    const agent = agentThat({ createConnection: () => server.connect() });
    context.after(() => agent.destroy());
    const ivs = client("http://elsewhere.example", { agent });
    await Promise.all([ivs.listChannels({}), ivs.listChannels({})]);
    assert.equal((await rejection(ivs.listChannels({}))).cause.code, "ECONNRESET");
    assert.equal(Object.values(agent.freeSockets).flat().length, 1);
  });

  test("opens the connections of its client", async (context) => {
    const server = await serve(context, ({ write }) => write(whole(BODY)));
    let opened = 0;
    const agent = new http.Agent({ keepAlive: true });
    agent.createConnection = /** @type {any} */ (() => (opened++, server.connect()));
    context.after(() => agent.destroy());
    const ivs = client("http://elsewhere.example", { agent });
    await ivs.listChannels({});
    await ivs.listChannels({});
    assert.deepEqual([opened, server.connections, server.requests[1].headers.host], [1, 1, "elsewhere.example"]);
  });

  test("has to be an Agent", async () => {
    for (const agent of [5, "http", true, {}, () => {}]) {
      const error = await rejection(offline({ agent }).listChannels({}));
      assert.equal(`${error}`, "ParamValidationError: config.agent: expected an Agent of node:http or node:https, or another that does their work");
    }
  });

  test("for the proxy of the environment is used if Node has one", async (context) => {
    const proxy = await serve(context, ({ write }) => write(whole(BODY)));
    const env = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: proxy.endpoint, http_proxy: proxy.endpoint, NO_PROXY: "", no_proxy: "" };
    const own = await node('import http from "node:http"; console.log("proxyEnv" in http.globalAgent.options)', env);
    const called = await node(program("http://ivs.example"), env);
    if (own === "true\n") {
      assert.deepEqual([called, proxy.requests[0].path, proxy.requests[0].body], ["200\n", "http://ivs.example/ListChannels", "{}"]);
    } else {
      assert.match(called, /^NetworkError (ENOTFOUND|EAI_AGAIN)/, "Node before 22.21 goes to the name itself");
    }
  });
});

test("idle connections do not keep a program alive", async (context) => {
  const server = await serve(context, ({ write }) => write(whole(BODY)));
  assert.equal(await node(program(server.endpoint)), "200\n");
  await server.closed(1);
});

test("the entry for pages leaves the User-Agent to the browser", async () => {
  const { IvsClient } = await import(new URL("index.js", import.meta.resolve("ivs-wasm")).href);
  /** @type {Headers[]} */
  const sent = [];
  const fetch = async (/** @type {string} */ _, /** @type {any} */ { headers }) => (sent.push(new Headers(headers)), new Response("{}"));
  await new IvsClient({ region: "us-west-2", credentials: { accessKeyId: "AKID", secretAccessKey: "x" }, fetch }).listChannels({});
  assert.deepEqual([sent[0]?.has("x-amz-user-agent"), sent[0]?.has("user-agent")], [true, false]);
});
