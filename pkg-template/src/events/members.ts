// What each documented event has in its detail, as data. The compiler compares it with the interfaces.
import type { DocumentedIvsEvent } from "./event.js";
import type { ParticipantTokenDetail } from "./real-time.js";
import type { UndocumentedName } from "./undocumented.js";

/** What a member may be. */
export type Kind = "string" | "id" | "timestamp" | "number" | "boolean" | "strings" | "attributes" | "token" | "object";

/** The members of an object and their kinds; `?` after one that may be absent. */
export type Members = Readonly<Record<string, Kind | `${Kind}?`>>;

type Discriminator = "event_name" | "limit_name" | "recording_status";

/** The kinds that a type can be checked by. */
type KindOf<Type> = Type extends string
  ? "string" | "timestamp"
  : Type extends number
    ? "number"
    : Type extends boolean
      ? "boolean"
      : Type extends string[]
        ? "strings"
        : Type extends ParticipantTokenDetail
          ? "token"
          : "attributes";

/** The members that an interface declares, but for the name that tells it from others. */
type MembersOf<Detail> = {
  readonly [Name in Exclude<keyof Detail, Discriminator>]-?: Partial<Pick<Detail, Name>> extends Pick<Detail, Name>
    ? `${KindOf<NonNullable<Detail[Name]>>}?`
    : KindOf<Detail[Name]>;
};

/** The names in a discriminator that are documented. */
type NameOf<Detail, By extends Discriminator> =
  Detail extends Record<By, infer Name extends string> ? Exclude<Name, UndocumentedName> : never;

/** That of the details which has the name. */
type DetailOf<Detail, By extends Discriminator, Name> =
  Detail extends Record<By, infer Names> ? (Name extends Names ? Detail : never) : never;

type DiscriminatorOf<Detail> = Detail extends unknown ? Extract<keyof Detail, Discriminator> : never;

type VariantsOf<Detail, By extends Discriminator = DiscriminatorOf<Detail>> = {
  /** The member that says which variant it is. */
  readonly discriminator: By;
  readonly variants: { readonly [Name in NameOf<Detail, By>]: MembersOf<DetailOf<Detail, By, Name>> };
};

type Details = {
  readonly [Type in DocumentedIvsEvent["detail-type"]]: VariantsOf<
    Extract<DocumentedIvsEvent, { "detail-type": Type }>["detail"]
  >;
};

/** What all events have. */
export const ENVELOPE = {
  version: "string",
  id: "id",
  "detail-type": "string",
  source: "string",
  account: "string",
  time: "timestamp",
  region: "string",
  resources: "strings",
  detail: "object",
  "replay-name": "string?",
} as const satisfies Members;

/** A participant's token. */
export const TOKEN = {
  capabilities: "strings",
  attributes: "attributes?",
  user_id: "string?",
  expiration_time: "string",
} as const satisfies MembersOf<ParticipantTokenDetail>;

const stream = { channel_name: "string", stream_id: "string" } as const;
const code = { code: "string" } as const;
const reason = { reason: "string" } as const;
const error = { error_code: "string", ...reason } as const;
const limit = { limit_value: "number", exceeded_by: "number", limit_unit: "string" } as const;
const bucket = { recording_s3_bucket_name: "string", recording_s3_key_prefix: "string" } as const;
const duration = { recording_duration_ms: "number" } as const;
const recording = {
  ...stream,
  ...bucket,
  ...duration,
  recording_status_reason: "string",
  recording_session_id: "string",
  recording_session_stream_ids: "strings?",
} as const;
const composition = { stage_arn: "string" } as const;
const destination = { ...composition, id: "string" } as const;
const participant = { session_id: "string", participant_id: "string" } as const;
const update = { ...participant, user_id: "string?", event_time: "timestamp" } as const;
const replica = { replica: "boolean?", source_stage_arn: "string?", source_session_id: "string?" } as const;
const published = { ...update, ...replica, event_time_precise: "timestamp" } as const;
const replication = { ...update, destination_stage_arn: "string", destination_session_id: "string" } as const;

export const DETAILS: Details = {
  "IVS Stream State Change": {
    discriminator: "event_name",
    variants: {
      "Session Created": stream,
      "Session Ended": { ...stream, code: "string?" },
      "Stream Start": stream,
      "Stream End": stream,
      "Stream Failure": { ...stream, ...reason },
      "Stream Takeover": stream,
      "Stream Takeover Failure": { ...stream, ...code },
    },
  },
  "IVS Stream Health Change": {
    discriminator: "event_name",
    variants: { "Starvation Start": stream, "Starvation End": stream },
  },
  "IVS Limit Breach": {
    discriminator: "limit_name",
    variants: {
      "Ingest Bitrate": { ...limit, ...stream },
      "Ingest Resolution": { ...limit, ...stream },
      "Concurrent Broadcasts": limit,
      "Concurrent Viewers": limit,
    },
  },
  "IVS Recording State Change": {
    discriminator: "recording_status",
    variants: {
      "Recording Start": recording,
      "Recording End": { ...recording, recording_session_stream_ids: "strings" },
      "Recording Start Failure": recording,
      "Recording End Failure": recording,
    },
  },
  "IVS Ad Break State Change": {
    discriminator: "event_name",
    variants: {
      "Ad Break Inserted": {
        ...stream,
        ad_break_id: "string",
        duration_seconds: "number",
        target_start_time: "string",
      },
    },
  },
  "IVS Composition State Change": {
    discriminator: "event_name",
    variants: {
      "Session Start": composition,
      "Session End": composition,
      "Session Failure": { ...composition, ...error },
      "Destination Start": destination,
      "Destination End": destination,
      "Destination Failure": { ...destination, ...error },
      "Destination Reconnecting": destination,
    },
  },
  "IVS Participant Recording State Change": {
    discriminator: "event_name",
    variants: {
      "Recording Start": { ...participant, ...bucket },
      "Recording End": { ...participant, ...bucket, ...duration },
      "Recording Start Failure": { ...participant, ...bucket, ...error },
      "Recording End Failure": { ...participant, ...bucket, ...duration, ...error },
    },
  },
  "IVS Stage Update": {
    discriminator: "event_name",
    variants: {
      "Participant Published": published,
      "Participant Unpublished": published,
      "Participant Publish Error": { ...update, ...replica, error_code: "string" },
      "Participant Replication Start": replication,
      "Participant Replication End": replication,
      "Token Exchanged": { ...update, previous_token: "token", new_token: "token" },
    },
  },
};
