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
