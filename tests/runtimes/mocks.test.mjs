// @ts-check
// Unit tests with aws-sdk-client-mock in strict TypeScript, by ts-jest, which checks their types too, and by Vitest, which does not.
// ts-jest takes no TypeScript 7: the one beside it is the newest 6. The mock's own types are
// made of those of @smithy/types, which it does not bring.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, describe, test } from "node:test";
import { PROJECT, node, run, start, tool } from "./programs.mjs";

const NODE = node(24);
const JEST = [tool("jest/bin/jest.js"), "--config", "jest.config.json", "--ci", "--no-cache"];
const VITEST = [tool("vitest/vitest.mjs"), "run", "--root", "."];
const MOCKED = new URL("project/mocks/studio.test.ts", import.meta.url);
const MOCKS = new URL("mocks/", PROJECT);

/** Writes the tests, with a change, and with the functions of another runner. @param {string} runner @param {[string, string]} [change] */
async function write(runner, [from, to] = ["", ""]) {
  const text = await readFile(MOCKED, "utf8");
  assert.ok(text.includes(from), from);
  await writeFile(new URL("studio.test.ts", MOCKS), text.replace('"@jest/globals"', `"${runner}"`).replace(from, to));
}

/** What a run prints that fails. @param {string[]} args */
async function failure(args) {
  const child = start(NODE, args, { folder: "mocks/", patience: 60_000 });
  assert.notEqual(await child.ended, 0);
  return child.printed();
}

const WRONG_OUTPUT = /** @type {[string, string]} */ (['{ arn: "1", name: "one" }], nextToken', '{ arn: "1", name: "wrong" }], nextToken']);

describe("mocks in strict TypeScript under ts-jest", () => {
  after(() => write("@jest/globals"));

  test("pass with their types", async () => {
    await write("@jest/globals");
    assert.match(await run(NODE, JEST, { folder: "mocks/" }), /^Tests: +3 passed, 3 total$/m);
  });

  test("fail when what they test is wrong", async () => {
    await write("@jest/globals", WRONG_OUTPUT);
    assert.match(await failure(JEST), /^Tests: +1 failed, 2 passed, 3 total$/m);
  });

  /** @type {[string, [string, string], RegExp][]} */
  const MISTYPED = [
    ["an output of another operation", ['resolves({ channel: { arn: "1"', 'resolves({ channels: { arn: "1"'], /TS2353.*'channels' does not exist/],
    ["an input of another operation", ['on(GetChannelCommand, { arn: "2" })', 'on(GetChannelCommand, { name: "2" })'], /TS2353.*'name' does not exist/],
    ["a member of another type", ['name: "two"', "name: 2"], /TS2322.*'number' is not assignable to type 'string'/],
    ["a member that may be absent", ["channel?.name).toBe", "channel.name).toBe"], /TS(2532|18048)/],
  ];
  for (const [what, change, code] of MISTYPED) {
    test(`fail for ${what}`, async () => {
      await write("@jest/globals", change);
      assert.match((await failure(JEST)).replace(/\s+/g, " "), code);
    });
  }
});

describe("the same mocks under Vitest", () => {
  after(() => write("@jest/globals"));

  test("pass", async () => {
    await write("vitest");
    assert.match(await run(NODE, VITEST, { folder: "mocks/" }), /^ +Tests +3 passed \(3\)$/m);
  });

  test("fail when what they test is wrong", async () => {
    await write("vitest", WRONG_OUTPUT);
    assert.match(await failure(VITEST), /^ +Tests +1 failed \| 2 passed \(3\)$/m);
  });
});
