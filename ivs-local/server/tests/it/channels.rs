//! Channels and their stream keys.

use crate::client::{Server, text};
use serde_json::{Value, json};

#[test]
fn a_channel_has_the_defaults_of_the_service() {
    let server = Server::start(&[]);
    let created = server.ok("CreateChannel", json!({}));
    let mut channel = created["channel"].clone();
    let members = channel.as_object_mut().unwrap();
    let arn = text(&members.remove("arn").unwrap());
    let id = arn.strip_prefix("arn:aws:ivs:us-west-2:123456789012:channel/").unwrap();
    assert!(id.len() == 12 && id.chars().all(|letter| letter.is_ascii_alphanumeric()), "{arn}");
    let ingest = text(&members.remove("ingestEndpoint").unwrap());
    let (host, rest) = ingest.split_once('.').unwrap();
    assert!(host.len() == 12 && host.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')), "{ingest}");
    assert!(rest.starts_with("global-contribute."), "{ingest}");
    let playback = text(&members.remove("playbackUrl").unwrap());
    assert!(playback.starts_with(&server.endpoint) && playback.ends_with(&format!("channel.{id}.m3u8")), "{playback}");
    let srt = members.remove("srt").unwrap();
    assert!(!text(&srt["endpoint"]).is_empty() && text(&srt["passphrase"]).len() >= 10);
    let defaults = json!({
        "name": "", "latencyMode": "LOW", "type": "STANDARD", "authorized": false, "insecureIngest": false, "preset": "",
        "recordingConfigurationArn": "", "playbackRestrictionPolicyArn": "", "adConfigurationArn": "",
        "failoverSlateConfigurationArn": "", "containerFormat": "TS", "tags": {},
        "multitrackInputConfiguration": { "enabled": false, "maximumResolution": "FULL_HD", "policy": "ALLOW" },
    });
    assert_eq!(channel, defaults);
    let key = &created["streamKey"];
    assert_eq!(key["channelArn"], json!(arn));
    let value = text(&key["value"]);
    let lengths: Vec<_> = value.strip_prefix("sk_us-west-2_").unwrap().split('_').map(str::len).collect();
    assert_eq!(lengths, [12, 30]);
    // Another channel of the account has the same hosts.
    let second = server.ok("CreateChannel", json!({}))["channel"].clone();
    assert_eq!(second["ingestEndpoint"], created["channel"]["ingestEndpoint"]);
    assert_eq!(second["srt"]["endpoint"], created["channel"]["srt"]["endpoint"]);
    assert_eq!(server.ok("GetChannel", json!({ "arn": arn }))["channel"], created["channel"]);
}

#[test]
fn an_update_changes_what_it_names_and_an_empty_arn_clears() {
    let server = Server::start(&["--creation-ms", "0"]);
    let policy = server.ok("CreatePlaybackRestrictionPolicy", json!({}));
    let policy = text(&policy["playbackRestrictionPolicy"]["arn"]);
    let (arn, _) = server.channel(json!({ "name": "a", "playbackRestrictionPolicyArn": policy, "authorized": true }));
    let update = |mut input: Value| {
        input["arn"] = json!(arn);
        server.ok("UpdateChannel", input)["channel"].clone()
    };
    let renamed = update(json!({ "name": "b", "latencyMode": "NORMAL" }));
    assert_eq!((&renamed["name"], &renamed["latencyMode"]), (&json!("b"), &json!("NORMAL")));
    assert_eq!((&renamed["playbackRestrictionPolicyArn"], &renamed["authorized"]), (&json!(policy), &json!(true)));
    assert_eq!(update(json!({ "playbackRestrictionPolicyArn": "" }))["playbackRestrictionPolicyArn"], json!(""));
    assert_eq!(update(json!({ "insecureIngest": true }))["srt"]["passphrase"], json!(""));
    assert_ne!(update(json!({ "insecureIngest": false }))["srt"]["passphrase"], json!(""));
    let unknown = policy.replace("policy/", "policy/x");
    let message = server.fails(
        "UpdateChannel",
        json!({ "arn": arn, "name": "c", "playbackRestrictionPolicyArn": unknown }),
        "ResourceNotFoundException",
    );
    assert!(message.contains(&unknown));
    assert_eq!(
        server.ok("GetChannel", json!({ "arn": arn }))["channel"]["name"],
        json!("b"),
        "half an update was kept"
    );
    server.fails("CreateChannel", json!({ "playbackRestrictionPolicyArn": unknown }), "ResourceNotFoundException");
}

#[test]
fn only_advanced_channels_have_a_preset() {
    let server = Server::start(&[]);
    let preset = |input: Value| server.ok("CreateChannel", input)["channel"]["preset"].clone();
    assert_eq!(preset(json!({ "type": "ADVANCED_HD" })), json!("HIGHER_BANDWIDTH_DELIVERY"));
    let constrained = json!({ "type": "ADVANCED_SD", "preset": "CONSTRAINED_BANDWIDTH_DELIVERY" });
    assert_eq!(preset(constrained.clone()), json!("CONSTRAINED_BANDWIDTH_DELIVERY"));
    server.fails(
        "CreateChannel",
        json!({ "type": "BASIC", "preset": "HIGHER_BANDWIDTH_DELIVERY" }),
        "ValidationException",
    );
    let (arn, _) = server.channel(constrained);
    let kept = server.ok("UpdateChannel", json!({ "arn": arn, "type": "ADVANCED_HD" }));
    assert_eq!(kept["channel"]["preset"], json!("CONSTRAINED_BANDWIDTH_DELIVERY"));
    let basic = server.ok("UpdateChannel", json!({ "arn": arn, "type": "BASIC" }));
    assert_eq!(basic["channel"]["preset"], json!(""));
}

#[test]
fn multitrack_input_has_its_requirements() {
    let server = Server::start(&[]);
    let whole = json!({ "enabled": true, "policy": "REQUIRE", "maximumResolution": "FULL_HD" });
    let good =
        json!({ "type": "STANDARD", "containerFormat": "FRAGMENTED_MP4", "multitrackInputConfiguration": whole });
    let (arn, _) = server.channel(good.clone());
    assert_eq!(server.ok("GetChannel", json!({ "arn": arn }))["channel"]["multitrackInputConfiguration"], whole);
    for (member, value, told) in [
        ("type", json!("BASIC"), "input.type"),
        ("containerFormat", json!("TS"), "input.containerFormat"),
        (
            "multitrackInputConfiguration",
            json!({ "enabled": true, "policy": "ALLOW" }),
            "maximumResolution: is required",
        ),
        ("multitrackInputConfiguration", json!({ "enabled": true, "maximumResolution": "SD" }), "policy: is required"),
    ] {
        let mut bad = good.clone();
        bad[member] = value;
        assert!(server.fails("CreateChannel", bad, "ValidationException").contains(told), "{told}");
    }
    server.fails("UpdateChannel", json!({ "arn": arn, "containerFormat": "TS" }), "ValidationException");
    for (given, kept) in [
        (json!({}), json!({ "enabled": false, "policy": "ALLOW", "maximumResolution": "FULL_HD" })),
        (
            json!({ "policy": "REQUIRE" }),
            json!({ "enabled": false, "policy": "REQUIRE", "maximumResolution": "FULL_HD" }),
        ),
        (
            json!({ "enabled": false, "maximumResolution": "SD" }),
            json!({ "enabled": false, "policy": "ALLOW", "maximumResolution": "SD" }),
        ),
    ] {
        let created = server.ok("CreateChannel", json!({ "multitrackInputConfiguration": given }));
        assert_eq!(created["channel"]["multitrackInputConfiguration"], kept);
    }
    let enabled = json!({ "arn": arn, "multitrackInputConfiguration": { "enabled": true } });
    let message = server.fails("UpdateChannel", enabled, "ValidationException");
    assert!(message.contains("policy: is required") && message.contains("maximumResolution: is required"), "{message}");
}

#[test]
fn a_member_that_is_null_is_absent() {
    let server = Server::start(&[]);
    let nulls =
        json!({ "name": null, "tags": null, "authorized": null, "multitrackInputConfiguration": { "policy": null } });
    let (arn, _) = server.channel(nulls);
    let update = json!({ "arn": arn, "name": null, "latencyMode": "NORMAL" });
    assert_eq!(server.ok("UpdateChannel", update)["channel"]["name"], json!(""));
    server.fails("GetChannel", json!({ "arn": null }), "ValidationException");
    // So is an entry of a map, as to the client, which leaves it out.
    let tagged = server.ok("CreateChannel", json!({ "tags": { "a": null, "b": "c" } }));
    assert_eq!(tagged["channel"]["tags"], json!({ "b": "c" }));
}

#[test]
fn all_problems_of_an_input_are_reported_at_once() {
    let server = Server::start(&[]);
    let input = json!({ "name": "a b", "latencyMode": "SLOW", "authorized": "yes", "tags": { "": "" } });
    let message = server.fails("CreateChannel", input, "ValidationException");
    for path in ["input.name: ", "input.latencyMode: ", "input.authorized: ", "input.tags"] {
        assert!(message.contains(path), "{path} in {message}");
    }
    assert_eq!(server.fails("GetChannel", json!({}), "ValidationException"), "GetChannel.arn is a required attribute");
    let message = server.fails("PutMetadata", json!({ "metadata": "" }), "ValidationException");
    assert!(message.contains("PutMetadata.channelArn is a required attribute"), "{message}");
    assert!(message.contains("input.metadata: must not be empty"), "{message}");
    let missing = json!({ "viewerSessions": [{ "channelArn": "arn:aws:ivs:us-west-2:1:channel/a" }] });
    let message = server.fails("BatchStartViewerSessionRevocation", missing, "ValidationException");
    assert_eq!(message, "input.viewerSessions[0].viewerId: is required");
    server.fails("GetChannel", json!({ "arn": "channel" }), "ValidationException");
    server.fails("ListChannels", json!({ "maxResults": 101 }), "ValidationException");
}

#[test]
fn one_filter_of_the_list_is_accepted_and_two_are_a_conflict() {
    let server = Server::start(&["--creation-ms", "0"]);
    let recording = server
        .ok("CreateRecordingConfiguration", json!({ "destinationConfiguration": { "s3": { "bucketName": "abc" } } }));
    let recording = text(&recording["recordingConfiguration"]["arn"]);
    let (first, _) = server.channel(json!({ "name": "a", "recordingConfigurationArn": recording }));
    let (second, _) = server.channel(json!({ "name": "b" }));
    let listed = |input: Value| -> Vec<String> {
        server.ok("ListChannels", input)["channels"].as_array().unwrap().iter().map(|row| text(&row["arn"])).collect()
    };
    assert_eq!(listed(json!({})), [first.clone(), second.clone()]);
    assert_eq!(listed(json!({ "filterByName": "b" })), std::slice::from_ref(&second));
    assert_eq!(listed(json!({ "filterByRecordingConfigurationArn": recording })), [first]);
    assert_eq!(listed(json!({ "filterByRecordingConfigurationArn": "" })), [second]);
    assert_eq!(listed(json!({ "filterByAdConfigurationArn": "arn:aws:ivs:a:1:ad-configuration/a" })), [""; 0]);
    let both = json!({ "filterByName": "a", "filterByRecordingConfigurationArn": recording });
    server.fails("ListChannels", both, "ConflictException");
    let summary = &server.ok("ListChannels", json!({ "filterByName": "a" }))["channels"][0];
    assert!(summary.get("playbackUrl").is_none() && summary.get("tags").is_some(), "{summary}");
}

#[test]
fn a_channel_has_one_stream_key_which_is_deleted_with_it() {
    let server = Server::start(&[]);
    let created = server.ok("CreateChannel", json!({}));
    let (arn, key) = (text(&created["channel"]["arn"]), text(&created["streamKey"]["arn"]));
    assert_eq!(server.ok("GetStreamKey", json!({ "arn": key }))["streamKey"], created["streamKey"]);
    let listed = server.ok("ListStreamKeys", json!({ "channelArn": arn }));
    assert_eq!(listed, json!({ "streamKeys": [{ "arn": key, "channelArn": arn, "tags": {} }] }));
    server.fails("CreateStreamKey", json!({ "channelArn": arn }), "ServiceQuotaExceededException");

    server.ok("DeleteStreamKey", json!({ "arn": key }));
    server.fails("DeleteStreamKey", json!({ "arn": key }), "ResourceNotFoundException");
    server.fails("GetStreamKey", json!({ "arn": key }), "ResourceNotFoundException");
    let next = server.ok("CreateStreamKey", json!({ "channelArn": arn, "tags": { "a": "b" } }))["streamKey"].clone();
    assert_ne!(next["value"], created["streamKey"]["value"]);
    assert_eq!(next["tags"], json!({ "a": "b" }));
    let batch = server.ok("BatchGetStreamKey", json!({ "arns": [next["arn"], key] }));
    assert_eq!(batch["streamKeys"], json!([next]));
    assert_eq!((&batch["errors"][0]["arn"], &batch["errors"][0]["code"]), (&json!(key), &json!("404")));

    server.ok("DeleteChannel", json!({ "arn": arn }));
    server.fails("GetStreamKey", json!({ "arn": next["arn"] }), "ResourceNotFoundException");
    for (name, member) in
        [("GetChannel", "arn"), ("DeleteChannel", "arn"), ("UpdateChannel", "arn"), ("ListStreamKeys", "channelArn")]
    {
        server.fails(name, json!({ member: arn }), "ResourceNotFoundException");
    }
    server.fails("CreateStreamKey", json!({ "channelArn": arn }), "ResourceNotFoundException");
}

#[test]
fn a_batch_of_channels_has_those_that_exist_and_an_error_for_each_other() {
    let server = Server::start(&[]);
    let (first, _) = server.channel(json!({ "name": "a" }));
    let (second, _) = server.channel(json!({ "name": "b" }));
    let unknown = first.replace("channel/", "channel/x");
    let batch = server.call("BatchGetChannel", json!({ "arns": [second, unknown, first] }));
    assert_eq!(batch.header("x-frame-options"), "DENY");
    let batch = batch.json();
    assert_eq!((&batch["channels"][0]["name"], &batch["channels"][1]["name"]), (&json!("b"), &json!("a")));
    assert_eq!(batch["errors"].as_array().unwrap().len(), 1);
    assert_eq!(batch["errors"][0]["arn"], json!(unknown));
    let whole = server.ok("BatchGetChannel", json!({ "arns": [first] }));
    assert_eq!(whole.as_object().unwrap().keys().collect::<Vec<_>>(), ["channels"]);
    let none = server.ok("BatchGetStreamKey", json!({ "arns": [first.replace(":channel/", ":stream-key/")] }));
    assert_eq!((&none["streamKeys"], none["errors"].as_array().unwrap().len()), (&json!([]), 1));
    server.fails("BatchGetChannel", json!({ "arns": [] }), "ValidationException");
}

#[test]
fn a_quota_is_kept() {
    let server = Server::start(&["--quota", "channel=1"]);
    let (arn, _) = server.channel(json!({}));
    server.fails("CreateChannel", json!({}), "ServiceQuotaExceededException");
    server.ok("DeleteChannel", json!({ "arn": arn }));
    server.ok("CreateChannel", json!({}));
}
