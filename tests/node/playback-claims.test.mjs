// @ts-check
// Claims that `ivs-wasm/playback` refuses to sign: each with the member that is wrong and what to do instead.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { before, describe, test } from "node:test";
import { ParamValidationError } from "ivs-wasm";
import { createPlaybackKeyPair, decodePlaybackToken, signPlaybackToken } from "ivs-wasm/playback";

const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";
const NOW = 1_800_000_000;
const date = new Date(NOW * 1000);
const RIGHT = { channelArn: ARN, ttl: "5m" };

/** @type {import("ivs-wasm/playback").PlaybackKeyPair} */
let pair;
before(async () => void (pair = await createPlaybackKeyPair()));

/** The payload of a token, at the time of these tests. @param {unknown} claims */
async function sign(claims) {
  return decodePlaybackToken(await signPlaybackToken(/** @type {any} */ (claims), pair.privateKey, { date })).payload;
}

/** @param {unknown} claims @param {[path: string, why: RegExp][]} problems all that is wrong */
async function refused(claims, ...problems) {
  const error = await sign(claims).then(
    (payload) => assert.fail(`signed: ${JSON.stringify(payload)}`),
    (reason) => reason,
  );
  assert.ok(error instanceof ParamValidationError, `${error?.stack}`);
  assert.deepEqual(error.problems.map(({ path }) => path), problems.map(([path]) => path), error.message);
  for (const [index, [, why]] of problems.entries()) assert.match(error.problems[index]?.message ?? "", why);
}

/** Further claims for a token that is right but for them. @param {object} claims */
const but = (claims) => ({ ...RIGHT, ...claims });

test("claims that are none are refused, with all that is missing", async () => {
  for (const none of [undefined, null, "claims", 7, true]) await refused(none, ["claims", /expected an object/]);
  for (const empty of [{}, [], Promise.resolve(RIGHT), new Map()]) {
    await refused(empty, ["claims.exp", /is missing: give ttl, such as "5m", or exp/], ["claims.channelArn", /is missing/]);
  }
  await refused({ ttl: "5m" }, ["claims.channelArn", /is missing/]);
});

test("all that is wrong is reported at once, in a line each", async () => {
  await refused(
    { channelArn: 7, viewerId: "", viewerSessionVersion: "1", adsOptOut: 1, ttl: "soon", role: "admin" },
    ["claims.channelArn", /expected string, got number/],
    ["claims.viewerId", /must not be empty/],
    ["claims.viewerSessionVersion", /expected number, got string/],
    ["claims.adsOptOut", /expected true or false, got number/],
    ['claims["role"]', /is no documented claim/],
    ["claims.ttl", /expected a whole number with a unit/],
  );
});

test("members that are undefined or null are absent, and nothing is written to the claims", async () => {
  const claims = Object.freeze({ ...RIGHT, exp: undefined, viewerId: null, adsPlayerParams: undefined, singleUseUuid: null, "aws:new": undefined, other: undefined });
  assert.deepEqual(await sign(claims), { "aws:channel-arn": ARN, exp: NOW + 300 });
});

test("each member is read once, and one that throws is named", async () => {
  const read = /** @type {string[]} */ ([]);
  const claims = { ...RIGHT, viewerId: "somebody", "aws:new": 1 };
  await sign(new Proxy(claims, { get: (target, name) => (read.push(String(name)), Reflect.get(target, name)) }));
  assert.deepEqual(read.filter((name, index) => read.indexOf(name) < index), []);
  await refused({ ...RIGHT, get viewerId() { throw new Error("gone"); } }, ["claims.viewerId", /could not be read: gone/]);
  await refused(new Proxy(RIGHT, { ownKeys() { throw new Error("no"); } }), ["claims", /could not be read/]);
});

describe("exp and ttl", () => {
  test("exp is whole seconds in the future", async () => {
    for (const exp of [NOW + 1, NOW + 300, NOW + 10 * 365 * 86_400]) assert.equal((await sign({ channelArn: ARN, exp })).exp, exp);
    /** @type {[unknown, RegExp][]} */
    const cases = [
      [Date.now() + 60_000, /not in seconds since 1970: divide milliseconds by 1000/],
      [NOW * 1000, /divide milliseconds by 1000/],
      [NOW * 1e6, /divide milliseconds by 1000/],
      [(NOW + 60) * 1000 + 0.5, /divide milliseconds by 1000/],
      [NOW + 60.5, /must be whole seconds: round it by Math\.floor/],
      [NOW, /has passed/],
      [NOW - 1, /has passed/],
      [300, /has passed/],
      [0, /has passed/],
      [-1, /has passed/],
      [NaN, /expected a number of seconds since 1970/],
      [Infinity, /expected a number of seconds/],
      [String(NOW + 300), /expected a number of seconds/],
      [BigInt(NOW + 300), /expected a number of seconds/],
      [new Date((NOW + 300) * 1000), /expected a number of seconds/],
      ["5m", /expected a number of seconds/],
    ];
    for (const [exp, why] of cases) await refused({ channelArn: ARN, exp }, ["claims.exp", why]);
  });

  test("ttl is a length of time with its unit", async () => {
    for (const ttl of [300, "300", "5", "5 m", "5min", "1.5h", "-5m", "0m", "00s", "5M", "m", "", "5m ", " 5m", "1h30m", "5ms", "1w", {}, ["5m"], "9".repeat(1000) + "d"]) {
      await refused({ channelArn: ARN, ttl }, ["claims.ttl", /whole number with a unit as a string, such as "90s"/]);
    }
    for (const ttl of ["9999999999d", "9999999999h"]) await refused({ channelArn: ARN, ttl }, ["claims.ttl", /too long/]);
    await refused({ channelArn: ARN, ttl: "9999999999m" }, ["claims.ttl", /too long/]);
    await refused({ channelArn: ARN, ttl: "5m", exp: NOW + 300 }, ["claims.ttl", /either ttl or exp/]);
  });

  test("10 minutes are the most with a viewer id, or for a single use", async () => {
    for (const limited of [{ viewerId: "somebody" }, { singleUseUuid: randomUUID() }, { viewerId: "somebody", singleUseUuid: randomUUID() }]) {
      const [name = ""] = Object.keys(limited);
      for (const allowed of [{ ttl: "10m" }, { ttl: "600s" }, { exp: NOW + 600 }]) await sign({ channelArn: ARN, ...limited, ...allowed });
      for (const ttl of ["601s", "11m", "2h", "1d"]) await refused({ channelArn: ARN, ...limited, ttl }, ["claims.ttl", new RegExp(`more than 10 minutes.*${name}.*"10m"`)]);
      for (const exp of [NOW + 601, NOW + 86_400]) await refused({ channelArn: ARN, ...limited, exp }, ["claims.exp", /more than 10 minutes/]);
    }
    await sign({ channelArn: ARN, ttl: "30d" });
  });
});

test("a channel's ARN is one as Amazon IVS writes it", async () => {
  for (const arn of ["", "AbCdEfGhIjKl", "arn:aws:ivs:us-west-2:123456789012:stage/AbC", "arn:aws:ivs:us-west-2:123456789012:stream-key/AbC", `${ARN} `, `${ARN}/x`, `${ARN}\n`, ARN.toUpperCase(), ARN.replace("arn", "arn:arn"), `${ARN}${"a".repeat(128)}`, [ARN], { arn: ARN }]) {
    await refused(but({ channelArn: arn }), ["claims.channelArn", /expected|must not/]);
  }
});

test("a viewer id has 1 to 40 characters", async () => {
  for (const viewerId of ["a", "a".repeat(40), "é".repeat(40), "😀".repeat(40), randomUUID()]) {
    assert.equal((await sign(but({ viewerId })))["aws:viewer-id"], viewerId);
  }
  for (const viewerId of ["a".repeat(41), "😀".repeat(41), randomUUID() + randomUUID()]) {
    await refused(but({ viewerId }), ["claims.viewerId", /over 40 characters/]);
  }
  await refused(but({ viewerId: "" }), ["claims.viewerId", /must not be empty/]);
  for (const viewerId of ["a\0", "\ud800", "a\udc00b"]) await refused(but({ viewerId }), ["claims.viewerId", /NUL characters or halves/]);
  for (const viewerId of [7, 7n, {}, ["a"], true, Symbol("a")]) await refused(but({ viewerId }), ["claims.viewerId", /expected string/]);
});

test("a version is a safe integer, and has a viewer id", async () => {
  const viewerId = "somebody";
  for (const viewerSessionVersion of [0, 1, NOW, Number.MAX_SAFE_INTEGER]) {
    assert.equal((await sign(but({ viewerId, viewerSessionVersion })))["aws:viewer-session-version"], viewerSessionVersion);
  }
  for (const viewerSessionVersion of [1.5, NaN, Infinity, 2 ** 53, -(2 ** 53), 1e300]) {
    await refused(but({ viewerId, viewerSessionVersion }), ["claims.viewerSessionVersion", /safe integer/]);
  }
  for (const viewerSessionVersion of ["1", 1n, new Date(), true]) {
    await refused(but({ viewerId, viewerSessionVersion }), ["claims.viewerSessionVersion", /expected number/]);
  }
  await refused(but({ viewerSessionVersion: 1 }), ["claims.viewerSessionVersion", /does nothing without viewerId/]);
});

test("a single use has a UUID", async () => {
  for (const singleUseUuid of [randomUUID(), randomUUID().toUpperCase(), "00000000-0000-0000-0000-000000000000"]) await sign(but({ singleUseUuid }));
  for (const singleUseUuid of ["", "1", randomUUID().replaceAll("-", ""), `{${randomUUID()}}`, `urn:uuid:${randomUUID()}`, `${randomUUID()}0`, randomUUID().replace(/^./, "g"), true, 7]) {
    await refused(but({ singleUseUuid }), ["claims.singleUseUuid", /UUID|must not be empty|expected string/]);
  }
});

test("origins are as browsers send them", async () => {
  const right = ["*", "https://example.com", "http://localhost:8080", "https://*.example.com", "https://*example.com", "https://example.com:8443", "https://xn--bcher-kva.example", "http://127.0.0.1:5173", "http://[::1]:3000", "capacitor://localhost", "app://-"];
  for (const origin of right) {
    for (const given of [origin, [origin]]) assert.equal((await sign(but({ accessControlAllowOrigin: given })))["aws:access-control-allow-origin"], origin);
  }
  assert.equal((await sign(but({ accessControlAllowOrigin: right })))["aws:access-control-allow-origin"], right.join(","));
  assert.equal((await sign(but({ accessControlAllowOrigin: " https://a.example ,\thttps://b.example\n" })))["aws:access-control-allow-origin"], "https://a.example,https://b.example");
  const wrong = ["https://example.com/", "https://site.example/#/", "https://example.com/path", "https://example.com?a=b", "https://example.com#a", "example.com", "*.example.com", "https://", "://example.com", "https://example.com:443", "http://example.com:80", "https://example.com:99999", "https://Example.com", "HTTPS://example.com", "https://bücher.example", "https://user@example.com", "https://a.*.example.com", "https://**.example.com", "https://exa mple.com", "https://example.com\\", "null", "javascript:alert(1)"];
  for (const origin of wrong) {
    for (const given of [origin, [origin]]) await refused(but({ accessControlAllowOrigin: given }), ["claims.accessControlAllowOrigin", /expected an origin as browsers send it: "https:\/\/example\.com"/]);
    await refused(but({ accessControlAllowOrigin: ["https://a.example", origin] }), ["claims.accessControlAllowOrigin[1]", /expected an origin/]);
  }
  await refused(but({ accessControlAllowOrigin: ["https://a.example,https://b.example"] }), ["claims.accessControlAllowOrigin", /expected an origin/]);
  await refused(but({ accessControlAllowOrigin: "https://a.example,,https://b.example" }), ["claims.accessControlAllowOrigin[1]", /expected an origin/]);
  for (const empty of ["", " ", [], [""]]) await refused(but({ accessControlAllowOrigin: empty }), ["claims.accessControlAllowOrigin", /is empty: leave it out to allow every origin/]);
  for (const other of [7, true, {}, new Set(["https://a.example"])]) await refused(but({ accessControlAllowOrigin: other }), ["claims.accessControlAllowOrigin", /expected string or an array of strings/]);
  for (const list of [[7], [undefined], [new URL("https://a.example")]]) await refused(but({ accessControlAllowOrigin: list }), ["claims.accessControlAllowOrigin", /expected string/]);
  const locked = new Proxy(["https://a.example"], { get() { throw new Error("no"); } });
  const odd = { toString() { throw new Error("no"); } };
  await refused(but({ accessControlAllowOrigin: locked }), ["claims.accessControlAllowOrigin", /expected string or an array/]);
  for (const origin of [odd, Symbol("a"), ["https://a.example"]]) await refused(but({ accessControlAllowOrigin: [origin] }), ["claims.accessControlAllowOrigin", /expected string, got/]);
  await refused(but({ accessControlAllowOrigin: Array(2) }), ["claims.accessControlAllowOrigin[0]", /expected string/]);
});

test("strict origins are 1 to 5", async () => {
  const origins = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => `https://${index}.example`);
  for (const count of [1, 5]) {
    for (const given of [origins(count), origins(count).join()]) await sign(but({ strictOriginEnforcement: true, accessControlAllowOrigin: given }));
  }
  for (const given of [origins(6), origins(6).join()]) {
    await refused(but({ strictOriginEnforcement: true, accessControlAllowOrigin: given }), ["claims.accessControlAllowOrigin", /more than the 5 origins that strictOriginEnforcement allows/]);
    await sign(but({ strictOriginEnforcement: false, accessControlAllowOrigin: given }));
  }
  await refused(but({ strictOriginEnforcement: true }), ["claims.strictOriginEnforcement", /needs accessControlAllowOrigin/]);
  await refused(but({ strictOriginEnforcement: true, accessControlAllowOrigin: null }), ["claims.strictOriginEnforcement", /needs accessControlAllowOrigin/]);
  await sign(but({ strictOriginEnforcement: false }));
  for (const other of ["true", 1, {}]) await refused(but({ strictOriginEnforcement: other }), ["claims.strictOriginEnforcement", /expected true or false/]);
});

test("resolutions and reporting modes are those that Amazon IVS documents", async () => {
  for (const maximumResolution of ["SD", "HD", "FULL_HD"]) await sign(but({ maximumResolution }));
  for (const maximumResolution of ["", "hd", "1080p", "FULLHD", 720, true, ["HD"], "__proto__"]) {
    await refused(but({ maximumResolution }), ["claims.maximumResolution", /expected one of SD, HD, FULL_HD/]);
  }
  for (const adsReportingMode of ["CLIENT", "SERVER"]) await sign(but({ adsReportingMode }));
  for (const adsReportingMode of ["", "client", "BOTH", 1, ["CLIENT"]]) await refused(but({ adsReportingMode }), ["claims.adsReportingMode", /expected one of CLIENT, SERVER/]);
});

test("ads have an opt-out, parameters of 1,000 bytes and the name of a configuration", async () => {
  for (const adsOptOut of [true, false]) assert.equal((await sign(but({ adsOptOut })))["aws:ads-opt-out"], adsOptOut);
  for (const adsOptOut of ["false", 0]) await refused(but({ adsOptOut }), ["claims.adsOptOut", /expected true or false/]);
  for (const adsPlaybackConfigName of [7, {}]) await refused(but({ adsPlaybackConfigName }), ["claims.adsPlaybackConfigName", /expected string/]);
  await refused(but({ adsPlaybackConfigName: "" }), ["claims.adsPlaybackConfigName", /must not be empty/]);
  const params = (/** @type {number} */ bytes) => ({ ["k".repeat(10)]: "v".repeat(bytes - 10) });
  assert.deepEqual((await sign(but({ adsPlayerParams: params(1000) })))["aws:ads-player-params"], params(1000));
  await refused(but({ adsPlayerParams: params(1001) }), ["claims.adsPlayerParams", /more than 1,000 bytes of keys and values/]);
  await refused(but({ adsPlayerParams: { [`é`.repeat(250)]: "é".repeat(251) } }), ["claims.adsPlayerParams", /more than 1,000 bytes/]);
  await sign(but({ adsPlayerParams: {} }));
  await sign(but({ adsPlayerParams: Object.assign(Object.create(null), { a: "b" }) }));
  for (const other of ["a=b", 7, ["a"], new Map([["a", "b"]]), () => {}]) await refused(but({ adsPlayerParams: other }), ["claims.adsPlayerParams", /expected an object of strings/]);
  for (const value of [7, undefined, null, { b: "c" }]) await refused(but({ adsPlayerParams: { a: value } }), ['claims.adsPlayerParams["a"]', /expected string/]);
  await refused(but({ adsPlayerParams: { a: "\ud800" } }), ['claims.adsPlayerParams["a"]', /halves of surrogate pairs/]);
  await refused(but({ adsPlayerParams: new Proxy({}, { ownKeys() { throw new Error("no"); } }) }), ["claims.adsPlayerParams", /could not be read/]);
});

test("one error is made of any number of members that are no claims", async () => {
  const many = (/** @type {number} */ count) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`member${index}`, index]));
  await refused(but(many(100)), ...Array.from({ length: 100 }, (_, index) => /** @type {[string, RegExp]} */ ([`claims["member${index}"]`, /is no documented claim/])));
  await refused(but(many(1_000_000)), ["claims", /has 1000000 members that are no documented claims/]);
});

test("a claim that was added later is passed on under its own name, if JSON has its value", async () => {
  for (const value of ["text", "", 0, -1.5, true, false, [1, [null]], { a: { b: [] } }]) {
    assert.deepEqual((await sign(but({ "aws:added-later": value })))["aws:added-later"], value);
  }
  const circle = /** @type {Record<string, unknown>} */ ({});
  circle.self = circle;
  let deep = /** @type {unknown[]} */ ([]);
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  for (const value of [NaN, Infinity, 1n, () => {}, Symbol("a"), circle, deep, { a: undefined }, [() => {}], { toJSON() { throw new Error("no"); } }]) {
    await refused(but({ "aws:added-later": value }), ['claims["aws:added-later"]', /expected what JSON has|is too long/]);
  }
});

test("a member that is no claim is refused, with the one that was meant", async () => {
  /** @type {[string, string][]} */
  const meant = [["aws:channel-arn", "channelArn"], ["aws:viewer-id", "viewerId"], ["viewer_id", "viewerId"], ["viewerID", "viewerId"], ["viewer-id", "viewerId"], ["aws:viewerId", "viewerId"], ["ViewerSessionVersion", "viewerSessionVersion"], ["access-control-allow-origin", "accessControlAllowOrigin"], ["single_use_uuid", "singleUseUuid"], ["Exp", "exp"], ["TTL", "ttl"], ["aws:exp", "exp"]];
  for (const [name, suggested] of meant) {
    await refused(but({ [name]: "x" }), [`claims[${JSON.stringify(name)}]`, new RegExp(`did you mean \`${suggested}\``)]);
  }
  for (const name of ["iat", "sub", "role", "expiresIn", "aws:", "AWS:new", "", "constructor", "toString", "a\nb"]) {
    await refused(but({ [name]: "x" }), [`claims[${JSON.stringify(name)}]`, /is no documented claim: a newer one is given by its name in the token, "aws:…"/]);
  }
  await refused(Object.defineProperty({ ...RIGHT }, "__proto__", { value: 1, enumerable: true }), ['claims["__proto__"]', /is no documented claim/]);
});

test("a token over 2,048 bytes is refused, and one of 2,048 is signed", async () => {
  // Of the shape that AWS's limits allow one by one.
  const adsPlayerParams = { key: "v".repeat(897) };
  const all = but({ accessControlAllowOrigin: Array.from({ length: 5 }, (_, index) => `https://${"a".repeat(50)}${index}.example.com`), strictOriginEnforcement: true, viewerId: randomUUID(), adsPlayerParams });
  await refused(all, ["claims", /make a token of \d+ bytes or more, and the service takes 2048: shorten adsPlayerParams or accessControlAllowOrigin/]);
  const lengths = new Set();
  for (let length = 1290; length < 1320; length++) {
    const claims = but({ "aws:added": "x".repeat(length) });
    const token = await signPlaybackToken(/** @type {any} */ (claims), pair.privateKey, { date }).catch((error) => error);
    if (typeof token === "string") lengths.add(token.length);
    else assert.ok(Number(/a token of (\d+)/.exec(token.message)?.[1]) > 2048, token.message);
  }
  assert.ok(lengths.has(2048), `the longest: ${Math.max(...lengths)}`);
  await refused(but({ "aws:added": "x".repeat(1e6) }), ['claims["aws:added"]', /is too long: a token has 2048 bytes/]);
  await refused(but({ "aws:added": Array(1e6).fill(0) }), ['claims["aws:added"]', /is too long/]);
  await sign(but({ "aws:added": Array(650).fill(0) }));
  await refused(but({ accessControlAllowOrigin: Array(2 ** 32 - 1) }), ["claims.accessControlAllowOrigin", /is too long/]);
  await refused(but({ accessControlAllowOrigin: "https://a.example,".repeat(1e6) }), ["claims.accessControlAllowOrigin", /is too long/]);
  await refused(but({ viewerId: "a".repeat(1e8) }), ["claims.viewerId", /is too long/]);
});
