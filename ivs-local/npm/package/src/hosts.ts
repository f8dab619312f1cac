// Whom a request is for, by `Host`, and which page it is from, by `Origin`.
import type { IncomingHttpHeaders } from "node:http";

/** The characters of a host, and optionally a port. */
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._~!$&'()*+,;=%-]+)(?::\d*)?$/i;

const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/(.+)$/i;

/** Whether there is one valid `Host` (RFC 9112, section 3.2). */
export function hasOneHost(rawHeaders: readonly string[]): boolean {
  const values = rawHeaders.filter((_, place) => place % 2 === 1 && rawHeaders[place - 1]?.toLowerCase() === "host");
  return values.length === 1 && values.every((value) => HOST.test(value));
}

/** Whether the value of `Origin` is a page of this machine, or of one of the names, whatever its port. */
export function isOwnOrigin(origin: string, hosts: readonly string[]): boolean {
  const host = ORIGIN.exec(origin)?.[1];
  return host !== undefined && isOwnHost(host, hosts);
}

/**
 * Whether a request is for this machine, or one of the names, and from no page of another. CORS alone keeps a page from reading the
 * response, but not from sending the request, nor from having its own name resolve to this machine.
 */
export function isOwnPage(headers: IncomingHttpHeaders, hosts: readonly string[]): boolean {
  return isOwnHost(headers.host ?? "", hosts) && isNoOtherPage(headers, hosts);
}

/** Whether a request is from no page of another origin. */
export function isNoOtherPage({ origin }: IncomingHttpHeaders, hosts: readonly string[]): boolean {
  return origin === undefined || isOwnOrigin(origin, hosts);
}

function isOwnHost(host: string, hosts: readonly string[]): boolean {
  const name = HOST.exec(host)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  return (
    name === "localhost" ||
    name === "[::1]" ||
    /^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(name) ||
    hosts.some((known) => known.toLowerCase() === name)
  );
}
