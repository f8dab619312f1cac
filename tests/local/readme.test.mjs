// @ts-check
// The README of the package `ivs-local`: its programs in other languages are run as they stand there, against `npx ivs-local`.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { programsOf } from "../guides/guide.mjs";
import { SHELLS } from "./shells.mjs";

const run = promisify(execFile);

test("boto3 and the AWS CLI find it by the variables", async (t) => {
  const { PYTHON = "" } = process.env;
  assert.ok(PYTHON, "PYTHON does not name a Python that has boto3: run `cargo xtask test --only local`, which makes one");
  const program = (await programsOf(new URL("../../ivs-local/npm/package/README.md", import.meta.url))).get("As a server");
  const local = await SHELLS["npm-server"]({ seed: 1 });
  t.after(local.stop);
  // The names are those of the README, the values those of this server.
  const values = [local.endpoint, local.region, local.region, local.credentials.accessKeyId, local.credentials.secretAccessKey];
  const names = [...(program?.get("variables.sh") ?? "").matchAll(/(\w+)=/g)].map(([, name = ""]) => name);
  assert.equal(names.length, values.length);
  const variables = Object.fromEntries(names.map((name, place) => [name, values[place]]));
  // The AWS CLI is beside it.
  const env = { ...process.env, ...variables, PATH: `${dirname(PYTHON)}${delimiter}${process.env.PATH}` };
  const boto3 = await run(PYTHON, ["-c", program?.get("channels.py") ?? ""], { env });
  assert.equal(boto3.stdout, "party LOW\n");
  const cli = await run("sh", ["-c", program?.get("channels.sh") ?? ""], { env });
  assert.equal(cli.stdout, "party\n");
});
