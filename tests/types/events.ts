// `ivs-wasm/events` as users write it, checked by the compiler and never run: each documented event is narrowed by the name of its type,
// then by that of its detail, and nothing is left of them. Each `@ts-expect-error` fails when the line below it compiles.

import { compareIvsEvents, IvsEventDeduplicator, ParamValidationError, parseIvsEvent } from "ivs-wasm/events";
import type {
  AdBreakStateChangeDetail,
  CompositionStateChangeDetail,
  IvsEvent,
  IvsLimitBreachEvent,
  IvsStageUpdateEvent,
  IvsStreamStateChangeEvent,
  LimitBreachDetail,
  ParticipantRecordingStateChangeDetail,
  ParticipantTokenDetail,
  RecordingStateChangeDetail,
  StageUpdateDetail,
  StreamHealthChangeDetail,
  StreamStateChangeDetail,
  UndocumentedDetail,
  UndocumentedIvsEvent,
  UndocumentedName,
} from "ivs-wasm/events";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

/** Straight from the parser, without a guard. */
export function describe(input: unknown): string {
  const event = parseIvsEvent(input);
  same<typeof event, IvsEvent>(true);
  same<typeof event.source, "aws.ivs">(true);
  const arn: string | undefined = event.resources[0];
  switch (event["detail-type"]) {
    case "IVS Stream State Change":
      same<typeof event, IvsStreamStateChangeEvent>(true);
      return streamState(event.detail);
    case "IVS Stream Health Change":
      return health(event.detail);
    case "IVS Limit Breach":
      return limit(event.detail);
    case "IVS Recording State Change":
      return recording(event.detail);
    case "IVS Ad Break State Change":
      return adBreak(event.detail);
    case "IVS Composition State Change":
      return composition(event.detail);
    case "IVS Participant Recording State Change":
      return participantRecording(event.detail);
    case "IVS Stage Update":
      return stage(event.detail);
    case "IVS Publisher Recording State Change":
      same<typeof event.detail, Record<string, unknown>>(true);
      return `${event.detail.anything} ${arn}`;
    default: {
      // All that are documented are handled above.
      same<typeof event, UndocumentedIvsEvent>(true);
      const type: string = event["detail-type"];
      return (event["detail-type"] as string) === "AWS API Call via CloudTrail" ? `${event.detail.eventName}` : type;
    }
  }
}

function streamState(detail: StreamStateChangeDetail): string {
  switch (detail.event_name) {
    case "Session Created":
    case "Stream Start":
    case "Stream End":
    case "Stream Takeover":
      // @ts-expect-error: only others have a code
      detail.code;
      return detail.channel_name + detail.stream_id;
    case "Session Ended":
      same<typeof detail.code, string | undefined>(true);
      return detail.stream_id;
    case "Stream Failure":
      return detail.reason;
    case "Stream Takeover Failure":
      return detail.code;
    // @ts-expect-error: there is no such event
    case "Stream Started":
      return "";
    default: {
      same<typeof detail, UndocumentedDetail<"event_name">>(true);
      const name: string = detail.event_name;
      const other: unknown = detail.anything;
      return `${name}${other}`;
    }
  }
}

function health(detail: StreamHealthChangeDetail): string {
  switch (detail.event_name) {
    case "Starvation Start":
    case "Starvation End":
      return detail.channel_name + detail.stream_id;
    default:
      same<typeof detail, UndocumentedDetail<"event_name">>(true);
      return detail.event_name;
  }
}

function limit(detail: LimitBreachDetail): string {
  switch (detail.limit_name) {
    case "Ingest Bitrate":
    case "Ingest Resolution":
      return detail.channel_name + detail.stream_id + (detail.limit_value + detail.exceeded_by) + detail.limit_unit;
    case "Concurrent Broadcasts":
    case "Concurrent Viewers":
      // @ts-expect-error: it is about the account
      detail.stream_id;
      return `${detail.limit_value + detail.exceeded_by} ${detail.limit_unit}`;
    default:
      same<typeof detail, UndocumentedDetail<"limit_name">>(true);
      return detail.limit_name;
  }
}

function recording(detail: RecordingStateChangeDetail): string {
  switch (detail.recording_status) {
    case "Recording Start":
    case "Recording Start Failure":
    case "Recording End Failure":
      same<typeof detail.recording_session_stream_ids, string[] | undefined>(true);
      return detail.recording_status_reason + detail.recording_s3_bucket_name + detail.recording_s3_key_prefix;
    case "Recording End":
      return `${detail.recording_session_id} ${detail.recording_duration_ms / 1000} ${detail.recording_session_stream_ids.length}`;
    default:
      same<typeof detail, UndocumentedDetail<"recording_status">>(true);
      return detail.recording_status;
  }
}

function adBreak(detail: AdBreakStateChangeDetail): string {
  switch (detail.event_name) {
    case "Ad Break Inserted":
      return detail.stream_id + detail.ad_break_id + detail.duration_seconds.toFixed() + detail.target_start_time;
    default:
      same<typeof detail, UndocumentedDetail<"event_name">>(true);
      return detail.event_name;
  }
}

function composition(detail: CompositionStateChangeDetail): string {
  switch (detail.event_name) {
    case "Session Start":
    case "Session End":
      return detail.stage_arn;
    case "Session Failure":
      return detail.stage_arn + detail.error_code + detail.reason;
    case "Destination Start":
    case "Destination End":
    case "Destination Reconnecting":
      return detail.stage_arn + detail.id;
    case "Destination Failure":
      return detail.stage_arn + detail.id + detail.error_code + detail.reason;
    default:
      same<typeof detail, UndocumentedDetail<"event_name">>(true);
      return detail.event_name;
  }
}

function participantRecording(detail: ParticipantRecordingStateChangeDetail): string {
  switch (detail.event_name) {
    case "Recording Start":
      return detail.session_id + detail.participant_id + detail.recording_s3_bucket_name + detail.recording_s3_key_prefix;
    case "Recording End":
      return detail.participant_id + detail.recording_duration_ms.toFixed();
    case "Recording Start Failure":
      return detail.participant_id + detail.error_code + detail.reason;
    case "Recording End Failure":
      return detail.recording_duration_ms.toFixed() + detail.error_code + detail.reason;
    default:
      same<typeof detail, UndocumentedDetail<"event_name">>(true);
      return detail.event_name;
  }
}

function stage(detail: StageUpdateDetail): string {
  switch (detail.event_name) {
    case "Participant Published":
    case "Participant Unpublished":
      same<typeof detail.replica, boolean | undefined>(true);
      return detail.session_id + detail.participant_id + detail.event_time + detail.event_time_precise + (detail.user_id ?? "");
    case "Participant Publish Error":
      return detail.error_code + (detail.source_stage_arn ?? "") + (detail.source_session_id ?? "");
    case "Participant Replication Start":
    case "Participant Replication End":
      return detail.destination_stage_arn + detail.destination_session_id;
    case "Token Exchanged": {
      same<typeof detail.new_token, ParticipantTokenDetail>(true);
      const { capabilities, attributes, user_id, expiration_time } = detail.previous_token;
      return capabilities.join() + (attributes?.role ?? "") + (user_id ?? "") + expiration_time;
    }
    default:
      same<typeof detail, UndocumentedDetail<"event_name">>(true);
      return detail.event_name;
  }
}

/** By `if`, nested as in a handler of one event. */
export function endedStream(event: IvsEvent): string | undefined {
  if (event["detail-type"] === "IVS Stream State Change" && event.detail.event_name === "Session Ended") {
    return event.detail.code ?? event.detail.stream_id;
  }
  // @ts-expect-error: not every event has a stream
  event.detail.stream_id satisfies string;
  return undefined;
}

/** A `switch` that has to know all documented names, without a `default:` that would take new ones for granted. */
export function isLive({ detail }: IvsStreamStateChangeEvent): boolean | UndocumentedName {
  switch (detail.event_name) {
    case "Stream Start":
    case "Stream Takeover":
      return true;
    case "Session Created":
    case "Session Ended":
    case "Stream End":
    case "Stream Failure":
    case "Stream Takeover Failure":
      return false;
  }
  return detail.event_name satisfies UndocumentedName;
}

/** Other code's type of an event of EventBridge. */
interface EventBridgeEvent<DetailType extends string, Detail> {
  id: string;
  version: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  source: string;
  "detail-type": DetailType;
  detail: Detail;
  "replay-name"?: string;
}
export const other = (event: IvsEvent): EventBridgeEvent<string, unknown> => event;
export const limits = (event: IvsLimitBreachEvent): EventBridgeEvent<"IVS Limit Breach", LimitBreachDetail> => event;

export function inOrder(events: IvsEvent[], stages: IvsStageUpdateEvent[]): IvsEvent[] {
  const seen = new IvsEventDeduplicator({ capacity: 100 });
  // @ts-expect-error: a capacity is a number
  new IvsEventDeduplicator({ capacity: "100" });
  // @ts-expect-error: events are known by their id
  seen.add({ time: "" });
  stages.sort(compareIvsEvents);
  return events.filter((event) => seen.add(event)).sort(compareIvsEvents);
}

export function problem(error: unknown): string | undefined {
  return error instanceof ParamValidationError ? error.problems[0]?.path : undefined;
}
