//! Faults that a test asks for, and call rates.

use crate::client::{Server, Signing, text};
use serde_json::{Value, json};

fn waiting(server: &Server) -> Value {
    let reply = server.plain("GET", "/_local/faults", &[], "");
    assert_eq!(reply.status, 200);
    reply.json()["faults"].clone()
}

fn add(server: &Server, fault: Value) {
    let reply = server.local("/_local/faults", fault);
    assert_eq!((reply.status, reply.json()), (200, json!({})), "{reply:?}");
}

#[test]
fn an_operation_fails_as_often_as_was_asked_for_and_does_nothing() {
    let server = Server::start(&[]);
    add(
        &server,
        json!({ "operation": "CreateChannel", "times": 2, "code": "ThrottlingException", "message": "slower" }),
    );
    add(&server, json!({ "operation": "CreateChannel", "code": "ServiceUnavailable" }));
    // Of another operation, and in between.
    assert_eq!(server.ok("ListChannels", json!({})), json!({ "channels": [] }));
    assert_eq!(waiting(&server)[0]["times"], json!(2));
    for _ in 0..2 {
        let reply = server.call("CreateChannel", json!({}));
        assert_eq!((reply.status, reply.error_type()), (429, "ThrottlingException"));
        assert_eq!(reply.json(), json!({ "message": "slower", "exceptionMessage": "slower" }));
    }
    let last = json!({ "region": "us-west-2", "operation": "CreateChannel", "times": 1, "code": "ServiceUnavailable" });
    assert_eq!(waiting(&server), json!([last]));
    let reply = server.call("CreateChannel", json!({}));
    assert_eq!((reply.status, reply.error_type()), (503, "ServiceUnavailable"));
    assert!(text(&reply.json()["message"]).contains("CreateChannel"));
    assert_eq!(server.ok("ListChannels", json!({})), json!({ "channels": [] }), "a call that failed did something");
    server.ok("CreateChannel", json!({}));
    assert_eq!(waiting(&server), json!([]));
}

#[test]
fn the_answer_of_a_call_that_was_done_is_lost() {
    let server = Server::start(&[]);
    add(&server, json!({ "operation": "CreateChannel", "reset": true, "times": 2 }));
    for name in ["a", "b"] {
        assert_eq!(server.try_call("CreateChannel", json!({ "name": name })).map(|reply| reply.status), None);
    }
    let (arn, key) = server.channel(json!({ "name": "c" }));
    let listed = server.ok("ListChannels", json!({}));
    let names: Vec<_> = listed["channels"].as_array().unwrap().iter().map(|channel| text(&channel["name"])).collect();
    assert_eq!(names, ["a", "b", "c"]);
    // An operation without an output, and one that is refused.
    server.go_live(&key);
    add(&server, json!({ "operation": "StopStream", "reset": true, "times": 2 }));
    for _ in 0..2 {
        assert!(server.try_call("StopStream", json!({ "channelArn": arn })).is_none());
    }
    server.fails("StopStream", json!({ "channelArn": arn }), "ChannelNotBroadcasting");
}

#[test]
fn only_calls_that_are_authorised_and_can_be_read_meet_faults() {
    let server = Server::start(&["--key", "WRITER=one,ivs:PutMetadata"]);
    add(&server, json!({ "operation": "ListChannels", "code": "InternalFailure" }));
    let mut request = server.operation("ListChannels", &json!({}));
    assert_eq!(server.plain("POST", "/ListChannels", &[], "{}").status, 403);
    let writer = Signing { access_key_id: "WRITER", secret_access_key: "one", ..Signing::of(&server) };
    assert_eq!(server.send(&writer.sign(request.clone())).error_type(), "AccessDeniedException");
    *request.body_mut() = "{".to_owned();
    assert_eq!(server.send(&Signing::of(&server).sign(request)).status, 400);
    assert_eq!(waiting(&server)[0]["times"], json!(1));
    let reply = server.call("ListChannels", json!({}));
    assert_eq!((reply.status, reply.error_type()), (500, "InternalFailure"));
    server.ok("ListChannels", json!({}));
}

#[test]
fn faults_are_removed_and_wrong_ones_are_refused() {
    let server = Server::start(&[]);
    for (wrong, why) in [
        (json!({}), "operation"),
        (json!({ "operation": "PutMetadatum", "code": "ThrottlingException" }), "PutMetadata"),
        (json!({ "operation": "PutMetadata" }), "either a code"),
        (json!({ "operation": "PutMetadata", "code": "ThrottlingException", "reset": true }), "either a code"),
        (json!({ "operation": "PutMetadata", "reset": true, "message": "a" }), "either a code"),
        (json!({ "operation": "PutMetadata", "code": "Throttling" }), "ThrottlingException"),
        (json!({ "operation": "PutMetadata", "code": "a\r\nb" }), "ThrottlingException"),
        (json!({ "operation": "PutMetadata", "code": "ThrottlingException", "times": 0 }), "at least once"),
        (json!({ "operation": "PutMetadata", "code": "ThrottlingException", "times": -1 }), "times"),
        (json!({ "operation": "PutMetadata", "code": "ThrottlingException", "time": 2 }), "time"),
        (json!([]), "body"),
    ] {
        let reply = server.local("/_local/faults", wrong.clone());
        assert_eq!(reply.status, 400, "{wrong}");
        assert!(text(&reply.json()["message"]).contains(why), "{wrong}: {reply:?}");
    }
    assert_eq!(waiting(&server), json!([]));
    let fault = json!({ "operation": "ListChannels", "code": "InternalServerException" });
    for _ in 0..100 {
        add(&server, fault.clone());
    }
    assert!(text(&server.local("/_local/faults", fault).json()["message"]).contains("At most 100"));
    assert_eq!(server.plain("DELETE", "/_local/faults", &[], "").json(), json!({}));
    assert_eq!(waiting(&server), json!([]));
    server.ok("ListChannels", json!({}));
    let elsewhere = [("origin", "https://example.com")];
    assert_eq!(server.plain("DELETE", "/_local/faults", &elsewhere, "").status, 403);
}

#[test]
fn the_rates_of_the_service_are_kept_if_asked_for() {
    let session = json!({ "channelArn": "arn:aws:ivs:us-west-2:123456789012:channel/a", "viewerId": "v" });
    let revoke =
        |server: &Server| server.call("BatchStartViewerSessionRevocation", json!({ "viewerSessions": [session] }));
    let server = Server::start(&["--rates", "aws"]);
    let replies: Vec<_> = (0..12).map(|_| revoke(&server)).collect();
    let throttled: Vec<_> = replies.iter().filter(|reply| reply.error_type() == "ThrottlingException").collect();
    assert!(!throttled.is_empty());
    for reply in throttled {
        let text = "Operation: ivs:BatchStartViewerSessionRevocation exceeded call rate: 2 for resource: \
                    arn:aws:iam::123456789012:root";
        assert_eq!((reply.status, &reply.json()["message"]), (429, &json!(text)));
    }
    assert!(replies.iter().filter(|reply| reply.status == 200).count() >= 2);
    server.ok("ListPlaybackKeyPairs", json!({}));
    let off = Server::start(&[]);
    assert!((0..12).all(|_| revoke(&off).status == 200));
}
