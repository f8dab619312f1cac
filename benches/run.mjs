// @ts-check
// `cargo xtask bench` runs this: node benches/run.mjs [--only SECTION]... [--rounds N]. The results of a section
// replace those that docs/performance.json has of it; docs/performance.md and .svg are made from that file. `--only
// none` only makes those two again.

import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { facts } from "./lib/facts.mjs";
import { report } from "./report/report.mjs";

/**
 * A section: measures, and returns its results as JSON.
 * @typedef {(options: { rounds: number, say: (what: string) => void }) => Promise<any>} Section
 */

const SECTIONS = ["size", "chromium", "sign", "calls", "start", "memory", "growth"];
const DOCS = new URL("../docs/", import.meta.url);

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true, default: SECTIONS }, rounds: { type: "string", default: "7" } },
});
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds >= 5))
  throw new Error("--rounds: expected at least 5, for a meaningful median");
const unknown = values.only.find((name) => ![...SECTIONS, "none"].includes(name));
if (unknown) throw new Error(`--only: there is no section ${unknown}; there are ${SECTIONS.join(", ")}`);

const results = JSON.parse(await readFile(new URL("performance.json", DOCS), "utf8").catch(() => "{}"));
for (const name of SECTIONS.filter((name) => values.only.includes(name))) {
  const began = performance.now();
  const { default: section } = await import(`./sections/${name}.mjs`);
  const measured = await section({ rounds, say: (/** @type {string} */ what) => console.log(`    ${name}: ${what}`) });
  console.log(`    ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  results[name] = { ...facts(), ...measured };
  // Written after each section, so that the failure of a later one loses nothing.
  await writeFile(new URL("performance.json", DOCS), `${JSON.stringify(results, rounded, 1)}\n`);
}
const { markdown, plot, summary } = await report(results);
await writeFile(new URL("performance.md", DOCS), markdown);
await writeFile(new URL("performance.svg", DOCS), plot);
console.log(`${summary}\nwrote docs/performance.json, .md and .svg`);

/** To four digits, which is more than the precision of any figure. */
function rounded(/** @type {string} */ _key, /** @type {any} */ value) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
