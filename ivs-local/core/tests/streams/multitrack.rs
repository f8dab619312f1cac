//! Video that a channel does not take ends its session with a code, or a breach of a limit.

use crate::{Account, Channel, at_once, slow};
use ivs_local_core::{Code, Rejected};
use serde_json::{Value, json};

fn channel(account: &mut Account, policy: &str, resolution: &str) -> Channel {
    let multitrack = json!({ "enabled": true, "policy": policy, "maximumResolution": resolution });
    account.channel(json!({ "containerFormat": "FRAGMENTED_MP4", "multitrackInputConfiguration": multitrack }))
}

/// Connects to a channel that does not take it.
fn refused(account: &mut Account, channel: &Channel, options: &Value) -> Code {
    account.0.take_events();
    let Err(Rejected::Refused(code)) = account.connect(channel, options.clone()) else { panic!("{options}") };
    assert!(!account.is_live(channel));
    let session = account.session(channel);
    assert_eq!(session["truncatedEvents"][0]["code"], json!(code.name()));
    assert!(session["endTime"].is_string() && session["truncatedEvents"].as_array().unwrap().len() == 2);
    let events = account.0.take_events();
    assert_eq!((events.len(), &events[1].detail["code"]), (2, &json!(code.name())));
    code
}

#[test]
fn what_is_wrong_with_multitrack_input_has_its_code() {
    for settings in [at_once(), slow()] {
        let mut account = Account::new(settings);
        let plain = account.channel(json!({}));
        let required = channel(&mut account, "REQUIRE", "FULL_HD");
        let small = channel(&mut account, "ALLOW", "HD");
        let track = |height: u32| json!({ "width": height * 16 / 9, "height": height, "bitrate": 1_000_000 });
        for (channel, options, code) in [
            (&plain, json!({ "multitrack": true }), Code::MultitrackInputNotAllowed),
            (&plain, json!({ "tracks": [track(720), track(360)] }), Code::MultitrackInputNotAllowed),
            (&required, json!({ "multitrack": false }), Code::MultitrackInputRequired),
            (&required, json!({ "clientConfiguration": "INVALID" }), Code::InvalidGetClientConfigurationStreamKey),
            (&required, json!({ "clientConfiguration": "MISSING" }), Code::GetClientConfigurationStreamKeyRequired),
            (&required, json!({ "tracks": vec![track(360); 6] }), Code::InvalidMultitrackInputTrackCount),
            (&small, json!({ "tracks": [track(1080)] }), Code::InvalidMultitrackInputVideoTrackMediaProperties),
            (
                &small,
                json!({ "tracks": [track(720), track(721)] }),
                Code::InvalidMultitrackInputVideoTrackMediaProperties,
            ),
        ] {
            assert_eq!(refused(&mut account, channel, &options), code);
        }
        for (channel, options) in [
            (&plain, json!({ "multitrack": false, "clientConfiguration": "MISSING" })),
            (&required, json!({ "tracks": [track(1080), track(720)] })),
            (&small, json!({ "multitrack": false })),
        ] {
            account.connect(channel, options).unwrap();
            account.ok("StopStream", json!({ "channelArn": channel.arn }));
        }
    }
}

#[test]
fn a_session_has_the_tracks_that_the_encoder_sends() {
    let mut account = Account::new(at_once());
    let heights = |session: &Value| {
        let videos = session["ingestConfigurations"]["videoConfigurations"].as_array().unwrap().clone();
        videos.iter().map(|video| video["videoHeight"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    for (resolution, expected) in [("SD", vec![360]), ("HD", vec![720, 360]), ("FULL_HD", vec![1080, 720, 360])] {
        let channel = channel(&mut account, "REQUIRE", resolution);
        account.start(&channel);
        assert_eq!(heights(&account.session(&channel)), expected);
    }
    let plain = account.channel(json!({}));
    account.connect(&plain, json!({ "tracks": [{ "width": 720, "height": 1280, "bitrate": 4_000_000 }] })).unwrap();
    let video = account.session(&plain)["ingestConfiguration"]["video"].clone();
    assert_eq!((&video["videoWidth"], &video["targetBitrate"]), (&json!(720), &json!(4_000_000)));
}

#[test]
fn the_session_of_too_many_tracks_has_as_many_as_may_be() {
    let mut account = Account::new(at_once());
    let channel = channel(&mut account, "ALLOW", "FULL_HD");
    let code = refused(&mut account, &channel, &json!({ "tracks": vec![json!({}); 100] }));
    assert_eq!(code, Code::InvalidMultitrackInputTrackCount);
    let videos = account.session(&channel)["ingestConfigurations"]["videoConfigurations"].clone();
    assert_eq!(videos.as_array().unwrap().len(), 5);
}

#[test]
fn each_type_of_channel_has_a_greatest_bit_rate() {
    let mut account = Account::new(at_once());
    for (r#type, height, most) in [
        ("BASIC", 480, 1_500_000),
        ("BASIC", 1080, 3_500_000),
        ("STANDARD", 360, 8_500_000),
        ("ADVANCED_SD", 1080, 8_500_000),
        ("ADVANCED_HD", 1080, 8_500_000),
    ] {
        let channel = account.channel(json!({ "type": r#type }));
        let options = |bitrate: u32| json!({ "tracks": [{ "width": 640, "height": height, "bitrate": bitrate }] });
        // The default is within the limits of each.
        account.start(&channel);
        account.disconnect(&channel).unwrap();
        account.connect(&channel, options(most)).unwrap();
        account.disconnect(&channel).unwrap();
        account.0.take_events();
        assert_eq!(account.connect(&channel, options(most + 1)), Err(Rejected::OverLimit), "{type}", r#type = r#type);
        assert_eq!(account.names(), ["Session Created", "Ingest Bitrate", "Session Ended"]);
    }
    let multitrack = channel(&mut account, "ALLOW", "FULL_HD");
    let options = |bitrate: u32| json!({ "tracks": [{ "bitrate": 7_500_000 }, { "bitrate": bitrate }] });
    assert_eq!(account.connect(&multitrack, options(7_500_001)), Err(Rejected::OverLimit));
    account.connect(&multitrack, options(7_500_000)).unwrap();
}
