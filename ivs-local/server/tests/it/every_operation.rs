//! Every operation of the model is implemented.

use crate::client::{Server, text};
use ivs_wasm::model::{Kind, Location, Shape, ivs::SERVICE};
use serde_json::{Value, json};

/// An input with a value for each required member, of resources that do not exist.
fn least(shape: &Shape) -> Value {
    match &shape.kind {
        Kind::Structure(members) => {
            let required = members.iter().filter(|member| member.required);
            required.map(|member| (member.name.to_owned(), least(member.shape))).collect()
        }
        Kind::Union(members) => json!({ members[0].name: least(members[0].shape) }),
        Kind::List { member, .. } => json!([least(member)]),
        Kind::Map { .. } => json!({}),
        Kind::Integer { min, .. } | Kind::Float { min, .. } => json!(min.unwrap_or(1)),
        Kind::Boolean => json!(true),
        Kind::Timestamp => json!("2030-01-02T03:04:05Z"),
        Kind::String { min, pattern, .. } => {
            let pattern = pattern.unwrap_or_default().trim_start_matches("^$|^");
            let Some((kind, _)) = pattern.strip_prefix("arn:aws:").and_then(|rest| rest.rsplit_once('/')) else {
                return json!("a".repeat(min.unwrap_or(1) as usize));
            };
            let kind = kind.rsplit(':').next().unwrap().replace("[a-z-]", "channel");
            let service = if kind == "playbackConfiguration" { "mediatailor" } else { "ivs" };
            json!(format!("arn:aws:{service}:us-west-2:123456789012:{kind}/doesNotExist"))
        }
    }
}

#[test]
fn each_operation_answers_from_state_with_what_the_model_says() {
    let server = Server::start(&[]);
    let mut answered = 0;
    for operation in SERVICE.operations() {
        let reply = server.call(operation.name, least(operation.input));
        if reply.status == operation.success {
            answered += 1;
            let Some(shape) = operation.output else { continue };
            let output = reply.json();
            for member in shape.members().iter().filter(|member| member.required) {
                assert!(output.get(member.name).is_some(), "{}: no {} in {output}", operation.name, member.name);
            }
            for member in shape.members() {
                if let Location::Header(name) = member.location {
                    assert_ne!(reply.header(name), "", "{}: no header {name}", operation.name);
                }
            }
        } else {
            let error = operation.errors.iter().find(|error| error.name == reply.error_type());
            let error = error.unwrap_or_else(|| panic!("{}: {reply:?}", operation.name));
            assert_eq!(reply.status, error.status);
            let expected =
                if operation.name == "ImportPlaybackKeyPair" || operation.name == "CreateRecordingConfiguration" {
                    "ValidationException"
                } else {
                    "ResourceNotFoundException"
                };
            assert_eq!(reply.error_type(), expected, "{}: {reply:?}", operation.name);
            let body = reply.json();
            assert!(!text(&body["message"]).is_empty());
            assert_eq!(body["exceptionMessage"], body["message"], "{}", operation.name);
        }
    }
    // Seven lists of the account, four resources that need no other, three batches.
    assert_eq!(answered, 14);
    assert_eq!(SERVICE.operations().count(), 46);
}
