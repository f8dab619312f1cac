// @ts-check
// Half a million requests, right and wrong, leave the server's memory as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, rightRequests, signed, unsigned } from "../malformed/messages.mjs";
import { requestOf, send } from "../model/drive.mjs";
import { randomness } from "../model/random.mjs";
import { residentBytes } from "../resident.mjs";
import { SHELLS } from "../shells.mjs";
import { pipeline } from "./pipeline.mjs";

/** @typedef {import("../shells.mjs").Running} Running */

/** Requests in a part, after each of which the memory is looked at. */
const PART = 50_000;
const PARTS = 10;
const REQUESTS = PARTS * PART;
const CONNECTIONS = 8;
/** Channels that come and go in a part. */
const LIVES = 100;

/** A channel is made, tagged, live, and deleted, with what comes with it. @param {Running} shell @param {number} number */
async function life(shell, number) {
  const { channel, streamKey } = (await send(shell, "CreateChannel", { name: `life-${number}`, tags: { number: `${number}` } })).output;
  await shell.local("POST", "/_local/encoder/start", { streamKey: streamKey.value });
  const { status } = await send(shell, "PutMetadata", { channelArn: channel.arn, metadata: "x".repeat(1024) });
  assert.ok(status === 204 || status === 429, `${status}`);
  await send(shell, "StartViewerSessionRevocation", { channelArn: channel.arn, viewerId: `viewer ${number}` });
  await shell.local("POST", "/_local/encoder/stop", { streamKey: streamKey.value });
  assert.equal((await send(shell, "DeleteChannel", { arn: channel.arn })).status, 204);
}
const CALLS_OF_LIFE = 6;

/** As many players and events as are kept at most: what is full does not grow. @param {Running} shell @param {any} channel */
async function fill(shell, channel) {
  const player = unsigned(shell, "GET", channel.playbackUrl.slice(shell.endpoint.length));
  const health = (/** @type {string} */ value) => unsigned(shell, "POST", "/_local/encoder/set", JSON.stringify({ channelArn: channel.arn, health: value }));
  const turns = [player, health("STARVING"), player, health("HEALTHY")].map(bytesOf);
  let left = 4 * KEPT;
  const statuses = await pipeline(shell.endpoint, () => (left-- > 0 ? turns[left % turns.length] : undefined));
  assert.deepEqual([...statuses.keys()], ["200"]);
}
/** More than the 10,000 of each that the server keeps. */
const KEPT = 11_000;

test(`${REQUESTS} requests leave memory as it was`, async (t) => {
  const shell = await SHELLS.server({ seed: 1 });
  try {
    const { channel, streamKey } = (await send(shell, "CreateChannel", { name: "kept" })).output;
    await shell.local("POST", "/_local/encoder/start", { streamKey: streamKey.value });
    await fill(shell, channel);
    const random = randomness(1);
    /** Right ones, wrongly signed ones, and those that IVS refuses. */
    const requests = async () => {
      const right = await rightRequests(shell, channel);
      const refused = ["GetChannel", "StopStream", "CreateStreamKey"].map((operation) => requestOf(operation, { arn: `${channel.arn}x`, channelArn: `${channel.arn}x` }));
      const wrong = right.map((request) => ({
        ...request,
        headers: request.headers.map(([name, value]) => /** @type {[string, string]} */ ([name, name === "authorization" ? value.replace(/.$/, "g") : value])),
      }));
      const more = await Promise.all(refused.map(({ method, path, body }) => signed(shell, method, path, body)));
      return [...right, ...right, ...right, ...more, ...wrong, unsigned(shell, "GET", "/nothing")].map(bytesOf);
    };
    const sizes = [];
    /** @type {Map<string, number>} */
    const statuses = new Map();
    for (let part = 0; part < PARTS; part++) {
      // Signatures are valid for five minutes.
      const made = await requests();
      let left = PART - LIVES * CALLS_OF_LIFE;
      const next = () => (left-- > 0 ? random.pick(made) : undefined);
      for (const seen of await Promise.all(Array.from({ length: CONNECTIONS }, () => pipeline(shell.endpoint, next)))) {
        for (const [status, count] of seen) statuses.set(status, (statuses.get(status) ?? 0) + count);
      }
      for (let number = 0; number < LIVES; number++) await life(shell, number);
      sizes.push(await residentBytes(shell.pid));
    }
    t.diagnostic([...statuses].map(([status, count]) => `${status}: ${count}`).join(", "));
    t.diagnostic(`MB after each ${PART}: ${sizes.map((size) => (size / 1e6).toFixed(1)).join(", ")}`);
    for (const status of statuses.keys()) assert.ok(status < "500", status);
    assert.ok((statuses.get("200") ?? 0) > REQUESTS / 3, `${statuses.get("200")} succeeded`);
    // Ten bytes left by each request would be more.
    const [first = 0] = sizes;
    const last = sizes.at(-1) ?? 0;
    assert.ok(last - first < 4.5e6, `${first} bytes after ${PART}, ${last} after ${REQUESTS}`);
  } finally {
    await shell.stop();
  }
});
