// @ts-check
// Memory and cost per call over many calls. All run at the same time, because neither is a time.

import { Contender, startServer } from "../lib/processes.mjs";

const NAMES = ["ivs-wasm", "@aws-sdk/client-ivs"];
const FIRST = 1000;
const STEP = 24_875;
const STEPS = 8;

const call = { operation: "GetChannel", input: { arn: "arn:aws:ivs:us-west-2:123456789012:channel/tags10" } };

/** @type {import("../run.mjs").Section} */
export default async function memory({ say }) {
  const server = await startServer();
  try {
    const results = await Promise.all(NAMES.map((name) => one(name, server.endpoint, say)));
    return { results: Object.fromEntries(NAMES.map((name, i) => [name, results[i]])) };
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
