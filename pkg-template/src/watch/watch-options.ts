import type { Stream, StreamSession, StreamSummary } from "../ivs/structures.js";

/** What the methods of a client are given beside their input. */
export interface CallSignal {
  /** Ends the call. A client that does not heed it makes the call to no purpose. */
  abortSignal?: AbortSignal;
}

/** What `getStreamOrNull` and `isLive` call: an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has this. */
export interface GetStreamClient {
  getStream(
    input: { channelArn: string },
    options?: CallSignal,
  ): Promise<{ stream?: Stream | undefined; $metadata?: unknown }>;
}

/** What `watchStream` calls: an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has these. */
export interface StreamClient extends GetStreamClient {
  listStreams(
    input: { maxResults: number; nextToken?: string },
    options?: CallSignal,
  ): Promise<{ streams?: StreamSummary[] | undefined; nextToken?: string | undefined; $metadata?: unknown }>;
}

/** What is needed of a session. */
export type WatchedSession = Pick<StreamSession, "streamId" | "endTime" | "truncatedEvents">;

/** What `watchSession` calls: an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has this. */
export interface SessionClient {
  getStreamSession(
    input: { channelArn: string; streamId?: string },
    options?: CallSignal,
  ): Promise<{ streamSession?: WatchedSession | undefined; $metadata?: unknown }>;
}

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
