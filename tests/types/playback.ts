// What users of `ivs-wasm/playback` write, checked by the compiler and never run.

import { IvsClient } from "ivs-wasm";
import {
  createPlaybackKeyPair,
  type DecodedPlaybackToken,
  decodePlaybackToken,
  importPrivateKey,
  type PlaybackClaims,
  PlaybackError,
  type PlaybackErrorCode,
  type PlaybackKeyPair,
  playbackUrl,
  revokeViewer,
  signPlaybackToken,
  verifyPlaybackToken,
  type WebCryptoKey,
} from "ivs-wasm/playback";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const ivs = new IvsClient({ region: "us-west-2" });

export async function keys(options: { extractable: boolean }) {
  const { privateKeyPem } = await createPlaybackKeyPair({ extractable: true });
  same<typeof privateKeyPem, string>(true);
  for (const pair of [await createPlaybackKeyPair(), await createPlaybackKeyPair({ extractable: false })]) {
    same<typeof pair, PlaybackKeyPair>(true);
    // @ts-expect-error only an extractable pair has it
    pair.privateKeyPem;
    await ivs.importPlaybackKeyPair({ publicKeyMaterial: pair.publicKeyMaterial, name: "playback" });
  }
  const pair: PlaybackKeyPair = await createPlaybackKeyPair(options);
  // WebCrypto's own keys are taken, and given.
  const key: CryptoKey = pair.privateKey;
  const made: CryptoKeyPair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, false, ["sign", "verify"]);
  const given: WebCryptoKey = made.privateKey;
  return [key, given, await importPrivateKey(privateKeyPem)];
}

export async function tokens(key: WebCryptoKey, pair: PlaybackKeyPair) {
  const channelArn = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";
  const all: PlaybackClaims = {
    channelArn,
    accessControlAllowOrigin: ["https://example.com"],
    strictOriginEnforcement: true,
    singleUseUuid: crypto.randomUUID(),
    viewerId: "somebody",
    viewerSessionVersion: 1,
    maximumResolution: "FULL_HD",
    adsOptOut: false,
    adsPlayerParams: { section: "news" },
    adsPlaybackConfigName: "default",
    adsReportingMode: "CLIENT",
    "aws:added-later": { nested: [1] },
    exp: 1_800_000_000,
  };
  const token: string = await signPlaybackToken(all, key, { date: new Date() });
  await signPlaybackToken({ channelArn, accessControlAllowOrigin: "https://a.example,https://b.example", ttl: "5m" }, key);
  await signPlaybackToken({ channelArn, viewerId: undefined, ttl: "5m", exp: undefined }, key);
  // @ts-expect-error there is no channel
  await signPlaybackToken({ ttl: "5m" }, key);
  // @ts-expect-error it never expires
  await signPlaybackToken({ channelArn }, key);
  // @ts-expect-error one of both
  await signPlaybackToken({ channelArn, ttl: "5m", exp: 1_800_000_000 }, key);
  // @ts-expect-error not documented, nor of `aws:`
  await signPlaybackToken({ channelArn, ttl: "5m", role: "admin" }, key);
  // @ts-expect-error no such resolution
  await signPlaybackToken({ channelArn, ttl: "5m", maximumResolution: "4K" }, key);
  // @ts-expect-error a length of time has a unit
  await signPlaybackToken({ channelArn, ttl: 300 }, key);
  // @ts-expect-error a PEM is imported first
  await signPlaybackToken(all, "-----BEGIN PRIVATE KEY-----");
  // @ts-expect-error a pair is no key
  await signPlaybackToken(all, pair);

  const decoded: DecodedPlaybackToken = decodePlaybackToken(token);
  const { claims, header, payload } = await verifyPlaybackToken(token, pair.publicKeyMaterial);
  await verifyPlaybackToken(token, pair.publicKey);
  same<typeof claims.viewerId, string | undefined>(true);
  same<typeof claims.accessControlAllowOrigin, string | undefined>(true);
  same<typeof claims.maximumResolution, "SD" | "HD" | "FULL_HD" | undefined>(true);
  const expires: number | undefined = claims.exp;
  const added: unknown = claims["aws:added-later"];
  const algorithm: unknown = header.alg;
  const issued: unknown = payload.iat;
  const url: string = playbackUrl(new URL("https://example.com/a.m3u8"), token);
  return [decoded, expires, added, algorithm, issued, url];
}

export async function revocation(viewerId: string, error: unknown) {
  const { $metadata } = await revokeViewer(ivs, { channelArn: "arn", viewerId, version: 7 }, { abortSignal: AbortSignal.timeout(1000) });
  const status: number | undefined = $metadata.httpStatusCode;
  // @ts-expect-error whose sessions?
  await revokeViewer(ivs, { channelArn: "arn" });
  // @ts-expect-error not a client
  await revokeViewer({}, { channelArn: "arn", viewerId });
  if (error instanceof PlaybackError) same<typeof error.code, PlaybackErrorCode>(true);
  return status;
}
