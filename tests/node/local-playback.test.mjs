// @ts-check
// `ivs-local` as players see it: who may watch, by tokens and by policies, and what they get.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { IvsClient } from "ivs-wasm";
import { createPlaybackKeyPair, playbackUrl, revokeViewer, signPlaybackToken } from "ivs-wasm/playback";
import { importPKCS8, SignJWT } from "jose";
import { random as randomBySeed } from "./junk.mjs";
import { startLocal } from "./local.mjs";
import { randomClaims } from "./random-claims.mjs";

const SEED = Number(process.env.SEED || Math.floor(Math.random() * 2 ** 32));
const PAGE = "https://www.example.com";

/** @type {import("./local.mjs").Local} */
let local;
/** @type {IvsClient} */
let ivs;
/** @type {import("ivs-wasm/playback").ExtractablePlaybackKeyPair} */
let pair;
before(async () => {
  [local, pair] = await Promise.all([startLocal(), createPlaybackKeyPair({ extractable: true })]);
  const { endpoint, region, credentials } = local;
  ivs = new IvsClient({ endpoint, region, credentials });
  await ivs.importPlaybackKeyPair({ publicKeyMaterial: pair.publicKeyMaterial });
});
after(() => local?.stop());

/** A channel that is live, as its members that viewers need. @param {import("ivs-wasm").CreateChannelCommandInput} input */
async function live(input) {
  const { channel, streamKey } = await ivs.createChannel(input);
  const { arn = "", playbackUrl = "" } = channel ?? {};
  await local.goLive(streamKey?.value ?? "");
  return { arn, url: playbackUrl, key: streamKey?.value ?? "" };
}

/** @param {string | URL} url @param {string} [origin] @param {Record<string, string>} [more] */
async function get(url, origin, more = {}) {
  const response = await fetch(url, { headers: { ...(origin && { origin }), ...more } });
  const text = await response.text();
  const [refusal] = response.ok ? [] : JSON.parse(text);
  return { status: response.status, code: refusal?.error_code, error: refusal?.error, text, headers: response.headers };
}

/** The address that a playlist ends with. @param {string} playlist @param {string | URL} base */
const last = (playlist, base) => new URL(playlist.trim().split("\n").at(-1) ?? "", base);

/** A token of any claims, as another library signs it. @param {Record<string, unknown>} claims @param {string} [pem] */
async function foreign(claims, pem = pair.privateKeyPem) {
  return new SignJWT(claims).setProtectedHeader({ alg: "ES384", typ: "JWT" }).sign(await importPKCS8(pem, "ES384"));
}

const inSeconds = (/** @type {number} */ seconds) => Math.floor(Date.now() / 1000) + seconds;

test("a channel that is not private plays: a picture, and metadata where it was put in", async () => {
  const { channel, streamKey } = await ivs.createChannel({});
  const { arn: channelArn = "", playbackUrl: url = "" } = channel ?? {};
  const offline = await get(url);
  assert.deepEqual([offline.status, offline.code], [404, "transcode_does_not_exist"]);
  await local.goLive(streamKey?.value ?? "");
  const metadata = JSON.stringify({ question: "Größe?" });
  await ivs.putMetadata({ channelArn, metadata });

  const opened = await get(url);
  assert.equal(opened.headers.get("content-type"), "application/vnd.apple.mpegurl");
  assert.match(opened.text, /^#EXTM3U\n[^]*RESOLUTION=320x180/);
  const media = last(opened.text, url);
  const playlist = (await get(media)).text;
  assert.equal(playlist.match(/\.ts$/gm)?.length, 3);
  const number = /(\d+)\.ts\n$/.exec(playlist)?.[1] ?? "";
  assert.equal((await get(new URL(`${Number(number) + 1}.ts`, media))).status, 404, "what is not there yet");

  // The segment of the metadata's second is complete two seconds later at the latest.
  const deadline = Date.now() + 10_000;
  for (let next = Number(number) + 1; ; ) {
    assert.ok(Date.now() < deadline, "the metadata comes");
    const response = await fetch(new URL(`${next}.ts`, media));
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.ok) {
      assert.equal(response.headers.get("content-type"), "video/mp2t");
      assert.equal(bytes.length % 188, 0);
      if (bytes.includes(Buffer.from(metadata))) break;
      next++;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  await local.goOffline(streamKey?.value ?? "");
  assert.deepEqual([(await get(media)).status, (await get(url)).status], [404, 404]);
});

test(`tokens of 1,000 random sets of claims let players in (SEED=${SEED})`, async () => {
  const random = randomBySeed(SEED);
  const { arn, url } = await live({ authorized: true });
  for (let round = 0; round < 1000; round++) {
    const { given } = randomClaims(random);
    const token = await signPlaybackToken(/** @type {any} */ ({ ...given, channelArn: arn }), pair.privateKey);
    const allowed = [given.accessControlAllowOrigin ?? []].flat().join(",").split(",")[0].trim();
    const origin = allowed === "*" ? PAGE : allowed.replace("*", "www");
    const { status, text } = await get(playbackUrl(url, token), origin || undefined);
    assert.equal(status, 200, `${JSON.stringify(given)}: ${text}`);
    if (given.singleUseUuid) assert.equal((await get(playbackUrl(url, token), origin || undefined)).status, 403, "once");
  }
});

describe("a player without a valid token is refused", () => {
  /** @type {{ arn: string, url: string }} */
  let channel;
  before(async () => (channel = await live({ authorized: true })));

  /** @type {Record<string, [code: string, error: RegExp, token: () => string | Promise<string>, origin?: string]>} */
  const cases = {
    "without one": ["invalid_playback_auth_token", /invalid number of segments/, () => ""],
    "that is no token": ["invalid_playback_auth_token", /invalid number of segments/, () => "a.b"],
    "of four parts": ["invalid_playback_auth_token", /invalid number of segments/, () => "a.b.c.d"],
    "that is no base64url": ["invalid_playback_auth_token", /header of the token is not base64url/, () => "=.b.c"],
    "whose header is no JSON": ["invalid_playback_auth_token", /header of the token/, () => "YQ.YQ.YQ"],
    "of another algorithm": ["invalid_playback_auth_token", /not ES384/, () => `${Buffer.from('{"alg":"none"}').toString("base64url")}.e30.`],
    "of another key": ["invalid_playback_auth_token", /no playback key/, async () => {
      const other = await createPlaybackKeyPair();
      return signPlaybackToken({ channelArn: channel.arn, ttl: "5m" }, other.privateKey);
    }],
    "that was changed": ["invalid_playback_auth_token", /no playback key/, async () => {
      const [head, , signature] = (await signPlaybackToken({ channelArn: channel.arn, ttl: "5m" }, pair.privateKey)).split(".");
      return `${head}.${Buffer.from(JSON.stringify({ "aws:channel-arn": channel.arn, exp: inSeconds(9999) })).toString("base64url")}.${signature}`;
    }],
    "that has expired": ["invalid_playback_auth_token", /expired/, () => foreign({ "aws:channel-arn": channel.arn, exp: inSeconds(-1) })],
    "without exp": ["invalid_playback_auth_token", /exp/, () => foreign({ "aws:channel-arn": channel.arn })],
    "without a channel": ["invalid_playback_auth_token", /aws:channel-arn/, () => foreign({ exp: inSeconds(60) })],
    "of a viewer for too long": ["invalid_playback_auth_token", /10 minutes/, () => foreign({ "aws:channel-arn": channel.arn, "aws:viewer-id": "v", exp: inSeconds(700) })],
    "to be used once for too long": ["invalid_playback_auth_token", /10 minutes/, () => foreign({ "aws:channel-arn": channel.arn, "aws:single-use-uuid": randomUUID(), exp: inSeconds(700) })],
    "to be used once, of no UUID": ["invalid_playback_auth_token", /UUID/, () => foreign({ "aws:channel-arn": channel.arn, "aws:single-use-uuid": "1", exp: inSeconds(60) })],
    "of a viewer with a long id": ["invalid_playback_auth_token", /40 characters/, () => foreign({ "aws:channel-arn": channel.arn, "aws:viewer-id": "v".repeat(41), exp: inSeconds(60) })],
    "with a version in quotes": ["invalid_playback_auth_token", /aws:viewer-session-version: a string where a number is expected/, () => foreign({ "aws:channel-arn": channel.arn, "aws:viewer-id": "v", "aws:viewer-session-version": "1", exp: inSeconds(60) })],
    "with an unknown resolution": ["invalid_playback_auth_token", /4K/, () => foreign({ "aws:channel-arn": channel.arn, "aws:maximum-resolution": "4K", exp: inSeconds(60) })],
    "of a viewer without an id": ["invalid_playback_auth_token", /1 to 40 characters/, () => foreign({ "aws:channel-arn": channel.arn, "aws:viewer-id": "", exp: inSeconds(60) })],
    "with too many parameters of ads": ["invalid_playback_auth_token", /1000/, () => foreign({ "aws:channel-arn": channel.arn, "aws:ads-player-params": { a: "x".repeat(1000) }, exp: inSeconds(60) })],
    "with parameters of ads that are no texts": ["invalid_playback_auth_token", /aws:ads-player-params: a: a number where a string is expected/, () => foreign({ "aws:channel-arn": channel.arn, "aws:ads-player-params": { a: 1 }, exp: inSeconds(60) })],
    "with an opt-out of ads that is a text": ["invalid_playback_auth_token", /aws:ads-opt-out: a string where a boolean is expected/, () => foreign({ "aws:channel-arn": channel.arn, "aws:ads-opt-out": "yes", exp: inSeconds(60) })],
    "with an unknown reporting mode": ["invalid_playback_auth_token", /CLIENT/, () => foreign({ "aws:channel-arn": channel.arn, "aws:ads-reporting-mode": "X", exp: inSeconds(60) })],
    "with an origin that has a path": ["invalid_playback_auth_token", /is no origin/, () => foreign({ "aws:channel-arn": channel.arn, "aws:access-control-allow-origin": "https://a.example/path", exp: inSeconds(60) })],
    "with more than five strict origins": ["invalid_playback_auth_token", /5 origins/, () => foreign({ "aws:channel-arn": channel.arn, "aws:strict-origin-enforcement": true, "aws:access-control-allow-origin": "http://a,http://b,http://c,http://d,http://e,http://f", exp: inSeconds(60) })],
    "that is too long": ["invalid_playback_auth_token", /2048/, () => foreign({ "aws:channel-arn": channel.arn, exp: inSeconds(60), x: "x".repeat(1500) })],
    "of another channel": ["playback_auth_error", /another channel/, () => signPlaybackToken({ channelArn: `${channel.arn}x`, ttl: "5m" }, pair.privateKey)],
    "of another origin": ["playback_auth_error", /origin/, () => signPlaybackToken({ channelArn: channel.arn, ttl: "5m", accessControlAllowOrigin: "https://*.example.com" }, pair.privateKey), "https://example.com"],
    "of strict origins, without an origin": ["playback_auth_error", /Origin is needed/, () => signPlaybackToken({ channelArn: channel.arn, ttl: "5m", accessControlAllowOrigin: PAGE, strictOriginEnforcement: true }, pair.privateKey)],
  };
  for (const [name, [code, error, token, origin]] of Object.entries(cases)) {
    test(name, async () => {
      const url = new URL(channel.url);
      url.searchParams.set("token", await token());
      const answer = await get(url, origin);
      assert.deepEqual([answer.status, answer.code], [403, code], answer.text);
      assert.match(answer.error, error);
      const [refusal] = JSON.parse(answer.text);
      assert.deepEqual([refusal.type, refusal.url], ["error", channel.url], "the token is not repeated");
    });
  }
});

test("a strict token's session is bound to its origins", async () => {
  const { arn, url } = await live({ authorized: true });
  const token = await signPlaybackToken({ channelArn: arn, ttl: "5m", accessControlAllowOrigin: PAGE, strictOriginEnforcement: true }, pair.privateKey);
  const media = last((await get(playbackUrl(url, token), PAGE)).text, url);
  const playlist = await get(media, PAGE);
  assert.equal(playlist.status, 200);
  const segment = last(playlist.text, media);
  assert.equal((await get(segment, PAGE)).status, 200);
  for (const address of [media, segment]) {
    for (const origin of [undefined, "https://elsewhere.example"]) assert.equal((await get(address, origin)).status, 403);
  }
});

test("a revoked viewer is put out and not let in again, with this version or an older one", async () => {
  const { arn: channelArn, url } = await live({ authorized: true });
  const open = async (/** @type {string} */ viewerId, /** @type {number} */ viewerSessionVersion) => {
    const token = await signPlaybackToken({ channelArn, viewerId, viewerSessionVersion, ttl: "5m" }, pair.privateKey);
    return get(playbackUrl(url, token));
  };
  const sessions = await Promise.all([open("a", 1), open("a", 3), open("b", 1)]);
  await revokeViewer(ivs, { channelArn, viewerId: "a", version: 2 });
  const statuses = await Promise.all(sessions.map(async ({ text }) => (await get(last(text, url))).status));
  assert.deepEqual(statuses, [403, 200, 200]);
  assert.deepEqual(await Promise.all([open("a", 2), open("a", 3), open("b", 2)].map(async (answer) => (await answer).status)), [403, 200, 200]);
  // By the operation alone, without a version, only those of version 0.
  await ivs.startViewerSessionRevocation({ channelArn, viewerId: "b" });
  assert.deepEqual(await Promise.all([open("b", 0), open("b", 1)].map(async (answer) => (await answer).status)), [403, 200]);
});

test("a token of single use is not used up while the channel is not live", async () => {
  const { arn, url, key } = await live({ authorized: true });
  await local.goOffline(key);
  const address = playbackUrl(url, await signPlaybackToken({ channelArn: arn, ttl: "5m", singleUseUuid: randomUUID() }, pair.privateKey));
  assert.equal((await get(address)).status, 404);
  await local.goLive(key);
  assert.equal((await fetch(address, { method: "HEAD" })).status, 405, "nor by a look");
  assert.deepEqual([(await get(address)).status, (await get(address)).status], [200, 403]);
});

test("a key that was deleted lets nobody in", async () => {
  const { arn, url } = await live({ authorized: true });
  const other = await createPlaybackKeyPair();
  const { keyPair } = await ivs.importPlaybackKeyPair({ publicKeyMaterial: other.publicKeyMaterial });
  const address = playbackUrl(url, await signPlaybackToken({ channelArn: arn, ttl: "5m" }, other.privateKey));
  const { text } = await get(address);
  await ivs.deletePlaybackKeyPair({ arn: keyPair?.arn ?? "" });
  assert.equal((await get(address)).status, 403);
  assert.equal((await get(last(text, url))).status, 200, "who watches goes on");
});

test("a playback restriction policy is for channels that are not private", async () => {
  const { playbackRestrictionPolicy } = await ivs.createPlaybackRestrictionPolicy({ allowedCountries: ["DE", "AT"], allowedOrigins: [PAGE] });
  const playbackRestrictionPolicyArn = playbackRestrictionPolicy?.arn ?? "";
  const { url } = await live({ playbackRestrictionPolicyArn });
  const from = (/** @type {string} */ country) => ({ "cloudfront-viewer-country": country });
  assert.equal((await get(url, PAGE, from("AT"))).status, 200);
  assert.equal((await get(url, undefined, from("de"))).status, 200);
  assert.deepEqual([(await get(url, PAGE, from("CH"))).code, (await get(url, "https://a.example")).status], ["geo_restricted", 403]);

  const opened = last((await get(url, PAGE)).text, url);
  assert.equal((await get(opened, "https://a.example")).status, 200, "checked once, unless strictly");
  await ivs.updatePlaybackRestrictionPolicy({ arn: playbackRestrictionPolicyArn, enableStrictOriginEnforcement: true });
  assert.equal((await get(url)).status, 403);
  const strict = last((await get(url, PAGE)).text, url);
  assert.deepEqual([(await get(strict, PAGE)).status, (await get(strict)).status], [200, 403]);

  const secret = await live({ authorized: true, playbackRestrictionPolicyArn });
  const token = await signPlaybackToken({ channelArn: secret.arn, ttl: "5m" }, pair.privateKey);
  assert.equal((await get(playbackUrl(secret.url, token), "https://a.example", from("CH"))).status, 200);
});

test("who has written a UUID in another way has not written another one", async () => {
  const { arn, url } = await live({ authorized: true });
  const id = randomUUID();
  const statuses = [];
  for (const form of [id, id.toUpperCase(), id.replaceAll("-", ""), `{${id}}`, `urn:uuid:${id}`]) {
    const token = await foreign({ "aws:channel-arn": arn, "aws:single-use-uuid": form, exp: inSeconds(60) });
    statuses.push((await get(playbackUrl(url, token))).status);
  }
  assert.deepEqual(statuses, [200, 403, 403, 403, 403]);
});

test("names from a seed are the same, whoever watches", async (t) => {
  const names = [];
  for (const viewers of [0, 3]) {
    const seeded = await startLocal(["--seed", "7"]);
    t.after(() => seeded.stop());
    const ivs = new IvsClient(seeded);
    const { channel, streamKey } = await ivs.createChannel({});
    await seeded.goLive(streamKey?.value ?? "");
    for (let viewer = 0; viewer < viewers; viewer++) assert.equal((await get(channel?.playbackUrl ?? "")).status, 200);
    names.push((await ivs.createChannel({})).channel?.arn);
  }
  assert.equal(names[0], names[1]);
});

test("a page of any origin may say where its viewer is", async () => {
  const { url } = await live({});
  const response = await fetch(url, { method: "OPTIONS", headers: { origin: PAGE, "access-control-request-method": "GET", "access-control-request-headers": "cloudfront-viewer-country" } });
  assert.equal(response.headers.get("access-control-allow-headers"), "*");
});

test("what is at no address is answered as by the service", async () => {
  const { url } = await live({});
  const { origin } = new URL(url);
  for (const name of ["x", "x.m3u8", "us-west-2.123456789012.channel.none.m3u8", "us-west-2.1.stage.a.m3u8", "a.b.channel.c.d.m3u8", "%ff.m3u8", ".m3u8"]) {
    const { status, code } = await get(`${origin}/api/video/v1/${name}`);
    assert.deepEqual([name, status, code], [name, 404, "transcode_does_not_exist"]);
  }
  for (const path of ["session/none/live.m3u8", "session/none/0.ts", "session/%ff/0.ts"]) assert.equal((await get(`${origin}/api/video/v1/${path}`)).status, 403);
  const media = last((await get(url)).text, url);
  assert.equal((await get(new URL("other.m3u8", media))).status, 404);
  for (const number of ["99", "18446744073709551615", "18446744073709551616", "-1"]) {
    const { status } = await get(new URL(`${number}.ts`, media));
    assert.ok([200, 404].includes(status), `${number}: ${status}`);
  }
});
