// @ts-check
// The tokens of `ivs-wasm/playback`: other libraries verify them, and what was not signed by the key is refused.

import assert from "node:assert/strict";
import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { importPKCS8, importSPKI, jwtVerify, SignJWT } from "jose";
import * as playback from "ivs-wasm/playback";
import { createPlaybackKeyPair, decodePlaybackToken, PlaybackError, signPlaybackToken, verifyPlaybackToken } from "ivs-wasm/playback";
import { random as randomBySeed } from "./junk.mjs";
import { openssl } from "./openssl.mjs";
import { NAMES, randomClaims } from "./random-claims.mjs";

const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";
const SEED = Number(process.env.SEED || Math.floor(Math.random() * 2 ** 32));

/** @type {import("ivs-wasm/playback").ExtractablePlaybackKeyPair} */
let pair;
before(async () => void (pair = await createPlaybackKeyPair({ extractable: true })));

test(`tokens of 1,000 random sets of claims are verified by jose, by OpenSSL and here (SEED=${SEED})`, async () => {
  const random = randomBySeed(SEED);
  const josesKey = await importSPKI(pair.publicKeyMaterial, "ES384");
  const opensslsKey = createPublicKey(pair.publicKeyMaterial);
  for (let round = 0; round < 1000; round++) {
    const { given, expected, exp } = randomClaims(random);
    const copy = structuredClone(given);
    const token = await signPlaybackToken(/** @type {any} */ (given), pair.privateKey);
    assert.deepEqual(given, copy, "claims are not written to");
    assert.ok(token.length <= 2048);

    const { protectedHeader, payload } = await jwtVerify(token, josesKey, { algorithms: ["ES384"] });
    assert.deepEqual(protectedHeader, { alg: "ES384", typ: "JWT" });
    const { exp: signedExp, ...claims } = payload;
    assert.deepEqual(claims, expected);
    const elapsed = /** @type {number} */ (signedExp) - exp;
    assert.ok(given.ttl ? elapsed >= 0 && elapsed < 60 : elapsed === 0, `exp is off by ${elapsed} s`);

    const [head, body, signature = ""] = token.split(".");
    const bytes = Buffer.from(signature, "base64url");
    assert.equal(bytes.length, 96);
    assert.ok(verify("sha384", Buffer.from(`${head}.${body}`), { key: opensslsKey, dsaEncoding: "ieee-p1363" }, bytes));

    const verified = await verifyPlaybackToken(token, pair.publicKey);
    assert.deepEqual(verified, decodePlaybackToken(token));
    assert.deepEqual(verified.payload, payload);
    const { ttl, ...again } = given;
    for (const name of Object.keys(again)) if (again[name] === undefined) delete again[name];
    if (again.accessControlAllowOrigin) again.accessControlAllowOrigin = expected["aws:access-control-allow-origin"];
    assert.deepEqual(verified.claims, { ...again, exp: signedExp });
    // What was decoded can be signed again.
    if (round % 50 === 0) assert.deepEqual(decodePlaybackToken(await signPlaybackToken(/** @type {any} */ (verified.claims), pair.privateKey)), verified);
  }
});

test("the openssl program verifies a token", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "ivs-wasm-token-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [head, body, signature = ""] = (await signPlaybackToken({ channelArn: ARN, ttl: "1h" }, pair.privateKey)).split(".");
  // r and s as integers of DER, which may not begin with a set bit nor with needless zeros.
  const halves = [0, 48].map((at) => {
    const digits = Buffer.from(signature, "base64url").subarray(at, at + 48).toString("hex").replace(/^(00)+/, "");
    const number = Buffer.from(/^[89a-f]/.test(digits) ? `00${digits}` : digits, "hex");
    return Buffer.concat([Buffer.from([2, number.length]), number]);
  });
  const length = halves.reduce((sum, half) => sum + half.length, 0);
  writeFileSync(join(folder, "signature"), Buffer.concat([Buffer.from([0x30, length]), ...halves]));
  writeFileSync(join(folder, "public.pem"), pair.publicKeyMaterial);
  const args = ["dgst", "-sha384", "-verify", join(folder, "public.pem"), "-signature", join(folder, "signature")];
  assert.equal(openssl(args, `${head}.${body}`), "Verified OK\n");
  assert.throws(() => openssl(args, `${head}.${body}x`), /Command failed/);
});

test("a token of jose's is verified, with claims that are not documented apart", async () => {
  const key = await importPKCS8(pair.privateKeyPem, "ES384");
  const payload = { "aws:channel-arn": ARN, "aws:viewer-id": "real", viewerId: "forged", role: "admin" };
  const token = await new SignJWT(payload).setProtectedHeader({ alg: "ES384", typ: "JWT", kid: "1" }).setIssuedAt().setExpirationTime("5m").sign(key);
  const decoded = await verifyPlaybackToken(token, pair.publicKeyMaterial);
  assert.equal(decoded.header.kid, "1");
  assert.deepEqual(decoded.claims, { channelArn: ARN, viewerId: "real", exp: decoded.payload.exp });
  assert.equal(decoded.payload.role, "admin");
  assert.equal(typeof decoded.payload.iat, "number");
});

test("the time is that of the option, where one is given", async () => {
  const date = new Date("2030-01-01T00:00:00.900Z");
  const seconds = Date.parse("2030-01-01T00:00:00Z") / 1000;
  for (const [ttl, length] of /** @type {const} */ ([["1s", 1], ["90s", 90], ["5m", 300], ["2h", 7200], ["1d", 86_400]])) {
    const { claims } = decodePlaybackToken(await signPlaybackToken({ channelArn: ARN, ttl }, pair.privateKey, { date }));
    assert.equal(claims.exp, seconds + length);
  }
  const token = await signPlaybackToken({ channelArn: ARN, ttl: "5m" }, pair.privateKey, { date });
  const at = (/** @type {number} */ milliseconds) => verifyPlaybackToken(token, pair.publicKey, { date: new Date(milliseconds) });
  await at((seconds + 300) * 1000 - 1);
  await assert.rejects(at((seconds + 300) * 1000), { name: "PlaybackError", code: "ExpiredToken" });
  for (const wrong of [0, "2030-01-01", new Date(NaN), {}]) {
    const options = /** @type {any} */ ({ date: wrong });
    for (const call of [signPlaybackToken({ channelArn: ARN, ttl: "5m" }, pair.privateKey, options), verifyPlaybackToken(token, pair.publicKey, options)]) {
      await assert.rejects(call, { name: "ParamValidationError", message: "options.date: expected a valid Date" });
    }
  }
});

/** @param {unknown} header @param {unknown} payload a JWT of the pair, whatever it says */
async function signed(header, payload) {
  const part = (/** @type {unknown} */ value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
  const text = `${part(header)}.${part(payload)}`;
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-384" }, /** @type {CryptoKey} */ (pair.privateKey), Buffer.from(text));
  return `${text}.${Buffer.from(signature).toString("base64url")}`;
}

const HEADER = { alg: "ES384", typ: "JWT" };
const exp = Math.floor(Date.now() / 1000) + 300;
const PAYLOAD = { "aws:channel-arn": ARN, exp };

/** @param {unknown} token @param {string} code @param {RegExp} [message] */
async function refusedToken(token, code, message = /./) {
  const error = await verifyPlaybackToken(/** @type {any} */ (token), pair.publicKey).then(() => assert.fail(`verified: ${token}`), (reason) => reason);
  assert.ok(error instanceof PlaybackError, `${error}`);
  assert.equal(error.code, code, error.message);
  assert.match(error.message, message);
  assert.ok(typeof token !== "string" || token.length < 20 || !error.message.includes(token.slice(0, 20)), "the error has a part of the token");
}

test("a token that was changed anywhere, or signed by another key, is refused", async () => {
  const token = await signPlaybackToken({ channelArn: ARN, viewerId: "somebody", ttl: "5m" }, pair.privateKey);
  await verifyPlaybackToken(token, pair.publicKey);
  for (let at = 0; at < token.length; at++) {
    const changed = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
    await assert.rejects(verifyPlaybackToken(changed, pair.publicKey), { name: "PlaybackError" });
  }
  const other = await createPlaybackKeyPair();
  await assert.rejects(verifyPlaybackToken(token, other.publicKey), { name: "PlaybackError", code: "InvalidSignature" });
  const [head, body, signature = ""] = token.split(".");
  await refusedToken(`${head}.${body}.${Buffer.alloc(96).toString("base64url")}`, "InvalidSignature");
  for (const length of [1, 95, 97, 200]) {
    await refusedToken(`${head}.${body}.${Buffer.alloc(length, signature).toString("base64url")}`, "InvalidSignature");
  }
  const later = Buffer.from(JSON.stringify({ ...decodePlaybackToken(token).payload, exp: exp + 1e6 })).toString("base64url");
  await refusedToken(`${head}.${later}.${signature}`, "InvalidSignature");
});

test("what is no playback token is refused by a type of its own", async () => {
  const token = await signPlaybackToken({ channelArn: ARN, ttl: "5m" }, pair.privateKey);
  for (const malformed of [undefined, null, 7, {}, [], "", ".", "..", "a.b", "a.b.c", `${token}.x`, `${token}=`, `Bearer ${token}`, token.slice(1), ` ${token}`, token.replace(/\.\w+/, ".%%%"), token.replace(".", ".."), Promise.resolve(token), "a".repeat(100_000), ".".repeat(100_000)]) {
    await refusedToken(malformed, "MalformedToken", /this is no playback token: /);
    assert.throws(() => decodePlaybackToken(/** @type {any} */ (malformed)), { name: "PlaybackError", code: "MalformedToken" });
  }
  for (const json of ["", "null", "[]", "7", '"x"', "{", "{}x", "[".repeat(50_000), Buffer.from([0x7b, 0xff, 0x7d]).toString("latin1")]) {
    const bytes = Buffer.from(json, "latin1").toString("base64url");
    const [head, body, signature] = token.split(".");
    for (const malformed of [`${bytes}.${body}.${signature}`, `${head}.${bytes}.${signature}`]) {
      assert.throws(() => decodePlaybackToken(malformed), { name: "PlaybackError", code: "MalformedToken" });
    }
  }
});

test("a token with another algorithm, or with critical members in its header, is refused", async () => {
  for (const alg of [undefined, "none", "ES256", "HS256", "es384", ["ES384"]]) {
    await refusedToken(await signed({ ...HEADER, alg }, PAYLOAD), "MalformedToken", /algorithm is not ES384/);
  }
  await refusedToken(await signed({ ...HEADER, crit: ["exp"] }, PAYLOAD), "MalformedToken", /critical/);
  const [head, body] = (await signed({ alg: "none" }, PAYLOAD)).split(".");
  await refusedToken(`${head}.${body}.`, "MalformedToken");
});

test("a token without a right exp, or with claims of another type, is refused", async () => {
  await verifyPlaybackToken(await signed(HEADER, PAYLOAD), pair.publicKey);
  await refusedToken(await signed(HEADER, { ...PAYLOAD, exp: exp - 301 }), "ExpiredToken", /expired at/);
  for (const wrong of [undefined, null, String(exp), exp + 0.5, Date.now() + 60_000, {}]) {
    await refusedToken(await signed(HEADER, { ...PAYLOAD, exp: wrong }), "MalformedToken", /exp/);
  }
  await refusedToken(await signed(HEADER, { ...PAYLOAD, "aws:channel-arn": undefined }), "MalformedToken", /no aws:channel-arn/);
  await refusedToken(await signed(HEADER, { ...PAYLOAD, more: "x".repeat(2000) }), "MalformedToken", /more than 2048 bytes/);
  const right = { string: "text", boolean: true, number: 1, object: {}, array: [], null: null };
  const types = { channelArn: "string", accessControlAllowOrigin: "string", strictOriginEnforcement: "boolean", singleUseUuid: "string", viewerId: "string", viewerSessionVersion: "number", maximumResolution: "string", adsOptOut: "boolean", adsPlayerParams: "object", adsPlaybackConfigName: "string", adsReportingMode: "string" };
  for (const [name, type] of Object.entries(types)) {
    const claim = NAMES[/** @type {keyof typeof NAMES} */ (name)];
    for (const [of, value] of Object.entries(right)) {
      const token = await signed(HEADER, { ...PAYLOAD, [claim]: value });
      if (of === type) await verifyPlaybackToken(token, pair.publicKey);
      else await refusedToken(token, "MalformedToken", new RegExp(`${claim}: expected ${type}`));
    }
  }
});

test("members of a payload cannot pass for others by names that objects have", async () => {
  const token = await signed(HEADER, `{"__proto__":{"viewerId":"forged"},"constructor":1,"aws:__proto__":2,"aws:channel-arn":"a","exp":${exp}}`);
  const { claims, payload } = await verifyPlaybackToken(token, pair.publicKey);
  assert.equal(claims.viewerId, undefined);
  assert.deepEqual(Object.keys(claims).sort(), ["aws:__proto__", "channelArn", "exp"]);
  assert.deepEqual(Object.keys(payload), ["__proto__", "constructor", "aws:__proto__", "aws:channel-arn", "exp"]);
  assert.equal(Object.getPrototypeOf(claims), Object.prototype);
});

test("import and require give the same names, and recognise each other's errors", async () => {
  const required = createRequire(import.meta.url)("ivs-wasm/playback");
  assert.deepEqual(Object.keys(required).filter((name) => name !== "__esModule").sort(), Object.keys(playback).sort());
  const error = await required.verifyPlaybackToken("x", pair.publicKeyMaterial).catch((/** @type {unknown} */ reason) => reason);
  assert.ok(error instanceof PlaybackError && error instanceof required.PlaybackError);
  assert.deepEqual({ ...error }, { name: "PlaybackError", message: error.message, code: "MalformedToken" });
  // A key of one is good for the other.
  const made = await required.createPlaybackKeyPair();
  await verifyPlaybackToken(await signPlaybackToken({ channelArn: ARN, ttl: "1m" }, made.privateKey), made.publicKey);
});
