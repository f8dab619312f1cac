//! The record of streams, live and past.

use super::channel::Channel;
use super::failover_slate_configuration::FailoverSlateConfiguration;
use super::ingest::Media;
use super::recording_configuration::RecordingConfiguration;
use super::{Answer, Ivs};
use crate::error::Error;
use crate::event::Code;
use crate::occurrence::Occurrence;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::VecDeque;
use time::{Duration, OffsetDateTime};

/// Maximum number of events in the output of a session.
const MOST_EVENTS: usize = 500;

/// How long after its end a session is returned.
const KEPT: Duration = Duration::days(60);

/// How many sessions are kept.
const MOST_SESSIONS: usize = 10_000;

/// A stream, with everything as it was when it went live.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StreamSession {
    pub stream_id: String,
    #[serde(with = "time::serde::rfc3339")]
    start_time: OffsetDateTime,
    #[serde(default, with = "time::serde::rfc3339::option", skip_serializing_if = "Option::is_none")]
    end_time: Option<OffsetDateTime>,
    pub channel: Channel,
    /// Without the tracks that are too many.
    media: Media,
    #[serde(skip_serializing_if = "Option::is_none")]
    recording_configuration: Option<RecordingConfiguration>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failover_slate_configuration: Option<FailoverSlateConfiguration>,
    truncated_events: VecDeque<StreamEvent>,
    has_error_event: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StreamEvent {
    name: Cow<'static, str>,
    r#type: Cow<'static, str>,
    #[serde(with = "time::serde::rfc3339")]
    event_time: OffsetDateTime,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Get {
    channel_arn: String,
    stream_id: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    channel_arn: String,
    #[serde(flatten)]
    page: Page,
}

/// Also of a channel that was deleted.
pub fn get(ivs: &mut Ivs, input: Get) -> Answer {
    ivs.check_had_channel(&input.channel_arn)?;
    let is_wanted = |session: &&StreamSession| session.channel.arn == input.channel_arn && session.is_returned(ivs.now);
    let found = match &input.stream_id {
        Some(id) => ivs.sessions.get(id).filter(is_wanted),
        None => ivs.sessions.values().rev().find(is_wanted),
    };
    let wanted = input.stream_id.unwrap_or_else(|| format!("stream session of {}", input.channel_arn));
    let session = found.ok_or_else(|| Error::not_found(&wanted))?;
    let mut output = json!({ "streamSession": session });
    if let Some(members) = output.get_mut("streamSession").and_then(Value::as_object_mut) {
        members.insert("ingestConfiguration".to_owned(), session.media.ingest_configuration());
        members.insert("ingestConfigurations".to_owned(), session.media.ingest_configurations());
    }
    Ok(output)
}

/// Newest first, also of a channel that was deleted.
pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    ivs.check_had_channel(&input.channel_arn)?;
    let list = format!("ListStreamSessions {}", input.channel_arn);
    let returned = ivs.sessions.newest_first().filter(|(_, session)| session.is_returned(ivs.now));
    let rows = returned.filter(|(_, session)| session.channel.arn == input.channel_arn);
    ivs.tokens.page(&list, "streamSessions", 100, &input.page, rows)
}

impl StreamSession {
    /// Of a stream that an encoder begins.
    pub fn new(
        stream_id: &str,
        start_time: OffsetDateTime,
        channel: &Channel,
        media: &Media,
        recording: Option<&RecordingConfiguration>,
        slate: Option<&FailoverSlateConfiguration>,
    ) -> Self {
        Self {
            stream_id: stream_id.to_owned(),
            start_time,
            end_time: None,
            channel: channel.clone(),
            media: media.record(),
            recording_configuration: recording.cloned(),
            failover_slate_configuration: slate.cloned(),
            truncated_events: VecDeque::new(),
            has_error_event: false,
        }
    }

    fn is_returned(&self, now: OffsetDateTime) -> bool {
        self.end_time.is_none_or(|end| now - end < KEPT)
    }

    /// Events are returned newest first.
    pub fn add(&mut self, event_time: OffsetDateTime, occurrence: &Occurrence) {
        let (name, r#type) = (occurrence.name().into(), occurrence.detail_type().into());
        self.truncated_events.push_front(StreamEvent { name, r#type, event_time, code: occurrence.code() });
        self.truncated_events.truncate(MOST_EVENTS);
        self.has_error_event |= occurrence.is_error();
    }
}

impl Ivs {
    /// `ResourceNotFoundException` for a channel that never was. One that was deleted is known by the sessions that are returned.
    fn check_had_channel(&self, arn: &str) -> Result<(), Error> {
        let is_of_channel = |session: &StreamSession| session.channel.arn == arn && session.is_returned(self.now);
        if self.channels.contains(arn) || self.sessions.values().any(is_of_channel) {
            return Ok(());
        }
        Err(Error::not_found(arn))
    }

    pub(super) fn end_session(&mut self, stream_id: &str) {
        let second = self.second();
        let Some(session) = self.sessions.get_mut(stream_id) else { return };
        session.end_time = Some(second);
        self.ended.insert(stream_id, stream_id.to_owned());
    }

    /// Makes room for another session: the one that ended first is forgotten.
    pub(super) fn forget_old_sessions(&mut self) {
        if self.sessions.len() < MOST_SESSIONS {
            return;
        }
        let first = self.ended.values().next().cloned();
        if let Some(stream_id) = first {
            self.ended.remove(&stream_id);
            self.sessions.remove(&stream_id);
            self.metadata.forget(&stream_id);
        }
    }
}
