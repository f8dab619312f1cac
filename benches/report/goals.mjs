// @ts-check
// The measured ratios beside their limits and goals.

import { readFileSync } from "node:fs";
import { NODE_HTTP } from "../lib/clients.mjs";
import { UNLIMITED } from "../lib/networks.mjs";
import { BEFORE, OURS, SDK } from "../lib/packages.mjs";
import { median } from "../lib/rounds.mjs";
import { SMITHY } from "../lib/signers.mjs";
import { SLIM } from "../lib/slim.mjs";

/**
 * @typedef {object} Goal
 * @property {string} what
 * @property {string} peer
 * @property {string} ours the figure itself
 * @property {string} theirs the peer's
 * @property {number} ratio ours to the peer's
 * @property {number} limit what must be reached
 * @property {number} goal what should be
 * @property {boolean} [more] whether more is better
 */

/** The limit and the goal of every figure beside the package before. */
const BESIDE_BEFORE = [1.03, 1];

/** Bytes of JavaScript in a bundle of the slim entry. @type {number} */
const SLIM_LIMIT = JSON.parse(readFileSync(new URL("../../tests/size-budget.json", import.meta.url), "utf8")).slim;
const SLIM_GOAL = 10_000;

export const microseconds = (/** @type {number} */ value) =>
  `${value < 100 ? value.toPrecision(3) : Math.round(value)} µs`;
export const milliseconds = (/** @type {number} */ value) => `${(value / 1000).toFixed(1)} ms`;
export const perSecond = (/** @type {number} */ wall) => `${Math.round(1e6 / wall).toLocaleString("en")}/s`;
export const bytes = (/** @type {number} */ value) => `${value.toLocaleString("en")} B`;
const megabytes = (/** @type {number} */ value) => `${(value / 1e6).toFixed(2)} MB`;

export const profileName = (/** @type {any} */ { network, slowdown }) =>
  `${network}; CPU ${slowdown === 1 ? "1x" : `${slowdown}x slower`}`;

/** @returns {Goal[]} of the sections that were measured */
export function goals(/** @type {any} */ results) {
  const { size, chromium, sign, calls, start, memory } = results;
  /** @type {Goal[]} */
  const found = [];
  /**
   * @param {string} what
   * @param {any} contenders
   * @param {string} figure
   * @param {(value: number) => string} shown
   * @param {Record<string, number[]>} peers the limit and goal of each
   */
  const compare = (what, contenders, figure, shown, peers) => {
    for (const [peer, [limit, goal]] of Object.entries({ ...peers, [BEFORE]: BESIDE_BEFORE })) {
      if (!contenders[peer]) continue;
      const [ours, theirs] = [contenders[OURS][figure], contenders[peer][figure]];
      found.push({
        what,
        peer,
        ours: shown(ours.median),
        theirs: shown(theirs.median),
        ratio: theirs.ratio,
        limit,
        goal,
      });
    }
  };
  for (const profile of chromium?.profiles ?? []) {
    const limits = profile.network === UNLIMITED ? [0.8, 0.65] : [1, 0.95];
    compare(`page, ${profileName(profile)}`, profile.results, "wall", milliseconds, { [SDK]: limits });
  }
  if (size) {
    const [ours, theirs, slim] = [OURS, SDK, SLIM].map((name) => size.bytes[name]);
    const bundle = { ours: bytes(ours), theirs: bytes(theirs), ratio: ours / theirs };
    found.push({ what: "bundle of one command, gzip -9", peer: SDK, ...bundle, limit: 0.9, goal: 0.8 });
    if (slim) {
      const script = { ours: bytes(slim), theirs: bytes(SLIM_LIMIT), ratio: slim / SLIM_LIMIT };
      found.push({
        what: `JavaScript of ${SLIM}, gzip -9`,
        peer: "limit",
        ...script,
        limit: 1,
        goal: SLIM_GOAL / SLIM_LIMIT,
      });
    }
  }
  if (sign)
    compare("CPU per signature", sign.results, "cpu", microseconds, { [SMITHY]: [0.35, 0.2], aws4: [0.6, 0.5] });
  for (const { operation, inFlight, results } of calls?.cases ?? []) {
    const what = `${operation}, ${inFlight} in flight`;
    // The only case with limits beside other clients.
    const limited = operation === "GetChannel" && inFlight > 1;
    compare(
      `CPU per call, ${what}`,
      results,
      "cpu",
      microseconds,
      limited ? { [SDK]: [0.38, 0.2], [NODE_HTTP]: [1.75, 1.3] } : {},
    );
    if (inFlight === 1) continue;
    for (const [peer, limit, goal] of /** @type {const} */ ([
      [SDK, 2.7, 4],
      [BEFORE, 1 / 1.03, 1],
    ])) {
      if (!results[peer] || (peer === SDK && !limited)) continue;
      const [ours, theirs] = [results[OURS].wall, results[peer].wall];
      const shown = { ours: perSecond(ours.median), theirs: perSecond(theirs.median), ratio: 1 / theirs.ratio };
      found.push({ what: `calls per second, ${what}`, peer, ...shown, limit, goal, more: true });
    }
  }
  for (const { how, results } of start?.cases ?? []) {
    compare(
      `\`${how}\` to first response, new process`,
      results,
      "wall",
      milliseconds,
      how === "import" ? { [SDK]: [0.3, 0.2] } : {},
    );
    compare(`CPU from \`${how}\` to first response`, results, "cpu", milliseconds, {});
  }
  if (memory) {
    const size = (/** @type {any} */ { heapUsed, external, compiled }) => heapUsed + external - compiled;
    const ends = memory.measured.map((/** @type {any[]} */ samples) => [size(samples[0]), size(samples.at(-1))]);
    const [early, late] = [0, 1].map((end) => median(ends.map((/** @type {number[]} */ pair) => pair[end])));
    const grown = {
      ours: megabytes(late),
      theirs: megabytes(early),
      ratio: median(ends.map(([early, late]) => late / early)),
    };
    found.push({ what: "memory after 200,000 calls", peer: "its own after 1,000", ...grown, limit: 1.03, goal: 1 });
  }
  return found;
}

/** How far it came: "goal", "limit", or neither. */
export function reached(/** @type {Goal} */ { ratio, limit, goal, more }) {
  const within = (/** @type {number} */ bound) => (more ? ratio >= bound : ratio <= bound);
  if (within(goal)) return "goal";
  return within(limit) ? "limit" : "";
}
