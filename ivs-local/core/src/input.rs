//! The input of an operation, assembled from the parts of a request.

use crate::error::Error;
use ivs_wasm::model::{Kind, Location, Member, Operation, Shape};
use serde_json::{Map, Value};

/// The members from path, query and body as one object. Fails if the body is not a JSON object.
///
/// A presigned URL has the members of the body in its query; they are read from there if the body is empty.
pub fn decode(operation: &Operation, labels: &[(&str, &str)], query: &str, body: &[u8]) -> Result<Value, Error> {
    let mut input = match body {
        b"" => Map::new(),
        body => match serde_json::from_slice(body) {
            Ok(Value::Object(members)) => members,
            Ok(_) => return Err(Error::validation("input: the body is not a JSON object")),
            Err(error) => return Err(Error::validation(format!("input: the body is not JSON: {error}"))),
        },
    };
    for member in operation.input.members() {
        let value = match member.location {
            Location::Body if body.is_empty() => from_query(member, query),
            Location::Body => continue,
            Location::Label => {
                labels.iter().find(|(name, _)| *name == member.name).map(|(_, value)| Value::from(*value))
            }
            Location::Query => from_query(member, query),
            Location::Header(_) => None,
        };
        // Members bound to another part of the request are never read from the body.
        match value {
            Some(value) => input.insert(member.name.to_owned(), value),
            None => input.remove(member.name),
        };
    }
    Ok(Value::Object(input))
}

/// The value without members that are null, which mean the same as absent ones.
pub fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let present = members.into_iter().filter(|(_, value)| !value.is_null());
            present.map(|(name, value)| (name, without_nulls(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        plain => plain,
    }
}

fn from_query(member: &Member, query: &str) -> Option<Value> {
    let values: Vec<String> = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| name == member.name)
        .map(|(_, value)| value.into_owned())
        .collect();
    let [first, rest @ ..] = values.as_slice() else { return None };
    let Kind::List { member: item, .. } = member.shape.kind else { return Some(from_text(member.shape, first)) };
    if rest.is_empty()
        && member.location == Location::Body
        && let Ok(list @ Value::Array(_)) = serde_json::from_str(first)
    {
        return Some(list);
    }
    Some(values.iter().map(|value| from_text(item, value)).collect())
}

/// The value that a text represents; the text itself if it represents none of the shape, which is then rejected as a string.
fn from_text(shape: &Shape, text: &str) -> Value {
    match shape.kind {
        Kind::String { .. } | Kind::Timestamp => Value::from(text),
        // botocore writes Python's True and False.
        Kind::Boolean => serde_json::from_str(&text.to_ascii_lowercase()).unwrap_or_else(|_| Value::from(text)),
        _ => serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ivs_wasm::model::ivs::SERVICE;
    use serde_json::json;

    fn read(name: &str, labels: &[(&str, &str)], query: &str, body: &str) -> Value {
        decode(SERVICE.operation(name).unwrap(), labels, query, body.as_bytes()).unwrap()
    }

    #[test]
    fn labels_and_repeated_query_keys_become_members() {
        let input = read("UntagResource", &[("resourceArn", "arn:a/b")], "tagKeys=b&tagKeys=a%20b&tagKeys=b", "");
        assert_eq!(input, json!({ "resourceArn": "arn:a/b", "tagKeys": ["b", "a b", "b"] }));
        let input = read("TagResource", &[("resourceArn", "arn")], "", r#"{"resourceArn":"other","tags":{"a":"b"}}"#);
        assert_eq!(input, json!({ "resourceArn": "arn", "tags": { "a": "b" } }));
    }

    #[test]
    fn members_of_a_presigned_call_are_read_from_its_query() {
        let query = "name=5&authorized=True&tags=%7B%22a%22%3A%22b%22%7D&X-Amz-Date=20300101T000000Z";
        assert_eq!(
            read("CreateChannel", &[], query, ""),
            json!({ "name": "5", "authorized": true, "tags": { "a": "b" } })
        );
        assert_eq!(read("ListChannels", &[], "maxResults=5", ""), json!({ "maxResults": 5 }));
        assert_eq!(read("ListChannels", &[], "maxResults=five", ""), json!({ "maxResults": "five" }));
        assert_eq!(read("BatchGetChannel", &[], "arns=a&arns=b", ""), json!({ "arns": ["a", "b"] }));
        assert_eq!(read("BatchGetChannel", &[], "arns=%5B%22a%22%5D", ""), json!({ "arns": ["a"] }));
        let query = "viewerSessions=%7B%22viewerId%22%3A%22a%22%7D&viewerSessions=%7B%22viewerId%22%3A%22b%22%7D";
        let sessions = json!([{ "viewerId": "a" }, { "viewerId": "b" }]);
        assert_eq!(read("BatchStartViewerSessionRevocation", &[], query, ""), json!({ "viewerSessions": sessions }));
        let query = "allowedCountries=%5B%5D&enableStrictOriginEnforcement=false";
        assert_eq!(
            read("UpdatePlaybackRestrictionPolicy", &[], query, ""),
            json!({ "allowedCountries": [], "enableStrictOriginEnforcement": false })
        );
        assert_eq!(read("ListChannels", &[], "maxResults=5", "{}"), json!({}));
    }

    #[test]
    fn a_body_that_is_not_a_json_object_is_rejected() {
        for body in ["{", "[]", "null", "5", "\u{feff}{}"] {
            let error = decode(SERVICE.operation("GetChannel").unwrap(), &[], "", body.as_bytes()).unwrap_err();
            assert_eq!(error.code, "ValidationException", "{body}");
        }
    }
}
