import type { StreamHealth } from "../ivs/enumerations.js";
import type { Stream, StreamSummary } from "../ivs/structures.js";
import { timeOf } from "../read.js";
import { isObject } from "./read-output.js";
import type { ChangedMember, StreamChange } from "./stream-change.js";

/** How a channel's stream is, as it is kept. */
export interface Snapshot {
  readonly state: "LIVE" | "OFFLINE";
  readonly streamId?: string | undefined;
  readonly health?: StreamHealth | undefined;
  readonly viewerCount?: number | undefined;
  /** In milliseconds since 1970: a `Date` could be changed by who is given it. */
  readonly startTime?: number | undefined;
}

const MEMBERS: readonly ChangedMember[] = ["state", "streamId", "health", "viewerCount", "startTime"];

/** What is known of a channel without a stream. */
export const OFFLINE: Snapshot = { state: "OFFLINE" };

/**
 * What the service says of a stream, which is the same in `GetStream` and `ListStreams`.
 * @param last what was known of the channel
 */
export function snapshotOf(stream: Stream | StreamSummary | undefined | null, last: Snapshot | undefined): Snapshot {
  if (!isObject(stream) || stream.state === "OFFLINE") return OFFLINE;
  const { streamId, health, viewerCount } = stream;
  const startTime = timeOf(stream.startTime);
  return {
    state: "LIVE",
    streamId,
    health,
    // -1: the service has not counted them in time.
    viewerCount: viewerCount !== undefined && viewerCount >= 0 ? viewerCount : countOf(last, streamId),
    startTime: Number.isNaN(startTime) ? undefined : startTime,
  };
}

function countOf(last: Snapshot | undefined, streamId: string | undefined): number | undefined {
  return last?.streamId === streamId ? last?.viewerCount : undefined;
}

/** What there is to tell of a channel, if anything, to somebody who was told `before`. */
export function changeOf(channelArn: string, before: Snapshot | undefined, now: Snapshot): StreamChange | undefined {
  const changed = before ? MEMBERS.filter((member) => before[member] !== now[member]) : [];
  if (before && changed.length === 0) return undefined;
  const { state, streamId, health, viewerCount, startTime } = now;
  const began = startTime === undefined ? undefined : new Date(startTime);
  return { channelArn, state, streamId, health, viewerCount, startTime: began, changed };
}
