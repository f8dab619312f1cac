import type { IvsOperations } from "../ivs/operations.js";

/** What a client needs to have for its streams to be watched. */
export type StreamClient = Pick<IvsOperations, "getStream" | "listStreams">;

/** What a client needs to have for its sessions to be watched. */
export type SessionClient = Pick<IvsOperations, "getStreamSession">;

/** Options of whatever watches. */
export interface WatchOptions {
  /**
   * Milliseconds from one poll to the next, from 1,000 to 86,400,000. Up to a tenth more is added at random, and more while the service
   * throttles or fails. Default: 5,000.
   */
  interval?: number | undefined;
  /**
   * Ends the iteration: a `next` that waits, or the next one, rejects with the signal's reason. An `AbortSignal`, of whatever realm, or one
   * of `@smithy/abort-controller`.
   */
  // biome-ignore lint/suspicious/noExplicitAny: `onabort` of the SDK's signal has a `this` of its own
  signal?: AbortSignal | { readonly aborted: boolean; onabort: any } | undefined;
}
