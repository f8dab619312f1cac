// @ts-check
// `ivs-wasm/watch` beside `ivs-local`, in real time; and in processes of their own.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { ChannelNotBroadcasting, IvsClient } from "ivs-wasm";
import { getStreamOrNull, isLive, watchSession, watchStream } from "ivs-wasm/watch";
import { startLocal } from "./local.mjs";

const run = promisify(execFile);
const ROOT = new URL("../..", import.meta.url);

/** @type {import("./local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

/** @param {string} name */
async function channel(name) {
  const { channel, streamKey } = await new IvsClient(local).createChannel({ name });
  return { arn: channel?.arn ?? "", key: streamKey?.value ?? "" };
}

test("a stream and its session, from before the beginning to after the end", { timeout: 60_000 }, async () => {
  const ivs = new IvsClient(local);
  const { arn, key } = await channel("watched");
  assert.equal(await isLive(ivs, { channelArn: arn }), false);
  assert.equal(await getStreamOrNull(ivs, { channelArn: arn }), null);
  const states = [];
  /** @type {Promise<(string | undefined)[]> | undefined} */
  let events;
  let streamId;
  for await (const item of watchStream(ivs, { channelArn: arn }, { interval: 1000 })) {
    states.push([item.state, item.viewerCount, item.streamId === streamId]);
    if (states.length === 1) ({ streamId } = await local.goLive(key, { viewerCount: 12 }));
    if (states.length === 2) {
      assert.equal(await isLive(ivs, { channelArn: arn }), true);
      events = (async () => {
        const names = [];
        for await (const { name } of watchSession(ivs, { channelArn: arn }, { interval: 1000 })) names.push(name);
        return names;
      })();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await local.goOffline(key);
    }
    if (states.length === 3) break;
  }
  assert.deepEqual(states, [["OFFLINE", undefined, true], ["LIVE", 12, true], ["OFFLINE", undefined, false]]);
  const names = await events;
  assert.ok(names?.includes("Stream Start") && names.includes("Stream End"), `${names}`);
  assert.ok(names.indexOf("Stream Start") < names.indexOf("Stream End"), `${names}`);
  assert.equal(new Set(names).size, names.length);
  await assert.rejects(ivs.getStream({ channelArn: arn }), ChannelNotBroadcasting);
});

test("several channels, by the list", { timeout: 60_000 }, async () => {
  const ivs = new IvsClient(local);
  const channels = [];
  for (const name of ["a", "b", "c"]) channels.push(await channel(name));
  await local.goLive(channels[1].key, { viewerCount: 5 });
  const found = [];
  for await (const { channelArn, state, changed } of watchStream(ivs, { channelArns: channels.map(({ arn }) => arn) }, { interval: 1000 })) {
    found.push([channels.findIndex(({ arn }) => arn === channelArn), state, changed.length]);
    if (found.length === 3) await local.goLive(channels[2].key, { viewerCount: 6 });
    if (found.length === 4) break;
  }
  assert.deepEqual(found, [[0, "OFFLINE", 0], [1, "LIVE", 0], [2, "OFFLINE", 0], [2, "LIVE", 5]]);
});

test("a channel that does not exist ends a loop over it", async () => {
  const { arn } = await channel("deleted");
  await new IvsClient(local).deleteChannel({ arn });
  await assert.rejects(watchStream(new IvsClient(local), { channelArn: arn })[Symbol.asyncIterator]().next(), { name: "ResourceNotFoundException" });
  await assert.rejects(watchSession(new IvsClient(local), { channelArn: arn })[Symbol.asyncIterator]().next(), { name: "ResourceNotFoundException" });
});

test("a loop that waits keeps a process, and one that is left does not", { timeout: 60_000 }, async () => {
  const { arn, key } = await channel("in-a-process");
  const script = (/** @type {string} */ body) => `
    import { IvsClient } from "ivs-wasm";
    import { watchStream } from "ivs-wasm/watch";
    const ivs = new IvsClient(${JSON.stringify({ region: local.region, endpoint: local.endpoint, credentials: local.credentials })});
    const streams = watchStream(ivs, { channelArn: ${JSON.stringify(arn)} }, { interval: 60_000 });
    ${body}
  `;
  const node = (/** @type {string} */ body) => run(process.execPath, ["--input-type=module", "-e", script(body)], { cwd: ROOT, timeout: 30_000 });
  const left = await node("for await (const { state } of streams) { console.log(state); break; }");
  assert.equal(left.stdout, "OFFLINE\n");
  const alone = await node("const iterator = streams[Symbol.asyncIterator](); console.log((await iterator.next()).value.state);");
  assert.equal(alone.stdout, "OFFLINE\n");
  const waiting = node(`
    for await (const { state } of watchStream(ivs, { channelArn: ${JSON.stringify(arn)} }, { interval: 1000 })) {
      console.log(state);
      if (state === "LIVE") break;
    }`);
  if (waiting.child.stdout) await once(waiting.child.stdout, "data");
  await local.goLive(key);
  assert.equal((await waiting).stdout, "OFFLINE\nLIVE\n");
});
