// @ts-check
// Where requests go: the endpoint of the region, or an endpoint override. The signed URL must be the one that is sent, so
// signatures of unusual endpoints are compared with botocore's in tests/peers/presign.test.mjs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { IvsClient, ParamValidationError } from "ivs-wasm";
import { OFFLINE, answering, recording } from "./wire.mjs";

/** @param {any} config @returns {Promise<string>} the URL that ListChannels is sent to */
async function called(config) {
  const fetching = recording(answering('{"channels":[]}'));
  await new IvsClient({ ...config, credentials: OFFLINE.credentials, fetch: fetching }).listChannels();
  return fetching.last().url.href;
}

/** @param {any} config @param {string} field that is rejected; nothing is sent */
async function refused(config, field) {
  const fetching = recording(answering());
  const client = new IvsClient({ ...config, credentials: OFFLINE.credentials, fetch: fetching });
  for (const call of [() => client.listChannels(), () => client.generatePresignedUrl("listChannels")]) {
    await assert.rejects(call, (/** @type {any} */ error) => {
      assert.ok(error instanceof ParamValidationError, `${JSON.stringify(config)}: ${error}`);
      assert.deepEqual(error.problems.map(({ path }) => path), [`config.${field}`], `${JSON.stringify(config)}: ${error}`);
      return true;
    });
  }
  assert.deepEqual(fetching.sent, []);
}

test("AWS's published cases", async () => {
  const cases = JSON.parse(await readFile(new URL("../data/endpoint-cases.json", import.meta.url), "utf8"));
  assert.equal(cases.length, 27);
  for (const { region, useFIPS, useDualStack, endpoint, url, error } of cases) {
    const config = { region, endpoint, useFipsEndpoint: useFIPS, useDualstackEndpoint: useDualStack };
    // An endpoint needs no region by the rules alone, but a signature does.
    if (error || !region) await refused(config, error ?? "region");
    else assert.equal(await called(config), `${url}/ListChannels`);
  }
});

describe("a region", () => {
  test("that cannot be part of a host name is rejected, with an endpoint override too", async () => {
    for (const region of ["us-west-2.evil.example", "a/b", "a@b", "a:1", "a?b", "a#b", "a\\b", "-a", "a-", "ü", "a b", "a\n", "%61", "_a", "a".repeat(64)]) {
      await refused({ region }, "region");
      await refused({ region, endpoint: OFFLINE.endpoint }, "region");
    }
    assert.equal(await called({ region: "a".repeat(63) }), `https://ivs.${"a".repeat(63)}.amazonaws.com/ListChannels`);
  });
});

describe("an endpoint override", () => {
  for (const [endpoint, before] of [
    ["http://127.0.0.1:8087", "http://127.0.0.1:8087"],
    ["http://127.0.0.1:8087/", "http://127.0.0.1:8087"],
    ["http://h.example/ivs", "http://h.example/ivs"],
    ["http://h.example/a/b///", "http://h.example/a/b"],
    ["http://h.example//a//b", "http://h.example//a//b"],
    ["https://h.example:443/ivs/", "https://h.example/ivs"],
    ["https://h.example:8443/ivs/", "https://h.example:8443/ivs"],
    ["http://h.example/a/../b", "http://h.example/b"],
    ["http://h.example/a/..", "http://h.example"],
    ["http://h.example/../../a/./b", "http://h.example/a/b"],
    ["http://h.example/a/%2e%2E/b", "http://h.example/b"],
    ["http://h.example/a b/é", "http://h.example/a%20b/%C3%A9"],
    ["http://h.example/a%20b/%3a", "http://h.example/a%20b/%3a"],
    ["HTTP://H.Example/A", "http://h.example/A"],
    ["http://[::1]:8087/ivs", "http://[::1]:8087/ivs"],
    ["https://[2001:DB8:0:0::1]", "https://[2001:db8::1]"],
  ]) {
    test(`${endpoint} is called as ${before}`, async () => {
      assert.equal(await called({ region: "us-west-2", endpoint }), `${before}/ListChannels`);
      const client = new IvsClient({ region: "us-west-2", endpoint, credentials: OFFLINE.credentials });
      assert.ok((await client.generatePresignedUrl("listChannels")).startsWith(`${before}/ListChannels?X-Amz-Algorithm=`));
    });
  }

  test("is rejected with a query, a fragment, credentials, or a scheme other than http and https", async () => {
    for (const endpoint of [
      "http://h.example?a=b", "http://h.example/?", "http://h.example/a#b", "http://u@h.example", "http://u:p@h.example", "ftp://h.example",
      "h.example", "//h.example", "http://", "http://h.example\\a", "http://[::1", "http://h.example:99999", "http://h example", "",
    ]) {
      await refused({ region: "us-west-2", endpoint }, "endpoint");
    }
  });
});
