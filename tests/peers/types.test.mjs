// @ts-check
// Every type that AWS's SDK exports by name is exported here by that name, and the two are assignable. A compiler cannot list the types of
// a module, so they are read from the SDK's declarations; what needs no list is in tests/types/dropin.ts.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { sampleOf } from "../dropin/specifier.mjs";
import { compile } from "./compile.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SDK = join(ROOT, "node_modules/@aws-sdk/client-ivs/dist-types");

/** Types that are not exported here, with the reason. */
/** @type {Map<string, string>} */
const LEFT_OUT = new Map();
/** Types that are not assignable, with the reason. */
const DIFFERENT = new Map([
  ["ClientDefaults", "as IvsClientConfig, which is one here"],
  ["IvsClientConfigType", "the same"],
  ["IvsClientResolvedConfig", "has what programs read of it: region(), credentials(), maxAttempts() and the like"],
  ["IvsClientResolvedConfigType", "the same"],
  ["IvsClientConfig", "compared field by field in tests/types/dropin.ts"],
  ["IvsPaginationConfiguration", "its client is this package's; the rest is compared there"],
]);

/** @returns {Promise<string[]>} the interfaces and types that the SDK's declarations export */
async function exported() {
  const files = ["IvsClient.d.ts"];
  for (const folder of ["commands", "pagination", "models"]) files.push(...(await readdir(join(SDK, folder))).map((name) => join(folder, name)));
  const texts = await Promise.all(files.map((name) => readFile(join(SDK, name), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/^export (?:declare )?(?:interface|type) (\w+)/gm)].map(([, name]) => name));
}

const HEAD = `
  import type * as ours from "ivs-wasm";
  import type * as sdk from "@aws-sdk/client-ivs";
  type Fits<From, To> = [From] extends [To] ? true : { from: From; to: To };
  type Promised<T> = T extends Date | string | number | boolean | undefined ? T : { [K in keyof T]: {} extends Pick<T, K> ? Promised<T[K]> : Promised<Exclude<T[K], undefined>> };
`;

test("every type of the SDK is exported by its name, and the two are assignable", async () => {
  const names = await exported();
  assert.ok(names.length > 200, `${names.length} types`);
  for (const name of ["Channel", "ChannelType", "_Stream", "StreamSession", "GetChannelRequest", "GetChannelCommandOutput", "ServiceInputTypes"]) {
    assert.ok(names.includes(name), name);
  }
  for (const name of [...LEFT_OUT.keys(), ...DIFFERENT.keys()]) assert.ok(names.includes(name), `${name} is in a list of exceptions, but not in the SDK`);
  const compared = names.filter((name) => !LEFT_OUT.has(name) && !DIFFERENT.has(name));
  const lines = compared.flatMap((name, index) => [
    `const a${index}: Fits<ours.${name}, sdk.${name}> = true;`,
    // In the SDK every required member may be undefined; in this package only those that a user sets.
    `const b${index}: Fits<Promised<sdk.${name}>, ours.${name}> = true;`,
  ]);
  assert.equal(await compile(HEAD + lines.join("\n")), "");
});

test("every listed exception is one", async () => {
  const lines = [
    ...[...LEFT_OUT.keys()].map((name, index) => `export type Left${index} = ours.${name};`),
    ...[...DIFFERENT.keys()].map((name, index) => `export const both${index}: [Fits<ours.${name}, sdk.${name}>, Fits<Promised<sdk.${name}>, ours.${name}>] = [true, true];`),
  ];
  assert.equal(await compile(HEAD + lines.map((line) => `// @ts-expect-error\n${line}\n`).join("")), "");
});

test("the programs of tests/dropin compile with either package", async () => {
  for (const name of ["@aws-sdk/client-ivs", "ivs-wasm"]) {
    const text = await sampleOf(name, "server.mjs");
    assert.equal(await compile(text, "server.mjs"), "", name);
    assert.match(await compile(text.replace("page.nextToken", "page.token"), "server.mjs"), /'token' does not exist/, "its types are known");
    assert.match(await compile(text.replace("client.middlewareStack.use", "client.middlewareStack.us"), "server.mjs"), /'us' does not exist/, "its types are known");
  }

  for (const name of ["@aws-sdk/client-ivs", "ivs-wasm"]) {
    const text = await sampleOf(name);
    assert.equal(await compile(text, "sample.mjs"), "", name);
    assert.match(await compile(text.replace("$metadata.attempts", "$metadata.tries"), "sample.mjs"), /'tries' does not exist/, "its types are known");
  }
});
