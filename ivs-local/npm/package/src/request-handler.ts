// What clients of AWS's SDK send their requests with: `HttpHandler` of Smithy, of which nothing is imported.
import { bytes, connectionLost } from "./fetch.js";
import type { Service } from "./service.js";

/** A request, as AWS's SDK gives it to request handlers. */
export interface HandlerRequest {
  method: string;
  protocol: string;
  hostname: string;
  port?: number | undefined;
  path: string;
  query: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  body?: any;
}

/** A request handler, as AWS's SDK takes it. */
export interface LocalRequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(
    request: HandlerRequest,
    // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
    options?: { abortSignal?: any },
  ): Promise<{ response: { statusCode: number; headers: Record<string, string>; body: Uint8Array } }>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

export function requestHandler(service: Service): LocalRequestHandler {
  return {
    metadata: { handlerProtocol: "http/1.1" },
    async handle({ method, hostname, port, path, query, headers, body }, { abortSignal } = {}) {
      throwIfAborted(abortSignal);
      const content = await bytes(body);
      throwIfAborted(abortSignal);
      const lowercase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
      const host = port === undefined ? hostname : `${hostname}:${port}`;
      const sent = new Map([["host", host], ...lowercase]);
      const response = service.answer({ method, path, query: queryText(query), headers: sent, body: content });
      if (!response) throw connectionLost();
      return { response: { statusCode: response.status, headers: response.headers, body: response.body } };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  };
}

function throwIfAborted(signal: { aborted?: boolean } | undefined): void {
  // The name by which the SDK knows it.
  if (signal?.aborted) throw Object.assign(new Error("Request aborted"), { name: "AbortError" });
}

function queryText(query: HandlerRequest["query"] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    values === null ? [encode(name)] : [values].flat().map((value) => `${encode(name)}=${encode(value)}`),
  );
  return pairs.join("&");
}

/** As a query is signed. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
