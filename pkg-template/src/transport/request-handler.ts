// What sends requests: `config.fetch`, a request handler as AWS's SDK has them, or the runtime's own transport.
import type { Members, Transport } from "../config.js";
import { field, fieldNames, invalid, number, object } from "../read.js";
import { defaultTransport, HANDLER_OPTIONS } from "./default-transport.js";

/** A request as AWS's SDK gives it to its request handlers. */
export interface HandlerRequest {
  method: string;
  /** `"https:"` or `"http:"`. */
  protocol: string;
  hostname: string;
  port?: number | undefined;
  path: string;
  query: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  body?: any;
}

/** The response of a request handler. */
export interface HandlerResponse {
  statusCode: number;
  headers: Record<string, string>;
  /** Text, bytes, a `Blob`, a stream of the web or of Node, or nothing. */
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  body?: any;
}

/** A request handler, such as those of `@smithy/node-http-handler` and `@smithy/fetch-http-handler`. */
export interface RequestHandler {
  /** What it throws is a `NetworkError`, or a `TimeoutError` where it has that name. It is called once for each attempt. */
  handle(
    request: HandlerRequest,
    options?: { abortSignal?: AbortSignal; requestTimeout?: number },
  ): Promise<{ response: HandlerResponse }>;
  /** Called by the client's `destroy`. */
  destroy?(): void;
}

/** Options of the SDK's `NodeHttpHandler`; elsewhere than in Node, and beside `fetch`, `requestTimeout` is the only one possible. */
export interface HandlerOptions {
  /** Milliseconds that one attempt may take, where the configuration has no `requestTimeout` of its own; 0 for no limit. */
  requestTimeout?: number | undefined;
  /** In Node: milliseconds that the connection may take; 0 for no limit. */
  connectionTimeout?: number | undefined;
  /** In Node: milliseconds for which nothing may come or go; 0 for no limit. */
  socketTimeout?: number | undefined;
  /** In Node: an `Agent` of `node:https` or for a proxy, or the options of one. */
  httpsAgent?: object | undefined;
  /** In Node: an `Agent` of `node:http` or for a proxy, or the options of one, for endpoints that begin so. */
  httpAgent?: object | undefined;
}

const DEFAULT_TIMEOUT = 60_000;

const PATH = "config.requestHandler";

const IMPOSSIBLE = "is not possible here: use only `fetch`, or only a handler with `handle`";

/** A transport that may have something to close. */
export interface Sender extends Transport {
  destroy?(): void;
}

/** How requests are sent. */
export interface Sending {
  /** Sends them; without it, the global `fetch` does. */
  fetch: Transport | undefined;
  /** Milliseconds that an attempt may take; 0 where there is no limit. */
  requestTimeout: number;
  /** Closes what was opened for this client. */
  destroy?: (() => void) | undefined;
}

/** Reads how a configuration wants requests to be sent. */
export function readTransport(config: Members): Sending {
  const fetch = config.fetch as Transport | undefined;
  if (fetch !== undefined && typeof fetch !== "function")
    throw invalid("config.fetch", "expected a function such as fetch");
  const handler = object(config.requestHandler ?? {}, PATH);
  const own = number(config, "config", "requestTimeout", 0);
  if (typeof field(handler, PATH, "handle") === "function") {
    if (fetch ?? config.agent) throw invalid(PATH, IMPOSSIBLE);
    const sender = handler as RequestHandler;
    return {
      fetch: byHandler(sender, own),
      requestTimeout: own ?? DEFAULT_TIMEOUT,
      destroy: () => sender.destroy?.(),
    };
  }
  const options: Record<string, unknown> = {};
  for (const name of fieldNames(handler, PATH)) {
    options[name] = field(handler, PATH, name);
    const isPossible = name === "requestTimeout" || (!fetch && HANDLER_OPTIONS.includes(name));
    if (options[name] !== undefined && !isPossible) throw invalid(`${PATH}.${name}`, IMPOSSIBLE);
  }
  const transport: Sender | undefined = fetch ?? defaultTransport(config, options);
  const requestTimeout = own ?? number(options, PATH, "requestTimeout", 0) ?? DEFAULT_TIMEOUT;
  return { fetch: transport, requestTimeout, destroy: transport?.destroy };
}

/** A transport that calls a request handler. */
function byHandler(handler: RequestHandler, requestTimeout: number | undefined): Transport {
  return async (url, { signal, ...init }) => {
    const { protocol, hostname, port, pathname: path, searchParams } = new URL(url);
    const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
    const request = {
      ...init,
      headers: { ...init.headers },
      protocol,
      hostname,
      port: +port || undefined,
      path,
      query,
    };
    const options = { abortSignal: signal, requestTimeout } as { abortSignal: AbortSignal };
    const { statusCode, headers, body } = (await handler.handle(request, options)).response;
    const status = Number(statusCode);
    // A `Response` reads whatever body there is, but refuses an empty one where none may be. What is no status is refused.
    return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
  };
}
