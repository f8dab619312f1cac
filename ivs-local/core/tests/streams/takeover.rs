//! A second encoder takes over a stream by its priority.

use crate::{Account, Channel, SECOND, slow, with_quotas};
use ivs_local_core::{Code, Rejected, Settings};
use serde_json::{Value, json};

fn live(settings: Settings) -> (Account, Channel, String) {
    let mut account = Account::new(settings);
    let channel = account.channel(json!({}));
    let stream_id = account.connect(&channel, json!({ "priority": 5, "viewerCount": 7 })).unwrap().stream_id;
    account.0.take_events();
    (account, channel, stream_id)
}

fn code(account: &mut Account, channel: &Channel, options: Value) -> Option<Code> {
    match account.connect(channel, options) {
        Ok(_) => None,
        Err(Rejected::Refused(code)) => Some(code),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_greater_priority_takes_the_stream_over_and_it_goes_on() {
    let (mut account, channel, stream_id) = live(with_quotas(&[]));
    account.pass(10 * SECOND);
    assert_eq!(account.connect(&channel, json!({ "priority": 6 })).unwrap().stream_id, stream_id);
    let stream = account.ok("GetStream", json!({ "channelArn": channel.arn }))["stream"].clone();
    assert_eq!((&stream["startTime"], &stream["viewerCount"]), (&json!("2030-01-01T00:00:00Z"), &json!(7)));
    assert_eq!(account.names(), ["Stream Takeover"]);
    // The last one is that which is connected.
    account.disconnect(&channel).unwrap();
    assert!(!account.is_live(&channel));
}

#[test]
fn a_priority_is_greater_than_that_of_the_stream() {
    let (mut account, channel, _) = live(with_quotas(&[]));
    for priority in [1, 4, 5] {
        let code = code(&mut account, &channel, json!({ "priority": priority }));
        assert_eq!(code, Some(Code::StreamTakeoverInvalidPriority), "{priority}");
    }
    assert_eq!(account.connect(&channel, json!({})), Err(Rejected::AlreadyLive));
    assert_eq!(code(&mut account, &channel, json!({ "priority": 2_147_483_647 })), None);
    assert_eq!(account.names(), [["Stream Takeover Failure"; 3].as_slice(), &["Stream Takeover"]].concat());
    let listed = account.ok("ListStreamSessions", json!({ "channelArn": channel.arn }))["streamSessions"].clone();
    assert_eq!(listed[0]["hasErrorEvent"], json!(true));
}

#[test]
fn the_video_stays_what_it_was() {
    let (mut account, channel, _) = live(with_quotas(&[]));
    let with = |track: Value| json!({ "priority": 6, "tracks": [track] });
    let code_of = code(&mut account, &channel, with(json!({ "width": 1280, "height": 720 })));
    assert_eq!(code_of, Some(Code::StreamTakeoverMediaMismatch));
    assert_eq!(code(&mut account, &channel, with(json!({ "bitrate": 3_000_000 }))), None);
}

#[test]
fn a_stream_is_taken_over_so_many_times() {
    let (mut account, channel, _) = live(with_quotas(&["stream-takeovers=2"]));
    let codes = [6, 7, 8].map(|priority| code(&mut account, &channel, json!({ "priority": priority })));
    assert_eq!(codes, [None, None, Some(Code::StreamTakeoverLimitBreached)]);
    let (mut account, channel, _) = live(with_quotas(&[]));
    assert!((6..106).all(|priority| code(&mut account, &channel, json!({ "priority": priority })).is_none()));
    assert!(code(&mut account, &channel, json!({ "priority": 106 })).is_some());
}

#[test]
fn a_stream_that_starts_can_be_taken_over_too() {
    let (mut account, channel, stream_id) = live(slow());
    assert_eq!(account.connect(&channel, json!({ "priority": 6 })).unwrap().stream_id, stream_id);
    account.pass(5 * SECOND);
    assert_eq!(account.names(), ["Stream Takeover", "Stream Start"]);
}

#[test]
fn an_encoder_that_breaks_a_limit_does_not_take_over_and_the_stream_goes_on() {
    for settings in [with_quotas(&[]), slow()] {
        let (mut account, channel, stream_id) = live(settings);
        let options = |bitrate: u32| json!({ "priority": 6, "tracks": [{ "bitrate": bitrate }] });
        assert_eq!(account.connect(&channel, options(8_500_001)), Err(Rejected::OverLimit));
        assert_eq!(account.names(), ["Ingest Bitrate"]);
        let session = account.session(&channel);
        assert!(session.get("endTime").is_none() && session["truncatedEvents"][0]["name"] == "Ingest Bitrate");
        // It did not leave its priority.
        assert_eq!(account.connect(&channel, options(8_500_000)).unwrap().stream_id, stream_id);
    }
}

#[test]
fn an_encoder_without_the_key_for_its_tracks_does_not_take_over() {
    let mut account = Account::new(with_quotas(&[]));
    let multitrack = json!({ "enabled": true, "policy": "REQUIRE", "maximumResolution": "HD" });
    let channel = json!({ "containerFormat": "FRAGMENTED_MP4", "multitrackInputConfiguration": multitrack });
    let channel = account.channel(channel);
    account.start(&channel);
    account.0.take_events();
    for (key, expected) in [
        ("INVALID", Some(Code::InvalidGetClientConfigurationStreamKey)),
        ("MISSING", Some(Code::GetClientConfigurationStreamKeyRequired)),
        ("VALID", None),
    ] {
        let options = json!({ "priority": 1, "clientConfiguration": key });
        assert_eq!(code(&mut account, &channel, options), expected);
        assert!(account.is_live(&channel));
    }
    assert_eq!(account.names(), ["Stream Takeover"]);
}

#[test]
fn only_a_stream_that_starts_can_be_made_to_fail() {
    let (mut account, channel, _) = live(with_quotas(&[]));
    let fails = json!({ "priority": 6, "fail": "no capacity" });
    assert_eq!(account.connect(&channel, fails.clone()), Err(Rejected::CannotFail));
    assert!(account.is_live(&channel) && account.names().is_empty());

    let (mut account, channel, _) = live(slow());
    account.connect(&channel, fails.clone()).unwrap();
    account.pass(5 * SECOND);
    assert_eq!(account.names(), ["Stream Takeover", "Stream Failure", "Session Ended"]);

    let (mut account, channel, stream_id) = live(slow());
    account.pass(5 * SECOND);
    account.disconnect(&channel).unwrap();
    assert_eq!(account.connect(&channel, fails), Err(Rejected::CannotFail));
    assert_eq!(account.start(&channel), stream_id);
}
