// @ts-check
// A program that hangs, fails or does not start is reported, with what it printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { printedBy, run, start } from "./programs.mjs";

const HANGING = "console.log('begun'); setInterval(() => {}, 1000)";

/** @param {string} source @param {number} [patience] @returns {Parameters<typeof start>} */
const node = (source, patience) => [process.execPath, ["--eval", source], { patience }];

test("the output of a program that exits is returned", async () => {
  assert.equal(await run(...node("console.log('out'); console.error('err')")).then((printed) => printed.split("\n").sort().join()), ",err,out");
});

test("a program that does not exit is a failure, and is killed", async () => {
  await assert.rejects(run(...node(HANGING, 1000)), /^Error: 1 s passed without an end; it printed:/);
});

test("a program that exits with an error is a failure", async () => {
  await assert.rejects(run(...node("console.log('begun'); process.exit(3)")), /ended with 3; it printed:\s+begun/);
  await assert.rejects(run("there-is-no-such-program", []), /there-is-no-such-program did not start/);
});

test("the output of a running program is matched, or reported as missing when it exits or takes too long", async () => {
  const waiting = start(...node(HANGING));
  assert.equal(await printedBy(waiting, /(begun)/), "begun");
  await waiting.kill();
  assert.equal(await waiting.ended, "SIGKILL");
  await assert.rejects(printedBy(start(...node("")), /(never)/), /it ended with 0 without/);
  const late = start(...node(HANGING, 1000));
  await assert.rejects(printedBy(late, /(never)/), /1 s passed without/);
  await late.kill();
});
