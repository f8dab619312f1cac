import type { StreamHealth } from "../ivs/enumerations.js";

/** A member of {@link StreamChange} that may be another than in the item before. */
export type ChangedMember = "state" | "streamId" | "health" | "viewerCount" | "startTime";

/** How a channel's stream is, and in what that differs from the item before of the same channel. */
export interface StreamChange {
  /** The channel. */
  channelArn: string;
  /** Whether the channel has a stream. All below is `undefined` if it has none. */
  state: "LIVE" | "OFFLINE";
  /** The stream. One that began again has another, also if the end in between was not seen. */
  streamId: string | undefined;
  /** Whether the encoder delivers enough. */
  health: StreamHealth | undefined;
  /** How many watch: the last count that the service gave for this stream. `undefined` until it gives one. */
  viewerCount: number | undefined;
  /** When the stream began. */
  startTime: Date | undefined;
  /** What differs from the item before of this channel; nothing in the first item, which says what is there. */
  changed: ChangedMember[];
}
