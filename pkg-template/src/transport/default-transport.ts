import type { Members } from "../config.js";
import type { Sender } from "./request-handler.js";

/** The options of a request handler that this transport has, beside `requestTimeout`. */
export const HANDLER_OPTIONS: readonly string[] = [];

/** What sends requests where the configuration has no `fetch`; nothing, for the global `fetch`. */
export function defaultTransport(_config: Members, _options: Members): Sender | undefined {
  return undefined;
}
