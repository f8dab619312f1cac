//! Events, as Amazon EventBridge delivers them.
//!
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/eventbridge.html>

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

/// An event. Serialised, it has the members of EventBridge's envelope.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Version of the envelope, `"0"`.
    pub version: String,
    /// Unique.
    pub id: Uuid,
    /// The group of the event, such as `IVS Stream State Change`.
    #[serde(rename = "detail-type")]
    pub detail_type: String,
    /// `aws.ivs`.
    pub source: String,
    /// Number of the account.
    pub account: String,
    /// In whole seconds. Events of one second are in order where they are listed, and only there.
    #[serde(with = "time::serde::rfc3339")]
    pub time: OffsetDateTime,
    /// Region of the account.
    pub region: String,
    /// The ARN of the channel; nothing where the event is about the account.
    pub resources: Vec<String>,
    /// Members as AWS documents them for this `detail-type`.
    pub detail: Map<String, Value>,
}

/// Why a session ended, or a takeover failed: `code` of events and of the API's `StreamEvent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the model documents them, under StreamEvent.code")]
pub enum Code {
    MultitrackInputNotAllowed,
    MultitrackInputRequired,
    InvalidGetClientConfigurationStreamKey,
    GetClientConfigurationStreamKeyRequired,
    InvalidMultitrackInputTrackCount,
    InvalidMultitrackInputVideoTrackMediaProperties,
    StreamTakeoverMediaMismatch,
    StreamTakeoverInvalidPriority,
    StreamTakeoverLimitBreached,
}

/// What an event is about, besides the channel and the stream.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    SessionCreated,
    SessionEnded(Option<Code>),
    StreamStart,
    StreamEnd,
    /// With the reason.
    StreamFailure(String),
    StreamTakeover,
    StreamTakeoverFailure(Code),
    StarvationStart,
    StarvationEnd,
    LimitBreach(Breach),
    Recording(RecordingChange),
    AdBreakInserted(AdBreak),
}

/// A limit that was exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Breach {
    pub limit: Limit,
    pub value: u64,
    pub exceeded_by: u64,
}

/// The limits, by what they count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    IngestBitrate,
    /// Pixels of a picture.
    IngestPixels,
    /// Pixels of its longer edge.
    IngestEdge,
    ConcurrentBroadcasts,
    ConcurrentViewers,
}

/// What became of a recording.
#[derive(Debug, Clone)]
pub(crate) struct RecordingChange {
    pub status: RecordingStatus,
    pub bucket: String,
    pub prefix: String,
    pub duration_ms: u64,
    pub session_id: String,
    /// The streams whose recordings were merged; told at the end.
    pub stream_ids: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RecordingStatus {
    Start,
    End,
    StartFailure,
    EndFailure,
}

/// An ad break that was put into a stream.
#[derive(Debug, Clone)]
pub(crate) struct AdBreak {
    pub id: String,
    pub duration_seconds: u32,
    pub target_start_time: String,
}

impl Code {
    /// As events have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::MultitrackInputNotAllowed => "MultitrackInputNotAllowed",
            Self::MultitrackInputRequired => "MultitrackInputRequired",
            Self::InvalidGetClientConfigurationStreamKey => "InvalidGetClientConfigurationStreamKey",
            Self::GetClientConfigurationStreamKeyRequired => "GetClientConfigurationStreamKeyRequired",
            Self::InvalidMultitrackInputTrackCount => "InvalidMultitrackInputTrackCount",
            Self::InvalidMultitrackInputVideoTrackMediaProperties => "InvalidMultitrackInputVideoTrackMediaProperties",
            Self::StreamTakeoverMediaMismatch => "StreamTakeoverMediaMismatch",
            Self::StreamTakeoverInvalidPriority => "StreamTakeoverInvalidPriority",
            Self::StreamTakeoverLimitBreached => "StreamTakeoverLimitBreached",
        }
    }
}

impl Limit {
    /// Its name, and what it is measured in.
    fn name_and_unit(self) -> (&'static str, &'static str) {
        match self {
            Self::IngestBitrate => ("Ingest Bitrate", "bits per second"),
            Self::IngestPixels => ("Ingest Resolution", "total pixels"),
            Self::IngestEdge => ("Ingest Resolution", "pixels per edge"),
            Self::ConcurrentBroadcasts => ("Concurrent Broadcasts", "active streams"),
            Self::ConcurrentViewers => ("Concurrent Viewers", "viewers"),
        }
    }
}

impl Breach {
    /// The breach of a limit, if the number is greater.
    pub fn of(limit: Limit, value: u64, number: u64) -> Option<Self> {
        let exceeded_by = number.checked_sub(value).filter(|difference| *difference > 0)?;
        Some(Self { limit, value, exceeded_by })
    }
}

impl Change {
    /// `detail-type` of the event, and `type` of the API's `StreamEvent`.
    pub fn detail_type(&self) -> &'static str {
        match self {
            Self::SessionCreated
            | Self::SessionEnded(_)
            | Self::StreamStart
            | Self::StreamEnd
            | Self::StreamFailure(_)
            | Self::StreamTakeover
            | Self::StreamTakeoverFailure(_) => "IVS Stream State Change",
            Self::StarvationStart | Self::StarvationEnd => "IVS Stream Health Change",
            Self::LimitBreach(_) => "IVS Limit Breach",
            Self::Recording(_) => "IVS Recording State Change",
            Self::AdBreakInserted(_) => "IVS Ad Break State Change",
        }
    }

    /// What happened, within its group.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SessionCreated => "Session Created",
            Self::SessionEnded(_) => "Session Ended",
            Self::StreamStart => "Stream Start",
            Self::StreamEnd => "Stream End",
            Self::StreamFailure(_) => "Stream Failure",
            Self::StreamTakeover => "Stream Takeover",
            Self::StreamTakeoverFailure(_) => "Stream Takeover Failure",
            Self::StarvationStart => "Starvation Start",
            Self::StarvationEnd => "Starvation End",
            Self::LimitBreach(breach) => breach.limit.name_and_unit().0,
            Self::Recording(change) => match change.status {
                RecordingStatus::Start => "Recording Start",
                RecordingStatus::End => "Recording End",
                RecordingStatus::StartFailure => "Recording Start Failure",
                RecordingStatus::EndFailure => "Recording End Failure",
            },
            Self::AdBreakInserted(_) => "Ad Break Inserted",
        }
    }

    pub fn code(&self) -> Option<Code> {
        match self {
            Self::SessionEnded(code) => *code,
            Self::StreamTakeoverFailure(code) => Some(*code),
            _ => None,
        }
    }

    /// Whether it is a breach or a failure: `hasErrorEvent` of sessions.
    pub fn is_error(&self) -> bool {
        match self {
            Self::StreamFailure(_) | Self::StreamTakeoverFailure(_) | Self::LimitBreach(_) => true,
            Self::SessionEnded(code) => code.is_some(),
            Self::Recording(change) => {
                matches!(change.status, RecordingStatus::StartFailure | RecordingStatus::EndFailure)
            }
            _ => false,
        }
    }

    /// The members of `detail`, without those of the channel and the stream. Only some groups have `event_name`.
    pub fn detail(&self) -> Map<String, Value> {
        let name = self.name();
        let mut detail = match self {
            Self::LimitBreach(breach) => json!({
                "limit_name": name,
                "limit_value": breach.value,
                "exceeded_by": breach.exceeded_by,
                "limit_unit": breach.limit.name_and_unit().1,
            }),
            Self::Recording(change) => json!({
                "recording_status": name,
                "recording_status_reason": change.reason(),
                "recording_s3_bucket_name": change.bucket,
                "recording_s3_key_prefix": change.prefix,
                "recording_duration_ms": change.duration_ms,
                "recording_session_id": change.session_id,
            }),
            Self::AdBreakInserted(ad) => json!({
                "event_name": name,
                "ad_break_id": ad.id,
                "duration_seconds": ad.duration_seconds,
                "target_start_time": ad.target_start_time,
            }),
            _ => json!({ "event_name": name }),
        };
        if let Some(code) = self.code() {
            detail["code"] = json!(code);
        }
        match self {
            Self::StreamFailure(reason) => detail["reason"] = json!(reason),
            Self::Recording(change) if change.status == RecordingStatus::End => {
                detail["recording_session_stream_ids"] = json!(change.stream_ids);
            }
            _ => {}
        }
        if let Value::Object(members) = detail { members } else { Map::new() }
    }
}

impl RecordingChange {
    /// `""` where all is well.
    fn reason(&self) -> &'static str {
        match self.status {
            RecordingStatus::Start | RecordingStatus::End => "",
            RecordingStatus::StartFailure => "ValidationException",
            RecordingStatus::EndFailure => "InternalServerException",
        }
    }
}
