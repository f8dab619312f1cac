// @ts-check
// What somebody adds to `Object.prototype`, before the package is loaded or afterwards, is nobody's data.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IvsServiceException, UpdateChannelCommand, paginateListChannels, signRequest } from "ivs-wasm";
import { node, offline, playing, rejection, run } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

/** @param {Record<string, unknown>} members @param {() => Promise<unknown>} work */
async function polluted(members, work) {
  const names = Object.keys(members);
  for (const name of names) Object.defineProperty(Object.prototype, name, { value: members[name], enumerable: true, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  }
}

describe("loaded where Object.prototype has members", () => {
  const USE = `
    const signed = await ivs.signRequest({ url: "https://example.com/", headers: { "x-a": "1" } }, { credentials: { accessKeyId: "a", secretAccessKey: "b" }, region: "r", service: "s" });
    const client = new ivs.IvsClient({ region: "us-west-2", credentials: { accessKeyId: "a", secretAccessKey: "b" }, fetch: async (url, init) => new Response(init.body) });
    const output = await client.createChannel({ name: "n", tags: { a: "b" } });
    const error = await client.getChannel({}).catch((error) => error);
    console.log(JSON.stringify([Object.hasOwn(ivs, "foo"), Object.hasOwn(ivs, "bar"), Object.keys(signed.headers), output.name, output.tags, error.message]));`;
  const EXPECTED = [false, false, ["x-a", "x-amz-date", "authorization"], "n", { a: "b" }, "input.arn: is required"];
  const POLLUTE = `Object.prototype.foo = function () {}; Object.prototype.bar = 5; Object.prototype.baz = null;`;

  test("by import", async () => {
    assert.deepEqual(JSON.parse(await node(`${POLLUTE} const ivs = await import("ivs-wasm"); ${USE}`)), EXPECTED);
  });

  test("by import, as a browser's bundler takes it", async () => {
    const entry = new URL("index.js", import.meta.resolve("ivs-wasm"));
    assert.deepEqual(JSON.parse(await node(`${POLLUTE} const ivs = await import(${JSON.stringify(entry.href)}); ${USE}`)), EXPECTED);
  });

  for (const name of ["ivs-wasm", "../../node_modules/ivs-wasm/index.cjs"]) {
    test(`by require, ${name}`, async () => {
      const source = `${POLLUTE} const ivs = require(${JSON.stringify(name)}); (async () => { ${USE} })();`;
      assert.deepEqual(JSON.parse(await run(process.execPath, ["--input-type=commonjs", "--eval", source], { cwd: import.meta.dirname })), EXPECTED);
    });
  }

  test("by require it exports what it does by import", async () => {
    const names = async (/** @type {string} */ source) => JSON.parse(await run(process.execPath, ["--input-type=module", "--eval", source], { cwd: import.meta.dirname }));
    const imported = await names(`import * as ivs from "ivs-wasm"; console.log(JSON.stringify(Object.keys(ivs).sort()))`);
    const required = await names(`import { createRequire } from "node:module"; const ivs = createRequire(process.cwd() + "/x.js")("ivs-wasm"); console.log(JSON.stringify([ivs.__esModule, ...Object.keys(ivs).sort()]))`);
    assert.deepEqual(required, [true, ...imported]);
    assert.ok(imported.length > 90);
  });
});

describe("members that were added later", () => {
  test("are no configuration, no credentials and no options", async () => {
    const fetch = playing({});
    const evil = { endpoint: "http://evil.example", sessionToken: "evil", expiration: "evil", customUserAgent: "evil", maxAttempts: "evil", requestTimeout: "evil", abortSignal: "evil", systemClockOffset: "evil", useFipsEndpoint: "evil" };
    await polluted(evil, async () => {
      const { endpoint, ...config } = OFFLINE;
      for (const credentials of [OFFLINE.credentials, async () => ({ ...OFFLINE.credentials })]) {
        await offline({ ...config, endpoint, credentials, fetch }).listChannels({}, {});
      }
    });
    for (const { url, headers } of fetch.requests) {
      assert.equal(url, "http://127.0.0.1:9/ListChannels");
      assert.equal(headers.get("x-amz-security-token"), null);
      assert.doesNotMatch(headers.get("x-amz-user-agent") ?? "", /evil/);
    }
    assert.equal(fetch.requests.length, 2);
  });

  test("are no input", async () => {
    const fetch = playing({});
    class Input {
      name = "n";
    }
    await polluted({ latencyMode: "evil", tags: { a: "evil" }, recordingConfigurationArn: 5 }, async () => {
      for (const input of [{ name: "n" }, new Input(), Object.assign(Object.create({ type: "BASIC" }), { name: "n" }), Object.assign(Object.create(null), { name: "n" })]) await offline({ fetch }).createChannel(input);
    });
    assert.deepEqual(fetch.requests.map(({ init }) => JSON.parse(init.body)), [{ name: "n" }, { name: "n" }, { name: "n", type: "BASIC" }, { name: "n" }]);
  });

  test("are no answer, and no error", async () => {
    await polluted({ __type: "evil", code: "evil", message: "evil", exceptionMessage: "evil", startTime: "2026-01-01T00:00:00Z", stream: { startTime: "2026-01-01T00:00:00Z" } }, async () => {
      const output = await offline({ fetch: playing({ body: '{"channels":[]}' }) }).getStream({ channelArn: "a" });
      assert.deepEqual(Object.keys(output), ["channels", "$metadata"]);
      const error = await rejection(offline({ fetch: async () => new Response("{}", { status: 400 }) }).listChannels({}));
      assert.ok(error instanceof IvsServiceException);
      assert.equal(error.name, "IvsServiceException");
      assert.equal(error.message, "the service answered with status 400");
    });
  });

  test("are no headers of a signed request, and no options of the signer", async () => {
    const sign = () => signRequest({ url: "https://example.com/", headers: { "x-a": "1" } }, { credentials: OFFLINE.credentials, region: "r", service: "s", date: 0 });
    const expected = await sign();
    const signed = await polluted({ foo: () => {}, "x-evil": "1", host: "evil", body: "evil", method: "PUT", signBody: false, contentSha256Header: true, sessionToken: "evil" }, sign);
    assert.deepEqual(signed, expected);
  });

  test("are no token for a further page", async () => {
    const pages = playing({ body: '{"channels":[{"arn":"a"}]}' });
    await polluted({ nextToken: "evil" }, async () => {
      const { channels } = await offline({ fetch: pages }).getPaginator("listChannels").paginate().buildFullResult();
      assert.deepEqual(channels, [{ arn: "a" }]);
    });
    assert.equal(pages.requests.length, 1);
  });

  test("are no settings of paginators and waiters", async () => {
    const fetch = playing({ body: '{"channels":[{"arn":"a"},{"arn":"b"}],"nextToken":"t"}' }, { body: '{"channels":[]}' });
    await polluted({ PaginationConfig: { MaxItems: 1 }, MaxItems: 1, PageSize: 1, WaiterConfig: 5, Delay: -1 }, async () => {
      const { channels } = await offline({ fetch }).getPaginator("listChannels").paginate().buildFullResult();
      assert.equal(channels.length, 2);
    });
    assert.deepEqual(fetch.requests.map(({ init }) => JSON.parse(init.body)), [{}, { nextToken: "t" }]);
    const pages = playing({ body: '{"channels":[],"nextToken":"t"}' }, { body: '{"channels":[]}' });
    await polluted({ pageSize: 1, startingToken: "evil", stopOnSameToken: true, withCommand: () => ({}) }, async () => {
      for await (const page of paginateListChannels({ client: offline({ fetch: pages }) }, {})) assert.deepEqual(page.channels, []);
    });
    assert.deepEqual(pages.requests.map(({ init }) => JSON.parse(init.body)), [{}, { nextToken: "t" }]);
    await polluted({ WaiterConfig: 5, Delay: -1, MaxAttempts: -1 }, () => offline({ fetch: playing({ body: '{"stream":{"state":"LIVE"}}' }) }).getWaiter("stream_live").wait({ channelArn: "a" }));
  });

  test("are no members of a command's input", async () => {
    const fetch = playing({});
    await polluted({ name: "evil", unknown: 1 }, () => offline({ fetch }).send(new UpdateChannelCommand({ arn: "a" })));
    assert.deepEqual(JSON.parse(fetch.requests[0]?.init.body), { arn: "a" });
  });
});
