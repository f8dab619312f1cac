// @ts-check
// The signers that are measured, each over the same request and credentials. Each is a function of the date that gives the
// `authorization` header, and is loaded only by the process that measures it.

import { ACCOUNT, CREDENTIALS, REGION } from "./account.mjs";

const SERVICE = "ivs";
const HOST = `ivs.${REGION}.amazonaws.com`;
const PATH = "/GetChannel";
const BODY = `{"arn":"${ACCOUNT}:channel/AbCdEfGhIjKl"}`;

// `host` and `content-length` are among them because some signers add them to what they sign, and others do not.
const HEADERS = {
  "content-type": "application/json",
  "content-length": String(BODY.length),
  host: HOST,
  "x-amz-user-agent": "ivs-wasm/0.1.0 api/ivs#2020-07-14",
  "amz-sdk-invocation-id": "b6a8b0a4-1b1c-4f0e-9d5e-0f8f5d1c2a3b",
  "amz-sdk-request": "attempt=1; max=3",
};

/** @typedef {(date: Date) => string | Promise<string>} Sign */

/** Date and time as AWS writes them: `20260101T000000Z`. */
const basic = (/** @type {Date} */ date) => `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** @type {Record<string, () => Promise<Sign>>} */
export const signers = {
  async "ivs-wasm"() {
    const { signRequest } = await import("ivs-wasm");
    const request = { method: "POST", url: `https://${HOST}${PATH}`, headers: HEADERS, body: BODY };
    return async (date) => {
      const signed = await signRequest(request, { credentials: CREDENTIALS, region: REGION, service: SERVICE, date });
      return signed.headers.authorization;
    };
  },
  async "@smithy/signature-v4, node:crypto"() {
    const { Sha256Node } = await import("@smithy/core/checksum");
    return smithy(Sha256Node);
  },
  async "@smithy/signature-v4, JavaScript hash"() {
    const { Sha256 } = await import("@aws-crypto/sha256-js");
    return smithy(Sha256);
  },
  async aws4() {
    const { default: aws4 } = await import("aws4");
    return (date) => {
      const request = { method: "POST", host: HOST, path: PATH, service: SERVICE, region: REGION, body: BODY };
      return aws4.sign({ ...request, headers: { ...HEADERS, "x-amz-date": basic(date) } }, CREDENTIALS).headers.Authorization;
    };
  },
  async aws4fetch() {
    const { AwsV4Signer } = await import("aws4fetch");
    const fixed = { ...CREDENTIALS, region: REGION, service: SERVICE, cache: new Map(), allHeaders: true };
    return async (date) => {
      const request = { method: "POST", url: `https://${HOST}${PATH}`, headers: HEADERS, body: BODY };
      const signed = await new AwsV4Signer({ ...fixed, ...request, datetime: basic(date) }).sign();
      return signed.headers.get("authorization") ?? "";
    };
  },
};

/** With one signer kept, as the SDK keeps it, and the path escaped twice, as the SDK has it for IVS. */
async function smithy(/** @type {any} */ sha256) {
  const { SignatureV4 } = await import("@smithy/signature-v4");
  const signer = new SignatureV4({ credentials: CREDENTIALS, region: REGION, service: SERVICE, sha256, applyChecksum: false });
  const request = { method: "POST", protocol: "https:", hostname: HOST, path: PATH, query: {}, headers: HEADERS, body: BODY };
  return async (/** @type {Date} */ date) => {
    const signed = await signer.sign(/** @type {any} */ (request), { signingDate: date });
    return signed.headers.authorization;
  };
}
