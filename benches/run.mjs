// @ts-check
// `cargo xtask bench` runs this: node benches/run.mjs [--only SECTION] [--rounds N]. What a section measures replaces what
// docs/performance.json has of it; docs/performance.md and .svg are made of that file. `--only none` only makes those two again.

import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { facts } from "./lib/facts.mjs";
import { report } from "./report/report.mjs";

/**
 * A section: what it measures, as JSON.
 * @typedef {(options: { rounds: number, say: (what: string) => void }) => Promise<any>} Section
 */

const SECTIONS = ["sign", "calls", "start", "memory", "growth", "chromium"];
const DOCS = new URL("../docs/", import.meta.url);

const { values } = parseArgs({ options: { only: { type: "string" }, rounds: { type: "string", default: "7" } } });
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds >= 5)) throw new Error("--rounds: at least 5, or a median says little");
if (values.only && ![...SECTIONS, "none"].includes(values.only)) throw new Error(`--only: expected one of ${SECTIONS.join(", ")}`);

const known = JSON.parse(await readFile(new URL("performance.json", DOCS), "utf8").catch(() => "{}"));
for (const name of SECTIONS.filter((name) => !values.only || name === values.only)) {
  const began = performance.now();
  const { default: section } = await import(`./sections/${name}.mjs`);
  const measured = await section({ rounds, say: (/** @type {string} */ what) => console.log(`    ${name}: ${what}`) });
  console.log(`    ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  known[name] = { ...facts(), ...measured };
  // Written at once: a later section that fails takes nothing away.
  await writeFile(new URL("performance.json", DOCS), `${JSON.stringify(known, rounded, 1)}\n`);
}
const { markdown, plot, summary } = await report(known);
await writeFile(new URL("performance.md", DOCS), markdown);
await writeFile(new URL("performance.svg", DOCS), plot);
console.log(`${summary}\nwrote docs/performance.json, .md and .svg`);

/** Four digits are more than any of it is exact to. */
function rounded(/** @type {string} */ _key, /** @type {any} */ value) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
