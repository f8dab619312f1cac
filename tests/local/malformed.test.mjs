// @ts-check
// Malformed messages, signatures and bodies, made from right ones: each is answered or its connection closed, none with a 5xx, and the
// server's memory stays as it is. MALFORMED_SEED makes others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DAMAGES } from "./malformed/damage.mjs";
import { bytesOf, rightRequests } from "./malformed/messages.mjs";
import { statusOf } from "./malformed/send.mjs";
import { send } from "./model/drive.mjs";
import { randomness } from "./model/random.mjs";
import { residentBytes } from "./resident.mjs";
import { SHELLS } from "./shells.mjs";

const SEED = Number(process.env.MALFORMED_SEED ?? 20200714);
const MESSAGES = Number(process.env.MALFORMED_MESSAGES ?? 20_000);
const EARLY = 2_000;
/** Connections at a time. */
const TOGETHER = 48;

test(`${MESSAGES} malformed messages are answered below 500, or closed, and leave nothing in memory (seed ${SEED})`, async (t) => {
  const shell = await SHELLS.server({ seed: SEED, quotas: { channel: 2 }, readTimeoutMs: 250 });
  try {
    const { channel } = (await send(shell, "CreateChannel", { name: "malformed" })).output;
    const right = await rightRequests(shell, channel);
    // What is made from these is malformed by what was done to them.
    for (const request of right) {
      const status = await statusOf(shell.endpoint, bytesOf(request));
      assert.ok(status >= 200 && status < 500, `${status}: ${bytesOf(request)}`);
    }
    const random = randomness(SEED);
    const kinds = Object.keys(DAMAGES);
    /** @type {Map<string, number>} */
    const statuses = new Map();
    let early = 0;
    let number = 0;
    const sendAll = async () => {
      while (number < MESSAGES) {
        const kind = /** @type {string} */ (kinds[number++ % kinds.length]);
        const bytes = await /** @type {import("./malformed/damage.mjs").Damage} */ (DAMAGES[kind])(random.pick(right), random, shell);
        const status = await statusOf(shell.endpoint, bytes).catch((error) => {
          throw new Error(`seed ${SEED}, ${kind}: ${error.message}\n${JSON.stringify(bytes.subarray(0, 2000).toString("latin1"))}`);
        });
        assert.ok(status < 500, `seed ${SEED}, ${kind}: ${status}\n${JSON.stringify(bytes.subarray(0, 2000).toString("latin1"))}`);
        statuses.set(`${status}`, (statuses.get(`${status}`) ?? 0) + 1);
        if (number >= EARLY) early ||= await residentBytes(shell.pid);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, sendAll));
    const late = await residentBytes(shell.pid);
    const counted = [...statuses].sort(([, one], [, other]) => other - one);
    t.diagnostic(counted.map(([status, count]) => `${status === "0" ? "closed" : status}: ${count}`).join(", "));
    t.diagnostic(`${(early / 1e6).toFixed(1)} MB after ${EARLY}, ${(late / 1e6).toFixed(1)} MB after ${MESSAGES}`);
    // Half a kilobyte left by each message would be more.
    assert.ok(late - early < 8e6, `${early} bytes after ${EARLY} messages, ${late} after ${MESSAGES}`);
    // They come to all that the server says of malformed ones.
    for (const status of ["0", "200", "400", "403", "404", "405"]) assert.ok((statuses.get(status) ?? 0) >= 20, `${status}: ${statuses.get(status)}`);
    assert.equal((await send(shell, "GetChannel", { arn: channel.arn })).status, 200, "the server goes on");
  } finally {
    await shell.stop();
  }
});
