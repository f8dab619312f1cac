// `client.config`: the configuration as AWS's SDK shows it to programs, tracers and plugins, most of it as functions that give promises.
import type { Logger } from "./call/call-log.js";
import type { Endpoint } from "./config/endpoint.js";
import { PROVIDED } from "./config/member-names.js";
import { checkedRegion } from "./config/region.js";
import type { UserAgent } from "./config/user-agent.js";
import type { EngineOptions, Settings } from "./config.js";
import type { Credentials } from "./credentials.js";
import { invalid } from "./read.js";
import type { HandlerOptions, RequestHandler } from "./transport/request-handler.js";

/**
 * The configuration of a client, complete: to be read, and not to be changed. What is asked of it may ask the configuration's functions,
 * the environment and the credentials' provider, as a call would; a promise rejects with what calls reject with.
 */
export interface ResolvedConfig {
  region(): Promise<string>;
  /** Those that a call would use now. */
  credentials(): Promise<Credentials>;
  /** The endpoint override in parts; `undefined` where there is none, as in the SDK, because the region decides then. */
  readonly endpoint: (() => Promise<Endpoint>) | undefined;
  readonly isCustomEndpoint: boolean;
  useFipsEndpoint(): Promise<boolean>;
  useDualstackEndpoint(): Promise<boolean>;
  maxAttempts(): Promise<number>;
  retryMode(): Promise<"standard" | "adaptive">;
  userAgentAppId(): Promise<string | undefined>;
  readonly customUserAgent: UserAgent | undefined;
  /** As it was given; `undefined` where the runtime's own transport is used. */
  readonly requestHandler: RequestHandler | HandlerOptions | Record<string, unknown> | undefined;
  readonly logger: Logger | undefined;
  readonly profile: string | undefined;
  /** Milliseconds, as configured. What is learned from answers is not in it. */
  readonly systemClockOffset: number;
  /** Such as `"ivs"`. */
  readonly serviceId: string;
  /** Such as `"2020-07-14"`. */
  readonly apiVersion: string;
  readonly defaultSigningName: string;
}

/** Milliseconds before credentials expire at which others are asked for, as in the wasm (`src/call/credentials.rs`). */
const REFRESH_BEFORE = 300_000;

/**
 * A view of a client's settings.
 * @param settings gives them, or throws what is wrong with them
 */
export function resolvedConfig(settings: () => Settings, service: { id: string; apiVersion: string }): ResolvedConfig {
  let given: Settings | undefined;
  try {
    given = settings();
  } catch {
    // What is asked below reports it, as calls do.
  }
  const members = given?.members ?? {};
  const { customUserAgent, systemClockOffset = 0, requestHandler, logger, profile } = members;
  const engine = async () => settings().engine ?? (await settings().complete());
  const functions = PROVIDED.map((name) => [name, async () => (await engine())[name as keyof EngineOptions]]);
  const endpointOverride = async () => {
    const { endpoint } = await engine();
    if (!endpoint) throw invalid("config.endpoint", "is the region's own");
    const { scheme, host, path } = endpoint;
    const { protocol, hostname, port } = new URL(`${scheme}//${host}`);
    return { protocol, hostname, ...(port && { port: Number(port) }), path: path || "/" };
  };
  return {
    ...Object.fromEntries(functions),
    async region() {
      const { region } = await engine();
      if (!region) throw invalid("config.region", 'is missing: give a region such as "us-west-2"');
      return checkedRegion(region, "config.region");
    },
    requestHandler,
    logger,
    profile,
    systemClockOffset,
    async credentials() {
      const { latest, provide } = settings().credentials;
      const isFresh = latest && !(Number(latest.expiration) < Date.now() + REFRESH_BEFORE);
      const provided = isFresh ? latest : await provide();
      if (provided.kind === "ended") throw provided.thrown;
      const { kind: _, expiration, ...credentials } = provided;
      return { ...credentials, ...(expiration !== undefined && { expiration: new Date(expiration) }) };
    },
    get endpoint() {
      return this.isCustomEndpoint ? endpointOverride : undefined;
    },
    get isCustomEndpoint() {
      // One of the environment is known when a call has asked for it.
      return members.endpoint !== undefined || given?.engine?.endpoint !== undefined;
    },
    customUserAgent: typeof customUserAgent === "string" ? [[customUserAgent]] : customUserAgent,
    serviceId: service.id,
    apiVersion: service.apiVersion,
    defaultSigningName: service.id,
  } as ResolvedConfig;
}
