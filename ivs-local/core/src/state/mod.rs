//! The simulated account: its resources, and what each operation does to them.
//!
//! There is a file for each resource. Its operations take a modelled input that was validated by the model's constraints, and
//! return the output; members that the model does not have are removed later.

#![allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "every operation has the same signature")]
#![allow(clippy::struct_field_names, reason = "the members carry AWS's own names")]

mod ad_configuration;
pub mod call_rate;
pub mod changes;
mod channel;
mod dispatch;
mod due;
pub mod encoder;
mod failover_slate_configuration;
pub mod fault;
pub mod ingest;
pub mod metadata;
mod outbox;
pub mod playback;
mod playback_key_pair;
mod playback_restriction_policy;
mod players;
pub mod quota;
mod rate;
mod recording;
mod recording_configuration;
pub mod rejected;
mod resource;
mod rows;
#[cfg(feature = "state-text")]
mod snapshot;
pub mod start;
pub mod stream;
mod stream_key;
mod stream_session;
mod table;
mod tag;
mod takeover;
mod viewer_session;

use call_rate::{CallRates, Rates};
use changes::Tracking;
use failover_slate_configuration::FailoverSlateConfiguration;
use fault::Waiting;
use metadata::Metadata;
use outbox::Outbox;
use playback::Viewing;
pub use quota::Quotas;
use rate::Rate;
use recording_configuration::RecordingConfiguration;
use table::Table;

use crate::error::Error;
use crate::ids::Ids;
use crate::pagination::Tokens;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::time::Duration;
use time::OffsetDateTime;

/// Calls of `PutMetadata` that the account may make, a second.
const METADATA_PER_SECOND: usize = 155;

/// The result of an operation.
pub type Answer = Result<Value, Error>;

/// How the simulation behaves.
#[derive(Debug, Default, Clone)]
pub struct Settings {
    /// The region that ARNs name.
    pub region: String,
    /// Where the addresses for players lead, without a slash at the end; if there is none, nowhere.
    pub playback_origin: Option<String>,
    /// How long a recording configuration or failover slate takes to become ready.
    pub creation: Duration,
    /// How long an encoder is connected before its stream is live.
    pub stream_start: Duration,
    /// How long a stream goes on after its encoder has disconnected, which may come back until then. The service waits for 30
    /// seconds.
    pub stream_end: Duration,
    /// Maximum numbers of resources.
    pub quotas: Quotas,
    /// Which call rates are kept.
    pub rates: Rates,
}

/// The account: all resources, at a moment that only [`Self::advance`] and [`Self::advance_to`] change.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ivs {
    /// Not of the account, but of the program: a snapshot is restored with some.
    #[serde(skip)]
    settings: Settings,
    #[serde(with = "time::serde::rfc3339")]
    now: OffsetDateTime,
    ids: Ids,
    tokens: Tokens,
    channels: Table<channel::Channel>,
    stream_keys: Table<stream_key::StreamKey>,
    /// Those that are live, or about to be, by the ARN of their channel.
    streams: Table<stream::Stream>,
    /// Encoders that were disconnected and connect again then, the first of them first.
    reconnecting: VecDeque<due::Reconnection>,
    /// By the ARN of their channel.
    recordings: Table<recording::Recording>,
    /// Of live and past streams, by stream id.
    sessions: Table<stream_session::StreamSession>,
    /// The ids of past streams that have sessions, by themselves, in the order in which they ended.
    ended: Table<String>,
    /// Of live streams and some past ones.
    metadata: Table<Metadata>,
    playback_key_pairs: Table<playback_key_pair::PlaybackKeyPair>,
    playback_restriction_policies: Table<playback_restriction_policy::PlaybackRestrictionPolicy>,
    recording_configurations: Table<RecordingConfiguration>,
    ad_configurations: Table<ad_configuration::AdConfiguration>,
    failover_slate_configurations: Table<FailoverSlateConfiguration>,
    metadata_rate: Rate,
    call_rates: CallRates,
    /// Those that wait, oldest first.
    faults: Vec<Waiting>,
    viewing: Viewing,
    outbox: Outbox,
    /// What is known to be saved, if changes are tracked.
    #[serde(skip)]
    tracking: Option<Tracking>,
}

impl Ivs {
    /// An account without resources, at that moment.
    ///
    /// Names are made from the seed: the same calls give the same names with the same seed. Stream keys are among them, so it
    /// has to be random, and known to nobody, where they are to be secret.
    pub fn new(settings: Settings, seed: [u8; 32], now: OffsetDateTime) -> Self {
        let mut ids = Ids::new(seed);
        let tokens = Tokens::new(ids.token_key());
        Self {
            settings,
            now,
            ids,
            tokens,
            channels: Table::default(),
            stream_keys: Table::default(),
            streams: Table::default(),
            reconnecting: VecDeque::new(),
            recordings: Table::default(),
            sessions: Table::default(),
            ended: Table::default(),
            metadata: Table::default(),
            playback_key_pairs: Table::default(),
            playback_restriction_policies: Table::default(),
            recording_configurations: Table::default(),
            ad_configurations: Table::default(),
            failover_slate_configurations: Table::default(),
            metadata_rate: Rate::per_second(METADATA_PER_SECOND),
            call_rates: CallRates::default(),
            faults: Vec::new(),
            viewing: Viewing::new(seed),
            outbox: Outbox::new(seed),
            tracking: None,
        }
    }

    /// The present moment.
    pub fn now(&self) -> OffsetDateTime {
        self.now
    }

    /// Time passes: what is ready by then is.
    pub fn advance(&mut self, by: Duration) {
        self.pass_until(recording::later(self.now, by));
    }

    /// Time passes until that moment. A moment that has passed already changes nothing.
    pub fn advance_to(&mut self, now: OffsetDateTime) {
        self.pass_until(now);
    }

    /// Counts a call, if rates are kept.
    pub(crate) fn count_call(&mut self, operation: &'static str) -> Result<(), Error> {
        match self.settings.rates {
            Rates::Off => Ok(()),
            Rates::Aws => self.call_rates.count(operation, self.now),
        }
    }

    fn new_arn(&mut self, kind: &str) -> String {
        self.ids.arn(&self.settings.region, kind)
    }

    /// The current second: the service has times in whole seconds.
    fn second(&self) -> OffsetDateTime {
        self.now.replace_nanosecond(0).unwrap_or(self.now)
    }

    /// Resources that are being created become ready.
    fn settle(&mut self) {
        let now = self.now;
        let creation = self.settings.creation;
        self.recording_configurations.update(|row| row.is_due(now, creation), RecordingConfiguration::settle);
        self.failover_slate_configurations.update(|row| row.is_due(now, creation), FailoverSlateConfiguration::settle);
    }
}

/// The output of an operation without members.
fn nothing() -> Value {
    json!({})
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
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ByChannel {
    channel_arn: String,
}
