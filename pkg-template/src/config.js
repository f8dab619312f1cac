// @ts-check
// The configuration, completed by the environment variables that AWS's tools share.
import { credentialsSource } from "./credentials.js";
import { variable } from "./environment.js";
import { bits, field, flag, invalid, number, object, text } from "./read.js";
import { transport } from "./transport.js";

/**
 * What a client's calls have in common.
 * @typedef {object} Settings
 * @property {any[]} engine what the wasm's `Engine` is made of, in the order of its parameters
 * @property {ReturnType<typeof credentialsSource>} credentials
 * @property {any} logger
 * @property {number} requestTimeout milliseconds; 0 where there is no limit
 */

/**
 * @param {any} config
 * @returns {Settings}
 */
export function readConfig(config) {
  object(config, "config");
  const region = text(config, "config", "region") ?? variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION") ?? "";
  const fetch = field(config, "config", "fetch");
  if (fetch !== undefined && typeof fetch !== "function") throw invalid("config.fetch", "expected a function such as fetch");
  const userAgent = text(config, "config", "customUserAgent");
  // A header's value goes into the signature as UTF-8 and over the wire as Latin-1: only ASCII is the same in both.
  if (/[^ -~]/.test(userAgent ?? "")) throw invalid("config.customUserAgent", "must be printable ASCII: it is sent in a header");
  const retryMode = text(config, "config", "retryMode") ?? "standard";
  if (!/^(standard|adaptive)$/.test(retryMode)) throw invalid("config.retryMode", 'expected "standard" or "adaptive"');
  const flags = bits(
    flag(config, "config", "useFipsEndpoint"),
    flag(config, "config", "useDualstackEndpoint"),
    retryMode === "adaptive",
  );
  // The wasm takes no more than 32 bits.
  const maxAttempts = Math.min(number(config, "config", "maxAttempts", 1) ?? 3, 2 ** 32 - 1);
  const systemClockOffset = number(config, "config", "systemClockOffset") ?? 0;
  const endpoint = text(config, "config", "endpoint") ?? variable("AWS_ENDPOINT_URL_IVS") ?? variable("AWS_ENDPOINT_URL");
  return {
    engine: [["ivs", region, userAgent, ...ofUrl(endpoint)].join("\0"), flags, maxAttempts, systemClockOffset, fetch ?? transport(config)],
    credentials: credentialsSource(config, region),
    logger: field(config, "config", "logger"),
    requestTimeout: number(config, "config", "requestTimeout", 0) ?? 60_000,
  };
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
