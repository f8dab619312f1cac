// @ts-check
// The keys of `ivs-wasm/playback`: every form in which they are handed out is imported, and what is no such key is refused.

import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, webcrypto } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runInNewContext } from "node:vm";
import { ParamValidationError } from "ivs-wasm";
import { createPlaybackKeyPair, importPrivateKey, PlaybackError, signPlaybackToken, verifyPlaybackToken } from "ivs-wasm/playback";
import { openssl } from "./openssl.mjs";

const CLAIMS = /** @type {const} */ ({ channelArn: "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl", ttl: "5m" });
const folder = mkdtempSync(join(tmpdir(), "ivs-wasm-keys-"));
after(() => rmSync(folder, { recursive: true }));

/** A pair of node:crypto, which is OpenSSL. @param {string} namedCurve @param {"sec1" | "pkcs8"} type */
function pair(namedCurve = "secp384r1", type = "pkcs8") {
  return generateKeyPairSync("ec", {
    namedCurve,
    privateKeyEncoding: { type, format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
}

/** The bytes of the only block. @param {string} pem */
const bytes = (pem) => Buffer.from(pem.replace(/-----.*-----/g, ""), "base64");
/** @param {Uint8Array} der @param {string} label */
const pemOf = (der, label) => `-----BEGIN ${label}-----\n${Buffer.from(der).toString("base64")}\n-----END ${label}-----\n`;

/** Signs with what is imported from a PEM, and verifies by the public key. @param {string} privatePem @param {string} publicPem */
async function works(privatePem, publicPem) {
  const key = await importPrivateKey(privatePem);
  assert.equal(key.type, "private");
  assert.equal(key.extractable, false);
  assert.deepEqual(key.usages, ["sign"]);
  const { claims } = await verifyPlaybackToken(await signPlaybackToken(CLAIMS, key), publicPem);
  assert.equal(claims.channelArn, CLAIMS.channelArn);
}

/** @param {Promise<unknown>} promise @param {string} path @param {RegExp} why @param {string} [secret] that the error must not have */
async function refused(promise, path, why, secret) {
  const error = await promise.then(
    () => assert.fail(`not refused: ${why}`),
    (/** @type {unknown} */ reason) => reason,
  );
  assert.ok(error instanceof ParamValidationError, String(error));
  assert.deepEqual(error.problems.map((problem) => problem.path), [path]);
  assert.match(error.message, why);
  for (const line of secret?.split("\n").filter((line) => line.length > 20 && !line.startsWith("---")) ?? []) {
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(line.slice(4, 20)), "the error has a part of the key");
  }
}

test("a pair has the public key as AWS wants it, and nothing of the private one unless it is extractable", async () => {
  const made = await createPlaybackKeyPair();
  assert.deepEqual(Object.keys(made).sort(), ["privateKey", "publicKey", "publicKeyMaterial"]);
  assert.equal(made.privateKey.extractable, false);
  assert.match(made.publicKeyMaterial, /^-----BEGIN PUBLIC KEY-----\n([\w+/=]{1,64}\n)+-----END PUBLIC KEY-----\n$/);
  assert.equal(made.publicKeyMaterial.length, 215);
  assert.equal(createPublicKey(made.publicKeyMaterial).export({ type: "spki", format: "pem" }), made.publicKeyMaterial);
  const token = await signPlaybackToken(CLAIMS, made.privateKey);
  for (const key of [made.publicKey, made.publicKeyMaterial]) await verifyPlaybackToken(token, key);
  for (const options of [undefined, {}, { extractable: undefined }, { extractable: false }]) {
    assert.ok(!("privateKeyPem" in (await createPlaybackKeyPair(options))));
  }
  await refused(createPlaybackKeyPair(/** @type {any} */ ({ extractable: "yes" })), "options.extractable", /true or false/);
});

test("an extractable pair is imported again, here and by OpenSSL", async () => {
  const { publicKeyMaterial, privateKeyPem } = await createPlaybackKeyPair({ extractable: true });
  await works(privateKeyPem, publicKeyMaterial);
  assert.equal(createPublicKey(createPrivateKey(privateKeyPem)).export({ type: "spki", format: "pem" }), publicKeyMaterial);
});

test("the keys of AWS's instructions for OpenSSL are imported, however they are converted", async () => {
  const file = join(folder, "aws.pem");
  openssl(["ecparam", "-name", "secp384r1", "-genkey", "-noout", "-out", file]);
  const sec1 = readFileSync(file, "utf8");
  assert.match(sec1, /BEGIN EC PRIVATE KEY/);
  const publicPem = openssl(["ec", "-in", file, "-pubout"]);
  await works(sec1, publicPem);
  await works(openssl(["pkcs8", "-topk8", "-nocrypt", "-in", file]), publicPem);
  // Without -noout the parameters come first.
  const withParameters = openssl(["ecparam", "-name", "secp384r1", "-genkey"]);
  assert.match(withParameters, /BEGIN EC PARAMETERS/);
  writeFileSync(file, withParameters);
  await works(withParameters, openssl(["ec", "-in", file, "-pubout"]));
  const generated = openssl(["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]);
  writeFileSync(file, generated);
  await works(generated, openssl(["pkey", "-in", file, "-pubout"]));
});

test("what is around the base64 does not matter", async () => {
  for (const type of /** @type {const} */ (["sec1", "pkcs8"])) {
    const { privateKey, publicKey } = pair("secp384r1", type);
    const written = [
      privateKey.replaceAll("\n", "\r\n"),
      privateKey.replaceAll("\n", "\\n"),
      privateKey.replaceAll("\n", "\\r\\n"),
      privateKey.replaceAll("\n", " "),
      JSON.stringify(privateKey),
      privateKey.replaceAll(/^/gm, "    "),
      privateKey.trimEnd(),
      `\ufeff${privateKey}`,
      `Bag Attributes\n    friendlyName: key - 1\n${privateKey}`,
      `${publicKey}${privateKey}`,
    ];
    for (const pem of written) await works(pem, publicKey);
    await works(privateKey, `${privateKey}${publicKey.replaceAll("\n", "\\n")}`);
  }
});

test("PKCS #8 that names the curve twice, and numbers without the zeros that they begin with, become the form that engines take", async () => {
  const { privateKey, publicKey } = pair();
  const pkcs8 = bytes(privateKey);
  const inner = pkcs8.subarray(pkcs8.length - 158);
  const named = Buffer.concat([inner.subarray(3, 56), Buffer.from("a00706052b81040022", "hex"), inner.subarray(56)]);
  const ec = Buffer.concat([Buffer.from([0x30, 0x81, named.length]), named]);
  const body = Buffer.concat([pkcs8.subarray(3, 24), Buffer.from([0x04, 0x81, ec.length]), ec]);
  await works(pemOf(Buffer.concat([Buffer.from([0x30, 0x81, body.length]), body]), "PRIVATE KEY"), publicKey);
  // SEC1 whose label says PKCS #8, and the other way round.
  await works(pemOf(ec, "PRIVATE KEY"), publicKey);
  await works(pemOf(pkcs8, "EC PRIVATE KEY"), publicKey);

  // The number 1: its public point is the generator of the curve.
  const generator = "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7";
  const other = "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f";
  const point = Buffer.from(`a16403620004${generator}${other}`, "hex");
  const short = Buffer.concat([Buffer.from("3075020101040101a00706052b81040022", "hex"), point]);
  short[1] = short.length - 2;
  const spki = Buffer.from(`3076301006072a8648ce3d020106052b8104002203620004${generator}${other}`, "hex");
  await works(pemOf(short, "EC PRIVATE KEY"), pemOf(spki, "PUBLIC KEY"));
});

test("a key without its public part is imported where the runtime can", async () => {
  const { privateKey, publicKey } = pair();
  const number = bytes(privateKey).subarray(35, 83);
  const alone = Buffer.concat([Buffer.from("304e020100301006072a8648ce3d020106052b81040022043730350201010430", "hex"), number]);
  await works(pemOf(alone, "PRIVATE KEY"), publicKey);
  const sec1 = Buffer.concat([Buffer.from("30350201010430", "hex"), number]);
  await works(pemOf(sec1, "EC PRIVATE KEY"), publicKey);
});

test("what is no private key on P-384 is refused with the remedy, and without a part of it", async () => {
  const { privateKey, publicKey } = pair();
  const other = pair();
  /** @param {any} options */
  const encrypted = (options) => createPrivateKey(privateKey).export({ format: "pem", cipher: "aes-256-cbc", passphrase: "secret", ...options });
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const ed = generateKeyPairSync("ed25519").privateKey;
  const explicit = join(folder, "explicit.pem");
  writeFileSync(explicit, openssl(["ecparam", "-name", "secp384r1", "-genkey", "-noout", "-param_enc", "explicit"]));
  const certificate = join(folder, "certificate.pem");
  writeFileSync(join(folder, "key.pem"), privateKey);
  openssl(["req", "-new", "-x509", "-key", join(folder, "key.pem"), "-subj", "/CN=test", "-out", certificate]);
  const mixed = Buffer.concat([bytes(privateKey).subarray(0, -96), bytes(other.privateKey).subarray(-96)]);
  /** @type {[string, unknown, RegExp][]} */
  const cases = [
    ["nothing", undefined, /expected a PEM as a string.*got undefined/],
    ["a buffer", Buffer.from(privateKey), /readFile\(path, "utf8"\)/],
    ["a promise", Promise.resolve(privateKey), /expected a PEM as a string/],
    ["no text", "", /no PEM: it has no line -----BEGIN/],
    ["the file's name", "private-key.pem", /no PEM/],
    ["base64 alone", bytes(privateKey).toString("base64"), /no PEM/],
    ["one without its end", privateKey.split("-----END")[0], /cut off: it has no line -----END PRIVATE KEY-----/],
    ["one with another's end", privateKey.replace("END PRIVATE", "END PUBLIC"), /cut off/],
    ["junk", "-----BEGIN PRIVATE KEY-----\n%%%\n-----END PRIVATE KEY-----", /no base64/],
    ["nothing between the lines", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", /damaged/],
    ["random bytes", pemOf(randomBytes(185), "PRIVATE KEY"), /damaged|P-384|no key of an elliptic curve/],
    ["half of the bytes", pemOf(bytes(privateKey).subarray(0, 90), "PRIVATE KEY"), /damaged|P-384/],
    ["something huge", `${"-----BEGIN A-----".repeat(100_000)}`, /too long/],
    ["many beginnings", "-----BEGIN A-----".repeat(3800), /cut off/],
    ["two keys", privateKey + other.privateKey, /2 private keys: give the one/],
    ["a public key", publicKey, /public key, which only verifies: give the private key/],
    ["a certificate", readFileSync(certificate, "utf8"), /certificate, which has no private key/],
    ["an encrypted PKCS #8", encrypted({ type: "pkcs8" }), /encrypted: decrypt it by `openssl ec/],
    ["an encrypted SEC1", encrypted({ type: "sec1" }), /encrypted: decrypt it by `openssl ec/],
    ["P-256", pair("prime256v1").privateKey, /not on the named curve P-384.*openssl ecparam -name secp384r1/],
    ["P-256 in SEC1", pair("prime256v1", "sec1").privateKey, /not on the named curve P-384/],
    ["P-521", pair("secp521r1").privateKey, /not on the named curve P-384/],
    ["P-521 in SEC1", pair("secp521r1", "sec1").privateKey, /not on the named curve P-384/],
    ["secp256k1", pair("secp256k1", "sec1").privateKey, /not on the named curve P-384/],
    ["a curve of as many bytes", pair("brainpoolP384r1", "sec1").privateKey, /not on the named curve P-384/],
    ["a curve by its parameters", readFileSync(explicit, "utf8"), /not on the named curve P-384/],
    ["RSA", rsa.export({ type: "pkcs8", format: "pem" }), /no key of an elliptic curve/],
    ["RSA in PKCS #1", rsa.export({ type: "pkcs1", format: "pem" }), /but RSA PRIVATE KEY; make one by/],
    ["Ed25519", ed.export({ type: "pkcs8", format: "pem" }), /no key of an elliptic curve/],
    ["OpenSSH's own form", pemOf(randomBytes(300), "OPENSSH PRIVATE KEY"), /but OPENSSH PRIVATE KEY/],
    ["a public part of another key", pemOf(mixed, "PRIVATE KEY"), /do not belong together/],
  ];
  for (const [, pem, why] of cases) await refused(importPrivateKey(/** @type {any} */ (pem)), "pem", why, privateKey);
});

test("keys with damage in any byte are imported or refused, and nothing else", async () => {
  for (const type of /** @type {const} */ (["sec1", "pkcs8"])) {
    const { privateKey } = pair("secp384r1", type);
    const der = bytes(privateKey);
    for (let at = 0; at < der.length; at++) {
      for (const value of [0, 0x7f, 0x80, 0x84, 0xff]) {
        const damaged = Buffer.from(der);
        damaged[at] = value;
        const outcome = await importPrivateKey(pemOf(damaged, "PRIVATE KEY")).then(({ type }) => type, (error) => error.name);
        assert.match(outcome, /^(private|ParamValidationError)$/, `byte ${at} as ${value}`);
      }
    }
  }
});

test("what is no public key on P-384 is refused with the remedy", async () => {
  const { privateKey, publicKey } = pair();
  const token = await signPlaybackToken(CLAIMS, await importPrivateKey(privateKey));
  const off = bytes(publicKey);
  off[off.length - 1] ^= 1;
  const wrongUsage = await webcrypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-384" }, true, ["deriveKey"]);
  const hmac = await webcrypto.subtle.generateKey({ name: "HMAC", hash: "SHA-384" }, true, ["sign", "verify"]);
  /** @type {[unknown, RegExp][]} */
  const cases = [
    [undefined, /expected a CryptoKey/],
    [bytes(publicKey), /expected a CryptoKey/],
    [privateKey, /private key, which only signs: `openssl ec -in private-key.pem -pubout`/],
    [pair("secp384r1", "sec1").privateKey, /private key, which only signs/],
    [pair("prime256v1").publicKey, /no public key on P-384/],
    [pemOf(off, "PUBLIC KEY"), /no public key on P-384/],
    [pemOf(bytes(publicKey).subarray(0, 119), "PUBLIC KEY"), /no public key on P-384/],
    [pemOf(bytes(publicKey), "CERTIFICATE"), /certificate: `openssl x509/],
    [pemOf(bytes(publicKey), "RSA PUBLIC KEY"), /no block PUBLIC KEY, but RSA PUBLIC KEY/],
    ["public", /no PEM/],
    [createPublicKey(publicKey), /KeyObject of Node: export it as PEM.*spki/],
    [wrongUsage.publicKey, /not a key of ECDSA on P-384/],
    [hmac, /not a key of ECDSA on P-384/],
    [await importPrivateKey(privateKey), /is the private key: the public key of the pair verifies/],
    [await createPlaybackKeyPair(), /is a pair: give its publicKey/],
  ];
  for (const [key, why] of cases) await refused(verifyPlaybackToken(token, /** @type {any} */ (key)), "publicKey", why, privateKey);
});

test("what cannot sign is refused as a key with the remedy", async () => {
  const made = await createPlaybackKeyPair({ extractable: true });
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const exchange = await webcrypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-384" }, true, ["deriveKey"]);
  /** @type {[unknown, RegExp][]} */
  const cases = [
    [undefined, /expected a CryptoKey/],
    [null, /expected a CryptoKey/],
    [{ type: "private", algorithm: { name: "ECDSA", namedCurve: "P-384" } }, /expected a CryptoKey/],
    [made.privateKeyPem, /is a string: import a PEM once by importPrivateKey/],
    [importPrivateKey(made.privateKeyPem), /is a promise: await it/],
    [made, /is a pair: give its privateKey/],
    [createPrivateKey(made.privateKeyPem), /KeyObject of Node: export it as PEM.*pkcs8/],
    [made.publicKey, /is the public key: the private key of the pair signs/],
    [(await webcrypto.subtle.generateKey(curve, true, ["sign", "verify"])).privateKey, /not a key of ECDSA on P-384/],
    [exchange.privateKey, /not a key of ECDSA on P-384/],
    [{ [Symbol.toStringTag]: "CryptoKey" }, /not a key of ECDSA on P-384/],
    [new Proxy({}, { get() { throw new Error("no"); } }), /expected a CryptoKey/],
  ];
  for (const [key, why] of cases) await refused(signPlaybackToken(CLAIMS, /** @type {any} */ (key)), "key", why, made.privateKeyPem);
});

test("claims and options of another realm are read, as Jest's are", async () => {
  const { privateKey, publicKey } = await createPlaybackKeyPair();
  const foreign = runInNewContext("({ claims: { adsPlayerParams: { a: 'b' }, accessControlAllowOrigin: ['https://a.example'] }, date: new Date(1_800_000_000_000) })");
  const options = { date: foreign.date };
  const token = await signPlaybackToken({ ...CLAIMS, ...foreign.claims }, privateKey, options);
  const { claims } = await verifyPlaybackToken(token, publicKey, options);
  assert.deepEqual(claims, { channelArn: CLAIMS.channelArn, accessControlAllowOrigin: "https://a.example", adsPlayerParams: { a: "b" }, exp: 1_800_000_300 });
});

test("a runtime without WebCrypto is named as the reason, as of a page that is not https", async () => {
  // The file of browsers: Node's own takes WebCrypto of node:crypto.
  const module = new URL("playback.js", import.meta.resolve("ivs-wasm/playback"));
  const page = /** @type {typeof import("ivs-wasm/playback")} */ (await import(module.href));
  const { privateKey, publicKey } = await createPlaybackKeyPair();
  const { privateKeyPem } = await createPlaybackKeyPair({ extractable: true });
  const token = await signPlaybackToken(CLAIMS, privateKey);
  const original = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(globalThis, "crypto"));
  for (const value of [undefined, {}]) {
    Object.defineProperty(globalThis, "crypto", { value, configurable: true });
    try {
      const calls = [page.createPlaybackKeyPair(), page.importPrivateKey(privateKeyPem), page.signPlaybackToken(CLAIMS, privateKey), page.verifyPlaybackToken(token, publicKey)];
      for (const call of calls) {
        const error = await call.then(() => assert.fail("it worked"), (reason) => reason);
        assert.ok(error instanceof PlaybackError && error instanceof page.PlaybackError, String(error));
        assert.equal(error.code, "NoWebCrypto");
        assert.match(error.message, /no crypto\.subtle: .*https:/);
      }
      // Node's own does not need the global one, which version 18 does not have.
      await verifyPlaybackToken(await signPlaybackToken(CLAIMS, privateKey), publicKey);
    } finally {
      Object.defineProperty(globalThis, "crypto", original);
    }
  }
});
