import type { Service } from "./service.js";

/** Statuses of responses that have no body. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** A `fetch` whose every request the service answers, whatever its host. */
export function fetchFrom(service: Service): typeof globalThis.fetch {
  return async (input, init) => {
    const request = typeof input === "object" && "url" in input ? input : undefined;
    const url = new URL(request ? request.url : String(input));
    const signal = init?.signal ?? request?.signal;
    signal?.throwIfAborted();
    const method = (init?.method ?? request?.method ?? "GET").toUpperCase();
    const headers = new Headers(init?.headers ?? request?.headers);
    const body = await bytes(init?.body ?? (request && method !== "GET" ? await request.arrayBuffer() : null));
    // Whoever aborts in the same turn has it aborted, as with any other `fetch`.
    signal?.throwIfAborted();
    headers.set("host", url.host);
    const response = service.answer({ method, path: url.pathname, query: url.search.slice(1), headers, body });
    if (!response) throw new TypeError("fetch failed", { cause: connectionLost() });
    const { status } = response;
    return new Response(WITHOUT_BODY.has(status) || method === "HEAD" ? null : response.body, {
      status,
      headers: response.headers,
    });
  };
}

/** What Node says of a connection that ended without an answer. */
export function connectionLost(): Error {
  return Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
}

/** The bytes of a body, whatever it is. */
export async function bytes(body: unknown): Promise<Uint8Array> {
  if (body === null || body === undefined) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  return new Uint8Array(await new Response(body as BodyInit).arrayBuffer());
}
