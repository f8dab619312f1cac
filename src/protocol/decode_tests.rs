use super::*;
use crate::model::ivs::SERVICE;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::rc::Rc;

/// A JSON document of which every part has an identity, as JavaScript's has.
#[derive(Clone)]
pub struct Json(Rc<RefCell<Node>>);

enum Node {
    Object(Vec<(String, Json)>),
    Array(Vec<Json>),
    Timestamp(f64),
    Plain(Value),
}

impl Json {
    /// The document of a JSON value.
    pub fn new(value: Value) -> Self {
        Self(Rc::new(RefCell::new(match value {
            Value::Object(members) => Node::Object(members.into_iter().map(|(k, v)| (k, Self::new(v))).collect()),
            Value::Array(items) => Node::Array(items.into_iter().map(Self::new).collect()),
            plain => Node::Plain(plain),
        })))
    }

    /// The document with timestamps shown as `Date(<milliseconds>)`.
    pub fn show(&self) -> Value {
        match &*self.0.borrow() {
            Node::Object(members) => members.iter().map(|(name, value)| (name.clone(), value.show())).collect(),
            Node::Array(items) => items.iter().map(Self::show).collect(),
            Node::Timestamp(millis) => json!(format!("Date({millis})")),
            Node::Plain(value) => value.clone(),
        }
    }
}

impl Document for Json {
    fn get(&self, name: &str) -> Option<Self> {
        match &*self.0.borrow() {
            Node::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()),
            _ => None,
        }
    }

    fn set(&self, name: &str, value: Self) {
        if let Node::Object(members) = &mut *self.0.borrow_mut() {
            members.retain(|(key, _)| key != name);
            members.push((name.to_owned(), value));
        }
    }

    fn items(&self) -> Vec<Self> {
        match &*self.0.borrow() {
            Node::Array(items) => items.clone(),
            _ => Vec::new(),
        }
    }

    fn set_item(&self, index: usize, value: Self) {
        if let Node::Array(items) = &mut *self.0.borrow_mut() {
            items[index] = value;
        }
    }

    fn text(&self) -> Option<String> {
        match &*self.0.borrow() {
            Node::Plain(Value::String(text)) => Some(text.clone()),
            _ => None,
        }
    }

    fn number(&self) -> Option<f64> {
        match &*self.0.borrow() {
            Node::Plain(value) => value.as_f64(),
            _ => None,
        }
    }

    fn timestamp(epoch_millis: f64) -> Self {
        Self(Rc::new(RefCell::new(Node::Timestamp(epoch_millis))))
    }
}

fn decoded(name: &str, body: Value) -> Value {
    let document = Json::new(body);
    decode(SERVICE.operation(name).unwrap().output.unwrap(), &document);
    document.show()
}

#[test]
fn outputs_are_decoded_by_the_tables() {
    for (name, body, output) in [
        (
            "GetStream",
            json!({ "stream": { "startTime": "2026-01-02T03:04:05.5Z", "viewerCount": 3 } }),
            json!({ "stream": { "startTime": "Date(1767323045500)", "viewerCount": 3 } }),
        ),
        (
            "ListStreams",
            json!({ "streams": [{ "startTime": "2026-01-02T03:04:05Z" }, { "startTime": 1_767_323_045.25 }] }),
            json!({ "streams": [{ "startTime": "Date(1767323045000)" }, { "startTime": "Date(1767323045250)" }] }),
        ),
        (
            "GetStreamSession",
            json!({ "streamSession": { "truncatedEvents": [{ "name": "x", "eventTime": "2026-01-02T03:04:05Z" }] } }),
            json!({ "streamSession": { "truncatedEvents": [{ "name": "x", "eventTime": "Date(1767323045000)" }] } }),
        ),
        // Not modelled as timestamps, whatever they look like.
        (
            "GetChannel",
            json!({ "channel": { "name": "2026-01-02T03:04:05Z", "startTime": "2026-01-02T03:04:05Z" } }),
            json!({ "channel": { "name": "2026-01-02T03:04:05Z", "startTime": "2026-01-02T03:04:05Z" } }),
        ),
    ] {
        assert_eq!(decoded(name, body), output, "{name}");
    }
}

#[test]
fn what_does_not_fit_the_model_is_left_as_it_came() {
    for body in [
        json!({ "stream": { "startTime": "half past nine" } }),
        json!({ "stream": [] }),
        json!({ "stream": "x" }),
        json!([]),
        json!("x"),
        json!(7),
    ] {
        assert_eq!(decoded("GetStream", body.clone()), body);
    }
    assert_eq!(decoded("ListStreams", json!({ "streams": {} })), json!({ "streams": {} }));
}
