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

/** Small quotas are reached. Configurations take an hour to be ready, which passes only when a move says so. */
const OPTIONS = {
  seed: SEED,
  creationMs: 3_600_000,
  quotas: { channel: 12, "playback-key": 3, "recording-configuration": 6, "playback-restriction-policy": 5, "ad-configuration": 5, "failover-slate-configuration": 4 },
};

/** One form twice, if there is no other to compare it with. */
const NAMES = Object.keys(SHELLS).length > 1 ? Object.keys(SHELLS) : ["server", "server"];

test(`${MOVES} random calls come to what a simple model says, and to the same in each form of ivs-local (seed ${SEED})`, async (t) => {
  const games = NAMES.map(async (name) => {
    const shell = await /** @type {(typeof SHELLS)["server"]} */ (SHELLS[name])(OPTIONS);
    try {
      return await drive(shell, { seed: SEED, moves: MOVES, options: OPTIONS });
    } catch (error) {
      throw new Error(`${name}, ${/** @type {Error} */ (error).message}`);
    } finally {
      await shell.stop();
    }
  });
  const ended = await Promise.allSettled(games);
  const played = ended.map((game) => {
    if (game.status === "rejected") throw game.reason;
    return game.value;
  });
  const [first = { transcript: [], counts: new Map() }, ...others] = played;
  assert.equal(first.transcript.length, MOVES);
  for (const [index, { transcript }] of others.entries()) {
    const different = transcript.findIndex((line, move) => line !== first.transcript[move]);
    assert.equal(different, -1, `seed ${SEED}, move ${different + 1}: ${NAMES[0]} ${first.transcript[different]}, ${NAMES[index + 1]} ${transcript[different]}`);
  }
  // The calls are representative: each operation succeeds and fails often.
  for (const operation of OPERATIONS) {
    const of = (/** @type {boolean} */ succeeds) => [...first.counts].reduce((sum, [name, count]) => sum + (name.startsWith(`${operation} `) && name.endsWith("succeeds") === succeeds ? count : 0), 0);
    if (MOVES >= 10_000) assert.ok(of(true) >= 10 && of(false) >= 10, `${operation}: ${of(true)} succeeded, ${of(false)} failed`);
  }
  for (const other of ["encoder", "fault", "advance", "snapshot restored"]) if (MOVES >= 10_000) assert.ok(first.counts.get(other) >= 10, `${other}: ${first.counts.get(other)}`);
  t.diagnostic(`${first.counts.size} kinds of outcome; ${[...first.counts].filter(([name]) => name.endsWith("succeeds")).reduce((sum, [, count]) => sum + count, 0)} calls succeeded`);
});
