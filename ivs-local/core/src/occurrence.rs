//! What happens to streams and accounts, as events and sessions tell it.

use crate::event::Code;
use serde_json::{Map, Value, json};

/// What an event is about, besides the channel and the stream.
#[derive(Debug, Clone)]
pub enum Occurrence {
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
pub struct Breach {
    pub limit: Limit,
    pub value: u64,
    pub exceeded_by: u64,
}

/// The limits, by what they count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
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
pub struct RecordingChange {
    pub status: RecordingStatus,
    pub bucket: String,
    pub prefix: String,
    pub duration_ms: u64,
    pub session_id: String,
    /// The streams whose recordings were merged; told at the end.
    pub stream_ids: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordingStatus {
    Start,
    End,
    StartFailure,
    EndFailure,
}

/// An ad break that was put into a stream.
#[derive(Debug, Clone)]
pub struct AdBreak {
    pub id: String,
    pub duration_seconds: u32,
    pub target_start_time: String,
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

impl Occurrence {
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
        let what = match self {
            Self::LimitBreach(_) => "limit_name",
            Self::Recording(_) => "recording_status",
            _ => "event_name",
        };
        let mut members = vec![(what, json!(self.name()))];
        members.extend(self.code().map(|code| ("code", json!(code))));
        match self {
            Self::StreamFailure(reason) => members.push(("reason", json!(reason))),
            Self::LimitBreach(breach) => members.extend([
                ("limit_value", json!(breach.value)),
                ("exceeded_by", json!(breach.exceeded_by)),
                ("limit_unit", json!(breach.limit.name_and_unit().1)),
            ]),
            Self::Recording(change) => members.extend(change.members()),
            Self::AdBreakInserted(ad) => members.extend([
                ("ad_break_id", json!(ad.id)),
                ("duration_seconds", json!(ad.duration_seconds)),
                ("target_start_time", json!(ad.target_start_time)),
            ]),
            _ => {}
        }
        members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

impl RecordingChange {
    fn members(&self) -> impl Iterator<Item = (&'static str, Value)> {
        let reason = match self.status {
            RecordingStatus::Start | RecordingStatus::End => "",
            RecordingStatus::StartFailure => "ValidationException",
            RecordingStatus::EndFailure => "InternalServerException",
        };
        let members = [
            ("recording_status_reason", json!(reason)),
            ("recording_s3_bucket_name", json!(self.bucket)),
            ("recording_s3_key_prefix", json!(self.prefix)),
            ("recording_duration_ms", json!(self.duration_ms)),
            ("recording_session_id", json!(self.session_id)),
        ];
        let ended = self.status == RecordingStatus::End;
        let streams = ended.then(|| ("recording_session_stream_ids", json!(self.stream_ids)));
        members.into_iter().chain(streams)
    }
}
