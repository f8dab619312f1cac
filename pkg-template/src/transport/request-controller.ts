import type { Transport } from "../config.js";

/** Aborts one attempt's request. */
export interface RequestController {
  /** What the transport is given. */
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

/** A controller for a request that this transport sends. */
export function requestController(_transport: Transport): RequestController {
  return new AbortController();
}
