//! What JavaScript is told of an outcome: arrays, which cost less code than objects, and of which the package's own code makes
//! `$metadata` and errors.

use crate::client::answer::Answer;
use crate::client::{Error, Outcome};
use crate::endpoint;
use crate::model::Fault;
use crate::protocol::{Problem, ServiceError};
use crate::retry::{self, Failure};
use crate::sigv4;
use crate::text::concat;
use js_sys::Array;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// What `$metadata` of an output or error is made of.
#[derive(Default)]
pub struct Metadata {
    /// Status of the last answer; 0 where there was none.
    status: u16,
    request_id: Option<String>,
    attempts: u32,
    total_retry_delay: f64,
}

impl Metadata {
    pub fn of(outcome: &Outcome) -> Self {
        let answer = outcome.result.as_ref().ok();
        Self {
            status: answer.map_or(0, |answer| answer.status),
            request_id: answer.and_then(Answer::request_id),
            attempts: outcome.attempts,
            total_retry_delay: outcome.total_retry_delay,
        }
    }

    /// The metadata as an array, in the order of the fields.
    pub fn into_js(self) -> JsValue {
        array(&[
            f64::from(self.status).into(),
            self.request_id.into(),
            f64::from(self.attempts).into(),
            self.total_retry_delay.into(),
        ])
    }
}

/// An error, told to JavaScript. `kind` says which class of error is made of it.
#[derive(Default)]
pub struct Report {
    kind: &'static str,
    message: String,
    name: String,
    fault: &'static str,
    /// Whether to try again may help: 0 if not, 1 if it may, 2 if the service is asked too often.
    retryable: u8,
    problems: Vec<Problem>,
    metadata: Option<Metadata>,
    /// What was thrown in the first place, or the parsed body of an error of the service.
    subject: JsValue,
    /// The body of an answer that does not say what is wrong.
    text: JsValue,
}

impl Report {
    /// The input is wrong.
    pub fn validation(problems: Vec<Problem>) -> Self {
        Self { kind: "validation", problems, ..Self::default() }
    }

    /// An argument is wrong.
    #[cold]
    #[inline(never)]
    pub fn argument(path: &str, message: &str) -> Self {
        Self::validation(vec![Problem { path: path.into(), message: message.into() }])
    }

    /// The service answered with an error.
    pub fn service(error: ServiceError, metadata: Metadata, body: JsValue, text: JsValue) -> Self {
        let fault = match error.fault {
            Fault::Client => "client",
            Fault::Server => "server",
        };
        let retryable = match retry::classify(metadata.status, &error.code) {
            Failure::Final => 0,
            Failure::Throttling => 2,
            _ => 1,
        };
        Self {
            kind: "service",
            message: error.message,
            name: error.code,
            fault,
            retryable,
            metadata: Some(metadata),
            subject: body,
            text,
            ..Self::default()
        }
    }

    /// The service answered well, but with what is no JSON object.
    pub fn malformed(metadata: Metadata, text: JsValue) -> Self {
        Self { kind: "malformed", metadata: Some(metadata), text, ..Self::default() }
    }

    /// No answer came.
    pub fn of_error(error: Error, metadata: Metadata) -> Self {
        match error {
            Error::Signing(error) => error.into(),
            Error::Thrown(subject) => Self { kind: "thrown", subject, ..Self::default() },
            Error::Lost(_, subject) => Self { kind: "lost", subject, metadata: Some(metadata), ..Self::default() },
        }
    }

    /// The report as an array: kind, message, name, fault, problems as pairs, metadata, subject, text and retryable.
    pub fn into_js(self) -> JsValue {
        let problems: Vec<_> =
            self.problems.iter().map(|problem| (problem.path.as_str(), problem.message.as_str())).collect();
        array(&[
            self.kind.into(),
            self.message.into(),
            self.name.into(),
            self.fault.into(),
            pairs(&problems),
            self.metadata.map_or(JsValue::UNDEFINED, Metadata::into_js),
            self.subject,
            self.text,
            self.retryable.into(),
        ])
    }
}

impl From<sigv4::Error> for Report {
    fn from(error: sigv4::Error) -> Self {
        use sigv4::Error as E;
        let path = match error {
            E::AccessKeyId | E::SecretAccessKey | E::SessionToken => {
                return Self { kind: "credentials", message: error.message(), ..Self::default() };
            }
            E::Region => "options.region",
            E::Service => "options.service",
            E::Timestamp => "options.date",
            E::ExpiresIn => "options.expiresIn",
            E::Method => "request.method",
            E::HeaderName(_) | E::HeaderValue(_) => "request.headers",
            E::Host | E::AlreadySigned(_) => "request.url",
        };
        Self::argument(path, &error.message())
    }
}

impl From<endpoint::Error> for Report {
    fn from(error: endpoint::Error) -> Self {
        Self::argument(&concat(&["config.", error.field()]), error.message())
    }
}

/// An array of these values.
pub fn array(values: &[JsValue]) -> JsValue {
    let array = Array::new();
    for value in values {
        array.push(value);
    }
    array.into()
}

/// An array of pairs of text.
pub fn pairs(pairs: &[(&str, &str)]) -> JsValue {
    // Serializing texts calls nothing that can fail.
    pairs.serialize(&Serializer::new()).unwrap_or(JsValue::UNDEFINED)
}
