//! Streams as time passes: what encoders do, what the API says, and which events there are.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod ad_breaks;
mod configurations;
mod encoders;
mod events;
mod life;
mod multitrack;
mod random;
mod recordings;
mod sessions;
mod takeover;

use ivs_local_core::{Error, Event, Failure, Ivs, Quotas, Rejected, Settings, Started};
use ivs_wasm::model::ivs::SERVICE;
use serde_json::{Value, json};
use std::time::Duration;
use time::OffsetDateTime;
use time::macros::datetime;

const START: OffsetDateTime = datetime!(2030-01-01 00:00:00.25 UTC);
const SECOND: Duration = Duration::from_secs(1);

/// An account, with what its tests ask of it.
struct Account(Ivs);

/// A channel: its ARN, and the value of its stream key.
struct Channel {
    arn: String,
    key: String,
}

/// Streams take 5 s to start, and go on for 30 s.
fn slow() -> Settings {
    Settings { stream_start: 5 * SECOND, stream_end: 30 * SECOND, ..at_once() }
}

fn at_once() -> Settings {
    Settings { region: "us-west-2".to_owned(), quotas: Quotas::default(), ..Settings::default() }
}

fn with_quotas(quotas: &[&str]) -> Settings {
    Settings { quotas: Quotas::with(quotas.iter().map(|quota| quota.parse().unwrap())), ..at_once() }
}

impl Account {
    fn new(settings: Settings) -> Self {
        Self(Ivs::new(settings, [1; 32], START))
    }

    fn call(&mut self, name: &str, input: Value) -> Result<Value, Error> {
        match self.0.call(SERVICE.operation(name).unwrap(), input) {
            Ok(output) => Ok(output.unwrap_or_default()),
            Err(Failure::Error(error)) => Err(error),
            Err(Failure::AnswerLost) => panic!("the answer is lost"),
        }
    }

    fn ok(&mut self, name: &str, input: Value) -> Value {
        self.call(name, input).unwrap()
    }

    /// The code of the error.
    fn fails(&mut self, name: &str, input: Value) -> &'static str {
        self.call(name, input).unwrap_err().code
    }

    fn channel(&mut self, input: Value) -> Channel {
        let created = self.ok("CreateChannel", input);
        Channel { arn: text(&created["channel"]["arn"]), key: text(&created["streamKey"]["value"]) }
    }

    /// An encoder connects, with options besides its stream key.
    fn connect(&mut self, channel: &Channel, mut options: Value) -> Result<Started, Rejected> {
        options["streamKey"] = json!(channel.key);
        self.0.start_stream(&serde_json::from_value(options).unwrap())
    }

    fn start(&mut self, channel: &Channel) -> String {
        self.connect(channel, json!({})).unwrap().stream_id
    }

    fn disconnect(&mut self, channel: &Channel) -> Result<(), Rejected> {
        self.0.stop_stream(&serde_json::from_value(json!({ "streamKey": channel.key })).unwrap())
    }

    fn set(&mut self, input: Value) -> Result<(), Rejected> {
        self.0.set_stream(&serde_json::from_value(input).unwrap())
    }

    fn pass(&mut self, time: Duration) {
        self.0.advance(time);
    }

    /// The events since the last call, each in a word or two, with its time in seconds since the start.
    fn events(&mut self) -> Vec<(i64, String)> {
        let start = START.unix_timestamp();
        self.0.take_events().iter().map(|event| (event.time.unix_timestamp() - start, name(event))).collect()
    }

    fn names(&mut self) -> Vec<String> {
        self.events().into_iter().map(|(_, name)| name).collect()
    }

    /// Whether `GetStream` finds a stream.
    fn is_live(&mut self, channel: &Channel) -> bool {
        match self.call("GetStream", json!({ "channelArn": channel.arn })) {
            Ok(_) => true,
            Err(error) => {
                assert_eq!(error.code, "ChannelNotBroadcasting");
                false
            }
        }
    }

    fn session(&mut self, channel: &Channel) -> Value {
        self.ok("GetStreamSession", json!({ "channelArn": channel.arn }))["streamSession"].clone()
    }
}

/// The member that tells the events of a group apart.
fn name(event: &Event) -> String {
    let mut names = ["event_name", "limit_name", "recording_status"].iter();
    text(names.find_map(|member| event.detail.get(*member)).unwrap())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
