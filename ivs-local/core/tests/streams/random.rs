//! Whatever encoders and callers do, every stream has a life in order, and what the API says of it agrees with its events.

use crate::{Account, Channel, SECOND, Settings, name, slow, text};
use ivs_local_core::Event;
use rand::rngs::ChaCha12Rng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Where a stream is by its events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Life {
    Created,
    Started,
    Ended,
    Failed,
    Over,
}

impl Life {
    /// Whether this may happen, and change nothing of it.
    fn allows(self, name: &str) -> bool {
        let takeover = name.starts_with("Stream Takeover");
        match self {
            Self::Created => takeover || name == "Ingest Bitrate",
            // Of an encoder that takes over, or comes back.
            Self::Started if name == "Ingest Bitrate" => true,
            Self::Started => takeover || name.starts_with("Starvation") || name.starts_with("Recording"),
            // That of a merged recording comes late.
            Self::Over => name == "Recording End",
            Self::Ended | Self::Failed => false,
        }
    }
}

/// The streams by their events, and the channels that they are of.
#[derive(Default)]
struct Lives {
    streams: BTreeMap<String, (String, Life)>,
    recorded: BTreeMap<String, bool>,
    last: i64,
}

impl Lives {
    fn follow(&mut self, event: &Event) {
        assert!(event.time.unix_timestamp() >= self.last, "{event:?} is late");
        self.last = event.time.unix_timestamp();
        let Some(id) = event.detail.get("stream_id").map(text) else { return };
        let (name, channel) = (name(event), event.resources[0].clone());
        let life = self.streams.get(&id).map(|(_, life)| *life);
        let next = match (life, name.as_str()) {
            (None, "Session Created") => Life::Created,
            (Some(Life::Created), "Stream Start") => Life::Started,
            (Some(Life::Created), "Stream Failure") => Life::Failed,
            (Some(Life::Started), "Stream End") => Life::Ended,
            (Some(Life::Created | Life::Ended | Life::Failed), "Session Ended") => Life::Over,
            (Some(life), name) if life.allows(name) => life,
            (life, name) => panic!("{name} of a stream that is {life:?}"),
        };
        if let Some(status) = name.strip_prefix("Recording ") {
            let before = self.recorded.insert(text(&event.detail["recording_session_id"]), status == "Start");
            assert!(status == "Start" || before == Some(true), "a recording ends once");
        }
        self.streams.insert(id, (channel, next));
    }
}

fn act(account: &mut Account, channel: &mut Channel, rng: &mut ChaCha12Rng) {
    let by_channel = json!({ "channelArn": channel.arn });
    match rng.random_range(0..12) {
        0..4 => {
            let mut options = json!({
                "reconnect": rng.random_bool(0.5),
                "health": if rng.random_bool(0.3) { "STARVING" } else { "HEALTHY" },
                "viewerCount": rng.random_range(-1..30),
            });
            match rng.random_range(0..6) {
                0 => options["priority"] = json!(rng.random_range(1..6)),
                1 => options["fail"] = json!("no capacity"),
                2 => options["multitrack"] = json!(true),
                3 => options["tracks"] = json!([{ "bitrate": 9_000_000 }]),
                4 => options["tracks"] = json!([{ "width": 640, "height": 360, "bitrate": 700_000 }]),
                _ => {}
            }
            let _ = account.connect(channel, options);
        }
        4..6 => drop(account.disconnect(channel)),
        6 => drop(account.call("StopStream", by_channel)),
        7 => {
            let health = if rng.random_bool(0.5) { "STARVING" } else { "HEALTHY" };
            let _ = account.set(json!({ "channelArn": channel.arn, "health": health }));
        }
        8 => {
            let keys = account.ok("ListStreamKeys", by_channel.clone())["streamKeys"].clone();
            account.ok("DeleteStreamKey", json!({ "arn": keys[0]["arn"] }));
            channel.key = text(&account.ok("CreateStreamKey", by_channel)["streamKey"]["value"]);
        }
        _ => account.pass(rng.random_range(0..20) * SECOND / 2),
    }
}

#[test]
fn every_stream_has_a_life_in_order_and_the_api_agrees() {
    for seed in 0..20 {
        let mut rng = ChaCha12Rng::seed_from_u64(seed);
        let quotas = ["concurrent-streams=2", "concurrent-viewers=20", "stream-takeovers=1"];
        let mut account = Account::new(Settings { quotas: crate::with_quotas(&quotas).quotas, ..slow() });
        let bucket = json!({ "s3": { "bucketName": "recordings" } });
        let input = json!({ "destinationConfiguration": bucket, "recordingReconnectWindowSeconds": 10 });
        let recording = account.ok("CreateRecordingConfiguration", input)["recordingConfiguration"]["arn"].clone();
        let mut channels: Vec<_> =
            (0..3).map(|_| account.channel(json!({ "recordingConfigurationArn": recording }))).collect();
        let mut lives = Lives::default();
        for _ in 0..300 {
            act(&mut account, &mut channels[rng.random_range(0..3)], &mut rng);
            account.0.take_events().iter().for_each(|event| lives.follow(event));
            let listed: Vec<Value> = account.ok("ListStreams", json!({}))["streams"].as_array().unwrap().clone();
            let mut live: Vec<_> = listed.iter().map(|stream| text(&stream["streamId"])).collect();
            live.sort();
            let started = lives.streams.iter().filter(|(_, (_, life))| *life == Life::Started);
            assert_eq!(live, started.map(|(id, _)| id.clone()).collect::<Vec<_>>());
            assert!(lives.streams.values().filter(|(_, life)| *life != Life::Over).count() <= 2);
            for channel in &channels {
                let of_channel =
                    lives.streams.values().filter(|(arn, life)| *arn == channel.arn && *life != Life::Over);
                let update = account.call("UpdateChannel", json!({ "arn": channel.arn, "name": "a" }));
                assert_eq!(update.is_err(), of_channel.count() == 1);
            }
        }
        account.pass(1000 * SECOND);
        assert!(lives.streams.len() > 20, "{}", lives.streams.len());
        for channel in channels {
            let _ = account.disconnect(&channel);
            let _ = account.call("StopStream", json!({ "channelArn": channel.arn }));
            let _ = account.disconnect(&channel);
        }
        account.pass(1000 * SECOND);
        account.0.take_events().iter().for_each(|event| lives.follow(event));
        assert!(lives.streams.values().all(|(_, life)| *life == Life::Over), "seed {seed}");
        assert!(!lives.recorded.values().any(|on| *on), "seed {seed}");
    }
}
