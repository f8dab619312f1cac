// @ts-check
// Calls in Node: how many a second, and how much of the processor each costs the client.

import { clients } from "../lib/clients.mjs";
import { Contender, startServer } from "../lib/processes.mjs";
import { interleaved, summarized } from "../lib/rounds.mjs";

const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/tags10";

const CASES = [
  { operation: "GetChannel", input: { arn: ARN }, inFlight: 1, count: 400 },
  { operation: "GetChannel", input: { arn: ARN }, inFlight: 32, count: 1280 },
  { operation: "ListChannels", input: { maxResults: 100 }, inFlight: 1, count: 200 },
  { operation: "ListChannels", input: { maxResults: 100 }, inFlight: 32, count: 384 },
];

/** @type {import("../run.mjs").Section} */
export default async function calls({ rounds, say }) {
  const server = await startServer();
  const names = Object.keys(clients);
  const contenders = new Map(names.map((name) => [name, new Contender(name)]));
  const of = (/** @type {string} */ name) => /** @type {Contender} */ (contenders.get(name));
  const run = (/** @type {string} */ name, /** @type {typeof CASES[0]} */ { operation, input, inFlight, count }) =>
    of(name).ask("run", { count, inFlight, call: { operation, input } });
  try {
    for (const name of names) {
      say(`warming up ${name}`);
      await of(name).ask("client", { name, endpoint: server.endpoint });
      for (const it of CASES) await run(name, { ...it, count: it.inFlight > 1 ? 2000 : it.count });
    }
    const cases = [];
    for (const it of CASES) {
      const measured = await interleaved(names, rounds, async (name, round) => {
        if (name === names[0]) say(`${it.operation}, ${it.inFlight} in flight: round ${round + 1} of ${rounds}`);
        return run(name, it);
      });
      cases.push({ operation: it.operation, inFlight: it.inFlight, count: it.count, results: summarized(measured, "ivs-wasm"), measured });
    }
    return { rounds, cases };
  } finally {
    for (const contender of contenders.values()) contender.stop();
    server.stop();
  }
}
