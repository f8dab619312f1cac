//! A stream starts and ends by the clock, and its encoder may come back.

use crate::{Account, Channel, SECOND, at_once, slow, text};
use ivs_local_core::{Ivs, Rejected};
use serde_json::json;

fn live() -> (Account, Channel, String) {
    let mut account = Account::new(slow());
    let channel = account.channel(json!({}));
    let stream_id = account.start(&channel);
    account.pass(5 * SECOND);
    assert!(account.is_live(&channel));
    (account, channel, stream_id)
}

fn expect(events: &[(i64, &str)]) -> Vec<(i64, String)> {
    events.iter().map(|(at, name)| (*at, (*name).to_owned())).collect()
}

#[test]
fn a_stream_is_live_when_the_time_to_start_has_passed_and_not_before() {
    let mut account = Account::new(slow());
    let channel = account.channel(json!({}));
    account.start(&channel);
    account.pass(19 * SECOND / 4);
    assert!(!account.is_live(&channel));
    assert_eq!(account.ok("ListStreams", json!({})), json!({ "streams": [] }));
    let by_channel = || json!({ "channelArn": channel.arn });
    for (name, more) in
        [("PutMetadata", json!({ "metadata": "a" })), ("InsertAdBreak", json!({ "durationSeconds": 1 }))]
    {
        let mut input = by_channel();
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        assert_eq!(account.fails(name, input), "ChannelNotBroadcasting");
    }
    let name = format!("us-west-2.123456789012.channel.{}.m3u8", channel.arn.rsplit('/').next().unwrap());
    assert_eq!(account.0.open_playback(&name, None, ivs_local_core::Player::default()).unwrap_err().status, 404);
    // It has a session, and the channel is in use.
    assert!(account.session(&channel).get("endTime").is_none());
    assert_eq!(account.fails("UpdateChannel", json!({ "arn": channel.arn, "name": "a" })), "ConflictException");
    assert_eq!(account.fails("DeleteChannel", json!({ "arn": channel.arn })), "ConflictException");
    assert_eq!(account.connect(&channel, json!({})), Err(Rejected::AlreadyLive));
    account.pass(SECOND / 4);
    let stream = account.ok("GetStream", by_channel())["stream"].clone();
    assert_eq!((&stream["state"], &stream["startTime"]), (&json!("LIVE"), &json!("2030-01-01T00:00:05Z")));
    assert_eq!(account.session(&channel)["startTime"], json!("2030-01-01T00:00:00Z"));
    assert_eq!(account.events(), expect(&[(0, "Session Created"), (5, "Stream Start")]));
}

#[test]
fn a_stream_whose_encoder_disconnects_goes_on_for_a_while_and_ends() {
    let (mut account, channel, _) = live();
    account.disconnect(&channel).unwrap();
    assert_eq!(account.disconnect(&channel), Err(Rejected::NotLive));
    account.pass(29 * SECOND);
    assert!(account.is_live(&channel));
    assert_eq!(account.fails("DeleteChannel", json!({ "arn": channel.arn })), "ConflictException");
    account.ok("PutMetadata", json!({ "channelArn": channel.arn, "metadata": "still here" }));
    account.pass(SECOND);
    assert!(!account.is_live(&channel));
    assert_eq!(account.session(&channel)["endTime"], json!("2030-01-01T00:00:35Z"));
    assert_eq!(
        account.events(),
        expect(&[(0, "Session Created"), (5, "Stream Start"), (35, "Stream End"), (35, "Session Ended")])
    );
    account.ok("DeleteChannel", json!({ "arn": channel.arn }));
}

#[test]
fn everything_happens_at_its_own_time_however_time_passes() {
    let life = |step: u32| {
        let mut account = Account::new(slow());
        let bucket = json!({ "s3": { "bucketName": "recordings" } });
        let input = json!({ "destinationConfiguration": bucket, "recordingReconnectWindowSeconds": 20 });
        let recording = account.ok("CreateRecordingConfiguration", input)["recordingConfiguration"]["arn"].clone();
        let first = account.channel(json!({ "recordingConfigurationArn": recording }));
        let second = account.channel(json!({}));
        let pass = |account: &mut Account, seconds: u32| (0..seconds / step).for_each(|_| account.pass(step * SECOND));
        account.connect(&first, json!({ "reconnect": true })).unwrap();
        pass(&mut account, 12);
        account.start(&second);
        account.ok("StopStream", json!({ "channelArn": first.arn }));
        pass(&mut account, 12);
        account.disconnect(&first).unwrap();
        account.disconnect(&second).unwrap();
        pass(&mut account, 60);
        (account.events(), account.session(&first), account.session(&second))
    };
    let (events, ..) = life(12);
    let times: Vec<_> = events.iter().map(|(at, _)| *at).collect();
    // The first starts at 5, is stopped at 12 and comes back at 13; 30 s after 24 both end, and 20 s later the recording.
    assert_eq!(times, [0, 5, 5, 12, 12, 12, 13, 17, 18, 18, 54, 54, 54, 54, 74]);
    assert_eq!(life(1), life(12));
}

#[test]
fn an_encoder_that_comes_back_in_time_continues_its_stream() {
    let (mut account, channel, stream_id) = live();
    account.disconnect(&channel).unwrap();
    account.pass(29 * SECOND);
    let again = account.connect(&channel, json!({ "viewerCount": 4 })).unwrap();
    assert_eq!(again.stream_id, stream_id);
    account.pass(60 * SECOND);
    let stream = account.ok("GetStream", json!({ "channelArn": channel.arn }))["stream"].clone();
    assert_eq!((&stream["viewerCount"], &stream["startTime"]), (&json!(4), &json!("2030-01-01T00:00:05Z")));
    assert_eq!(account.names(), ["Session Created", "Stream Start"]);
    account.disconnect(&channel).unwrap();
    account.pass(30 * SECOND);
    assert_ne!(account.start(&channel), stream_id);
}

#[test]
fn an_encoder_that_comes_back_with_too_much_ends_its_stream() {
    let (mut account, channel, _) = live();
    account.disconnect(&channel).unwrap();
    account.0.take_events();
    let too_much = json!({ "tracks": [{ "bitrate": 8_500_001 }] });
    assert_eq!(account.connect(&channel, too_much), Err(Rejected::OverLimit));
    assert_eq!(account.names(), ["Ingest Bitrate", "Stream End", "Session Ended"]);
    assert!(!account.is_live(&channel) && account.session(&channel)["endTime"].is_string());
}

#[test]
fn an_encoder_that_is_not_the_one_that_left_begins_a_stream_of_its_own() {
    let (mut account, channel, stream_id) = live();
    account.disconnect(&channel).unwrap();
    // Other pictures.
    let other = account.connect(&channel, json!({ "tracks": [{ "width": 640, "height": 360 }] })).unwrap();
    assert_ne!(other.stream_id, stream_id);
    account.pass(5 * SECOND);
    account.disconnect(&channel).unwrap();
    // Another key.
    let key = account.ok("ListStreamKeys", json!({ "channelArn": channel.arn }))["streamKeys"][0]["arn"].clone();
    account.ok("DeleteStreamKey", json!({ "arn": key }));
    assert_eq!(account.connect(&channel, json!({})), Err(Rejected::UnknownKey));
    let key = account.ok("CreateStreamKey", json!({ "channelArn": channel.arn }))["streamKey"]["value"].clone();
    let renewed = Channel { arn: channel.arn.clone(), key: text(&key) };
    assert_ne!(account.start(&renewed), other.stream_id);
    assert_eq!(
        account.events(),
        expect(&[
            (0, "Session Created"),
            (5, "Stream Start"),
            (5, "Stream End"),
            (5, "Session Ended"),
            (5, "Session Created"),
            (10, "Stream Start"),
            (10, "Stream End"),
            (10, "Session Ended"),
            (10, "Session Created"),
        ])
    );
}

#[test]
fn a_key_that_is_deleted_while_its_stream_starts_does_not_stop_it() {
    let mut account = Account::new(slow());
    let channel = account.channel(json!({}));
    account.start(&channel);
    let key = account.ok("ListStreamKeys", json!({ "channelArn": channel.arn }))["streamKeys"][0]["arn"].clone();
    account.ok("DeleteStreamKey", json!({ "arn": key }));
    account.pass(5 * SECOND);
    assert!(account.is_live(&channel));
    account.disconnect(&channel).unwrap();
}

#[test]
fn a_stream_that_has_not_started_ends_at_once() {
    let mut account = Account::new(slow());
    let channel = account.channel(json!({}));
    for stop in [true, false] {
        account.start(&channel);
        account.pass(SECOND);
        if stop {
            account.ok("StopStream", json!({ "channelArn": channel.arn }));
        } else {
            account.disconnect(&channel).unwrap();
        }
        assert_eq!(account.names(), ["Session Created", "Session Ended"]);
        account.pass(60 * SECOND);
        assert_eq!(account.names(), [""; 0]);
    }
    assert_eq!(account.fails("StopStream", json!({ "channelArn": channel.arn })), "ChannelNotBroadcasting");
}

#[test]
fn a_stream_without_encoder_can_be_stopped() {
    let (mut account, channel, _) = live();
    account.disconnect(&channel).unwrap();
    account.pass(SECOND);
    account.ok("StopStream", json!({ "channelArn": channel.arn }));
    assert!(!account.is_live(&channel));
    account.pass(60 * SECOND);
    assert_eq!(account.names(), ["Session Created", "Stream Start", "Stream End", "Session Ended"]);
}

#[test]
fn an_encoder_that_reconnects_has_a_new_session_unless_its_key_is_gone() {
    let mut account = Account::new(at_once());
    let channel = account.channel(json!({}));
    let first = account.connect(&channel, json!({ "reconnect": true, "viewerCount": 2 })).unwrap().stream_id;
    account.ok("StopStream", json!({ "channelArn": channel.arn }));
    assert!(!account.is_live(&channel));
    account.pass(SECOND);
    let stream = account.ok("GetStream", json!({ "channelArn": channel.arn }))["stream"].clone();
    assert_ne!(stream["streamId"], json!(first));
    assert_eq!(stream["viewerCount"], json!(2));
    // Stopped between, the encoder itself does not come back.
    account.ok("StopStream", json!({ "channelArn": channel.arn }));
    account.disconnect(&channel).unwrap();
    account.pass(60 * SECOND);
    assert!(!account.is_live(&channel));
    // Connected before, it does not connect twice.
    account.connect(&channel, json!({ "reconnect": true, "priority": 1 })).unwrap();
    account.ok("StopStream", json!({ "channelArn": channel.arn }));
    account.connect(&channel, json!({ "priority": 2 })).unwrap();
    account.0.take_events();
    account.pass(60 * SECOND);
    assert_eq!(account.names(), [""; 0]);
    account.disconnect(&channel).unwrap();

    account.connect(&channel, json!({ "reconnect": true })).unwrap();
    let key = account.ok("ListStreamKeys", json!({ "channelArn": channel.arn }))["streamKeys"][0]["arn"].clone();
    account.ok("DeleteStreamKey", json!({ "arn": key }));
    account.ok("StopStream", json!({ "channelArn": channel.arn }));
    account.pass(60 * SECOND);
    assert!(!account.is_live(&channel));
    account.ok("DeleteChannel", json!({ "arn": channel.arn }));
}

#[test]
fn a_snapshot_of_what_is_about_to_happen_lets_it_happen() {
    let mut account = Account::new(slow());
    let channels = [account.channel(json!({})), account.channel(json!({}))];
    account.connect(&channels[0], json!({ "reconnect": true })).unwrap();
    account.ok("StopStream", json!({ "channelArn": channels[0].arn }));
    account.start(&channels[1]);
    let snapshot = account.0.snapshot().unwrap();
    let mut restored = Account(Ivs::restore(slow(), &snapshot).unwrap());
    for account in [&mut account, &mut restored] {
        account.pass(4 * SECOND);
        account.disconnect(&channels[1]).unwrap();
        account.pass(60 * SECOND);
    }
    let events = account.0.take_events();
    assert_eq!(events.len(), 6);
    assert_eq!(restored.0.take_events(), events);
}

#[test]
fn a_stream_that_cannot_be_processed_fails_and_its_session_ends() {
    let mut account = Account::new(slow());
    let channel = account.channel(json!({}));
    account.connect(&channel, json!({ "fail": "no capacity" })).unwrap();
    account.pass(5 * SECOND);
    assert!(!account.is_live(&channel));
    let events = account.0.take_events();
    assert_eq!(events[1].detail["reason"], json!("no capacity"));
    let listed = account.ok("ListStreamSessions", json!({ "channelArn": channel.arn }))["streamSessions"][0].clone();
    assert_eq!((&listed["hasErrorEvent"], &listed["endTime"]), (&json!(true), &json!("2030-01-01T00:00:05Z")));
}
