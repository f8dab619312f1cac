// The configuration of a client: its members are read once, by the constructor; what it leaves out is completed by the first call,
// from the environment variables that AWS's tools share.
import type { Logger } from "./call/call-log.js";
import type { FetchResponse } from "./call/response.js";
import {
  type Credentials,
  type CredentialsProvider,
  type CredentialsSource,
  credentialsSource,
} from "./credentials.js";
import { environmentVariable as variable } from "./environment.js";
import { field, flag, invalid, number, object, text } from "./read.js";
import { defaultTransport } from "./transport/default-transport.js";

/** Configuration of a client. Its members are read once, by the constructor. */
export interface ClientConfig {
  /** AWS region, such as `"us-west-2"`. Where there is an environment: `AWS_REGION`, then `AWS_DEFAULT_REGION`. */
  region?: string | undefined;
  /**
   * Who signs, or a function that says who. Where there is an environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and
   * `AWS_SESSION_TOKEN`. Never put long-lived keys into a page: whoever loads it can read them.
   */
  credentials?: Credentials | CredentialsProvider | undefined;
  /**
   * URL to call instead of the region's own endpoint: `http` or `https`, a host, and optionally a port and a path. Where there
   * is an environment: `AWS_ENDPOINT_URL_IVS`, then `AWS_ENDPOINT_URL`.
   */
  endpoint?: string | undefined;
  /** Call the region's FIPS endpoint. Not together with `endpoint`. */
  useFipsEndpoint?: boolean | undefined;
  /** Call the region's endpoint for IPv4 and IPv6. Not together with `endpoint`. */
  useDualstackEndpoint?: boolean | undefined;
  /** How many times a request is sent at most, the first included: 1 or more; 3 where it is left out. 1 turns retries off. */
  maxAttempts?: number | undefined;
  /**
   * `"standard"`, where it is left out, waits longer before each retry and stops retrying while most calls fail. `"adaptive"` also
   * holds requests back after the service has throttled some; it suits one client that does one kind of work.
   */
  retryMode?: "standard" | "adaptive" | undefined;
  /**
   * Milliseconds that one attempt may take, its body included: 60,000 where it is left out; 0 for no limit. A provider of
   * credentials has as long, and ten seconds at least.
   */
  requestTimeout?: number | undefined;
  /**
   * Milliseconds to add to the clock of this machine, which may be negative: 0 where it is left out. The client finds this out by
   * itself from the `Date` of each answer.
   */
  systemClockOffset?: number | undefined;
  /**
   * Sends the requests: called with a URL and `{ method, headers, body, signal, redirect }`. Where it is left out, the global `fetch`
   * does; in Node, unless somebody has replaced that, `node:http` and `node:https` do, which cost less. `globalThis.fetch` chooses
   * `fetch` there.
   */
  fetch?: ((url: string, init: FetchInit) => Promise<FetchResponse>) | undefined;
  /**
   * In Node, opens the connections: an `Agent` of `node:https`, or of `node:http` where the endpoint begins so, or one for a proxy,
   * such as that of the package `https-proxy-agent`. Where it is left out, connections are kept alive and shared by all clients, at
   * most 256 to an origin, and `NODE_USE_ENV_PROXY=1` makes them go by the proxies that the environment names (Node 22.21, 24.5 and
   * newer). Of no use with `fetch`, nor elsewhere.
   */
  agent?: HttpAgent | undefined;
  /** Told what calls do. Nothing is, where it is left out. */
  logger?: Logger | undefined;
  /** Added to the `x-amz-user-agent` header, such as `"my-app/1.2"`: printable ASCII. */
  customUserAgent?: string | undefined;
  /** Only so that a configuration for AWS's SDK is one for this: the API has one version. */
  apiVersion?: string | undefined;
  /** Only so that a configuration for AWS's SDK is one for this: nothing is cached. */
  cacheMiddleware?: boolean | undefined;
}

/** An `Agent` of `node:http` or `node:https`, which these declarations do not ask you to have the types of. */
export interface HttpAgent {
  destroy(): unknown;
}

/** What `config.fetch` is called with. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Aborted when the attempt has taken too long, or the call was aborted. */
  signal?: AbortSignal;
  /** A signature is valid for one host and path: what is elsewhere must not be asked with it. */
  redirect?: "manual";
}

/** What sends requests. */
export type Transport = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** What a client's calls have in common. */
export interface Settings {
  /** What the wasm is given. */
  engine: EngineOptions;
  credentials: CredentialsSource;
  logger: Logger | undefined;
  /** Milliseconds; 0 where there is no limit. */
  requestTimeout: number;
  /** Sends the requests; without it, the global `fetch` does. */
  fetch: Transport | undefined;
}

/** The options of the wasm's `Engine` (`src/js/mod.rs`). */
export interface EngineOptions {
  service: string;
  region: string;
  endpoint: { scheme: string; host: string; path: string } | undefined;
  useFipsEndpoint: boolean;
  useDualstackEndpoint: boolean;
  retryMode: "standard" | "adaptive";
  maxAttempts: number;
  systemClockOffset: number;
  userAgent: string | undefined;
}

/**
 * Reads and checks a configuration. What is left out is completed by what this returns, when the first call asks for it: programs
 * set environment variables after they have made a client.
 * @param service id of the service in the wasm
 * @param endpointVariable environment variable with the service's endpoint
 */
export function readConfig(given: unknown, service: string, endpointVariable: string): () => Settings {
  const config = object(given, "config");
  const region = text(config, "config", "region");
  const credentials = field(config, "config", "credentials") as ClientConfig["credentials"];
  const fetch = field(config, "config", "fetch") as Transport | undefined;
  if (fetch !== undefined && typeof fetch !== "function")
    throw invalid("config.fetch", "expected a function such as fetch");
  const userAgent = text(config, "config", "customUserAgent");
  // A header's value goes into the signature as UTF-8 and over the wire as Latin-1: only ASCII is the same in both.
  if (/[^ -~]/.test(userAgent ?? ""))
    throw invalid("config.customUserAgent", "must be printable ASCII: it is sent in a header");
  const retryMode = text(config, "config", "retryMode") ?? "standard";
  if (retryMode !== "standard" && retryMode !== "adaptive")
    throw invalid("config.retryMode", 'expected "standard" or "adaptive"');
  const endpoint = text(config, "config", "endpoint");
  const options = {
    service,
    useFipsEndpoint: flag(config, "config", "useFipsEndpoint"),
    useDualstackEndpoint: flag(config, "config", "useDualstackEndpoint"),
    retryMode,
    maxAttempts: number(config, "config", "maxAttempts", 1) ?? 3,
    systemClockOffset: number(config, "config", "systemClockOffset") ?? 0,
    userAgent,
  } as const;
  const settings = {
    logger: field(config, "config", "logger") as Logger | undefined,
    requestTimeout: number(config, "config", "requestTimeout", 0) ?? 60_000,
    fetch: fetch ?? defaultTransport(config),
  };
  const fixed = typeof credentials === "object" ? settled(credentials) : credentials;

  return () => {
    const where = region ?? variable("AWS_REGION") ?? variable("AWS_DEFAULT_REGION") ?? "";
    const url = endpoint ?? variable(endpointVariable) ?? variable("AWS_ENDPOINT_URL");
    return {
      ...settings,
      engine: { ...options, region: where, endpoint: url === undefined ? undefined : endpointParts(url) },
      credentials: credentialsSource(fixed, where),
    };
  };
}

/** A copy of credentials, so that they are what they were. What cannot be read is an error when they are needed. */
function settled(credentials: Credentials): Credentials {
  try {
    const part = (name: string) => field(credentials, "config.credentials", name) as never;
    return {
      accessKeyId: part("accessKeyId"),
      secretAccessKey: part("secretAccessKey"),
      sessionToken: part("sessionToken"),
      expiration: part("expiration"),
    };
  } catch {
    return credentials;
  }
}

/** Scheme, host and path of the endpoint as `fetch` will read it, so that what is signed is what is sent. */
function endpointParts(endpoint: string): { scheme: string; host: string; path: string } {
  let url: URL | undefined;
  try {
    url = new URL(endpoint);
  } catch {
    // Reported below.
  }
  if (!/^https?:\/\/[^?#\\]*$/i.test(endpoint) || !url || url.username || url.password) {
    throw invalid(
      "config.endpoint",
      'must be a URL such as "https://host:port/path", without user, password, query and fragment',
    );
  }
  return { scheme: url.protocol, host: url.host, path: url.pathname.replace(/\/+$/, "") };
}
