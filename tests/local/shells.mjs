// @ts-check
// The forms in which ivs-local runs, each behind the same few functions.

import { fileURLToPath } from "node:url";
import * as npm from "ivs-local";
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
 * @property {(method: string, path: string, body?: unknown) => Promise<{ status: number, body: any }>} local calls an endpoint under `/_local`
 * @property {(milliseconds: number) => Promise<unknown>} advance lets that much time pass for it
 * @property {() => Promise<any>} [snapshot] all that it has, to return to
 * @property {(snapshot: any) => Promise<unknown>} [restore]
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

/** What both programs know of the options. @param {Options} options @returns {string[]} */
const argumentsOf = ({ seed, creationMs = 1000, quotas = {} }) => [
  ...["--access-key-id", KEY.accessKeyId, "--secret-access-key", KEY.secretAccessKey],
  ...["--key", `${READER.accessKeyId}=${READER.secretAccessKey},read-only`],
  ...["--log", "off", "--seed", `${seed}`, "--creation-ms", `${creationMs}`],
  ...Object.entries(quotas).flatMap(([kind, most]) => ["--quota", `${kind}=${most}`]),
];

/** @param {(url: URL, init: RequestInit) => Promise<Response>} fetching @param {string} endpoint @returns {Running["local"]} */
const localBy = (fetching, endpoint) => async (method, path, body) => {
  const init = { method, ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) };
  const response = await fetching(new URL(path, endpoint), init);
  return { status: response.status, body: JSON.parse((await response.text()) || "null") };
};

/** A program. @param {string[]} args @param {string[]} [command] the server's binary by default @returns {Promise<Running>} */
async function program(args, command) {
  const { endpoint, region, credentials, pid, stop } = await startLocal(args, command);
  const local = localBy(fetch, endpoint);
  const advance = (/** @type {number} */ ms) => local("POST", "/_local/advance", { ms });
  return { endpoint, region, credentials, pid, stop, listens: true, fetch, ours: {}, sdk: {}, local, advance };
}

/** The server's binary. @param {Options} options @returns {Promise<Running>} */
async function server(options) {
  const running = await program([...argumentsOf(options), "--read-timeout-ms", `${options.readTimeoutMs ?? 60_000}`]);
  const url = new URL("/_local/state", running.endpoint);
  return {
    ...running,
    snapshot: async () => (await fetch(url)).text(),
    async restore(body) {
      const response = await fetch(url, { method: "POST", body });
      if (!response.ok) throw new Error(await response.text());
    },
  };
}

/** What `npx ivs-local` runs. @param {Options} options */
const npmServer = (options) => program(argumentsOf(options), [process.execPath, fileURLToPath(new URL("cli.js", import.meta.resolve("ivs-local")))]);

/** The npm package, in this process. @param {Options} options @returns {Promise<Running>} */
async function inProcess({ seed, creationMs = 1000, quotas = {} }) {
  const local = await npm.startLocal({ seed, creationMs, quotas, credentials: KEY, keys: [{ ...READER, actions: "read-only" }] });
  const { endpoint, region, credentials, fetch } = local;
  return {
    ...{ endpoint, region, credentials, fetch, listens: false },
    ours: { fetch },
    sdk: { requestHandler: local.requestHandler },
    local: localBy(fetch, endpoint),
    advance: async (milliseconds) => local.advance(milliseconds),
    snapshot: async () => local.snapshot(),
    restore: async (snapshot) => local.restore(snapshot),
    stop: async () => local.close(),
  };
}

/** Every form, by its name. @type {Record<"server" | "npm-server" | "in-process", (options: Options) => Promise<Running>>} */
export const SHELLS = { server, "npm-server": npmServer, "in-process": inProcess };
