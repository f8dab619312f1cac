// @ts-check
// Calls run in the async contexts of their callers, in the other runtimes that have `AsyncLocalStorage`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bun, deno, node, run } from "./programs.mjs";

/** @type {[string, () => string, string[]][]} */
const RUNTIMES = [
  ["the oldest Node", () => node(18), []],
  ["Deno", deno, ["run", "--no-lock", "--no-prompt", "--allow-env"]],
  ["Bun", bun, ["run"]],
];

for (const [where, program, args] of RUNTIMES) {
  test(`a thousand concurrent calls run in their callers' contexts in ${where}`, async () => {
    const printed = await run(program(), [...args, "contexts.mjs"], { variables: { DENO_NO_UPDATE_CHECK: "1" } });
    const ran = JSON.parse(/RESULT (\{.*\})/.exec(printed)?.[1] ?? assert.fail(printed));
    for (const [what, [times, wrong]] of Object.entries(ran)) assert.deepEqual([what, wrong], [what, 0], `of ${times}`);
    // Two providers' answers for each client, and at least two attempts for each call, in each of two runs.
    assert.ok(ran.provider[0] >= 400 && ran["config.fetch"][0] >= 2000 && ran["global fetch"][0] >= 2000, printed);
  });
}
