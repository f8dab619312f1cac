// The details of events about stages and compositions.
// https://docs.aws.amazon.com/ivs/latest/RealTimeUserGuide/eventbridge.html
import type { UndocumentedDetail } from "./undocumented.js";

/** A composition, whose ARN is `resources[0]` of the event. */
export interface CompositionDetail {
  /** The stage that is composed. */
  stage_arn: string;
}

/** A composition began or ended. */
export interface CompositionSessionDetail extends CompositionDetail {
  event_name: "Session Start" | "Session End";
}

/** A composition did not begin, or ended too soon. */
export interface CompositionSessionFailureDetail extends CompositionDetail {
  event_name: "Session Failure";
  /** `StageDeleted`, `DestinationFailure` or `InternalServerException`. */
  error_code: string;
  /** Why, in words. */
  reason: string;
}

/** Output to a destination began, ended, or was interrupted and is tried again. */
export interface CompositionDestinationDetail extends CompositionDetail {
  event_name: "Destination Start" | "Destination End" | "Destination Reconnecting";
  /** The destination. */
  id: string;
}

/** Output to a destination failed. */
export interface CompositionDestinationFailureDetail extends CompositionDetail {
  event_name: "Destination Failure";
  /** The destination. */
  id: string;
  /** `ResourceNotFoundException`, `AccessDeniedException`, `ConflictException` or `InternalServerException`. */
  error_code: string;
  /** Why, in words. */
  reason: string;
}

/** Of `IVS Composition State Change`. */
export type CompositionStateChangeDetail =
  | CompositionSessionDetail
  | CompositionSessionFailureDetail
  | CompositionDestinationDetail
  | CompositionDestinationFailureDetail
  | UndocumentedDetail<"event_name">;

/** The recording of one participant to S3. The ARN of the stage is `resources[0]` of the event. */
export interface ParticipantRecordingDetail {
  session_id: string;
  participant_id: string;
  recording_s3_bucket_name: string;
  recording_s3_key_prefix: string;
}

/** A recording began. */
export interface ParticipantRecordingStartDetail extends ParticipantRecordingDetail {
  event_name: "Recording Start";
}

/** A recording is complete. */
export interface ParticipantRecordingEndDetail extends ParticipantRecordingDetail {
  event_name: "Recording End";
  /** In milliseconds. */
  recording_duration_ms: number;
}

/** A recording did not begin. */
export interface ParticipantRecordingStartFailureDetail extends ParticipantRecordingDetail {
  event_name: "Recording Start Failure";
  /** `ResourceNotFoundException`, `AccessDeniedException`, `ValidationException` or `InternalServerException`. */
  error_code: string;
  /** Why, in words. */
  reason: string;
}

/** A recording ended too soon. */
export interface ParticipantRecordingEndFailureDetail extends ParticipantRecordingDetail {
  event_name: "Recording End Failure";
  /** In milliseconds. */
  recording_duration_ms: number;
  /** `ResourceNotFoundException`, `AccessDeniedException` or `InternalServerException`. */
  error_code: string;
  /** Why, in words. */
  reason: string;
}

/** Of `IVS Participant Recording State Change`. */
export type ParticipantRecordingStateChangeDetail =
  | ParticipantRecordingStartDetail
  | ParticipantRecordingEndDetail
  | ParticipantRecordingStartFailureDetail
  | ParticipantRecordingEndFailureDetail
  | UndocumentedDetail<"event_name">;

/** What a participant of a stage did. The ARN of the stage is `resources[0]` of the event. */
export interface ParticipantDetail {
  session_id: string;
  participant_id: string;
  /** The id that the participant's token gives the user, if it gives one. */
  user_id?: string;
  /** When it happened, such as `"2026-11-28T10:00:00Z"`; some have fractions of a second, up to nine digits. */
  event_time: string;
}

/** Where a participant comes from that is replicated from another stage. */
export interface ParticipantReplicaDetail {
  /** Whether the participant is a replica; where it is absent, it is none. */
  replica?: boolean;
  /** The stage of which it is a replica. */
  source_stage_arn?: string;
  /** The session of which it is a replica. */
  source_session_id?: string;
}

/** A participant began or ceased to publish. */
export interface ParticipantPublishedDetail extends ParticipantDetail, ParticipantReplicaDetail {
  event_name: "Participant Published" | "Participant Unpublished";
  /** The same as `event_time`, in microseconds, such as `"2026-11-28T10:00:00.123456Z"`. */
  event_time_precise: string;
}

/** A participant could not publish, or no longer. */
export interface ParticipantPublishErrorDetail extends ParticipantDetail, ParticipantReplicaDetail {
  event_name: "Participant Publish Error";
  /** Such as `"BITRATE_EXCEEDED"`; the API's `EventErrorCode` lists them. */
  error_code: string;
}

/** The replication of a participant to another stage began or ended. */
export interface ParticipantReplicationDetail extends ParticipantDetail {
  event_name: "Participant Replication Start" | "Participant Replication End";
  destination_stage_arn: string;
  destination_session_id: string;
}

/** What a participant's token allows. */
export interface ParticipantTokenDetail {
  /** `"PUBLISH"`, `"SUBSCRIBE"`. */
  capabilities: string[];
  /** What the application gave the participant to show to others. */
  attributes?: Record<string, string>;
  user_id?: string;
  /** Such as `"2026-11-28T11:00:00Z"`. */
  expiration_time: string;
}

/** A participant exchanged its token for another. */
export interface TokenExchangedDetail extends ParticipantDetail {
  event_name: "Token Exchanged";
  previous_token: ParticipantTokenDetail;
  new_token: ParticipantTokenDetail;
}

/** Of `IVS Stage Update`. */
export type StageUpdateDetail =
  | ParticipantPublishedDetail
  | ParticipantPublishErrorDetail
  | ParticipantReplicationDetail
  | TokenExchangedDetail
  | UndocumentedDetail<"event_name">;
