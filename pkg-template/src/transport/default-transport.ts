import type { Transport } from "../config.js";

/** What sends requests where the configuration has no `fetch`; nothing, for the global `fetch`. */
export function defaultTransport(_config: object): Transport | undefined {
  return undefined;
}
