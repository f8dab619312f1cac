// @ts-check
// Calls in Node: how many a second, and how much processor time each costs the client.

import { channelArn } from "../lib/account.mjs";
import { clients } from "../lib/clients.mjs";
import { OURS } from "../lib/packages.mjs";
import { Contender, startServer } from "../lib/processes.mjs";
import { interleaved, summarized } from "../lib/rounds.mjs";

const GET = { operation: "GetChannel", input: { arn: channelArn(10) } };
const LIST = { operation: "ListChannels", input: { maxResults: 100 } };

/** One after the other in each process. It takes some 5,000 calls until V8 has optimised what runs often. */
const CASES = [
  { ...GET, inFlight: 32, warmUp: 5000, count: 2000 },
  { ...GET, inFlight: 1, warmUp: 500, count: 1000 },
  { ...LIST, inFlight: 32, warmUp: 500, count: 1000 },
];

/** @type {import("../run.mjs").Section} */
export default async function calls({ rounds, say }) {
  const server = await startServer();
  const names = Object.keys(clients);
  try {
    const measured = await interleaved(names, rounds, async (name, round) => {
      say(`${name}, process ${round + 1} of ${rounds}`);
      // In a new process each round, because V8 optimises the same code differently from one process to the next, by
      // some percent; and without a pause, because it discards optimised code of a process that waits for seconds.
      const contender = new Contender(name);
      try {
        await contender.ask("client", { name, endpoint: server.endpoint });
        const figures = [];
        for (const { operation, input, inFlight, warmUp, count } of CASES) {
          const call = { operation, input };
          await contender.ask("run", { count: warmUp, inFlight, call });
          figures.push(await contender.ask("run", { count, inFlight, call }));
        }
        return figures;
      } finally {
        contender.stop();
      }
    });
    const cases = CASES.map(({ operation, inFlight, count }, i) => {
      const figures = Object.fromEntries(names.map((name) => [name, measured[name].map((cases) => cases[i])]));
      return { operation, inFlight, count, results: summarized(figures, OURS) };
    });
    return { rounds, cases };
  } finally {
    server.stop();
  }
}
