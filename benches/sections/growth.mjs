// @ts-check
// The processor time of a call by the number in flight and by the number of tags.

import { channelArn, tags } from "../lib/account.mjs";
import { OURS, SDK } from "../lib/packages.mjs";
import { Contender, startServer } from "../lib/processes.mjs";
import { interleaved, median } from "../lib/rounds.mjs";

const NAMES = [OURS, SDK];
const IN_FLIGHT = [1, 32, 256, 1000];
const TAGS = [0, 10, 25, 50];
const COUNT = 600;

const get = (/** @type {number} */ count) => ({ operation: "GetChannel", input: { arn: channelArn(count) } });
const create = (/** @type {number} */ count) => ({
  operation: "CreateChannel",
  input: { name: "launch-party", tags: tags(count) },
});

/** @type {import("../run.mjs").Section} */
export default async function growth({ rounds, say }) {
  const server = await startServer();
  const contenders = new Map(NAMES.map((name) => [name, new Contender(name)]));
  const cases = [
    ...IN_FLIGHT.map((inFlight) => ({ of: "in flight", at: inFlight, inFlight, call: get(10) })),
    ...TAGS.map((at) => ({ of: "tags received", at, inFlight: 32, call: get(at) })),
    ...TAGS.map((at) => ({ of: "tags sent", at, inFlight: 32, call: create(at) })),
  ];
  const names = cases.flatMap((it, i) => NAMES.map((name) => `${i} ${name}`));
  const run = (/** @type {string} */ key) => {
    const [, i, name] = /** @type {RegExpExecArray} */ (/^(\d+) (.*)$/.exec(key));
    const { inFlight, call } = cases[Number(i)];
    return /** @type {Contender} */ (contenders.get(name)).ask("run", {
      count: inFlight > 1 ? COUNT : COUNT / 4,
      inFlight,
      call,
    });
  };
  try {
    for (const [name, contender] of contenders) await contender.ask("client", { name, endpoint: server.endpoint });
    say("warming up");
    for (const key of names) await run(key);
    const measured = await interleaved(names, rounds, (key, round) => {
      if (key === names[0]) say(`round ${round + 1} of ${rounds}`);
      return run(key);
    });
    return {
      rounds,
      cases: cases.map(({ of, at }, i) => ({
        of,
        at,
        cpu: Object.fromEntries(NAMES.map((name) => [name, median(measured[`${i} ${name}`].map(({ cpu }) => cpu))])),
      })),
    };
  } finally {
    for (const contender of contenders.values()) contender.stop();
    server.stop();
  }
}
