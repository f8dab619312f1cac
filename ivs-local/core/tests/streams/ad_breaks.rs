//! Ad breaks run for their duration, one at a time.

use crate::{Account, Channel, SECOND, at_once, text};
use serde_json::{Value, json};

fn live() -> (Account, Channel) {
    let mut account = Account::new(at_once());
    let playback = json!([{ "playbackConfigurationArn": "arn:aws:mediatailor:us-west-2:1:playbackConfiguration/a" }]);
    let ads = account.ok("CreateAdConfiguration", json!({ "mediaTailorPlaybackConfigurations": playback }));
    let channel = account.channel(json!({ "adConfigurationArn": text(&ads["adConfiguration"]["arn"]) }));
    account.start(&channel);
    account.0.take_events();
    (account, channel)
}

fn at(channel: &Channel, duration: u32, start: Option<&str>) -> Value {
    let mut input = json!({ "channelArn": channel.arn, "durationSeconds": duration });
    if let Some(start) = start {
        input["targetStartAt"] = json!(start);
    }
    input
}

#[test]
fn a_second_ad_break_waits_for_the_first() {
    let (mut account, channel) = live();
    let first = account.ok("InsertAdBreak", at(&channel, 30, None));
    let event = account.0.take_events().remove(0);
    assert_eq!(event.detail["ad_break_id"], first["adBreakId"]);
    assert_eq!(event.detail["duration_seconds"], json!(30));
    assert_eq!(event.detail["target_start_time"], json!("2030-01-01T00:00:00Z"));
    let conflict = account.call("InsertAdBreak", at(&channel, 1, None)).unwrap_err();
    assert_eq!((conflict.code, conflict.status), ("ConflictException", 409));
    assert!(conflict.message.contains(&text(&first["adBreakId"])));
    account.pass(59 * SECOND / 2);
    assert_eq!(account.fails("InsertAdBreak", at(&channel, 1, None)), "ConflictException");
    account.pass(SECOND / 2);
    account.ok("InsertAdBreak", at(&channel, 1, None));
    assert_eq!(account.names(), ["Ad Break Inserted"]);
}

#[test]
fn ad_breaks_of_other_times_do_not_conflict() {
    let (mut account, channel) = live();
    let later = account.ok("InsertAdBreak", at(&channel, 30, Some("2030-01-01T00:01:00.250Z")));
    assert_eq!(later["targetStartAt"], json!("2030-01-01T00:01:00.250Z"));
    assert_eq!(account.0.take_events()[0].detail["target_start_time"], json!("2030-01-01T00:01:00Z"));
    account.ok("InsertAdBreak", at(&channel, 60, None));
    assert_eq!(account.fails("InsertAdBreak", at(&channel, 30, Some("2030-01-01T00:01:30Z"))), "ConflictException");
    account.ok("InsertAdBreak", at(&channel, 30, Some("2030-01-01T00:01:31Z")));
}

#[test]
fn the_next_stream_has_no_ad_break() {
    let (mut account, channel) = live();
    let mut named = at(&channel, 300, None);
    named["adBreakId"] = json!("abcdefABCDEF");
    account.ok("InsertAdBreak", named.clone());
    account.disconnect(&channel).unwrap();
    account.start(&channel);
    account.ok("InsertAdBreak", named);
}

#[test]
fn ads_cannot_be_inserted_into_fragmented_mp4() {
    let (mut account, channel) = live();
    account.disconnect(&channel).unwrap();
    let update = |format: &str| json!({ "arn": channel.arn, "containerFormat": format });
    let refused = account.call("UpdateChannel", update("FRAGMENTED_MP4")).unwrap_err();
    assert_eq!(refused.code, "ValidationException");
    assert!(refused.message.contains("TS"), "{}", refused.message);
    let got = account.ok("GetChannel", json!({ "arn": channel.arn }))["channel"].clone();
    assert_eq!(got["containerFormat"], json!("TS"));
    let input = json!({ "containerFormat": "FRAGMENTED_MP4", "adConfigurationArn": got["adConfigurationArn"] });
    assert_eq!(account.fails("CreateChannel", input), "ValidationException");
    account.ok("UpdateChannel", json!({ "arn": channel.arn, "adConfigurationArn": "" }));
    account.ok("UpdateChannel", update("FRAGMENTED_MP4"));
}
