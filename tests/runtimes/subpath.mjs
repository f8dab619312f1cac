// @ts-check
// Runs the programs of a folder of `project/` in every runtime, by `import` and by `require`. Each prints what its `check.mjs` comes to.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, inBrowser } from "./browsers.mjs";
import { bun, deno, node, printedBy, run, start, tool, within } from "./programs.mjs";

const FAST = process.env.RUNTIMES === "fast";

/**
 * @param {string} title what is the same everywhere
 * @param {string} folder
 * @param {object} expected
 * @param {{ facts?: object, workerd?: boolean }} [options] what the check is given, and whether there is a program for workerd
 */
export function inEveryRuntime(title, folder, expected, { facts = {}, workerd = true } = {}) {
  /** @type {[string, () => string, string[], boolean?][]} */
  const programs = [
    ...[18, 20, 22, 24].flatMap((major) =>
      ["import.mjs", "require.cjs"].map((name) => /** @type {[string, () => string, string[], boolean]} */ ([`Node ${major}, ${name}`, () => node(major), [`${folder}/${name}`], major === 20])),
    ),
    ["Deno, import.mjs", deno, ["run", "--no-lock", "--no-prompt", "--allow-env", `${folder}/import.mjs`], true],
    ["Bun, import.mjs", bun, ["run", `${folder}/import.mjs`]],
    ["Bun, require.cjs", bun, ["run", `${folder}/require.cjs`]],
    ["edge-runtime", () => node(24), [`${folder}/edge.mjs`]],
  ];

  describe(`${title}, in`, () => {
    for (const [where, program, args] of programs.filter(([, , , fast]) => fast || !FAST)) {
      test(where, async () => {
        const printed = await run(program(), args, { variables: { FACTS: JSON.stringify(facts), DENO_NO_UPDATE_CHECK: "1" } });
        assert.deepEqual(JSON.parse(/RESULT (\{.*\})/.exec(printed)?.[1] ?? assert.fail(printed)), expected);
      });
    }

    if (workerd && !FAST) {
      test("workerd", async () => {
        const args = [tool("wrangler/bin/wrangler.js"), "dev", "--port", "0", "--inspector-port", "0", "--ip", "127.0.0.1"];
        const wrangler = start(node(24), args, { folder: `${folder}/`, variables: { CI: "1", WRANGLER_SEND_METRICS: "false" } });
        try {
          const url = await printedBy(wrangler, /Ready on (http:\S+)/);
          const response = await within(wrangler, "an answer", fetch(url));
          const text = await response.text();
          assert.equal(response.status, 200, text);
          assert.deepEqual(JSON.parse(text), expected);
        } finally {
          await wrangler.kill();
        }
      });
    }

    for (const where of Object.keys(BROWSERS).filter((name) => name === "Chromium" || !FAST)) {
      test(where, async () => {
        const { results } = await inBrowser(where, ["page"], () => facts, `${folder}/page.html`);
        assert.deepEqual(results.page, expected);
      });
    }
  });
}
