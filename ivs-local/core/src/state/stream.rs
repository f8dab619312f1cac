//! Live streams: started by an encoder, read and stopped by the API.

use super::ad_configuration::Span;
use super::channel::Channel;
use super::ingest::Media;
use super::metadata::Metadata;
use super::start::{Start, ViewerCount};
use super::{Answer, ByChannel, Ivs, Rate, find, nothing};
use crate::error::Error;
use crate::ids;
use crate::pagination::Page;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// Maximum length of metadata, in bytes.
const MAX_METADATA: usize = 1024;

/// A stream of which there is a session, by the ARN of its channel.
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
    pub health: Health,
    pub viewer_count: ViewerCount,
    /// How many watched when they could be counted.
    pub last_counted: u64,
    pub phase: Phase,
    /// The encoder that is or was connected; its stream key may have been deleted since.
    pub encoder: Start,
    pub media: Media,
    /// How many times another encoder took it over.
    pub takeovers: u64,
    metadata_rate: Rate,
    pub ad_breaks: BTreeMap<String, Span>,
}

/// `state` of streams: those that are offline are not returned.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum StreamState {
    Live,
}

/// Where a stream is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// There is a session, and nothing to see until that moment.
    Starting(#[serde(with = "time::serde::rfc3339")] OffsetDateTime),
    /// The encoder is connected, and the stream is seen.
    Live,
    /// The encoder is not connected; the stream ends at that moment unless it comes back.
    Interrupted(#[serde(with = "time::serde::rfc3339")] OffsetDateTime),
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
    let stream = ivs.on_air(&input.channel_arn).ok_or_else(|| Error::offline(&input.channel_arn))?;
    Ok(json!({ "stream": stream }))
}

pub fn list(ivs: &mut Ivs, input: List) -> Answer {
    let wanted = input.filter_by.health;
    let on_air = ivs.streams.iter().filter(|(_, stream)| stream.is_on_air());
    let rows = on_air.filter(|(_, stream)| wanted.is_none_or(|health| health == stream.health));
    ivs.tokens.page(&format!("ListStreams {wanted:?}"), "streams", 100, &input.page, rows)
}

/// Disconnects the encoder, also of a stream that is not live yet.
pub fn stop(ivs: &mut Ivs, input: ByChannel) -> Answer {
    find(&ivs.channels, &input.channel_arn)?;
    if !ivs.streams.contains(&input.channel_arn) {
        return Err(Error::offline(&input.channel_arn));
    }
    ivs.disconnect(&input.channel_arn);
    Ok(nothing())
}

pub fn put_metadata(ivs: &mut Ivs, input: PutMetadata) -> Answer {
    let length = input.metadata.len();
    if length > MAX_METADATA {
        return Err(Error::validation(format!(
            "Metadata size exceeds payload limit: input.metadata has {length} bytes, at most {MAX_METADATA} are allowed"
        )));
    }
    find(&ivs.channels, &input.channel_arn)?;
    let offline = || Error::offline(&input.channel_arn);
    let stream = ivs.on_air(&input.channel_arn).ok_or_else(offline)?;
    if !stream.metadata_rate.allows(ivs.now) {
        return Err(Error::throttled("PutMetadata", stream.metadata_rate.most(), &input.channel_arn));
    }
    if !ivs.metadata_rate.allows(ivs.now) {
        return Err(Error::throttled("PutMetadata", ivs.metadata_rate.most(), &ids::account_arn()));
    }
    let stream = ivs.streams.get_mut(&input.channel_arn).ok_or_else(offline)?;
    stream.metadata_rate.count(ivs.now);
    ivs.metadata_rate.count(ivs.now);
    ivs.metadata.add(&stream.stream_id, Metadata { at: ivs.now, metadata: input.metadata });
    Ok(nothing())
}

impl Stream {
    /// Of a channel, as its session begins.
    pub fn new(
        channel: &Channel,
        stream_id: &str,
        phase: Phase,
        encoder: Start,
        media: Media,
        start_time: OffsetDateTime,
    ) -> Self {
        Self {
            channel_arn: channel.arn.clone(),
            stream_id: stream_id.to_owned(),
            playback_url: channel.playback_url.clone(),
            start_time,
            state: StreamState::Live,
            health: Health::default(),
            viewer_count: ViewerCount::default(),
            last_counted: 0,
            phase,
            encoder,
            media,
            takeovers: 0,
            metadata_rate: Rate::per_second(5),
            ad_breaks: BTreeMap::new(),
        }
    }

    /// Whether it is broadcast, so that the API returns it and players play it.
    pub fn is_on_air(&self) -> bool {
        !matches!(self.phase, Phase::Starting(_))
    }

    /// Whether its encoder is connected.
    pub fn is_connected(&self) -> bool {
        !matches!(self.phase, Phase::Interrupted(_))
    }
}

impl Ivs {
    /// The stream of a channel that is broadcasting.
    pub(super) fn on_air(&self, channel_arn: &str) -> Option<&Stream> {
        self.streams.get(channel_arn).filter(|stream| stream.is_on_air())
    }
}
