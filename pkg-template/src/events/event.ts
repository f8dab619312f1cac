// The events, and what they all have. IVS Chat sends none.
// https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ivs.html
import type {
  AdBreakStateChangeDetail,
  LimitBreachDetail,
  RecordingStateChangeDetail,
  StreamHealthChangeDetail,
  StreamStateChangeDetail,
} from "./low-latency.js";
import type {
  CompositionStateChangeDetail,
  ParticipantRecordingStateChangeDetail,
  StageUpdateDetail,
} from "./real-time.js";
import type { UndocumentedName } from "./undocumented.js";

/** An event as EventBridge delivers it. Members that are not listed here may come with it. */
export interface IvsEventEnvelope<DetailType extends string, Detail extends object> {
  /** `"0"`. */
  version: string;
  /** The same one each time that the event is delivered. At most 256 characters. */
  id: string;
  "detail-type": DetailType;
  source: "aws.ivs";
  /** The account's twelve digits. */
  account: string;
  /** When it happened, such as `"2026-11-28T10:00:00Z"`, in whole seconds. Events may be delivered hours later, in any order. */
  time: string;
  /** It may differ from the region in the ARN of the resource: the resource is in that of its ARN. */
  region: string;
  /** ARNs of the channel, stage or composition: one, or none for limits of the account. */
  resources: string[];
  detail: Detail;
  /** The replay that sent it, if it comes from an archive. */
  "replay-name"?: string;
}

/** A stream began or ended. `switch (event.detail.event_name)` tells which. */
export interface IvsStreamStateChangeEvent
  extends IvsEventEnvelope<"IVS Stream State Change", StreamStateChangeDetail> {}

/** No data comes from an encoder, or it comes again. */
export interface IvsStreamHealthChangeEvent
  extends IvsEventEnvelope<"IVS Stream Health Change", StreamHealthChangeDetail> {}

/** A limit of a stream or of the account was exceeded. `switch (event.detail.limit_name)` tells which. */
export interface IvsLimitBreachEvent extends IvsEventEnvelope<"IVS Limit Breach", LimitBreachDetail> {}

/** A recording of a channel began or ended. `switch (event.detail.recording_status)` tells which. */
export interface IvsRecordingStateChangeEvent
  extends IvsEventEnvelope<"IVS Recording State Change", RecordingStateChangeDetail> {}

/** Advertisements were put into a stream. */
export interface IvsAdBreakStateChangeEvent
  extends IvsEventEnvelope<"IVS Ad Break State Change", AdBreakStateChangeDetail> {}

/** A composition of a stage, or one of its outputs, began or ended. */
export interface IvsCompositionStateChangeEvent
  extends IvsEventEnvelope<"IVS Composition State Change", CompositionStateChangeDetail> {}

/** The recording of a participant began or ended. */
export interface IvsParticipantRecordingStateChangeEvent
  extends IvsEventEnvelope<"IVS Participant Recording State Change", ParticipantRecordingStateChangeDetail> {}

/** A participant of a stage began or ceased to publish, was replicated, or exchanged its token. */
export interface IvsStageUpdateEvent extends IvsEventEnvelope<"IVS Stage Update", StageUpdateDetail> {}

/** EventBridge lists this type, and no page says what is in it: nothing of its detail is checked. */
export interface IvsPublisherRecordingStateChangeEvent
  extends IvsEventEnvelope<"IVS Publisher Recording State Change", Record<string, unknown>> {}

/**
 * Any other event with the source `aws.ivs`, such as `AWS API Call via CloudTrail`: the `default:` of
 * `switch (event["detail-type"])`. It is kept as it is, and nothing of its detail is checked.
 */
export interface UndocumentedIvsEvent extends IvsEventEnvelope<UndocumentedName, Record<string, unknown>> {}

/** The events whose details are documented. */
export type DocumentedIvsEvent =
  | IvsStreamStateChangeEvent
  | IvsStreamHealthChangeEvent
  | IvsLimitBreachEvent
  | IvsRecordingStateChangeEvent
  | IvsAdBreakStateChangeEvent
  | IvsCompositionStateChangeEvent
  | IvsParticipantRecordingStateChangeEvent
  | IvsStageUpdateEvent;

/** An event of IVS, low latency or real time: `switch (event["detail-type"])`, then the detail's own name, narrows it. */
export type IvsEvent = DocumentedIvsEvent | IvsPublisherRecordingStateChangeEvent | UndocumentedIvsEvent;
