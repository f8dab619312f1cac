// @ts-check
import { load } from "./engine.js";
import { attempt } from "./report.js";

/** @import { PresignOptions, RequestToSign, SignedRequest, SignOptions } from "./types.js" */

/**
 * Signs a request to any AWS service in its headers.
 * @param {RequestToSign} request
 * @param {SignOptions} options
 * @returns {Promise<SignedRequest>}
 */
export async function signRequest(request, options) {
  const engine = await load();
  return attempt(() => engine.signRequest(withPairs(request), options));
}

/**
 * Signs a request to any AWS service in its query.
 * @param {RequestToSign} request
 * @param {PresignOptions} options
 * @returns {Promise<string>} the URL
 */
export async function presignRequest(request, options) {
  const engine = await load();
  return attempt(() => engine.presignRequest(withPairs(request), options));
}

/** The request with its headers, which may be an object, a `Headers`, a `Map` or pairs, as an array of pairs. */
function withPairs({ method, url, headers, body }) {
  const pairs = typeof headers?.[Symbol.iterator] === "function" ? [...headers] : Object.entries(headers ?? {});
  return { method, url: String(url), headers: pairs, body };
}
