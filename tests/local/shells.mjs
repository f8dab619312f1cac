// @ts-check
// The forms in which ivs-local runs, each behind the same few functions.

import { startLocal } from "../node/local.mjs";

/**
 * A running ivs-local.
 *
 * @typedef {object} Running
 * @property {string} endpoint
 * @property {string} region
 * @property {{ accessKeyId: string, secretAccessKey: string }} credentials
 * @property {boolean} listens whether programs in other processes can call it
 * @property {(url: any, init?: any) => Promise<Response>} fetch reaches it
 * @property {object} ours what clients of ours take besides, e.g. a `fetch`
 * @property {object} sdk what clients of AWS's SDK take besides, e.g. a `requestHandler`
 * @property {(method: string, path: string, body?: unknown) => Promise<{ status: number, body: any, text: string }>} local calls an endpoint under `/_local`; a body that is a text is sent as it is
 * @property {(milliseconds: number) => Promise<unknown>} advance lets that much time pass for it
 * @property {number} [pid] of its process, if it has one of its own
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} Options
 * @property {number} seed of the names
 * @property {number} [creationMs] how long configurations take to be ready
 * @property {Record<string, number>} [quotas] by kind of resource
 * @property {number} [readTimeoutMs] how long the head of a request may take to arrive, and then its body
 */

/** A key that may only read. */
export const READER = { accessKeyId: "LOCALREADERXXXXXXXXX", secretAccessKey: "reader/reader/reader/reader/reader/12345" };

/** The same key for all, so that results do not differ by it. */
const KEY = { accessKeyId: "LOCALSCENARIOXXXXXXX", secretAccessKey: "scenario/scenario/scenario/scenario/1234" };

/** @param {Options} options @returns {string[]} the same for the command line */
const argumentsOf = ({ seed, creationMs = 1000, quotas = {}, readTimeoutMs = 60_000 }) => [
  ...["--access-key-id", KEY.accessKeyId, "--secret-access-key", KEY.secretAccessKey],
  ...["--key", `${READER.accessKeyId}=${READER.secretAccessKey},read-only`],
  ...["--log", "off", "--seed", `${seed}`, "--creation-ms", `${creationMs}`, "--read-timeout-ms", `${readTimeoutMs}`],
  ...Object.entries(quotas).flatMap(([kind, most]) => ["--quota", `${kind}=${most}`]),
];

/** @param {(url: URL, init: RequestInit) => Promise<Response>} fetching @param {string} endpoint @returns {Running["local"]} */
export const localBy = (fetching, endpoint) => async (method, path, body) => {
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  const init = { method, ...(sent !== undefined && { body: sent, headers: { "content-type": "application/json" } }) };
  const response = await fetching(new URL(path, endpoint), init);
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text || "null"), text };
};

/** The server's binary. @param {Options} options @returns {Promise<Running>} */
async function server(options) {
  const { endpoint, region, credentials, pid, stop } = await startLocal(argumentsOf(options));
  const local = localBy(fetch, endpoint);
  const advance = (/** @type {number} */ ms) => local("POST", "/_local/advance", { ms });
  return { endpoint, region, credentials, pid, stop, listens: true, fetch, ours: {}, sdk: {}, local, advance };
}

/** Every form, by its name. @type {Record<string, (options: Options) => Promise<Running>>} */
export const SHELLS = { server };
