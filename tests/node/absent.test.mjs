// @ts-check
// What is there by name only: `{ member: undefined }` and `{ member: null }`.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as ivs from "ivs-wasm";
import { offline, playing, rejection } from "./behave.mjs";

const absent = { name: "n", latencyMode: undefined, type: null, tags: { env: undefined, stage: null, crew: "c", "": undefined }, multitrackInputConfiguration: { enabled: undefined } };

test("members and entries of maps that are undefined or null are left out, by every way to call", async () => {
  const fetching = playing({});
  const client = offline({ fetch: fetching });
  const aggregated = /** @type {any} */ (new ivs.Ivs({ region: "us-west-2", credentials: { accessKeyId: "a", secretAccessKey: "s" }, fetch: fetching }));
  await client.createChannel(absent);
  await client.call("CreateChannel", absent);
  await client.send(new ivs.CreateChannelCommand(/** @type {any} */ (absent)));
  await aggregated.createChannel(absent);
  for (const { init } of fetching.requests) assert.deepEqual(JSON.parse(init.body), { name: "n", tags: { crew: "c" }, multitrackInputConfiguration: {} });
  assert.equal(fetching.requests.length, 4);
});

test("a map of nothing but absent entries is empty, and its getters are read once", async () => {
  const fetching = playing({});
  let reads = 0;
  const tags = {
    get env() {
      reads++;
      return undefined;
    },
  };
  await offline({ fetch: fetching }).createChannel({ tags });
  assert.deepEqual([JSON.parse(fetching.requests[0]?.init.body), reads], [{ tags: {} }, 1]);
});

test("an item of a list that is absent is a problem: the others would move up", async () => {
  for (const hole of [undefined, null]) {
    const error = await rejection(offline({ fetch: playing({}) }).send(new ivs.BatchGetChannelCommand({ arns: ["arn:aws:ivs:us-west-2:1:channel/a", /** @type {any} */ (hole)] })));
    assert.match(error.message, /^input\.arns\[1\]: expected string, got nothing$/);
  }
});
