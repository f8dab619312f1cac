//! What a simulated encoder sends, and whether its channel takes it.
//!
//! Limits: <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/channel-types.html>,
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html>.

use super::channel::Channel;
use crate::event::Code;
use crate::occurrence::{Breach, Limit};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

/// Pixels of a picture, and of its longer edge.
const MOST_PIXELS: u64 = 1920 * 1080;
const MOST_PIXELS_PER_EDGE: u64 = 1920;

/// How many tracks multitrack input may have. AWS documents that there is a maximum, but not which.
const MOST_TRACKS: usize = 5;

/// A video track. No member is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Track {
    /// Pixels.
    #[serde(deserialize_with = "some")]
    pub width: u32,
    /// Pixels.
    #[serde(deserialize_with = "some")]
    pub height: u32,
    /// Bits per second.
    #[serde(deserialize_with = "some")]
    pub bitrate: u32,
}

fn some<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        0 => Err(D::Error::custom("must be at least 1: there is no video without")),
        number => Ok(number),
    }
}

/// What encoders send by default: the first, or all of them as multitrack input.
const TRACKS: [Track; 3] = [
    Track { width: 1920, height: 1080, bitrate: 6_000_000 },
    Track { width: 1280, height: 720, bitrate: 2_500_000 },
    Track { width: 640, height: 360, bitrate: 700_000 },
];

impl Default for Track {
    fn default() -> Self {
        let [first, ..] = TRACKS;
        first
    }
}

/// The stream key that `GetClientConfiguration` gives encoders for multitrack input.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum ClientConfiguration {
    /// The encoder has one.
    #[default]
    Valid,
    /// It has one that is expired or corrupt.
    Invalid,
    /// It has none, and connects with that of the channel.
    Missing,
}

/// The video of a connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    multitrack: bool,
    tracks: Vec<Track>,
}

/// Why the service does not process it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Code(Code),
    Limits(Vec<Breach>),
}

impl Media {
    /// As the encoder says. Where it does not, it is as the channel wants it.
    pub fn new(channel: &Channel, multitrack: Option<bool>, tracks: Option<&[Track]>) -> Self {
        let configuration = &channel.multitrack_input_configuration;
        let several = tracks.is_some_and(|tracks| tracks.len() > 1);
        let multitrack = several || multitrack.unwrap_or(configuration.enabled);
        let fits = |track: &&Track| {
            if multitrack {
                track.shorter_edge() <= tallest(channel)
            } else {
                u64::from(track.bitrate) <= track.limit(channel)
            }
        };
        let most = if multitrack { TRACKS.len() } else { 1 };
        let by_default = || TRACKS.iter().filter(fits).take(most).copied().collect();
        Self { multitrack, tracks: tracks.map_or_else(by_default, <[Track]>::to_vec) }
    }

    /// Whether the channel takes it.
    pub fn check(&self, channel: &Channel, key: ClientConfiguration) -> Result<(), Refusal> {
        if let Some(code) = self.multitrack_code(channel, key) {
            return Err(Refusal::Code(code));
        }
        let breaches: Vec<_> = self.breaches(channel).collect();
        if breaches.is_empty() { Ok(()) } else { Err(Refusal::Limits(breaches)) }
    }

    fn multitrack_code(&self, channel: &Channel, key: ClientConfiguration) -> Option<Code> {
        let configuration = &channel.multitrack_input_configuration;
        if !self.multitrack {
            let required = configuration.enabled && configuration.policy == "REQUIRE";
            return required.then_some(Code::MultitrackInputRequired);
        }
        if !configuration.enabled {
            return Some(Code::MultitrackInputNotAllowed);
        }
        match key {
            ClientConfiguration::Valid => {}
            ClientConfiguration::Invalid => return Some(Code::InvalidGetClientConfigurationStreamKey),
            ClientConfiguration::Missing => return Some(Code::GetClientConfigurationStreamKeyRequired),
        }
        if self.tracks.len() > MOST_TRACKS {
            return Some(Code::InvalidMultitrackInputTrackCount);
        }
        let invalid = |track: &Track| track.shorter_edge() > tallest(channel);
        self.tracks.iter().any(invalid).then_some(Code::InvalidMultitrackInputVideoTrackMediaProperties)
    }

    /// The limits that it exceeds.
    fn breaches(&self, channel: &Channel) -> impl Iterator<Item = Breach> {
        let pictures = self.tracks.iter().filter_map(|track| {
            let pixels = u64::from(track.width) * u64::from(track.height);
            let edge = u64::from(track.width.max(track.height));
            Breach::of(Limit::IngestPixels, MOST_PIXELS, pixels)
                .or_else(|| Breach::of(Limit::IngestEdge, MOST_PIXELS_PER_EDGE, edge))
        });
        let bitrate = self.tracks.iter().map(|track| u64::from(track.bitrate)).sum();
        let limit = match self.tracks.first() {
            Some(track) if !self.multitrack => track.limit(channel),
            _ => 15_000_000,
        };
        pictures.chain(Breach::of(Limit::IngestBitrate, limit, bitrate))
    }

    /// Whether a stream can go on with it instead of the other: pictures of the same size, as many of them.
    pub fn matches(&self, other: &Self) -> bool {
        let sizes = |media: &Self| media.tracks.iter().map(|track| (track.width, track.height)).collect::<Vec<_>>();
        self.multitrack == other.multitrack && sizes(self) == sizes(other)
    }

    /// `ingestConfiguration` of a session: the form for compatibility has the profile and level under two names, and the first
    /// track alone.
    pub fn ingest_configuration(&self) -> Value {
        let mut video = self.tracks.first().map(|track| video(0, *track)).unwrap_or_default();
        for (old, new) in [("avcProfile", "profile"), ("avcLevel", "level")] {
            if let Some(value) = video.get(new).cloned()
                && let Some(place) = video.get_mut(old)
            {
                *place = value;
            }
        }
        json!({ "video": video, "audio": audio() })
    }

    /// What a session keeps of it: no tracks that are too many.
    pub fn record(&self) -> Self {
        Self { multitrack: self.multitrack, tracks: self.tracks.iter().take(MOST_TRACKS).copied().collect() }
    }

    /// `ingestConfigurations` of a session.
    pub fn ingest_configurations(&self) -> Value {
        let videos: Vec<_> = self.tracks.iter().enumerate().map(|(number, track)| video(number, *track)).collect();
        json!({ "videoConfigurations": videos, "audioConfigurations": [audio()] })
    }
}

impl Track {
    fn shorter_edge(self) -> u32 {
        self.width.min(self.height)
    }

    /// The greatest bit rate that the channel takes by itself, in bits per second.
    fn limit(self, channel: &Channel) -> u64 {
        match channel.r#type.as_str() {
            "BASIC" if self.shorter_edge() <= 480 => 1_500_000,
            "BASIC" => 3_500_000,
            _ => 8_500_000,
        }
    }
}

/// The most that multitrack input may have of the shorter edge, in pixels.
fn tallest(channel: &Channel) -> u32 {
    match channel.multitrack_input_configuration.maximum_resolution.as_str() {
        "SD" => 480,
        "HD" => 720,
        _ => 1080,
    }
}

fn video(number: usize, track: Track) -> Value {
    json!({
        "avcProfile": "",
        "avcLevel": "",
        "codec": "avc1.4D4028",
        "encoder": "ivs-local",
        "targetBitrate": track.bitrate,
        "targetFramerate": 30,
        "videoHeight": track.height,
        "videoWidth": track.width,
        "level": "4.0",
        "profile": "Main",
        "track": format!("Track{number}"),
    })
}

fn audio() -> Value {
    json!({ "codec": "mp4a.40.2", "targetBitrate": 160_000, "sampleRate": 48_000, "channels": 2, "track": "Track0" })
}
