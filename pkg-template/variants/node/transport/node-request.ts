// One request by node:http or node:https, and its response.
import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { Socket } from "node:net";
import type { FetchResponse } from "../call/response.js";
import type { FetchInit } from "../config.js";
import { decodeBody } from "./content-encoding.js";

/** node:http or node:https, and the connections that are kept alive. */
export interface Route {
  module: { request(options: RequestOptions): ClientRequest };
  agent: Agent;
}

/** A server may have closed a connection that was idle for so many milliseconds without our having heard of it. */
const STALE = 1000;

/** Since when a connection is idle. */
const IDLE_SINCE = Symbol("idle since");

type KeptSocket = Socket & { [IDLE_SINCE]?: number };

/** What the client reads of a `Response`. */
class NodeResponse implements FetchResponse {
  readonly status: number;
  readonly #headers: string[];
  readonly #text: string;

  /** @param headers names and values by turns */
  constructor(status: number, headers: string[], text: string) {
    this.status = status;
    this.#headers = headers;
    this.#text = text;
  }

  get headers(): this {
    return this;
  }

  /** @param name in any case */
  get(name: string): string | null {
    return headerValue(this.#headers, name.toLowerCase());
  }

  /** Names in lower case, and values: for middleware. */
  *[Symbol.iterator](): Generator<[string, string]> {
    for (let i = 0; i < this.#headers.length; i += 2) {
      const name = this.#headers[i]?.toLowerCase() ?? "";
      yield [name, this.get(name) ?? ""];
    }
  }

  text(): string {
    return this.#text;
  }
}

/** What `Headers` would give for a name in lower case. To look through ten names four times costs less than to make an object of them. */
function headerValue(headers: string[], name: string): string | null {
  let found: string | null = null;
  for (let i = 0; i < headers.length; i += 2) {
    const [key = "", value = ""] = [headers[i], headers[i + 1]];
    if (key.length !== name.length || key.toLowerCase() !== name) continue;
    found = found === null ? value : `${found}, ${value}`;
  }
  return found;
}

let latest: { origin: string; options: RequestOptions } = { origin: "", options: {} };

/** The options that say where to send. They are kept, because a client calls one origin only. */
function originOptions(origin: string): RequestOptions {
  if (latest.origin !== origin) {
    const { protocol, hostname, port } = new URL(origin);
    // An IPv6 address is in brackets in a URL only.
    latest = { origin, options: { protocol, hostname: hostname.replace(/^\[(.*)\]$/, "$1"), port } };
  }
  return latest.options;
}

/**
 * Sends a request, and resolves to its response as soon as that has been read to its end.
 * @param url with a path
 */
export function sendByNode(
  route: Route,
  agent: Agent | undefined,
  url: string,
  init: FetchInit,
): Promise<FetchResponse> {
  const { method, headers, body, signal } = init;
  const slash = url.indexOf("/", 8);
  const where = originOptions(url.slice(0, slash));
  const options = { ...where, path: url.slice(slash), method, headers, agent: agent ?? route.agent };
  return new Promise((resolve, reject) => {
    if (signal?.aborted) throw signal.reason;
    const began = Date.now();
    const request = route.module.request(options);
    let response: IncomingMessage | undefined;
    let isOver = false;
    const fail = (error: NodeJS.ErrnoException) => {
      if (isOver) return;
      isOver = true;
      // The server cannot have read a request on a connection that it had closed: it is sent again, as `fetch` in browsers does, on the next one.
      if (wasStale(request, response, began, error)) resolve(sendByNode(route, agent, url, init));
      else reject(withMessage(error));
    };
    const cut = () => {
      const when = response ? "in the middle of the" : "without an";
      fail(errorWithCode(`the connection was closed ${when} answer`, "ECONNRESET"));
    };
    signal?.addEventListener("abort", () => {
      if (isOver) return;
      isOver = true;
      reject(signal.reason);
      request.destroy();
    });
    request.on("error", fail);
    // 101 is no response, and has neither an end nor an error; a response without a length is complete by then.
    request.on("close", () => response?.complete || cut());
    request.on("response", (incoming) => {
      response = incoming;
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", cut);
      incoming.on("end", () => {
        if (isOver) return;
        isOver = true;
        // It becomes idle at the end of this turn.
        const socket = request.socket as KeptSocket | null;
        if (socket) socket[IDLE_SINCE] = Date.now();
        read(incoming, chunks).then(resolve, reject);
      });
    });
    request.end(body);
  });
}

/** Whether the request, sent at `began`, met a connection that the server had closed while it was idle. */
function wasStale(
  request: ClientRequest,
  response: IncomingMessage | undefined,
  began: number,
  { code = "" }: NodeJS.ErrnoException,
): boolean {
  const idleSince = (request.socket as KeptSocket | null)?.[IDLE_SINCE] ?? NaN;
  return request.reusedSocket && !response && /^(ECONNRESET|EPIPE)$/.test(code) && began - idleSince >= STALE;
}

async function read({ statusCode, rawHeaders }: IncomingMessage, chunks: Buffer[]): Promise<NodeResponse> {
  const [only] = chunks;
  const received = only && chunks.length === 1 ? only : Buffer.concat(chunks);
  const coding = received.length > 0 && headerValue(rawHeaders, "content-encoding");
  const body = coding ? await decodeBody(received, coding) : received;
  return new NodeResponse(statusCode ?? 0, rawHeaders, body.toString());
}

/** An error as Node makes them. */
function errorWithCode(message: string, code: string | undefined, cause?: unknown): Error {
  return Object.assign(new Error(message, cause ? { cause } : undefined), { code });
}

/** The error, with a message: where a name has several addresses, Node's has one for each of them only. */
function withMessage(error: NodeJS.ErrnoException & { errors?: Error[] }): Error {
  if (error.message || !error.errors) return error;
  return errorWithCode(error.errors.map(({ message }) => message).join("; "), error.code, error);
}
