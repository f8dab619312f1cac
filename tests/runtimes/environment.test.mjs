// @ts-check
// A client that is configured by its environment alone, in runtimes that Node's tests do not cover: Deno, with its permissions, and Bun.

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

const RUNTIMES = /** @type {[name: string, program: () => string, args: string[]][]} */ ([
  ["the oldest Node", () => node(18), []],
  ["Deno", deno, [...DENO, "--allow-env", "--allow-read", "--allow-sys"]],
  ["Bun", bun, ["run"]],
]);

for (const [name, program, args] of RUNTIMES) {
  test(`the shared files are sufficient for a signed call in ${name}`, async (context) => {
    const home = await mkdtemp(join(tmpdir(), "ivs-runtimes-"));
    context.after(() => rm(home, { recursive: true }));
    await mkdir(join(home, ".aws"));
    await writeFile(join(home, ".aws/config"), `[profile live]\nregion = ${local.region}\nservices = local\n[services local]\nivs =\n  endpoint_url = ${local.endpoint}\n`);
    const { accessKeyId, secretAccessKey } = local.credentials;
    await writeFile(join(home, ".aws/credentials"), `[live]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`);
    const variables = { HOME: home, AWS_PROFILE: "live", DENO_NO_UPDATE_CHECK: "1" };
    assert.match(await run(program(), [...args, PROGRAM], { variables }), PRINTED);
  });

  test(`the credentials of a container are found in ${name}`, async (context) => {
    const asked = /** @type {string[]} */ ([]);
    const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey } = local.credentials;
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      // The first request is answered never: the second comes two seconds later.
      if (asked.length > 1) response.end(JSON.stringify({ AccessKeyId, SecretAccessKey, Token: "", Expiration: "2100-01-01T00:00:00Z" }));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    context.after(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const variables = {
      AWS_REGION: local.region,
      AWS_ENDPOINT_URL: local.endpoint,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${port}/credentials`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: "a-token",
      DENO_NO_UPDATE_CHECK: "1",
    };
    assert.match(await run(program(), [...args, PROGRAM], { variables }), PRINTED);
    assert.deepEqual(asked, ["/credentials a-token", "/credentials a-token"]);
  });
}
