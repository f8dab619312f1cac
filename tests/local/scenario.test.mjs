// @ts-check
// One scenario, played against each form of ivs-local by boto3, the AWS CLI, AWS's SDK and this package: the same results, the same
// errors with their texts, and with the same seed the same names.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isProgram, OPERATIONS, PLAYERS } from "./players.mjs";
import { plain, play } from "./play.mjs";
import { OPTIONS, STEPS } from "./scenario.mjs";
import { SHELLS } from "./shells.mjs";

/** Members that not all players know, and those of events that depend on how fast the steps were played. */
const drops = ["failoverSlateConfigurationArn", "targetStartAt", "recording_duration_ms", "recording_s3_key_prefix"];
/** Members that the headers of CORS become, which only HTTP has. */
const CORS = ["accessControlAllowOrigin", "accessControlExposeHeaders"];

test("the scenario has at least 150 steps, of all 46 operations, with errors of each kind", () => {
  const calls = STEPS.flatMap((step) => ("operation" in step ? [step] : []));
  assert.ok(calls.length >= 150, `${calls.length}`);
  assert.deepEqual([...new Set(calls.map(({ operation }) => operation))].sort(), [...OPERATIONS].sort());
  assert.equal(OPERATIONS.length, 46);
  const succeed = calls.filter(({ fails }) => !fails);
  assert.equal(new Set(succeed.map(({ operation }) => operation)).size, 46);
  const codes = new Set(calls.flatMap(({ fails }) => (fails ? [fails[0]] : [])));
  for (const code of [
    "ValidationException",
    "ResourceNotFoundException",
    "ConflictException",
    "ServiceQuotaExceededException",
    "ChannelNotBroadcasting",
    "ThrottlingException",
    "AccessDeniedException",
    "PendingVerification",
    "InvalidSignatureException",
    "UnrecognizedClientException",
  ]) {
    assert.ok(codes.has(code), code);
  }
});

describe("the scenario", () => {
  /** Results of each player against each form. @type {Map<string, any[]>} */
  const all = new Map();
  /** @type {import("./shells.mjs").Running[]} */
  const running = [];

  before(async () => {
    // Side by side: each has a shell to itself.
    const games = Object.entries(SHELLS).flatMap(([shell, start]) =>
      Object.keys(PLAYERS).map(async (player) => {
        const started = await start(OPTIONS);
        running.push(started);
        if (started.listens || !isProgram(player)) return { name: `${player} against ${shell}`, ...(await play(STEPS, started, player)) };
      }),
    );
    const ended = await Promise.allSettled(games);
    for (const game of ended) if (game.status === "rejected") throw game.reason;
    for (const game of ended) if (game.status === "fulfilled" && game.value) all.set(game.value.name, game.value.results);
  });
  after(() => Promise.all(running.map(({ stop }) => stop())));

  test("has the same results for all players", (t) => {
    const [[, first = []] = [], ...others] = [...all].map(([name, results]) => /** @type {const} */ ([name, results.map((result) => plain(result, "<endpoint>", drops))]));
    for (const [name, results] of others) {
      for (const [index, result] of results.entries()) {
        // Refused by its client, or not among its operations.
        if (result === null || first[index] === null) continue;
        const unlike = name.endsWith("in-process") ? CORS : [];
        assert.deepEqual(result, plain(first[index], "<endpoint>", unlike), `step ${index} by ${name}: ${JSON.stringify(STEPS[index])}`);
      }
      t.diagnostic(`${name}: ${results.length} steps, ${results.filter((result) => result !== null).length} results of the service compared`);
      assert.ok(results.filter((result) => result !== null).length >= 150, name);
    }
    // Programs cannot call what runs in this process.
    assert.equal(all.size, 4 * Object.keys(SHELLS).length - 2, [...all.keys()].join());
  });
});
