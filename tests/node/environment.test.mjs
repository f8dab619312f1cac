// @ts-check
// What a configuration leaves out, from the variables and the profile settings of AWS's SDKs and tools; and the default chain in use: how
// long its credentials are kept, and what is said without AWS's own provider. `chain.test.mjs` compares the chain with AWS's.

import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { CredentialsError, IvsClient, ParamValidationError } from "ivs-wasm";
import { environment, node, playing, rejection, run, time } from "./behave.mjs";

const KEYS = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "SECRET" };
const INSTALLED = new URL("../../node_modules/ivs-wasm/", import.meta.url);

let home = "";
const kept = { ...process.env };
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "ivs-environment-"));
  await mkdir(join(home, ".aws"));
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  Object.assign(process.env, { HOME: home, AWS_EC2_METADATA_DISABLED: "true" });
});
afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name];
  Object.assign(process.env, kept);
  await rm(home, { recursive: true });
});

/** @param {string} text */
const config = (text) => writeFile(join(home, ".aws/config"), text);
/** @param {string} text */
const credentials = (text) => writeFile(join(home, ".aws/credentials"), text);
const set = (/** @type {Record<string, string>} */ variables) => void Object.assign(process.env, variables);

/** The first request of a client with this configuration. @param {any} [configuration] */
async function first(configuration) {
  const fetching = playing({});
  const output = await new IvsClient({ fetch: fetching, ...configuration }).listChannels();
  const [{ url = "", headers = new Headers() } = {}] = fetching.requests;
  const authorization = String(headers.get("authorization"));
  return { host: new URL(url).host, url, key: /Credential=([^/]+)/.exec(authorization)?.[1], region: /\/\d{8}\/([^/]+)\//.exec(authorization)?.[1], token: headers.get("x-amz-security-token"), output };
}

/** How often a request is sent that always fails. @param {any} [configuration] */
async function attempts(configuration) {
  const fetching = playing({ status: 500, headers: { "retry-after": "0" } });
  await rejection(new IvsClient({ region: "eu-west-1", credentials: { accessKeyId: "A", secretAccessKey: "s" }, fetch: fetching, ...configuration }).listChannels());
  return fetching.requests.length;
}

/** A server that answers by a table of paths, and a log of what it was asked. @param {import("node:test").TestContext} context @param {(path: string, turn: number) => string | undefined} answer */
async function listen(context, answer) {
  const log = /** @type {string[]} */ ([]);
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    const body = answer(request.url ?? "", log.length);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { log, url: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}` };
}

describe("the region", () => {
  test("is the profile's where nothing else names one", async () => {
    set(KEYS);
    await config("[default]\nregion = eu-west-1\n[profile live]\nregion = eu-central-1");
    assert.equal((await first()).host, "ivs.eu-west-1.amazonaws.com");
    assert.equal((await first()).region, "eu-west-1");
  });

  test("is that of the profile that is named", async () => {
    await config("[default]\nregion = eu-west-1\n[profile live]\nregion = eu-central-1\naws_access_key_id = A\naws_secret_access_key = s\n[profile other]\nregion = us-east-1");
    set({ AWS_PROFILE: "live" });
    assert.equal((await first()).region, "eu-central-1");
    set({ AWS_PROFILE: "other" });
    assert.equal((await first({ profile: "live" })).region, "eu-central-1");
  });

  test("of the credentials file counts before that of the config file, as in AWS's SDK", async () => {
    set(KEYS);
    await config("[default]\nregion = eu-west-1");
    await credentials("[default]\nregion = us-west-2");
    assert.equal((await first()).region, "us-west-2");
  });

  test("is the configuration's, then a variable's, then the profile's", async () => {
    set({ ...KEYS, AWS_DEFAULT_REGION: "us-east-1" });
    await config("[default]\nregion = eu-west-1");
    assert.equal((await first()).region, "us-east-1");
    set({ AWS_REGION: "us-west-2" });
    assert.equal((await first()).region, "us-west-2");
    assert.equal((await first({ region: "eu-central-1" })).region, "eu-central-1");
  });

  test("is where the instance is, where nothing names one", async (context) => {
    const imds = await listen(context, (path) => ({ "/latest/api/token": "t", "/latest/meta-data/placement/region": "ap-south-1\n" })[path]);
    set({ ...KEYS, AWS_EC2_METADATA_SERVICE_ENDPOINT: imds.url, AWS_EC2_METADATA_DISABLED: "false" });
    assert.equal((await first()).region, "ap-south-1");
    assert.deepEqual(imds.log, ["PUT /latest/api/token", "GET /latest/meta-data/placement/region"]);
    set({ AWS_EC2_METADATA_DISABLED: "true" });
    assert.match((await rejection(new IvsClient().listChannels())).message, /region: is missing/);
    assert.equal(imds.log.length, 2);
  });
});

describe("the settings of AWS's SDKs and tools", () => {
  const INVALID = /** @type {[string, string, string][]} */ ([
    ["AWS_REGION", "region", "us west"],
    ["AWS_MAX_ATTEMPTS", "max_attempts", "many"],
    ["AWS_MAX_ATTEMPTS", "max_attempts", "0"],
    ["AWS_RETRY_MODE", "retry_mode", "fast"],
    ["AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "yes"],
    ["AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", "1"],
    ["AWS_ENDPOINT_URL_IVS", "endpoint_url", "ivs.example"],
    ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls", "yes"],
  ]);

  for (const [variable, key, value] of INVALID) {
    test(`are named by an error about them: ${variable} and ${key} of "${value}"`, async () => {
      set({ ...KEYS, ...(variable !== "AWS_REGION" && { AWS_REGION: "eu-west-1" }) });
      await config(`[default]\n${key} = ${value}`);
      const inProfile = await rejection(new IvsClient({ fetch: playing({}) }).listChannels());
      assert.ok(inProfile instanceof ParamValidationError);
      assert.ok(inProfile.message.startsWith(`${key} of profile "default" in ~/.aws/config: `), inProfile.message);
      set({ [variable]: value });
      const inVariable = await rejection(new IvsClient({ fetch: playing({}) }).listChannels());
      assert.ok(inVariable instanceof ParamValidationError);
      assert.ok(inVariable.message.startsWith(`${variable}: `), inVariable.message);
    });
  }

  test("choose the FIPS endpoint, and the one for IPv4 and IPv6", async () => {
    set({ ...KEYS, AWS_REGION: "us-west-2" });
    await config("[default]\nuse_fips_endpoint = true\nuse_dualstack_endpoint = TRUE");
    assert.equal((await first()).host, "ivs-fips.us-west-2.api.aws");
    set({ AWS_USE_DUALSTACK_ENDPOINT: "false" });
    assert.equal((await first()).host, "ivs-fips.us-west-2.amazonaws.com");
    assert.equal((await first({ useFipsEndpoint: false })).host, "ivs.us-west-2.amazonaws.com");
    set({ AWS_USE_FIPS_ENDPOINT: "False", AWS_USE_DUALSTACK_ENDPOINT: "True" });
    assert.equal((await first()).host, "ivs.us-west-2.api.aws");
  });

  test("say how many attempts there are", async () => {
    await config("[default]\nmax_attempts = 2");
    assert.equal(await attempts(), 2);
    set({ AWS_MAX_ATTEMPTS: "1" });
    assert.equal(await attempts(), 1);
    assert.equal(await attempts({ maxAttempts: 4 }), 4);
  });

  test("say how the client retries", async (context) => {
    set(KEYS);
    const clock = time(context);
    /** Milliseconds of the clock that thirty calls take, of which the first ones are throttled. */
    const duration = async () => {
      const start = clock.now;
      const busy = { status: 429, code: "ThrottlingException" };
      const client = new IvsClient({ region: "eu-west-1", fetch: playing(busy, busy, busy, {}), maxAttempts: 1, requestTimeout: 0 });
      for (let call = 0; call < 30; call++) await client.listChannels().catch(() => {});
      return clock.now - start;
    };
    await config("[default]\nretry_mode = adaptive");
    assert.ok((await duration()) > 1000);
    set({ AWS_RETRY_MODE: "standard" });
    assert.equal(await duration(), 0);
    // The older mode of other tools.
    set({ AWS_RETRY_MODE: "legacy" });
    assert.equal(await duration(), 0);
  });

  test("name the endpoint: the service's variable, the general one, the profile's services, the profile", async () => {
    set({ ...KEYS, AWS_REGION: "us-west-2" });
    await config("[default]\nendpoint_url = http://d.example\nservices = s\n[profile plain]\nendpoint_url = http://e.example/base/\n[profile lost]\nservices = none\nendpoint_url = http://f.example\n[services s]\nsts =\n  endpoint_url = http://x.example\nivs =\n  endpoint_url = http://c.example\n[services other]\nivs =\n  endpoint_url = http://y.example");
    const host = async (/** @type {any} */ more) => (await first({ credentials: { accessKeyId: "A", secretAccessKey: "s" }, ...more })).host;
    assert.equal(await host({ profile: "plain" }), "e.example");
    assert.equal(await host({ profile: "lost" }), "ivs.us-west-2.amazonaws.com");
    assert.equal(await host({}), "c.example");
    set({ AWS_ENDPOINT_URL: "http://b.example" });
    assert.equal(await host({}), "b.example");
    set({ AWS_ENDPOINT_URL_IVS: "http://a.example" });
    assert.equal(await host({}), "a.example");
    assert.equal(await host({ endpoint: "http://given.example" }), "given.example");
    set({ AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" });
    assert.equal(await host({}), "ivs.us-west-2.amazonaws.com");
    assert.equal(await host({ endpoint: "http://given.example" }), "given.example");
  });

  test("of a file that changes are read again by the next client", async () => {
    set(KEYS);
    await config("[default]\nregion = eu-west-1");
    assert.equal((await first()).region, "eu-west-1");
    await config("[default]\nregion = us-west-2");
    assert.equal((await first()).region, "us-west-2");
  });
});

describe("credentials that the environment has", () => {
  const document = (/** @type {string} */ key, /** @type {number} */ milliseconds) =>
    JSON.stringify({ AccessKeyId: key, SecretAccessKey: `SECRET-${key}`, Token: `TOKEN-${key}`, Expiration: new Date(Date.now() + milliseconds).toISOString() });

  test("are asked for once by all calls until five minutes before they expire", async (context) => {
    const clock = time(context);
    const container = await listen(context, (_path, turn) => document(`AKID${turn}`, 3_600_000));
    set({ AWS_REGION: "us-west-2", AWS_CONTAINER_CREDENTIALS_FULL_URI: container.url });
    const fetching = playing({});
    const client = new IvsClient({ fetch: fetching, requestTimeout: 0 });
    await Promise.all(Array.from({ length: 20 }, () => client.listChannels()));
    clock.now += 55 * 60_000 - 1;
    await client.listChannels();
    assert.equal(container.log.length, 1);
    clock.now += 1;
    await Promise.all([client.listChannels(), client.listChannels()]);
    assert.equal(container.log.length, 2);
    assert.match(String(fetching.requests.at(-1)?.headers.get("authorization")), /AKID2/);
  });

  test("of a profile are read again when the service says that they have expired", async () => {
    const write = (/** @type {number} */ number) => writeFileSync(join(home, ".aws/credentials"), `[default]\naws_access_key_id = AKID${number}\naws_secret_access_key = s\naws_session_token = token-${number}`);
    write(1);
    const fetching = playing(({ headers }) => {
      if (headers.get("x-amz-security-token") === "token-2") return {};
      write(2);
      return { status: 403, code: "ExpiredTokenException" };
    });
    assert.equal((await new IvsClient({ region: "us-west-2", fetch: fetching }).listChannels()).$metadata.attempts, 2);
  });

  test("expire when the environment says so", async (context) => {
    const clock = time(context);
    set({ ...KEYS, AWS_REGION: "us-west-2", AWS_CREDENTIAL_EXPIRATION: new Date(clock.now + 3_600_000).toISOString() });
    const fetching = playing({});
    const client = new IvsClient({ fetch: fetching, requestTimeout: 0 });
    await client.listChannels();
    set({ AWS_ACCESS_KEY_ID: "AKIDNEXT", AWS_CREDENTIAL_EXPIRATION: "" });
    await client.listChannels();
    clock.now += 3_600_000;
    await client.listChannels();
    assert.deepEqual(fetching.requests.map(({ headers }) => /=(AKID\w+)/.exec(String(headers.get("authorization")))?.[1]), ["AKIDENV", "AKIDENV", "AKIDNEXT"]);
  });

  test("and cannot be sent are errors that name the place and quote nothing", async () => {
    /** @type {[Record<string, string>, string, string][]} */
    const places = [
      [{ ...KEYS, AWS_ACCESS_KEY_ID: "AKID\u00e9" }, "", "AWS_ACCESS_KEY_ID: has characters"],
      [{ ...KEYS, AWS_SESSION_TOKEN: "TOKEN-\u00e9" }, "", "AWS_SESSION_TOKEN: has characters"],
      [{ ...KEYS, AWS_CREDENTIAL_EXPIRATION: "soon" }, "", "AWS_CREDENTIAL_EXPIRATION: expected a date"],
      [{}, "[default]\naws_access_key_id = AKID\u00e9\naws_secret_access_key = SECRET-s", 'aws_access_key_id of profile "default": has characters'],
      [{}, "[default]\naws_access_key_id = AKID\naws_secret_access_key = SECRET-s\naws_session_token = TOKEN-\u00e9", 'aws_session_token of profile "default": has characters'],
    ];
    for (const [variables, file, words] of places) {
      for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
      set({ AWS_EC2_METADATA_DISABLED: "true", ...variables });
      await credentials(file);
      const error = await rejection(new IvsClient({ region: "us-west-2", fetch: playing({}) }).listChannels());
      assert.ok(error instanceof CredentialsError);
      assert.ok(error.message.startsWith(words), error.message);
      assert.doesNotMatch(error.message, /SECRET-|TOKEN-|\u00e9/);
    }
  });

  test("of a container are asked for within a second, and an answer that never ends ends", async (context) => {
    const server = createServer((_request, response) => void response.write("{")).listen(0, "127.0.0.1");
    await once(server, "listening");
    context.after(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    set({ AWS_REGION: "us-west-2", AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://localhost:${port}` });
    const error = await rejection(new IvsClient({ fetch: playing({}) }).listChannels());
    assert.match(error.message, /no answer within 1000 ms/);
  });
});

describe("the metadata service of an instance", () => {
  test("is asked as often as the settings of AWS's tools say", async (context) => {
    const imds = await listen(context, () => undefined);
    set({ AWS_REGION: "us-west-2", AWS_EC2_METADATA_SERVICE_ENDPOINT: imds.url, AWS_EC2_METADATA_DISABLED: "false", AWS_METADATA_SERVICE_NUM_ATTEMPTS: "2" });
    const error = await rejection(new IvsClient({ fetch: playing({}) }).listChannels());
    assert.match(error.message, /EC2 instance metadata: status 404/);
    assert.deepEqual(imds.log, ["PUT /latest/api/token", "PUT /latest/api/token", "GET /latest/meta-data/iam/security-credentials/", "GET /latest/meta-data/iam/security-credentials/"]);
    set({ AWS_METADATA_SERVICE_NUM_ATTEMPTS: "none" });
    assert.match((await rejection(new IvsClient({ fetch: playing({}) }).listChannels())).message, /^AWS_METADATA_SERVICE_NUM_ATTEMPTS: expected a number/);
  });

  test("has as long as the settings of AWS's tools say", async (context) => {
    const server = createServer(() => {}).listen(0, "127.0.0.1");
    await once(server, "listening");
    context.after(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    set({ AWS_REGION: "us-west-2", AWS_EC2_METADATA_SERVICE_ENDPOINT: `http://127.0.0.1:${port}`, AWS_EC2_METADATA_DISABLED: "false" });
    await config("[default]\nmetadata_service_timeout = 1.5\nec2_metadata_v1_disabled = true");
    const error = await rejection(new IvsClient({ fetch: playing({}) }).listChannels());
    assert.match(error.message, /no answer within 1500 ms/);
  });
});

test("a machine that does not say its region is not asked again within a minute", async (context) => {
  const imds = await listen(context, () => undefined);
  const printed = await node(
    `import { IvsClient } from "ivs-wasm";
    let now = Date.now();
    Date.now = () => now;
    for (const later of [0, 59_000, 1_001]) {
      now += later;
      await new IvsClient().listChannels().catch(({ message }) => console.log(message.slice(0, 25)));
    }`,
    { ...KEYS, AWS_EC2_METADATA_SERVICE_ENDPOINT: imds.url, AWS_EC2_METADATA_DISABLED: "false" },
  );
  assert.equal(printed, "config.region: is missing\n".repeat(3));
  assert.deepEqual(imds.log, ["PUT /latest/api/token", "PUT /latest/api/token"]);
});

describe("profiles that AWS's own provider resolves, without it,", () => {
  for (const [way, load] of [["import", 'import { IvsClient } from "ivs-wasm";'], ["require", 'const { IvsClient } = require("ivs-wasm");']]) {
    test(`are named by what to install or write: by ${way}`, async () => {
      const modules = join(home, "node_modules");
      await cp(INSTALLED, join(modules, "ivs-wasm"), { recursive: true });
      const program = join(home, way === "import" ? "program.mjs" : "program.cjs");
      await writeFile(program, `${load}\nnew IvsClient({ region: "us-west-2" }).listChannels().catch(({ name, message }) => console.log(name, message));`);
      await config("[profile live]\nsso_session = s");
      const printed = await run(process.execPath, [program], { env: environment({ HOME: home, AWS_PROFILE: "live", AWS_CONFIG_FILE: "" }) });
      assert.equal(
        printed.trim(),
        'CredentialsError profile "live" (sso_session) needs AWS\'s own provider: run `npm install @aws-sdk/credential-provider-node`, or write ' +
          '`credentials: fromNodeProviderChain({ profile: "live" })` with the function of @aws-sdk/credential-providers',
      );
    });
  }
});

describe("a page", () => {
  test("reads no environment: what looks like one may be its markup", async () => {
    set({ ...KEYS, AWS_REGION: "us-west-2", AWS_ENDPOINT_URL: "http://evil.example", AWS_MAX_ATTEMPTS: "1", AWS_PROFILE: "x" });
    for (const entry of ["index.js", "slim.js"]) {
      const { outputFiles } = buildSync({ entryPoints: [fileURLToPath(new URL(entry, INSTALLED))], bundle: true, format: "esm", minify: true, write: false });
      const text = String(outputFiles[0]?.text);
      assert.ok(text.includes("ListChannels"));
      assert.ok(!/\benv\b|credential-chain|node:/.test(text), `${entry} has something of the environment in it`);
    }
    const page = await import(new URL("index.js", INSTALLED).href);
    const region = await rejection(new page.IvsClient({ credentials: { accessKeyId: "A", secretAccessKey: "s" } }).listChannels());
    assert.match(region.message, /^config\.region: is missing/);
    const fetching = playing({});
    const missing = await rejection(new page.IvsClient({ region: "eu-west-1", profile: "x", fetch: fetching }).listChannels());
    assert.equal(missing.name, "CredentialsError");
    assert.equal(missing.message, "There are no credentials: give `credentials`");
    await new page.IvsClient({ region: "eu-west-1", credentials: { accessKeyId: "A", secretAccessKey: "s" }, fetch: fetching }).listChannels();
    assert.match(String(fetching.requests[0]?.url), /^https:\/\/ivs\.eu-west-1\.amazonaws\.com\//);
  });
});

test("a page whose markup has the names of an environment makes calls", async () => {
  const printed = await node(`
    const log = console.log;
    const { IvsClient } = await import(${JSON.stringify(new URL("index.js", INSTALLED).href)});
    const element = { href: "http://evil.example", toString: () => "http://evil.example" };
    globalThis.process = { env: { AWS_ENDPOINT_URL: element, AWS_REGION: element }, versions: { node: element }, getBuiltinModule: element };
    const fetch = async (url) => (log(url), new Response("{}"));
    await new IvsClient({ region: "eu-west-1", credentials: { accessKeyId: "A", secretAccessKey: "s" }, fetch }).listChannels();
  `);
  assert.equal(printed.trim(), "https://ivs.eu-west-1.amazonaws.com/ListChannels");
});

test("a variable that is no text is none", async () => {
  const real = process.env;
  try {
    process.env = /** @type {any} */ ({ ...environment(), ...KEYS, AWS_REGION: "us-west-2", AWS_ENDPOINT_URL: { toString: () => "http://evil.example" }, AWS_EC2_METADATA_DISABLED: "true" });
    assert.equal((await first()).host, "ivs.us-west-2.amazonaws.com");
  } finally {
    process.env = real;
  }
});
