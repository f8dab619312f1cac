//! Events, as Amazon EventBridge delivers them.
//!
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/eventbridge.html>

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
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
