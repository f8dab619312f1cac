// @ts-check
// What the design asks for, beside what was measured.

import { median } from "../lib/rounds.mjs";

/**
 * @typedef {object} Goal
 * @property {string} what
 * @property {string} peer
 * @property {string} ours the figure itself
 * @property {string} theirs the peer's
 * @property {number} ratio ours to the peer's
 * @property {number} first the first aim
 * @property {number} goal the second
 * @property {boolean} [more] whether more is better
 */

const SDK = "@aws-sdk/client-ivs";
const SMITHY = "@smithy/signature-v4, node:crypto";

export const microseconds = (/** @type {number} */ value) => `${value < 100 ? value.toPrecision(3) : Math.round(value)} µs`;
export const milliseconds = (/** @type {number} */ value) => `${(value / 1000).toFixed(1)} ms`;
export const perSecond = (/** @type {number} */ wall) => `${Math.round(1e6 / wall).toLocaleString("en")}/s`;

/** @returns {Goal[]} of the sections that were measured */
export function goals(/** @type {any} */ known) {
  /** @type {Goal[]} */
  const found = [];
  const compare = (
    /** @type {string} */ what,
    /** @type {any} */ results,
    /** @type {string} */ peer,
    /** @type {string} */ figure,
    /** @type {(value: number) => string} */ shown,
    /** @type {[number, number]} */ [first, goal],
  ) => {
    const [ours, theirs] = [results["ivs-wasm"][figure], results[peer][figure]];
    found.push({ what, peer, ours: shown(ours.median), theirs: shown(theirs.median), ratio: theirs.ratio, first, goal });
  };
  if (known.sign) {
    compare("CPU per signature, Node", known.sign.results, SMITHY, "cpu", microseconds, [0.35, 0.2]);
    compare("CPU per signature, Node", known.sign.results, "aws4", "cpu", microseconds, [1, 0.5]);
  }
  for (const { operation, inFlight, results } of known.calls?.cases ?? []) {
    const what = `${operation}, ${inFlight} in flight`;
    compare(`CPU per call, ${what}`, results, SDK, "cpu", microseconds, [0.6, 0.35]);
    compare(`CPU per call, ${what}`, results, "fetch, unsigned", "cpu", microseconds, [1, 0.5]);
    if (inFlight === 1) continue;
    const [ours, theirs] = [results["ivs-wasm"].wall, results[SDK].wall];
    const shown = { ours: perSecond(ours.median), theirs: perSecond(theirs.median) };
    found.push({ what: `calls per second, ${what}`, peer: SDK, ...shown, ratio: 1 / theirs.ratio, first: 1.7, goal: 3, more: true });
  }
  for (const { how, results } of known.start?.cases ?? []) {
    compare(`\`${how}\` to first response, fresh process`, results, SDK, "wall", milliseconds, [0.5, 0.25]);
  }
  if (known.memory) {
    const shown = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
    const grown = (/** @type {string} */ what, /** @type {(sample: any) => number} */ size) => {
      const ends = known.memory.measured.map((/** @type {any[]} */ samples) => [size(samples[0]), size(samples.at(-1))]);
      const [early, late] = [0, 1].map((end) => median(ends.map((/** @type {number[]} */ pair) => pair[end])));
      const ratio = median(ends.map((/** @type {number[]} */ [early, late]) => late / early));
      found.push({ what, peer: "its own after 1,000", ours: shown(late), theirs: shown(early), ratio, first: 1.05, goal: 1 });
    };
    grown("memory after 200,000 calls", ({ heapUsed, external }) => heapUsed + external);
    grown("the same without V8's machine code", ({ heapUsed, external, compiled }) => heapUsed + external - compiled);
  }
  return found;
}

/** How far it came: "goal", "first", or neither. */
export function reached(/** @type {Goal} */ { ratio, first, goal, more }) {
  const good = (/** @type {number} */ aim) => (more ? ratio >= aim : ratio <= aim);
  if (good(goal)) return "goal";
  return good(first) ? "first" : "";
}
