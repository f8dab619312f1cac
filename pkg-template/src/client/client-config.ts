import type { Credentials, CredentialsProvider } from "../credentials/credentials-provider.js";
import type { FetchFunction, HttpAgent } from "../transport/fetch-function.js";

/**
 * Receives reports of attempts, retries and left-out members: `console` will do. Each method gets a sentence and an object with the same facts. No secret,
 * stream key or token is among them. What a method throws is ignored.
 */
export interface Logger {
  // biome-ignore-start lint/suspicious/noExplicitAny: loggers declare what they take in their own ways
  debug?: ((...content: any[]) => void) | undefined;
  info?: ((...content: any[]) => void) | undefined;
  warn?: ((...content: any[]) => void) | undefined;
  error?: ((...content: any[]) => void) | undefined;
  // biome-ignore-end lint/suspicious/noExplicitAny: loggers declare what they take in their own ways
}

/** Configuration of a client. It is read once, by the first call. */
export interface ClientConfig {
  /** AWS region, such as `"us-west-2"`. Where there is an environment: `AWS_REGION`, then `AWS_DEFAULT_REGION`. */
  region?: string | undefined;
  /**
   * Credentials, or a function that provides them. Where there is an environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and
   * `AWS_SESSION_TOKEN`. Never put long-lived keys into a page: whoever loads it can read them.
   */
  credentials?: Credentials | CredentialsProvider | undefined;
  /**
   * URL to call instead of the region's own endpoint: `http` or `https`, a host, and optionally a port and a path. Where there
   * is an environment: `AWS_ENDPOINT_URL_` and the service, such as `AWS_ENDPOINT_URL_IVS`, then `AWS_ENDPOINT_URL`.
   */
  endpoint?: string | undefined;
  /** Call the region's FIPS endpoint. Not together with `endpoint`. */
  useFipsEndpoint?: boolean | undefined;
  /** Call the region's endpoint for IPv4 and IPv6. Not together with `endpoint`. */
  useDualstackEndpoint?: boolean | undefined;
  /** How many times a request is sent at most, the first included: 1 or more; 3 where it is left out. 1 turns retries off. */
  maxAttempts?: number | undefined;
  /**
   * `"standard"`, where it is left out, waits longer before each retry and stops retrying while most calls fail. `"adaptive"` also holds
   * requests back after the service has throttled some; it suits one client that does one kind of work.
   */
  retryMode?: "standard" | "adaptive" | undefined;
  /** Milliseconds that one attempt may take, its body included: 60,000 where it is left out; 0 for no limit. */
  requestTimeout?: number | undefined;
  /**
   * Milliseconds to add to the clock of this machine, which may be negative: 0 where it is left out. The client finds this out by itself
   * from the `Date` of each response.
   */
  systemClockOffset?: number | undefined;
  /**
   * Sends the requests: called with a URL and `{ method, headers, body, signal, redirect }`. Where it is left out, the global `fetch` does;
   * in Node, unless somebody has replaced that, `node:http` and `node:https` do, which cost less. `globalThis.fetch` chooses `fetch` there.
   */
  fetch?: FetchFunction | undefined;
  /**
   * In Node, opens the connections: an `Agent` of `node:https`, or of `node:http` where the endpoint begins so, or one for a proxy, such as
   * that of the package `https-proxy-agent`. Where it is left out, connections are kept alive and shared by all clients, at most 256 to an
   * origin, and `NODE_USE_ENV_PROXY=1` makes them go by the proxies that the environment names (Node 22.21, 24.5 and newer).
   * Of no use with `fetch`, nor elsewhere.
   */
  agent?: HttpAgent | undefined;
  /** Receives reports of what calls do. */
  logger?: Logger | undefined;
  /** Added to the `x-amz-user-agent` header, such as `"my-app/1.2"`: printable ASCII. */
  customUserAgent?: string | undefined;
  /** Only so that a configuration for `@aws-sdk/client-ivs` is one for this: the API has one version. */
  apiVersion?: string | undefined;
  /** Only so that a configuration for `@aws-sdk/client-ivs` is one for this: there is no middleware. */
  cacheMiddleware?: boolean | undefined;
}
