//! What is kept of streams that have ended, and for how long.

use crate::{Account, Channel, SECOND, at_once, with_quotas};
use ivs_local_core::Rejected;
use serde_json::json;

#[test]
fn ten_thousand_sessions_are_kept_and_those_of_live_streams_always() {
    let mut account = Account::new(at_once());
    let (live, other) = (account.channel(json!({})), account.channel(json!({})));
    let oldest = account.start(&live);
    let mut first = None;
    for _ in 0..10_000 {
        let id = account.start(&other);
        first.get_or_insert(id);
        account.disconnect(&other).unwrap();
    }
    let get = |id: &str, channel: &Channel| json!({ "channelArn": channel.arn, "streamId": id });
    account.ok("GetStreamSession", get(&oldest, &live));
    assert_eq!(account.fails("GetStreamSession", get(&first.unwrap(), &other)), "ResourceNotFoundException");
}

#[test]
fn the_session_that_ended_first_is_forgotten_first_whichever_began_first() {
    let mut account = Account::new(at_once());
    let (long, other) = (account.channel(json!({})), account.channel(json!({})));
    let began_first = account.start(&long);
    let mut brief = Vec::new();
    for _ in 0..9_999 {
        brief.push(account.start(&other));
        account.disconnect(&other).unwrap();
    }
    account.disconnect(&long).unwrap();
    account.start(&other);
    let get = |id: &str, channel: &Channel| json!({ "channelArn": channel.arn, "streamId": id });
    account.ok("GetStreamSession", get(&began_first, &long));
    assert_eq!(account.fails("GetStreamSession", get(&brief[0], &other)), "ResourceNotFoundException");
    account.ok("GetStreamSession", get(&brief[1], &other));
}

#[test]
fn metadata_is_kept_of_the_hundred_streams_that_ended_last_in_whatever_order() {
    let mut account = Account::new(with_quotas(&["concurrent-streams=150"]));
    let channels: Vec<_> = (0..150).map(|_| account.channel(json!({}))).collect();
    for channel in &channels {
        account.start(channel);
        account.ok("PutMetadata", json!({ "channelArn": channel.arn, "metadata": "a" }));
    }
    let places = (0..150).map(|place| place * 67 % 150);
    for place in places.clone() {
        account.disconnect(&channels[place]).unwrap();
    }
    let kept = places.map(|place| account.0.metadata(&channels[place].arn).unwrap().len());
    assert_eq!(kept.collect::<Vec<_>>(), [vec![0; 50], vec![1; 100]].concat());
}

#[test]
fn the_sessions_of_a_channel_outlive_it() {
    let mut account = Account::new(at_once());
    let channel = account.channel(json!({}));
    let ids = [0; 2].map(|_| {
        let id = account.start(&channel);
        account.ok("PutMetadata", json!({ "channelArn": channel.arn, "metadata": "a" }));
        account.disconnect(&channel).unwrap();
        id
    });
    let by_channel = json!({ "channelArn": channel.arn });
    let first = json!({ "channelArn": channel.arn, "streamId": ids[0] });
    let read = |account: &mut Account| {
        [
            account.ok("ListStreamSessions", by_channel.clone()),
            account.ok("GetStreamSession", by_channel.clone()),
            account.ok("GetStreamSession", first.clone()),
        ]
    };
    let before = read(&mut account);
    account.ok("DeleteChannel", json!({ "arn": channel.arn }));
    assert_eq!(read(&mut account), before);
    assert_eq!(before[1]["streamSession"]["streamId"], json!(ids[1]));
    assert_eq!(account.fails("GetStream", by_channel.clone()), "ResourceNotFoundException");
    assert_eq!(account.0.metadata(&channel.arn).unwrap_err(), Rejected::UnknownChannel);
    account.pass(60 * 86_400 * SECOND);
    for (operation, input) in
        [("ListStreamSessions", &by_channel), ("GetStreamSession", &by_channel), ("GetStreamSession", &first)]
    {
        assert_eq!(account.fails(operation, input.clone()), "ResourceNotFoundException");
    }
    // One that never was live is not known any more.
    let other = account.channel(json!({}));
    account.ok("DeleteChannel", json!({ "arn": other.arn }));
    assert_eq!(account.fails("ListStreamSessions", json!({ "channelArn": other.arn })), "ResourceNotFoundException");
}

#[test]
fn a_session_is_returned_for_sixty_days_after_its_end() {
    let mut account = Account::new(at_once());
    let channel = account.channel(json!({}));
    let stream_id = account.start(&channel);
    account.pass(100 * 86_400 * SECOND);
    account.session(&channel);
    account.disconnect(&channel).unwrap();
    account.pass((60 * 86_400 - 1) * SECOND);
    account.session(&channel);
    account.pass(2 * SECOND);
    for input in [json!({ "channelArn": channel.arn }), json!({ "channelArn": channel.arn, "streamId": stream_id })] {
        assert_eq!(account.fails("GetStreamSession", input), "ResourceNotFoundException");
    }
    let listed = account.ok("ListStreamSessions", json!({ "channelArn": channel.arn }));
    assert_eq!(listed, json!({ "streamSessions": [] }));
}
