use super::*;
use crate::model::Kind;
use crate::model::ivs::SERVICE;
use serde_json::{Value as Json, json};

const ARN: &str = "arn:aws:ivs:us-west-2:123456789012:channel/abcd";

/// IVS has no idempotency tokens.
fn no_random() -> u32 {
    panic!("random bits for nothing")
}

fn encode_json(name: &str, input: &Json) -> Result<Request, Vec<String>> {
    match encode(SERVICE.operation(name).unwrap(), &input, UnknownMembers::Refuse, &mut no_random) {
        Ok(encoded) => Ok(encoded.request),
        Err(problems) => Err(problems.iter().map(ToString::to_string).collect()),
    }
}

fn body(name: &str, input: &Json) -> Json {
    serde_json::from_str(&encode_json(name, input).unwrap().body.unwrap()).unwrap()
}

#[test]
fn each_operation_is_encoded_to_its_method_path_query_and_body() {
    let arn = "arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fabcd";
    let tags_path = format!("/tags/{arn}");
    for (name, input, method, path, query, body) in [
        ("CreateChannel", json!({}), Method::Post, "/CreateChannel", "", Some("{}")),
        ("CreateChannel", json!(null), Method::Post, "/CreateChannel", "", Some("{}")),
        ("GetChannel", json!({ "arn": ARN }), Method::Post, "/GetChannel", "", Some(&*format!(r#"{{"arn":"{ARN}"}}"#))),
        ("ListTagsForResource", json!({ "resourceArn": ARN }), Method::Get, &tags_path, "", None),
        (
            "TagResource",
            json!({ "resourceArn": ARN, "tags": { "a": "1", "ü": "" } }),
            Method::Post,
            &tags_path,
            "",
            Some(r#"{"tags":{"a":"1","ü":""}}"#),
        ),
        (
            "UntagResource",
            json!({ "resourceArn": ARN, "tagKeys": ["b", "a&b", "a b", "ü"] }),
            Method::Delete,
            &tags_path,
            "tagKeys=b&tagKeys=a%26b&tagKeys=a%20b&tagKeys=%C3%BC",
            None,
        ),
    ] {
        let request = encode_json(name, &input).unwrap();
        assert_eq!(
            (request.method, &*request.path, &*request.query, request.body.as_deref()),
            (method, path, query, body),
            "{name} {input}"
        );
    }
}

fn query(name: &str, input: &Json) -> Request {
    encode_query(SERVICE.operation(name).unwrap(), &input, &mut no_random).unwrap()
}

#[test]
fn the_members_of_a_body_can_go_into_the_query() {
    for (name, input, expected) in [
        ("ListChannels", json!({}), ""),
        ("ListChannels", json!({ "maxResults": 5, "nextToken": "" }), "maxResults=5&nextToken="),
        ("CreateChannel", json!({ "name": "a b", "authorized": false }), "authorized=false&name=a%20b"),
        ("CreateChannel", json!({ "tags": { "a": "\"é" } }), "tags=%7B%22a%22%3A%22%5C%22%C3%A9%22%7D"),
        ("ListStreams", json!({ "filterBy": { "health": "HEALTHY" } }), "filterBy=%7B%22health%22%3A%22HEALTHY%22%7D"),
        ("BatchGetChannel", json!({ "arns": ["b", "a/b", "b"] }), "arns=b&arns=a%2Fb&arns=b"),
        (
            "UpdatePlaybackRestrictionPolicy",
            json!({ "arn": "a", "allowedCountries": [] }),
            "allowedCountries=%5B%5D&arn=a",
        ),
        (
            "UpdateAdConfiguration",
            json!({ "arn": "a", "mediaTailorPlaybackConfigurations": [{ "playbackConfigurationArn": "b" }] }),
            "arn=a&mediaTailorPlaybackConfigurations=%7B%22playbackConfigurationArn%22%3A%22b%22%7D",
        ),
        (
            "InsertAdBreak",
            json!({ "channelArn": "a", "durationSeconds": 30, "targetStartAt": "2026-01-02T03:04:05Z" }),
            "channelArn=a&durationSeconds=30&targetStartAt=2026-01-02T03%3A04%3A05Z",
        ),
    ] {
        let request = query(name, &input);
        assert_eq!((&*request.query, request.body.as_deref()), (expected, Some("")), "{name} {input}");
        assert_eq!(request.path, format!("/{name}"));
    }
    let request = query("UntagResource", &json!({ "resourceArn": "a", "tagKeys": ["b", "a b"] }));
    assert_eq!((&*request.query, request.body), ("tagKeys=b&tagKeys=a%20b", None));
}

#[test]
fn a_query_is_validated_like_a_body() {
    for (name, input) in [
        (
            "CreateChannel",
            json!({ "nam": "a", "authorized": "yes", "tags": { "": 5 }, "multitrackInputConfiguration": [] }),
        ),
        ("GetChannel", json!({ "arn": "" })),
        ("GetChannel", json!(5)),
        ("BatchGetChannel", json!({ "arns": [] })),
        ("BatchGetChannel", json!({ "arns": [null, 5, "", {}] })),
        ("BatchGetChannel", json!({ "arns": "a" })),
        ("BatchGetChannel", json!({ "arns": vec![0; 90_000] })),
        ("BatchStartViewerSessionRevocation", json!({ "viewerSessions": [null, {}, "a"] })),
        ("UntagResource", json!({ "resourceArn": "..", "tagKeys": [null, ""] })),
        ("ListStreams", json!({ "filterBy": 5, "maxResults": 0 })),
    ] {
        let operation = SERVICE.operation(name).unwrap();
        let of_body = encode(operation, &&input, UnknownMembers::Refuse, &mut no_random).unwrap_err();
        assert_eq!(encode_query(operation, &&input, &mut no_random).unwrap_err(), of_body, "{name} {input}");
    }
}

#[test]
fn an_empty_string_is_sent_and_null_is_absent() {
    let input = json!({ "arn": ARN, "recordingConfigurationArn": "", "name": null });
    assert_eq!(body("UpdateChannel", &input), json!({ "arn": ARN, "recordingConfigurationArn": "" }));
}

#[test]
fn entries_of_a_map_that_are_absent_are_left_out() {
    let input = json!({ "name": "n", "tags": { "a": null, "b": "c", "": null } });
    assert_eq!(body("CreateChannel", &input), json!({ "name": "n", "tags": { "b": "c" } }));
}

#[test]
fn nested_structures_lists_numbers_and_booleans_are_written() {
    let input = json!({
        "name": "r\"1",
        "destinationConfiguration": { "s3": { "bucketName": "bucket" } },
        "thumbnailConfiguration": { "recordingMode": "INTERVAL", "targetIntervalSeconds": 30, "storage": ["LATEST"] },
        "recordingReconnectWindowSeconds": 0,
    });
    assert_eq!(body("CreateRecordingConfiguration", &input), input);
    let input = json!({ "authorized": true, "insecureIngest": false });
    assert_eq!(body("CreateChannel", &input), input);
}

#[test]
fn constraints_that_only_the_service_checks_are_not_checked() {
    let input = json!({ "name": "x".repeat(500), "latencyMode": "NEW_MODE" });
    assert_eq!(body("CreateChannel", &input), input);
    assert_eq!(body("ListChannels", &json!({ "maxResults": 1000 })), json!({ "maxResults": 1000 }));
}

#[test]
fn every_problem_is_reported_with_its_path() {
    let input = json!({
        "latencymode": "LOW",
        "zzz": 1,
        "name": 5,
        "authorized": "yes",
        "tags": { "a": 5, "": "x" },
        "multitrackInputConfiguration": { "enabled": 1 },
    });
    assert_eq!(
        encode_json("CreateChannel", &input).unwrap_err(),
        [
            "input.latencymode: is not a member that the service knows; did you mean `latencyMode`?",
            "input.zzz: is not a member that the service knows",
            "input.authorized: expected boolean, got string",
            "input.multitrackInputConfiguration.enabled: expected boolean, got number 1",
            "input.name: expected string, got number 5",
            "input.tags[\"\"]: must not be empty",
            "input.tags[\"a\"]: expected string, got number 5",
        ]
    );
}

#[test]
fn minima_and_required_members_are_checked() {
    for (name, input, problem) in [
        ("GetChannel", json!({}), "input.arn: is required"),
        ("GetChannel", json!({ "arn": null }), "input.arn: is required"),
        ("GetChannel", json!({ "arn": "" }), "input.arn: must not be empty"),
        (
            "GetStreamSession",
            json!({ "channelArn": ARN, "streamId": "st-1" }),
            "input.streamId: must have at least 26 characters",
        ),
        ("BatchGetChannel", json!({ "arns": [] }), "input.arns: must have at least 1 items"),
        ("BatchGetChannel", json!({ "arns": [null] }), "input.arns[0]: expected string, got nothing"),
        ("BatchGetChannel", json!({ "arns": ARN }), "input.arns: expected an array, got string"),
        ("ListChannels", json!({ "maxResults": 0 }), "input.maxResults: must be at least 1"),
        (
            "ListChannels",
            json!({ "maxResults": 1.5 }),
            "input.maxResults: expected a whole number, got a number that is not whole or too large",
        ),
        (
            "ListChannels",
            json!({ "maxResults": 1e300 }),
            "input.maxResults: is beyond 2^53, where a number loses digits: pass a BigInt",
        ),
        (
            "ListChannels",
            json!({ "maxResults": 18_446_744_073_709_551_615_u64 }),
            "input.maxResults: is beyond the 64 bits of the service's integers",
        ),
        ("ListChannels", json!([]), "input: expected an object, got array"),
        ("ListChannels", json!("x"), "input: expected an object, got string"),
        ("TagResource", json!({ "resourceArn": ARN, "tags": ["a"] }), "input.tags: expected an object, got array"),
        (
            "UntagResource",
            json!({ "resourceArn": ARN, "tagKeys": [7] }),
            "input.tagKeys[0]: expected string, got number 7",
        ),
        (
            "ListTagsForResource",
            json!({ "resourceArn": ".." }),
            "input.resourceArn: is part of the request's path and must not be \".\" or \"..\"",
        ),
    ] {
        assert_eq!(encode_json(name, &input).unwrap_err(), [problem], "{name} {input}");
    }
}

#[test]
fn every_label_refuses_an_empty_text_by_its_least_length() {
    for operation in SERVICE.operations() {
        for member in operation.input.members().iter().filter(|member| member.location == Location::Label) {
            assert!(matches!(member.shape.kind, Kind::String { min: Some(1..), .. }), "{}", operation.name);
        }
    }
}

#[test]
fn timestamps_are_taken_as_dates_or_iso_8601_text() {
    let input = |at: Json| json!({ "channelArn": ARN, "durationSeconds": 30, "targetStartAt": at });
    let at = json!("2026-01-02T03:04:05Z");
    assert_eq!(body("InsertAdBreak", &input(at.clone()))["targetStartAt"], at);
    assert_eq!(
        encode_json("InsertAdBreak", &input(json!("soon"))).unwrap_err(),
        ["input.targetStartAt: is not an ISO 8601 timestamp such as 2026-01-02T03:04:05Z: pass a Date"]
    );
    assert_eq!(
        encode_json("InsertAdBreak", &input(json!(1_767_323_045))).unwrap_err(),
        ["input.targetStartAt: expected Date, got number 1767323045"]
    );
}

#[test]
fn unknown_members_can_be_dropped_and_are_listed() {
    let input = json!({ "arn": ARN, "name": "n", "playbackUrl": "https://…" });
    let encoded =
        encode(SERVICE.operation("UpdateChannel").unwrap(), &&input, UnknownMembers::Drop, &mut no_random).unwrap();
    assert_eq!(encoded.request.body.unwrap(), format!(r#"{{"arn":"{ARN}","name":"n"}}"#));
    assert_eq!(encoded.dropped[0].path, "input.playbackUrl");
}

#[test]
fn problems_do_not_grow_with_a_hostile_input() {
    let input = json!({ "arns": vec![0; 90_000] });
    assert_eq!(encode_json("BatchGetChannel", &input).unwrap_err().len(), 50);
    let input = json!({ "arns": vec![0; 100_001] });
    assert_eq!(
        encode_json("BatchGetChannel", &input).unwrap_err(),
        ["input.arns: makes the request hold more than 100,000 values"]
    );
    let input = json!({ "name": "x".repeat(11 << 20) });
    assert_eq!(
        encode_json("CreateChannel", &input).unwrap_err(),
        ["input.name: makes the request larger than the 10 MiB that the service takes"]
    );
    let too_large = "makes the request larger than the 10 MiB that the service takes";
    for (operation, input, path) in [
        // Control characters take six bytes in JSON, and most characters three in a path or a query.
        ("CreateChannel", json!({ "name": "\u{1}".repeat(2 << 20) }), "input.name"),
        ("CreateChannel", json!({ "tags": { "\u{1}".repeat(2 << 20): "" } }), "tags"),
        ("ListTagsForResource", json!({ "resourceArn": ":".repeat(4 << 20) }), "input"),
        ("UntagResource", json!({ "resourceArn": ARN, "tagKeys": [":".repeat(4 << 20)] }), "input"),
    ] {
        let problems = encode_json(operation, &input).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert!(problems[0].contains(path) && problems[0].ends_with(too_large), "{}", problems[0]);
    }
}
