// @ts-check
// The address of a private channel, and the revocation of a viewer.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Ivs, IvsClient, ParamValidationError, ResourceNotFoundException } from "ivs-wasm";
import { createPlaybackKeyPair, playbackUrl, revokeViewer, signPlaybackToken } from "ivs-wasm/playback";
import { startLocal } from "./local.mjs";

const URL_OF_CHANNEL = "https://fcc3ddae59ed.us-west-2.playback.live-video.net/api/video/v1/us-west-2.123456789012.channel.AbCdEfGhIjKl.m3u8";
const TOKEN = "eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCJ9.eyJleHAiOjF9.AAAA_-";
const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";

/** @type {import("./local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

test("a playback URL has the token once, and all else as it was", () => {
  assert.equal(playbackUrl(URL_OF_CHANNEL, TOKEN), `${URL_OF_CHANNEL}?token=${TOKEN}`);
  assert.equal(playbackUrl(new URL(URL_OF_CHANNEL), TOKEN), `${URL_OF_CHANNEL}?token=${TOKEN}`);
  assert.equal(playbackUrl(`${URL_OF_CHANNEL}?a=b%20c+d&token=old&e&tokens=1#x`, TOKEN), `${URL_OF_CHANNEL}?a=b%20c+d&e&tokens=1&token=${TOKEN}#x`);
  assert.equal(playbackUrl(`${URL_OF_CHANNEL}?token=token.m3u8&token`, TOKEN), `${URL_OF_CHANNEL}?token=${TOKEN}`);
  assert.equal(playbackUrl(`${URL_OF_CHANNEL}?`, TOKEN), `${URL_OF_CHANNEL}?token=${TOKEN}`);
  assert.equal(playbackUrl(playbackUrl(URL_OF_CHANNEL, TOKEN), TOKEN), `${URL_OF_CHANNEL}?token=${TOKEN}`);
  assert.equal(playbackUrl("http://127.0.0.1:8080/a.m3u8", TOKEN), `http://127.0.0.1:8080/a.m3u8?token=${TOKEN}`);
  const url = new URL(URL_OF_CHANNEL);
  playbackUrl(url, TOKEN);
  assert.equal(url.href, URL_OF_CHANNEL, "the URL is not written to");
});

test("what is no URL or no token is refused, without the token in the error", () => {
  for (const url of [undefined, null, "", "channel.m3u8", "//host/a.m3u8", "ftp://host/a", "https://", { playbackUrl: URL_OF_CHANNEL }, ["https://host"], 7]) {
    assert.throws(() => playbackUrl(/** @type {any} */ (url), TOKEN), (error) => {
      assert.ok(error instanceof ParamValidationError);
      assert.match(error.message, /^url: expected the playbackUrl of a channel/);
      return !error.message.includes(TOKEN);
    });
  }
  for (const token of [undefined, null, "", "undefined", "a.b", "a.b.c.d", `${TOKEN} `, `Bearer ${TOKEN}`, `${TOKEN}&a=b`, `${TOKEN}\n`, [TOKEN], { token: TOKEN }]) {
    assert.throws(() => playbackUrl(URL_OF_CHANNEL, /** @type {any} */ (token)), (error) => {
      assert.ok(error instanceof ParamValidationError);
      assert.match(error.message, /^token: expected a playback token/);
      return !error.message.includes("eyJ");
    });
  }
  assert.throws(() => playbackUrl(URL_OF_CHANNEL, /** @type {any} */ (Promise.resolve(TOKEN))), { message: "token: is a promise: await signPlaybackToken" });
});

/** A client that notes what it was asked for. */
function recorder() {
  const calls = /** @type {unknown[][]} */ ([]);
  return { calls, startViewerSessionRevocation: async (/** @type {unknown[]} */ ...given) => (calls.push(given), { $metadata: { attempts: 1, totalRetryDelay: 0 } }) };
}

test("a revocation always has a version, by default the time in seconds", async () => {
  const client = recorder();
  const before = Math.floor(Date.now() / 1000);
  await revokeViewer(client, { channelArn: ARN, viewerId: "somebody" });
  await revokeViewer(client, { channelArn: ARN, viewerId: "somebody", version: undefined });
  for (const [input] of /** @type {any[]} */ (client.calls)) {
    const { viewerSessionVersionsLessThanOrEqualTo: version, ...others } = input;
    assert.deepEqual(others, { channelArn: ARN, viewerId: "somebody" });
    assert.ok(version >= before && version <= before + 60, String(version));
  }
  for (const version of [0, 1, 2 ** 31 - 1]) {
    const options = { maxAttempts: 1 };
    const output = await revokeViewer(client, { channelArn: ARN, viewerId: "somebody", version }, /** @type {any} */ (options));
    assert.equal(output.$metadata.attempts, 1);
    const [input, given] = /** @type {any[]} */ (client.calls.at(-1));
    assert.deepEqual([input.viewerSessionVersionsLessThanOrEqualTo, given], [version, options]);
  }
});

test("after 2038 the default is the greatest version that the service has", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: new Date("2040-01-01") });
  const client = recorder();
  await revokeViewer(client, { channelArn: ARN, viewerId: "somebody" });
  assert.equal(/** @type {any} */ (client.calls[0]?.[0]).viewerSessionVersionsLessThanOrEqualTo, 2_147_483_647);
});

test("a revocation that cannot be is refused before it is sent", async () => {
  const client = recorder();
  const right = { channelArn: ARN, viewerId: "somebody" };
  /** @type {[unknown, unknown, RegExp][]} */
  const cases = [
    [undefined, right, /^client: expected an object/],
    [{}, right, /^client\.?.*: expected an IvsClient/],
    [client, undefined, /^input: expected an object/],
    [client, { viewerId: "somebody" }, /^input\.channelArn: expected string, got undefined/],
    [client, { channelArn: ARN }, /^input\.viewerId: expected string, got undefined/],
    [client, { ...right, channelArn: "channel" }, /^input\.channelArn: expected a channel's ARN/],
    [client, { ...right, viewerId: "" }, /^input\.viewerId: must not be empty/],
    [client, { ...right, viewerId: "a".repeat(41) }, /^input\.viewerId: is over 40 characters/],
    ...[-1, 1.5, NaN, Infinity, 2 ** 31, Date.now(), "1", 1n].map((version) => /** @type {[unknown, unknown, RegExp]} */ ([client, { ...right, version }, /^input\.version: expected an integer from 0 to 2,147,483,647/])),
  ];
  for (const [to, input, why] of cases) {
    await assert.rejects(revokeViewer(/** @type {any} */ (to), /** @type {any} */ (input)), (error) => {
      assert.ok(error instanceof ParamValidationError, `${error}`);
      assert.match(error.message, why);
      return true;
    });
  }
  assert.deepEqual(client.calls, []);
});

test("a channel gets its key, and a viewer is revoked there, by each client", async () => {
  for (const client of [new IvsClient(local), new Ivs(local)]) {
    const { publicKeyMaterial, privateKey } = await createPlaybackKeyPair();
    const { keyPair } = await client.importPlaybackKeyPair({ publicKeyMaterial, name: "playback" });
    assert.match(keyPair?.fingerprint ?? "", /^([\da-f]{2}:){15}[\da-f]{2}$/);
    const { channel } = await client.createChannel({ name: "private", authorized: true });
    assert.ok(channel?.arn && channel.playbackUrl);
    const token = await signPlaybackToken({ channelArn: channel.arn, viewerId: "somebody", ttl: "5m" }, privateKey);
    assert.equal(playbackUrl(channel.playbackUrl, token), `${channel.playbackUrl}?token=${token}`);
    const { $metadata } = await revokeViewer(client, { channelArn: channel.arn, viewerId: "somebody" });
    assert.equal($metadata.httpStatusCode, 200);
    await assert.rejects(revokeViewer(client, { channelArn: channel.arn.replace(/\w+$/, "notThere"), viewerId: "somebody" }), ResourceNotFoundException);
    const aborted = AbortSignal.abort(new Error("no longer"));
    await assert.rejects(revokeViewer(client, { channelArn: channel.arn, viewerId: "somebody" }, { abortSignal: aborted }), /no longer/);
  }
});
