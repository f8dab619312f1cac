//! The events of recordings.

use crate::{Account, Channel, SECOND, Settings, at_once, slow, text};
use ivs_local_core::Event;
use serde_json::{Value, json};

fn configuration(account: &mut Account, bucket: &str, window: u32) -> String {
    let input = json!({
        "destinationConfiguration": { "s3": { "bucketName": bucket } },
        "recordingReconnectWindowSeconds": window,
    });
    text(&account.ok("CreateRecordingConfiguration", input)["recordingConfiguration"]["arn"])
}

fn recorded(settings: Settings, bucket: &str, window: u32) -> (Account, Channel) {
    let mut account = Account::new(settings);
    let recording = configuration(&mut account, bucket, window);
    let channel = account.channel(json!({ "name": "party", "recordingConfigurationArn": recording }));
    (account, channel)
}

/// The recording events since the last call.
fn events(account: &mut Account) -> Vec<Event> {
    let events = account.0.take_events();
    events.into_iter().filter(|event| event.detail_type == "IVS Recording State Change").collect()
}

fn member(events: &[Event], name: &str) -> Vec<Value> {
    events.iter().map(|event| event.detail[name].clone()).collect()
}

#[test]
fn a_recording_lasts_as_long_as_its_stream() {
    let (mut account, channel) = recorded(slow(), "recordings", 0);
    let stream_id = account.start(&channel);
    account.pass(65 * SECOND);
    account.disconnect(&channel).unwrap();
    account.pass(30 * SECOND + SECOND / 2);
    let events = events(&mut account);
    assert_eq!(member(&events, "recording_status"), ["Recording Start", "Recording End"]);
    // 5 s after the start until 30 s after the disconnection.
    assert_eq!(member(&events, "recording_duration_ms"), [0, 90_000]);
    assert_eq!(events[1].detail["recording_session_stream_ids"], json!([stream_id]));
    let prefix = text(&events[1].detail["recording_s3_key_prefix"]);
    let id = channel.arn.rsplit('/').next().unwrap();
    assert!(prefix.starts_with(&format!("ivs/v1/123456789012/{id}/2030/1/1/0/0/")), "{prefix}");
    for same in ["recording_session_id", "recording_s3_key_prefix", "recording_s3_bucket_name", "stream_id"] {
        assert_eq!(events[0].detail[same], events[1].detail[same]);
    }
}

#[test]
fn streams_within_the_window_are_one_recording() {
    let (mut account, channel) = recorded(at_once(), "recordings", 60);
    let mut streams = Vec::new();
    for _ in 0..2 {
        streams.push(account.start(&channel));
        account.pass(10 * SECOND);
        account.disconnect(&channel).unwrap();
        account.pass(59 * SECOND);
    }
    assert_eq!(member(&events(&mut account), "recording_status"), ["Recording Start", "Recording Start"]);
    account.pass(SECOND);
    let end = events(&mut account);
    assert_eq!(end.len(), 1);
    assert_eq!(end[0].detail["recording_session_stream_ids"], json!(streams));
    assert_eq!(
        (&end[0].detail["recording_duration_ms"], &end[0].detail["stream_id"]),
        (&json!(20_000), &json!(streams[1]))
    );
    // Its last session has it, though that had ended before.
    assert_eq!(account.session(&channel)["truncatedEvents"][0]["name"], json!("Recording End"));
    account.start(&channel);
    let next = events(&mut account);
    assert_ne!(next[0].detail["recording_session_id"], end[0].detail["recording_session_id"]);
}

#[test]
fn a_recording_does_not_wait_for_a_channel_that_has_another_configuration_or_is_gone() {
    let (mut account, channel) = recorded(at_once(), "recordings", 60);
    account.start(&channel);
    account.disconnect(&channel).unwrap();
    let other = configuration(&mut account, "elsewhere", 60);
    account.ok("UpdateChannel", json!({ "arn": channel.arn, "recordingConfigurationArn": other }));
    account.start(&channel);
    let buckets = member(&events(&mut account), "recording_s3_bucket_name");
    assert_eq!(buckets, ["recordings", "recordings", "elsewhere"]);
    account.disconnect(&channel).unwrap();
    account.ok("DeleteChannel", json!({ "arn": channel.arn }));
    assert_eq!(member(&events(&mut account), "recording_status"), ["Recording End"]);
    account.pass(100 * SECOND);
    assert_eq!(events(&mut account), []);
}

#[test]
fn recordings_fail_to_start_or_to_end() {
    let (mut account, channel) = recorded(at_once(), "a-missing-bucket", 0);
    account.start(&channel);
    account.disconnect(&channel).unwrap();
    let failed = events(&mut account);
    assert_eq!(member(&failed, "recording_status"), ["Recording Start Failure"]);
    assert_eq!(member(&failed, "recording_status_reason"), ["ValidationException"]);
    let (mut account, channel) = recorded(at_once(), "a-failing-bucket", 0);
    account.start(&channel);
    account.disconnect(&channel).unwrap();
    let failed = events(&mut account);
    assert_eq!(member(&failed, "recording_status"), ["Recording Start", "Recording End Failure"]);
    assert_eq!(member(&failed, "recording_status_reason"), ["", "InternalServerException"]);
}

#[test]
fn a_stream_that_never_starts_is_not_recorded() {
    let (mut account, channel) = recorded(slow(), "recordings", 60);
    account.start(&channel);
    account.disconnect(&channel).unwrap();
    account.pass(200 * SECOND);
    assert_eq!(events(&mut account), []);
}
