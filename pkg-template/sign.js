// @ts-check
// The signer for any AWS service.
import { load } from "./engine.js";
import { CredentialsError } from "./errors.js";
import { credentials, field, flag, invalid, object, text } from "./read.js";
import { attempt } from "./report.js";

/** @import { PresignOptions, RequestToSign, SignedRequest, SignOptions } from "./types.js" */

/** Most bytes of a body, and units of all headers together, that are signed. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Signs a request to any AWS service in its headers.
 * @param {RequestToSign} request
 * @param {SignOptions} options
 * @returns {Promise<SignedRequest>}
 */
export async function signRequest(request, options) {
  const { method, url, headers, body, signable } = readRequest(request);
  const terms = readTerms(options);
  const { sign } = await load();
  const added = await attempt(() => sign(...signable, ...terms));
  return { method, url: url.href, headers: { ...headers, ...added }, body };
}

/**
 * Signs a request to any AWS service in its query.
 * @param {RequestToSign} request
 * @param {PresignOptions} options
 * @returns {Promise<string>} the URL
 */
export async function presignRequest(request, options) {
  const { url, signable } = readRequest(request);
  const terms = readTerms(options);
  const expiresIn = field(options, "options", "expiresIn") ?? 3600;
  const { sign } = await load();
  // The wasm takes whole numbers of 32 bits, and refuses 0.
  url.search = await attempt(() => sign(...signable, ...terms, Number.isInteger(expiresIn) && expiresIn < 2 ** 32 ? expiresIn : 0));
  return url.href;
}

/** @param {any} request */
function readRequest(request) {
  object(request, "request");
  const method = text(request, "request", "method") ?? "GET";
  const url = readUrl(field(request, "request", "url"));
  const headers = readHeaders(field(request, "request", "headers") ?? {});
  const body = field(request, "request", "body");
  const signable = [method, url.host, url.pathname, url.search.slice(1), lines(headers), bytes(body)];
  return { method, url, headers, body, signable };
}

/** The URL as `fetch` will send it, so that what is signed is what is sent. */
function readUrl(value) {
  let url;
  try {
    url = new URL(value);
  } catch {
    // Told below.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw invalid("request.url", "must be an http or https URL without user and password");
  }
  url.hash = "";
  return url;
}

/** The headers of an object, a `Headers`, a `Map` or pairs, as an object with names in lower case. */
function readHeaders(value) {
  try {
    const pairs = typeof value[Symbol.iterator] === "function" ? [...value] : Object.entries(value);
    const headers = {};
    for (const [name, text] of pairs) {
      const key = name.toLowerCase();
      // Signed as UTF-8 and sent as Latin-1, a value beyond ASCII would not be the same twice.
      if (typeof text !== "string" || /[^\t\x20-\x7e]/.test(name + text)) {
        throw invalid(`request.headers.${name}`, "must be printable ASCII: encode anything else");
      }
      headers[key] = Object.hasOwn(headers, key) ? `${headers[key]},${text}` : text;
    }
    return headers;
  } catch (error) {
    throw error?.problems ? error : invalid("request.headers", "expected names and values that are strings");
  }
}

/** The headers as the wasm takes them: a line each. */
function lines(headers) {
  const text = Object.entries(headers).map(([name, value]) => `${name}:${value}`).join("\n");
  if (text.length > LARGEST) throw invalid("request.headers", "are over 64 MiB");
  return text;
}

function bytes(body) {
  if (body === undefined) return new Uint8Array();
  const size = body.length ?? body.byteLength;
  if (size > LARGEST) throw invalid("request.body", "is over 64 MiB: sign it with `signBody: false`");
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw invalid("request.body", "expected string, Uint8Array or ArrayBuffer");
}

/** @param {any} options */
function readTerms(options) {
  object(options, "options");
  if (field(options, "options", "credentials") === undefined) throw new CredentialsError("options.credentials: is required");
  return [
    ...credentials(options, "options"),
    text(options, "options", "region") ?? "",
    text(options, "options", "service") ?? "",
    Number(field(options, "options", "date") ?? Date.now()),
    flag(options, "options", "normalizePath", true),
    flag(options, "options", "doubleEncodePath", true),
    flag(options, "options", "signSessionToken", true),
    flag(options, "options", "signBody", true),
    flag(options, "options", "contentSha256Header"),
  ];
}
