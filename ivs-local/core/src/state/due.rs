//! What happens by itself as time passes: streams start and end, recordings end, encoders connect again.

use super::Ivs;
use super::recording::later;
use super::start::Start;
use super::stream::{Health, Phase};
use crate::event::Code;
use crate::occurrence::{Breach, Limit, Occurrence};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use time::OffsetDateTime;

/// How long an encoder that was disconnected takes to connect again.
const RECONNECTION: Duration = Duration::from_secs(1);

/// An encoder that was disconnected, and when it connects again.
#[derive(Clone, Serialize, Deserialize)]
pub struct Reconnection {
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
    pub encoder: Start,
}

/// What happens at a moment.
enum Due {
    /// The stream of this channel goes live.
    Start(String),
    /// The stream of this channel ends, since its encoder did not come back.
    End(String),
    /// The recording of this channel ends.
    Recording(String),
    /// The first of the encoders that were disconnected connects again.
    Reconnection,
}

impl Ivs {
    /// Time passes until that moment, and each thing happens at its own.
    pub(super) fn pass_until(&mut self, moment: OffsetDateTime) {
        while let Some((at, due)) = self.next_due().filter(|(at, _)| *at <= moment) {
            self.now = self.now.max(at);
            self.settle();
            match due {
                Due::Start(channel_arn) => self.go_live(&channel_arn),
                Due::End(channel_arn) => self.end_stream(&channel_arn, None),
                Due::Recording(channel_arn) => self.end_recording(&channel_arn),
                Due::Reconnection => {
                    let Some(waiting) = self.reconnecting.pop_front() else { continue };
                    // Its key may have been deleted, or another encoder may have come before.
                    let _ = self.start_stream(&waiting.encoder);
                }
            }
        }
        self.now = self.now.max(moment);
        self.settle();
    }

    /// What happens next, and when. Of what happens at the same time, streams are first.
    fn next_due(&self) -> Option<(OffsetDateTime, Due)> {
        let streams = self.streams.values().filter_map(|stream| match stream.phase {
            Phase::Starting(at) => Some((at, Due::Start(stream.channel_arn.clone()))),
            Phase::Interrupted(until) => Some((until, Due::End(stream.channel_arn.clone()))),
            Phase::Live => None,
        });
        let recordings = self
            .recordings
            .iter()
            .filter_map(|(_, recording)| Some((recording.ends()?, Due::Recording(recording.channel_arn.clone()))));
        let encoders = self.reconnecting.front().map(|waiting| (waiting.at, Due::Reconnection));
        streams.chain(recordings).chain(encoders).min_by_key(|(at, _)| *at)
    }

    /// The service has processed enough of a stream for viewers to see it, or cannot process it.
    fn go_live(&mut self, channel_arn: &str) {
        let (now, before) = (self.second(), self.viewers());
        let Some(stream) = self.streams.get_mut(channel_arn) else { return };
        let (stream_id, health) = (stream.stream_id.clone(), stream.health);
        if let Some(reason) = stream.encoder.fail.clone() {
            self.happened(&stream_id, &Occurrence::StreamFailure(reason));
            return self.end_stream(channel_arn, None);
        }
        stream.phase = Phase::Live;
        stream.start_time = now;
        self.happened(&stream_id, &Occurrence::StreamStart);
        self.report_health(&stream_id, Health::Healthy, health);
        self.start_recording(channel_arn, &stream_id);
        self.report_viewers(before);
    }

    /// Ends the stream of a channel and its session.
    pub(super) fn end_stream(&mut self, channel_arn: &str, code: Option<Code>) {
        let Some(stream) = self.streams.remove(channel_arn) else { return };
        if stream.is_on_air() {
            self.pause_recording(channel_arn);
            self.happened(&stream.stream_id, &Occurrence::StreamEnd);
        }
        self.end_session(&stream.stream_id);
        self.happened(&stream.stream_id, &Occurrence::SessionEnded(code));
        self.forget_old_metadata();
    }

    /// The encoder of a channel is disconnected by the service. It may come back, and then it has a new session.
    pub(super) fn disconnect(&mut self, channel_arn: &str) {
        let Some(stream) = self.streams.get(channel_arn) else { return };
        let comes_back = stream.encoder.reconnect && stream.is_connected();
        let encoder: Start = stream.encoder.clone();
        self.end_stream(channel_arn, None);
        if comes_back {
            self.reconnecting.push_back(Reconnection { at: later(self.now, RECONNECTION), encoder });
        }
    }

    pub(super) fn report_health(&mut self, stream_id: &str, was: Health, is: Health) {
        match (was == Health::Starving, is == Health::Starving) {
            (false, true) => self.happened(stream_id, &Occurrence::StarvationStart),
            (true, false) => self.happened(stream_id, &Occurrence::StarvationEnd),
            _ => {}
        }
    }

    /// How many watch the streams of the account.
    pub(super) fn viewers(&self) -> u64 {
        let on_air = self.streams.values().filter(|stream| stream.is_on_air());
        on_air.map(|stream| stream.last_counted).fold(0, u64::saturating_add)
    }

    /// Reports that there are more viewers than the account may have, when that begins.
    pub(super) fn report_viewers(&mut self, before: u64) {
        let most = self.settings.quotas.of("concurrent-viewers");
        if before <= most
            && let Some(breach) = Breach::of(Limit::ConcurrentViewers, most, self.viewers())
        {
            self.account_exceeded(breach);
        }
    }
}
