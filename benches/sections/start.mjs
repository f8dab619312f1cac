// @ts-check
// From import to the first response, in fresh processes.

import { once } from "node:events";
import { OURS, PACKAGES } from "../lib/packages.mjs";
import { start as spawn, startServer } from "../lib/processes.mjs";
import { interleaved, summarized } from "../lib/rounds.mjs";

/** @type {import("../run.mjs").Section} */
export default async function start({ rounds, say }) {
  const server = await startServer();
  const cases = [];
  // A process is short, so there can be more of them.
  const processes = 3 * rounds;
  try {
    for (const how of ["import", "require"]) {
      const measured = await interleaved(PACKAGES, processes, async (name, round) => {
        if (name === PACKAGES[0] && round % rounds === 0) say(`${how}: process ${round + 1} of ${processes}`);
        const child = spawn("./start.mjs", "client", [], [name, how, server.endpoint]);
        const ended = once(child, "exit").then(() => undefined);
        const figures = await Promise.race([once(child, "message").then(([figures]) => figures), ended]);
        if (!figures) throw new Error(`${name} did not start`);
        await ended;
        return figures;
      });
      cases.push({ how, processes, results: summarized(measured, OURS), measured });
    }
    return { cases };
  } finally {
    server.stop();
  }
}
