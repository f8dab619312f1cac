// @ts-check
// `ivs-wasm/metadata` over real sockets and in real time: against a server that enforces the rates, and against `ivs-local`.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { IvsClient } from "ivs-wasm";
import { MetadataReader, metadataStream } from "ivs-wasm/metadata";
import { startLocal } from "./local.mjs";
import { ARN, most } from "./metadata-service.mjs";
import { serve, whole } from "./serve.mjs";
import { OFFLINE } from "./wire.mjs";

/** @type {import("./local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

test("four seconds of items, with connections that are reset: once and in order, never six calls in a second", { timeout: 60_000 }, async (t) => {
  const arrivals = /** @type {number[]} */ ([]);
  const cues = /** @type {string[]} */ ([]);
  let refusals = 0;
  const server = await serve(t, async ({ request, write, reset }) => {
    const now = performance.now();
    arrivals.push(now);
    if (arrivals.filter((time) => now - time < 1000).length > 5) {
      refusals++;
      return write(whole("{}", { "x-amzn-errortype": "ThrottlingException" }, "429 Too Many Requests"));
    }
    // Before it is taken, after, or not at all.
    const fault = arrivals.length % 5;
    if (fault === 1) return reset();
    cues.push(JSON.parse(request.body).metadata);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    if (fault === 3) return reset();
    write(whole("", {}, "204 No Content"));
  });
  const client = new IvsClient({ ...OFFLINE, endpoint: server.endpoint, maxAttempts: 1 });
  const writer = metadataStream(client, { channelArn: ARN }).getWriter();
  const items = [];
  for (const end = performance.now() + 4000; performance.now() < end;) {
    const item = { number: items.length, at: new Date().toISOString() };
    items.push(item);
    await writer.write(item);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
  }
  await writer.close();
  assert.equal(refusals, 0);
  assert.ok(most(arrivals) <= 5 && arrivals.length > 15, `${arrivals.length}`);
  assert.ok(new Set(cues).size < cues.length, "calls were repeated");
  const reader = new MetadataReader();
  assert.deepEqual(cues.flatMap((text) => reader.read(text)), items);
  assert.ok(items.length > 100);
});

test("ivs-local takes it, waits for its channel, and goes on when it is live again", { timeout: 60_000 }, async () => {
  const ivs = new IvsClient({ ...local, maxAttempts: 1 });
  const { channel, streamKey } = await ivs.createChannel({});
  const channelArn = channel?.arn ?? "";
  const key = streamKey?.value ?? "";
  const cues = async () => (await local.metadata(channelArn)).map(({ metadata }) => metadata);
  const reader = new MetadataReader();
  const got = /** @type {unknown[]} */ ([]);
  const writer = metadataStream(ivs, { channelArn, offlineInterval: 1000 }).getWriter();
  const items = Array.from({ length: 400 }, (_, number) => `item ${number}`);
  for (const item of items.slice(0, 100)) await writer.write(item);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await local.goLive(key);
  for (const item of items.slice(100)) await writer.write(item);
  await writer.close();
  got.push(...(await cues()).flatMap((text) => reader.read(text)));
  assert.deepEqual(got, items);
});

test("10,000 items to ten channels of ivs-local with the service's rates and with faults: once and in order, and never too many calls", { timeout: 120_000 }, async (t) => {
  const rated = await startLocal(["--rates", "aws"]);
  t.after(() => rated.stop());
  const failures = /** @type {Record<string, number>} */ ({});
  const error = (/** @type {any} */ { commandName, error }) => {
    if (commandName === "PutMetadataCommand") failures[error] = (failures[error] ?? 0) + 1;
  };
  const ivs = new IvsClient({ ...rated, logger: { error } });
  const channels = await Promise.all(Array.from({ length: 10 }, async () => {
    const { channel, streamKey } = await ivs.createChannel({}, { maxAttempts: 10 });
    return { channelArn: channel?.arn ?? "", key: streamKey?.value ?? "" };
  }));
  // Each is one call's, and there is another one when it is over.
  const faults = { NetworkError: { reset: true }, InternalServerException: { code: "InternalServerException" }, ThrottlingException: { code: "ThrottlingException" }, ChannelNotBroadcasting: { code: "ChannelNotBroadcasting" } };
  const asked = /** @type {Record<string, number>} */ ({});
  const address = new URL("/_local/faults", rated.endpoint);
  const injecting = setInterval(async () => {
    if ((await (await fetch(address)).json()).faults.length > 0) return;
    // Throttling slows all channels down, and those that are not live are asked about one a second.
    const [name, fault] = Object.entries(faults)[[0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 3][Math.floor(Math.random() * 16)]];
    asked[name] = (asked[name] ?? 0) + 1;
    await fetch(address, { method: "POST", body: JSON.stringify({ operation: "PutMetadata", ...fault }) });
  }, 200);
  t.after(() => clearInterval(injecting));

  const read = await Promise.all(channels.map(async ({ channelArn, key }, channel) => {
    const writer = metadataStream(ivs, { channelArn, offlineInterval: 1000 }).getWriter();
    setTimeout(() => void rated.goLive(key), Math.random() * 3000);
    for (let number = 0; number < 1000; number++) {
      await writer.write({ channel, number, text: "x".repeat(Math.random() * 60) });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
    }
    if (channel === 0) clearInterval(injecting);
    await writer.close();
    const reader = new MetadataReader();
    const cues = (await rated.metadata(channelArn)).map(({ metadata }) => metadata);
    assert.ok(cues.every((text) => Buffer.byteLength(text) <= 1024));
    return { repeated: cues.length - new Set(cues).size, items: cues.flatMap((text) => /** @type {any[]} */ (reader.read(text))) };
  }));
  for (const [channel, { items }] of read.entries()) {
    assert.deepEqual(items.map((item) => [item.channel, item.number]), Array.from({ length: 1000 }, (_, number) => [channel, number]));
  }
  assert.ok(read.some(({ repeated }) => repeated > 0), "calls were made again whose answer was lost");
  // ivs-local throttles what is a sixth call within a second: nothing was throttled but what was asked to be.
  const { ChannelNotBroadcasting = 0, ...others } = failures;
  const { ChannelNotBroadcasting: ended = 0, ...wanted } = asked;
  assert.deepEqual(others, wanted);
  assert.ok(ChannelNotBroadcasting > ended, "some were not live yet");
});
