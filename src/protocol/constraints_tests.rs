use super::super::validate;
use crate::model::ivs::SERVICE;
use serde_json::json;

fn problems(operation_name: &str, input: &serde_json::Value) -> Vec<String> {
    validate(SERVICE.operation(operation_name).unwrap().input, input).iter().map(ToString::to_string).collect()
}

#[test]
fn the_service_checks_maxima_patterns_and_enumerations() {
    assert_eq!(problems("CreateChannel", &json!({ "name": "launch-party", "latencyMode": "LOW" })), [""; 0]);
    assert_eq!(
        problems(
            "CreateChannel",
            &json!({ "name": "no spaces", "latencyMode": "SLOW", "tags": { "a": "x".repeat(257) } })
        ),
        [
            "input.latencyMode: must be one of NORMAL, LOW",
            "input.name: must match [a-zA-Z0-9-_]*",
            "input.tags[\"a\"]: must have at most 256 characters",
        ]
    );
    assert_eq!(problems("ListChannels", &json!({ "maxResults": 101 })), ["input.maxResults: must be at most 100"]);
    assert_eq!(problems("BatchGetChannel", &json!({ "arns": [] })), ["input.arns: must have at least 1 items"]);
}

#[test]
fn the_service_ignores_unknown_members() {
    assert_eq!(problems("CreateChannel", &json!({ "colour": 1 })), [""; 0]);
}

#[test]
fn an_arn_of_every_resource_can_be_tagged() {
    for kind in ["channel", "stream-key", "playback-restriction-policy"] {
        let arn = format!("arn:aws:ivs:us-west-2:123456789012:{kind}/abc");
        assert_eq!(problems("ListTagsForResource", &json!({ "resourceArn": arn })), [""; 0]);
    }
}
