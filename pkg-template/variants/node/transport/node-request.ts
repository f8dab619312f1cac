// One request by node:http or node:https, and its response.
import type { Agent, AgentOptions, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import { MAX_BODY_BYTES, tooLarge } from "../call/bounded-body.js";
import type { FetchResponse } from "../call/response.js";
import type { FetchInit } from "../config.js";
import { decodeBody } from "./content-encoding.js";
import { closeIdle, IDLE_LIMIT } from "./kept-connections.js";

/** node:http or node:https, and the connections that are kept alive. */
export interface Route {
  module: { request(options: RequestOptions): ClientRequest; Agent: new (options: AgentOptions) => Agent };
  agent: Agent;
  /** When the last answer had come, in milliseconds since 1970; NaN before the first. */
  usedAt: number;
}

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
 * Sends a request once, and resolves to its response as soon as that has been read to its end.
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
    // The timers that close idle connections stood still with the process, if it was suspended, as functions in Lambda are.
    if (!agent && Date.now() - route.usedAt > IDLE_LIMIT) closeIdle(route.agent);
    const request = route.module.request(options);
    let response: IncomingMessage | undefined;
    let isOver = false;
    const fail = (error: Error) => {
      if (isOver) return;
      isOver = true;
      // What closed this connection while it was idle, such as a gateway that forgot it, may have closed the others: the next attempt
      // is not to meet one. That the request was not read is never certain, so it is not sent again here.
      if (!agent && request.reusedSocket && !response) closeIdle(route.agent);
      reject(withMessage(error));
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
    // What follows a complete answer concerns the connection only: it is closed, and the answer's end is to come yet.
    request.on("error", (error) => response?.complete || fail(error));
    // 101 is no response, and has neither an end nor an error; a response without a length is complete by then.
    request.on("close", () => response?.complete || cut());
    request.on("response", (incoming) => {
      response = incoming;
      const chunks: Buffer[] = [];
      let length = 0;
      incoming.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= MAX_BODY_BYTES) return;
        fail(tooLarge());
        request.destroy();
      });
      incoming.on("error", cut);
      incoming.on("end", () => {
        if (isOver) return;
        isOver = true;
        if (!agent) route.usedAt = Date.now();
        const [only] = chunks;
        const received = only && chunks.length === 1 ? only : Buffer.concat(chunks);
        const { statusCode = 0, rawHeaders } = incoming;
        const respond = (body: Buffer) => resolve(new NodeResponse(statusCode, rawHeaders, body.toString()));
        const codings = length > 0 && headerValue(rawHeaders, "content-encoding");
        if (codings) decodeBody(received, codings).then(respond, reject);
        else respond(received);
      });
    });
    request.end(body);
  });
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
