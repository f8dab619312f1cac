// The forms in which AWS's SDK takes an endpoint, and what is signed and sent of them.
import { invalid, isA } from "../read.js";
import { isPromise } from "./provider.js";

/** An endpoint in parts, as AWS's SDK has it. */
export interface Endpoint {
  /** `"http:"` or `"https:"`. */
  protocol: string;
  hostname: string;
  port?: number | undefined;
  /** Begins with a slash. */
  path: string;
  /** Must be empty: a query is part of each operation's own URL. */
  query?: object | undefined;
  /** Must be empty: `config.fetch` can add headers. */
  headers?: object | undefined;
}

/** An endpoint as text, as a `URL`, in parts, or as an object with a `URL`. */
export type AnyEndpoint = string | URL | Endpoint | { url: URL | string; headers?: object | undefined };

/**
 * The endpoint as text, in whatever form it is, empty where that cannot be; a function or a promise as it is. It is a copy, because the
 * object may be changed.
 */
export function endpointText(endpoint: unknown): unknown {
  if (typeof endpoint !== "object" || endpoint === null) return endpoint;
  try {
    // Own members only.
    const parts: Partial<Endpoint> & { url?: unknown } = Object.assign(Object.create(null), endpoint);
    const { url = endpoint, protocol, hostname, port, path = "" } = parts;
    if (isPromise(endpoint)) return endpoint;
    if ([parts.query, parts.headers].some((part) => Object.keys(part ?? {}).length > 0)) return "";
    if (hostname !== undefined) return `${protocol}//${hostname}${port ? `:${port}` : ""}${path}`;
    // The text of anything else may be endless.
    return typeof url === "string" || isA("URL", url) ? `${url}` : "";
  } catch {
    return "";
  }
}

/**
 * Scheme, host and path of the endpoint as `fetch` will read it, so that what is signed is what is sent.
 * @param source where it was found
 */
export function endpointParts(given: unknown, source: string): { scheme: string; host: string; path: string } {
  const endpoint = endpointText(given);
  let url: URL | undefined;
  try {
    url = new URL(endpoint as string);
  } catch {
    // Reported below.
  }
  if (
    typeof endpoint !== "string" ||
    !/^https?:\/\/[^?#\\]*$/i.test(endpoint) ||
    !url ||
    url.username ||
    url.password
  ) {
    throw invalid(
      source,
      'must be a URL such as "https://host:port/path", without user, password, query, fragment and headers',
    );
  }
  return { scheme: url.protocol, host: url.host, path: url.pathname.replace(/\/+$/, "") };
}
