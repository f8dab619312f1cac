// @ts-check
// Plays the scenario's steps by a player against a shell, checks each result, and returns all of them for comparison with others'.

import assert from "node:assert/strict";
import { PLAYERS } from "./players.mjs";
import { READER } from "./shells.mjs";

/** @typedef {import("./shells.mjs").Running} Running */
/** @typedef {import("./players.mjs").Player} Player */
/** @typedef {Record<string, any>} State what earlier steps kept */
/** @typedef {any | ((state: State) => any)} Made a value, or a function that makes it from the state */

/**
 * A call of an operation.
 *
 * @typedef {object} Call
 * @property {string} operation
 * @property {Made} input
 * @property {Made} [gives] what the output has at least; see {@link has}
 * @property {[code: string, message: Made]} [fails] the service's error, with its whole text
 * @property {string[]} [refusedBy] players whose client refuses the input itself, before it sends anything
 * @property {boolean} [lost] the call is performed, and its answer lost
 * @property {Record<string, string>} [keep] paths into the output, by the name under which the state keeps what is there
 * @property {"reader" | "stranger" | "forger"} [as] with a key that may only read, an unknown access key id, or a wrong secret
 * @property {number} [until] calls at most that often until the call fails as it should
 */

/**
 * A request to an endpoint under `/_local`.
 *
 * @typedef {object} Local
 * @property {string} local method and path
 * @property {Made} [body]
 * @property {number} [status] 200 by default
 * @property {Made} [gives]
 */

/** @typedef {Call | Local | { wait: number }} Step */

const WRONG = { accessKeyId: "LOCALSTRANGERXXXXXX", secretAccessKey: "wrong/secret/wrong/secret/wrong/secret+" };
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.0+)?(Z|\+00:00)$/;

/** @param {Made} value @param {State} state */
const make = (value, state) => (typeof value === "function" ? value(state) : value);

/**
 * A result in the wire's form, without what differs between runs: times, in whole seconds, and the server's address. Without the members
 * that some player does not know.
 *
 * @param {any} value @param {string} endpoint @param {string[]} drops @returns {any}
 */
export function plain(value, endpoint, drops) {
  if (Array.isArray(value)) return value.map((item) => plain(item, endpoint, drops));
  if (value instanceof Date) return plain(value.toISOString(), endpoint, drops);
  if (typeof value === "string") return TIME.test(value) ? "<time>" : value.replaceAll(endpoint, "<endpoint>");
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([name, inner]) => inner !== undefined && !drops.includes(name));
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, inner]) => [name, plain(inner, endpoint, drops)]));
}

/**
 * Whether a value is as expected: objects have the expected members and may have others, lists have as many items, texts match regular
 * expressions, `undefined` is absent, and functions say so.
 *
 * @param {any} actual @param {any} expected @param {string} place @param {string[]} [drops] members that are not looked at
 */
function has(actual, expected, place, drops = []) {
  if (typeof expected === "function") return assert.ok(expected(actual), `${place}: ${JSON.stringify(actual)}`);
  if (expected instanceof RegExp) return assert.match(String(actual), expected, place);
  if (expected === null || typeof expected !== "object") return assert.equal(actual, expected, place);
  assert.ok(actual !== null && typeof actual === "object", `${place}: ${JSON.stringify(actual)}`);
  if (Array.isArray(expected)) assert.equal(actual.length, expected.length, `${place}: ${JSON.stringify(actual)}`);
  for (const [name, inner] of Object.entries(expected)) if (!drops.includes(name)) has(actual[name], inner, `${place}.${name}`, drops);
}

/** @param {any} value @param {string} path such as `channel.arn` */
const at = (value, path) => path.split(".").reduce((inner, name) => inner?.[name], value);

/**
 * Plays all steps. A step that the player has no operation for is played by ours in its stead, and its result is left out.
 *
 * @param {Step[]} steps
 * @param {Running} shell
 * @param {string} name of the player
 * @returns {Promise<{ results: any[], played: number, refused: number }>} a result for each step; null where the player could not play it
 */
export async function play(steps, shell, name) {
  const { accessKeyId, secretAccessKey } = shell.credentials;
  const people = {
    owner: await PLAYERS[name](shell),
    reader: await PLAYERS[name](shell, READER),
    stranger: await PLAYERS[name](shell, { accessKeyId: WRONG.accessKeyId, secretAccessKey }),
    forger: await PLAYERS[name](shell, { accessKeyId, secretAccessKey: WRONG.secretAccessKey }),
  };
  const stand = await PLAYERS.ours(shell);
  /** @type {State} */
  const state = { region: shell.region, endpoint: shell.endpoint };
  const results = [];
  const counts = { played: 0, refused: 0 };
  try {
    for (const [index, step] of steps.entries()) {
      const place = `step ${index}, ${"operation" in step ? step.operation : JSON.stringify(step)}, by ${name}`;
      if ("wait" in step) {
        await shell.advance(step.wait);
        results.push(null);
      } else if ("local" in step) {
        const [method, path] = step.local.split(" ");
        const result = await shell.local(method ?? "", make(path, state), make(step.body, state));
        assert.equal(result.status, step.status ?? 200, `${place}: ${JSON.stringify(result.body)}`);
        has(plain(result.body, shell.endpoint, []), make(step.gives ?? {}, state), place);
        results.push(plain(result, shell.endpoint, []));
      } else {
        const input = make(step.input, state);
        const player = people[step.as ?? "owner"];
        const plays = player.has(step.operation, input);
        const result = await call(plays ? player : stand, step, input);
        check(result, step, state, plays ? name : "ours", place, shell.endpoint, plays ? player.drops : []);
        for (const [key, path] of Object.entries(step.keep ?? {})) state[key] = "output" in result ? at(result.output, path) : undefined;
        counts.played += plays ? 1 : 0;
        counts.refused += plays && "refused" in result ? 1 : 0;
        results.push(!plays || "refused" in result ? null : "lost" in result ? "lost" : plain(result, shell.endpoint, player.drops));
      }
    }
    return { results, ...counts };
  } finally {
    for (const player of [...Object.values(people), stand]) await player.stop();
  }
}

/** @param {Player} player @param {Call} step @param {any} input */
async function call(player, step, input) {
  let result = await player.call(step.operation, input);
  for (let times = 1; times < (step.until ?? 1) && "output" in result; times++) result = await player.call(step.operation, input);
  return result;
}

/** @param {any} result @param {Call} step @param {State} state @param {string} name @param {string} place @param {string} endpoint @param {string[]} drops */
function check(result, step, state, name, place, endpoint, drops) {
  const told = `${place}: ${JSON.stringify(result)}`;
  if (step.refusedBy?.includes(name)) return assert.ok("refused" in result, told);
  if (step.lost) return assert.ok("lost" in result, told);
  if (step.fails) {
    const [code, message] = step.fails;
    return assert.deepEqual(result, { error: { code, message: make(message, state) } }, told);
  }
  assert.ok("output" in result, told);
  has(plain(result.output, endpoint, []), make(step.gives ?? {}, state), place, drops);
}
