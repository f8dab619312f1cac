//! Streams: the simulated encoder, what the API sees of it, metadata, sessions.

use crate::client::{Server, text};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::{Duration, Instant};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

#[test]
fn an_encoder_takes_a_channel_live_and_offline_again() {
    let server = Server::start(&[]);
    let (arn, key) = server.channel(json!({ "name": "a" }));
    let by_arn = || json!({ "channelArn": arn });
    server.fails("GetStream", by_arn(), "ChannelNotBroadcasting");
    let start = json!({ "streamKey": key, "health": "STARVING", "viewerCount": 7 });
    let started = server.local("/_local/encoder/start", start.clone()).json();
    assert_eq!(started["channelArn"], json!(arn));

    let stream = server.ok("GetStream", by_arn())["stream"].clone();
    assert_eq!(
        (&stream["state"], &stream["health"], &stream["viewerCount"]),
        (&json!("LIVE"), &json!("STARVING"), &json!(7))
    );
    assert_eq!(stream["streamId"], started["streamId"]);
    assert_eq!(text(&stream["streamId"]).len(), 26);
    let since = OffsetDateTime::now_utc() - OffsetDateTime::parse(&text(&stream["startTime"]), &Rfc3339).unwrap();
    assert!(text(&stream["startTime"]).ends_with('Z') && (0..60).contains(&since.whole_seconds()), "{stream}");
    let list = |health: &str| server.ok("ListStreams", json!({ "filterBy": { "health": health } }))["streams"].clone();
    assert_eq!((list("STARVING")[0]["channelArn"].clone(), list("HEALTHY")), (json!(arn), json!([])));
    assert_eq!(server.ok("ListStreams", json!({}))["streams"].as_array().unwrap().len(), 1);

    assert_eq!(server.local("/_local/encoder/start", start).status, 409);
    server.fails("DeleteChannel", json!({ "arn": arn }), "ConflictException");
    server.fails("UpdateChannel", json!({ "arn": arn, "name": "b" }), "ConflictException");

    assert_eq!(server.local("/_local/encoder/stop", json!({ "streamKey": key })).json(), json!({}));
    assert_eq!(server.local("/_local/encoder/stop", json!({ "streamKey": key })).status, 409);
    server.fails("GetStream", by_arn(), "ChannelNotBroadcasting");
    assert_eq!(server.ok("ListStreams", json!({})), json!({ "streams": [] }));
    server.ok("DeleteChannel", json!({ "arn": arn }));
    server.fails("GetStream", by_arn(), "ResourceNotFoundException");
}

#[test]
fn stopping_a_stream_disconnects_the_encoder_and_a_deleted_key_starts_none() {
    let server = Server::start(&[]);
    let created = server.ok("CreateChannel", json!({}));
    let (arn, key) = (text(&created["channel"]["arn"]), text(&created["streamKey"]["value"]));
    server.fails("StopStream", json!({ "channelArn": arn }), "ChannelNotBroadcasting");
    let first = server.go_live(&key);
    assert_eq!(server.ok("StopStream", json!({ "channelArn": arn })), json!({}));
    assert_eq!(server.local("/_local/encoder/stop", json!({ "streamKey": key })).status, 409);
    assert_ne!(server.go_live(&key), first);
    server.ok("DeleteStreamKey", json!({ "arn": created["streamKey"]["arn"] }));
    server.ok("GetStream", json!({ "channelArn": arn }));
    server.ok("StopStream", json!({ "channelArn": arn }));
    assert_eq!(server.local("/_local/encoder/start", json!({ "streamKey": key })).status, 403);
}

#[test]
fn the_encoder_that_is_connected_can_stop_and_another_key_cannot() {
    let server = Server::start(&[]);
    let created = server.ok("CreateChannel", json!({}));
    let (arn, old) = (text(&created["channel"]["arn"]), text(&created["streamKey"]["value"]));
    let stop = |key: &str| {
        let reply = server.local("/_local/encoder/stop", json!({ "streamKey": key }));
        (reply.status, reply.error_type().to_owned())
    };
    let is_live = || server.call("GetStream", json!({ "channelArn": arn })).status == 200;
    let (_, elsewhere) = server.channel(json!({}));
    server.go_live(&elsewhere);
    server.go_live(&old);
    server.ok("DeleteStreamKey", json!({ "arn": created["streamKey"]["arn"] }));
    let new = text(&server.ok("CreateStreamKey", json!({ "channelArn": arn }))["streamKey"]["value"]);
    assert_eq!(stop(&new), (409, "NotConnected".to_owned()));
    assert_eq!(stop("sk_us-west-2_never_was"), (403, "UnknownStreamKey".to_owned()));
    assert_eq!(stop(old.trim_end_matches(char::is_alphanumeric)).0, 403);
    assert!(is_live());
    assert_eq!(server.local("/_local/encoder/start", json!({ "streamKey": new })).status, 409);
    assert_eq!(stop(&old).0, 200);
    assert!(!is_live());
    // It is gone, and its key is no longer one.
    assert_eq!(stop(&old), (403, "UnknownStreamKey".to_owned()));
    assert_eq!(stop(&new), (409, "NotLive".to_owned()));
    server.go_live(&new);
    assert_eq!(stop(&old).0, 403);
    assert!(is_live());
    assert_eq!((stop(&new).0, stop(&elsewhere).0), (200, 200));
}

#[test]
fn the_encoder_reports_what_is_wrong_with_a_request() {
    let server = Server::start(&[]);
    for (body, status) in [
        ("{}", 400),
        ("", 400),
        (r#"{"streamKey":5}"#, 400),
        (r#"{"streamKey":"sk_a","heath":"HEALTHY"}"#, 400),
        (r#"{"streamKey":"sk_a","health":"GOOD"}"#, 400),
        (r#"{"streamKey":"sk_a"}{}"#, 400),
        (r#"{"streamKey":"sk_a"} "#, 403),
    ] {
        let reply = server.plain("POST", "/_local/encoder/start", &[], body);
        assert_eq!(reply.status, status, "{body}");
        assert!(!text(&reply.json()["message"]).is_empty());
    }
    assert_eq!(server.plain("GET", "/_local/encoder/metadata", &[], "").status, 400);
    assert_eq!(server.plain("GET", "/_local/encoder/metadata?channelArn=a", &[], "").status, 404);
}

#[test]
fn what_no_encoder_can_send_is_refused_with_the_name_of_the_member() {
    let server = Server::start(&[]);
    let (_, key) = server.channel(json!({}));
    for (member, value) in [
        ("tracks", json!(vec![json!({}); 3000])),
        ("tracks: height", json!([{ "width": 1, "height": 0 }])),
        ("tracks: bitrate", json!([{ "bitrate": 0 }])),
        ("priority", json!(0)),
        ("priority", json!(1_u64 << 62)),
        ("fail", json!("x".repeat(2000))),
        ("viewerCount", json!(-2)),
    ] {
        let name = member.split(':').next().unwrap();
        let reply = server.local("/_local/encoder/start", json!({ "streamKey": key, name: value }));
        assert_eq!(reply.status, 400, "{member}");
        let message = text(&reply.json()["message"]);
        assert!(message.contains(&format!("{member}: must ")), "{message}");
    }
}

#[test]
fn a_stream_takes_the_time_that_the_arguments_say() {
    let server = Server::start(&["--stream-start-ms", "3600000", "--stream-end-ms", "7200000"]);
    let (arn, key) = server.channel(json!({}));
    let pass = |ms: u64| assert_eq!(server.local("/_local/advance", json!({ "ms": ms })).status, 200);
    let status = || server.call("GetStream", json!({ "channelArn": arn })).status;
    server.go_live(&key);
    assert_eq!(status(), 404);
    pass(3_600_000);
    assert_eq!(status(), 200);
    assert_eq!(server.local("/_local/encoder/stop", json!({ "streamKey": key })).status, 200);
    pass(7_000_000);
    assert_eq!(status(), 200);
    pass(200_000);
    assert_eq!(status(), 404);
}

#[test]
fn what_an_encoder_sends_may_be_refused_and_may_change() {
    let server = Server::start(&["--quota", "concurrent-streams=1"]);
    let (arn, key) = server.channel(json!({}));
    let (_, other) = server.channel(json!({}));
    let post = |action: &str, body: Value| {
        let reply = server.local(&format!("/_local/encoder/{action}"), body);
        (reply.status, reply.error_type().to_owned())
    };
    let refused = |status: u16, why: &str| (status, why.to_owned());
    let tracks = json!([{ "bitrate": 9_000_000 }]);
    assert_eq!(post("start", json!({ "streamKey": key, "tracks": tracks })), refused(409, "OverLimit"));
    let multitrack = json!({ "streamKey": key, "multitrack": true });
    assert_eq!(post("start", multitrack), refused(409, "MultitrackInputNotAllowed"));
    assert_eq!(post("set", json!({ "channelArn": arn, "viewerCount": 1 })), refused(409, "NotLive"));
    assert_eq!(post("start", json!({ "streamKey": key, "priority": 1 })), refused(200, ""));
    assert_eq!(post("start", json!({ "streamKey": other })), refused(409, "TooManyStreams"));
    let lower = json!({ "streamKey": key, "priority": 1 });
    assert_eq!(post("start", lower), refused(409, "StreamTakeoverInvalidPriority"));
    for by in [json!({ "channelArn": arn }), json!({ "streamKey": key })] {
        let mut input = by;
        input["viewerCount"] = json!(-1);
        input["health"] = json!("STARVING");
        assert_eq!(post("set", input), refused(200, ""));
    }
    let stream = server.ok("GetStream", json!({ "channelArn": arn }))["stream"].clone();
    assert_eq!((&stream["viewerCount"], &stream["health"]), (&json!(-1), &json!("STARVING")));
    assert_eq!(post("set", json!({})), refused(400, "BadRequest"));
    assert_eq!(post("set", json!({ "channelArn": format!("{arn}x") })), refused(404, "NotFound"));
    let reply = server.local("/_local/encoder/set", json!({ "channelArn": arn, "viewerCount": -2 }));
    assert_eq!(reply.status, 400);
    assert!(text(&reply.json()["message"]).contains("viewerCount"), "{reply:?}");
}

#[test]
fn metadata_goes_into_a_live_stream_and_can_be_read_back() {
    let server = Server::start(&[]);
    let (arn, key) = server.channel(json!({}));
    let put = |metadata: &str| json!({ "channelArn": arn, "metadata": metadata });
    let read = || server.plain("GET", &format!("/_local/encoder/metadata?channelArn={arn}"), &[], "");
    let message = server.fails("PutMetadata", put("early"), "ChannelNotBroadcasting");
    assert_eq!(message, format!("ChannelNotBroadcasting: Channel: {arn} is not currently online"));
    assert_eq!(read().status, 409);
    server.go_live(&key);
    server.ok("PutMetadata", put("☃ first"));
    server.ok("PutMetadata", put(&"é".repeat(512)));
    let message = server.fails("PutMetadata", put(&"é".repeat(513)), "ValidationException");
    assert!(message.starts_with("Metadata size exceeds payload limit") && message.contains("1026 bytes"), "{message}");
    server.fails("PutMetadata", put(""), "ValidationException");
    let kept = read().json();
    assert_eq!(kept["metadata"].as_array().unwrap().len(), 2);
    assert_eq!(kept["metadata"][0]["metadata"], json!("☃ first"));
    assert!(text(&kept["metadata"][0]["at"]).ends_with('Z'));
    server.fails(
        "PutMetadata",
        json!({ "channelArn": format!("{arn}x"), "metadata": "a" }),
        "ResourceNotFoundException",
    );
}

#[test]
fn a_channel_accepts_five_metadata_per_second() {
    let server = Server::start(&[]);
    let (arn, key) = server.channel(json!({}));
    let (other, other_key) = server.channel(json!({}));
    server.go_live(&key);
    server.go_live(&other_key);
    let put = |arn: &str| server.call("PutMetadata", json!({ "channelArn": arn, "metadata": "a" }));
    let start = Instant::now();
    let replies: Vec<_> = (0..20).map(|_| put(&arn)).collect();
    let seconds = usize::try_from(start.elapsed().as_secs()).unwrap() + 1;
    let throttled: Vec<_> = replies.iter().filter(|reply| reply.error_type() == "ThrottlingException").collect();
    assert!(!throttled.is_empty() && throttled.iter().all(|reply| reply.status == 429), "{replies:?}");
    let text = format!("Operation: ivs:PutMetadata exceeded call rate: 5 for resource: {arn}");
    assert!(throttled.iter().all(|reply| reply.json()["message"] == json!(text)), "{replies:?}");
    let taken = replies.iter().filter(|reply| reply.status == 204).count();
    assert_eq!(taken + throttled.len(), 20, "{replies:?}");
    assert!((5..=5 * seconds).contains(&taken), "{taken} in {seconds} s");
    assert_eq!(put(&other).status, 204);
    sleep(Duration::from_secs(1));
    assert_eq!(put(&arn).status, 204);
}

#[test]
fn a_session_keeps_the_settings_of_its_stream() {
    let server = Server::start(&["--creation-ms", "0"]);
    let configuration = |bucket: &str| {
        let input = json!({ "destinationConfiguration": { "s3": { "bucketName": bucket } } });
        text(&server.ok("CreateRecordingConfiguration", input)["recordingConfiguration"]["arn"])
    };
    let (good, bad) = (configuration("recordings"), configuration("my-missing-bucket"));
    let (arn, key) = server.channel(json!({ "name": "before", "recordingConfigurationArn": good }));
    let by_channel = || json!({ "channelArn": arn });
    server.fails("GetStreamSession", by_channel(), "ResourceNotFoundException");
    let first = server.go_live(&key);
    let live = server.ok("GetStreamSession", by_channel())["streamSession"].clone();
    assert!(live.get("endTime").is_none(), "{live}");
    server.ok("StopStream", by_channel());
    server.ok("UpdateChannel", json!({ "arn": arn, "name": "after", "recordingConfigurationArn": bad }));
    let second = server.go_live(&key);

    let latest = server.ok("GetStreamSession", by_channel())["streamSession"].clone();
    assert_eq!((&latest["streamId"], &latest["channel"]["name"]), (&json!(second), &json!("after")));
    let session =
        server.ok("GetStreamSession", json!({ "channelArn": arn, "streamId": first }))["streamSession"].clone();
    assert_eq!((&session["streamId"], &session["channel"]["name"]), (&json!(first), &json!("before")));
    assert_eq!(session["recordingConfiguration"]["arn"], json!(good));
    assert!(text(&session["endTime"]) >= text(&session["startTime"]));
    let names: Vec<_> =
        session["truncatedEvents"].as_array().unwrap().iter().map(|event| text(&event["name"])).collect();
    let newest_first =
        ["Session Ended", "Stream End", "Recording End", "Recording Start", "Stream Start", "Session Created"];
    assert_eq!(names, newest_first);
    let video = &session["ingestConfigurations"]["videoConfigurations"];
    assert_eq!(video.as_array().unwrap().len(), 1);
    assert_eq!(session["ingestConfiguration"]["video"]["videoHeight"], video[0]["videoHeight"]);
    assert_eq!((&video[0]["avcProfile"], &video[0]["track"]), (&json!(""), &json!("Track0")));
    assert_eq!(session["ingestConfiguration"]["video"]["avcProfile"], video[0]["profile"]);

    let listed = server.ok("ListStreamSessions", by_channel())["streamSessions"].clone();
    assert_eq!((&listed[0]["streamId"], &listed[1]["streamId"]), (&json!(second), &json!(first)));
    assert_eq!((&listed[0]["hasErrorEvent"], &listed[1]["hasErrorEvent"]), (&json!(true), &json!(false)));
    assert!(listed[0].get("channel").is_none());
    let (other, _) = server.channel(json!({}));
    let of_another = json!({ "channelArn": other, "streamId": first });
    server.fails("GetStreamSession", of_another, "ResourceNotFoundException");
    assert_eq!(server.ok("ListStreamSessions", json!({ "channelArn": other })), json!({ "streamSessions": [] }));
}

#[test]
fn a_channel_with_multitrack_input_is_sent_several_tracks() {
    let server = Server::start(&[]);
    let multitrack = json!({ "enabled": true, "policy": "REQUIRE", "maximumResolution": "HD" });
    let (arn, key) =
        server.channel(json!({ "containerFormat": "FRAGMENTED_MP4", "multitrackInputConfiguration": multitrack }));
    server.go_live(&key);
    let session = server.ok("GetStreamSession", json!({ "channelArn": arn }))["streamSession"].clone();
    let tracks = session["ingestConfigurations"]["videoConfigurations"].as_array().unwrap().clone();
    assert_eq!(tracks.iter().map(|track| track["videoHeight"].as_u64().unwrap()).collect::<Vec<_>>(), [720, 360]);
    assert_eq!(session["ingestConfiguration"]["video"]["videoHeight"], json!(720));
}

#[test]
fn viewer_sessions_of_a_channel_that_exists_can_be_revoked() {
    let server = Server::start(&[]);
    let (arn, _) = server.channel(json!({}));
    let unknown = arn.replace("channel/", "channel/x");
    let session =
        |arn: &str| json!({ "channelArn": arn, "viewerId": "v", "viewerSessionVersionsLessThanOrEqualTo": 3 });
    assert_eq!(server.ok("StartViewerSessionRevocation", session(&arn)), json!({}));
    server.fails("StartViewerSessionRevocation", session(&unknown), "ResourceNotFoundException");
    let batch =
        server.ok("BatchStartViewerSessionRevocation", json!({ "viewerSessions": [session(&arn), session(&unknown)] }));
    assert_eq!(batch["errors"].as_array().unwrap().len(), 1);
    let error = &batch["errors"][0];
    assert_eq!(
        (&error["channelArn"], &error["viewerId"], &error["code"]),
        (&json!(unknown), &json!("v"), &json!("403"))
    );
    assert!(text(&error["message"]).starts_with("not authorized"), "{error}");
    let whole = server.ok("BatchStartViewerSessionRevocation", json!({ "viewerSessions": [session(&arn)] }));
    assert_eq!(whole, json!({}));
    server.fails(
        "StartViewerSessionRevocation",
        json!({ "channelArn": arn, "viewerId": "v".repeat(41) }),
        "ValidationException",
    );
}
