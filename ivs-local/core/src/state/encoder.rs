//! Simulated encoders: how they connect, disconnect, and change what they send.

use super::Ivs;
use super::ingest::{Media, Refusal};
use super::recording::later;
use super::rejected::Rejected;
use super::start::{Start, ViewerCount};
use super::stream::{Health, Phase, Stream};
use super::stream_session::StreamSession;
use crate::occurrence::{Breach, Limit, Occurrence};
use serde::{Deserialize, Serialize};

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
