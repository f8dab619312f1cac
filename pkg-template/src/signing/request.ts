// The request that is signed, read from what a caller gives: the URL as `fetch` will send it, headers of any form, and the body.
import { ParamValidationError } from "../errors/client-errors.js";
import { field, invalid, is, isA, object, text } from "../read.js";

/** A request to any AWS service. */
export interface RequestToSign {
  /** `"GET"` where it is left out. */
  method?: string | undefined;
  /**
   * Absolute `http` or `https` URL. It is signed as `fetch` will send it; a fragment is dropped. A plus sign in its query is a space,
   * and is sent as `%20`, which all services read alike.
   */
  url: string | URL;
  /**
   * An object (its own members), a `Headers`, a `Map` or pairs. All are in the signed request, and all are signed but those that
   * proxies and tracers change, such as `via`, `traceparent` or `baggage`.
   */
  headers?: Record<string, string> | Iterable<readonly [string, string]> | undefined;
  /** At most 64 MiB. */
  body?: string | Uint8Array | ArrayBuffer | undefined;
}

/** Most bytes of a body, and units of all headers together, that are signed. */
const MAX_SIZE = 64 * 1024 * 1024;

/** A request that was read. */
export interface ReadRequest {
  method: string;
  url: URL;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: RequestToSign["body"];
}

export function readRequest(given: unknown): ReadRequest {
  const request = object(given, "request");
  return {
    method: text(request, "request", "method") ?? "GET",
    url: readUrl(field(request, "request", "url")),
    headers: readHeaders(field(request, "request", "headers") ?? {}),
    body: readBody(field(request, "request", "body")),
  };
}

/** The head as HTTP/1.1 has it, which is what the wasm signs. */
export function headOf({ method, url, headers }: ReadRequest): string {
  let head = `${method} ${url.pathname}${url.search} HTTP/1.1\n`;
  if (!Object.hasOwn(headers, "host")) head += `host:${url.host}\n`;
  for (const name of Object.keys(headers)) head += `${name}:${headers[name]}\n`;
  return head;
}

/** The URL as `fetch` will send it, so that what is signed is what is sent. */
function readUrl(value: unknown): URL {
  let url: URL | undefined;
  try {
    // Any other object would be made text, of whatever length and by whatever code.
    if (typeof value === "string" || isA("URL", value)) url = new URL(value as string | URL);
  } catch {
    // Reported below.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw invalid("request.url", "must be an http or https URL without user and password");
  }
  if (url.hash) url.hash = "";
  // Not all services that are compatible with S3 take it for a space.
  if (url.href.includes("+") && url.search.includes("+")) url.search = url.search.replaceAll("+", "%20");
  return url;
}

const NOT_HEADERS = "expected names and values that are strings: an object, a Headers, a Map or pairs";

/** The headers of an object (its own members), a `Headers`, a `Map` or pairs, as an object with names in lower case. */
function readHeaders(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) throw invalid("request.headers", NOT_HEADERS);
  const headers: Record<string, string> = {};
  let units = 0;
  const add = (name: unknown, text: unknown) => {
    if (typeof name !== "string") throw invalid("request.headers", NOT_HEADERS);
    const key = readName(name);
    if (typeof text !== "string") throw invalid(`request.headers.${name}`, `expected string, got ${typeof text}`);
    // An iterable may be endless.
    units += name.length + text.length + 1;
    if (units > MAX_SIZE) throw invalid("request.headers", "are over 64 MiB");
    // Signed as UTF-8 and sent as Latin-1, a value beyond ASCII would not be the same twice.
    if (/[^\t\x20-\x7e]/.test(text)) {
      throw invalid(`request.headers.${name}`, "must be printable ASCII: encode anything else");
    }
    if (!Object.hasOwn(headers, key)) setMember(headers, key, text);
    // RFC 9112, 3.2: a server refuses a second host.
    else if (key === "host") throw invalid("request.headers.host", "is there twice: give one");
    else setMember(headers, key, `${headers[key]},${text}`);
  };
  try {
    if (typeof (value as Iterable<unknown>)[Symbol.iterator] !== "function") {
      for (const name of Object.keys(value)) add(name, (value as Record<string, unknown>)[name]);
      return headers;
    }
    for (const pair of value as Iterable<unknown>) {
      // As `fetch` has it: a text such as "a: b" is no pair, although its characters could be iterated.
      if (typeof pair !== "object") throw invalid("request.headers", NOT_HEADERS);
      const [name, text, more] = pair as Iterable<unknown>;
      if (more !== undefined) throw invalid("request.headers", NOT_HEADERS);
      add(name, text);
    }
    return headers;
  } catch (error) {
    throw is(error, ParamValidationError) ? error : invalid("request.headers", NOT_HEADERS);
  }
}

/** A header's name in lower case. */
function readName(name: string): string {
  // RFC 9110, 5.6.2.
  if (/^[\w!#-'*+.^`|~-]+$/.test(name)) return name.toLowerCase();
  const valid = /^[\w!#-'*+.^`|~-]*/.exec(name)?.[0] ?? "";
  // What follows may be a value, such as the one of a line "authorization: …".
  const shown = name
    ? `\`${valid.slice(0, 100)}${JSON.stringify(name[valid.length]).slice(1, -1)}…\``
    : "an empty name";
  throw invalid("request.headers", `${shown} is not a name that HTTP allows; use letters, digits and hyphens`);
}

/** Sets an own member, also one that is named `__proto__`. */
function setMember(of: Record<string, string>, name: string, value: string): void {
  if (name !== "__proto__") of[name] = value;
  else Object.defineProperty(of, name, { value, writable: true, enumerable: true, configurable: true });
}

function readBody(body: unknown): RequestToSign["body"] {
  const size = typeof body === "string" ? body.length : isBytes(body) ? body.byteLength : undefined;
  if (body !== undefined && size === undefined)
    throw invalid("request.body", "expected string, Uint8Array or ArrayBuffer");
  if (size !== undefined && size > MAX_SIZE)
    throw invalid("request.body", "is over 64 MiB: sign it with `signBody: false`");
  return body as RequestToSign["body"];
}

/** Whether a value is one, of whatever realm, and does not only say so. */
function isBytes(value: unknown): value is Uint8Array | ArrayBuffer {
  try {
    if (ArrayBuffer.isView(value)) return isA("Uint8Array", value);
    return isA("ArrayBuffer", value) && new Uint8Array(value as ArrayBuffer).buffer === value;
  } catch {
    // Its contents were transferred to somebody else.
    return false;
  }
}
