// @ts-check
// The endpoint of every region, as botocore's rule engine resolves it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { IvsClient } from "ivs-wasm";
import { OFFLINE } from "../node/wire.mjs";
import { python } from "./python.mjs";

test("every region of every partition has botocore's endpoints", async () => {
  const answers = await python("endpoints.py");
  assert.equal(new Set(answers.map((/** @type {any} */ [partition]) => partition)).size, 8);
  assert.ok(answers.length > 500);
  for (const [, region, useFipsEndpoint, useDualstackEndpoint, url] of answers) {
    const client = new IvsClient({ region, useFipsEndpoint, useDualstackEndpoint, credentials: OFFLINE.credentials });
    const presigned = await client.generatePresignedUrl("listChannels");
    assert.equal(presigned.slice(0, presigned.indexOf("/ListChannels?")), url, `${region}, FIPS ${useFipsEndpoint}, dual stack ${useDualstackEndpoint}`);
  }
});
