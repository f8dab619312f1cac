// The configuration of a client: its members are read once, by the constructor; the first call completes it, by what its functions
// give and by what AWS's tools share.
import type { Logger } from "./call/call-log.js";
import type { FetchResponse } from "./call/response.js";
import { type AnyEndpoint, endpointParts, endpointText } from "./config/endpoint.js";
import { foundSettings } from "./config/found-settings.js";
import { MEMBERS, PROVIDED } from "./config/member-names.js";
import { checkMember } from "./config/members.js";
import { isPromise, type Provider, provided } from "./config/provider.js";
import { pairText, readUserAgent, type UserAgent } from "./config/user-agent.js";
import {
  type CallerClientConfig,
  type Credentials,
  type CredentialsProvider,
  type CredentialsSource,
  credentialsSource,
} from "./credentials.js";
import { field, fieldNames, flag, invalid, number, object, text } from "./read.js";
import { type HandlerOptions, type RequestHandler, readTransport, type Sending } from "./transport/request-handler.js";

/** Configuration of a client. Its members are read once, by the constructor. */
export interface ClientConfig {
  /**
   * AWS region, such as `"us-west-2"`. In Node, Deno and Bun, where it is left out: `AWS_REGION`, `AWS_DEFAULT_REGION`, `region` of the
   * profile, or where the EC2 instance is.
   */
  region?: Provider<string | undefined>;
  /**
   * Who signs, or a function that says who. In Node, Deno and Bun, where it is left out: as AWS's SDK finds them, see
   * docs/guides/credentials.md. Never put long-lived keys into a page: whoever loads it can read them.
   */
  credentials?: Credentials | Promise<Credentials> | CredentialsProvider | undefined;
  /**
   * URL to call instead of the region's own endpoint: `http` or `https`, a host, and optionally a port and a path; as text, as a `URL`, in
   * parts, or as `{ url }`. In Node, Deno and Bun, where it is left out: `AWS_ENDPOINT_URL_IVS`, `AWS_ENDPOINT_URL`, or `endpoint_url` of
   * the profile's services or of the profile.
   */
  endpoint?: Provider<AnyEndpoint | undefined>;
  /** In Node, Deno and Bun: take no endpoint from the environment and from profiles. */
  ignoreConfiguredEndpointUrls?: boolean | undefined;
  /**
   * Call the region's FIPS endpoint. Not together with `endpoint`. In Node, Deno and Bun,
   * where it is left out: `AWS_USE_FIPS_ENDPOINT`, or `use_fips_endpoint` of the profile.
   */
  useFipsEndpoint?: Provider<boolean | undefined>;
  /**
   * Call the region's endpoint for IPv4 and IPv6. Not together with `endpoint`. In Node, Deno and Bun, where it is left out:
   * `AWS_USE_DUALSTACK_ENDPOINT`, or `use_dualstack_endpoint` of the profile.
   */
  useDualstackEndpoint?: Provider<boolean | undefined>;
  /**
   * In Node, Deno and Bun, the profile of `~/.aws/config` and `~/.aws/credentials` that has what is left out here: `AWS_PROFILE` or
   * `"default"` where it is left out. With one of either, keys in environment variables are not used, as in AWS's SDK. Elsewhere there
   * are no profiles.
   */
  profile?: string | undefined;
  /**
   * How many times a request is sent at most, the first included: 1 or more; 1 turns retries off. 3 where it is left out; in Node, Deno and
   * Bun `AWS_MAX_ATTEMPTS` or `max_attempts` of the profile comes before that.
   */
  maxAttempts?: Provider<number | string | undefined>;
  /**
   * `"standard"`, where it is left out, waits longer before each retry and stops retrying while most calls fail. `"adaptive"` also
   * holds requests back after the service has throttled some; it suits one client that does one kind of work. `"legacy"`, which AWS's
   * tools share, is `"standard"`. In Node, Deno and Bun, where it is left out: `AWS_RETRY_MODE`, or `retry_mode` of the profile.
   */
  retryMode?: Provider<"standard" | "adaptive" | (string & {}) | undefined>;
  /**
   * Milliseconds that one attempt may take, its body included: 60,000 where it is left out; 0 for no limit. A provider of
   * credentials and a function of this configuration have as long, and ten seconds at least.
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
   * Sends the requests, as one of AWS's SDK: an object whose `handle` is called, such as a `NodeHttpHandler`, or the options of a
   * `NodeHttpHandler` (in Node only) or of a `FetchHttpHandler`. Not together with `fetch` and `agent`, timeouts aside. `requestTimeout`
   * applies to a handler as well.
   * See https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/configuring-http-handler.html
   */
  requestHandler?: RequestHandler | HandlerOptions | Record<string, unknown> | undefined;
  /**
   * In Node, opens the connections: an `Agent` of `node:https`, or of `node:http` where the endpoint begins so, or one for a proxy,
   * such as that of the package `https-proxy-agent`. Where it is left out, connections are kept alive and shared by all clients, at
   * most 256 to an origin, and `NODE_USE_ENV_PROXY=1` makes them go by the proxies that the environment names (Node 22.21, 24.5 and
   * newer). Of no use with `fetch`, nor elsewhere.
   */
  agent?: HttpAgent | undefined;
  /** Told what calls do. Nothing is, where it is left out. */
  logger?: Logger | undefined;
  /** Added to the `x-amz-user-agent` header, such as `"my-app/1.2"` or `[["my-app", "1.2"]]`: printable ASCII. */
  customUserAgent?: string | UserAgent | undefined;
  /**
   * Name of the application, added to the `x-amz-user-agent` header as `app/NAME`; AWS asks for 50 characters at most. In Node,
   * Deno and Bun, where it is left out: `AWS_SDK_UA_APP_ID`, or `sdk_ua_app_id` of the profile.
   */
  userAgentAppId?: Provider<string | undefined>;
  /** Only so that a configuration for AWS's SDK is one for this: the API has one version. */
  apiVersion?: string | undefined;
  /** Only so that a configuration for AWS's SDK is one for this: nothing is to be cached. */
  cacheMiddleware?: boolean | undefined;
  /** Only so that a configuration for AWS's SDK is one for this: no operation of the API has a host of its own. */
  disableHostPrefix?: boolean | undefined;
  /** Only so that a configuration for AWS's SDK is one for this: the API has one scheme, Signature Version 4. */
  authSchemePreference?: Provider<string[]> | undefined;
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

/** The members of a configuration by name. */
export type Members = Readonly<Record<string, unknown>>;

/** What a client's calls have in common. */
export interface Settings extends Sending {
  /** The members of the configuration, as they were read. */
  members: Members;
  /** What the wasm is given, once `complete` has made it. */
  engine: EngineOptions | undefined;
  /** Whether that asks functions or promises of the caller. */
  asks: boolean;
  /** Makes it: all that ask meanwhile wait for the same, and a failure is not kept. */
  complete(): Promise<EngineOptions>;
  /** Has the next who asks begin anew: what does not come may never do. */
  abandon(): void;
  credentials: CredentialsSource;
  logger: Logger | undefined;
  /** Told by the name of its error that an attempt failed, and that there will be another. */
  attemptFailed?: (errorName?: string) => void;
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
  /** Is in the user agent. */
  userAgentAppId: string | undefined;
}

/**
 * Reads a configuration. What is left out is completed when the first call asks for it: programs set environment variables after they
 * have made a client.
 * @param service id of the service in the wasm
 * @param endpointVariable environment variable with the service's endpoint
 */
export function readConfig(given: unknown, service: string, endpointVariable: string): Settings {
  const members = readMembers(given);
  const { credentials } = members as Pick<ClientConfig, "credentials">;
  const options = {
    service,
    systemClockOffset: number(members, "config", "systemClockOffset") ?? 0,
    userAgent: readUserAgent(members),
  };

  let completing: Promise<EngineOptions> | undefined;
  const abandon = () => {
    completing = undefined;
  };
  const complete = async () => {
    try {
      settings.engine = await completed(members, options, endpointVariable);
      return settings.engine;
    } catch (error) {
      abandon();
      throw error;
    }
  };
  const profile = text(members, "config", "profile");
  const caller = {
    region: async () => (await settings.complete()).region,
    profile,
    requestHandler: members.requestHandler,
  } as CallerClientConfig;
  const settings: Settings = {
    members,
    engine: undefined,
    asks: PROVIDED.some((name) => /function|object/.test(typeof members[name])),
    complete() {
      completing ??= complete();
      return completing;
    },
    abandon,
    credentials: credentialsSource(typeof credentials === "object" ? settled(credentials) : credentials, caller),
    logger: members.logger as Logger | undefined,
    ...readTransport(members),
  };
  return settings;
}

/** The members of a configuration, each read once. */
function readMembers(given: unknown): Members {
  const config = object(given, "config");
  const members: Record<string, unknown> = {};
  for (const name of MEMBERS) members[name] = field(config, "config", name);
  members.endpoint = endpointText(members.endpoint);
  const unknown = fieldNames(config, "config").filter((name) => {
    const value = Object.hasOwn(members, name) ? undefined : field(config, "config", name);
    return value !== undefined && checkMember(name, value);
  });
  try {
    const message = `ivs-wasm: config: ignored: ${JSON.stringify(unknown).slice(0, 500)}`;
    if (unknown.length > 0) (members.logger as Logger | undefined)?.warn?.({ message });
  } catch {
    // The logger's own affair.
  }
  return members;
}

/** What needs no completion. */
type Options = Pick<EngineOptions, "service" | "systemClockOffset" | "userAgent">;

/** Completes a configuration by its functions, and by what is found elsewhere. */
async function completed(members: Members, options: Options, endpointVariable: string): Promise<EngineOptions> {
  const values = { ...members };
  for (const name of PROVIDED) values[name] = await provided(members[name], name);
  Object.assign(values, await foundSettings(values, endpointVariable));
  const { endpoint, maxAttempts, retryMode = "standard" } = values as { [name: string]: unknown; retryMode?: string };
  if (!["standard", "adaptive", "legacy"].includes(retryMode))
    throw invalid("config.retryMode", 'expected "standard" or "adaptive"');
  if (typeof maxAttempts === "string") values.maxAttempts = Number(maxAttempts);
  const userAgentAppId = text(values, "config", "userAgentAppId");
  return {
    ...options,
    region: text(values, "config", "region") ?? "",
    endpoint: endpoint === undefined ? undefined : endpointParts(endpoint, "config.endpoint"),
    useFipsEndpoint: flag(values, "config", "useFipsEndpoint"),
    useDualstackEndpoint: flag(values, "config", "useDualstackEndpoint"),
    maxAttempts: number(values, "config", "maxAttempts", 1) ?? 3,
    retryMode: retryMode === "adaptive" ? retryMode : "standard",
    userAgent:
      [userAgentAppId && pairText(["app", userAgentAppId]), options.userAgent].filter(Boolean).join(" ") || undefined,
    userAgentAppId,
  };
}

/** A copy of credentials, so that they are what they were. What cannot be read is an error when they are needed. */
function settled(credentials: Credentials | Promise<Credentials>): Credentials | CredentialsProvider {
  try {
    if (isPromise(credentials)) return () => credentials;
    const part = (name: string) => field(credentials, "config.credentials", name) as never;
    return {
      accessKeyId: part("accessKeyId"),
      secretAccessKey: part("secretAccessKey"),
      sessionToken: part("sessionToken"),
      expiration: part("expiration"),
    };
  } catch {
    return credentials as Credentials;
  }
}
