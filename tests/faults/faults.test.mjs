// @ts-check
// Plays every fault of the table with this package and with AWS's SDK, and compares docs/faults.md with the outcomes.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { devNull } from "node:os";
import { before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { SECTIONS } from "./faults.mjs";
import { NODE, PAGE, differ, page } from "./page.mjs";
import { play } from "./play.mjs";
import { ok } from "./steps.mjs";

/** @import { Fault, Outcome } from "./faults.mjs" */
/** @import { Played } from "./page.mjs" */

// Keeps the developer's own settings from the SDK.
process.env.AWS_CONFIG_FILE = process.env.AWS_SHARED_CREDENTIALS_FILE = devNull;

/** @type {Map<object, Played>} */
const done = new Map();

before(async () => {
  // What only the first call does (instantiating the wasm, importing node:http) must not count as a slow response.
  const nothing = { name: "nothing", script: [ok], ours: [], sdk: [] };
  await Promise.all([play("ours", nothing), play("sdk", nothing)]);
});

for (const timed of [true, false]) {
  describe(timed ? "alone" : "together", { concurrency: 4 }, () => {
    for (const { title, faults } of SECTIONS.filter((section) => Boolean(section.timed) === timed)) {
      describe(title, { concurrency: 6 }, () => {
        for (const fault of faults) test(fault.name, () => judged(fault));
      });
    }
  });
}

/** Plays a fault, and fails unless its outcome is that of the table. */
async function judged(/** @type {Fault} */ fault) {
  const [ours, sdk] = await Promise.all([play("ours", fault), play("sdk", fault)]);
  done.set(fault, { fault, ours, sdk });
  const wrong = [...surprises("ours", ours, fault.ours), ...surprises("the SDK", sdk, fault.sdk)];
  if (wrong.length === 0 && differ(ours, sdk) && !fault.why) wrong.push("the two differ, and the table does not say why");
  if (wrong.length > 0) assert.fail(wrong.join("\n"));
}

/**
 * The outcomes that are not those of the table: names, counts, status, output and notes have to be equal; the code and a part of
 * the message if the table has them.
 * @param {string} whose
 * @param {Outcome[]} outcomes
 * @param {Outcome | Outcome[]} table
 */
function surprises(whose, outcomes, table) {
  return outcomes.flatMap(({ message, code, requestId, ...facts }, index) => {
    const { message: part, code: codeThere, ...factsThere } = [table].flat()[index];
    const same = isDeepStrictEqual(facts, factsThere) && (!codeThere || code === codeThere) && String(message).includes(part ?? "");
    const call = outcomes.length > 1 ? `, call ${index + 1}` : "";
    const observed = JSON.stringify({ ...facts, code, message: message?.slice(0, 300) });
    return same ? [] : [`${whose}${call}: ${observed}\nand not ${JSON.stringify([table].flat()[index])}`];
  });
}

test("docs/faults.md has the outcomes of this run", async (t) => {
  const sections = SECTIONS.map(({ title, faults }) => ({ title, played: faults.map((fault) => /** @type {Played} */ (done.get(fault))) }));
  assert.ok(sections.every(({ played }) => played.every(Boolean)), "a fault could not be played; see above");
  const current = page(sections);
  if (process.env.UPDATE_FAULTS) await writeFile(PAGE, current);
  const there = await readFile(PAGE, "utf8").catch(() => "");
  if (there !== "" && !there.includes(`on Node ${NODE}.`)) {
    // Its errors have other messages. The outcomes were compared with the table above.
    t.diagnostic(`not compared: docs/faults.md was written on another Node than ${NODE}`);
    return;
  }
  if (there === current) return;
  const lines = there.split("\n");
  const other = current.split("\n").filter((line) => !lines.includes(line));
  assert.fail(`docs/faults.md differs from this run; \`cargo xtask faults\` writes it again. New lines:\n${other.join("\n")}`);
});
