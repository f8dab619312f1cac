//! What the local endpoints say of the server, and the log.

use crate::client::{Server, Signing, program, text};
use serde_json::{Value, json};
use std::io::Read;
use std::process::Stdio;

#[test]
fn it_says_that_it_is_well() {
    let server = Server::start(&["--region", "eu-west-1"]);
    let health = server.plain("GET", "/_local/health", &[], "").json();
    assert_eq!(health, json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION"), "regions": ["eu-west-1"] }));
}

#[test]
fn requests_are_kept_with_what_came_of_them() {
    let server = Server::start(&[]);
    server.ok("CreateChannel", json!({ "name": "a" }));
    let failed = server.call("GetChannel", json!({ "arn": "x" }));
    let signing = Signing { secret_access_key: "another", ..Signing::of(&server) };
    server.send(&signing.sign(server.operation("ListChannels", &json!({}))));
    server.local("/_local/faults", json!({ "operation": "StopStream", "reset": true }));
    server.try_call("StopStream", json!({ "channelArn": "arn:aws:ivs:us-west-2:123456789012:channel/a" }));
    server.ok("CreateChannel", json!({ "name": "a", "tags": { "long": "" } }));

    let requests = server.plain("GET", "/_local/requests", &[], "").json()["requests"].clone();
    let said: Vec<_> =
        requests.as_array().unwrap().iter().map(|it| (text(&it["operation"]), it["status"].clone())).collect();
    let expected = [
        ("CreateChannel", json!(200)),
        ("GetChannel", json!(400)),
        ("ListChannels", json!(403)),
        ("StopStream", Value::Null),
        ("CreateChannel", json!(200)),
    ];
    assert_eq!(said, expected.map(|(name, status)| (name.to_owned(), status)));
    assert_eq!(requests[0]["input"], json!({ "name": "a" }));
    assert_eq!(
        (&requests[0]["region"], &requests[0]["accessKeyId"]),
        (&json!("us-west-2"), &json!(server.access_key_id))
    );
    assert_eq!(
        (&requests[1]["error"], &requests[1]["message"]),
        (&json!("ValidationException"), &failed.json()["message"])
    );
    assert_eq!(requests[1]["requestId"], json!(failed.header("x-amzn-requestid")));
    assert_eq!((&requests[2]["error"], &requests[2]["input"]), (&json!("InvalidSignatureException"), &Value::Null));
    assert_eq!(requests[3]["lost"], json!(true));
}

#[test]
fn a_long_input_is_not_kept_and_of_many_requests_the_latest_are() {
    let server = Server::start(&[]);
    let tags: Value =
        (0..50).map(|number| (format!("{number}"), "x".repeat(200).into())).collect::<serde_json::Map<_, _>>().into();
    let body = json!({ "name": "a", "tags": tags, "none": "x".repeat(20_000) });
    server.call("CreateChannel", body);
    let requests = || server.plain("GET", "/_local/requests", &[], "").json()["requests"].clone();
    assert_eq!(requests()[0].get("input"), None);
    for _ in 0..1000 {
        server.ok("ListChannels", json!({}));
    }
    assert_eq!(requests().as_array().unwrap().len(), 1000);
    assert_eq!(requests()[0]["operation"], json!("ListChannels"));
}

#[test]
fn time_can_be_advanced() {
    let server = Server::start(&["--creation-ms", "3600000"]);
    let input = json!({ "destinationConfiguration": { "s3": { "bucketName": "recordings" } } });
    let created = server.ok("CreateRecordingConfiguration", input)["recordingConfiguration"].clone();
    let state = || {
        server.ok("GetRecordingConfiguration", json!({ "arn": created["arn"] }))["recordingConfiguration"]["state"]
            .clone()
    };
    assert_eq!(state(), json!("CREATING"));
    assert_eq!(server.local("/_local/advance", json!({ "ms": 3_600_000 })).status, 200);
    // Signatures are of the real time all the while.
    assert_eq!(state(), json!("ACTIVE"));
    let ten_years = 315_360_000_000_u64;
    assert_eq!(server.local("/_local/advance", json!({ "ms": ten_years })).status, 200);
    let reply = server.local("/_local/advance", json!({ "ms": ten_years + 1 }));
    assert!(text(&reply.json()["message"]).starts_with("ms: is over 315360000000"), "{reply:?}");
    for wrong in [json!({}), json!({ "ms": -1 }), json!({ "ms": 1.5 }), json!({ "ms": 1, "s": 1 }), json!([])] {
        assert_eq!(server.local("/_local/advance", wrong.clone()).status, 400, "{wrong}");
    }
    // Whoever has gone too far begins anew, at the real time.
    server.local("/_local/reset", Value::Null);
    let (_, key) = server.channel(json!({}));
    server.go_live(&key);
    let started = text(&server.ok("ListStreams", json!({}))["streams"][0]["startTime"]);
    let year = time::OffsetDateTime::now_utc().year();
    assert!([year - 1, year, year + 1].iter().any(|year| started.starts_with(&year.to_string())), "{started}");
}

#[test]
fn a_reset_forgets_everything_and_repeats_the_names() {
    let server = Server::start(&["--seed", "7"]);
    let (arn, key) = server.channel(json!({}));
    server.go_live(&key);
    server.local("/_local/faults", json!({ "operation": "ListChannels", "code": "InternalServerException" }));
    assert_eq!(server.local("/_local/reset", Value::Null).json(), json!({}));
    assert_eq!(server.plain("GET", "/_local/requests", &[], "").json(), json!({ "requests": [] }));
    assert_eq!(server.ok("ListChannels", json!({})), json!({ "channels": [] }));
    assert_eq!(server.channel(json!({})), (arn, key));
}

#[test]
fn a_reset_without_a_seed_gives_no_name_twice_and_none_gives_an_event_twice() {
    for arguments in [&[][..], &["--seed", "7"]] {
        let server = Server::start(arguments);
        let life = || {
            let (arn, key) = server.channel(json!({}));
            let id = server.go_live(&key);
            let events = server.plain("GET", "/_local/events", &[], "").json()["events"].clone();
            let ids: Vec<_> = events.as_array().unwrap().iter().map(|event| text(&event["id"])).collect();
            assert_eq!(ids.len(), 2);
            ([arn, key, id], ids)
        };
        let state = server.plain("GET", "/_local/state", &[], "").text;
        let (names, events) = life();
        server.local("/_local/reset", Value::Null);
        let (again, after_reset) = life();
        assert!(names.iter().zip(&again).all(|(one, other)| (one == other) != arguments.is_empty()));
        assert_eq!(server.plain("POST", "/_local/state", &[], &state).status, 200);
        let (_, after_restore) = life();
        let all: std::collections::HashSet<_> = [events, after_reset, after_restore].concat().into_iter().collect();
        assert_eq!(all.len(), 6);
    }
}

#[test]
fn a_state_is_returned_to_with_its_time_and_of_any_length() {
    let server = Server::start(&["--creation-ms", "3600000"]);
    let input = json!({ "destinationConfiguration": { "s3": { "bucketName": "recordings" } } });
    let created = server.ok("CreateRecordingConfiguration", input)["recordingConfiguration"].clone();
    let state = server.plain("GET", "/_local/state", &[], "").text;
    server.local("/_local/advance", json!({ "ms": 3_600_000 }));
    server.plain("POST", "/_local/state", &[], &state);
    let get = || {
        server.ok("GetRecordingConfiguration", json!({ "arn": created["arn"] }))["recordingConfiguration"]["state"]
            .clone()
    };
    assert_eq!(get(), json!("CREATING"));
    server.local("/_local/advance", json!({ "ms": 3_600_000 }));
    assert_eq!(get(), json!("ACTIVE"));
    // Space between members changes nothing of them.
    let long = format!("{}{state}", " ".repeat(11 << 20));
    assert_eq!(server.plain("POST", "/_local/state", &[], &long).json(), json!({}));
}

#[test]
fn the_state_can_be_kept_and_returned_to() {
    let server = Server::start(&[]);
    let (arn, key) = server.channel(json!({ "name": "kept" }));
    server.go_live(&key);
    let state = server.plain("GET", "/_local/state", &[], "");
    assert_eq!(state.status, 200);
    server.ok("StopStream", json!({ "channelArn": arn }));
    server.ok("DeleteChannel", json!({ "arn": arn }));
    assert_eq!(server.plain("POST", "/_local/state", &[], &state.text).json(), json!({}));
    assert_eq!(server.ok("GetStream", json!({ "channelArn": arn }))["stream"]["state"], json!("LIVE"));

    let damaged = state.text.replacen("kept", "kepd", 1);
    let elsewhere = state.text.replace("us-west-2", "eu-west-1");
    for wrong in ["", "{}", "null", &damaged, &elsewhere, &state.text.replacen('{', "", 1)] {
        let reply = server.plain("POST", "/_local/state", &[], wrong);
        assert_eq!((reply.status, reply.error_type()), (400, "BadRequest"), "{reply:?}");
        assert!(text(&reply.json()["message"]).starts_with("The snapshot is "), "{reply:?}");
    }
    assert_eq!(server.ok("GetChannel", json!({ "arn": arn }))["channel"]["name"], json!("kept"));
}

#[test]
fn an_unknown_endpoint_or_method_is_told() {
    let server = Server::start(&[]);
    let reply = server.plain("GET", "/_local/nothing", &[], "");
    assert_eq!((reply.status, reply.error_type()), (404, "NotFound"));
    let reply = server.plain("GET", "/_local/encoder/start", &[], "");
    assert_eq!((reply.status, reply.error_type()), (405, "MethodNotAllowed"));
    assert_eq!(reply.json(), json!({ "message": "/_local/encoder/start takes POST." }));
    assert_eq!(
        server.plain("PUT", "/_local/faults", &[], "").json(),
        json!({ "message": "/_local/faults takes GET, POST, DELETE." })
    );
}

#[test]
fn the_address_that_it_listens_on_is_one_of_its_names() {
    let server = Server::start(&["--listen", "127.0.0.2"]);
    assert!(server.endpoint.starts_with("http://127.0.0.2:"));
    assert_eq!(server.plain("GET", "/_local/health", &[], "").status, 200);
}

#[test]
fn the_data_is_not_below_what_everybody_is_given() {
    let www = std::env::temp_dir().join(format!("ivs-local-served-{}", std::process::id()));
    std::fs::create_dir_all(&www).unwrap();
    for data in [www.clone(), www.join("data"), www.join("not/yet/there")] {
        let output = program().args(["--port", "0", "--www"]).arg(&www).arg("--data-dir").arg(&data).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains("choose another --data-dir"));
    }
    std::fs::remove_dir_all(&www).unwrap();
}

#[test]
fn a_name_given_as_host_is_answered_and_others_are_not() {
    let server = Server::start(&["--host", "ivs.test", "--host", "ivs-local"]);
    assert!(server.endpoint.starts_with("http://ivs.test:"), "{}", server.endpoint);
    let here = server.at_loopback();
    for (host, origin, status) in [
        ("ivs.test:8087", None, 200),
        ("IVS-LOCAL", None, 200),
        ("localhost", Some("http://ivs.test:3000"), 200),
        ("evil.test", None, 403),
        ("ivs.test.evil", None, 403),
        ("ivs.test", Some("http://evil.test"), 403),
    ] {
        let mut headers = vec![("host", host)];
        headers.extend(origin.map(|origin| ("origin", origin)));
        let reply = here.plain("GET", "/_local/credentials", &headers, "");
        assert_eq!(reply.status, status, "{host} {origin:?}");
        let allowed = origin.filter(|_| status == 200).unwrap_or_default();
        assert_eq!(reply.header("access-control-allow-origin"), allowed);
    }
}

/// What is logged at that level while a call is answered, one has a wrong signature, and a player asks with a token.
fn log(arguments: &[&str]) -> String {
    let mut command = program();
    command.args(["--port", "0", "--json"]).args(arguments).stderr(Stdio::piped());
    let mut server = Server::of(command);
    server.ok("ListChannels", json!({}));
    let signing = Signing { secret_access_key: "another", ..Signing::of(&server) };
    server.send(&signing.sign(server.operation("CreateChannel", &json!({ "name": "a" }))));
    server.plain("GET", "/api/video/v1/none.m3u8?token=confidential", &[], "");
    let process = server.process();
    std::process::Command::new("kill").arg(process.id().to_string()).status().unwrap();
    process.wait().unwrap();
    let mut log = String::new();
    process.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(!log.contains("confidential") && !log.contains(&server.secret_access_key), "{log}");
    log
}

#[cfg(unix)]
#[test]
fn every_request_is_a_line_of_the_log() {
    let lines: Vec<Value> = log(&[]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert_eq!((&lines[0]["operation"], &lines[0]["status"]), (&json!("ListChannels"), &json!(200)));
    assert!(lines[0]["ms"].is_f64() && lines[0]["request_id"].is_string());
    assert_eq!(
        (&lines[1]["operation"], &lines[1]["error"]),
        (&json!("CreateChannel"), &json!("InvalidSignatureException"))
    );
    assert_eq!((&lines[2]["path"], &lines[2]["status"]), (&json!("/api/video/v1/none.m3u8"), &json!(404)));
    assert_eq!(log(&["--log", "off"]), "");
}

#[cfg(unix)]
#[test]
fn a_wrong_signature_is_explained_at_debug() {
    let log = log(&["--log", "debug"]);
    let steps =
        log.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).find(|line| line["level"] == "DEBUG");
    let steps = steps.unwrap();
    assert!(text(&steps["canonical_request"]).starts_with("POST\n/CreateChannel\n\n"), "{steps}");
    assert!(text(&steps["string_to_sign"]).starts_with("AWS4-HMAC-SHA256\n"));
    assert_ne!(steps["expected"], steps["received"]);
}

#[test]
fn a_log_that_nobody_reads_stops_nothing() {
    let mut command = program();
    command.args(["--port", "0", "--json"]).stderr(Stdio::piped());
    let server = Server::of(command);
    // A pipe holds some 64 KB.
    for _ in 0..1000 {
        server.ok("ListChannels", json!({}));
    }
}
