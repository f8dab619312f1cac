// @ts-check
// `requestHandler`: handlers of AWS's SDK and of users, which are called, and the options of handlers, whose agents and timeouts are used.

import assert from "node:assert/strict";
import { Agent as HttpAgent, createServer } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { Socket, connect } from "node:net";
import { Readable } from "node:stream";
import { after, describe, test } from "node:test";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { IvsClient, NetworkError, ParamValidationError, TimeoutError } from "ivs-wasm";
import { OFFLINE } from "./wire.mjs";
import { rejection } from "./behave.mjs";

const page = await import(new URL("../../node_modules/ivs-wasm/index.js", import.meta.url).href);

/** @type {import("node:http").Server[]} */
const servers = [];
after(() => {
  for (const server of servers) (server.close(), server.closeAllConnections());
});

/** A server of HTTP, and what it was asked. @param {import("node:http").RequestListener} [listener] */
async function serving(listener = (_, response) => response.end('{"channels":[]}')) {
  /** @type {{ method?: string, url?: string, headers: any, body: string }[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ method: request.method, url: request.url, headers: request.headers, body });
    listener(request, response);
  });
  servers.push(server);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { endpoint: `http://127.0.0.1:${port}`, port, asked, server };
}

/** A handler that gives one response each time. @param {any} response */
function handling(response) {
  /** @type {{ request: any, options: any }[]} */
  const handled = [];
  return { handled, async handle(/** @type {any} */ request, /** @type {any} */ options) {
    handled.push({ request, options });
    return { response: typeof response === "function" ? await response(request, options) : response };
  } };
}

/** @param {any} config */
const client = (config, Client = IvsClient) => new Client({ ...OFFLINE, maxAttempts: 1, ...config });
const listed = { statusCode: 200, headers: {}, body: '{"channels":[{"name":"n"}]}' };

describe("an object with `handle`", () => {
  for (const [where, Client] of /** @type {[string, typeof IvsClient][]} */ ([["in Node", IvsClient], ["on pages", page.IvsClient]])) {
    test(`is called ${where}, with a request of the SDK's shape that is signed, and a signal`, async () => {
      const requestHandler = handling(listed);
      const { channels } = await client({ requestHandler, endpoint: "https://h.example:8443/base" }, Client).listChannels({ maxResults: 5 });
      assert.equal(channels[0]?.name, "n");
      const [{ request, options }] = /** @type {any} */ (requestHandler.handled);
      const { method, protocol, hostname, port, path, query, body } = request;
      assert.deepEqual({ method, protocol, hostname, port, path, query, body }, { method: "POST", protocol: "https:", hostname: "h.example", port: 8443, path: "/base/ListChannels", query: {}, body: '{"maxResults":5}' });
      assert.match(request.headers.authorization, /^AWS4-HMAC-SHA256 .*SignedHeaders=\S*;host;/);
      assert.deepEqual(Object.getPrototypeOf(request.headers), Object.prototype);
      assert.ok(options.abortSignal instanceof AbortSignal);
      assert.equal(options.requestTimeout, undefined);
    });
  }

  test("gets a query by name, escaped by nobody", async () => {
    const requestHandler = handling({ statusCode: 204, headers: {}, body: Readable.from([]) });
    await client({ requestHandler, endpoint: "http://[::1]" }).untagResource({ resourceArn: "arn:a/b", tagKeys: ["one two", "ü&=+"] });
    const [{ request }] = /** @type {any} */ (requestHandler.handled);
    assert.deepEqual([request.method, request.hostname, request.port, request.path, request.query], ["DELETE", "[::1]", undefined, "/tags/arn%3Aa%2Fb", { tagKeys: ["one two", "ü&=+"] }]);
  });

  test("gets the configuration's requestTimeout, which ends an attempt also if the handler never does, and aborts it", async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    const requestHandler = handling(() => new Promise(() => {}));
    const call = rejection(client({ requestHandler, requestTimeout: 70 }).listChannels({}));
    while (requestHandler.handled.length === 0) await new Promise(setImmediate);
    context.mock.timers.tick(70);
    assert.ok((await call) instanceof TimeoutError);
    const [{ options }] = /** @type {any} */ (requestHandler.handled);
    assert.deepEqual([options.requestTimeout, options.abortSignal.aborted], [70, true]);
  });

  test("is aborted by the call's signal", async () => {
    const controller = new AbortController();
    const requestHandler = handling((/** @type {any} */ _, /** @type {any} */ { abortSignal }) => new Promise((__, reject) => {
      abortSignal.addEventListener("abort", () => reject(abortSignal.reason));
      controller.abort(new Error("enough"));
    }));
    assert.equal((await rejection(client({ requestHandler }).listChannels({}, { abortSignal: controller.signal }))).message, "enough");
  });

  for (const [kind, body] of /** @type {[string, any][]} */ ([
    ["text", '{"channels":[{"name":"nü"}]}'],
    ["bytes", new TextEncoder().encode('{"channels":[{"name":"nü"}]}')],
    ["an ArrayBuffer", new TextEncoder().encode('{"channels":[{"name":"nü"}]}').buffer],
    ["a Blob", new Blob(['{"channels":[{"name":"nü"}]}'])],
    ["a stream of the web", new Blob(['{"channels":[{"name":"nü"}]}']).stream()],
    ["a stream of Node", Readable.from([Buffer.from('{"channels":[{"name":"n\xc3', "latin1"), Buffer.from('\xbc"}]}', "latin1")])],
    ["an async iterable", (async function* () { yield new TextEncoder().encode('{"channels":[{"name":"nü"}]}'); })()],
  ])) {
    test(`may answer with ${kind}`, async () => {
      const { channels } = await client({ requestHandler: handling({ statusCode: 200, headers: {}, body }) }).listChannels({});
      assert.equal(channels[0]?.name, "nü");
    });
  }

  test("may answer without a body, and its headers in any case", async () => {
    const requestHandler = handling({ statusCode: 404, headers: { "X-Amzn-ErrorType": "ResourceNotFoundException", "x-amzn-RequestId": "id-1" }, body: undefined });
    const error = await rejection(client({ requestHandler }).getChannel({ arn: "arn" }));
    assert.deepEqual([error.name, error.$metadata.httpStatusCode, error.$metadata.requestId], ["ResourceNotFoundException", 404, "id-1"]);
    for (const statusCode of [204, 205, 304]) {
      const odd = handling({ statusCode, headers: {}, body: Readable.from([]) });
      const outcome = await client({ requestHandler: odd }).deleteChannel({ arn: "arn" }).catch((/** @type {any} */ error) => error);
      assert.equal(outcome.$metadata.httpStatusCode, statusCode);
    }
  });

  test("is called for each attempt, and its errors are causes of a NetworkError", async () => {
    const thrown = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
    let calls = 0;
    const requestHandler = { handle: async () => (calls++, Promise.reject(thrown)) };
    const error = await rejection(client({ requestHandler, maxAttempts: 2 }).listChannels({}));
    assert.ok(error instanceof NetworkError);
    assert.deepEqual([calls, error.$metadata?.attempts, error.cause], [2, 2, thrown]);
    assert.match(error.message, /socket hang up/);
    const synchronous = { handle() { throw thrown; } };
    assert.equal((await rejection(client({ requestHandler: synchronous }).listChannels({}))).cause, thrown);
  });

  test("that answers with a broken stream, or with no response, is a NetworkError, and never a success", async () => {
    const broken = Readable.from((async function* () { yield Buffer.from('{"channels"'); throw new Error("cut"); })());
    for (const response of [{ statusCode: 200, headers: {}, body: broken }, undefined, null, {}, { status: 200 }, { statusCode: "ok" }, { statusCode: 99 }, { statusCode: 600 }, 5]) {
      const error = await rejection(client({ requestHandler: handling(response) }).listChannels({}));
      assert.ok(error instanceof NetworkError, `${response}: ${error.stack}`);
    }
    assert.ok((await rejection(client({ requestHandler: { handle: async () => undefined } }).listChannels({}))) instanceof NetworkError);
  });

  test("is called as a method, and may be of a class", async () => {
    class Handler {
      #answer = listed;
      async handle() {
        return { response: this.#answer };
      }
    }
    assert.equal((await client({ requestHandler: new Handler() }).listChannels({})).channels.length, 1);
  });

  test("is destroyed by the client's `destroy`, if it can be", () => {
    let destroyed = 0;
    client({ requestHandler: { handle() {}, destroy: () => destroyed++ } }).destroy();
    assert.equal(destroyed, 1);
    client({ requestHandler: { handle() {} } }).destroy();
    client({ requestHandler: { handle() {}, destroy() { throw new Error("no"); } } }).destroy();
    client({ region: 5 }).destroy();
  });

  test("is refused beside `fetch` or `agent`, which it would replace", async () => {
    for (const more of [{ fetch: async () => new Response("{}") }, { agent: new HttpAgent() }]) {
      const error = await rejection(client({ requestHandler: handling(listed), ...more }).listChannels({}));
      assert.ok(error instanceof ParamValidationError);
      assert.match(error.message, /^config\.requestHandler: is not possible here/);
    }
  });
});

describe("the SDK's own handlers", () => {
  for (const [name, make] of /** @type {[string, () => any][]} */ ([["NodeHttpHandler", () => new NodeHttpHandler()], ["FetchHttpHandler", () => new FetchHttpHandler()]])) {
    for (const [where, Client] of /** @type {[string, typeof IvsClient][]} */ ([["in Node", IvsClient], ["on pages", page.IvsClient]])) {
      test(`${name} sends the requests ${where}`, async () => {
        const { endpoint, asked } = await serving();
        const requestHandler = make();
        const handled = spied(requestHandler);
        const ivs = client({ requestHandler, endpoint }, Client);
        assert.deepEqual((await ivs.listChannels({ filterByName: "ü" })).channels, []);
        await ivs.untagResource({ resourceArn: "arn:a", tagKeys: ["a b", "c+d", "a b"] });
        assert.deepEqual(asked.map(({ method, url, body }) => [method, url, body]), [["POST", "/ListChannels", '{"filterByName":"ü"}'], ["DELETE", "/tags/arn%3Aa?tagKeys=a%20b&tagKeys=c%2Bd&tagKeys=a%20b", ""]]);
        assert.equal(handled(), 2);
        ivs.destroy();
      });
    }
  }

  test("NodeHttpHandler keeps its own limits", async () => {
    const { endpoint } = await serving(() => {});
    const requestHandler = new NodeHttpHandler({ requestTimeout: 50, throwOnRequestTimeout: true });
    const error = await rejection(client({ requestHandler, endpoint }).listChannels({}));
    assert.ok(error instanceof NetworkError);
    assert.equal(/** @type {any} */ (error.cause).name, "TimeoutError");
    requestHandler.destroy();
  });
});

/** Counts the calls of a handler. @param {any} handler */
function spied(handler) {
  let calls = 0;
  const { handle } = handler;
  handler.handle = (/** @type {any[]} */ ...given) => (calls++, handle.apply(handler, given));
  return () => calls;
}

/** A proxy, as an agent knows one: it connects to the proxy and asks for the whole URL. */
class ProxyAgent extends HttpAgent {
  proxied = 0;
  constructor(/** @type {number} */ port) {
    super();
    this.port = port;
  }
  createConnection() {
    this.proxied++;
    return connect(this.port, "127.0.0.1");
  }
}

describe("options of a handler", () => {
  test("have agents, which open the connections, by the protocol of the endpoint", async () => {
    const { port, asked } = await serving();
    const httpAgent = new ProxyAgent(port);
    const httpsAgent = new HttpsAgent();
    const ivs = client({ requestHandler: { httpAgent, httpsAgent }, endpoint: "http://ivs.example" });
    await ivs.listChannels({});
    assert.equal(httpAgent.proxied, 1);
    assert.equal(asked[0]?.headers.host, "ivs.example");
    let destroyed = 0;
    httpAgent.destroy = () => void destroyed++;
    ivs.destroy();
    assert.equal(destroyed, 1);
    const secure = client({ requestHandler: { httpsAgent: Object.assign(new HttpsAgent(), { createConnection() { throw new Error("by this agent"); } }) }, endpoint: "https://ivs.example" });
    assert.match((await rejection(secure.listChannels({}))).message, /by this agent/);
  });

  test("may have the options of an agent, which are copied", async () => {
    const { endpoint, server } = await serving((_, response) => setTimeout(() => response.end("{}"), 10));
    let connections = 0;
    server.on("connection", () => connections++);
    const httpAgent = { maxSockets: 1 };
    const ivs = client({ requestHandler: { httpAgent }, endpoint });
    httpAgent.maxSockets = 9;
    await Promise.all([1, 2, 3].map(() => ivs.listChannels({})));
    assert.equal(connections, 1);
    ivs.destroy();
    await new Promise((resolve) => server.getConnections((_, count) => (assert.ok(count <= 1), resolve(undefined))));
  });

  test("have a connectionTimeout, which no request exceeds, and which ends with the connection", async () => {
    class Slow extends HttpAgent {
      createConnection() {
        return Object.assign(new Socket(), { connecting: true });
      }
    }
    const error = await rejection(client({ requestHandler: { httpAgent: new Slow(), connectionTimeout: 40 } }).listChannels({}));
    assert.ok(error instanceof TimeoutError);
    assert.match(error.message, /no connection within 40 ms \(connectionTimeout\)/);
    const { endpoint } = await serving((_, response) => setTimeout(() => response.end("{}"), 120));
    await client({ requestHandler: { connectionTimeout: 60 }, endpoint }).listChannels({});
  });

  test("have a socketTimeout, for which nothing may come", async () => {
    const { endpoint } = await serving((_, response) => void response.write("{"));
    const error = await rejection(client({ requestHandler: { socketTimeout: 40 }, endpoint }).listChannels({}));
    assert.ok(error instanceof TimeoutError);
    assert.match(error.message, /nothing came or went for 40 ms \(socketTimeout\)/);
  });

  for (const [where, Client] of /** @type {[string, typeof IvsClient][]} */ ([["in Node", IvsClient], ["on pages", page.IvsClient]])) {
    test(`have a requestTimeout ${where}, unless the configuration has one; 0 is no limit`, async (context) => {
      context.mock.timers.enable({ apis: ["setTimeout"] });
      for (const [config, limit] of /** @type {[any, number][]} */ ([
        [{ requestHandler: { requestTimeout: 70 } }, 70], [{ requestHandler: { requestTimeout: 70, throwOnRequestTimeout: undefined }, requestTimeout: 30 }, 30], [{ requestHandler: {} }, 60_000], [{ requestHandler: { requestTimeout: undefined } }, 60_000],
      ])) {
        let asked = 0;
        const fetch = () => (asked++, new Promise(() => {}));
        let outcome;
        const call = rejection(client({ ...config, fetch }, Client).listChannels({})).then((error) => (outcome = error));
        while (asked === 0) await new Promise(setImmediate);
        context.mock.timers.tick(limit - 1);
        await new Promise(setImmediate);
        assert.equal(outcome, undefined);
        context.mock.timers.tick(1);
        assert.match((await call).message, new RegExp(`no answer within ${limit} ms`));
      }
    });
  }

  test("that cannot be honoured are refused: Node's elsewhere or beside fetch, those of fetch, unknown ones, and what is no agent", async () => {
    const agent = new HttpAgent();
    for (const [Client, requestHandler, name, more] of /** @type {[any, any, string, any?][]} */ ([
      [page.IvsClient, { httpsAgent: agent }, "httpsAgent"], [page.IvsClient, { connectionTimeout: 5 }, "connectionTimeout"], [page.IvsClient, { keepAlive: true }, "keepAlive"],
      [IvsClient, { httpsAgent: agent }, "httpsAgent", { fetch: async () => new Response("{}") }], [IvsClient, { customFetch: fetch }, "customFetch"], [IvsClient, { requestInit: () => ({}) }, "requestInit"],
      [IvsClient, { httpsAgnt: agent }, "httpsAgnt"], [IvsClient, { maxSockets: 5 }, "maxSockets"], [IvsClient, { connectionTimeout: "5" }, "connectionTimeout"], [IvsClient, { socketTimeout: -1 }, "socketTimeout"], [IvsClient, { requestTimeout: "5" }, "requestTimeout"],
      [IvsClient, { httpsAgent: 5 }, "httpsAgent"], [IvsClient, { httpAgent: { destroy() {} } }, "httpAgent"],
    ])) {
      const error = await rejection(client({ requestHandler, ...more }, Client).listChannels({}));
      assert.ok(error instanceof ParamValidationError, `${name}: ${error.stack}`);
      assert.equal(error.problems[0]?.path, `config.requestHandler.${name}`);
    }
    for (const requestHandler of /** @type {any[]} */ ([5, "handler", true, () => ({})])) {
      assert.equal((await rejection(client({ requestHandler }).listChannels({}))).message, "config.requestHandler: expected an object");
    }
    assert.match((await rejection(client({ requestHandler: { httpsAgent: agent }, agent }).listChannels({}))).message, /^config\.requestHandler: cannot have agents beside `agent`/);
  });

  test("that say nothing about how requests are sent are accepted in Node", async () => {
    const { endpoint } = await serving();
    await client({ endpoint, requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true, socketAcquisitionWarningTimeout: 5, logger: console, httpsAgent: undefined } }).listChannels({});
  });
});
