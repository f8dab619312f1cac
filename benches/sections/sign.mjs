// @ts-check
// One POST to IVS signed, in Node.

import { Contender } from "../lib/processes.mjs";
import { interleaved, summarized } from "../lib/rounds.mjs";
import { signers } from "../lib/signers.mjs";

const COUNT = 4000;

/** @type {import("../run.mjs").Section} */
export default async function sign({ rounds, say }) {
  const contenders = new Map(Object.keys(signers).map((name) => [name, new Contender(name)]));
  const of = (/** @type {string} */ name) => /** @type {Contender} */ (contenders.get(name));
  const names = [...contenders.keys()];
  try {
    const signatures = new Set();
    for (const name of names) signatures.add(signatureOf(await of(name).ask("signer", { name })));
    if (signatures.size > 1) throw new Error(`the signers do not agree: ${[...signatures].join(", ")}`);
    say("warming up");
    for (const name of names) await of(name).ask("run", { count: COUNT });
    const measured = await interleaved(names, rounds, async (name, round) => {
      if (name === names[0]) say(`round ${round + 1} of ${rounds}`);
      return of(name).ask("run", { count: COUNT });
    });
    return { count: COUNT, rounds, results: summarized(measured, "ivs-wasm"), measured };
  } finally {
    for (const contender of contenders.values()) contender.stop();
  }
}

/** Headers and signature; how the parts of the header are set apart is each signer's own affair. */
function signatureOf(/** @type {string} */ authorization) {
  return /SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(authorization)?.slice(1).join(" ") ?? authorization;
}
