// Reads a response, which may be anything: that of a mock, or one that somebody patched.
import { boundedBody, MAX_BODY_BYTES } from "./bounded-body.js";
import { dropNulls } from "./drop-nulls.js";
import { NotAResponse } from "./not-a-response.js";
import type { Answered } from "./settled.js";

/** What `config.fetch` must resolve to. A `Response` is one. */
export interface FetchResponse {
  status: number;
  headers: { get(name: string): string | null | undefined };
  text(): Promise<string> | string;
}

const MAX_HEADER_UNITS = 4096;

/** Reads a response to its end, and rejects where it is none or breaks off. */
export async function readResponse(response: FetchResponse): Promise<Answered> {
  const { status, headers } = response;
  // A browser hides what it was redirected to, and even that, behind the status 0.
  if (status === 0) throw new NotAResponse("is a redirect, which a signed request cannot follow");
  if (!Number.isInteger(status) || status < 100 || status > 999) throw new NotAResponse("has no HTTP status");
  const header = (name: string) => {
    try {
      const value = headers.get(name);
      return typeof value === "string" ? value.slice(0, MAX_HEADER_UNITS) : undefined;
    } catch {
      return undefined;
    }
  };
  const { body } = response as Partial<Response>;
  // The usual answer says that it is within the limit, and to read it so is faster. A mock, or whoever patched `text`, has no other body.
  const isBounded = Number(header("content-length")) <= MAX_BODY_BYTES && !header("content-encoding");
  const readable = isBounded || Object.hasOwn(response, "text") || !body?.pipeThrough ? response : boundedBody(body);
  const text = await readable.text();
  if (typeof text !== "string") throw new NotAResponse("has a body that is not text");
  const retryAfter = header("retry-after");
  return {
    kind: "answered",
    status,
    date: Date.parse(header("date") ?? ""),
    isFromCache: header("age") !== undefined,
    errorType: header("x-amzn-errortype"),
    xAmzRetryAfter: header("x-amz-retry-after"),
    retryAfter,
    retryAfterDate: Date.parse(retryAfter ?? ""),
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
