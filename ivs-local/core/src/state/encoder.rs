//! Simulated encoders: how they connect, disconnect, and change what they send.

use super::Ivs;
use super::ingest::{ClientConfiguration, Media, Refusal, Track};
use super::recording::later;
use super::rejected::Rejected;
use super::stream::{Health, Phase, Stream};
use super::stream_session::StreamSession;
use crate::occurrence::{Breach, Limit, Occurrence};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

/// How a simulated encoder connects.
// It has a secret, so it has no Debug.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Start {
    /// The value of the stream key.
    pub(super) stream_key: String,
    /// `HEALTHY` by default.
    pub(super) health: Option<Health>,
    /// 0 by default.
    pub(super) viewer_count: Option<ViewerCount>,
    /// The video, one track or several; by default as the channel wants it.
    #[serde(default, deserialize_with = "some_tracks")]
    tracks: Option<Vec<Track>>,
    /// Whether it is multitrack input; by default if the channel wants it, or there are several tracks.
    multitrack: Option<bool>,
    /// The stream key of its multitrack input.
    #[serde(default)]
    client_configuration: ClientConfiguration,
    /// Takes over the stream that is live, if that has a lower priority, or none.
    pub(super) priority: Option<Priority>,
    /// Whether it connects again a second after it was disconnected by `StopStream`, as real encoders do.
    #[serde(default)]
    pub(super) reconnect: bool,
    /// The stream fails for this reason instead of going live.
    #[serde(default, deserialize_with = "a_reason")]
    pub(super) fail: Option<String>,
}

/// How many tracks an encoder may say that it sends. Far fewer are taken, and more would only fill memory.
const MOST_TRACKS_SENT: usize = 100;

/// How long the reason of a failure may be, in bytes: events keep it.
const LONGEST_REASON: usize = 1024;

/// Which of two encoders a channel has: a higher one takes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64")]
pub struct Priority(i64);

impl TryFrom<i64> for Priority {
    type Error = &'static str;

    fn try_from(priority: i64) -> Result<Self, Self::Error> {
        let is_known = (1..=i64::from(i32::MAX)).contains(&priority);
        if is_known { Ok(Self(priority)) } else { Err("must be from 1 to 2147483647; leave it out for none") }
    }
}

/// How many watch: 0 or more, or -1 where the service could not count them in time.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64")]
pub struct ViewerCount(i64);

impl TryFrom<i64> for ViewerCount {
    type Error = &'static str;

    fn try_from(count: i64) -> Result<Self, Self::Error> {
        if count < -1 { Err("must be a count of viewers, or -1") } else { Ok(Self(count)) }
    }
}

impl ViewerCount {
    /// None where they could not be counted.
    pub fn counted(self) -> Option<u64> {
        u64::try_from(self.0).ok()
    }
}

fn some_tracks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<Track>>, D::Error> {
    let tracks = Option::<Vec<Track>>::deserialize(deserializer)?;
    match tracks.as_ref().map(Vec::len) {
        Some(0) => Err(D::Error::custom("audio alone is not supported: there must be a track")),
        Some(number) if number > MOST_TRACKS_SENT => {
            Err(D::Error::custom(format_args!("must have at most {MOST_TRACKS_SENT} tracks, and has {number}")))
        }
        _ => Ok(tracks),
    }
}

fn a_reason<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let reason = Option::<String>::deserialize(deserializer)?;
    match reason.as_ref().map(String::len) {
        Some(length) if length > LONGEST_REASON => {
            Err(D::Error::custom(format_args!("must have at most {LONGEST_REASON} bytes, and has {length}")))
        }
        _ => Ok(reason),
    }
}

/// What a connection of a simulated encoder began, or goes on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Started {
    /// The channel of the stream key.
    pub channel_arn: String,
    /// Its stream.
    pub stream_id: String,
}

/// How a simulated encoder disconnects.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stop {
    stream_key: String,
}

/// What changes of a stream, which is named by its channel or by the key that its encoder connected with.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetStream {
    stream_key: Option<String>,
    channel_arn: Option<String>,
    health: Option<Health>,
    viewer_count: Option<ViewerCount>,
}

impl Ivs {
    /// A simulated encoder connects. The channel of its stream key goes live after the time that streams take to start; or the
    /// stream that it was disconnected from goes on; or it takes over a stream by its priority.
    pub fn start_stream(&mut self, input: &Start) -> Result<Started, Rejected> {
        let channel_arn = self.channel_of_key(&input.stream_key)?;
        let channel = self.channels.get(&channel_arn).ok_or(Rejected::UnknownKey)?.clone();
        let media = Media::new(&channel, input.multitrack, input.tracks.as_deref());
        let checked = media.check(&channel, input.client_configuration);
        self.forget_reconnection(&input.stream_key);
        if let Some(stream) = self.streams.get(&channel_arn) {
            match stream.phase {
                Phase::Starting(_) | Phase::Live => return self.take_over(&channel_arn, input, &media, checked),
                Phase::Interrupted(_)
                    if stream.encoder.stream_key == input.stream_key && stream.media.matches(&media) =>
                {
                    return self.come_back(&channel_arn, input, checked);
                }
                Phase::Interrupted(_) => self.end_stream(&channel_arn, None),
            }
        }
        let most = self.settings.quotas.of("concurrent-streams");
        if let Some(breach) = Breach::of(Limit::ConcurrentBroadcasts, most, self.streams.len() as u64 + 1) {
            self.account_exceeded(breach);
            return Err(Rejected::TooManyStreams);
        }
        let stream_id = self.ids.stream_id();
        let recording = self.recording_configurations.get(&channel.recording_configuration_arn);
        let slate = self.failover_slate_configurations.get(&channel.failover_slate_configuration_arn);
        let session = StreamSession::new(&stream_id, self.second(), &channel, &media, recording, slate);
        self.forget_old_sessions();
        self.sessions.insert(&stream_id, session);
        let starts = later(self.now, self.settings.stream_start);
        let stream = Stream::new(&channel, &stream_id, Phase::Starting(starts), input.clone(), media, self.second());
        self.streams.insert(&channel_arn, stream);
        self.happened(&stream_id, &Occurrence::SessionCreated);
        if let Err(refusal) = checked {
            return Err(self.end_refused(&channel_arn, &stream_id, refusal));
        }
        self.apply(&channel_arn, input.health, input.viewer_count);
        self.pass_until(self.now);
        Ok(Started { channel_arn, stream_id })
    }

    /// A simulated encoder disconnects. It can as long as it is connected, whatever became of its key; one with another key of the
    /// same channel cannot. The stream goes on for the time that streams take to end.
    pub fn stop_stream(&mut self, input: &Stop) -> Result<(), Rejected> {
        let was_to_return = self.forget_reconnection(&input.stream_key);
        let Some(channel_arn) = self.connected_with(&input.stream_key) else {
            if was_to_return {
                return Ok(());
            }
            let channel_arn = self.channel_of_key(&input.stream_key)?;
            let connected = self.streams.get(&channel_arn).is_some_and(Stream::is_connected);
            return Err(if connected { Rejected::NotConnected } else { Rejected::NotLive });
        };
        let until = later(self.now, self.settings.stream_end);
        match self.streams.get_mut(&channel_arn) {
            Some(stream) if stream.is_on_air() => stream.phase = Phase::Interrupted(until),
            // Nobody has seen it.
            _ => self.end_stream(&channel_arn, None),
        }
        self.pass_until(self.now);
        Ok(())
    }

    /// Changes the health or the viewers of a stream.
    pub fn set_stream(&mut self, input: &SetStream) -> Result<(), Rejected> {
        let channel_arn = match (&input.stream_key, &input.channel_arn) {
            (Some(key), None) => match self.connected_with(key) {
                Some(channel_arn) => channel_arn,
                None => self.channel_of_key(key).and(Err(Rejected::NotLive))?,
            },
            (None, Some(arn)) if self.channels.contains(arn) => arn.clone(),
            (None, Some(_)) => return Err(Rejected::UnknownChannel),
            _ => return Err(Rejected::Unnamed),
        };
        if !self.streams.contains(&channel_arn) {
            return Err(Rejected::NotLive);
        }
        self.apply(&channel_arn, input.health, input.viewer_count);
        Ok(())
    }

    /// What the only encoder of a stream sends is not processed: the session ends at once.
    pub(super) fn end_refused(&mut self, channel_arn: &str, stream_id: &str, refusal: Refusal) -> Rejected {
        let rejected = self.report_refused(stream_id, refusal);
        let code = if let Rejected::Refused(code) = rejected { Some(code) } else { None };
        self.end_stream(channel_arn, code);
        rejected
    }

    /// Reports the limits that were exceeded. The codes are those of the end of a session.
    pub(super) fn report_refused(&mut self, stream_id: &str, refusal: Refusal) -> Rejected {
        match refusal {
            Refusal::Code(code) => Rejected::Refused(code),
            Refusal::Limits(breaches) => {
                for breach in breaches {
                    self.happened(stream_id, &Occurrence::LimitBreach(breach));
                }
                Rejected::OverLimit
            }
        }
    }

    pub(super) fn apply(&mut self, channel_arn: &str, health: Option<Health>, viewers: Option<ViewerCount>) {
        let before = self.viewers();
        let Some(stream) = self.streams.get_mut(channel_arn) else { return };
        let was = stream.health;
        stream.health = health.unwrap_or(was);
        stream.viewer_count = viewers.unwrap_or(stream.viewer_count);
        stream.last_counted = stream.viewer_count.counted().unwrap_or(stream.last_counted);
        let (is, on_air, stream_id) = (stream.health, stream.is_on_air(), stream.stream_id.clone());
        if on_air && is != was {
            self.report_health(&stream_id, was, is);
        }
        self.report_viewers(before);
    }

    /// The encoder with that key does not connect again by itself; `false` if it was not about to.
    fn forget_reconnection(&mut self, key: &str) -> bool {
        let before = self.reconnecting.len();
        self.reconnecting.retain(|waiting| waiting.encoder.stream_key != key);
        self.reconnecting.len() < before
    }

    /// The channel of the encoder that is connected with a stream key, which may have been deleted since.
    fn connected_with(&self, key: &str) -> Option<String> {
        let mut connected = self.streams.values().filter(|stream| stream.is_connected());
        let stream = connected.find(|stream| stream.encoder.stream_key == key);
        stream.map(|stream| stream.channel_arn.clone())
    }

    fn channel_of_key(&self, value: &str) -> Result<String, Rejected> {
        let key = self.stream_keys.values().find(|key| key.value == value);
        key.map(|key| key.channel_arn.clone()).ok_or(Rejected::UnknownKey)
    }
}
