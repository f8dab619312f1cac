//! An account in the middle of everything, and what can be done with it.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ivs_local_core::{Ivs, Player, Quotas, Rates, Settings, Start, Stop};
use ivs_wasm::model::ivs::SERVICE;
use p384::ecdsa::signature::Signer;
use p384::ecdsa::{Signature, SigningKey};
use p384::pkcs8::{EncodePublicKey, LineEnding};
use rand::rngs::ChaCha12Rng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::time::Duration;
use time::OffsetDateTime;
use time::macros::datetime;

pub const START: OffsetDateTime = datetime!(2030-01-01 00:00:00.25 UTC);

pub fn settings() -> Settings {
    Settings {
        region: "us-west-2".to_owned(),
        playback_origin: Some("http://127.0.0.1:1".to_owned()),
        creation: Duration::from_secs(2),
        quotas: Quotas::default(),
        rates: Rates::Aws,
        stream_end: Duration::from_secs(2),
        ..Settings::default()
    }
}

pub fn new() -> Ivs {
    Ivs::new(settings(), [7; 32], START)
}

/// What an account says to one call, whatever it is.
pub fn call(ivs: &mut Ivs, name: &str, input: &Value) -> Value {
    match ivs.call(SERVICE.operation(name).unwrap(), input.clone()) {
        Ok(output) => output.unwrap_or_default(),
        Err(failure) => json!(format!("{failure:?}")),
    }
}

pub fn start(ivs: &mut Ivs, key: &Value) -> Value {
    let input: Start =
        serde_json::from_value(json!({ "streamKey": key, "viewerCount": 7, "reconnect": true })).unwrap();
    ivs.start_stream(&input).map_or_else(|why| json!(format!("{why:?}")), |started| json!(started))
}

pub fn stop(ivs: &mut Ivs, key: &Value) -> Value {
    let input: Stop = serde_json::from_value(json!({ "streamKey": key })).unwrap();
    json!(format!("{:?}", ivs.stop_stream(&input)))
}

pub fn metadata(ivs: &Ivs, channel: &str) -> Value {
    ivs.metadata(channel).map_or_else(|why| json!(format!("{why:?}")), |items| json!(items))
}

pub fn playback_key() -> SigningKey {
    SigningKey::from_slice(&[5; 48]).unwrap()
}

pub fn token(channel: &str, more: Value) -> String {
    let mut claims = json!({ "aws:channel-arn": channel, "exp": START.unix_timestamp() + 500 });
    claims.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let part = |value: Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(json!({ "alg": "ES384", "typ": "JWT" })), part(claims));
    let signature: Signature = playback_key().sign(signed.as_bytes());
    format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

/// Opens the playback of a channel by its playback URL.
pub fn play(ivs: &mut Ivs, channel: &Value, token: Option<&str>) -> Value {
    let file = channel["playbackUrl"].as_str().unwrap().rsplit('/').next().unwrap();
    json!(ivs.open_playback(file, token, Player::default()).map_err(|refusal| refusal.message))
}

/// An account in the middle of everything, with the values that its callers have: names, tokens, sessions.
pub struct Middle {
    pub ivs: Ivs,
    /// A private one, live, with ads, recording, slate, metadata and viewers.
    pub live: Value,
    pub live_key: Value,
    /// One that was live.
    pub ended: Value,
    pub names: Vec<Value>,
    pub next_token: Value,
    pub used: String,
    pub revoked: String,
    pub playing: String,
}

pub fn middle() -> Middle {
    let mut ivs = new();
    let mut names = Vec::new();
    let mut create = |ivs: &mut Ivs, name: &str, input: Value| {
        // Not faster than the call rates.
        ivs.advance(Duration::from_secs(1));
        let output = call(ivs, name, &input);
        let resource = output.as_object().unwrap_or_else(|| panic!("{name}: {output}")).values().next().unwrap();
        names.push(resource["arn"].clone());
        output
    };
    let ads = json!({ "mediaTailorPlaybackConfigurations": [{ "playbackConfigurationArn": "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/a" }] });
    let ads = create(&mut ivs, "CreateAdConfiguration", ads)["adConfiguration"]["arn"].clone();
    let pem = playback_key().verifying_key().to_public_key_pem(LineEnding::CRLF).unwrap();
    create(&mut ivs, "ImportPlaybackKeyPair", json!({ "publicKeyMaterial": pem }));
    create(&mut ivs, "CreatePlaybackRestrictionPolicy", json!({ "allowedCountries": ["DE"], "tags": { "a": "b" } }));
    let channel = json!({ "authorized": true, "adConfigurationArn": ads, "name": "live" });
    let live = create(&mut ivs, "CreateChannel", channel);
    let ended = create(&mut ivs, "CreateChannel", json!({ "name": "ended" }));
    create(&mut ivs, "CreateChannel", json!({ "name": "never" }));
    let (live, live_key) = (live["channel"].clone(), live["streamKey"]["value"].clone());
    start(&mut ivs, &ended["streamKey"]["value"]);
    call(&mut ivs, "PutMetadata", &json!({ "channelArn": ended["channel"]["arn"], "metadata": "last words" }));
    ivs.advance(Duration::from_secs(9));
    stop(&mut ivs, &ended["streamKey"]["value"]);
    start(&mut ivs, &live_key);
    let channel_arn = live["arn"].as_str().unwrap();
    call(&mut ivs, "PutMetadata", &json!({ "channelArn": channel_arn, "metadata": "score 1:0" }));
    call(
        &mut ivs,
        "InsertAdBreak",
        &json!({ "channelArn": channel_arn, "adBreakId": "break1000001", "durationSeconds": 30 }),
    );
    let used = token(channel_arn, json!({ "aws:single-use-uuid": "4c2ba1b5-7a8e-4b6a-a6f5-5e6c2f9c3e01" }));
    let playlist = play(&mut ivs, &live, Some(&used))["Ok"].as_str().unwrap().to_owned();
    let playing = playlist.lines().last().unwrap().split('/').nth(1).unwrap().to_owned();
    let revoked = token(channel_arn, json!({ "aws:viewer-id": "alice" }));
    play(&mut ivs, &live, Some(&revoked));
    call(&mut ivs, "StartViewerSessionRevocation", &json!({ "channelArn": channel_arn, "viewerId": "alice" }));
    for fault in [
        json!({ "operation": "GetChannel", "code": "PendingVerification", "times": 3 }),
        json!({ "operation": "TagResource", "reset": true }),
    ] {
        ivs.add_fault(serde_json::from_value(fault).unwrap()).unwrap();
    }
    call(&mut ivs, "GetChannel", &json!({ "arn": channel_arn }));
    // These are being made.
    create(
        &mut ivs,
        "CreateRecordingConfiguration",
        json!({ "destinationConfiguration": { "s3": { "bucketName": "abc" } } }),
    );
    create(&mut ivs, "CreateFailoverSlateConfiguration", json!({}));
    let next_token = call(&mut ivs, "ListChannels", &json!({ "maxResults": 1 }))["nextToken"].clone();
    assert!(next_token.is_string());
    Middle { ivs, live, live_key, ended: ended["channel"].clone(), names, next_token, used, revoked, playing }
}

/// What one call does, and says.
pub type Act = Box<dyn Fn(&mut Ivs) -> Value>;

/// Random calls of an account in the middle of everything.
pub struct RandomCalls {
    pub middle: Middle,
    pub succeeded: usize,
    random: ChaCha12Rng,
    keys: Vec<Value>,
    operations: Vec<&'static str>,
}

impl RandomCalls {
    pub fn new(seed: u64) -> Self {
        let middle = middle();
        let operations = SERVICE.operations().map(|operation| operation.name).collect();
        let keys = vec![middle.live_key.clone()];
        Self { middle, succeeded: 0, random: ChaCha12Rng::seed_from_u64(seed), keys, operations }
    }

    /// A call, by name: one of an operation, or another that a shell may make.
    pub fn next(&mut self) -> (&'static str, Act) {
        let random = &mut self.random;
        let arn = self.middle.names[random.random_range(0..self.middle.names.len())].clone();
        let key = self.keys[random.random_range(0..self.keys.len())].clone();
        let operation = self.operations[random.random_range(0..self.operations.len())];
        let text = ["a", "b", "c"][random.random_range(0..3)];
        let (live, ended) = (self.middle.live.clone(), self.middle.ended.clone());
        let (used, playing) = (self.middle.used.clone(), self.middle.playing.clone());
        match random.random_range(0..20) {
            0 => ("start", Box::new(move |ivs| start(ivs, &key))),
            1 => ("stop", Box::new(move |ivs| stop(ivs, &key))),
            2 => ("metadata", Box::new(move |ivs| metadata(ivs, arn.as_str().unwrap()))),
            3 => ("play the private one", Box::new(move |ivs| play(ivs, &live, Some(&used)))),
            4 => ("play", Box::new(move |ivs| play(ivs, &ended, None))),
            5 => (
                "playlist",
                Box::new(move |ivs| {
                    json!(ivs.playlist(&playing, "live.m3u8", Player::default()).map_err(|refusal| refusal.message))
                }),
            ),
            6 => (
                "advance",
                Box::new(|ivs| {
                    ivs.advance(Duration::from_millis(1700));
                    json!(ivs.faults().collect::<Vec<_>>())
                }),
            ),
            _ => (operation, Box::new(move |ivs| call(ivs, operation, &input(operation, &arn, text)))),
        }
    }

    /// Later calls use the names that earlier ones gave.
    pub fn learn(&mut self, said: &Value) {
        let Some(output) = said.as_object() else { return };
        self.succeeded += 1;
        self.middle.names.extend(output.values().filter_map(|resource| resource.get("arn")).cloned());
        self.keys.extend(output.get("streamKey").and_then(|key| key.get("value")).cloned());
    }
}

/// An input of the operation that is valid, as far as the ARN allows.
fn input(operation: &str, arn: &Value, text: &str) -> Value {
    match operation {
        "CreateChannel" => json!({ "name": text, "authorized": text == "a" }),
        "ListChannels" | "ListAdConfigurations" | "ListStreams" => json!({ "maxResults": 2 }),
        "CreateStreamKey" | "GetStream" | "StopStream" | "GetStreamSession" | "ListStreamKeys"
        | "ListStreamSessions" => {
            json!({ "channelArn": arn })
        }
        "PutMetadata" => json!({ "channelArn": arn, "metadata": text }),
        "InsertAdBreak" => json!({ "channelArn": arn, "durationSeconds": 30 }),
        "StartViewerSessionRevocation" => json!({ "channelArn": arn, "viewerId": text }),
        "CreateAdConfiguration" => json!({ "name": text, "mediaTailorPlaybackConfigurations": [] }),
        "CreateRecordingConfiguration" => json!({ "destinationConfiguration": { "s3": { "bucketName": "abc" } } }),
        "BatchGetChannel" | "BatchGetStreamKey" => json!({ "arns": [arn] }),
        "TagResource" => json!({ "resourceArn": arn, "tags": { text: text } }),
        "UntagResource" => json!({ "resourceArn": arn, "tagKeys": [text] }),
        "ListTagsForResource" => json!({ "resourceArn": arn }),
        name if name.starts_with("Update") => json!({ "arn": arn, "name": text }),
        name if name.starts_with("Get") || name.starts_with("Delete") => json!({ "arn": arn }),
        _ => json!({}),
    }
}
