// The service for other programs of this machine, over HTTP.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { corsHeaders, isPreflight, type Openness } from "./cors.js";
import { streamEvents, wantsEvents } from "./event-stream.js";
import { hasOneHost, isNoOtherPage, isOwnPage } from "./hosts.js";
import { LocalError } from "./local-error.js";
import type { Service, WireResponse } from "./service.js";
import { builtin } from "./wasm.js";

/** How a server listens. */
export interface ListenOptions {
  /** Address to listen on; `127.0.0.1` by default. Of others than loopback addresses everybody who reaches it may call, and is told the key. */
  address?: string | undefined;
  /** Names that the endpoints below `/_local/` answer to besides `localhost`; the first is that of the endpoint. */
  hosts?: readonly string[] | undefined;
  /** Answers what the service does not, if it returns a response. @internal */
  files?: ((method: string, path: string) => Promise<WireResponse | undefined>) | undefined;
  /** Called when a request has been answered. @internal */
  answered?: ((request: Answered) => void) | undefined;
}

/** @internal */
export interface Answered {
  method: string;
  path: string;
  status: number;
  ms: number;
  headers: Record<string, string>;
}

/** A server that listens. */
export interface Listening {
  /** Its origin, such as `http://127.0.0.1:8087`. */
  readonly url: string;
  /** Stops listening. Requests that are being answered have a second. */
  close(): Promise<void>;
}

/** Bytes of the longest body of a call. */
const MAX_BODY = 10 << 20;

/** Bytes of the longest body of other requests. */
const MAX_LOCAL_BODY = 64 << 10;

/** Milliseconds in which a request has to arrive. */
const PATIENCE = 60_000;

/** Milliseconds that requests in flight have when it is closed. */
const FINISHING = 800;

export async function listen(service: Service, port: number, options: ListenOptions): Promise<Listening> {
  const http = builtin<typeof import("node:http")>("http");
  if (!http) throw new LocalError("NoServer", "there is no server here: use local.fetch, or local.requestHandler");
  check(port, options);
  // Throws if it is closed.
  service.catchUp();
  const { address = "127.0.0.1" } = options;
  // The address that was chosen is one of its names; unless it is all of them.
  const chosen = address === "::" || address === "0.0.0.0" ? [] : [address.includes(":") ? `[${address}]` : address];
  const hosts = [...(options.hosts ?? []), ...chosen];
  const streams = new Set<() => void>();
  const limits = {
    requestTimeout: PATIENCE,
    headersTimeout: PATIENCE,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: 64 << 10,
  };
  const server = http.createServer(limits, (request, response) => {
    answer(service, request, response, { ...options, hosts }, streams).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new LocalError("CannotListen", explain(error, port))));
    server.listen(port, address, resolve);
  });
  const url = origin(server, options.hosts?.[0]);
  const leave = service.moveTo(url);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise<void>((resolve) => {
      for (const end of streams) end();
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), FINISHING).unref();
      service.servers.delete(close);
      leave();
    });
    return closing;
  };
  service.servers.add(close);
  return { url, close };
}

function check(port: number, { address, hosts = [] }: ListenOptions): void {
  const wrong = (problem: string) => new LocalError("InvalidOption", problem);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw wrong("port: must be a whole number from 0 to 65535");
  if (address !== undefined && typeof address !== "string") throw wrong("address: must be a text, such as 127.0.0.1");
  const isName = (host: unknown) => typeof host === "string" && /^[a-z0-9._-]+$/i.test(host);
  if (!Array.isArray(hosts) || !hosts.every(isName))
    throw wrong("hosts: must be names without a port, such as ivs.test");
}

/** By its name if it has one, else by its address, which is that of this machine if it is all of them. */
function origin(server: Server, name: string | undefined): string {
  const { address, port, family } = server.address() as { address: string; port: number; family: string };
  if (name !== undefined) return `http://${name}:${port}`;
  if (address === "::" || address === "0.0.0.0") return `http://127.0.0.1:${port}`;
  return family === "IPv6" ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

function explain(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE") return `port ${port} is taken; choose another, or 0 for any that is free`;
  if (error.code === "EACCES") return `port ${port} is not allowed to you; choose one above 1023`;
  return `cannot listen: ${error.message}`;
}

type Known = ListenOptions & { hosts: readonly string[] };

async function answer(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
  options: Known,
  streams: Set<() => void>,
): Promise<void> {
  const started = performance.now();
  const method = request.method ?? "";
  const [path = "", ...rest] = (request.url ?? "").split("?");
  const query = rest.join("?");
  const kind = kindOf(path);
  const cors = corsHeaders(openness(service, kind), request.headers.origin, options.hosts);
  const send = ({ status, headers, body }: WireResponse) => {
    const always = { "content-length": body.length, "x-amzn-requestid": crypto.randomUUID() };
    response.writeHead(status, { ...always, ...headers, ...cors }).end(body);
    options.answered?.({ method, path, status, ms: performance.now() - started, headers });
  };
  if (!hasOneHost(request.rawHeaders)) {
    return send(
      failure(
        400,
        "BadRequestException",
        "The request does not have exactly one header Host of the form name or name:port.",
      ),
    );
  }
  const isRejected =
    (kind === "local" && !isOwnPage(request.headers, options.hosts)) ||
    (kind === "api" && service.anyKey && !isNoOtherPage(request.headers, options.hosts));
  if (isRejected) {
    return send(failure(403, "AccessDeniedException", "Only programs and pages of this machine may call this."));
  }
  if (isPreflight(method, request.headers)) return send({ status: 200, headers: {}, body: new Uint8Array() });
  if (kind === "local" && wantsEvents(method, path, request.headers)) {
    response.writeHead(200, {
      ...cors,
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    return streamEvents(service, request, query, response, streams);
  }
  const limit = kind === "api" || path === "/_local/state" ? MAX_BODY : MAX_LOCAL_BODY;
  const body = await read(request, limit);
  if (!body) {
    return send(failure(413, "RequestEntityTooLargeException", `The body is longer than ${limit} bytes.`));
  }
  const file = kind === "api" ? await options.files?.(method, path) : undefined;
  if (file) return send(file);
  const answered = service.answer({ method, path, query, headers: headersOf(request), body });
  // The connection ends, and nothing is sent.
  if (answered) send(answered);
  else request.socket.destroy();
}

/**
 * The API is open to pages of any origin, as far as it is protected by the signature, and so are players. The local endpoints return the
 * secret.
 */
function openness(service: Service, kind: "api" | "local" | "play"): Openness {
  if (kind === "play") return "players";
  return kind === "local" || service.anyKey ? "own" : "any";
}

/** Whose rules a path is under. */
function kindOf(path: string): "api" | "local" | "play" {
  if (path.startsWith("/_local/")) return "local";
  return path.startsWith("/api/video/v1/") ? "play" : "api";
}

function* headersOf({ rawHeaders }: IncomingMessage): Generator<[string, string]> {
  // Each as it was received: Node would join those of one name, and drop some.
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    yield [(rawHeaders[i] ?? "").toLowerCase(), rawHeaders[i + 1] ?? ""];
  }
}

/** The whole body, if it is not longer than that. */
async function read(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    // What is too long is taken, and not kept: who sends before reading would not see the answer.
    if (length <= limit) chunks.push(chunk);
  }
  if (length > limit) return undefined;
  const whole = new Uint8Array(length);
  let place = 0;
  for (const chunk of chunks) {
    whole.set(chunk, place);
    place += chunk.length;
  }
  return whole;
}

function failure(status: number, code: string, message: string): WireResponse {
  return {
    status,
    headers: { "content-type": "application/json", "x-amzn-errortype": code, "x-amzn-requestid": crypto.randomUUID() },
    body: new TextEncoder().encode(JSON.stringify({ message })),
  };
}
