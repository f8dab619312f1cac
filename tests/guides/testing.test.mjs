// @ts-check
// docs/guides/testing.md: its tests are run as they stand there, by the runners that they are written for.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PROJECT, node, run, start, tool } from "../runtimes/programs.mjs";
import { programs, writeFiles } from "./guide.mjs";

const guide = await programs("testing");
const LOCAL = process.env.IVS_LOCAL ?? fileURLToPath(new URL("../../target/debug/ivs-local", import.meta.url));

const NODE = node(24);
const TAP = ["--test", "--test-reporter=tap"];
const JEST = [tool("jest/bin/jest.js"), "--config", "jest.config.json", "--ci"];
const VITEST = [tool("vitest/vitest.mjs"), "run", "--root", "."];

/** The files of a heading. @param {string} heading */
function program(heading) {
  const found = guide.get(heading);
  assert.ok(found?.size, `the guide has no program under "${heading}"`);
  return found;
}

/** @type {{ title: string, headings: string[], more?: [string, string][], args: string[], passed: RegExp, failed: RegExp }[]} */
const RUNS = [
  { title: "`config.fetch` and node:test", headings: ["", "`config.fetch` and node:test"], args: [...TAP, "channels.test.mjs"], passed: /^# pass 3\n# fail 0$/m, failed: /^# fail [1-9]/m },
  { title: "A replaced method", headings: ["A replaced method"], args: [...TAP, "replaced.test.mjs"], passed: /^# pass 1\n# fail 0$/m, failed: /^# fail [1-9]/m },
  { title: "Jest", headings: ["Jest"], more: [["jest.config.json", '{ "testEnvironment": "node" }']], args: JEST, passed: /^Tests: +4 passed, 4 total$/m, failed: /^Tests: +[1-9]\d* failed/m },
  { title: "Jest with jsdom", headings: ["Jest", "Jest with jsdom"], args: JEST, passed: /^Tests: +4 passed, 4 total$/m, failed: /^Tests: +[1-9]\d* failed/m },
  { title: "Vitest", headings: ["", "Vitest"], args: VITEST, passed: /^ +Tests +4 passed \(4\)$/m, failed: /^ +Tests +[1-9]\d* failed/m },
  { title: "Fake timers in node:test", headings: ["Fake timers in node:test"], args: [...TAP, "timers.test.mjs"], passed: /^# pass 1\n# fail 0$/m, failed: /^# fail [1-9]/m },
  { title: "`ivs-local`", headings: ["", "`ivs-local`"], args: [...TAP, "local.test.mjs"], passed: /^# pass 2\n# fail 0$/m, failed: /^# fail [1-9]/m },
];

/** Headings whose programs `tests/node/mocks.test.mjs` runs, beside the mock. */
const ELSEWHERE = ["aws-sdk-client-mock"];

test("every program of the guide is run", () => {
  const run = new Set([...RUNS.flatMap(({ headings }) => headings), ...ELSEWHERE]);
  for (const [heading, files] of guide) assert.ok(files.size === 0 || run.has(heading), heading);
});

describe("the tests under", () => {
  for (const [index, { title, headings, more = [], args, passed, failed }] of RUNS.entries()) {
    const options = { folder: `guide-testing-${index}/`, variables: { IVS_LOCAL: LOCAL } };
    /** @param {(content: string) => string} [change] */
    const write = async (change = (content) => content) => {
      const place = fileURLToPath(new URL(options.folder, PROJECT));
      await rm(place, { recursive: true, force: true });
      const files = headings.flatMap((heading) => [...program(heading)]).map(([name, content]) => /** @type {[string, string]} */ ([name, change(content)]));
      await writeFiles(place, [...files, ...more]);
    };

    test(`"${title}" pass as they stand there`, async () => {
      await write();
      assert.match(await run(NODE, args, options), passed);
    });

    test(`"${title}" fail when what they test is wrong`, async () => {
      await write((content) => content.replace("names.push(name)", 'names.push("wrong")').replace("return channel.name", 'return "wrong"').replace('state: "LIVE"', 'state: "ENDING"'));
      const child = start(NODE, args, { ...options, patience: 30_000 });
      const status = await child.ended;
      assert.notEqual(status, 0);
      assert.match(child.printed(), failed);
    });
  }
});
