//! What JavaScript is told of an outcome: plain objects, of which the package's own code makes `$metadata` and errors.

use crate::client::{Error, Outcome};
use crate::endpoint;
use crate::js_value;
use crate::model::Fault;
use crate::protocol::{Problem, ServiceError};
use crate::sigv4;
use js_sys::Reflect;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// `$metadata` of an output or error.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    http_status_code: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
    attempts: u32,
    total_retry_delay: f64,
}

impl Metadata {
    pub fn of(outcome: &Outcome) -> Self {
        let header = |name| outcome.answer.header(name);
        Self {
            http_status_code: outcome.answer.status,
            request_id: header("x-amzn-requestid").or_else(|| header("x-amzn-request-id")),
            attempts: outcome.attempts,
            total_retry_delay: outcome.total_retry_delay,
        }
    }

    /// Sets `$metadata` of an output.
    pub fn attach(&self, output: &JsValue) {
        let _ = Reflect::set(output, &"$metadata".into(), &to_js(self));
    }
}

/// An error, told to JavaScript. `kind` says which class of error is made of it.
#[derive(Serialize, Default)]
pub struct Report {
    kind: &'static str,
    message: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Problem>,
    #[serde(rename = "$metadata", skip_serializing_if = "Option::is_none")]
    metadata: Option<Metadata>,
    /// The parsed body of an error of the service.
    #[serde(skip)]
    body: Option<JsValue>,
    /// What was thrown in the first place.
    #[serde(skip)]
    cause: Option<JsValue>,
}

impl Report {
    /// The input is wrong.
    pub fn validation(problems: Vec<Problem>) -> Self {
        let message = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        Self { kind: "validation", message, problems, ..Self::default() }
    }

    /// An argument is wrong.
    pub fn argument(path: &str, message: &str) -> Self {
        Self::validation(vec![Problem { path: path.into(), message: message.into() }])
    }

    /// The service answered with an error.
    pub fn service(error: ServiceError, metadata: Metadata, body: Option<JsValue>, text: &JsValue) -> Self {
        let mut message = error.message;
        if message.is_empty() {
            message = status_line(&metadata);
            if body.is_none() {
                message.push_str(&excerpt(text));
            }
        }
        let fault = match error.fault {
            Fault::Client => "client",
            Fault::Server => "server",
        };
        Self {
            kind: "service",
            message,
            name: error.code,
            fault: Some(fault),
            metadata: Some(metadata),
            body,
            ..Self::default()
        }
    }

    /// The service answered well, but with what is no JSON object.
    pub fn malformed(metadata: Metadata, text: &JsValue) -> Self {
        Self {
            kind: "service",
            message: status_line(&metadata) + ", but the body is not a JSON object" + &excerpt(text),
            name: "MalformedResponse".into(),
            fault: Some("server"),
            metadata: Some(metadata),
            ..Self::default()
        }
    }

    /// The report as a plain object.
    pub fn into_js(mut self) -> JsValue {
        let (body, cause) = (self.body.take(), self.cause.take());
        let report = to_js(&self);
        for (name, value) in [("body", body), ("cause", cause)] {
            if let Some(value) = value {
                let _ = Reflect::set(&report, &name.into(), &value);
            }
        }
        report
    }
}

impl From<Error> for Report {
    fn from(error: Error) -> Self {
        match error {
            Error::Signing(error) => error.into(),
            Error::Network(thrown) => Self {
                kind: "network",
                message: "no answer from the service: ".to_owned() + &js_value::describe_thrown(&thrown),
                cause: Some(thrown),
                ..Self::default()
            },
            Error::Transport(what) => Self {
                kind: "network",
                message: "fetch resolved to something that is no response: it ".to_owned() + what,
                ..Self::default()
            },
        }
    }
}

impl From<sigv4::Error> for Report {
    fn from(error: sigv4::Error) -> Self {
        use sigv4::Error as E;
        let path = match error {
            E::AccessKeyId | E::SecretAccessKey | E::SessionToken => {
                return Self { kind: "credentials", message: error.to_string(), ..Self::default() };
            }
            E::Region => "options.region",
            E::Service => "options.service",
            E::Timestamp => "options.date",
            E::ExpiresIn => "options.expiresIn",
            E::Method => "request.method",
            E::HeaderName(_) | E::HeaderValue(_) => "request.headers",
            E::Host | E::AlreadySigned(_) => "request.url",
        };
        Self::argument(path, &error.to_string())
    }
}

impl From<endpoint::Error> for Report {
    fn from(error: endpoint::Error) -> Self {
        Self::argument(&("config.".to_owned() + error.field()), &error.to_string())
    }
}

fn status_line(metadata: &Metadata) -> String {
    "the service answered with status ".to_owned() + &metadata.http_status_code.to_string()
}

/// The beginning of a body that somebody else wrote, such as a proxy's page. A body that begins as JSON is the service's
/// and may hold a stream key.
fn excerpt(text: &JsValue) -> String {
    let text = js_value::text(text).unwrap_or_default();
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() || text.starts_with(['{', '[', '"']) {
        return String::new();
    }
    let beginning: String = text.chars().take(200).map(|c| if c.is_control() { ' ' } else { c }).collect();
    ": ".to_owned() + &beginning
}

/// A plain object of a struct.
pub fn to_js(value: &impl Serialize) -> JsValue {
    // Serializing these structs to plain objects calls nothing that can fail.
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
