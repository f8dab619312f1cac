// @ts-check
// Requests that are right, as bytes: what malformed ones are made from.

import { presignRequest, signRequest } from "ivs-wasm";
import { requestOf } from "../model/drive.mjs";

/** @typedef {import("../shells.mjs").Running} Running */

/**
 * A request before it is signed and written.
 *
 * @typedef {object} Request
 * @property {string} method
 * @property {string} path with the query
 * @property {[name: string, value: string][]} headers
 * @property {Buffer} body
 */

/** @param {Request} request @returns {Buffer} */
export function bytesOf({ method, path, headers, body }) {
  const lines = [`${method} ${path} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), "", ""];
  return Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), body]);
}

/** A request with its signature, which is right whatever the body is. @param {Running} shell @param {string} method @param {string} path @param {string | Buffer} [body] @returns {Promise<Request>} */
export async function signed({ endpoint, region, credentials }, method, path, body = "") {
  const bytes = Buffer.from(body);
  const given = { method, url: endpoint + path, headers: { "content-type": "application/json" }, ...(bytes.length > 0 && { body: new Uint8Array(bytes) }) };
  const { headers } = await signRequest(given, { region, credentials, service: "ivs" });
  const host = new URL(endpoint).host;
  return { method, path, headers: [["host", host], ...Object.entries(headers).filter(([name]) => name !== "host"), ["content-length", `${bytes.length}`]], body: bytes };
}

/** A request under `/_local`, or by a player: without a signature. @param {Running} shell @param {string} method @param {string} path @param {string | Buffer} [body] @returns {Request} */
export function unsigned({ endpoint }, method, path, body = "") {
  const bytes = Buffer.from(body);
  return {
    method,
    path,
    headers: [
      ["host", new URL(endpoint).host],
      ["content-length", `${bytes.length}`],
    ],
    body: bytes,
  };
}

/** Calls whose outcome leaves no more behind, however often they are made. @param {any} channel @returns {[operation: string, input: any][]} */
export const calls = (channel) => [
  ["ListChannels", { maxResults: 2 }],
  ["GetChannel", { arn: channel.arn }],
  ["BatchGetChannel", { arns: [channel.arn, `${channel.arn}x`] }],
  ["UpdateChannel", { arn: channel.arn, name: "x", multitrackInputConfiguration: { enabled: false } }],
  ["CreateRecordingConfiguration", { destinationConfiguration: { s3: {} } }],
  ["ImportPlaybackKeyPair", { publicKeyMaterial: "-----BEGIN PUBLIC KEY-----\nMHYwEAYH\n-----END PUBLIC KEY-----" }],
  ["PutMetadata", { channelArn: channel.arn, metadata: "x" }],
  ["TagResource", { resourceArn: channel.arn, tags: { ключ: "значение" } }],
  ["UntagResource", { resourceArn: channel.arn, tagKeys: ["ключ", "b"] }],
  ["ListTagsForResource", { resourceArn: channel.arn }],
];

/** Requests that are right. @param {Running} shell @param {any} channel @returns {Promise<Request[]>} */
export async function rightRequests(shell, channel) {
  const requests = [];
  for (const [operation, input] of calls(channel)) {
    const { method, path, body } = requestOf(operation, input);
    requests.push(await signed(shell, method, path, body));
  }
  const { endpoint, region, credentials } = shell;
  const url = await presignRequest({ method: "POST", url: `${endpoint}/ListChannels?maxResults=1` }, { region, credentials, service: "ivs", expiresIn: 600 });
  requests.push(unsigned(shell, "POST", url.slice(endpoint.length)));
  const playback = channel.playbackUrl.slice(endpoint.length);
  return [
    ...requests,
    unsigned(shell, "GET", "/_local/credentials"),
    unsigned(shell, "POST", "/_local/encoder/start", '{"streamKey":"sk_us-west-2_nobody_nobody","health":"HEALTHY","viewerCount":1}'),
    unsigned(shell, "POST", "/_local/faults", '{"operation":"GetStage","times":1,"code":"ThrottlingException","message":"x"}'),
    unsigned(shell, "GET", "/_local/encoder/metadata?channelArn=arn%3Aaws"),
    unsigned(shell, "GET", `${playback}?token=eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCJ9.e30.AAAA`),
    unsigned(shell, "OPTIONS", "/GetChannel"),
  ];
}
