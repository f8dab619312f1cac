// @ts-check
// The README of `ivs-local`: its programs are run as they stand there.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { PROJECT, node, run, start, tool } from "../runtimes/programs.mjs";
import { programsOf, writeFiles } from "./guide.mjs";

const readme = await programsOf(new URL("../../ivs-local/npm/package/README.md", import.meta.url));

const TAP = ["--test", "--test-reporter=tap"];

/** @type {{ heading: string, more?: [string, string][], args: string[], passed: RegExp }[]} */
const RUNS = [
  { heading: "In a test", args: [...TAP, "channels.test.mjs"], passed: /^# pass 2\n# fail 0$/m },
  { heading: "With AWS's SDK", args: [...TAP, "sdk.test.mjs"], passed: /^# pass 1\n# fail 0$/m },
  {
    heading: "Jest",
    more: [["jest.config.json", '{ "testEnvironment": "node", "testMatch": ["**/*.test.cjs"] }']],
    args: [tool("jest/bin/jest.js"), "--config", "jest.config.json", "--ci"],
    passed: /^Tests: +3 passed, 3 total$/m,
  },
  { heading: "As Terraform works", args: [...TAP, "declare.test.mjs"], passed: /^# pass 1\n# fail 0$/m },
  { heading: "Vitest", args: [tool("vitest/vitest.mjs"), "run", "--root", "."], passed: /^ +Tests +1 passed \(1\)$/m },
];

/** Headings whose programs `tests/browser/local-package.test.mjs` and `tests/local/readme.test.mjs` run. */
const ELSEWHERE = ["In a page, and in a service worker", "As a server"];

test("every program of the README is run", () => {
  const known = new Set([...RUNS.map(({ heading }) => heading), ...ELSEWHERE]);
  for (const [heading, files] of readme) assert.ok(files.size === 0 || known.has(heading), heading);
});

describe("the tests under", () => {
  for (const [index, { heading, more = [], args, passed }] of RUNS.entries()) {
    const options = { folder: `readme-local-${index}/` };
    /** @param {(content: string) => string} [change] */
    const write = async (change = (content) => content) => {
      const place = fileURLToPath(new URL(options.folder, PROJECT));
      await rm(place, { recursive: true, force: true });
      const files = [...(readme.get(heading) ?? [])].map(([name, content]) => /** @type {[string, string]} */ ([name, change(content)]));
      assert.ok(files.length > 0);
      await writeFiles(place, [...files, ...more]);
    };

    test(`"${heading}" pass as they stand there`, async () => {
      await write();
      assert.match(await run(node(24), args, options), passed);
    });

    test(`"${heading}" fail when what they expect is wrong`, async () => {
      await write((content) => content.replace(/"welcome"(?=\);)|"party"(?=\);)|404|\[name\]/, '"wrong"'));
      const child = start(node(24), args, options);
      assert.notEqual(await child.ended, 0);
    });
  }
});
