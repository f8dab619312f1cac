//! What JavaScript is told of a call or a signature that failed: an object with a `kind`, of which the package's TypeScript
//! makes an error, so that the error's stack leads to the caller.

use super::values;
use crate::call::{Outcome, Retryable};
use crate::client::JsDocument;
use crate::endpoint;
use crate::protocol::Problem;
use crate::sigv4;
use crate::text::concat;
use js_sys::Array;
use serde::Serialize;
use serde::ser::SerializeMap;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Why something failed. What JavaScript knows itself, such as the body of an answer or what a transport threw, is not repeated.
pub enum Failure {
    /// The input or an argument is wrong.
    Validation {
        /// All that is wrong.
        problems: Vec<Problem>,
    },
    /// The credentials are malformed.
    Credentials {
        /// What is wrong with them.
        message: String,
    },
    /// The service answered with an error.
    Service {
        /// Its code; empty where the answer names none.
        code: String,
        /// Its message; empty where the answer has none.
        message: String,
        /// Whether the same request may succeed later.
        retryable: Retryable,
    },
    /// The status is one of success, but the body is no JSON object.
    Malformed,
    /// No attempt was answered.
    Lost,
    /// JavaScript ended the call.
    Ended,
}

impl Failure {
    /// An argument is wrong.
    pub fn argument(path: &str, message: &str) -> Self {
        Self::Validation { problems: vec![Problem { path: path.to_owned(), message: message.to_owned() }] }
    }

    /// The failure of a call that did not succeed, or what it succeeded with.
    pub fn of(outcome: Outcome<JsDocument>) -> Result<JsValue, Self> {
        Err(match outcome {
            Outcome::Output(output) => return Ok(output.0),
            Outcome::Url(url) => return Ok(url.into()),
            Outcome::ServiceError { error, retryable, .. } => {
                Self::Service { code: error.code, message: error.message, retryable }
            }
            Outcome::Malformed => Self::Malformed,
            Outcome::Lost(_) => Self::Lost,
            Outcome::Ended => Self::Ended,
            Outcome::NotSigned(error) => (&error).into(),
        })
    }
}

impl From<&sigv4::Error> for Failure {
    fn from(error: &sigv4::Error) -> Self {
        use sigv4::Error as E;
        let path = match error {
            E::AccessKeyId | E::SecretAccessKey | E::SessionToken => {
                return Self::Credentials { message: error.message() };
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

impl From<endpoint::Error> for Failure {
    fn from(error: endpoint::Error) -> Self {
        Self::argument(&concat(&["config.", error.field()]), error.message())
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Validation { problems } => {
                let problem = |problem: &Problem| object(&[("path", &problem.path), ("message", &problem.message)]);
                let failure = object(&[("kind", "validation")]);
                values::set(&failure, "problems", &problems.iter().map(problem).collect::<Array>());
                failure
            }
            Failure::Credentials { message } => object(&[("kind", "credentials"), ("message", &message)]),
            Failure::Service { code, message, retryable } => {
                let retryable = match retryable {
                    Retryable::No => "no",
                    Retryable::Transient => "transient",
                    Retryable::Throttling => "throttling",
                };
                object(&[("kind", "service"), ("code", &code), ("message", &message), ("retryable", retryable)])
            }
            Failure::Malformed => object(&[("kind", "malformed")]),
            Failure::Lost => object(&[("kind", "lost")]),
            Failure::Ended => object(&[("kind", "ended")]),
        }
    }
}

/// A JavaScript object of text.
fn object(fields: &[(&str, &str)]) -> JsValue {
    // Nothing in text can fail to be serialized.
    Fields(fields).serialize(&Serializer::new().serialize_maps_as_objects(true)).unwrap_or_default()
}

/// Named text. Everything that is serialized is one type, because each further one is code of its own.
struct Fields<'a>(&'a [(&'a str, &'a str)]);

impl Serialize for Fields<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            fields.serialize_entry(name, value)?;
        }
        fields.end()
    }
}
