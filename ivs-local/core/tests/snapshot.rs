//! Snapshots: an account that was restored goes on as the original does.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]
#![allow(clippy::needless_pass_by_value, reason = "JSON is written where it is used")]

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

const START: OffsetDateTime = datetime!(2030-01-01 00:00:00.25 UTC);

fn settings() -> Settings {
    Settings {
        region: "us-west-2".to_owned(),
        playback_origin: Some("http://127.0.0.1:1".to_owned()),
        creation: Duration::from_secs(2),
        quotas: Quotas::default(),
        rates: Rates::Aws,
        ..Settings::default()
    }
}

fn new() -> Ivs {
    Ivs::new(settings(), [7; 32], START)
}

/// What an account says to one call, whatever it is.
fn call(ivs: &mut Ivs, name: &str, input: &Value) -> Value {
    match ivs.call(SERVICE.operation(name).unwrap(), input.clone()) {
        Ok(output) => output.unwrap_or_default(),
        Err(failure) => json!(format!("{failure:?}")),
    }
}

fn start(ivs: &mut Ivs, key: &Value) -> Value {
    let input: Start = serde_json::from_value(json!({ "streamKey": key, "viewerCount": 7 })).unwrap();
    ivs.start_stream(&input).map_or_else(|why| json!(format!("{why:?}")), |started| json!(started))
}

fn stop(ivs: &mut Ivs, key: &Value) -> Value {
    let input: Stop = serde_json::from_value(json!({ "streamKey": key })).unwrap();
    json!(format!("{:?}", ivs.stop_stream(&input)))
}

fn metadata(ivs: &Ivs, channel: &str) -> Value {
    ivs.metadata(channel).map_or_else(|why| json!(format!("{why:?}")), |items| json!(items))
}

fn playback_key() -> SigningKey {
    SigningKey::from_slice(&[5; 48]).unwrap()
}

fn token(channel: &str, more: Value) -> String {
    let mut claims = json!({ "aws:channel-arn": channel, "exp": START.unix_timestamp() + 500 });
    claims.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let part = |value: Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(json!({ "alg": "ES384", "typ": "JWT" })), part(claims));
    let signature: Signature = playback_key().sign(signed.as_bytes());
    format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

/// Opens the playback of a channel by its playback URL.
fn play(ivs: &mut Ivs, channel: &Value, token: Option<&str>) -> Value {
    let file = channel["playbackUrl"].as_str().unwrap().rsplit('/').next().unwrap();
    json!(ivs.open_playback(file, token, Player::default()).map_err(|refusal| refusal.message))
}

/// An account in the middle of everything, with the values that its callers have: names, tokens, sessions.
struct Middle {
    ivs: Ivs,
    /// A private one, live, with ads, recording, slate, metadata and viewers.
    live: Value,
    live_key: Value,
    /// One that was live.
    ended: Value,
    names: Vec<Value>,
    next_token: Value,
    used: String,
    revoked: String,
    playing: String,
}

fn middle() -> Middle {
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

#[test]
fn what_was_given_out_before_a_snapshot_is_known_after_it() {
    let mut before = middle();
    let snapshot = before.ivs.snapshot().unwrap();
    let mut after = Ivs::restore(settings(), &snapshot).unwrap();
    assert_eq!(after.snapshot().unwrap(), snapshot);
    for ivs in [&mut before.ivs, &mut after] {
        let next = call(ivs, "ListChannels", &json!({ "maxResults": 1, "nextToken": before.next_token }));
        assert_eq!(next["channels"][0]["name"], "ended");
        let refused = play(ivs, &before.live, Some(&before.used));
        assert_eq!(refused["Err"], "the token was used already (aws:single-use-uuid)");
        assert_eq!(play(ivs, &before.live, Some(&before.revoked))["Err"], "the viewer's session was revoked");
        let playlist = ivs.playlist(&before.playing, "live.m3u8", Player::default()).unwrap();
        assert!(playlist.contains("#EXTM3U"));
        let again = call(
            ivs,
            "InsertAdBreak",
            &json!({ "channelArn": before.live["arn"], "adBreakId": "break1000001", "durationSeconds": 30 }),
        );
        assert!(again.as_str().unwrap().contains("ConflictException"), "{again}");
        assert_eq!(metadata(ivs, before.ended["arn"].as_str().unwrap())[0]["metadata"], "last words");
        let recording = call(ivs, "ListRecordingConfigurations", &json!({}))["recordingConfigurations"][0].clone();
        assert_eq!(recording["state"], "CREATING");
        ivs.advance(Duration::from_secs(2));
        let recording = call(ivs, "ListRecordingConfigurations", &json!({}))["recordingConfigurations"][0].clone();
        assert_eq!(recording["state"], "ACTIVE");
        assert_eq!(ivs.faults().len(), 2);
        for _ in 0..2 {
            let fault = call(ivs, "GetChannel", &json!({ "arn": before.live["arn"] }));
            assert!(fault.as_str().unwrap().contains("PendingVerification"), "{fault}");
        }
        assert_eq!(call(ivs, "GetChannel", &json!({ "arn": before.live["arn"] }))["channel"]["name"], "live");
        assert_eq!(stop(ivs, &before.live_key), "Ok(())");
    }
}

#[test]
fn a_thousand_random_calls_have_the_same_results_after_a_snapshot() {
    for seed in 0..4 {
        let mut random = ChaCha12Rng::seed_from_u64(seed);
        let Middle { ivs: mut before, live, live_key, ended, mut names, used, playing, .. } = middle();
        let mut after = Ivs::restore(settings(), &before.snapshot().unwrap()).unwrap();
        let mut keys = vec![live_key];
        let (mut succeeded, mut one) = (0, Value::Null);
        let operations: Vec<_> = SERVICE.operations().collect();
        for number in 0..1000 {
            let arn = names[random.random_range(0..names.len())].clone();
            let key = keys[random.random_range(0..keys.len())].clone();
            let operation = operations[random.random_range(0..operations.len())].name;
            let text = ["a", "b", "c"][random.random_range(0..3)];
            let any = random.random_range(0..20);
            let act = |ivs: &mut Ivs| match any {
                0 => start(ivs, &key),
                1 => stop(ivs, &key),
                2 => metadata(ivs, arn.as_str().unwrap()),
                3 => play(ivs, &live, Some(&used)),
                4 => play(ivs, &ended, None),
                5 => json!(ivs.playlist(&playing, "live.m3u8", Player::default()).map_err(|refusal| refusal.message)),
                6 => {
                    ivs.advance(Duration::from_millis(1700));
                    json!(ivs.faults().collect::<Vec<_>>())
                }
                _ => call(ivs, operation, &input(operation, &arn, text)),
            };
            one = act(&mut before);
            assert_eq!(act(&mut after), one, "seed {seed}, call {number}: {operation}");
            if let Some(output) = one.as_object() {
                succeeded += 1;
                names.extend(output.values().filter_map(|resource| resource.get("arn")).cloned());
                keys.extend(output.get("streamKey").and_then(|key| key.get("value")).cloned());
            }
        }
        assert!(
            succeeded > 100 && names.len() > 30,
            "seed {seed}: {succeeded} of the calls, {} names, {one}",
            names.len()
        );
        assert_eq!(before.snapshot(), after.snapshot(), "seed {seed}");
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

#[test]
fn a_copy_and_its_original_do_not_know_of_each_other() {
    let mut one = middle().ivs;
    let mut other = one.clone();
    let name = |ivs: &mut Ivs| {
        call(ivs, "CreateStreamKey", &json!({ "channelArn": "arn:aws:ivs:us-west-2:123456789012:channel/a" }))
    };
    assert_eq!(name(&mut one), name(&mut other));
    call(&mut one, "CreateChannel", &json!({}));
    assert_ne!(one.snapshot(), other.snapshot());
    call(&mut other, "CreateChannel", &json!({}));
    assert_eq!(one.snapshot(), other.snapshot());
}

#[test]
fn a_snapshot_that_is_damaged_or_newer_or_of_another_region_is_refused() {
    let snapshot = middle().ivs.snapshot().unwrap();
    let refused = |text: &str| Ivs::restore(settings(), text).err().unwrap_or_else(|| panic!("accepted: {text:.100}"));
    for text in ["", "null", "[]", "{}", snapshot.strip_suffix('}').unwrap(), snapshot.strip_prefix('{').unwrap()] {
        assert!(refused(text).starts_with("The snapshot is damaged, or is none: "), "{text}");
    }
    assert_eq!(
        refused(&snapshot.replacen("break1000001", "break1000002", 1)),
        "The snapshot is damaged: it is not the text that was taken."
    );
    assert_eq!(
        refused(r#"{"format":2,"everything":"else"}"#),
        "The snapshot has format 2, this program reads 1; restore it with the version that took it."
    );
    let region = Settings { region: "eu-west-1".to_owned(), ..settings() };
    assert_eq!(Ivs::restore(region, &snapshot).err().unwrap(), "The snapshot is of us-west-2, not of eu-west-1.");
    let bytes = snapshot.into_bytes();
    for at in (0..bytes.len()).step_by(97) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        if let Ok(text) = String::from_utf8(flipped) {
            refused(&text);
        }
    }
}

#[test]
fn players_are_led_to_the_origin_of_the_program_that_restored() {
    let Middle { ivs, live, .. } = middle();
    let moved = Settings { playback_origin: Some("http://127.0.0.1:2".to_owned()), rates: Rates::Off, ..settings() };
    let mut ivs = Ivs::restore(moved, &ivs.snapshot().unwrap()).unwrap();
    ivs.clear_faults();
    let expected = live["playbackUrl"].as_str().unwrap().replace(":1/", ":2/");
    let stream = call(&mut ivs, "GetStream", &json!({ "channelArn": live["arn"] }));
    let session = call(&mut ivs, "GetStreamSession", &json!({ "channelArn": live["arn"] }));
    let channel = call(&mut ivs, "GetChannel", &json!({ "arn": live["arn"] }));
    for url in [&stream["stream"], &session["streamSession"]["channel"], &channel["channel"]] {
        assert_eq!(url["playbackUrl"], expected);
    }
}
