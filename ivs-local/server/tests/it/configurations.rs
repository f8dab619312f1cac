//! Resources that channels refer to: recordings, playback keys and policies, ads, failover slates.

use crate::P384;
use crate::client::{Server, text};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Waits until a condition holds.
fn eventually(happens: impl Fn() -> bool) {
    let start = Instant::now();
    while !happens() {
        assert!(start.elapsed() < Duration::from_secs(10), "it did not happen");
        sleep(Duration::from_millis(50));
    }
}

fn bucket(name: &str) -> Value {
    json!({ "destinationConfiguration": { "s3": { "bucketName": name } } })
}

#[test]
fn a_recording_configuration_is_ready_after_a_while_or_fails() {
    let server = Server::start(&["--creation-ms", "1500"]);
    let create = |name: &str| server.ok("CreateRecordingConfiguration", bucket(name))["recordingConfiguration"].clone();
    let (good, bad) = (create("recordings"), create("a-missing-bucket"));
    let state = |of: &Value| {
        text(&server.ok("GetRecordingConfiguration", json!({ "arn": of["arn"] }))["recordingConfiguration"]["state"])
    };
    assert_eq!((&good["state"], &bad["state"]), (&json!("CREATING"), &json!("CREATING")));
    eventually(|| (state(&good), state(&bad)) == ("ACTIVE".to_owned(), "CREATE_FAILED".to_owned()));
    assert_eq!(
        good["thumbnailConfiguration"],
        json!({ "recordingMode": "INTERVAL", "targetIntervalSeconds": 60, "storage": ["SEQUENTIAL"] })
    );
    assert_eq!(good["renditionConfiguration"], json!({ "renditionSelection": "ALL", "renditions": [] }));
    assert_eq!((&good["recordingReconnectWindowSeconds"], &good["name"]), (&json!(0), &json!("")));
}

#[test]
fn a_recording_configuration_has_its_requirements() {
    let server = Server::start(&[]);
    let with = |member: &str, value: Value| {
        let mut input = bucket("abc");
        input[member] = value;
        input
    };
    for bad in [
        json!({ "destinationConfiguration": {} }),
        bucket("A"),
        with("thumbnailConfiguration", json!({ "recordingMode": "DISABLED", "targetIntervalSeconds": 5 })),
        with("renditionConfiguration", json!({ "renditionSelection": "CUSTOM" })),
        with("recordingReconnectWindowSeconds", json!(301)),
    ] {
        server.fails("CreateRecordingConfiguration", bad, "ValidationException");
    }
    let custom = json!({ "renditionSelection": "CUSTOM", "renditions": ["HD"] });
    let made = server.ok("CreateRecordingConfiguration", with("renditionConfiguration", custom.clone()));
    assert_eq!(made["recordingConfiguration"]["renditionConfiguration"], custom);
}

#[test]
fn a_resource_that_a_channel_refers_to_is_not_deleted() {
    let server = Server::start(&["--creation-ms", "0"]);
    let playback = json!([{ "playbackConfigurationArn": "arn:aws:mediatailor:us-west-2:1:playbackConfiguration/a" }]);
    for (kind, input, member) in [
        ("RecordingConfiguration", bucket("abc"), "recordingConfiguration"),
        ("PlaybackRestrictionPolicy", json!({}), "playbackRestrictionPolicy"),
        ("AdConfiguration", json!({ "mediaTailorPlaybackConfigurations": playback }), "adConfiguration"),
        ("FailoverSlateConfiguration", json!({}), "failoverSlateConfiguration"),
    ] {
        let arn = text(&server.ok(&format!("Create{kind}"), input)[member]["arn"]);
        let reference = format!("{member}Arn");
        let (channel, _) = server.channel(json!({ (reference.as_str()): arn }));
        let filter = format!("filterBy{kind}Arn");
        assert_eq!(server.ok("ListChannels", json!({ (filter): arn }))["channels"][0]["arn"], json!(channel));
        let delete = format!("Delete{kind}");
        assert!(server.fails(&delete, json!({ "arn": arn }), "ConflictException").contains(&channel));
        server.ok("UpdateChannel", json!({ "arn": channel, (reference): "" }));
        server.ok(&delete, json!({ "arn": arn }));
        for gone in [delete, format!("Get{kind}")] {
            server.fails(&gone, json!({ "arn": arn }), "ResourceNotFoundException");
        }
    }
}

#[test]
fn a_playback_key_is_imported_once() {
    let server = Server::start(&[]);
    let input = || json!({ "publicKeyMaterial": P384, "name": "k" });
    let pair = server.ok("ImportPlaybackKeyPair", input())["keyPair"].clone();
    assert_eq!(pair["fingerprint"], json!(include_str!("../../../core/tests/data/p384-fingerprint.txt").trim()));
    assert_eq!(server.ok("GetPlaybackKeyPair", json!({ "arn": pair["arn"] }))["keyPair"], pair);
    let listed = server.ok("ListPlaybackKeyPairs", json!({}));
    assert_eq!(listed["keyPairs"], json!([{ "arn": pair["arn"], "name": "k", "tags": {} }]));
    server.fails("ImportPlaybackKeyPair", input(), "ConflictException");
    for wrong in ["", "key", include_str!("../../../core/tests/data/p256-public.pem")] {
        server.fails("ImportPlaybackKeyPair", json!({ "publicKeyMaterial": wrong }), "ValidationException");
    }
    assert_eq!(server.ok("DeletePlaybackKeyPair", json!({ "arn": pair["arn"] })), json!({}));
    server.fails("DeletePlaybackKeyPair", json!({ "arn": pair["arn"] }), "ResourceNotFoundException");
    server.fails("GetPlaybackKeyPair", json!({ "arn": pair["arn"] }), "ResourceNotFoundException");
    server.ok("ImportPlaybackKeyPair", input());
}

#[test]
fn a_playback_restriction_policy_is_created_changed_and_validated() {
    let server = Server::start(&[]);
    let made = server.ok("CreatePlaybackRestrictionPolicy", json!({}))["playbackRestrictionPolicy"].clone();
    assert_eq!((&made["allowedCountries"], &made["allowedOrigins"]), (&json!([]), &json!([])));
    assert_eq!((&made["enableStrictOriginEnforcement"], &made["name"]), (&json!(false), &json!("")));
    let update =
        json!({ "arn": made["arn"], "allowedCountries": ["FR", "JP"], "allowedOrigins": ["https://example.com"] });
    let changed = server.ok("UpdatePlaybackRestrictionPolicy", update)["playbackRestrictionPolicy"].clone();
    assert_eq!(changed["allowedCountries"], json!(["FR", "JP"]));
    let renamed = json!({ "arn": made["arn"], "name": "n", "enableStrictOriginEnforcement": true });
    let renamed = server.ok("UpdatePlaybackRestrictionPolicy", renamed)["playbackRestrictionPolicy"].clone();
    assert_eq!((&renamed["allowedOrigins"], &renamed["name"]), (&json!(["https://example.com"]), &json!("n")));
    assert_eq!(
        server.ok("GetPlaybackRestrictionPolicy", json!({ "arn": made["arn"] }))["playbackRestrictionPolicy"],
        renamed
    );
    for bad in [json!({ "allowedCountries": ["XX"] }), json!({ "allowedOrigins": ["example.com/path"] })] {
        server.fails("CreatePlaybackRestrictionPolicy", bad, "ValidationException");
    }
}

#[test]
fn an_ad_break_needs_a_live_channel_with_an_ad_configuration() {
    let server = Server::start(&[]);
    let playback = json!([{ "playbackConfigurationArn": "arn:aws:mediatailor:us-west-2:1:playbackConfiguration/a" }]);
    let made = server.ok("CreateAdConfiguration", json!({ "mediaTailorPlaybackConfigurations": playback }));
    let made = made["adConfiguration"].clone();
    assert_eq!(made["postRollConfiguration"], json!({ "durationSeconds": 15, "enabled": false }));
    let post_roll = json!({ "durationSeconds": 30, "enabled": true });
    let changed = server.ok("UpdateAdConfiguration", json!({ "arn": made["arn"], "postRollConfiguration": post_roll }));
    assert_eq!(changed["adConfiguration"]["postRollConfiguration"], post_roll);
    assert_eq!(changed["adConfiguration"]["mediaTailorPlaybackConfigurations"], playback);

    let (without, without_key) = server.channel(json!({}));
    let (with, with_key) = server.channel(json!({ "adConfigurationArn": made["arn"] }));
    let insert = |arn: &str| json!({ "channelArn": arn, "durationSeconds": 30 });
    server.fails("InsertAdBreak", insert(&with), "ChannelNotBroadcasting");
    server.go_live(&with_key);
    server.go_live(&without_key);
    server.fails("InsertAdBreak", insert(&without), "ConflictException");
    let inserted = server.ok("InsertAdBreak", insert(&with));
    assert_eq!(text(&inserted["adBreakId"]).len(), 12);
    assert!(text(&inserted["targetStartAt"]).ends_with('Z'));
    let mut named = insert(&with);
    named["adBreakId"] = json!("abcdefABCDEF");
    named["targetStartAt"] = json!("2030-01-02T03:04:05Z");
    let expected = json!({ "adBreakId": "abcdefABCDEF", "targetStartAt": "2030-01-02T03:04:05Z" });
    assert_eq!(server.ok("InsertAdBreak", named.clone()), expected);
    server.fails("InsertAdBreak", named, "ConflictException");
}

#[test]
fn a_failover_slate_is_created_and_changed_after_a_while() {
    let server = Server::start(&["--creation-ms", "1500"]);
    let made =
        server.ok("CreateFailoverSlateConfiguration", json!({ "name": "s" }))["failoverSlateConfiguration"].clone();
    let times = |of: &Value| {
        ["activationThresholdSeconds", "minSlateDisplaySeconds", "maxSlateDisplaySeconds"]
            .map(|member| of[member].as_u64().unwrap())
    };
    assert_eq!((times(&made), &made["state"]), ([3, 3, 60], &json!("CREATING")));
    let update = || json!({ "arn": made["arn"], "maxSlateDisplaySeconds": 90 });
    server.fails("UpdateFailoverSlateConfiguration", update(), "ConflictException");
    let state = || {
        let got = server.ok("GetFailoverSlateConfiguration", json!({ "arn": made["arn"] }));
        text(&got["failoverSlateConfiguration"]["state"])
    };
    eventually(|| state() == "CREATED");
    let changed = server.ok("UpdateFailoverSlateConfiguration", update())["failoverSlateConfiguration"].clone();
    assert_eq!((times(&changed), &changed["state"], &changed["name"]), ([3, 3, 90], &json!("UPDATING"), &json!("s")));
    eventually(|| state() == "CREATED");
    server.fails("CreateFailoverSlateConfiguration", json!({ "activationThresholdSeconds": 6 }), "ValidationException");
}
