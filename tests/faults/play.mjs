// @ts-check
// Plays one fault with one client, and returns the outcome.

import { setTimeout as pause } from "node:timers/promises";
import * as ivs from "ivs-wasm";
import * as sdk from "@aws-sdk/client-ivs";
import { closedOrigin, startServer } from "./server.mjs";
import { ARN, CHANNEL, ok } from "./steps.mjs";

/** @import { Fault, Outcome } from "./faults.mjs" */

/** Longer than any fault takes. What is not settled by then never settles. */
const PATIENCE = 20_000;
/** Longer than any delay between the attempts of an aborted call. */
const LINGER = 1200;
const NEVER = Symbol("never");

const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

const PEERS = {
  ours: { exports: ivs, timeouts: (/** @type {number} */ requestTimeout) => ({ requestTimeout }) },
  sdk: {
    exports: sdk,
    timeouts: (/** @type {number} */ requestTimeout, /** @type {Fault} */ { onlyWarned = false }) => ({
      requestHandler: { requestTimeout, throwOnRequestTimeout: !onlyWarned, logger: quiet },
    }),
  },
};

/** @typedef {keyof typeof PEERS} Peer */

/**
 * Plays the fault with its own servers and client.
 *
 * @param {Peer} peer
 * @param {Fault} fault
 * @returns {Promise<Outcome[]>} one for each call
 */
export async function play(peer, fault) {
  const stage = new Stage();
  const other = await startServer([ok]);
  const server = await startServer(fault.script, stage);
  Object.assign(stage, { other, server });
  if (fault.abort === "before") stage.giveUp();
  const { exports, timeouts } = PEERS[peer];
  /** @type {any} */
  const config = {
    region: "us-west-2",
    endpoint: fault.closed ? await closedOrigin() : server.origin,
    credentials: fault.provider ? () => fault.provider(stage) : credentials("token-0"),
    maxAttempts: 3,
    retryMode: "standard",
    ...(fault.timeout && timeouts(fault.timeout, fault)),
  };
  /** @type {any} */
  const client = new exports.IvsClient(config);
  const command = () => new exports[fault.operation ?? "GetChannelCommand"]({ arn: ARN });
  const outcomes = [];
  try {
    for (let call = 1; call <= (fault.calls ?? 1); call++) {
      if (call > 1) await fault.between?.(stage);
      const seen = server.requests.length;
      const given = await settled(client.send(command(), fault.abort ? { abortSignal: stage.signal } : undefined), stage);
      if (fault.abort) await pause(LINGER);
      const outcome = described(given);
      outcome.requests = server.requests.length - seen;
      const notes = fault.notes?.({ ...given, stage, server, other, requests: server.requests.slice(seen) });
      if (notes) outcome.notes = notes;
      outcomes.push(outcome);
    }
  } finally {
    client.destroy?.();
    await Promise.all([server.close(), other.close()]);
  }
  if (server.failures.length > 0) throw new AggregateError(server.failures, "the script failed");
  return outcomes;
}

export function credentials(/** @type {string} */ sessionToken) {
  return { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken };
}

/** What the parts of a fault share: the abort signal and the credential provider. */
class Stage {
  #controller = new AbortController();
  /** How often the provider was called. */
  provided = 0;
  /** The reason of the abort. */
  reason = new Error("the user left the page");
  signal = this.#controller.signal;
  /** Resolves a while after the abort. */
  afterwards = new Promise((resolve) => this.signal.addEventListener("abort", () => setTimeout(resolve, LINGER)));
  /** @type {any} the server that redirects lead to */
  other = undefined;
  /** @type {any} */
  server = undefined;

  giveUp() {
    this.#controller.abort(this.reason);
  }
}

/**
 * @param {Promise<any>} promise
 * @param {Stage} stage
 * @returns {Promise<{ output?: any, error?: any, never?: boolean, afterwards: boolean }>} `afterwards`: settled only a while after the abort
 */
async function settled(promise, stage) {
  let afterwards = false;
  stage.afterwards.then(() => (afterwards = true));
  const abandoned = new AbortController();
  const patience = pause(PATIENCE, NEVER, { signal: abandoned.signal }).catch(() => NEVER);
  try {
    const output = await Promise.race([promise, patience]);
    return output === NEVER ? { never: true, afterwards } : { output, afterwards };
  } catch (error) {
    return { error, afterwards };
  } finally {
    abandoned.abort();
  }
}

/** @returns {Outcome} */
function described(/** @type {{ output?: any, error?: any, never?: boolean }} */ { output, error, never }) {
  if (never) return { outcome: "never settles", requests: 0 };
  const { httpStatusCode: status, attempts, requestId } = (output ?? error)?.$metadata ?? {};
  const facts = { requests: 0, ...(attempts !== undefined && { attempts }), ...(status && { status }), ...(requestId && { requestId }) };
  if (error === undefined) {
    const { $metadata, ...members } = output;
    const json = JSON.stringify(members);
    return { outcome: "success", ...facts, ...(json !== CHANNEL && { output: json }) };
  }
  const code = codeOf(error);
  return { outcome: String(error?.name ?? typeof error), ...facts, ...(code && { code }), message: String(error?.message ?? error) };
}

/** The code of the innermost cause, such as `ECONNRESET`. */
function codeOf(/** @type {any} */ error) {
  let code;
  for (let depth = 0; error && depth < 10; depth++, error = error.cause) code = typeof error.code === "string" ? error.code : code;
  return code;
}
