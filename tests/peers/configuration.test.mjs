// @ts-check
// docs/guides/from-the-sdk.md lists every member of the configuration of AWS's SDK, and says what becomes of it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { IvsClient, ParamValidationError } from "ivs-wasm";
import { compile } from "./compile.mjs";

const guide = await readFile(new URL("../../docs/guides/from-the-sdk.md", import.meta.url), "utf8");
const beginning = guide.slice(0, guide.indexOf("\n## "));
/** The first word of what happens, by member. */
const listed = new Map([...beginning.matchAll(/^\| `(\w+)` \| (honoured|as it is|logged|refused)/gm)].map(([, name = "", what = ""]) => [name, what]));

/** Values with which a member of this kind is honoured or accepted. @type {Record<string, any>} */
const ACCEPTED = {
  apiVersion: "2020-07-14", authSchemePreference: ["sigv4"], cacheMiddleware: true, disableClockSkewCorrection: false, disableHostPrefix: true, extensions: [], serviceId: "ivs", signingEscapePath: true, tls: true,
  region: "us-west-2", credentials: { accessKeyId: "a", secretAccessKey: "b" }, endpoint: "http://127.0.0.1:9", maxAttempts: 1, retryMode: "standard", customUserAgent: "a/1", userAgentAppId: "a", logger: {}, profile: "none",
  requestHandler: { requestTimeout: 5 }, systemClockOffset: 0, useFipsEndpoint: false, useDualstackEndpoint: false, ignoreConfiguredEndpointUrls: true,
};

test("the guide lists the members of the SDK's configuration, all and only these", async () => {
  assert.ok(listed.size > 40, `${listed.size} members`);
  assert.equal(beginning.match(/^\| `/gm)?.length, listed.size, "a row that is not understood, or one twice");
  const names = [...listed.keys()].map((name) => JSON.stringify(name)).join(" | ");
  const source = `
    import type { IvsClient, IvsClientConfigType } from "@aws-sdk/client-ivs";
    type Listed = ${names};
    type Config = NonNullable<ConstructorParameters<typeof IvsClient>[0]>;
    export const missing: [Exclude<keyof Config | keyof IvsClientConfigType, Listed>] extends [never] ? true : Exclude<keyof Config, Listed> = true;
    export const invented: [Exclude<Listed, keyof Config>] extends [never] ? true : Exclude<Listed, keyof Config> = true;
  `;
  assert.equal(await compile(source), "");
  // It would find one that is missing, and one that is not the SDK's.
  assert.match(await compile(source.replace('"retryStrategy" | ', "")), /"retryStrategy"/);
  assert.match(await compile(source.replace("type Listed = ", 'type Listed = "retryPolicy" | ')), /"retryPolicy"/);
});

for (const [name, what] of listed) {
  test(`${name} is ${what}, as the guide says`, async () => {
    /** @type {any[]} */
    const warnings = [];
    const logger = { warn: (/** @type {any} */ facts) => warnings.push(facts.message) };
    const ask = (/** @type {any} */ value) => {
      const config = { region: "us-west-2", credentials: ACCEPTED.credentials, logger, fetch: async () => new Response("{}"), [name]: value };
      return new IvsClient(/** @type {any} */ (config)).listChannels({});
    };
    // A value that no member has.
    const odd = { odd: name };
    if (what === "honoured" || what === "as it is") await ask(ACCEPTED[name]);
    if (what === "logged") await ask(odd);
    assert.deepEqual(warnings, what === "logged" ? [`ivs-wasm: config: ignored: ["${name}"]`] : []);
    if (what === "refused" || (what === "as it is" && /refused/.test(beginning.split(`| \`${name}\` |`)[1]?.split("\n")[0] ?? ""))) {
      await assert.rejects(ask(odd), (error) => error instanceof ParamValidationError && error.problems[0]?.path === `config.${name}`);
    }
  });
}
