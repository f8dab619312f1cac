// Reads a response, which may be anything: that of a mock, or one that somebody patched.
import { NetworkError } from "../errors/client-errors.js";
import { dropNulls } from "./drop-nulls.js";
import type { Answered } from "./settled.js";

/** What `config.fetch` must resolve to. A `Response` is one. */
export interface FetchResponse {
  status: number;
  headers: { get(name: string): string | null | undefined };
  text(): Promise<string> | string;
}

/** What a transport resolved to is no response that can be used. */
export class NotAResponse extends NetworkError {
  constructor(why: string) {
    super(`fetch resolved to something that is no response: it ${why}`);
  }
}

const MAX_HEADER_UNITS = 4096;

/** Reads a response to its end, and rejects where it is none or breaks off. */
export async function readResponse(response: FetchResponse): Promise<Answered> {
  const { status, headers } = response;
  // A browser hides what it was redirected to, and even that, behind the status 0.
  if (status === 0) throw new NotAResponse("is a redirect, which a signed request cannot follow");
  if (!Number.isInteger(status) || status < 100 || status > 999) throw new NotAResponse("has no HTTP status");
  const text = await response.text();
  if (typeof text !== "string") throw new NotAResponse("has a body that is not text");
  const header = (name: string) => {
    try {
      const value = headers.get(name);
      return typeof value === "string" ? value.slice(0, MAX_HEADER_UNITS) : undefined;
    } catch {
      return undefined;
    }
  };
  const retryAfter = header("retry-after");
  return {
    kind: "answered",
    status,
    date: Date.parse(header("date") ?? ""),
    isFromCache: header("age") !== undefined,
    errorType: header("x-amzn-errortype"),
    xAmzRetryAfter: header("x-amz-retry-after"),
    retryAfter,
    retryAfterDate: retryAfter === undefined ? NaN : Date.parse(retryAfter),
    body: parse(text),
    text,
    header,
  };
}

/**
 * The body parsed, if it is an object, without its members that are `null`. An empty body and `null` are objects without members;
 * a byte order mark is skipped.
 */
function parse(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text.replace(/^\uFEFF/, "") || "{}") ?? {};
    if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
    if (text.includes("null")) dropNulls(body);
    return body;
  } catch {
    return undefined;
  }
}
