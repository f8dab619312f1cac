// A client's configuration as AWS's SDK shows it: what may come from an environment is a function that returns a promise.
import type { Logger } from "./call/call-log.js";
import type { Settings } from "./config.js";
import type { Credentials } from "./credentials.js";

/** What a client is configured with. */
export interface ResolvedConfig {
  /** The region that is called and signed for. */
  region(): Promise<string>;
  /** The credentials that requests are signed with, from the provider if there is one. */
  credentials(): Promise<Credentials>;
  maxAttempts(): Promise<number>;
  retryMode(): Promise<"standard" | "adaptive">;
  readonly logger: Logger | undefined;
  apiVersion: string;
  serviceId: string;
}

/** The configuration of the settings that calls use, which are read when somebody asks. */
export function resolvedConfig(settings: () => Settings): ResolvedConfig {
  const option =
    <Name extends keyof Settings["engine"]>(name: Name) =>
    async () =>
      settings().engine[name];
  return {
    region: option("region"),
    maxAttempts: option("maxAttempts"),
    retryMode: option("retryMode"),
    async credentials() {
      const provided = await settings().credentials.provide();
      if (provided.kind === "ended") throw provided.thrown;
      return provided as Credentials;
    },
    get logger() {
      try {
        return settings().logger;
      } catch {
        // Calls report what is wrong with the configuration.
        return undefined;
      }
    },
    apiVersion: "2020-07-14",
    serviceId: "ivs",
  };
}
