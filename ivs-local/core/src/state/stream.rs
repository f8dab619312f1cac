//! Live streams: started by an encoder, read and stopped by the API.

use super::metadata::Metadata;
use super::stream_session::StreamSession;
use super::{Answer, ByChannel, Ivs, Rate, find, find_mut, nothing};
use crate::error::Error;
use crate::ids;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// Maximum length of metadata, in bytes.
const MAX_METADATA: usize = 1024;

// It has a secret, so it has no Debug.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stream {
    pub channel_arn: String,
    pub stream_id: String,
    pub playback_url: String,
    #[serde(with = "time::serde::rfc3339")]
    pub start_time: OffsetDateTime,
    state: StreamState,
    health: Health,
    viewer_count: u32,
    /// The value of the stream key that the encoder connected with; the key may have been deleted since.
    connected_with: String,
    metadata_rate: Rate,
    pub ad_breaks: BTreeSet<String>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum StreamState {
    Live,
}

/// How well a stream is received.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Health {
    /// As fast as it should be.
    #[default]
    Healthy,
    /// Too slowly.
    Starving,
    /// Not known.
    Unknown,
}

/// How a simulated encoder connects.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Start {
    stream_key: String,
    #[serde(default)]
    health: Health,
    #[serde(default)]
    viewer_count: u32,
}

/// What a connection of a simulated encoder began.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Started {
    /// The channel of the stream key.
    pub channel_arn: String,
    /// The new stream.
    pub stream_id: String,
}

/// How a simulated encoder disconnects.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stop {
    stream_key: String,
}

/// Why a simulated encoder is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejected {
    /// No channel has the key, or there is no such channel.
    UnknownKey,
    /// The channel of the key is live already.
    AlreadyLive,
    /// The channel is not live.
    NotLive,
    /// The channel is live by an encoder that connected with another key.
    NotConnected,
}

#[derive(Debug, Default, Deserialize)]
struct Filter {
    health: Option<Health>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    #[serde(default)]
    filter_by: Filter,
    #[serde(flatten)]
    page: Page,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PutMetadata {
    channel_arn: String,
    metadata: String,
}

pub fn get(ivs: &mut Ivs, input: ByChannel) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    let stream = ivs.streams.get(&input.channel_arn).ok_or_else(|| Error::offline(&input.channel_arn))?;
    Ok(json!({ "stream": stream }))
}

pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    let wanted = input.filter_by.health;
    let rows = ivs.streams.iter().filter(|(_, stream)| wanted.is_none_or(|health| health == stream.health));
    ivs.tokens.page(&format!("ListStreams {wanted:?}"), "streams", 100, &input.page, rows)
}

pub fn stop(ivs: &mut Ivs, input: ByChannel) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    if ivs.end_stream(&input.channel_arn) { Ok(nothing()) } else { Err(Error::offline(&input.channel_arn)) }
}

pub fn put_metadata(ivs: &mut Ivs, input: PutMetadata) -> Answer {
    let length = input.metadata.len();
    if length > MAX_METADATA {
        return Err(Error::validation(format!(
            "Metadata size exceeds payload limit: input.metadata has {length} bytes, at most {MAX_METADATA} are allowed"
        )));
    }
    find(&ivs.channels, &input.channel_arn)?;
    let stream = ivs.streams.get_mut(&input.channel_arn).ok_or_else(|| Error::offline(&input.channel_arn))?;
    if !stream.metadata_rate.allows(ivs.now) {
        return Err(Error::throttled("PutMetadata", stream.metadata_rate.most(), &input.channel_arn));
    }
    if !ivs.metadata_rate.allows(ivs.now) {
        return Err(Error::throttled("PutMetadata", ivs.metadata_rate.most(), &ids::account_arn()));
    }
    stream.metadata_rate.count(ivs.now);
    ivs.metadata_rate.count(ivs.now);
    ivs.metadata.add(&stream.stream_id, Metadata { at: ivs.now, metadata: input.metadata });
    Ok(nothing())
}

impl Stream {
    pub fn health(&self) -> Health {
        self.health
    }
}

impl Ivs {
    /// A simulated encoder connects: the channel of its stream key is live from now on.
    pub fn start_stream(&mut self, input: &Start) -> Result<Started, Rejected> {
        let channel_arn = self.channel_of_key(&input.stream_key)?;
        let channel = self.channels.get(&channel_arn).ok_or(Rejected::UnknownKey)?;
        if self.streams.contains(&channel_arn) {
            return Err(Rejected::AlreadyLive);
        }
        let start_time = self.second();
        let stream = Stream {
            channel_arn: channel_arn.clone(),
            stream_id: self.ids.stream_id(),
            playback_url: channel.playback_url.clone(),
            start_time,
            state: StreamState::Live,
            health: input.health,
            viewer_count: input.viewer_count,
            connected_with: input.stream_key.clone(),
            metadata_rate: Rate::per_second(5),
            ad_breaks: BTreeSet::new(),
        };
        let recording = self.recording_configurations.get(&channel.recording_configuration_arn);
        let slate = self.failover_slate_configurations.get(&channel.failover_slate_configuration_arn);
        let session = StreamSession::new(&stream, start_time, channel, recording, slate);
        let started = Started { channel_arn, stream_id: stream.stream_id.clone() };
        self.sessions.insert(&started.stream_id, session);
        self.streams.insert(&started.channel_arn, stream);
        Ok(started)
    }

    /// A simulated encoder disconnects. It can as long as it is connected, whatever became of its key; one with another key of the
    /// same channel cannot.
    pub fn stop_stream(&mut self, input: &Stop) -> Result<(), Rejected> {
        let connected = self.streams.values().find(|stream| stream.connected_with == input.stream_key);
        if let Some(channel_arn) = connected.map(|stream| stream.channel_arn.clone()) {
            self.end_stream(&channel_arn);
            return Ok(());
        }
        let channel_arn = self.channel_of_key(&input.stream_key)?;
        Err(if self.streams.contains(&channel_arn) { Rejected::NotConnected } else { Rejected::NotLive })
    }

    fn channel_of_key(&self, value: &str) -> Result<String, Rejected> {
        let key = self.stream_keys.values().find(|key| key.value == value);
        key.map(|key| key.channel_arn.clone()).ok_or(Rejected::UnknownKey)
    }

    /// Ends the stream of a channel and its session; `false` if the channel is not live.
    fn end_stream(&mut self, channel_arn: &str) -> bool {
        let second = self.second();
        let Some(stream) = self.streams.remove(channel_arn) else { return false };
        if let Ok(session) = find_mut(&mut self.sessions, &stream.stream_id) {
            session.end(second);
        }
        self.forget_old_metadata();
        true
    }
}
