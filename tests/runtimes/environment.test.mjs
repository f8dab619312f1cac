// @ts-check
// A client that is configured by environment variables alone, in runtimes that Node's tests do not cover: Deno, with its permissions, and Bun.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startLocal } from "../node/local.mjs";
import { bun, deno, node, run } from "./programs.mjs";

const PROGRAM = "environment.mjs";
const PRINTED = /^from-the-environment 1\s*$/;

/** @type {import("../node/local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

/** @param {string} path @param {string[]} args */
const configured = (path, args) =>
  run(path, args, {
    variables: {
      AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
      AWS_REGION: local.region,
      AWS_ENDPOINT_URL: local.endpoint,
      DENO_NO_UPDATE_CHECK: "1",
    },
  });

const DENO = ["run", "--no-lock", "--no-prompt", "--allow-net=127.0.0.1"];

test("the environment is sufficient for a signed call in the oldest Node", async () => {
  assert.match(await configured(node(18), [PROGRAM]), PRINTED);
});

test("the environment is sufficient for a signed call in Deno", async () => {
  assert.match(await configured(deno(), [...DENO, "--allow-env", PROGRAM]), PRINTED);
});

test("an environment that Deno may not read counts as empty", async () => {
  assert.match(await configured(deno(), [...DENO, PROGRAM]), /^ParamValidationError config\.region/);
});

test("the environment is sufficient for a signed call in Bun", async () => {
  assert.match(await configured(bun(), ["run", PROGRAM]), PRINTED);
});
