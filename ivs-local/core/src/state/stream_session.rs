//! The record of streams, live and past.

use super::channel::Channel;
use super::failover_slate_configuration::FailoverSlateConfiguration;
use super::recording_configuration::RecordingConfiguration;
use super::stream::{Health, Stream};
use super::{Answer, Ivs, find};
use crate::error::Error;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::VecDeque;
use time::OffsetDateTime;

/// Maximum number of events in the output of a session.
const MOST_EVENTS: usize = 500;

const STREAM: &str = "IVS Stream State Change";
const RECORDING: &str = "IVS Recording State Change";
const HEALTH: &str = "IVS Stream Health Change";

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
    ingest_configuration: Value,
    ingest_configurations: Value,
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

pub fn get(ivs: &mut Ivs, input: Get) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    let session = match &input.stream_id {
        Some(id) => ivs.sessions.get(id).filter(|session| session.channel.arn == input.channel_arn),
        None => ivs.sessions.values().rev().find(|session| session.channel.arn == input.channel_arn),
    };
    let wanted = input.stream_id.unwrap_or_else(|| format!("stream session of {}", input.channel_arn));
    Ok(json!({ "streamSession": session.ok_or_else(|| Error::not_found(&wanted))? }))
}

/// Newest first.
pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    let list = format!("ListStreamSessions {}", input.channel_arn);
    let rows = ivs.sessions.newest_first().filter(|(_, session)| session.channel.arn == input.channel_arn);
    ivs.tokens.page(&list, "streamSessions", 100, &input.page, rows)
}

impl StreamSession {
    pub fn new(
        stream: &Stream,
        start_time: OffsetDateTime,
        channel: &Channel,
        recording: Option<&RecordingConfiguration>,
        slate: Option<&FailoverSlateConfiguration>,
    ) -> Self {
        let tracks = tracks(channel);
        let mut session = Self {
            stream_id: stream.stream_id.clone(),
            start_time,
            end_time: None,
            channel: channel.clone(),
            ingest_configuration: ingest_configuration(&tracks),
            ingest_configurations: ingest_configurations(&tracks),
            recording_configuration: recording.cloned(),
            failover_slate_configuration: slate.cloned(),
            truncated_events: VecDeque::new(),
            has_error_event: false,
        };
        session.add(start_time, STREAM, "Session Created");
        session.add(start_time, STREAM, "Stream Start");
        if stream.health() == Health::Starving {
            session.add(start_time, HEALTH, "Starvation Start");
        }
        match recording.map(RecordingConfiguration::is_active) {
            Some(true) => session.add(start_time, RECORDING, "Recording Start"),
            Some(false) => {
                session.add(start_time, RECORDING, "Recording Start Failure");
                session.has_error_event = true;
            }
            None => {}
        }
        session
    }

    pub fn has_ended(&self) -> bool {
        self.end_time.is_some()
    }

    pub fn end(&mut self, now: OffsetDateTime) {
        self.end_time = Some(now);
        if self.recording_configuration.as_ref().is_some_and(RecordingConfiguration::is_active) {
            self.add(now, RECORDING, "Recording End");
        }
        self.add(now, STREAM, "Stream End");
        self.add(now, STREAM, "Session Ended");
    }

    /// Events are returned newest first.
    fn add(&mut self, event_time: OffsetDateTime, r#type: &'static str, name: &'static str) {
        self.truncated_events.push_front(StreamEvent { name: name.into(), r#type: r#type.into(), event_time });
        self.truncated_events.truncate(MOST_EVENTS);
    }
}

/// Width, height and bit rate of the simulated video.
type Track = (u32, u32, u32);

const TRACKS: [Track; 3] = [(1920, 1080, 6_000_000), (1280, 720, 2_500_000), (640, 360, 700_000)];

/// All of them for a channel with multitrack input, up to its maximum resolution; otherwise the first alone.
fn tracks(channel: &Channel) -> Vec<Track> {
    let multitrack = &channel.multitrack_input_configuration;
    if !multitrack.enabled {
        return TRACKS.into_iter().take(1).collect();
    }
    let most = match multitrack.maximum_resolution.as_str() {
        "SD" => 480,
        "HD" => 720,
        _ => 1080,
    };
    TRACKS.into_iter().filter(|(_, height, _)| *height <= most).collect()
}

/// The form for compatibility has the profile and level under two names, and the first track alone.
fn ingest_configuration(tracks: &[Track]) -> Value {
    let mut video = tracks.first().map(|track| video(0, *track)).unwrap_or_default();
    for (old, new) in [("avcProfile", "profile"), ("avcLevel", "level")] {
        if let Some(value) = video.get(new).cloned()
            && let Some(place) = video.get_mut(old)
        {
            *place = value;
        }
    }
    json!({ "video": video, "audio": audio() })
}

fn ingest_configurations(tracks: &[Track]) -> Value {
    let videos: Vec<_> = tracks.iter().enumerate().map(|(number, track)| video(number, *track)).collect();
    json!({ "videoConfigurations": videos, "audioConfigurations": [audio()] })
}

fn video(number: usize, (width, height, bitrate): Track) -> Value {
    json!({
        "avcProfile": "",
        "avcLevel": "",
        "codec": "avc1.4D4028",
        "encoder": "ivs-local",
        "targetBitrate": bitrate,
        "targetFramerate": 30,
        "videoHeight": height,
        "videoWidth": width,
        "level": "4.0",
        "profile": "Main",
        "track": format!("Track{number}"),
    })
}

fn audio() -> Value {
    json!({ "codec": "mp4a.40.2", "targetBitrate": 160_000, "sampleRate": 48_000, "channels": 2, "track": "Track0" })
}
