// Which web pages may call.
import type { IncomingHttpHeaders } from "node:http";
import { isOwnOrigin } from "./hosts.js";

/** The headers of a signed request. */
const REQUEST_HEADERS = [
  "content-type",
  "authorization",
  "x-amz-date",
  "x-amz-security-token",
  "x-amz-user-agent",
  "x-amz-content-sha256",
  "amz-sdk-invocation-id",
  "amz-sdk-request",
  // Of who reads server-sent events.
  "last-event-id",
].join(",");

const CALLS = {
  "access-control-allow-methods": "GET,POST,DELETE",
  "access-control-allow-headers": REQUEST_HEADERS,
  "access-control-expose-headers": "x-amzn-errortype,x-amzn-requestid,date",
  "access-control-max-age": "600",
};

/** Players may send any header. */
const PLAYERS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET",
  "access-control-allow-headers": "*",
  "access-control-max-age": "600",
};

/** Which pages may call: of any origin; those that may send any header, too; or of this machine and of these hosts only. */
export type Openness = "any" | "players" | "own";

/** The headers of CORS in the response to a page. */
export function corsHeaders(
  openness: Openness,
  origin: string | undefined,
  hosts: readonly string[],
): Record<string, string> {
  if (openness === "players") return PLAYERS;
  if (openness === "any") return { ...CALLS, "access-control-allow-origin": "*" };
  const vary = { ...CALLS, vary: "origin" };
  return origin !== undefined && isOwnOrigin(origin, hosts) ? { ...vary, "access-control-allow-origin": origin } : vary;
}

/** Whether a browser asks what it may send. */
export function isPreflight(method: string, headers: IncomingHttpHeaders): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}
