// @ts-check
// Keys of playback tokens, in the forms in which they are handed out, and what a runtime has to make of them.

import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, generateKeyPairSync, verify, webcrypto } from "node:crypto";

/** @param {"sec1" | "pkcs8"} type as OpenSSL writes it @param {string} [namedCurve] */
function bySsl(type, namedCurve = "secp384r1") {
  const privateKeyEncoding = /** @type {const} */ ({ type, format: "pem" });
  return generateKeyPairSync("ec", { namedCurve, privateKeyEncoding, publicKeyEncoding: { type: "spki", format: "pem" } });
}

/** As a page makes it, with a line for all of the base64. The console, which is one, does not document its form. */
async function byWebCrypto() {
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-384" }, true, ["sign", "verify"]);
  /** @param {string} label @param {ArrayBuffer} der */
  const pem = (label, der) => `-----BEGIN ${label}-----\n${Buffer.from(der).toString("base64")}\n-----END ${label}-----`;
  return {
    privateKey: pem("PRIVATE KEY", await webcrypto.subtle.exportKey("pkcs8", privateKey)),
    publicKey: pem("PUBLIC KEY", await webcrypto.subtle.exportKey("spki", publicKey)),
  };
}

/** @param {string} pem */
const der = (pem) => Buffer.from(pem.replace(/-----.*-----/g, ""), "base64");
/** @param {Uint8Array} bytes */
const pemOf = (bytes) => `-----BEGIN PRIVATE KEY-----\n${Buffer.from(bytes).toString("base64")}\n-----END PRIVATE KEY-----`;

const pkcs8 = bySsl("pkcs8");
const variable = bySsl("sec1");

export const KEYS = {
  sec1: bySsl("sec1"),
  pkcs8,
  webCrypto: await byWebCrypto(),
  /** As some libraries write it. */
  withoutPublicPart: {
    privateKey: pemOf(Buffer.concat([Buffer.from("304e020100301006072a8648ce3d020106052b81040022043730350201010430", "hex"), der(pkcs8.privateKey).subarray(35, 83)])),
    publicKey: pkcs8.publicKey,
  },
  variable: { privateKey: variable.privateKey.replaceAll("\n", "\\n"), publicKey: variable.publicKey },
};

const mixed = Buffer.concat([der(pkcs8.privateKey).subarray(0, -96), der(bySsl("pkcs8").privateKey).subarray(-96)]);
const off = Buffer.from(der(pkcs8.privateKey));
off[off.length - 1] ^= 1;

export const WRONG_KEYS = {
  otherCurve: bySsl("pkcs8", "prime256v1").privateKey,
  publicKey: pkcs8.publicKey,
  publicPartOfAnother: pemOf(mixed),
  publicPartOffTheCurve: pemOf(off),
};

/** What a runtime returned of it. @param {any} result */
export function comparePlayback({ tokens, refusals, publicKey, privateKey }) {
  const refused = Object.keys(WRONG_KEYS).map((name) => [name, "ParamValidationError"]);
  assert.deepEqual(refusals, { ...Object.fromEntries(refused), signature: "InvalidSignature" });
  const made = { privateKey, publicKey };
  assert.deepEqual(Object.keys(tokens), [...Object.keys(KEYS), "made"]);
  for (const [name, key] of Object.entries({ ...KEYS, made })) {
    const [head, body, signature = ""] = tokens[name].split(".");
    const options = { key: createPublicKey(key.publicKey), dsaEncoding: /** @type {const} */ ("ieee-p1363") };
    assert.ok(verify("sha384", Buffer.from(`${head}.${body}`), options, Buffer.from(signature, "base64url")), name);
  }
  assert.equal(createPublicKey(createPrivateKey(privateKey)).export({ type: "spki", format: "pem" }), publicKey);
}
