// @ts-check
// Calls in Node: how many a second, and how much of the processor each costs the client.

import { channelArn } from "../lib/account.mjs";
import { clients } from "../lib/clients.mjs";
import { Contender, startServer } from "../lib/processes.mjs";
import { grouped, interleaved, summarized } from "../lib/rounds.mjs";

const ARN = channelArn(10);

const CASES = [
  { operation: "GetChannel", input: { arn: ARN }, inFlight: 1, count: 100 },
  { operation: "GetChannel", input: { arn: ARN }, inFlight: 32, count: 320 },
  { operation: "ListChannels", input: { maxResults: 100 }, inFlight: 1, count: 50 },
  { operation: "ListChannels", input: { maxResults: 100 }, inFlight: 32, count: 96 },
];

/** Turns of each client in a round. They are short because V8 forgets what it compiled of a process that waits for seconds. */
const TURNS = 4;
const WARM = 20;

/** @type {import("../run.mjs").Section} */
export default async function calls({ rounds, say }) {
  const server = await startServer();
  const names = Object.keys(clients);
  const contenders = new Map(names.map((name) => [name, new Contender(name)]));
  const of = (/** @type {string} */ name) => /** @type {Contender} */ (contenders.get(name));
  const run = (/** @type {string} */ name, /** @type {typeof CASES[0]} */ { operation, input, inFlight, count }) =>
    of(name).ask("run", { count, inFlight, call: { operation, input } });
  try {
    for (const name of names) await of(name).ask("client", { name, endpoint: server.endpoint });
    const cases = [];
    for (const it of CASES) {
      say(`${it.operation}, ${it.inFlight} in flight: warming up`);
      await interleaved(names, WARM, (name) => run(name, it));
      const turns = await interleaved(names, rounds * TURNS, async (name, turn) => {
        if (name === names[0] && turn % TURNS === 0) say(`${it.operation}, ${it.inFlight} in flight: round ${turn / TURNS + 1} of ${rounds}`);
        return run(name, it);
      });
      const measured = grouped(turns, TURNS);
      cases.push({ operation: it.operation, inFlight: it.inFlight, count: it.count * TURNS, results: summarized(measured, "ivs-wasm"), measured });
    }
    return { rounds, cases };
  } finally {
    for (const contender of contenders.values()) contender.stop();
    server.stop();
  }
}
