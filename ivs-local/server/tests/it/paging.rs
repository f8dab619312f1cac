//! Lists, page by page.

use crate::client::{Server, text};
use serde_json::{Value, json};

fn names(page: &Value) -> Vec<String> {
    page["channels"].as_array().unwrap().iter().map(|row| text(&row["name"])).collect()
}

#[test]
fn pages_follow_each_other_though_channels_come_and_go() {
    let server = Server::start(&[]);
    let arns: Vec<_> = ["a", "b", "c", "d", "e"].map(|name| server.channel(json!({ "name": name })).0).into();
    let page = |token: &Value| server.ok("ListChannels", json!({ "maxResults": 2, "nextToken": token }));
    let first = server.ok("ListChannels", json!({ "maxResults": 2 }));
    assert_eq!(names(&first), ["a", "b"]);
    let token = text(&first["nextToken"]);
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=_-".contains(&byte)), "{token}");

    server.ok("DeleteChannel", json!({ "arn": arns[1] }));
    server.channel(json!({ "name": "f" }));
    let second = page(&first["nextToken"]);
    assert_eq!(names(&second), ["c", "d"]);
    let third = page(&second["nextToken"]);
    assert_eq!(names(&third), ["e", "f"]);
    assert!(third.get("nextToken").is_none(), "{third}");
    assert_eq!(names(&page(&json!(""))), ["a", "c"]);
}

#[test]
fn a_token_of_another_list_or_filter_is_rejected() {
    let server = Server::start(&[]);
    for _ in 0..3 {
        server.channel(json!({ "name": "a" }));
    }
    let token = server.ok("ListChannels", json!({ "maxResults": 1, "filterByName": "a" }))["nextToken"].clone();
    server.ok("ListChannels", json!({ "filterByName": "a", "nextToken": token }));
    server.fails("ListChannels", json!({ "filterByName": "b", "nextToken": token }), "ValidationException");
    server.fails("ListChannels", json!({ "nextToken": token }), "ValidationException");
    server.fails("ListStreams", json!({ "nextToken": token }), "ValidationException");
    server.fails("ListChannels", json!({ "nextToken": "bm90aGluZw==" }), "ValidationException");
    server.fails("ListChannels", json!({ "nextToken": "not a token" }), "ValidationException");
}

#[test]
fn without_a_size_a_page_has_as_many_items_as_aws_documents() {
    let server = Server::start(&[]);
    for _ in 0..101 {
        server.channel(json!({}));
    }
    let page = server.ok("ListChannels", json!({}));
    assert_eq!(names(&page).len(), 100);
    assert!(page.get("nextToken").is_some());
    for _ in 0..2 {
        server.ok("CreatePlaybackRestrictionPolicy", json!({}));
    }
    let page = server.ok("ListPlaybackRestrictionPolicies", json!({}));
    assert_eq!(page["playbackRestrictionPolicies"].as_array().unwrap().len(), 1);
}

#[test]
fn every_list_is_paged() {
    let server = Server::start(&[]);
    let s3 = json!({ "s3": { "bucketName": "abc" } });
    let playback = json!([{ "playbackConfigurationArn": "arn:aws:mediatailor:us-west-2:1:playbackConfiguration/a" }]);
    let (arn, key) = server.channel(json!({}));
    let (_, other_key) = server.channel(json!({}));
    for _ in 0..2 {
        server.ok("CreateRecordingConfiguration", json!({ "destinationConfiguration": s3 }));
        server.ok("CreateAdConfiguration", json!({ "mediaTailorPlaybackConfigurations": playback }));
        server.ok("CreateFailoverSlateConfiguration", json!({}));
        server.go_live(&key);
        server.ok("StopStream", json!({ "channelArn": arn }));
    }
    server.go_live(&key);
    server.go_live(&other_key);
    for (name, member, input) in [
        ("ListRecordingConfigurations", "recordingConfigurations", json!({})),
        ("ListAdConfigurations", "adConfigurations", json!({})),
        ("ListFailoverSlateConfigurations", "failoverSlateConfigurations", json!({})),
        ("ListStreams", "streams", json!({})),
        ("ListStreamSessions", "streamSessions", json!({ "channelArn": arn })),
    ] {
        let mut input = input;
        input["maxResults"] = json!(1);
        let mut seen = Vec::new();
        loop {
            let page = server.ok(name, input.clone());
            assert_eq!(page[member].as_array().unwrap().len(), 1, "{name}");
            seen.push(page[member][0].clone());
            let Some(token) = page.get("nextToken") else { break };
            input["nextToken"] = token.clone();
        }
        let expected = if name == "ListStreamSessions" { 3 } else { 2 };
        assert_eq!(seen.len(), expected, "{name}");
        seen.dedup();
        assert_eq!(seen.len(), expected, "{name} told a row twice");
    }
}
