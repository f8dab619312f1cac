// @ts-check
// `ivs-wasm/watch` in every runtime.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, inBrowser } from "./browsers.mjs";
import { bun, deno, node, printedBy, run, start, tool, within } from "./programs.mjs";

const FAST = process.env.RUNTIMES === "fast";

const EXPECTED = {
  items: [[0, "LIVE", 1, []], [1, "OFFLINE", null, []], [2, "OFFLINE", null, []], [0, "LIVE", 2, ["viewerCount"]]],
  events: ["One", "Two"],
  aborted: "enough",
  left: true,
  live: false,
  refused: true,
  // Two lists; the list knew channel A, which the two that followed watch, and `isLive` asks by itself.
  calls: 3,
};

/** @type {[string, () => string, string[], boolean?][]} */
const PROGRAMS = [
  ...[18, 20, 22, 24].flatMap((major) =>
    ["import.mjs", "require.cjs"].map((name) => /** @type {[string, () => string, string[], boolean]} */ ([`Node ${major}, ${name}`, () => node(major), [`watch/${name}`], major === 20])),
  ),
  ["Deno, import.mjs", deno, ["run", "--no-lock", "--no-prompt", "--allow-env", "watch/import.mjs"], true],
  ["Bun, import.mjs", bun, ["run", "watch/import.mjs"]],
  ["Bun, require.cjs", bun, ["run", "watch/require.cjs"]],
  ["edge-runtime", () => node(24), ["watch/edge.mjs"]],
];

describe("changes of streams and events of sessions are told, until the end, in", () => {
  for (const [where, program, args] of PROGRAMS.filter(([, , , fast]) => fast || !FAST)) {
    test(where, async () => {
      const printed = await run(program(), args, { variables: { DENO_NO_UPDATE_CHECK: "1" } });
      assert.deepEqual(JSON.parse(/RESULT (\{.*\})/.exec(printed)?.[1] ?? assert.fail(printed)), EXPECTED);
    });
  }

  const workerd = async () => {
    const args = [tool("wrangler/bin/wrangler.js"), "dev", "--port", "0", "--inspector-port", "0", "--ip", "127.0.0.1"];
    const wrangler = start(node(24), args, { folder: "watch/", variables: { CI: "1", WRANGLER_SEND_METRICS: "false" } });
    try {
      const url = await printedBy(wrangler, /Ready on (http:\S+)/);
      const response = await within(wrangler, "an answer", fetch(url));
      assert.deepEqual(await response.json(), EXPECTED);
    } finally {
      await wrangler.kill();
    }
  };
  if (!FAST) test("workerd", workerd);

  for (const where of Object.keys(BROWSERS).filter((name) => name === "Chromium" || !FAST)) {
    test(where, async () => {
      const { results } = await inBrowser(where, ["page"], () => ({}), "watch/page.html");
      assert.deepEqual(results.page, EXPECTED);
    });
  }
});
