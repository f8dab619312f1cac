// @ts-check
// `ivs-wasm/events` in every runtime but workerd, where the program of its guide runs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { BROWSERS, inBrowser } from "./browsers.mjs";
import { bun, deno, node, run } from "./programs.mjs";

const FAST = process.env.RUNTIMES === "fast";

/** @type {any[]} */
const events = JSON.parse(await readFile(new URL("../fixtures/events.json", import.meta.url), "utf8"));

const EXPECTED = { parsed: 37, refused: [true, true, true, true, true, true, true], order: 1, seen: 37 };

/** @type {[string, () => string, string[], boolean?][]} */
const PROGRAMS = [
  ...[18, 20, 22, 24].flatMap((major) =>
    ["import.mjs", "require.cjs"].map((name) => /** @type {[string, () => string, string[], boolean]} */ ([`Node ${major}, ${name}`, () => node(major), [`events/${name}`], major === 20])),
  ),
  ["Deno, import.mjs", deno, ["run", "--no-lock", "--no-prompt", "--allow-env", "events/import.mjs"], true],
  ["Bun, import.mjs", bun, ["run", "events/import.mjs"]],
  ["Bun, require.cjs", bun, ["run", "events/require.cjs"]],
  ["edge-runtime", () => node(24), ["events/edge.mjs"]],
];

describe("every documented event is parsed, and what is none is refused, in", () => {
  for (const [where, program, args] of PROGRAMS.filter(([, , , fast]) => fast || !FAST)) {
    test(where, async () => {
      const printed = await run(program(), args, { variables: { FACTS: JSON.stringify({ events }), DENO_NO_UPDATE_CHECK: "1" } });
      assert.deepEqual(JSON.parse(/RESULT (\{.*\})/.exec(printed)?.[1] ?? assert.fail(printed)), EXPECTED);
    });
  }

  for (const where of Object.keys(BROWSERS).filter((name) => name === "Chromium" || !FAST)) {
    test(where, async () => {
      const { results } = await inBrowser(where, ["page"], () => ({ events }), "events/page.html");
      assert.deepEqual(results.page, EXPECTED);
    });
  }
});
