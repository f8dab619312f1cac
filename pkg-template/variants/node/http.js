// @ts-check
// One request by node:http or node:https, and its answer.
import { decoded } from "./decode.js";

/** @import { Agent, ClientRequest, IncomingMessage } from "node:http" */
/** @typedef {{ method: string, headers: Record<string, string>, body?: string, signal: AbortSignal }} Init as the wasm makes it */
/** @typedef {{ module: any, agent: Agent }} Route node:http or node:https, and the connections that are kept */

/** A server may have closed a connection that was idle for so many milliseconds without our having heard of it. */
const STALE = 1000;

/** Since when a connection is idle. */
const IDLE_SINCE = Symbol("idle since");

/** What the client reads of a `Response`. */
class Answer {
  #headers;
  #text;

  /**
   * @param {number} status
   * @param {string[]} headers names and values by turns
   * @param {string} text
   */
  constructor(status, headers, text) {
    this.status = status;
    this.#headers = headers;
    this.#text = text;
  }

  get headers() {
    return this;
  }

  /** @param {string} name in any case */
  get(name) {
    return header(this.#headers, name.toLowerCase());
  }

  text() {
    return this.#text;
  }
}

/**
 * What `Headers` would say of a name in lower case. To look through ten names four times costs less than to make an object of them.
 * @param {string[]} headers
 * @param {string} name
 */
function header(headers, name) {
  /** @type {string | null} */
  let found = null;
  for (let i = 0; i < headers.length; i += 2) {
    if (headers[i].length !== name.length || headers[i].toLowerCase() !== name) continue;
    found = found === null ? headers[i + 1] : `${found}, ${headers[i + 1]}`;
  }
  return found;
}

let known = { origin: "", where: {} };

/**
 * The options that say where to: a client calls one origin only.
 * @param {string} origin
 */
function options(origin) {
  if (known.origin !== origin) {
    const { protocol, hostname, port } = new URL(origin);
    // An IPv6 address is in brackets in a URL only.
    known = { origin, where: { protocol, hostname: hostname.replace(/^\[(.*)\]$/, "$1"), port } };
  }
  return known.where;
}

/**
 * Sends a request, and resolves to its answer as soon as that has been read to its end.
 * @param {Route} route
 * @param {Agent | undefined} agent
 * @param {string} url with a path
 * @param {Init} init
 * @returns {Promise<Answer>}
 */
export function send(route, agent, url, init) {
  const { method, headers, body, signal } = init;
  const slash = url.indexOf("/", 8);
  const where = { ...options(url.slice(0, slash)), path: url.slice(slash), method, headers, agent: agent ?? route.agent };
  return new Promise((resolve, reject) => {
    if (signal.aborted) throw signal.reason;
    const began = Date.now();
    /** @type {ClientRequest} */
    const request = route.module.request(where);
    let isOver = false;
    const fail = (/** @type {any} */ error) => {
      if (isOver) return;
      isOver = true;
      // Nobody has read a request that met a connection's end: it goes out again, as `fetch` in browsers does it, by the next one.
      if (wasStale(request, began, error)) resolve(send(route, agent, url, init));
      else reject(described(error));
    };
    signal.addEventListener("abort", () => {
      if (isOver) return;
      isOver = true;
      reject(signal.reason);
      request.destroy();
    });
    const cut = () => fail(coded(`the connection was closed ${answer ? "in the middle of the" : "without an"} answer`, "ECONNRESET"));
    /** @type {IncomingMessage} */
    let answer;
    request.on("error", fail);
    // 101 is no answer, and has neither an end nor an error; an answer without a length is complete by then.
    request.on("close", () => answer?.complete || cut());
    request.on("response", (response) => {
      answer = response;
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", cut);
      response.on("end", () => {
        if (isOver) return;
        isOver = true;
        // It becomes idle at the end of this turn.
        const socket = /** @type {any} */ (request.socket);
        if (socket) socket[IDLE_SINCE] = Date.now();
        read(response, chunks).then(resolve, reject);
      });
    });
    request.end(body);
  });
}

/**
 * Whether the request met a connection that the server had closed while it was idle.
 * @param {any} request
 * @param {number} began when it was sent
 * @param {any} error
 */
function wasStale(request, began, error) {
  return request.reusedSocket && !request.res && /^(ECONNRESET|EPIPE)$/.test(error.code) && began - request.socket?.[IDLE_SINCE] >= STALE;
}

/**
 * @param {IncomingMessage} response
 * @param {Buffer[]} chunks
 */
async function read({ statusCode, rawHeaders }, chunks) {
  const packed = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
  const coding = packed.length > 0 && header(rawHeaders, "content-encoding");
  const bytes = coding ? await decoded(packed, coding) : packed;
  return new Answer(statusCode ?? 0, rawHeaders, bytes.toString());
}

/**
 * An error as Node makes them.
 * @param {string} message
 * @param {string} code
 * @param {any} [cause]
 */
const coded = (message, code, cause) => Object.assign(new Error(message, cause && { cause }), { code });

/**
 * The error, with a message: where a name has several addresses, Node's has one for each.
 * @param {any} error
 */
function described(error) {
  if (error.message || !error.errors) return error;
  return coded(error.errors.map((/** @type {Error} */ { message }) => message).join("; "), error.code, error);
}
