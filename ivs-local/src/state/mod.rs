//! The simulated account: its resources, and what each operation does to them.
//!
//! There is a file for each resource. Its operations take a modelled input that was validated by the model's constraints, and
//! return the output; members that the model does not have are removed later.

#![allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "every operation has the same signature")]
#![allow(clippy::struct_field_names, reason = "the members carry AWS's own names")]

mod ad_configuration;
mod channel;
mod dispatch;
mod failover_slate_configuration;
pub mod playback;
mod playback_key_pair;
mod playback_restriction_policy;
pub mod quota;
mod rate;
mod recording_configuration;
mod resource;
pub mod stream;
mod stream_key;
mod stream_session;
mod table;
mod tag;
mod viewer_session;

use playback::Viewing;
pub use quota::Quotas;
use rate::Rate;
use table::Table;

use crate::error::Error;
use crate::ids;
use crate::pagination::Tokens;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use time::OffsetDateTime;

/// The result of an operation.
pub type Answer = Result<Value, Error>;

/// How the simulation behaves.
#[derive(Debug, Clone)]
pub struct Settings {
    pub region: String,
    /// Where the addresses for players lead, without a slash at the end.
    pub playback_origin: String,
    /// How long a recording configuration or failover slate takes to become ready.
    pub creation: Duration,
    pub quotas: Quotas,
}

/// All resources.
pub struct Ivs {
    settings: Settings,
    tokens: Tokens,
    channels: Table<channel::Channel>,
    stream_keys: Table<stream_key::StreamKey>,
    /// The live ones, by the ARN of their channel.
    streams: Table<stream::Stream>,
    /// Of live and past streams, by stream id.
    sessions: Table<stream_session::StreamSession>,
    playback_key_pairs: Table<playback_key_pair::PlaybackKeyPair>,
    playback_restriction_policies: Table<playback_restriction_policy::PlaybackRestrictionPolicy>,
    recording_configurations: Table<recording_configuration::RecordingConfiguration>,
    ad_configurations: Table<ad_configuration::AdConfiguration>,
    failover_slate_configurations: Table<failover_slate_configuration::FailoverSlateConfiguration>,
    metadata_rate: Rate,
    viewing: Viewing,
}

impl Ivs {
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            tokens: Tokens::default(),
            channels: Table::default(),
            stream_keys: Table::default(),
            streams: Table::default(),
            sessions: Table::default(),
            playback_key_pairs: Table::default(),
            playback_restriction_policies: Table::default(),
            recording_configurations: Table::default(),
            ad_configurations: Table::default(),
            failover_slate_configurations: Table::default(),
            metadata_rate: Rate::per_second(155),
            viewing: Viewing::default(),
        }
    }

    fn new_arn(&self, kind: &str) -> String {
        ids::arn(&self.settings.region, kind)
    }

    /// Advances what happens over time: resources that are being created become ready.
    pub fn settle(&mut self, now: Instant) {
        for configuration in self.recording_configurations.values_mut() {
            configuration.settle(now, self.settings.creation);
        }
        for configuration in self.failover_slate_configurations.values_mut() {
            configuration.settle(now, self.settings.creation);
        }
    }
}

/// The output of an operation without members.
fn nothing() -> Value {
    json!({})
}

/// The current time. The service has times in whole seconds.
fn now() -> OffsetDateTime {
    let now = OffsetDateTime::now_utc();
    now.replace_nanosecond(0).unwrap_or(now)
}

/// The row of that ARN, or `ResourceNotFoundException`.
fn find<'a, T>(table: &'a Table<T>, arn: &str) -> Result<&'a T, Error> {
    table.get(arn).ok_or_else(|| Error::not_found(arn))
}

/// The row of that ARN to change, or `ResourceNotFoundException`.
fn find_mut<'a, T>(table: &'a mut Table<T>, arn: &str) -> Result<&'a mut T, Error> {
    table.get_mut(arn).ok_or_else(|| Error::not_found(arn))
}

/// The input of the operations on a channel's stream.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ByChannel {
    channel_arn: String,
}
