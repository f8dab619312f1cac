// @ts-check
// Random calls, valid and invalid, beside a simple model: no form of ivs-local differs from it, or from the others.
// MODEL_SEED plays another game, MODEL_MOVES a longer one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drive } from "./model/drive.mjs";
import { OPERATIONS } from "./players.mjs";
import { SHELLS } from "./shells.mjs";

const SEED = Number(process.env.MODEL_SEED ?? 20200714);
const MOVES = Number(process.env.MODEL_MOVES ?? 10_000);
/** In a game that returns to snapshots, too. */
const FEWER = MOVES / 5;

/** Small quotas are reached. Configurations take an hour to be ready, which passes only when a move says so. */
const OPTIONS = {
  seed: SEED,
  creationMs: 3_600_000,
  quotas: { channel: 12, "playback-key": 3, "recording-configuration": 6, "playback-restriction-policy": 5, "ad-configuration": 5, "failover-slate-configuration": 4 },
};

/**
 * Plays the same game against each form, and compares what they answered.
 *
 * @param {(keyof typeof SHELLS)[]} names
 * @param {{ seed: number, moves: number, snapshots: boolean }} game
 * @returns {Promise<Map<string, number>>} how often there was each outcome
 */
async function playAll(names, game) {
  const ended = await Promise.allSettled(
    names.map(async (name) => {
      const shell = await SHELLS[name](OPTIONS);
      try {
        return await drive(shell, { ...game, options: OPTIONS });
      } catch (error) {
        throw new Error(`${name}, ${/** @type {Error} */ (error).message}`);
      } finally {
        await shell.stop();
      }
    }),
  );
  const played = ended.map((each) => {
    if (each.status === "rejected") throw each.reason;
    return each.value;
  });
  const [first = { transcript: [], counts: new Map() }, ...others] = played;
  assert.equal(first.transcript.length, game.moves);
  for (const [index, { transcript }] of others.entries()) {
    const different = transcript.findIndex((line, move) => line !== first.transcript[move]);
    assert.equal(different, -1, `seed ${game.seed}, move ${different + 1}: ${names[0]} ${first.transcript[different]}, ${names[index + 1]} ${transcript[different]}`);
  }
  return first.counts;
}

test(`${MOVES} random calls come to what a simple model says, and to the same in each form of ivs-local (seed ${SEED})`, async (t) => {
  const counts = await playAll(["server", "npm-server", "in-process"], { seed: SEED, moves: MOVES, snapshots: false });
  // The calls are representative: each operation succeeds and fails often.
  const sum = (/** @type {(name: string) => boolean} */ counted) => [...counts].reduce((total, [name, count]) => total + (counted(name) ? count : 0), 0);
  for (const operation of OPERATIONS) {
    const of = (/** @type {boolean} */ succeeds) => sum((name) => name.startsWith(`${operation} `) && name.endsWith(" succeeds") === succeeds);
    if (MOVES >= 10_000) assert.ok(of(true) >= 10 && of(false) >= 10, `${operation}: ${of(true)} succeeded, ${of(false)} failed`);
  }
  for (const other of ["encoder", "fault", "advance"]) assert.ok((counts.get(other) ?? 0) > 0, other);
  t.diagnostic(`${counts.size} kinds of outcome; ${sum((name) => name.endsWith(" succeeds"))} calls succeeded`);
});

test(`${FEWER} more do, when what was called since a snapshot is undone now and then (seed ${SEED + 1})`, async () => {
  const counts = await playAll(["server", "in-process"], { seed: SEED + 1, moves: FEWER, snapshots: true });
  assert.ok((counts.get("snapshot restored") ?? 0) > 0);
});
