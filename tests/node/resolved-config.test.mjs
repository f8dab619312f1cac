// @ts-check
// The configuration as clients show it (`client.config`), beside that of AWS's SDK.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IvsClient as SdkClient } from "@aws-sdk/client-ivs";
import { IvsClient } from "ivs-wasm";
import { OFFLINE } from "./wire.mjs";
import { rejection } from "./behave.mjs";

/** @param {any} config @returns {any} */
const resolved = (config) => new IvsClient(config).config;

/** What its members are, those of functions awaited. @param {any} config */
async function shown(config) {
  const names = ["region", "maxAttempts", "retryMode", "useFipsEndpoint", "useDualstackEndpoint", "userAgentAppId", "endpoint", "customUserAgent", "isCustomEndpoint", "profile", "serviceId", "apiVersion", "defaultSigningName"];
  const pairs = names.map(async (name) => [name, typeof config[name] === "function" ? await config[name]() : config[name]]);
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await config.credentials();
  return { ...Object.fromEntries(await Promise.all(pairs)), accessKeyId, secretAccessKey, sessionToken, expiration };
}

describe("the configuration that a client shows", () => {
  for (const [name, config] of /** @type {[string, any][]} */ ([
    ["of values", { region: "eu-west-1", useFipsEndpoint: true, useDualstackEndpoint: true, maxAttempts: 5, retryMode: "adaptive", customUserAgent: "app/1", userAgentAppId: "shop", profile: "live" }],
    ["of functions", { region: async () => "eu-west-1", useFipsEndpoint: async () => true, useDualstackEndpoint: async () => false, maxAttempts: async () => 2, retryMode: async () => "standard", userAgentAppId: async () => "shop", customUserAgent: [["app", "1"]] }],
    ["with an endpoint", { region: "eu-west-1", retryMode: "standard", maxAttempts: 3, endpoint: "http://127.0.0.1:8443/a/b" }],
    ["with an endpoint in parts", { region: "eu-west-1", retryMode: "standard", maxAttempts: 3, endpoint: async () => ({ protocol: "https:", hostname: "h.example", path: "/" }) }],
    ["with a provider", { region: "eu-west-1", retryMode: "standard", maxAttempts: 3, credentials: async () => ({ accessKeyId: "a", secretAccessKey: "b", sessionToken: "c", expiration: new Date(2e12) }) }],
  ])) {
    test(`${name}, is what the SDK shows`, async () => {
      const given = { credentials: OFFLINE.credentials, ...config };
      const [ours, theirs] = await Promise.all([shown(resolved(given)), shown(new SdkClient(given).config)]);
      for (const name of ["endpoint"]) if (theirs[name]) delete theirs[name].query;
      assert.deepEqual(ours, theirs);
    });
  }

  test("has a region, or rejects", async () => {
    for (const region of ["", "a b/", "us west"]) assert.match((await rejection(resolved({ ...OFFLINE, region }).region())).message, /^config.region: /);
  });

  test("may be the configuration of another client", async () => {
    const requestHandler = { handle: async () => ({ response: { statusCode: 200, headers: {}, body: "{}" } }) };
    const { config } = /** @type {any} */ (new IvsClient({ ...OFFLINE, requestHandler, customUserAgent: "app/1", maxAttempts: 2 }));
    for (const given of [config, { ...config, maxAttempts: 5 }]) {
      const client = /** @type {any} */ (new IvsClient(given));
      assert.equal((await client.getChannel({ arn: "a" })).$metadata.httpStatusCode, 200);
      assert.deepEqual([await client.config.region(), await client.config.maxAttempts()], [OFFLINE.region, given === config ? 2 : 5]);
    }
  });

  test("has the handler and the logger that were given", () => {
    const requestHandler = { handle() {} };
    const config = resolved({ ...OFFLINE, requestHandler, logger: console, systemClockOffset: 5 });
    assert.deepEqual([config.requestHandler === requestHandler, config.logger === console, config.systemClockOffset], [true, true, 5]);
  });

  test("keeps a provider's credentials until five minutes before they expire", async (context) => {
    context.mock.timers.enable({ apis: ["Date"], now: 1e12 });
    let calls = 0;
    const config = resolved({ ...OFFLINE, credentials: async () => ({ accessKeyId: `key-${calls++}`, secretAccessKey: "b", expiration: new Date(1e12 + 600_000) }) });
    assert.deepEqual([(await config.credentials()).accessKeyId, (await config.credentials()).accessKeyId], ["key-0", "key-0"]);
    context.mock.timers.tick(300_001);
    assert.equal((await config.credentials()).accessKeyId, "key-1");
  });

  test("rejects with what calls reject with, and shows no secret by itself", async () => {
    const error = await rejection(resolved({ ...OFFLINE, region: () => { throw new Error("no"); } }).region());
    assert.equal(error.message, "config.region: could not be read: no");
    assert.equal((await rejection(resolved({ region: "a" }).credentials())).name, "CredentialsError");
    assert.match((await rejection(resolved({ requestTimeout: "soon" }).region())).message, /^config.requestTimeout: expected a number/);
    assert.doesNotMatch(JSON.stringify(resolved(OFFLINE)), /wJalr/);
  });
});
