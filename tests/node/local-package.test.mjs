// @ts-check
// `ivs-local` inside a program: what it answers to ours and to AWS's client, and what a test can make of it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import * as sdk from "@aws-sdk/client-ivs";
import { LocalError, startLocal } from "ivs-local";
import { IvsClient } from "ivs-wasm";

const START = Date.UTC(2030, 0, 1);

/** A channel that is live. @param {import("ivs-local").IvsLocal} local */
async function live(local) {
  const ivs = new IvsClient(local.config);
  const { channel, streamKey } = await ivs.createChannel({ name: "launch-party" });
  assert.ok(channel?.arn && streamKey?.value && channel.playbackUrl);
  const { streamId } = local.encoder.connect(streamKey.value, { viewerCount: 3 });
  return { ivs, channelArn: channel.arn, playbackUrl: channel.playbackUrl, streamKey: streamKey.value, streamId };
}

describe("a client without a server", () => {
  test("ours calls through config.fetch", async () => {
    const local = await startLocal();
    const { ivs, channelArn } = await live(local);
    const { stream } = await ivs.getStream({ channelArn });
    assert.deepEqual([stream?.state, stream?.health, stream?.viewerCount], ["LIVE", "HEALTHY", 3]);
    await assert.rejects(ivs.getChannel({ arn: channelArn.replace(/.$/, "_") }), { name: "ValidationException" });
    local.close();
  });

  test("AWS's calls through requestHandler", async () => {
    const local = await startLocal();
    const client = new sdk.Ivs({ ...local.config, requestHandler: local.requestHandler });
    const { channel, streamKey } = await client.createChannel({ name: "a", tags: { "a b": "c=d/+@" } });
    const arn = channel?.arn ?? "";
    assert.deepEqual((await client.listTagsForResource({ resourceArn: arn })).tags, { "a b": "c=d/+@" });
    await client.untagResource({ resourceArn: arn, tagKeys: ["a b", "x/y"] });
    assert.deepEqual((await client.listTagsForResource({ resourceArn: arn })).tags, {});
    local.encoder.connect(streamKey?.value ?? "");
    await client.putMetadata({ channelArn: arn, metadata: "hello" });
    assert.deepEqual(local.encoder.metadata(arn).map(({ metadata }) => metadata), ["hello"]);
    await assert.rejects(client.getStreamKey({ arn: "x" }), sdk.ValidationException);
    const aborted = client.getChannel({ arn }, { abortSignal: AbortSignal.abort() });
    await assert.rejects(aborted, { name: "AbortError" });
    client.destroy();
    local.close();
  });

  test("signatures are verified, by the real time whatever the clock says", async () => {
    const local = await startLocal({ clock: new Date(START), keys: [{ accessKeyId: "READER", secretAccessKey: "s", actions: "read-only" }] });
    const { credentials } = local;
    const call = (/** @type {any} */ others) =>
      new IvsClient({ ...local.config, maxAttempts: 1, credentials: { ...credentials, ...others } }).createChannel({});
    await call({});
    await assert.rejects(call({ secretAccessKey: "wrong" }), { name: "InvalidSignatureException" });
    await assert.rejects(call({ accessKeyId: "UNKNOWN" }), { name: "UnrecognizedClientException" });
    await assert.rejects(call({ accessKeyId: "READER", secretAccessKey: "s" }), { name: "AccessDeniedException" });
    local.close();
  });

  test("a fetch that is aborted rejects with the reason, and nothing is done", async () => {
    const local = await startLocal();
    const controller = new AbortController();
    const request = local.fetch(`${local.endpoint}/_local/reset`, { method: "POST", signal: controller.signal });
    const reason = new Error("no more");
    controller.abort(reason);
    await assert.rejects(request, reason);
    local.close();
  });
});

describe("what a test can do", () => {
  test("time stands still until it advances", async () => {
    const local = await startLocal({ clock: START, streamStartMs: 2000, streamEndMs: 5000, seed: 1 });
    const { ivs, channelArn, streamKey } = await live(local);
    await assert.rejects(ivs.getStream({ channelArn }), { name: "ChannelNotBroadcasting" });
    local.advance(2000);
    assert.equal((await ivs.getStream({ channelArn })).stream?.startTime?.getTime(), START + 2000);
    local.encoder.disconnect(streamKey);
    local.advance(4999);
    assert.equal((await ivs.listStreams({})).streams?.length, 1);
    local.advance(1);
    assert.equal((await ivs.listStreams({})).streams?.length, 0);
    assert.equal(local.now.getTime(), START + 7000);
    assert.deepEqual(local.events.map(({ time }) => time), ["2030-01-01T00:00:00Z", "2030-01-01T00:00:02Z", "2030-01-01T00:00:07Z", "2030-01-01T00:00:07Z"]);
    local.close();
  });

  test("a seed repeats the names, also after a reset, which forgets all else", async () => {
    const [one, other] = await Promise.all([startLocal({ seed: 7 }), startLocal({ seed: 7 })]);
    const first = await live(one);
    assert.equal((await live(other)).channelArn, first.channelArn);
    one.reset();
    assert.deepEqual([one.events.length, one.requests.length], [0, 0]);
    assert.equal((await live(one)).streamId, first.streamId);
    assert.notEqual((await live(await startLocal())).channelArn, first.channelArn);
  });

  test("calls fail on request", async () => {
    const local = await startLocal({ clock: START });
    const { ivs, channelArn } = await live(local);
    const put = () => new IvsClient({ ...local.config, maxAttempts: 1 }).putMetadata({ channelArn, metadata: "x" });
    local.fail("PutMetadata", { code: "ThrottlingException", message: "slower", times: 2, afterMs: 1000 });
    await put();
    local.advance(1000);
    await assert.rejects(put(), { name: "ThrottlingException", message: "slower" });
    await assert.rejects(put(), { name: "ThrottlingException" });
    await put();
    local.fail("StopStream", { lost: true });
    const once = new IvsClient({ ...local.config, maxAttempts: 1 });
    await assert.rejects(once.stopStream({ channelArn }), { name: "NetworkError" });
    await assert.rejects(ivs.getStream({ channelArn }), { name: "ChannelNotBroadcasting" });
    assert.equal(local.requests.at(-2)?.lost, true);
    assert.throws(() => local.fail("PutMetadata", { code: "NoSuchException" }), LocalError);
    assert.throws(() => local.fail("NoSuchOperation", { lost: true }), { name: "LocalError", code: "BadRequest" });
    local.close();
  });

  test("events are a list, and an iteration that ends with it", async () => {
    const local = await startLocal();
    const seen = (async () => {
      const names = [];
      for await (const event of local.events) names.push(event.detail.event_name);
      return names;
    })();
    const { streamKey, streamId } = await live(local);
    local.encoder.set({ streamKey, health: "STARVING", viewerCount: 9 });
    local.encoder.disconnect(streamKey);
    assert.ok(local.events.every((event) => event.source === "aws.ivs" && event.detail.stream_id === streamId));
    const expected = ["Session Created", "Stream Start", "Starvation Start", "Stream End", "Session Ended"];
    assert.deepEqual(local.events.map((event) => event.detail.event_name).sort(), [...expected].sort());
    local.close();
    assert.deepEqual((await seen).sort(), expected.sort());
    assert.throws(() => local.requests, { name: "LocalError", code: "Closed" });
  });

  test("a snapshot brings back resources, events and time, again and again", async () => {
    const local = await startLocal({ clock: START });
    const { ivs, channelArn, streamKey } = await live(local);
    const snapshot = local.snapshot();
    for (let round = 0; round < 2; round++) {
      local.encoder.disconnect(streamKey);
      local.advance(60_000);
      await ivs.deleteChannel({ arn: channelArn });
      local.restore(snapshot);
      assert.deepEqual([local.now.getTime(), local.events.length], [START, 2]);
      assert.equal((await ivs.getStream({ channelArn })).stream?.state, "LIVE");
    }
    local.close();
  });

  test("an option that cannot be is an error that names it", async () => {
    for (const [options, named] of /** @type {[any, RegExp][]} */ ([
      [{ regoin: "us-west-2" }, /^regoin: is no option; there are region, /],
      [{ region: "US" }, /^region: /],
      [{ region: [] }, /^region: /],
      [{ seed: -1 }, /^seed: /],
      [{ clock: Number.NaN }, /^clock: /],
      [{ creationMs: 0.5 }, /^creationMs: /],
      [{ rates: "on" }, /^rates: /],
      [{ quotas: { chanel: 1 } }, /^quotas.chanel: /],
      [{ credentials: { accessKeyId: "a" } }, /^credentials: /],
      [{ endpoint: "http://localhost/" }, /^endpoint: /],
      [{ keys: [{ accessKeyId: "a", secretAccessKey: "b", actions: ["ivs:Nothing"] }] }, /^keys\.actions: ivs:Nothing is no action/],
      [{ clock: null }, /^clock: /],
      [{ credentials: { accessKeyId: "a", secretAccessKey: "b", sessionToken: "" } }, /^credentials: /],
      [{ credentials: { accessKeyId: "a b", secretAccessKey: "c" } }, /^credentials: /],
      [{ keys: [null] }, /^credentials: /],
      [null, /^startLocal: /],
    ])) {
      await assert.rejects(startLocal(options), { name: "LocalError", code: "InvalidOption", message: named });
    }
  });
});

test("a secret may have any visible character, and a part of it is never told", async () => {
  for (const secretAccessKey of ["abc,read-only", "abc,MYSECRET", "a=b"]) {
    const local = await startLocal({ credentials: { accessKeyId: "a=b", secretAccessKey } });
    assert.deepEqual((await new IvsClient(local.config).listChannels({})).channels, []);
    local.close();
  }
});

test("a snapshot is of its own simulation, and what comes after it is not read any more", async () => {
  const [local, other] = await Promise.all([startLocal({ region: "eu-west-1" }), startLocal()]);
  for (const snapshot of /** @type {any[]} */ ([other.snapshot(), {}, 5, undefined, null])) {
    assert.throws(() => local.restore(snapshot), { name: "LocalError", code: "ForeignSnapshot" });
  }
  const snapshot = local.snapshot();
  const reader = local.events[Symbol.asyncIterator]();
  const { streamKey } = await live(local);
  local.restore(snapshot);
  assert.equal(local.events.length, 0);
  await live(local);
  const { value } = await reader.next();
  assert.deepEqual([value.detail.event_name, value.id], ["Session Created", local.events[0]?.id]);
  assert.ok(streamKey);
  local.close();
  other.close();
});

test("the time after a restore is that of the clock, and what was added by then", async () => {
  const local = await startLocal();
  local.advance(60_000);
  const snapshot = local.snapshot();
  local.advance(3_600_000);
  local.restore(snapshot);
  const ahead = local.now.getTime() - Date.now();
  assert.ok(ahead > 59_000 && ahead <= 60_000, `${ahead}`);
  for (const wrong of /** @type {any[]} */ ([-1, 0.5, Number.NaN, "5", true, null, 2 ** 40])) {
    assert.throws(() => local.advance(wrong), { name: "LocalError", code: "InvalidTime" });
  }
  for (const wrong of /** @type {any[]} */ ([undefined, {}, { code: "ThrottlingException", afterMS: 1 }])) {
    assert.throws(() => local.fail("PutMetadata", wrong), { name: "LocalError" });
  }
  local.close();
});

test("servers end with what they serve, and the endpoint is that of one that listens", async () => {
  const local = await startLocal();
  const [first, second] = [await local.listen(), await local.listen()];
  await first.close();
  assert.equal(local.endpoint, second.url);
  await second.close();
  assert.equal(local.endpoint, "http://ivs-local.invalid");
  for (const [port, options] of /** @type {any[]} */ ([["abc"], [-1], [65_536], [1.5], [0, { hosts: "abc" }], [0, { hosts: ["a b"] }]])) {
    await assert.rejects(local.listen(port, options), { name: "LocalError", code: "InvalidOption" });
  }
  const { url } = await local.listen();
  local.close();
  await assert.rejects(fetch(url));
  await assert.rejects(local.listen(), { name: "LocalError", code: "Closed" });
});

test("a player finds the stream by fetch", async () => {
  const local = await startLocal();
  const { playbackUrl } = await live(local);
  const master = await local.fetch(playbackUrl);
  assert.equal(master.headers.get("content-type"), "application/vnd.apple.mpegurl");
  const [name = ""] = (await master.text()).split("\n").filter((line) => /^[^#]/.test(line));
  const playlist = await (await local.fetch(new URL(name, playbackUrl))).text();
  assert.match(playlist, /^#EXTM3U/);
  assert.equal((await local.fetch(playbackUrl.replace(/\w+\.m3u8$/, "none.m3u8"))).status, 404);
  local.close();
});

test("it listens for other programs, and playbackUrls lead there", async (t) => {
  const local = await startLocal();
  const listening = await local.listen();
  t.after(() => listening.close());
  assert.equal(local.endpoint, listening.url);
  const { fetch: _, ...config } = local.config;
  const ivs = new IvsClient(config);
  const { channel, streamKey } = await ivs.createChannel({});
  assert.ok(channel?.playbackUrl?.startsWith(`${listening.url}/`));
  local.encoder.connect(streamKey?.value ?? "");
  assert.equal((await fetch(channel.playbackUrl, { headers: { origin: "https://example.com" } })).headers.get("access-control-allow-origin"), "*");
  const credentials = `${listening.url}/_local/credentials`;
  assert.equal((await (await fetch(credentials)).json()).secretAccessKey, local.credentials.secretAccessKey);
  assert.equal((await fetch(credentials, { headers: { origin: "https://example.com" } })).status, 403);
  const own = await fetch(credentials, { headers: { origin: "http://localhost:3000" } });
  assert.equal(own.headers.get("access-control-allow-origin"), "http://localhost:3000");
  local.fail("GetChannel", { lost: true });
  await assert.rejects(new IvsClient({ ...config, maxAttempts: 1 }).getChannel({ arn: channel.arn }), { name: "NetworkError" });
  const taken = Number(new URL(listening.url).port);
  await assert.rejects(local.listen(taken), { name: "LocalError", code: "CannotListen" });

  const stream = await fetch(`${listening.url}/_local/events?after=1`, { headers: { accept: "text/event-stream" } });
  const reader = /** @type {ReadableStream<Uint8Array>} */ (stream.body).getReader();
  const { value } = await reader.read();
  assert.match(new TextDecoder().decode(value), /^id: [0-9a-f]{8}-2\ndata: \{.*"Stream Start".*\}\n\n$/);
  await listening.close();
  assert.ok((await reader.read()).done);
  assert.equal(local.endpoint, "http://ivs-local.invalid");
  await assert.rejects(fetch(credentials));
  local.close();
});

test("it is loaded by require, too", async () => {
  const { startLocal: start } = createRequire(import.meta.url)("ivs-local");
  const local = await start({ seed: 1 });
  assert.match(local.encoder.connect((await new IvsClient(local.config).createChannel({})).streamKey?.value).streamId, /^st-/);
  local.close();
});

test("a fresh one takes no time, and thousands of calls a second", async (t) => {
  await startLocal();
  const before = performance.now();
  const local = await startLocal();
  t.diagnostic(`a fresh one: ${(performance.now() - before).toFixed(2)} ms`);
  const { ivs, channelArn } = await live(local);
  const call = async (/** @type {number} */ times) => {
    for (let made = 0; made < times; made++) await ivs.getChannel({ arn: channelArn });
  };
  // Until it is compiled for speed.
  await call(2000);
  const start = performance.now();
  await call(2000);
  t.diagnostic(`${Math.round(2e6 / (performance.now() - start))} calls a second`);
  assert.equal(local.requests.length, 1000);
});
