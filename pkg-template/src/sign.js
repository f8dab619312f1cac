// @ts-check
// The signer for any AWS service.
import { load } from "./engine.js";
import { sign } from "./ivs_wasm.js";
import { CredentialsError, ParamValidationError } from "./errors/client-errors.js";
import { bits, credentials, field, flag, invalid, is, object, text } from "./read.js";
import { failure } from "./report.js";

/** @import { PresignOptions, RequestToSign, SignedRequest, SignOptions } from "./signing/sign-options.js" */

/** Most bytes of a body, and units of all headers together, that are signed. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Signs a request to any AWS service in its headers.
 * @param {RequestToSign} request
 * @param {SignOptions} options
 * @returns {Promise<SignedRequest>}
 */
export async function signRequest(request, options) {
  const read = readRequest(request);
  const added = await signed(read, options);
  const { method, url, headers, body } = read;
  let start = 0;
  for (let end; (end = added.indexOf("\n", start)) > 0; start = end + 1) {
    const colon = added.indexOf(":", start);
    headers[added.slice(start, colon)] = added.slice(colon + 1, end);
  }
  return { method, url: url.href, headers, body };
}

/**
 * Signs a request to any AWS service in its query.
 * @param {RequestToSign} request
 * @param {PresignOptions} options
 * @returns {Promise<string>} the URL
 */
export async function presignRequest(request, options) {
  const read = readRequest(request);
  const expiresIn = field(object(options, "options"), "options", "expiresIn") ?? 3600;
  // The wasm takes whole numbers of 32 bits, and refuses 0.
  read.url.search = await signed(read, options, Number.isInteger(expiresIn) && expiresIn < 2 ** 32 ? expiresIn : 0);
  return read.url.href;
}

/** What the wasm adds to a request: headers as lines, or with an expiry the query. */
async function signed({ texts, payload }, options, expiresIn) {
  const terms = readTerms(options);
  await load();
  try {
    return sign(terms.texts + texts, payload, terms.flags, terms.date, expiresIn);
  } catch (report) {
    throw failure(report);
  }
}

/** @param {any} request */
function readRequest(request) {
  object(request, "request");
  const method = text(request, "request", "method") ?? "GET";
  const url = readUrl(field(request, "request", "url"));
  const headers = readHeaders(field(request, "request", "headers") ?? {});
  const body = field(request, "request", "body");
  const payload = bytes(body);
  let lines = "";
  for (const name in headers) lines += `${name}:${headers[name]}\n`;
  const texts = `${method}\0${url.host}\0${url.pathname}\0${url.search.slice(1)}\0${lines}\0${payload ? "" : (body ?? "")}`;
  return { method, url, headers, body, texts, payload };
}

/** The URL as `fetch` will send it, so that what is signed is what is sent. */
function readUrl(value) {
  let url;
  try {
    // Any other object would be made text, of whatever length and by whatever code.
    if (typeof value === "string" || is(value, URL)) url = new URL(value);
  } catch {
    // Told below.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw invalid("request.url", "must be an http or https URL without user and password");
  }
  if (url.hash) url.hash = "";
  return url;
}

/** The headers of an object, a `Headers`, a `Map` or pairs, as an object with names in lower case. */
function readHeaders(value) {
  try {
    const pairs = typeof value[Symbol.iterator] === "function" ? value : Object.entries(value);
    const headers = {};
    let units = 0;
    for (const [name, text] of pairs) {
      // An iterable may be endless.
      units += name.length + text.length + 1;
      if (units > LARGEST) throw invalid("request.headers", "are over 64 MiB");
      // Signed as UTF-8 and sent as Latin-1, a value beyond ASCII would not be the same twice.
      if (typeof text !== "string" || /[^\t\x20-\x7e]/.test(text) || /[^\t\x20-\x7e]/.test(name)) {
        throw invalid(`request.headers.${name}`, "must be printable ASCII: encode anything else");
      }
      const key = name.toLowerCase();
      headers[key] = Object.hasOwn(headers, key) ? `${headers[key]},${text}` : text;
    }
    return headers;
  } catch (error) {
    throw is(error, ParamValidationError) ? error : invalid("request.headers", "expected names and values that are strings");
  }
}

/** The bytes of a body that is not text. */
function bytes(body) {
  const small = (value, size) => {
    if (size > LARGEST) throw invalid("request.body", "is over 64 MiB: sign it with `signBody: false`");
    return value;
  };
  if (body === undefined) return undefined;
  if (typeof body === "string") return small(undefined, body.length);
  if (is(body, Uint8Array)) return small(body, body.byteLength);
  if (is(body, ArrayBuffer)) return new Uint8Array(small(body, body.byteLength));
  throw invalid("request.body", "expected string, Uint8Array or ArrayBuffer");
}

function time(date) {
  if (date === undefined) return Date.now();
  try {
    return typeof date === "number" ? date : Date.prototype.getTime.call(date);
  } catch {
    throw invalid("options.date", "expected a Date or milliseconds since 1970");
  }
}

/** @param {any} options */
function readTerms(options) {
  object(options, "options");
  const given = field(options, "options", "credentials");
  if (given === undefined) throw new CredentialsError("options.credentials: is required");
  const [accessKeyId, secretAccessKey, sessionToken] = credentials(given, "options.credentials");
  const region = text(options, "options", "region");
  const service = text(options, "options", "service");
  return {
    texts: `${region ?? ""}\0${accessKeyId}\0${secretAccessKey}\0${sessionToken ?? ""}\0${service ?? ""}\0`,
    date: time(field(options, "options", "date")),
    flags: bits(
      !flag(options, "options", "normalizePath", true),
      !flag(options, "options", "doubleEncodePath", true),
      !flag(options, "options", "signSessionToken", true),
      !flag(options, "options", "signBody", true),
      flag(options, "options", "contentSha256Header"),
    ),
  };
}
