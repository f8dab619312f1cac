// @ts-check
// Whatever `ivs-wasm/playback` is given, it does its work or refuses it by one of its two errors.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { ParamValidationError } from "ivs-wasm";
import { createPlaybackKeyPair, decodePlaybackToken, importPrivateKey, PlaybackError, playbackUrl, revokeViewer, signPlaybackToken, verifyPlaybackToken } from "ivs-wasm/playback";
import { heavy, light } from "./junk.mjs";

const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";
const CLAIMS = { channelArn: ARN, viewerId: "somebody", ttl: "5m" };
const NAMES = ["channelArn", "accessControlAllowOrigin", "strictOriginEnforcement", "singleUseUuid", "viewerId", "viewerSessionVersion", "maximumResolution", "adsOptOut", "adsPlayerParams", "adsPlaybackConfigName", "adsReportingMode", "exp", "ttl", "aws:added-later", "other"];

/** @type {import("ivs-wasm/playback").PlaybackKeyPair} */
let pair;
/** @type {string} */
let token;
before(async () => {
  pair = await createPlaybackKeyPair();
  token = await signPlaybackToken(CLAIMS, pair.privateKey);
});

const client = { startViewerSessionRevocation: async () => ({ $metadata: { attempts: 1, totalRetryDelay: 0 } }) };

/** Calls with a junk value in one place. @type {Record<string, (junk: any) => unknown>} */
const CALLS = {
  createPlaybackKeyPair: (junk) => createPlaybackKeyPair(junk),
  "createPlaybackKeyPair extractable": (junk) => createPlaybackKeyPair({ extractable: junk }),
  importPrivateKey: (junk) => importPrivateKey(junk),
  "signPlaybackToken claims": (junk) => signPlaybackToken(junk, pair.privateKey),
  "signPlaybackToken key": (junk) => signPlaybackToken(CLAIMS, junk),
  "signPlaybackToken options": (junk) => signPlaybackToken(CLAIMS, pair.privateKey, junk),
  "signPlaybackToken date": (junk) => signPlaybackToken(CLAIMS, pair.privateKey, { date: junk }),
  ...Object.fromEntries(NAMES.map((name) => [`signPlaybackToken ${name}`, (junk) => signPlaybackToken(/** @type {any} */ ({ ...CLAIMS, [name]: junk }), pair.privateKey)])),
  "signPlaybackToken an origin": (junk) => signPlaybackToken({ ...CLAIMS, accessControlAllowOrigin: [junk] }, pair.privateKey),
  "signPlaybackToken a parameter": (junk) => signPlaybackToken({ ...CLAIMS, adsPlayerParams: { name: junk } }, pair.privateKey),
  "signPlaybackToken exp alone": (junk) => signPlaybackToken({ channelArn: ARN, exp: junk }, pair.privateKey),
  "verifyPlaybackToken token": (junk) => verifyPlaybackToken(junk, pair.publicKey),
  "verifyPlaybackToken key": (junk) => verifyPlaybackToken(token, junk),
  "verifyPlaybackToken options": (junk) => verifyPlaybackToken(token, pair.publicKey, junk),
  decodePlaybackToken: (junk) => decodePlaybackToken(junk),
  "playbackUrl url": (junk) => playbackUrl(junk, token),
  "playbackUrl token": (junk) => playbackUrl("https://example.com/a.m3u8", junk),
  "revokeViewer client": (junk) => revokeViewer(junk, CLAIMS),
  "revokeViewer input": (junk) => revokeViewer(client, junk),
  "revokeViewer channelArn": (junk) => revokeViewer(client, { ...CLAIMS, channelArn: junk }),
  "revokeViewer viewerId": (junk) => revokeViewer(client, { ...CLAIMS, viewerId: junk }),
  "revokeViewer version": (junk) => revokeViewer(client, { ...CLAIMS, version: junk }),
};

describe("junk is taken or refused, never more:", () => {
  for (const [where, call] of Object.entries(CALLS)) {
    test(where, async () => {
      let refused = 0;
      const junk = light();
      for (const { label, make } of junk) {
        const error = await (async () => call(make()))().then(() => undefined, (reason) => reason);
        if (error === undefined) continue;
        refused++;
        assert.ok(error instanceof ParamValidationError || error instanceof PlaybackError, `${label}: ${error?.stack ?? String(error)}`);
        assert.ok(error.message.length < 2000, `${label}: a message of ${error.message.length} characters`);
        assert.doesNotMatch(error.message, /[\u2028\u202e\r]|\0/, label);
      }
      assert.ok(refused > junk.length / 3, `${refused} of ${junk.length} were refused`);
    });
  }
});

test("values of megabytes are refused without much work", async () => {
  for (const { label, make } of heavy()) {
    const junk = make();
    for (const [where, call] of Object.entries(CALLS)) {
      const started = performance.now();
      const error = await (async () => call(junk))().then(() => undefined, (reason) => reason);
      const took = performance.now() - started;
      if (error === undefined) assert.match(where, /^(createPlaybackKeyPair|.*options)$/, `${where}: ${label} was taken`);
      else assert.ok(error instanceof ParamValidationError || error instanceof PlaybackError, `${where}, ${label}: ${error?.stack ?? String(error)}`);
      assert.ok(took < 30_000, `${where}, ${label}: ${took} ms`);
    }
  }
});
