//! What encoders may say, and what they change while they are connected.

use crate::{Account, SECOND, at_once, slow, with_quotas};
use ivs_local_core::{Rejected, SetStream, Start};
use serde_json::{Value, json};

#[test]
fn health_and_viewers_of_a_stream_change() {
    let mut account = Account::new(at_once());
    let channel = account.channel(json!({}));
    account.start(&channel);
    account.0.take_events();
    for (set, viewers, health, events) in [
        (json!({ "streamKey": channel.key, "viewerCount": 5 }), 5, "HEALTHY", &[][..]),
        (json!({ "channelArn": channel.arn, "health": "STARVING" }), 5, "STARVING", &["Starvation Start"]),
        (json!({ "channelArn": channel.arn, "health": "STARVING", "viewerCount": -1 }), -1, "STARVING", &[]),
        (json!({ "streamKey": channel.key, "health": "HEALTHY" }), -1, "HEALTHY", &["Starvation End"]),
        (json!({ "streamKey": channel.key, "health": "UNKNOWN" }), -1, "UNKNOWN", &[]),
        (json!({ "streamKey": channel.key }), -1, "UNKNOWN", &[]),
    ] {
        account.set(set).unwrap();
        let stream = account.ok("GetStream", json!({ "channelArn": channel.arn }))["stream"].clone();
        let listed = account.ok("ListStreams", json!({}))["streams"][0].clone();
        for stream in [stream, listed] {
            assert_eq!((&stream["viewerCount"], &stream["health"]), (&json!(viewers), &json!(health)));
        }
        assert_eq!(account.names(), events);
    }
}

#[test]
fn what_is_set_while_a_stream_starts_holds_when_it_is_live() {
    let mut account = Account::new(slow());
    let channel = account.channel(json!({}));
    account.start(&channel);
    account.set(json!({ "streamKey": channel.key, "health": "STARVING", "viewerCount": 9 })).unwrap();
    assert_eq!(account.names(), ["Session Created"]);
    account.pass(5 * SECOND);
    assert_eq!(account.names(), ["Stream Start", "Starvation Start"]);
    let stream = account.ok("GetStream", json!({ "channelArn": channel.arn }))["stream"].clone();
    assert_eq!((&stream["viewerCount"], &stream["health"]), (&json!(9), &json!("STARVING")));
    // The stream of an encoder that left has a channel, but no key.
    account.disconnect(&channel).unwrap();
    assert_eq!(account.set(json!({ "streamKey": channel.key })), Err(Rejected::NotLive));
    account.set(json!({ "channelArn": channel.arn, "viewerCount": 8 })).unwrap();
}

#[test]
fn what_is_set_is_set_of_a_stream_that_is_there() {
    let mut account = Account::new(at_once());
    let channel = account.channel(json!({}));
    for (input, why) in [
        (json!({}), Rejected::Unnamed),
        (json!({ "streamKey": channel.key, "channelArn": channel.arn }), Rejected::Unnamed),
        (json!({ "streamKey": "sk_us-west-2_a_b" }), Rejected::UnknownKey),
        (json!({ "channelArn": format!("{}x", channel.arn) }), Rejected::UnknownChannel),
        (json!({ "channelArn": channel.arn }), Rejected::NotLive),
        (json!({ "streamKey": channel.key }), Rejected::NotLive),
    ] {
        assert_eq!(account.set(input.clone()), Err(why), "{input}");
    }
}

#[test]
fn what_no_encoder_can_be_is_refused_with_the_reason() {
    let message = |more: Value| {
        let mut input = json!({ "streamKey": "a" });
        input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value::<Start>(input).err().unwrap().to_string()
    };
    for (input, expected) in [
        (json!({ "viewerCount": -2 }), "must be a count of viewers, or -1"),
        (json!({ "tracks": [] }), "there must be a track"),
        (json!({ "tracks": [{ "hight": 1 }] }), "unknown field `hight`"),
        (json!({ "tracks": [{ "width": 0 }] }), "must be at least 1"),
        (json!({ "tracks": [{}, { "height": 0 }] }), "must be at least 1"),
        (json!({ "tracks": [{ "bitrate": 0 }] }), "must be at least 1"),
        (json!({ "tracks": vec![json!({}); 101] }), "must have at most 100 tracks, and has 101"),
        (json!({ "fail": "x".repeat(1025) }), "must have at most 1024 bytes, and has 1025"),
        (json!({ "priority": 0 }), "must be from 1 to 2147483647"),
        (json!({ "priority": -5 }), "must be from 1 to 2147483647"),
        (json!({ "priority": 2_147_483_648_u32 }), "must be from 1 to 2147483647"),
        (json!({ "priority": 1_u64 << 62 }), "must be from 1 to 2147483647"),
        (json!({ "health": "GOOD" }), "unknown variant `GOOD`"),
        (json!({ "clientConfiguration": "NONE" }), "unknown variant `NONE`"),
        (json!({ "takeover": true }), "unknown field `takeover`"),
    ] {
        assert!(message(input.clone()).contains(expected), "{input}: {}", message(input.clone()));
    }
    assert!(serde_json::from_value::<SetStream>(json!({ "streamKey": "a", "viewers": 1 })).is_err());
}

#[test]
fn the_account_has_so_many_streams_at_a_time() {
    let mut account = Account::new(with_quotas(&["concurrent-streams=2"]));
    let channels = [0; 3].map(|_| account.channel(json!({})));
    account.start(&channels[0]);
    account.start(&channels[1]);
    account.0.take_events();
    assert_eq!(account.connect(&channels[2], json!({})), Err(Rejected::TooManyStreams));
    let events = account.0.take_events();
    assert_eq!((events.len(), events[0].resources.len()), (1, 0));
    let sessions = account.ok("ListStreamSessions", json!({ "channelArn": channels[2].arn }));
    assert_eq!(sessions, json!({ "streamSessions": [] }));
    account.disconnect(&channels[0]).unwrap();
    account.start(&channels[2]);
}

#[test]
fn more_viewers_than_the_account_may_have_are_reported_when_they_become_so_many() {
    let mut account = Account::new(with_quotas(&["concurrent-viewers=10"]));
    let channels = [0; 2].map(|_| account.channel(json!({})));
    account.connect(&channels[0], json!({ "viewerCount": 6 })).unwrap();
    account.connect(&channels[1], json!({ "viewerCount": 4 })).unwrap();
    account.0.take_events();
    let set = |account: &mut Account, count: i64| {
        account.set(json!({ "streamKey": channels[1].key, "viewerCount": count })).unwrap();
        account.0.take_events().iter().map(|event| event.detail["exceeded_by"].clone()).collect::<Vec<_>>()
    };
    // While they cannot be counted, they are as many as before.
    let reported = [5, 7, -1, 7, -1, 4, -1, i64::MAX].map(|count| set(&mut account, count));
    let none = Vec::new;
    let most = vec![json!(i64::MAX as u64 - 4)];
    assert_eq!(reported, [vec![json!(1)], none(), none(), none(), none(), none(), none(), most]);
}
