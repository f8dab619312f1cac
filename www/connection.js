// @ts-check
// One connection to IVS: the client, and a line in the log for each request made with it.

import { IvsClient } from "ivs-wasm";
import { encoder } from "./local.js";

/**
 * @typedef {object} Settings
 * @property {string} region
 * @property {string | undefined} endpoint undefined for the endpoint of the region
 * @property {{ accessKeyId: string, secretAccessKey: string, sessionToken?: string }} credentials
 * @property {boolean} local whether the endpoint is an `ivs-local`
 */

/**
 * A request that has succeeded or failed.
 *
 * @typedef {object} RequestLine
 * @property {Date} at
 * @property {string} operation
 * @property {number | undefined} status undefined when there was no response
 * @property {string | undefined} error the error's name
 * @property {number} ms
 * @property {string | undefined} requestId
 * @property {boolean} polled sent by the page itself, not by the user
 */

/**
 * The names of the client's methods that take an input and resolve to an output.
 *
 * @typedef {{ [M in keyof IvsClient]: IvsClient[M] extends (input: any, options?: any) => Promise<{ $metadata: any }> ? M : never }[keyof IvsClient]} Method
 */

export class Connection {
  #client;
  #log;

  /**
   * @param {Settings} settings
   * @param {(line: RequestLine) => void} log
   */
  constructor({ region, endpoint, credentials, local }, log) {
    this.#client = new IvsClient({ region, credentials, ...(endpoint ? { endpoint } : {}) });
    this.#log = log;
    this.region = region;
    this.endpoint = endpoint;
    this.local = local;
  }

  /**
   * Calls one operation of IVS.
   *
   * @template {Method} M
   * @param {M} method e.g. `"createChannel"`
   * @param {Parameters<IvsClient[M]>[0]} input
   * @param {{ polled?: boolean }} [how]
   * @returns {Promise<Awaited<ReturnType<IvsClient[M]>>>}
   */
  call(method, input, { polled = false } = {}) {
    const operation = method.charAt(0).toUpperCase() + method.slice(1);
    const client = /** @type {any} */ (this.#client);
    return this.#timed(operation, polled, () => client[method](input));
  }

  /**
   * Starts or stops the simulated encoder of `ivs-local`.
   *
   * @param {"start" | "stop"} action
   * @param {string} streamKey the key's value
   */
  encoder(action, streamKey) {
    const viewerCount = 1 + Math.floor(Math.random() * 400);
    const body = action === "start" ? { streamKey, viewerCount } : { streamKey };
    return this.#timed(`encoder ${action}`, false, () => encoder(this.endpoint ?? "", action, body));
  }

  /**
   * @template {{ $metadata: { httpStatusCode?: number, requestId?: string } }} T
   * @param {string} operation
   * @param {boolean} polled
   * @param {() => Promise<T>} run
   * @returns {Promise<T>}
   */
  async #timed(operation, polled, run) {
    const at = new Date();
    const start = performance.now();
    const line = (/** @type {any} */ metadata, /** @type {string | undefined} */ error) =>
      this.#log({
        at,
        operation,
        polled,
        error,
        status: metadata?.httpStatusCode,
        requestId: metadata?.requestId,
        ms: performance.now() - start,
      });
    try {
      const output = await run();
      line(output.$metadata, undefined);
      return output;
    } catch (error) {
      const { $metadata, name } = /** @type {any} */ (error);
      line($metadata, String(name));
      throw error;
    }
  }
}
