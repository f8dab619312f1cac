//! Recordings of streams. Nothing is stored; there are their events.
//!
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/record-to-s3.html>

use super::Ivs;
use crate::ids::ACCOUNT;
use crate::occurrence::{Occurrence, RecordingChange, RecordingStatus};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use time::OffsetDateTime;

/// A recording that goes on, or that waits for the next stream to be merged with.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recording {
    pub channel_arn: String,
    configuration_arn: String,
    bucket: String,
    prefix: String,
    session_id: String,
    /// Whether its end fails.
    fails: bool,
    /// The streams that it has, oldest first.
    stream_ids: Vec<String>,
    /// What it has of streams that have ended, in milliseconds.
    recorded_ms: u64,
    /// Since when the last stream is recorded.
    #[serde(with = "time::serde::rfc3339")]
    since: OffsetDateTime,
    /// How long after a stream the next one is merged with it.
    window: Duration,
    /// When it ends, if no stream comes before.
    #[serde(default, with = "time::serde::rfc3339::option")]
    ends: Option<OffsetDateTime>,
}

impl Recording {
    pub fn ends(&self) -> Option<OffsetDateTime> {
        self.ends
    }

    fn occurrence(&self, status: RecordingStatus) -> Occurrence {
        Occurrence::Recording(RecordingChange {
            status,
            bucket: self.bucket.clone(),
            prefix: self.prefix.clone(),
            // AWS's example of a failure has none.
            duration_ms: if status == RecordingStatus::End { self.recorded_ms } else { 0 },
            session_id: self.session_id.clone(),
            stream_ids: self.stream_ids.clone(),
        })
    }
}

impl Ivs {
    /// The stream of a channel has gone live: it is recorded, if the channel has a recording configuration.
    pub(super) fn start_recording(&mut self, channel_arn: &str, stream_id: &str) {
        let arn = self.channels.get(channel_arn).map(|channel| channel.recording_configuration_arn.clone());
        let arn = arn.unwrap_or_default();
        if self.recordings.get(channel_arn).is_some_and(|waiting| waiting.configuration_arn != arn) {
            self.end_recording(channel_arn);
        }
        let Some(configuration) = self.recording_configurations.get(&arn) else { return };
        let bucket = configuration.bucket().to_owned();
        if !configuration.is_active() {
            let session_id = self.ids.random(16);
            let status = RecordingStatus::StartFailure;
            let (prefix, stream_ids) = (String::new(), Vec::new());
            let failure = RecordingChange { status, bucket, prefix, duration_ms: 0, session_id, stream_ids };
            return self.happened(stream_id, &Occurrence::Recording(failure));
        }
        let (fails, window) = (configuration.fails_at_end(), configuration.reconnect_window());
        let now = self.now;
        if !self.recordings.contains(channel_arn) {
            let (prefix, session_id) = (self.prefix(channel_arn), self.ids.random(16));
            let recording = Recording {
                channel_arn: channel_arn.to_owned(),
                configuration_arn: arn,
                bucket,
                prefix,
                session_id,
                fails,
                stream_ids: Vec::new(),
                recorded_ms: 0,
                since: now,
                window,
                ends: None,
            };
            self.recordings.insert(channel_arn, recording);
        }
        let Some(recording) = self.recordings.get_mut(channel_arn) else { return };
        recording.stream_ids.push(stream_id.to_owned());
        (recording.since, recording.ends) = (now, None);
        let occurrence = recording.occurrence(RecordingStatus::Start);
        self.happened(stream_id, &occurrence);
    }

    /// The stream of a channel ends, and so does its recording: at once, or when no other stream came for a while.
    pub(super) fn pause_recording(&mut self, channel_arn: &str) {
        let now = self.now;
        let Some(recording) = self.recordings.get_mut(channel_arn) else { return };
        recording.recorded_ms += u64::try_from((now - recording.since).whole_milliseconds()).unwrap_or_default();
        recording.ends = Some(later(now, recording.window));
        if recording.window.is_zero() {
            self.end_recording(channel_arn);
        }
    }

    /// A recording ends: no other stream will be merged with it.
    pub(super) fn end_recording(&mut self, channel_arn: &str) {
        let Some(recording) = self.recordings.remove(channel_arn) else { return };
        let status = if recording.fails { RecordingStatus::EndFailure } else { RecordingStatus::End };
        if let Some(last) = recording.stream_ids.last() {
            self.happened(last, &recording.occurrence(status));
        }
    }

    /// Where a recording that starts now would be in its bucket.
    fn prefix(&mut self, channel_arn: &str) -> String {
        let (now, id) = (self.now, self.ids.random(12));
        let channel = channel_arn.rsplit('/').next().unwrap_or_default();
        let (year, month, day) = now.to_calendar_date();
        let month = u8::from(month);
        format!("ivs/v1/{ACCOUNT}/{channel}/{year}/{month}/{day}/{}/{}/{id}", now.hour(), now.minute())
    }
}

/// That moment, or the last that there is.
pub fn later(moment: OffsetDateTime, by: Duration) -> OffsetDateTime {
    moment.saturating_add(by.try_into().unwrap_or(time::Duration::MAX))
}
