import type { FetchFunction } from "./fetch-function.js";

/** What sends requests where the configuration has no `fetch`; nothing, for the global `fetch`. */
export function defaultTransport(_config: object): FetchFunction | undefined {
  return undefined;
}
