// @ts-check
// Plays every fault of the table with this package and with AWS's SDK, and keeps docs/faults.md to what came of it.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { describe, test } from "node:test";
import { SECTIONS } from "./faults.mjs";
import { NODE, PAGE, differ, page } from "./page.mjs";
import { play } from "./play.mjs";

/** @import { Outcome } from "./faults.mjs" */
/** @import { Played } from "./page.mjs" */

// The developer's own settings are none of the SDK's business here.
process.env.AWS_CONFIG_FILE = process.env.AWS_SHARED_CREDENTIALS_FILE = devNull;

/** @type {Map<object, Played>} */
const done = new Map();

for (const { title, faults } of SECTIONS) {
  describe(title, { concurrency: 6 }, () => {
    for (const fault of faults) {
      test(fault.name, async () => {
        const [ours, sdk] = await Promise.all([play("ours", fault), play("sdk", fault)]);
        done.set(fault, { fault, ours, sdk });
        expected("ours", ours, fault.ours);
        expected("the SDK's", sdk, fault.sdk);
        if (differ(ours, sdk)) assert.ok(fault.why, "the table says why the two differ");
      });
    }
  });
}

/**
 * Names, counts, status, output and notes have to be those of the table; the code and a part of the message where it has them.
 * @param {string} whose
 * @param {Outcome[]} outcomes
 * @param {Outcome | Outcome[]} table
 */
function expected(whose, outcomes, table) {
  for (const [index, { message, code, requestId, ...facts }] of outcomes.entries()) {
    const { message: part, code: codeThere, ...factsThere } = [table].flat()[index];
    const which = `${whose} outcome${outcomes.length > 1 ? ` of call ${index + 1}` : ""}`;
    const told = message === undefined ? "" : ` (its message: ${String(message).slice(0, 300)})`;
    assert.deepEqual(facts, factsThere, `${which} is ${JSON.stringify(facts)}, not ${JSON.stringify(factsThere)}${told}`);
    if (codeThere) assert.equal(code, codeThere, `${which}: code`);
    if (typeof part === "string") assert.ok(String(message).includes(part), `${which}: ${JSON.stringify(part)} is not in ${JSON.stringify(message)}`);
  }
}

test("docs/faults.md is what this run gives", async () => {
  const sections = SECTIONS.map(({ title, faults }) => ({ title, played: faults.map((fault) => /** @type {Played} */ (done.get(fault))) }));
  assert.ok(sections.every(({ played }) => played.every(Boolean)), "a fault could not be played; see above");
  const current = page(sections);
  if (process.env.UPDATE_FAULTS) await writeFile(PAGE, current);
  const there = await readFile(PAGE, "utf8").catch(() => "");
  // Another Node has other words for the same errors. What happened was compared with the table above.
  if (there.includes(`on Node ${NODE}.`) || there === "") assert.ok(there === current, "docs/faults.md is not what this run gives; `cargo xtask faults` writes it anew");
});
