//! A stream goes on with another encoder, or with the one that left.
//!
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/streaming-config.html>, "Stream Takeover".

use super::Ivs;
use super::encoder::{Start, Started};
use super::ingest::Media;
use super::rejected::Rejected;
use super::stream::Phase;
use crate::event::Code;
use crate::occurrence::Occurrence;

impl Ivs {
    /// Another encoder of a channel that has one.
    pub(super) fn take_over(&mut self, channel_arn: &str, input: &Start, media: &Media) -> Result<Started, Rejected> {
        let stream = self.streams.get(channel_arn).ok_or(Rejected::NotLive)?;
        if input.priority.is_none() {
            return Err(Rejected::AlreadyLive);
        }
        let stream_id = stream.stream_id.clone();
        let code = if input.priority <= stream.encoder.priority {
            Some(Code::StreamTakeoverInvalidPriority)
        } else if !stream.media.matches(media) {
            Some(Code::StreamTakeoverMediaMismatch)
        } else if stream.takeovers >= self.settings.quotas.of("stream-takeovers") {
            Some(Code::StreamTakeoverLimitBreached)
        } else {
            None
        };
        if let Some(code) = code {
            self.happened(&stream_id, &Occurrence::StreamTakeoverFailure(code));
            return Err(Rejected::Refused(code));
        }
        if let Some(stream) = self.streams.get_mut(channel_arn) {
            stream.takeovers += 1;
        }
        self.happened(&stream_id, &Occurrence::StreamTakeover);
        self.replace_encoder(channel_arn, input)
    }

    /// The stream goes on with this encoder.
    pub(super) fn replace_encoder(&mut self, channel_arn: &str, input: &Start) -> Result<Started, Rejected> {
        let stream = self.streams.get_mut(channel_arn).ok_or(Rejected::NotLive)?;
        stream.encoder = input.clone();
        if matches!(stream.phase, Phase::Interrupted(_)) {
            stream.phase = Phase::Live;
        }
        let started = Started { channel_arn: channel_arn.to_owned(), stream_id: stream.stream_id.clone() };
        self.apply(channel_arn, input.health, input.viewer_count);
        Ok(started)
    }
}
