// @ts-check
// One POST to IVS signed, in Node.

import { OURS } from "../lib/packages.mjs";
import { withContenders } from "../lib/processes.mjs";
import { interleaved, joined, summarized } from "../lib/rounds.mjs";
import { signers } from "../lib/signers.mjs";

const COUNT = 1000;
const WARM_UP = 6;
const TURNS = 6;

/** @type {import("../run.mjs").Section} */
export default async function sign({ rounds, say }) {
  const names = Object.keys(signers);
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    // In new processes, as in the section on calls.
    const turns = await withContenders(names, async (ask) => {
      const signatures = new Set();
      for (const name of names) signatures.add(signatureOf(await ask(name, "signer", { name })));
      if (signatures.size > 1) throw new Error(`the signers do not agree: ${[...signatures].join(", ")}`);
      const run = (/** @type {string} */ name) => ask(name, "run", { count: COUNT });
      await interleaved(names, WARM_UP, run);
      return interleaved(names, TURNS, run);
    });
    measured.push(turns);
  }
  return { rounds, count: COUNT * TURNS, results: summarized(joined(measured), OURS) };
}

/** Signed headers and signature; the whitespace between the header's fields differs between signers. */
function signatureOf(/** @type {string} */ authorization) {
  return /SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(authorization)?.slice(1).join(" ") ?? authorization;
}
