// @ts-check
// Memory, and processor time per call, over many calls. Ours is compared with itself after its first calls, in as many
// processes as there are rounds. The other packages run once, for information. Two processes run at a time, because no
// figure is wall time.

import { channelArn } from "../lib/account.mjs";
import { OURS, PACKAGES } from "../lib/packages.mjs";
import { Contender, startServer } from "../lib/processes.mjs";
import { median } from "../lib/rounds.mjs";

const FIRST = 1000;
const STEP = 24_875;
const STEPS = 8;

const call = { operation: "GetChannel", input: { arn: channelArn(10) } };

/** @type {import("../run.mjs").Section} */
export default async function memory({ rounds, say }) {
  const server = await startServer();
  // The slowest first.
  const names = [...PACKAGES.filter((name) => name !== OURS), ...Array(rounds).fill(OURS)];
  /** @type {Record<string, any[][]>} the samples of each process */
  const measured = Object.fromEntries(PACKAGES.map((name) => [name, []]));
  const lane = async (/** @type {"client" | "server"} */ side) => {
    for (let name = names.shift(); name; name = names.shift())
      measured[name].push(await samplesOf(name, side, server.endpoint, say));
  };
  try {
    await Promise.all([lane("client"), lane("server")]);
    const medians = (/** @type {any[][]} */ processes) =>
      processes[0].map((sample, i) => {
        const figures = Object.keys(sample).map((figure) => [
          figure,
          median(processes.map((samples) => samples[i][figure])),
        ]);
        return Object.fromEntries(figures);
      });
    const results = Object.fromEntries(PACKAGES.map((name) => [name, medians(measured[name])]));
    return { rounds, results, measured: measured[OURS] };
  } finally {
    server.stop();
  }
}

/**
 * @param {string} name
 * @param {"client" | "server"} side
 * @param {string} endpoint
 * @param {(what: string) => void} say
 */
async function samplesOf(name, side, endpoint, say) {
  const contender = new Contender(name, { side, flags: ["--expose-gc"] });
  try {
    await contender.ask("client", { name, endpoint });
    const samples = [];
    let calls = 0;
    for (let step = 0; step <= STEPS; step++) {
      const count = step ? STEP : FIRST;
      const { cpu } = await contender.ask("run", { count, inFlight: 32, call });
      calls += count;
      samples.push({ calls, cpu, ...(await contender.ask("memory")) });
    }
    say(`${name}: ${calls.toLocaleString("en")} calls`);
    return samples;
  } finally {
    contender.stop();
  }
}
