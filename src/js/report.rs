//! What JavaScript is told of what went wrong: arrays, which cost less code than objects, and of which the package's own code makes
//! errors.

use crate::client::Error;
use crate::client::answer::Answer;
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

/// An error, told to JavaScript: an array of its kind, which says which class of error is made of it, and of what that is about.
pub struct Report(JsValue);

impl Report {
    /// The report as an array: the kind; what was thrown, the problems as pairs, a message, or the parsed body. Of an error of the
    /// service also its name, message and fault, and whether to try again may help: 0 if not, 1 if it may, 2 if the service is
    /// asked too often.
    pub fn into_js(self) -> JsValue {
        self.0
    }

    /// The input is wrong.
    pub fn validation(problems: &[Problem]) -> Self {
        let problems: Vec<_> =
            problems.iter().map(|problem| (problem.path.as_str(), problem.message.as_str())).collect();
        Self(array(&["validation".into(), pairs(&problems)]))
    }

    /// An argument is wrong.
    #[cold]
    #[inline(never)]
    pub fn argument(path: &str, message: &str) -> Self {
        Self(array(&["validation".into(), pairs(&[(path, message)])]))
    }

    /// The service answered with an error.
    pub fn service(error: &ServiceError, answer: &Answer) -> Self {
        let retryable = match retry::classify(answer.status, &error.code) {
            Failure::Final => 0,
            Failure::Throttling => 2,
            _ => 1,
        };
        let fault = match error.fault {
            Fault::Client => "client",
            Fault::Server => "server",
        };
        Self(array(&[
            "service".into(),
            answer.body.as_ref().map_or(JsValue::UNDEFINED, |body| body.0.clone()),
            error.code.as_str().into(),
            error.message.as_str().into(),
            fault.into(),
            retryable.into(),
        ]))
    }

    /// The service answered well, but with what is no JSON object.
    pub fn malformed() -> Self {
        Self(array(&["malformed".into()]))
    }

    /// No answer came.
    pub fn of_error(error: &Error) -> Self {
        match error {
            Error::Signing(error) => error.into(),
            Error::Thrown(subject) => Self(array(&["thrown".into(), subject.clone()])),
            Error::Lost(_, subject) => Self(array(&["lost".into(), subject.clone()])),
        }
    }
}

impl From<&sigv4::Error> for Report {
    fn from(error: &sigv4::Error) -> Self {
        use sigv4::Error as E;
        let path = match error {
            E::AccessKeyId | E::SecretAccessKey | E::SessionToken => {
                return Self(array(&["credentials".into(), error.message().into()]));
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

fn array(values: &[JsValue]) -> JsValue {
    let array = Array::new();
    for value in values {
        array.push(value);
    }
    array.into()
}

/// An array of pairs of text.
fn pairs(pairs: &[(&str, &str)]) -> JsValue {
    // Serializing texts calls nothing that can fail.
    pairs.serialize(&Serializer::new()).unwrap_or(JsValue::UNDEFINED)
}
