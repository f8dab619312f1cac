// The details of events about channels and their streams.
// https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/eventbridge.html
import type { UndocumentedDetail } from "./undocumented.js";

/** The stream that an event is about. The ARN of its channel is `resources[0]` of the event. */
export interface StreamEventDetail {
  /** The channel's name, which may be `""`. */
  channel_name: string;
  /** The session, such as `"st-1AbCdEfGhIjKlMnOpQrStUv"`: a new one each time that the channel goes live. */
  stream_id: string;
}

/** An encoder connected, a stream went live, a stream ended, or another encoder took it over. */
export interface StreamStateDetail extends StreamEventDetail {
  event_name: "Session Created" | "Stream Start" | "Stream End" | "Stream Takeover";
}

/** The encoder disconnected. It may come before the "Stream End" of the same stream. */
export interface SessionEndedDetail extends StreamEventDetail {
  event_name: "Session Ended";
  /**
   * Why, for some streams of several tracks: `MultitrackInputNotAllowed`, `MultitrackInputRequired`,
   * `InvalidGetClientConfigurationStreamKey`, `GetClientConfigurationStreamKeyRequired`, `InvalidMultitrackInputTrackCount`,
   * `InvalidMultitrackInputVideoTrackMediaProperties`.
   */
  code?: string;
}

/** The stream did not go live. */
export interface StreamFailureDetail extends StreamEventDetail {
  event_name: "Stream Failure";
  /** Why, in words. */
  reason: string;
}

/** Another encoder was not let in. The stream goes on. */
export interface StreamTakeoverFailureDetail extends StreamEventDetail {
  event_name: "Stream Takeover Failure";
  /** Why: `StreamTakeoverMediaMismatch`, `StreamTakeoverInvalidPriority`, `StreamTakeoverLimitBreached`. */
  code: string;
}

/** Of `IVS Stream State Change`. */
export type StreamStateChangeDetail =
  | StreamStateDetail
  | SessionEndedDetail
  | StreamFailureDetail
  | StreamTakeoverFailureDetail
  | UndocumentedDetail<"event_name">;

/** The stream began or ceased to starve: no data came from the encoder. */
export interface StarvationDetail extends StreamEventDetail {
  event_name: "Starvation Start" | "Starvation End";
}

/** Of `IVS Stream Health Change`. */
export type StreamHealthChangeDetail = StarvationDetail | UndocumentedDetail<"event_name">;

/** What a limit is and by how much it was exceeded. */
export interface LimitDetail {
  /** The limit, in `limit_unit`. */
  limit_value: number;
  /** By how much, in the same unit. */
  exceeded_by: number;
  /** `"bits per second"`, `"total pixels"`, `"pixels per edge"`, `"active streams"` or `"viewers"`. */
  limit_unit: string;
}

/** A stream has more than its channel's type allows. */
export interface IngestLimitDetail extends LimitDetail, StreamEventDetail {
  limit_name: "Ingest Bitrate" | "Ingest Resolution";
}

/** The account has more than its quota in the region allows. The event's `resources` are empty. */
export interface ConcurrencyLimitDetail extends LimitDetail {
  limit_name: "Concurrent Broadcasts" | "Concurrent Viewers";
}

/** Of `IVS Limit Breach`, which has no `event_name`. */
export type LimitBreachDetail = IngestLimitDetail | ConcurrencyLimitDetail | UndocumentedDetail<"limit_name">;

/** A recording of a channel to S3. */
export interface RecordingDetail extends StreamEventDetail {
  /** Why it failed, such as `"ValidationException"`; `""` when all is well. */
  recording_status_reason: string;
  recording_s3_bucket_name: string;
  /** Where in the bucket; `""` when the recording did not start. With merged recordings it may have another session's id in it. */
  recording_s3_key_prefix: string;
  /** In milliseconds; 0 at the start. */
  recording_duration_ms: number;
  recording_session_id: string;
}

/** A recording began, did not begin, or ended too soon. */
export interface RecordingStatusDetail extends RecordingDetail {
  recording_status: "Recording Start" | "Recording Start Failure" | "Recording End Failure";
  /** The streams in the recording so far, if it says so. */
  recording_session_stream_ids?: string[];
}

/** A recording is complete. */
export interface RecordingEndDetail extends RecordingDetail {
  recording_status: "Recording End";
  /** The streams in the recording: several, where those that follow closely are merged. */
  recording_session_stream_ids: string[];
}

/** Of `IVS Recording State Change`, which has no `event_name`. */
export type RecordingStateChangeDetail =
  | RecordingStatusDetail
  | RecordingEndDetail
  | UndocumentedDetail<"recording_status">;

/** Advertisements were put into the stream. https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/server-side-ad-insertion.html */
export interface AdBreakDetail extends StreamEventDetail {
  event_name: "Ad Break Inserted";
  ad_break_id: string;
  duration_seconds: number;
  /** When it is to begin, such as `"2026-11-28T10:00:10Z"`. */
  target_start_time: string;
}

/** Of `IVS Ad Break State Change`. */
export type AdBreakStateChangeDetail = AdBreakDetail | UndocumentedDetail<"event_name">;
