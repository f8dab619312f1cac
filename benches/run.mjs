// @ts-check
// `cargo xtask bench` runs this: node benches/run.mjs [--only SECTION] [--rounds N]

import { parseArgs } from "node:util";

/**
 * A section: what it measures, as JSON.
 * @typedef {(options: { rounds: number, say: (what: string) => void }) => Promise<any>} Section
 */

const SECTIONS = ["sign", "calls"];

const { values } = parseArgs({ options: { only: { type: "string" }, rounds: { type: "string", default: "7" } } });
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds >= 5)) throw new Error("--rounds: at least 5, or a median says little");
if (values.only && !SECTIONS.includes(values.only)) throw new Error(`--only: expected one of ${SECTIONS.join(", ")}`);

for (const name of SECTIONS.filter((name) => !values.only || name === values.only)) {
  const began = performance.now();
  const { default: section } = await import(`./sections/${name}.mjs`);
  const result = await section({ rounds, say: (/** @type {string} */ what) => console.log(`    ${name}: ${what}`) });
  console.log(`    ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  console.log(JSON.stringify(result, (key, value) => (key === "measured" ? undefined : value), 1));
}
