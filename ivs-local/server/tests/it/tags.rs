//! Tags of every resource that has them.

use crate::P384;
use crate::client::{Server, text};
use serde_json::{Map, Value, json};

/// For each kind of resource: the operation that makes one, its input, where its ARN and how it is read back.
fn kinds() -> Vec<(&'static str, Value, &'static str, &'static str, &'static str)> {
    let s3 = json!({ "s3": { "bucketName": "abc" } });
    let playback = json!([{ "playbackConfigurationArn": "arn:aws:mediatailor:us-west-2:1:playbackConfiguration/a" }]);
    vec![
        ("CreateChannel", json!({}), "channel", "GetChannel", "ListChannels"),
        (
            "ImportPlaybackKeyPair",
            json!({ "publicKeyMaterial": P384 }),
            "keyPair",
            "GetPlaybackKeyPair",
            "ListPlaybackKeyPairs",
        ),
        (
            "CreateRecordingConfiguration",
            json!({ "destinationConfiguration": s3 }),
            "recordingConfiguration",
            "GetRecordingConfiguration",
            "ListRecordingConfigurations",
        ),
        (
            "CreatePlaybackRestrictionPolicy",
            json!({}),
            "playbackRestrictionPolicy",
            "GetPlaybackRestrictionPolicy",
            "ListPlaybackRestrictionPolicies",
        ),
        (
            "CreateAdConfiguration",
            json!({ "mediaTailorPlaybackConfigurations": playback }),
            "adConfiguration",
            "GetAdConfiguration",
            "ListAdConfigurations",
        ),
        (
            "CreateFailoverSlateConfiguration",
            json!({}),
            "failoverSlateConfiguration",
            "GetFailoverSlateConfiguration",
            "ListFailoverSlateConfigurations",
        ),
    ]
}

#[test]
fn the_tags_of_every_resource_are_in_all_its_outputs() {
    let server = Server::start(&[]);
    for (create, mut input, member, get, list) in kinds() {
        input["tags"] = json!({ "ключ": "é", "a b": "" });
        let arn = text(&server.ok(create, input)[member]["arn"]);
        let tagged = server.ok("TagResource", json!({ "resourceArn": arn, "tags": { "x/+=y": "1", "a b": "2" } }));
        assert_eq!(tagged, json!({}));
        let all = json!({ "ключ": "é", "a b": "2", "x/+=y": "1" });
        assert_eq!(server.ok("ListTagsForResource", json!({ "resourceArn": arn }))["tags"], all);
        assert_eq!(server.ok(get, json!({ "arn": arn }))[member]["tags"], all);
        let listed = server.ok(list, json!({}));
        let rows = listed.as_object().unwrap().values().find_map(Value::as_array).unwrap();
        assert_eq!(rows.iter().find(|row| row["arn"] == json!(arn)).unwrap()["tags"], all);
        let untag = json!({ "resourceArn": arn, "tagKeys": ["a b", "x/+=y", "none", "a b"] });
        assert_eq!(server.ok("UntagResource", untag), json!({}));
        assert_eq!(server.ok("ListTagsForResource", json!({ "resourceArn": arn }))["tags"], json!({ "ключ": "é" }));
    }
}

#[test]
fn a_stream_key_has_its_own_tags() {
    let server = Server::start(&[]);
    let created = server.ok("CreateChannel", json!({ "tags": { "of": "channel" } }));
    let arn = &created["streamKey"]["arn"];
    assert_eq!(created["streamKey"]["tags"], json!({}));
    server.ok("TagResource", json!({ "resourceArn": arn, "tags": { "of": "key" } }));
    assert_eq!(server.ok("GetStreamKey", json!({ "arn": arn }))["streamKey"]["tags"], json!({ "of": "key" }));
    assert_eq!(
        server.ok("ListTagsForResource", json!({ "resourceArn": created["channel"]["arn"] }))["tags"],
        json!({ "of": "channel" })
    );
}

#[test]
fn a_resource_has_at_most_fifty_tags() {
    let server = Server::start(&[]);
    let tags =
        |range: std::ops::Range<u32>| -> Map<String, Value> { range.map(|n| (format!("k{n}"), json!("v"))).collect() };
    let (arn, _) = server.channel(json!({ "tags": tags(0..49) }));
    let tag = |tags: Map<String, Value>| json!({ "resourceArn": arn, "tags": tags });
    server.ok("TagResource", tag(tags(0..50)));
    server.fails("TagResource", tag(tags(50..51)), "ValidationException");
    server.ok("TagResource", tag(tags(10..50)));
    server.fails("TagResource", tag(tags(0..51)), "ValidationException");
    server.fails("CreateChannel", json!({ "tags": tags(0..51) }), "ValidationException");
    let kept = server.ok("ListTagsForResource", json!({ "resourceArn": arn }));
    assert_eq!(kept["tags"].as_object().unwrap().len(), 50);
}

#[test]
fn keys_of_aws_and_unknown_resources_are_rejected() {
    let server = Server::start(&[]);
    let (arn, _) = server.channel(json!({}));
    for key in ["aws:cloudformation:stack-name", "AWS:a"] {
        server.fails("TagResource", json!({ "resourceArn": arn, "tags": { key: "" } }), "ValidationException");
        server.fails("CreateChannel", json!({ "tags": { key: "" } }), "ValidationException");
        server.fails("UntagResource", json!({ "resourceArn": arn, "tagKeys": [key] }), "ValidationException");
    }
    server.ok("TagResource", json!({ "resourceArn": arn, "tags": { "awsome": "" } }));
    for unknown in
        [arn.replace("channel/", "channel/x"), arn.replace("channel/", "stage/"), arn.replace("us-west-2", "us-east-1")]
    {
        server.fails("TagResource", json!({ "resourceArn": unknown, "tags": {} }), "ResourceNotFoundException");
        server.fails("UntagResource", json!({ "resourceArn": unknown, "tagKeys": ["a"] }), "ResourceNotFoundException");
        server.fails("ListTagsForResource", json!({ "resourceArn": unknown }), "ResourceNotFoundException");
    }
    server.fails("ListTagsForResource", json!({ "resourceArn": "nothing" }), "ValidationException");
    server.fails("UntagResource", json!({ "resourceArn": arn }), "ValidationException");
}
