// Requests and responses as middleware sees them: as AWS's SDK for JavaScript has them, and back.
import type { FetchResponse } from "../call/response.js";
import type { FetchInit } from "../config.js";
import { isBytes } from "../read.js";
import { hashable } from "../signing/payload.js";

/** A request. It is what `HttpRequest.isInstance` of `@smithy/core` takes for one. */
export interface HttpRequest {
  method: string;
  /** `"https:"`. */
  protocol: string;
  hostname: string;
  port?: number | undefined;
  /** Escaped. */
  path: string;
  /** By name, not escaped. */
  query: Record<string, string | string[] | null>;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** JSON, where the operation has a body. What takes its place may be text or bytes. */
  body?: unknown;
}

/** A response that was read to its end. */
export interface HttpResponse {
  statusCode: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** A `Uint8Array`. What takes its place may be text, bytes, or a stream of them. */
  body?: unknown;
}

/** The request that `fetch` would be called with. */
export function toHttpRequest(url: string, { method, headers, body }: FetchInit): HttpRequest {
  const { protocol, hostname, port, pathname: path, searchParams } = new URL(url);
  const query: HttpRequest["query"] = {};
  for (const name of searchParams.keys()) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] as string);
  }
  return { method, protocol, hostname, port: port ? +port : undefined, path, query, headers: { ...headers }, body };
}

/** What to call `fetch` with, as `[url, init]`. */
export function toFetch(request: HttpRequest): [url: string, init: FetchInit] {
  const { method, protocol, hostname, port, path, query, body } = request;
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    [value].flat().map((one) => escaped(name) + (one === null ? "" : `=${escaped(one)}`)),
  );
  const url = `${protocol}//${hostname}${port ? `:${port}` : ""}${path}${pairs.length ? `?${pairs.join("&")}` : ""}`;
  // A `FetchInit` of the client's own has text. Transports take bytes as well, and nothing.
  return [url, { method, headers: lowerCased(request.headers), body: sendable(body) as string }];
}

/** @throws if it is neither text nor bytes */
function sendable(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === "string") return body;
  if (isBytes(body)) return hashable(body);
  throw new TypeError("middleware set a request's body to what is neither text nor bytes");
}

/** As RFC 3986 has it, and so signatures. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The headers that have a value. Of two that differ in case only, the later. */
function lowerCased(headers: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(headers).filter(([, value]) => value != null);
  return Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), `${value}`]));
}

/** A response of a transport, read to its end. */
export interface Received {
  response: HttpResponse;
  body: Uint8Array;
  text: string;
  headers: FetchResponse["headers"];
}

/** Reads what a transport resolved to. */
export async function receive(from: FetchResponse): Promise<Received> {
  const { status, headers } = from;
  const text = await from.text();
  const body = new TextEncoder().encode(text);
  const listed = isListed(headers) ? Object.fromEntries(headers) : {};
  return { response: { statusCode: status, headers: lowerCased(listed), body }, body, text, headers };
}

/** Those of a mock may have a `get` only. */
function isListed(headers: object | undefined): headers is Iterable<[string, string]> {
  return headers !== undefined && Symbol.iterator in headers;
}

/** A response, such as middleware left it, for the client to read. */
export function toFetchResponse({ statusCode, headers, body }: HttpResponse, received?: Received): FetchResponse {
  const shown = lowerCased(headers);
  return {
    status: statusCode,
    headers: {
      get: (name) => shown[name] ?? (isListed(received?.headers) ? null : received?.headers?.get(name)),
    },
    // Streams as well.
    text: () => (received && body === received.body ? received.text : new Response(body as BodyInit).text()),
  };
}

/**
 * The head of a request as HTTP/1.1 has it, which is what is signed.
 * @throws if a header has what the head cannot carry
 */
export function headOf(method: string, url: string, headers: Record<string, string>): string {
  const { host, pathname, search } = new URL(url);
  let head = `${method} ${pathname}${search} HTTP/1.1\n`;
  for (const [name, value] of Object.entries({ host, ...headers })) {
    // Signed as UTF-8 and sent as Latin-1, a value beyond ASCII would not be the same twice.
    if (/[^\w!#-'*+.^`|~-]/.test(name) || /[^\t\x20-\x7e]/.test(value))
      throw new TypeError(
        `middleware set the header ${JSON.stringify(name)}: its name or value is not printable ASCII`,
      );
    head += `${name}:${value}\n`;
  }
  return head;
}
