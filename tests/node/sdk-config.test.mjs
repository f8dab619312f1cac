// @ts-check
// The configuration in all forms that AWS's SDK takes, and what becomes of members that cannot be honoured. What is written to the wire
// is compared with the SDK itself where it is the same.

import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { IvsClient as SdkClient, ListChannelsCommand } from "@aws-sdk/client-ivs";
import { IvsClient, ParamValidationError } from "ivs-wasm";
import { OFFLINE, answering, recording } from "./wire.mjs";
import { rejection } from "./behave.mjs";
import { createContext, runInContext } from "node:vm";

const { credentials } = OFFLINE;
/** The package as pages get it. */
const page = await import(new URL("../../node_modules/ivs-wasm/index.js", import.meta.url).href);

/** What is sent with a configuration. @param {any} config */
async function sent(config, Client = IvsClient) {
  const fetching = recording(answering('{"channels":[]}'));
  await new Client({ credentials, fetch: fetching, ...config }).listChannels({});
  return fetching.last();
}

/** What a call rejects with, and that nothing was sent. @param {any} config @returns {Promise<any>} */
async function refused(config, Client = IvsClient) {
  const fetching = recording(answering());
  const error = await rejection(new Client({ ...OFFLINE, fetch: fetching, ...config }).listChannels({}));
  assert.deepEqual(fetching.sent, []);
  assert.ok(error instanceof ParamValidationError, `${error.stack}`);
  return error;
}

const variables = ["AWS_REGION", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_IVS", "AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT", "AWS_SDK_UA_APP_ID"];
afterEach(() => {
  for (const name of variables) delete process.env[name];
});

/** Each way to give a value. @type {[string, (value: any) => any][]} */
const WAYS = [
  ["as it is", (value) => value],
  ["by a function", (value) => () => value],
  ["by an async function", (value) => async () => value],
  ["by a promise", (value) => Promise.resolve(value)],
  ["by a promise of no realm", (value) => ({ then: (/** @type {any} */ resolve) => resolve(value) })],
];

for (const [way, give] of WAYS) {
  describe(`given ${way},`, () => {
    test("region, useFipsEndpoint and useDualstackEndpoint choose the host", async () => {
      const { url, headers } = await sent({ region: give("eu-west-1"), useFipsEndpoint: give(true), useDualstackEndpoint: give(true) });
      assert.equal(url.host, "ivs-fips.eu-west-1.api.aws");
      assert.match(String(headers.get("authorization")), /\/eu-west-1\/ivs\//);
    });

    for (const [form, endpoint] of /** @type {[string, any][]} */ ([
      ["text", "https://h.example:8443/a/b/"],
      ["a URL", new URL("https://h.example:8443/a/b/")],
      ["a URL of another realm", runInContext("new URL('https://h.example:8443/a/b/')", createContext({ URL }))],
      ["parts", { protocol: "https:", hostname: "h.example", port: 8443, path: "/a/b", query: {} }],
      ["an object with a URL", { url: new URL("https://h.example:8443/a/b"), headers: {}, properties: {} }],
      ["an object with text", { url: "https://h.example:8443/a/b" }],
    ])) {
      test(`endpoint may be ${form}`, async () => {
        assert.equal((await sent({ region: "us-west-2", endpoint: give(endpoint) })).url.href, "https://h.example:8443/a/b/ListChannels");
      });
    }

    test("maxAttempts may be a number or digits", async () => {
      for (const maxAttempts of [2, "2"]) {
        const fetching = recording(answering("{}", { status: 500, headers: { "retry-after": "0" } }));
        const error = await rejection(new IvsClient({ ...OFFLINE, fetch: fetching, maxAttempts: give(maxAttempts) }).listChannels({}));
        assert.deepEqual([error.$metadata.attempts, fetching.sent.length], [2, 2]);
      }
    });

    test("what is undefined is as if it were left out", async () => {
      process.env.AWS_REGION = "ap-south-1";
      assert.equal((await sent({ region: give(undefined), endpoint: give(undefined), maxAttempts: give(undefined), useFipsEndpoint: give(undefined) })).url.host, "ivs.ap-south-1.amazonaws.com");
    });

    test("what is wrong is refused with the name of the member", async () => {
      for (const [name, value] of /** @type {[string, any][]} */ ([
        ["region", 5], ["region", "us west"], ["endpoint", "nowhere"], ["endpoint", 5], ["endpoint", Symbol("s")], ["useFipsEndpoint", "yes"], ["useDualstackEndpoint", 1], ["maxAttempts", "some"], ["maxAttempts", ""], ["maxAttempts", 0],
        ["retryMode", "eager"], ["retryMode", 5], ["userAgentAppId", 5],
      ])) {
        const [problem] = (await refused({ [name]: give(value) })).problems;
        assert.equal(problem.path, `config.${name}`, String(value));
      }
    });
  });
}

describe("a function of the configuration", () => {
  test("is called by the first call that needs it, once, also for concurrent calls", async () => {
    let calls = 0;
    const fetching = recording(answering('{"channels":[]}'));
    const client = new IvsClient({ ...OFFLINE, region: async () => (calls++, "us-west-2"), fetch: fetching });
    await new Promise(setImmediate);
    assert.equal(calls, 0);
    await Promise.all([client.listChannels({}), client.listChannels({})]);
    await client.listChannels({});
    assert.deepEqual([calls, fetching.sent.length], [1, 3]);
  });

  test("that fails, fails the call with its message, and is asked anew by the next", async () => {
    let calls = 0;
    const region = async () => {
      if (calls++ === 0) throw new Error("no such parameter");
      return "us-west-2";
    };
    const client = new IvsClient({ ...OFFLINE, region, fetch: recording(answering('{"channels":[]}')) });
    const error = await rejection(client.listChannels({}));
    assert.ok(error instanceof ParamValidationError);
    assert.equal(error.message, "config.region: could not be read: no such parameter");
    assert.match(String(error.stack), /sdk-config\.test/);
    await client.listChannels({});
  });

  test("that never answers ends with the call's signal, and with its limit; the next call asks anew", async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    let calls = 0;
    const region = () => (calls++ < 2 ? new Promise(() => {}) : "us-west-2");
    const client = new IvsClient({ ...OFFLINE, region: /** @type {any} */ (region), fetch: recording(answering('{"channels":[]}')) });
    const controller = new AbortController();
    const aborted = rejection(client.listChannels({}, { abortSignal: controller.signal }));
    const reason = new Error("enough");
    controller.abort(reason);
    assert.equal(await aborted, reason);
    const late = rejection(client.listChannels({}, { requestTimeout: 20 }));
    context.mock.timers.tick(10_000);
    assert.match(String(await late), /TimeoutError: the configuration was not complete within 10000 ms/);
    await client.listChannels({});
    assert.equal(calls, 3);
  });
});

describe("an endpoint", () => {
  test("in parts, or with a URL, is refused with a query or headers, which cannot be honoured", async () => {
    for (const endpoint of /** @type {any[]} */ ([
      { protocol: "https:", hostname: "h.example", path: "/", query: { a: "b" } },
      { protocol: "https:", hostname: "h.example", path: "/", headers: { a: "b" } },
      { url: new URL("https://h.example/?a=b") },
      { url: new URL("https://h.example"), headers: { a: ["b"] } },
      { protocol: "https:", hostname: "u:p@h.example", path: "/" },
      { protocol: "ftp:", hostname: "h.example", path: "/" },
      { hostname: "h.example" }, {}, [], new URL("https://u:p@h.example"),
      { get url() { throw new Error("no"); } },
    ])) {
      assert.equal((await refused({ endpoint })).problems[0].path, "config.endpoint");
      assert.equal((await refused({ endpoint: async () => endpoint })).problems[0].path, "config.endpoint");
    }
  });

  test("is settled by the constructor, whatever becomes of its object, which is not written to", async () => {
    const parts = Object.freeze({ protocol: "https:", hostname: "h.example", path: "/a" });
    assert.equal((await sent({ region: "us-west-2", endpoint: parts })).url.href, "https://h.example/a/ListChannels");
    const url = new URL("https://before.example");
    const fetching = recording(answering('{"channels":[]}'));
    const client = new IvsClient({ ...OFFLINE, endpoint: url, fetch: fetching });
    url.host = "after.example";
    await client.listChannels({});
    assert.equal(fetching.last().url.host, "before.example");
  });

  test("has own members only", async (context) => {
    context.after(() => void delete (/** @type {any} */ (Object.prototype).url));
    Object.assign(Object.prototype, { url: "https://evil.example" });
    assert.equal((await sent({ region: "us-west-2", endpoint: { protocol: "https:", hostname: "h.example", path: "" } })).url.host, "h.example");
  });
});

describe("the environment", () => {
  test("completes what the configuration leaves out, and only that", async () => {
    Object.assign(process.env, { AWS_REGION: "eu-west-1", AWS_USE_FIPS_ENDPOINT: "true", AWS_USE_DUALSTACK_ENDPOINT: "true", AWS_SDK_UA_APP_ID: "from env", AWS_RETRY_MODE: "legacy", AWS_MAX_ATTEMPTS: "1" });
    const { url, headers } = await sent({});
    assert.equal(url.host, "ivs-fips.eu-west-1.api.aws");
    assert.match(String(headers.get("x-amz-user-agent")), / app\/from-env$/);
    const given = await sent({ region: "us-west-2", useFipsEndpoint: false, useDualstackEndpoint: () => false, userAgentAppId: "mine" });
    assert.equal(given.url.host, "ivs.us-west-2.amazonaws.com");
    assert.match(String(given.headers.get("x-amz-user-agent")), / app\/mine$/);
    const error = await rejection(new IvsClient({ ...OFFLINE, endpoint: undefined, useFipsEndpoint: false, fetch: recording(answering("{}", { status: 500 })) }).listChannels({}));
    assert.equal(error.$metadata.attempts, 1);
  });

  test("is named by errors about its values", async () => {
    for (const [name, value] of [
      ["AWS_REGION", "us west"], ["AWS_MAX_ATTEMPTS", "some"], ["AWS_MAX_ATTEMPTS", "0"], ["AWS_RETRY_MODE", "eager"], ["AWS_ENDPOINT_URL", "nowhere"],
      ["AWS_ENDPOINT_URL_IVS", "http://h.example?a"], ["AWS_USE_FIPS_ENDPOINT", "yes"], ["AWS_USE_DUALSTACK_ENDPOINT", "1"],
    ]) {
      process.env[name] = value;
      const { problems } = await refused({ region: undefined, endpoint: undefined });
      assert.equal(problems[0].path, name);
      delete process.env[name];
    }
    process.env.AWS_USE_FIPS_ENDPOINT = "true";
    assert.equal((await refused({})).message, "config.endpoint: cannot be combined with AWS_USE_FIPS_ENDPOINT");
    delete process.env.AWS_USE_FIPS_ENDPOINT;
    process.env.AWS_ENDPOINT_URL = "https://h.example";
    assert.equal((await refused({ endpoint: undefined, useDualstackEndpoint: true })).message, "AWS_ENDPOINT_URL: cannot be combined with useDualstackEndpoint");
  });

  test("gives no endpoint where ignoreConfiguredEndpointUrls says so", async () => {
    Object.assign(process.env, { AWS_ENDPOINT_URL: "https://h.example" });
    assert.equal((await sent({ region: "us-west-2" })).url.host, "h.example");
    assert.equal((await sent({ region: "us-west-2", ignoreConfiguredEndpointUrls: true })).url.host, "ivs.us-west-2.amazonaws.com");
    assert.equal((await sent({ region: "us-west-2", ignoreConfiguredEndpointUrls: true, endpoint: "https://other.example" })).url.host, "other.example");
    assert.equal((await refused({ ignoreConfiguredEndpointUrls: "yes" })).problems[0].path, "config.ignoreConfiguredEndpointUrls");
  });
});

test("a region that older tools wrote for its FIPS endpoint is that, as in the SDK", async () => {
  for (const region of ["us-east-1-fips", "fips-us-east-1"]) {
    const { url, headers } = await sent({ region });
    assert.equal(url.host, "ivs-fips.us-east-1.amazonaws.com");
    assert.match(String(headers.get("authorization")), /\/us-east-1\/ivs\//);
    const sdk = new SdkClient({ region, credentials });
    assert.deepEqual([await sdk.config.region(), await sdk.config.useFipsEndpoint()], ["us-east-1", true]);
  }
});

test("customUserAgent and userAgentAppId are written as the SDK writes them", async () => {
  for (const [customUserAgent, userAgentAppId, expected] of /** @type {[any, any, string][]} */ ([
    [[["app", "1"]], undefined, "app/1"],
    [[["app", "1"], ["lib"]], undefined, "app/1 lib"],
    [[["md/app", "1"]], undefined, "md/app#1"],
    [[["my app", "1 (beta)"]], undefined, "my-app/1--beta-"],
    [[["appé\n", "ü"]], undefined, "app--/-"],
    [[["a", "1/2"], ["p#q", "1"], ["a/b/c", "1#2"]], undefined, "a/1-2 p-q/1 a/b/c#1#2"],
    [[], undefined, ""],
    ["my-app/1.2", "shop", "app/shop my-app/1.2"],
    [undefined, "a b/c", "app/a-b-c"],
  ])) {
    const ours = String((await sent({ region: "us-west-2", customUserAgent, userAgentAppId })).headers.get("x-amz-user-agent"));
    assert.equal(ours.replace(/^ivs-wasm\/\S+ api\/ivs#\S+ ?/, ""), expected);
    // It writes the application's name into another header only.
    if (!Array.isArray(customUserAgent) || expected === "") continue;
    let theirs = "";
    const requestHandler = { handle: async (/** @type {any} */ request) => ((theirs = request.headers["x-amz-user-agent"]), Promise.reject(new Error("enough"))) };
    await rejection(new SdkClient({ region: "us-west-2", credentials, customUserAgent, requestHandler, maxAttempts: 1 }).send(new ListChannelsCommand({})));
    assert.equal(theirs.replace(/^aws-sdk-js\/\S+ /, ""), expected);
  }
});

test("credentials may be a promise", async () => {
  const { headers } = await sent({ region: "us-west-2", credentials: Promise.resolve({ ...credentials, sessionToken: "t" }) });
  assert.equal(headers.get("x-amz-security-token"), "t");
});

test("a provider is told of the region, the profile and the request handler, as by the SDK", async () => {
  const requestHandler = { handle: async () => ({ response: { statusCode: 200, headers: {}, body: "{}" } }) };
  /** @type {any} */
  let told;
  const provider = async (/** @type {any} */ { callerClientConfig }) => ((told = callerClientConfig), credentials);
  await new IvsClient({ region: async () => "eu-west-1", profile: "live", requestHandler, credentials: provider }).listChannels({});
  assert.deepEqual([await told.region(), told.profile, told.requestHandler], ["eu-west-1", "live", requestHandler]);
});

describe("a member that is not honoured", () => {
  /** By member, what the error on servers says to use. @type {[string, any, string][]} */
  const REFUSED = [
    ["retryStrategy", { retry: 1 }, "maxAttempts"], ["maxRetries", 3, "maxAttempts"], ["retryDelayOptions", {}, "maxAttempts"],
    ["signer", {}, "credentials"], ["signerConstructor", class {}, "credentials"], ["signingRegion", "a", "region"], ["signingName", "a", "credentials"], ["signingEscapePath", false, "credentials"],
    ["httpAuthSchemes", [], "credentials"], ["httpAuthSchemeProvider", () => [], "credentials"], ["credentialDefaultProvider", () => {}, "credentials"], ["credentialProvider", () => {}, "credentials"],
    ["accessKeyId", "AKID", "credentials"], ["secretAccessKey", "s", "credentials"], ["sessionToken", "t", "credentials"], ["token", "t", "credentials"], ["disableClockSkewCorrection", true, "credentials"],
    ["endpointProvider", () => {}, "endpoint"], ["serviceConfiguredEndpoint", 1, "endpoint"], ["serviceId", "ivsrealtime", "endpoint"], ["tls", false, "endpoint"], ["sslEnabled", false, "endpoint"],
    ["useFIPS", true, "useFipsEndpoint"], ["useDualStack", true, "useFipsEndpoint"], ["awsRegion", "a", "region"], ["regionInfoProvider", () => {}, "region"],
    ["protocol", {}, "requestHandler"], ["protocolSettings", {}, "requestHandler"], ["extensions", [{}], "requestHandler"], ["httpOptions", {}, "requestHandler"], ["proxy", "http://p", "requestHandler"],
    ["connectionTimeout", 5, "requestHandler"], ["httpsAgent", {}, "requestHandler"],
  ];
  for (const [name, value, remedy] of REFUSED) {
    test(`is refused if it changes where, how or as whom requests go: ${name}`, async () => {
      const error = await refused({ [name]: value });
      assert.equal(error.problems[0].path, `config.${name}`);
      assert.match(error.message, new RegExp(`cannot be honoured; use .*\`${remedy}`));
      const onPage = await refused({ [name]: value }, page.IvsClient);
      assert.equal(onPage.message, `config.${name}: cannot be honoured`);
      // Of a member that is left out there is nothing to honour.
      await sent({ ...OFFLINE, [name]: undefined });
    });
  }

  for (const [name, meant] of [
    ["reqion", "region"], ["Region", "region"], ["regoin", "region"], ["regions", "region"], ["regio", "region"], ["credential", "credentials"], ["credentails", "credentials"], ["endPoint", "endpoint"], ["endpont", "endpoint"],
    ["max_attempts", "maxAttempts"], ["maxAttempt", "maxAttempts"], ["retry_mode", "retryMode"], ["retryModes", "retryMode"], ["useFIPSEndpoint", "useFipsEndpoint"], ["useDualStackEndpoint", "useDualstackEndpoint"],
    ["requestTimout", "requestTimeout"], ["requesthandler", "requestHandler"], ["loger", "logger"], ["profil", "profile"], ["customUseragent", "customUserAgent"], ["userAgentAppID", "userAgentAppId"], ["fecth", "fetch"], ["agents", "agent"],
  ]) {
    test(`is refused with the right name if it is nearly that: ${name}`, async () => {
      assert.equal((await refused({ [name]: "x" })).message, `config.${name}: is not known; did you mean \`${meant}\`?`);
    });
  }

  test("is accepted where it asks for what is done anyway", async () => {
    const config = {
      ...OFFLINE, apiVersion: "2020-07-14", cacheMiddleware: true, disableHostPrefix: true, authSchemePreference: ["sigv4a"], serviceId: "ivs", tls: true, signingEscapePath: true, disableClockSkewCorrection: false, extensions: [],
    };
    /** @type {any[]} */
    const warnings = [];
    await sent({ ...config, logger: { warn: (/** @type {any[]} */ ...content) => warnings.push(content) } });
    assert.deepEqual(warnings, []);
  });

  test("is otherwise ignored, with one warning of the names", async () => {
    for (const Client of [IvsClient, page.IvsClient]) {
      /** @type {any[]} */
      const warnings = [];
      const logger = { warn: (/** @type {any[]} */ ...content) => warnings.push(content) };
      const fetching = recording(answering('{"channels":[]}'));
      const client = new Client({ ...OFFLINE, fetch: fetching, logger, sha256: class {}, streamCollector() {}, defaultsMode: "auto", tenant: "a\nb", "odd\nname": 1 });
      for (let call = 0; call < 2; call++) await client.listChannels({});
      assert.equal(fetching.sent.length, 2);
      assert.equal(warnings.length, 1);
      assert.deepEqual(warnings[0], [{ message: 'ivs-wasm: config: ignored: ["sha256","streamCollector","defaultsMode","tenant","odd\\nname"]' }]);
    }
  });

  test("does not fail a call by a logger that throws, or is none", async () => {
    for (const logger of /** @type {any[]} */ ([{ warn() { throw new Error("full"); } }, {}, 5, undefined])) await sent({ ...OFFLINE, tenant: "a", logger });
  });

  test("is read once, and what it throws is reported", async () => {
    let reads = 0;
    const config = Object.defineProperty({ ...OFFLINE, fetch: answering('{"channels":[]}') }, "tenant", { enumerable: true, get: () => reads++ });
    const client = new IvsClient(config);
    for (let call = 0; call < 2; call++) await client.listChannels({});
    assert.equal(reads, 1);
    const throwing = Object.defineProperty({ ...OFFLINE }, "tenant", { enumerable: true, get() { throw new Error("no"); } });
    assert.equal((await rejection(new IvsClient(throwing).listChannels({}))).message, "config.tenant: could not be read: no");
  });
});
