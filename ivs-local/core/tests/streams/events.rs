//! Every documented event of a channel can happen, and has the documented members.

use crate::{Account, SECOND, at_once, name, text, with_quotas};
use ivs_local_core::{Event, Settings};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The groups of low-latency streaming.
const GROUPS: [&str; 5] = [
    "IVS Stream State Change",
    "IVS Stream Health Change",
    "IVS Limit Breach",
    "IVS Recording State Change",
    "IVS Ad Break State Change",
];

fn documented() -> Vec<Value> {
    let events: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/fixtures/events.json")).unwrap();
    events.into_iter().filter(|event| GROUPS.iter().any(|group| event["detail-type"] == json!(group))).collect()
}

/// An account in which everything goes wrong, too.
fn everything() -> Vec<Value> {
    let quotas = ["concurrent-streams=3", "concurrent-viewers=10", "stream-takeovers=1"];
    let mut account = Account::new(Settings { stream_start: SECOND, ..with_quotas(&quotas) });
    let playback = json!([{ "playbackConfigurationArn": "arn:aws:mediatailor:us-west-2:1:playbackConfiguration/a" }]);
    let ads = account.ok("CreateAdConfiguration", json!({ "mediaTailorPlaybackConfigurations": playback }));
    let ads = text(&ads["adConfiguration"]["arn"]);
    let mut recording = |bucket: &str| {
        let input = json!({ "destinationConfiguration": { "s3": { "bucketName": bucket } } });
        text(&account.ok("CreateRecordingConfiguration", input)["recordingConfiguration"]["arn"])
    };
    let [good, missing, failing] = ["recordings", "missing-bucket", "failing-bucket"].map(&mut recording);
    let channels = [
        json!({ "name": "party", "recordingConfigurationArn": good, "adConfigurationArn": ads }),
        json!({ "name": "party", "recordingConfigurationArn": missing }),
        json!({ "name": "party", "recordingConfigurationArn": failing }),
        json!({ "name": "party" }),
    ]
    .map(|input| account.channel(input));
    for channel in &channels[..3] {
        account.start(channel);
    }
    account.connect(&channels[3], json!({})).unwrap_err();
    account.pass(SECOND);
    account.connect(&channels[0], json!({ "priority": 1 })).unwrap();
    account.connect(&channels[0], json!({ "priority": 1 })).unwrap_err();
    account.set(json!({ "channelArn": channels[0].arn, "health": "STARVING", "viewerCount": 11 })).unwrap();
    account.set(json!({ "channelArn": channels[0].arn, "health": "HEALTHY" })).unwrap();
    account.ok("InsertAdBreak", json!({ "channelArn": channels[0].arn, "durationSeconds": 20 }));
    for channel in &channels[..3] {
        account.disconnect(channel).unwrap();
    }
    for options in [
        json!({ "multitrack": true }),
        json!({ "tracks": [{ "bitrate": 8_500_003 }] }),
        json!({ "tracks": [{ "width": 1921, "height": 1080 }] }),
        json!({ "tracks": [{ "width": 2000, "height": 1000 }] }),
    ] {
        account.connect(&channels[3], options).unwrap_err();
    }
    account.connect(&channels[3], json!({ "fail": "no capacity" })).unwrap();
    account.pass(SECOND);
    account.0.take_events().iter().map(|event| serde_json::to_value(event).unwrap()).collect()
}

/// The members of an object, with the types of their values.
fn shape(object: &Value) -> BTreeMap<&str, &'static str> {
    let kind = |value: &Value| match value {
        Value::String(_) => "string",
        Value::Number(_) => "number",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
        _ => "something else",
    };
    object.as_object().unwrap().iter().map(|(name, value)| (name.as_str(), kind(value))).collect()
}

/// What tells the documented variants apart.
fn variant(event: &Value) -> (String, String, Option<Value>, bool) {
    let parsed: Event = serde_json::from_value(event.clone()).unwrap();
    let (detail, group) = (&event["detail"], text(&event["detail-type"]));
    (group, name(&parsed), detail.get("limit_unit").cloned(), detail.get("code").is_some())
}

#[test]
fn there_is_every_documented_variant_with_the_documented_members() {
    let events = everything();
    let (mut variants, documented) = (BTreeSet::new(), documented());
    assert_eq!(documented.len(), 20);
    for expected in &documented {
        let variant = variant(expected);
        variants.insert(variant.1.clone());
        let same: Vec<_> = events.iter().filter(|event| self::variant(event) == variant).collect();
        assert!(!same.is_empty(), "{variant:?} did not happen");
        for event in same {
            assert_eq!(shape(event), shape(expected), "{event}");
            assert_eq!(shape(&event["detail"]), shape(&expected["detail"]), "{event}");
            assert_eq!(event["resources"].as_array().unwrap().len(), expected["resources"].as_array().unwrap().len());
        }
    }
    assert_eq!(variants.len(), 18);
    // And there is none that is not documented.
    for event in &events {
        assert!(documented.iter().any(|expected| variant(event) == variant(expected)), "{event}");
    }
}

#[test]
fn events_say_where_and_when_and_are_unique() {
    let events = everything();
    let ids: BTreeSet<_> = events.iter().map(|event| text(&event["id"])).collect();
    assert_eq!(ids.len(), events.len());
    for event in &events {
        assert_eq!((text(&event["source"]), text(&event["region"])), ("aws.ivs".to_owned(), "us-west-2".to_owned()));
        assert_eq!((&event["version"], &event["account"]), (&json!("0"), &json!("123456789012")));
        let time = text(&event["time"]);
        assert!(time.len() == "2030-01-01T00:00:00Z".len() && time.starts_with("2030-01-01T00:00:0"), "{time}");
    }
    assert_eq!(events, everything());
}

#[test]
fn limits_are_exceeded_by_what_is_more() {
    let breaches: Vec<_> = everything()
        .iter()
        .filter(|event| event["detail-type"] == json!("IVS Limit Breach"))
        .map(|event| {
            let number = |member: &str| event["detail"][member].as_u64().unwrap();
            (text(&event["detail"]["limit_unit"]), number("limit_value"), number("exceeded_by"))
        })
        .collect();
    let expected = [
        ("active streams", 3, 1),
        ("viewers", 10, 1),
        ("bits per second", 8_500_000, 3),
        ("total pixels", 2_073_600, 1080),
        ("pixels per edge", 1920, 80),
    ];
    assert_eq!(breaches, expected.map(|(unit, value, by)| (unit.to_owned(), value, by)));
}

#[test]
fn a_session_has_the_events_of_its_stream_newest_first() {
    let mut account = Account::new(at_once());
    let channel = account.channel(json!({ "name": "party" }));
    account.connect(&channel, json!({ "health": "STARVING", "priority": 1 })).unwrap();
    account.connect(&channel, json!({ "priority": 1 })).unwrap_err();
    account.disconnect(&channel).unwrap();
    let session = account.session(&channel);
    let mut events: Vec<Map<String, Value>> = account
        .0
        .take_events()
        .iter()
        .map(|event| {
            let event_time = serde_json::to_value(event).unwrap()["time"].clone();
            let members = [("name", json!(name(event))), ("type", json!(event.detail_type)), ("eventTime", event_time)];
            let code = event.detail.get("code").map(|code| ("code", code.clone()));
            members.into_iter().chain(code).map(|(name, value)| (name.to_owned(), value)).collect()
        })
        .collect();
    assert_eq!(events.len(), 6);
    events.reverse();
    assert_eq!(session["truncatedEvents"], json!(events));
    assert_eq!(session["truncatedEvents"][2]["code"], json!("StreamTakeoverInvalidPriority"));
    let listed = account.ok("ListStreamSessions", json!({ "channelArn": channel.arn }));
    assert_eq!(listed["streamSessions"][0]["hasErrorEvent"], json!(true));
}

#[test]
fn ten_thousand_events_wait_at_most_and_the_oldest_are_lost() {
    let mut account = Account::new(at_once());
    let channel = account.channel(json!({}));
    account.start(&channel);
    for _ in 0..5001 {
        account.set(json!({ "streamKey": channel.key, "health": "STARVING" })).unwrap();
        account.set(json!({ "streamKey": channel.key, "health": "HEALTHY" })).unwrap();
    }
    account.disconnect(&channel).unwrap();
    let names = account.names();
    assert_eq!((names.len(), names[0].as_str(), names[9_999].as_str()), (10_000, "Starvation Start", "Session Ended"));
    assert_eq!(account.names(), [""; 0]);
    assert_eq!(account.session(&channel)["truncatedEvents"].as_array().unwrap().len(), 500);
}
