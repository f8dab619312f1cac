// @ts-check
// `ivs-wasm/watch` with AWS's SDK as the client, against a server of its own: what passes is waited out.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import { Ivs, IvsClient } from "@aws-sdk/client-ivs";
import { ParamValidationError } from "ivs-wasm";
import { getStreamOrNull, isLive, watchSession, watchStream } from "ivs-wasm/watch";
import { arn, collect } from "./watched.mjs";

const A = arn("A");
const CHANNELS = { one: { channelArn: A }, many: { channelArns: [A, arn("B"), arn("C")] } };
const STREAM = { channelArn: A, streamId: "st-1AbCdEfGhIjKlMnOpQrStUv", state: "LIVE", health: "HEALTHY", viewerCount: 1, startTime: "2026-11-28T10:00:00Z" };

/** @typedef {import("node:http").ServerResponse} Response */
/** @typedef {(response: Response) => void} Fault */

/** @param {Response} response @param {number} status @param {string} body @param {Record<string, string>} [headers] */
const send = (response, status, body, headers) => void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);

/** A server that has one stream, and what is answered instead of it. @param {import("node:test").TestContext} t */
async function service(t) {
  const state = { viewerCount: 1, fault: /** @type {Fault | undefined} */ (undefined), faults: 0 };
  const server = createServer((request, response) => {
    if (state.fault) {
      state.faults++;
      return state.fault(response);
    }
    const stream = { ...STREAM, viewerCount: state.viewerCount };
    if (request.url === "/GetStream") return send(response, 200, JSON.stringify({ stream }));
    if (request.url === "/ListStreams") return send(response, 200, JSON.stringify({ streams: [stream] }));
    send(response, 200, JSON.stringify({ streamSession: { streamId: STREAM.streamId, ...(state.viewerCount > 1 && { endTime: STREAM.startTime }), truncatedEvents: [{ name: "Stream Start", eventTime: STREAM.startTime }] } }));
  });
  const listen = async (port = 0) => {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
  };
  const port = await listen();
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  t.after(close);
  const config = { region: "us-west-2", endpoint: `http://127.0.0.1:${port}`, credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" }, maxAttempts: 1, requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true } };
  return { state, close, reopen: () => listen(port), config, ivs: new Ivs(config), commands: new IvsClient(config) };
}

/** @param {() => boolean} condition */
async function until(condition) {
  for (const end = Date.now() + 30_000; !condition(); ) {
    assert.ok(Date.now() < end, `it never was: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @type {Record<string, Fault>} */
const PASSING = {
  "an error of the service": (response) => send(response, 500, '{"exceptionMessage":"x"}', { "x-amzn-errortype": "InternalServerException" }),
  "an error that is not in the model": (response) => send(response, 503, '{"message":"x"}', { "x-amzn-errortype": "ServiceUnavailable" }),
  "a page of HTML with 502": (response) => send(response, 502, "<html>Bad Gateway</html>", { "content-type": "text/html" }),
  "a page of HTML with 200": (response) => send(response, 200, "<html>Sign in to the Wi-Fi</html>", { "content-type": "text/html" }),
  "nothing with 504": (response) => send(response, 504, ""),
  "throttling": (response) => send(response, 429, '{"message":"x"}', { "x-amzn-errortype": "ThrottlingException" }),
  "throttling by a page of HTML": (response) => send(response, 429, "<html>slow down</html>"),
  "a connection that is reset": (response) => void response.socket?.resetAndDestroy(),
  "a connection that is closed": (response) => void response.socket?.destroy(),
  "an answer that is cut off": (response) => {
    response.writeHead(200, { "content-length": "1000" }).write('{"stream":');
    setTimeout(() => response.socket?.destroy(), 20);
  },
  "no answer in time": () => {},
};

describe("what passes is waited out", { concurrency: true }, () => {
  for (const [what, fault] of Object.entries(PASSING)) {
    for (const [how, input] of Object.entries(CHANNELS)) {
      test(`${what}, ${how}`, async (t) => {
        const { state, ivs } = await service(t);
        const watched = collect(watchStream(ivs, input, { interval: 1000 }));
        t.after(watched.stop);
        const counts = () => watched.items.filter(({ channelArn }) => channelArn === A).map(({ viewerCount }) => viewerCount);
        await until(() => counts().length > 0 || watched.error);
        state.fault = fault;
        await until(() => state.faults > 0);
        Object.assign(state, { fault: undefined, viewerCount: 2 });
        await until(() => counts().length > 1 || watched.error);
        assert.deepEqual([watched.error, counts()], [undefined, [1, 2]]);
      });
    }
  }

  test("nobody listens at the port, and then somebody does", async (t) => {
    const { state, ivs, close, reopen } = await service(t);
    await close();
    const watched = collect(watchStream(ivs, { channelArn: A }, { interval: 1000 }));
    const events = collect(watchSession(ivs, { channelArn: A }, { interval: 1000 }));
    t.after(watched.stop);
    t.after(events.stop);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual([watched.error, events.error], [undefined, undefined]);
    state.viewerCount = 2;
    await reopen();
    await until(() => (watched.items.length > 0 && events.isDone) || watched.error || events.error);
    assert.deepEqual([watched.error, events.error], [undefined, undefined]);
    assert.deepEqual(events.items.map(({ name }) => name), ["Stream Start"]);
  });

  test("a host that cannot be found", async (t) => {
    const { config } = await service(t);
    const lost = new Ivs({ ...config, endpoint: "http://nowhere.invalid" });
    const watched = collect(watchStream(lost, { channelArn: A }, { interval: 1000 }));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(watched.error, undefined);
    watched.stop();
  });
});

test("what lasts ends it", async (t) => {
  const { state, ivs } = await service(t);
  /** @type {[string, Fault][]} */
  const lasting = [
    ["AccessDeniedException", (response) => send(response, 403, '{"exceptionMessage":"x"}', { "x-amzn-errortype": "AccessDeniedException" })],
    ["SyntaxError", (response) => send(response, 403, "<html>blocked</html>")],
    ["ExpiredTokenException", (response) => send(response, 403, '{"message":"x"}', { "x-amzn-errortype": "ExpiredTokenException" })],
  ];
  for (const [name, fault] of lasting) {
    state.fault = fault;
    for (const input of Object.values(CHANNELS)) {
      const watched = collect(watchStream(ivs, input));
      await watched.done;
      assert.equal(watched.error?.name, name);
    }
  }
});

test("its Ivs has all that is needed, and of its IvsClient the error says what to use", async (t) => {
  const { ivs, commands } = await service(t);
  assert.equal(await isLive(ivs, { channelArn: A }), true);
  assert.equal((await getStreamOrNull(ivs, { channelArn: A }))?.streamId, STREAM.streamId);
  /** @param {string} method */
  const says = (method) => (/** @type {any} */ error) => error instanceof ParamValidationError && error.message.includes(`client: has no method ${method}: AWS's IvsClient has only send, use its Ivs`);
  const client = /** @type {any} */ (commands);
  assert.throws(() => watchStream(client, { channelArn: A }), says("getStream"));
  assert.throws(() => watchSession(client, { channelArn: A }), says("getStreamSession"));
  await assert.rejects(isLive(client, { channelArn: A }), says("getStream"));
});
