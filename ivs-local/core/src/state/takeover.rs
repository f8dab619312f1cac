//! A stream goes on with another encoder, or with the one that left.
//!
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/streaming-config.html>, "Stream Takeover".

use super::Ivs;
use super::encoder::Started;
use super::ingest::{Media, Refusal};
use super::rejected::Rejected;
use super::start::Start;
use super::stream::Phase;
use crate::event::Code;
use crate::occurrence::Occurrence;

impl Ivs {
    /// Another encoder of a channel that has one. If it is refused, the stream goes on without it.
    pub(super) fn take_over(
        &mut self,
        channel_arn: &str,
        input: &Start,
        media: &Media,
        checked: Result<(), Refusal>,
    ) -> Result<Started, Rejected> {
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
        if let Err(refusal) = checked {
            return Err(self.report_refused(&stream_id, refusal));
        }
        if stream.is_on_air() && input.fail.is_some() {
            return Err(Rejected::CannotFail);
        }
        if let Some(stream) = self.streams.get_mut(channel_arn) {
            stream.takeovers += 1;
        }
        self.happened(&stream_id, &Occurrence::StreamTakeover);
        self.replace_encoder(channel_arn, input)
    }

    /// The encoder that left, in time. If it is refused, the stream is without encoder, and ends.
    pub(super) fn come_back(
        &mut self,
        channel_arn: &str,
        input: &Start,
        checked: Result<(), Refusal>,
    ) -> Result<Started, Rejected> {
        let stream = self.streams.get(channel_arn).ok_or(Rejected::NotLive)?;
        if let Err(refusal) = checked {
            let stream_id = stream.stream_id.clone();
            return Err(self.end_refused(channel_arn, &stream_id, refusal));
        }
        if input.fail.is_some() {
            return Err(Rejected::CannotFail);
        }
        self.replace_encoder(channel_arn, input)
    }

    /// The stream goes on with this encoder.
    fn replace_encoder(&mut self, channel_arn: &str, input: &Start) -> Result<Started, Rejected> {
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
