//! Snapshots: an account that was restored goes on as the original does.

use crate::middle::{Middle, RandomCalls, call, metadata, middle, play, settings, stop};
use ivs_local_core::{Ivs, Player, Rates, Settings};
use serde_json::json;
use std::time::Duration;

#[test]
fn what_was_given_out_before_a_snapshot_is_known_after_it() {
    let mut before = middle();
    let snapshot = before.ivs.snapshot().unwrap();
    let mut after = Ivs::restore(settings(), &snapshot).unwrap();
    assert_eq!(after.snapshot().unwrap(), snapshot);
    for ivs in [&mut before.ivs, &mut after] {
        let next = call(ivs, "ListChannels", &json!({ "maxResults": 1, "nextToken": before.next_token }));
        assert_eq!(next["channels"][0]["name"], "ended");
        let refused = play(ivs, &before.live, Some(&before.used));
        assert_eq!(refused["Err"], "the token was used already (aws:single-use-uuid)");
        assert_eq!(play(ivs, &before.live, Some(&before.revoked))["Err"], "the viewer's session was revoked");
        let playlist = ivs.playlist(&before.playing, "live.m3u8", Player::default()).unwrap();
        assert!(playlist.contains("#EXTM3U"));
        let again = call(
            ivs,
            "InsertAdBreak",
            &json!({ "channelArn": before.live["arn"], "adBreakId": "break1000001", "durationSeconds": 30 }),
        );
        assert!(again.as_str().unwrap().contains("ConflictException"), "{again}");
        assert_eq!(metadata(ivs, before.ended["arn"].as_str().unwrap())[0]["metadata"], "last words");
        let recording = call(ivs, "ListRecordingConfigurations", &json!({}))["recordingConfigurations"][0].clone();
        assert_eq!(recording["state"], "CREATING");
        ivs.advance(Duration::from_secs(2));
        let recording = call(ivs, "ListRecordingConfigurations", &json!({}))["recordingConfigurations"][0].clone();
        assert_eq!(recording["state"], "ACTIVE");
        assert_eq!(ivs.faults().len(), 2);
        for _ in 0..2 {
            let fault = call(ivs, "GetChannel", &json!({ "arn": before.live["arn"] }));
            assert!(fault.as_str().unwrap().contains("PendingVerification"), "{fault}");
        }
        assert_eq!(call(ivs, "GetChannel", &json!({ "arn": before.live["arn"] }))["channel"]["name"], "live");
        assert_eq!(stop(ivs, &before.live_key), "Ok(())");
    }
}

#[test]
fn a_thousand_random_calls_have_the_same_results_after_a_snapshot() {
    for seed in 0..4 {
        let mut calls = RandomCalls::new(seed);
        let mut before = calls.middle.ivs.clone();
        let mut after = Ivs::restore(settings(), &before.snapshot().unwrap()).unwrap();
        for number in 0..1000 {
            let (name, call) = calls.next();
            let said = call(&mut before);
            assert_eq!(call(&mut after), said, "seed {seed}, call {number}: {name}");
            calls.learn(&said);
        }
        assert!(calls.succeeded > 100 && calls.middle.names.len() > 30, "seed {seed}: {}", calls.succeeded);
        assert_eq!(before.snapshot(), after.snapshot(), "seed {seed}");
    }
}

#[test]
fn a_copy_and_its_original_do_not_know_of_each_other() {
    let mut one = middle().ivs;
    let mut other = one.clone();
    let name = |ivs: &mut Ivs| {
        call(ivs, "CreateStreamKey", &json!({ "channelArn": "arn:aws:ivs:us-west-2:123456789012:channel/a" }))
    };
    assert_eq!(name(&mut one), name(&mut other));
    call(&mut one, "CreateChannel", &json!({}));
    assert_ne!(one.snapshot(), other.snapshot());
    call(&mut other, "CreateChannel", &json!({}));
    assert_eq!(one.snapshot(), other.snapshot());
}

#[test]
fn a_snapshot_that_is_damaged_or_newer_or_of_another_region_is_refused() {
    let snapshot = middle().ivs.snapshot().unwrap();
    let refused = |text: &str| Ivs::restore(settings(), text).err().unwrap_or_else(|| panic!("accepted: {text:.100}"));
    for text in ["", "null", "[]", "{}", snapshot.strip_suffix('}').unwrap(), snapshot.strip_prefix('{').unwrap()] {
        assert!(refused(text).starts_with("The snapshot is damaged, or is none: "), "{text}");
    }
    assert_eq!(
        refused(&snapshot.replacen("break1000001", "break1000002", 1)),
        "The snapshot is damaged: it is not the text that was taken."
    );
    assert_eq!(
        refused(r#"{"format":2,"everything":"else"}"#),
        "The snapshot has format 2, this program reads 1; restore it with the version that took it."
    );
    let region = Settings { region: "eu-west-1".to_owned(), ..settings() };
    assert_eq!(Ivs::restore(region, &snapshot).err().unwrap(), "The snapshot is of us-west-2, not of eu-west-1.");
    let bytes = snapshot.into_bytes();
    for at in (0..bytes.len()).step_by(97) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        if let Ok(text) = String::from_utf8(flipped) {
            refused(&text);
        }
    }
}

#[test]
fn players_are_led_to_the_origin_of_the_program_that_restored() {
    let Middle { ivs, live, .. } = middle();
    let moved = Settings { playback_origin: Some("http://127.0.0.1:2".to_owned()), rates: Rates::Off, ..settings() };
    let mut ivs = Ivs::restore(moved, &ivs.snapshot().unwrap()).unwrap();
    ivs.clear_faults();
    let expected = live["playbackUrl"].as_str().unwrap().replace(":1/", ":2/");
    let stream = call(&mut ivs, "GetStream", &json!({ "channelArn": live["arn"] }));
    let session = call(&mut ivs, "GetStreamSession", &json!({ "channelArn": live["arn"] }));
    let channel = call(&mut ivs, "GetChannel", &json!({ "arn": live["arn"] }));
    for url in [&stream["stream"], &session["streamSession"]["channel"], &channel["channel"]] {
        assert_eq!(url["playbackUrl"], expected);
    }
}
