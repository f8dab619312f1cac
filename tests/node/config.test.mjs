// @ts-check
// Each field of the configuration, in each API style: methods, `send`, the SDK's paginators and boto3's.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Ivs, IvsClient, ListChannelsCommand, ParamValidationError, paginateListChannels } from "ivs-wasm";
import { environment, numbered, playing, rejection, time } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

/** Ways to request the first page of channels. */
const STYLES = /** @type {[string, (client: any, options?: any) => Promise<any>][]} */ ([
  ["a method", (client, options) => client.listChannels({}, options)],
  ["call", (client, options) => client.call("ListChannels", {}, options)],
  ["send", (client, options) => client.send(new ListChannelsCommand({}), options)],
  ["paginateListChannels", async (client, options) => (await paginateListChannels({ client }, {}, options).next()).value],
  ["getPaginator", async (client, options) => (await client.getPaginator("list_channels").paginate({}, options)[Symbol.asyncIterator]().next()).value],
]);

const kept = { ...process.env };
before(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment())) delete process.env[name];
});
after(() => void Object.assign(process.env, kept));

for (const [style, ask] of STYLES) {
  describe(`by ${style}`, () => {
    /** The first request of a client with this configuration. */
    async function first(/** @type {any} */ config) {
      const fetching = playing({});
      for (const Client of /** @type {any[]} */ ([IvsClient, Ivs])) await ask(new Client({ ...OFFLINE, fetch: fetching, ...config }));
      const [one, other] = fetching.requests;
      assert.equal(one?.url, other?.url);
      return one ?? assert.fail("nothing was sent");
    }

    test("region decides where the request goes and what it is signed for", async () => {
      const { url, headers } = await first({ endpoint: undefined, region: "eu-central-1" });
      assert.equal(new URL(url).origin, "https://ivs.eu-central-1.amazonaws.com");
      assert.match(String(headers.get("authorization")), /\/eu-central-1\/ivs\/aws4_request/);
    });

    test("endpoint decides where the request goes, with its port and path", async () => {
      const { url } = await first({ endpoint: "https://proxy.example:8443/to/ivs/" });
      assert.equal(url, "https://proxy.example:8443/to/ivs/ListChannels");
    });

    test("useFipsEndpoint and useDualstackEndpoint choose the endpoint", async () => {
      for (const [config, host] of /** @type {[any, string][]} */ ([
        [{ useFipsEndpoint: true }, "ivs-fips.us-west-2.amazonaws.com"],
        [{ useDualstackEndpoint: true }, "ivs.us-west-2.api.aws"],
        [{ useFipsEndpoint: true, useDualstackEndpoint: true }, "ivs-fips.us-west-2.api.aws"],
        [{ useFipsEndpoint: false, useDualstackEndpoint: false }, "ivs.us-west-2.amazonaws.com"],
      ])) {
        assert.equal(new URL((await first({ endpoint: undefined, ...config })).url).host, host);
      }
    });

    test("credentials sign the request, with their session token", async () => {
      const { headers } = await first({ credentials: async () => numbered(5) });
      assert.match(String(headers.get("authorization")), /Credential=AKID5\//);
      assert.equal(headers.get("x-amz-security-token"), "token-5");
    });

    test("customUserAgent is added to the package's own", async () => {
      assert.match(String((await first({ customUserAgent: "my-app/1.2" })).headers.get("x-amz-user-agent")), /^ivs-wasm\/\d\S* .*my-app\/1\.2$/);
    });

    test("systemClockOffset is in the time of the signature", async (context) => {
      const clock = time(context);
      const { headers } = await first({ systemClockOffset: 90_000, requestTimeout: 0 });
      assert.equal(headers.get("x-amz-date"), new Date(clock.now + 90_000).toISOString().replace(/[-:]|\.\d+/g, ""));
    });

    test("fetch defaults to the global one at the time of the call", async (context) => {
      const real = globalThis.fetch;
      context.after(() => void (globalThis.fetch = real));
      const client = new IvsClient(OFFLINE);
      /** @type {any[]} */
      const called = [];
      globalThis.fetch = /** @type {any} */ (async (/** @type {any} */ url, /** @type {any} */ init) => (called.push([url, init.method]), new Response('{"channels":[]}')));
      assert.deepEqual((await ask(client)).channels, []);
      assert.deepEqual(called, [[`${OFFLINE.endpoint}/ListChannels`, "POST"]]);
    });

    test("maxAttempts, requestTimeout and logger apply to all calls of the client, and the call's requestTimeout takes precedence", async (context) => {
      const { waits } = time(context);
      let warnings = 0;
      const client = new IvsClient({ ...OFFLINE, maxAttempts: 2, requestTimeout: 70, fetch: playing({ never: true }), logger: { warn: () => void warnings++ } });
      const error = await rejection(ask(client));
      assert.deepEqual([error.name, error.$metadata.attempts, warnings], ["TimeoutError", 2, 1]);
      // For the credentials, the first attempt and, after a wait, the second.
      assert.deepEqual([waits[0], waits[2]], [70, 70]);
      waits.length = 0;
      await rejection(ask(client, { requestTimeout: 80 }));
      assert.deepEqual([waits[0], waits[2]], [80, 80]);
    });

    test("an invalid configuration is reported with the field", async () => {
      for (const [field, value] of /** @type {[string, any][]} */ ([
        ["region", 5], ["region", "us west"], ["endpoint", "ftp://x"], ["endpoint", "nowhere"], ["endpoint", new URL("ftp://x")], ["endpoint", { hostname: "x" }], ["endpoint", {}], ["useFipsEndpoint", "yes"],
        ["useDualstackEndpoint", 1], ["fetch", "fetch"], ["customUserAgent", "a\nb"], ["customUserAgent", "ü"], ["maxAttempts", 0],
        ["retryMode", "none"], ["requestTimeout", "1"], ["systemClockOffset", NaN],
      ])) {
        const fetching = playing({});
        const client = new IvsClient(/** @type {any} */ ({ ...OFFLINE, fetch: fetching, [field]: value }));
        for (let call = 0; call < 2; call++) {
          const error = await rejection(ask(client));
          assert.ok(error instanceof ParamValidationError, `${field}: ${error}`);
          assert.equal(error.problems[0]?.path, `config.${field}`);
        }
        assert.equal(fetching.requests.length, 0);
      }
    });

    test("a configuration is read once, by the constructor, and never written to", async () => {
      const read = /** @type {Record<string, number>} */ ({});
      const config = new Proxy(Object.freeze({ ...OFFLINE, fetch: playing({}) }), {
        get(target, name, receiver) {
          read[String(name)] = (read[String(name)] ?? 0) + 1;
          return Reflect.get(target, name, receiver);
        },
      });
      const client = new IvsClient(config);
      const byConstructor = { ...read };
      assert.deepEqual(new Set(Object.values(read)), new Set([1]), JSON.stringify(read));
      await Promise.all([ask(client), ask(client)]);
      await ask(client);
      assert.deepEqual(read, byConstructor);
    });
  });
}

test("a configuration is settled by the constructor: what becomes of the object changes no client", async () => {
  const fetching = playing({});
  const credentials = { ...numbered(0), expiration: new Date(Date.now() + 9e6) };
  const config = /** @type {any} */ ({ fetch: fetching, credentials });
  const clients = [1, 2, 3].map((number) => {
    Object.assign(config, { region: `us-west-${number}`, endpoint: `https://host-${number}.example`, customUserAgent: `agent/${number}` });
    // The credentials' object is the same one, too.
    Object.assign(credentials, numbered(number));
    return new IvsClient(config);
  });
  for (const name of Object.keys(credentials)) delete (/** @type {any} */ (credentials)[name]);
  for (const name of Object.keys(config)) delete config[name];
  for (const client of clients) await client.listChannels({});
  for (const [index, { url, headers }] of fetching.requests.entries()) {
    const number = index + 1;
    assert.equal(new URL(url).host, `host-${number}.example`);
    assert.match(String(headers.get("authorization")), new RegExp(`Credential=AKID${number}/\\d+/us-west-${number}/`));
    assert.equal(headers.get("x-amz-security-token"), `token-${number}`);
    assert.match(String(headers.get("x-amz-user-agent")), new RegExp(`agent/${number}$`));
  }
});

test("the getters of a configuration and of its credentials run once, in the constructor", async () => {
  const read = /** @type {string[]} */ ([]);
  const watched = (/** @type {Record<string, unknown>} */ values) =>
    Object.defineProperties({}, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { enumerable: true, get: () => (read.push(name), value) }])));
  const { credentials, ...others } = { ...OFFLINE, credentials: watched(numbered(1)), fetch: playing({}), logger: {} };
  const client = new IvsClient(/** @type {any} */ (watched({ ...others, credentials })));
  const byConstructor = [...read].sort();
  assert.deepEqual(byConstructor, ["accessKeyId", "credentials", "endpoint", "fetch", "logger", "region", "secretAccessKey", "sessionToken"]);
  for (let call = 0; call < 2; call++) await client.listChannels({});
  assert.deepEqual([...read].sort(), byConstructor);
});

test("a configuration that is not an object is reported", async () => {
  for (const config of /** @type {any[]} */ ([null, 5, "us-west-2", true])) {
    const error = await rejection(/** @type {any} */ (new IvsClient(config)).listChannels({}));
    assert.ok(error instanceof ParamValidationError);
    assert.equal(error.message, "config: expected an object");
  }
});
