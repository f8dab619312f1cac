// @ts-check
// The configuration, completed by the environment variables that AWS's tools share.
import { CredentialsError } from "./errors.js";
import { bits, credentials, field, flag, invalid, object, text } from "./read.js";

/**
 * What the wasm's `Engine` is made of, in the order of its parameters.
 * @param {any} config
 */
export function engineArguments(config) {
  object(config, "config");
  const fetch = field(config, "config", "fetch");
  if (fetch !== undefined && typeof fetch !== "function") throw invalid("config.fetch", "expected a function such as fetch");
  const userAgent = text(config, "config", "customUserAgent");
  // A header's value goes into the signature as UTF-8 and over the wire as Latin-1: only ASCII is the same in both.
  if (/[^ -~]/.test(userAgent ?? "")) throw invalid("config.customUserAgent", "must be printable ASCII: it is sent in a header");
  const texts = [
    text(config, "config", "region") ?? variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION") ?? "",
    userAgent,
    ...(field(config, "config", "credentials") === undefined ? ofEnvironment() : credentials(config, "config")),
    ...ofUrl(text(config, "config", "endpoint") ?? variable("AWS_ENDPOINT_URL_IVS") ?? variable("AWS_ENDPOINT_URL")),
  ];
  return [texts, bits(flag(config, "config", "useFipsEndpoint"), flag(config, "config", "useDualstackEndpoint")), fetch];
}

/**
 * Scheme, host and path of the endpoint as `fetch` will read it, so that what is signed is what is sent.
 * @param {string | undefined} endpoint
 */
function ofUrl(endpoint) {
  if (endpoint === undefined) return [];
  let url;
  try {
    url = new URL(endpoint);
  } catch {
    // Told below.
  }
  if (!/^https?:\/\/[^?#\\]*$/i.test(endpoint) || !url || url.username || url.password) {
    throw invalid("config.endpoint", 'must be a URL such as "https://host:port/path", without user, password, query and fragment');
  }
  return [url.protocol, url.host, url.pathname.replace(/\/+$/, "")];
}

function ofEnvironment() {
  const accessKeyId = variable("AWS_ACCESS_KEY_ID");
  const secretAccessKey = variable("AWS_SECRET_ACCESS_KEY");
  if (!accessKeyId || !secretAccessKey) {
    throw new CredentialsError(
      "There are no credentials: give `credentials`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where there is an environment",
    );
  }
  return [accessKeyId, secretAccessKey, variable("AWS_SESSION_TOKEN")];
}

/**
 * An environment variable of Node, Deno or Bun that is set and not empty. A page has none, and Deno may not permit to read it.
 * @param {string} name
 * @returns {string | undefined}
 */
function variable(name) {
  try {
    return globalThis.process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
