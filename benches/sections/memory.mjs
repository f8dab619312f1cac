// @ts-check
// Memory and cost per call over many calls. Ours is beside itself, in as many processes as there are rounds; the SDK is there to be looked
// at, and runs once, at the same time, because neither figure is a time.

import { channelArn } from "../lib/account.mjs";
import { Contender, startServer } from "../lib/processes.mjs";
import { median } from "../lib/rounds.mjs";

const OURS = "ivs-wasm";
const SDK = "@aws-sdk/client-ivs";
const FIRST = 1000;
const STEP = 24_875;
const STEPS = 8;

const call = { operation: "GetChannel", input: { arn: channelArn(10) } };

/** @type {import("../run.mjs").Section} */
export default async function memory({ rounds, say }) {
  const server = await startServer();
  try {
    const theirs = one(SDK, server.endpoint, say);
    const measured = [];
    for (let round = 0; round < rounds; round++) measured.push(await one(OURS, server.endpoint, say));
    const ours = measured[0].map((sample, i) => {
      const figures = Object.keys(sample).map((figure) => [figure, median(measured.map((samples) => samples[i][figure]))]);
      return Object.fromEntries(figures);
    });
    return { rounds, results: { [OURS]: ours, [SDK]: await theirs }, measured };
  } finally {
    server.stop();
  }
}

async function one(/** @type {string} */ name, /** @type {string} */ endpoint, /** @type {(what: string) => void} */ say) {
  const contender = new Contender(name, ["--expose-gc"]);
  try {
    await contender.ask("client", { name, endpoint });
    const samples = [];
    let calls = 0;
    for (let step = 0; step <= STEPS; step++) {
      const count = step ? STEP : FIRST;
      const { cpu } = await contender.ask("run", { count, inFlight: 32, call });
      calls += count;
      samples.push({ calls, cpu, ...(await contender.ask("memory")) });
      if (step % 2 === 0) say(`${name}: ${calls.toLocaleString("en")} calls`);
    }
    return samples;
  } finally {
    contender.stop();
  }
}
