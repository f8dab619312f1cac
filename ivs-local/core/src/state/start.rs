//! What a simulated encoder says as it connects.

use super::ingest::{ClientConfiguration, Track};
use super::stream::Health;
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
    pub(super) tracks: Option<Vec<Track>>,
    /// Whether it is multitrack input; by default if the channel wants it, or there are several tracks.
    pub(super) multitrack: Option<bool>,
    /// The stream key of its multitrack input.
    #[serde(default)]
    pub(super) client_configuration: ClientConfiguration,
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
