// @ts-check
// `ivs-wasm/metadata` in every runtime: what their `WritableStream`s make of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, inBrowser } from "./browsers.mjs";
import { bun, deno, node, printedBy, run, start, tool, within } from "./programs.mjs";

const FAST = process.env.RUNTIMES === "fast";

const EXPECTED = { items: 60, repeated: true, isOver: true, aborted: [true, true, "taken aborted 1"], closing: true, failed: true, refused: true };

/** @type {[string, () => string, string[], boolean?][]} */
const PROGRAMS = [
  ...[18, 20, 22, 24].flatMap((major) =>
    ["import.mjs", "require.cjs"].map((name) => /** @type {[string, () => string, string[], boolean]} */ ([`Node ${major}, ${name}`, () => node(major), [`metadata/${name}`], major === 20])),
  ),
  ["Deno, import.mjs", deno, ["run", "--no-lock", "--no-prompt", "--allow-env", "metadata/import.mjs"], true],
  ["Bun, import.mjs", bun, ["run", "metadata/import.mjs"]],
  ["Bun, require.cjs", bun, ["run", "metadata/require.cjs"]],
  ["edge-runtime", () => node(24), ["metadata/edge.mjs"]],
];

describe("items are sent once, and an abort ends every wait, in", () => {
  for (const [where, program, args] of PROGRAMS.filter(([, , , fast]) => fast || !FAST)) {
    test(where, async () => {
      const printed = await run(program(), args, { variables: { DENO_NO_UPDATE_CHECK: "1" } });
      assert.deepEqual(JSON.parse(/RESULT (\{.*\})/.exec(printed)?.[1] ?? assert.fail(printed)), EXPECTED);
    });
  }

  test("workerd", async () => {
    const args = [tool("wrangler/bin/wrangler.js"), "dev", "--port", "0", "--inspector-port", "0", "--ip", "127.0.0.1"];
    const wrangler = start(node(24), args, { folder: "metadata/", variables: { CI: "1", WRANGLER_SEND_METRICS: "false" } });
    try {
      const url = await printedBy(wrangler, /Ready on (http:\S+)/);
      const response = await within(wrangler, "an answer", fetch(url));
      const text = await response.text();
      assert.equal(response.status, 200, text);
      assert.deepEqual(JSON.parse(text), EXPECTED);
    } finally {
      await wrangler.kill();
    }
  });

  for (const where of Object.keys(BROWSERS).filter((name) => name === "Chromium" || !FAST)) {
    test(where, async () => {
      const { results } = await inBrowser(where, ["page"], () => ({}), "metadata/page.html");
      assert.deepEqual(results.page, EXPECTED);
    });
  }
});
