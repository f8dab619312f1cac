// @ts-check
// The signers that are measured, each over the same request and credentials. A signer is a function from the date to
// the `authorization` header, loaded only by the process that measures it.

import { ACCOUNT, CREDENTIALS, REGION } from "./account.mjs";
import { BEFORE, OURS, beforeCommit } from "./packages.mjs";

export const SMITHY = "@smithy/signature-v4, node:crypto";

const SERVICE = "ivs";
const HOST = `ivs.${REGION}.amazonaws.com`;
const PATH = "/GetChannel";
const BODY = `{"arn":"${ACCOUNT}:channel/AbCdEfGhIjKl"}`;

// `host` and `content-length` are given because some signers would add them to the signed headers and others would not.
const HEADERS = {
  "content-type": "application/json",
  "content-length": String(BODY.length),
  host: HOST,
  "x-amz-user-agent": "ivs-wasm/0.1.0 api/ivs#2020-07-14",
  "amz-sdk-invocation-id": "b6a8b0a4-1b1c-4f0e-9d5e-0f8f5d1c2a3b",
  "amz-sdk-request": "attempt=1; max=3",
};

/** @typedef {(date: Date) => string | Promise<string>} Sign */

/** The value of `x-amz-date`: `20260101T000000Z`. */
const amzDate = (/** @type {Date} */ date) => `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** @type {Record<string, () => Promise<Sign>>} */
export const signers = {
  [OURS]: () => ours(OURS),
  ...(beforeCommit && { [BEFORE]: () => ours(BEFORE) }),
  async [SMITHY]() {
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
      return aws4.sign({ ...request, headers: { ...HEADERS, "x-amz-date": amzDate(date) } }, CREDENTIALS).headers
        .Authorization;
    };
  },
  async aws4fetch() {
    const { AwsV4Signer } = await import("aws4fetch");
    const fixed = { ...CREDENTIALS, region: REGION, service: SERVICE, cache: new Map(), allHeaders: true };
    return async (date) => {
      const request = { method: "POST", url: `https://${HOST}${PATH}`, headers: HEADERS, body: BODY };
      const signed = await new AwsV4Signer({ ...fixed, ...request, datetime: amzDate(date) }).sign();
      return signed.headers.get("authorization") ?? "";
    };
  },
};

/** @returns {Promise<Sign>} */
async function ours(/** @type {string} */ name) {
  const { signRequest } = await import(name);
  const request = { method: "POST", url: `https://${HOST}${PATH}`, headers: HEADERS, body: BODY };
  return async (date) => {
    const signed = await signRequest(request, { credentials: CREDENTIALS, region: REGION, service: SERVICE, date });
    return signed.headers.authorization;
  };
}

/** One signer for all signatures and the path escaped twice, as in the SDK's client for IVS. */
async function smithy(/** @type {any} */ sha256) {
  const { SignatureV4 } = await import("@smithy/signature-v4");
  const signer = new SignatureV4({
    credentials: CREDENTIALS,
    region: REGION,
    service: SERVICE,
    sha256,
    applyChecksum: false,
  });
  const request = {
    method: "POST",
    protocol: "https:",
    hostname: HOST,
    path: PATH,
    query: {},
    headers: HEADERS,
    body: BODY,
  };
  return async (/** @type {Date} */ date) => {
    const signed = /** @type {any} */ (await signer.sign(/** @type {any} */ (request), { signingDate: date }));
    return signed.headers.authorization;
  };
}
