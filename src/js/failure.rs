//! What JavaScript is told of a call or a signature that failed: an object with a `kind`, of which the package's TypeScript
//! makes an error, so that the error's stack leads to the caller.

use super::values::object;
use crate::call::{Outcome, Retryable};
use crate::endpoint;
use crate::protocol::Problem;
use crate::sigv4;
use crate::text::concat;
use js_sys::Array;
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
    pub fn of<D>(outcome: Outcome<D>) -> Result<Success<D>, Self> {
        Err(match outcome {
            Outcome::Output(output) => return Ok(Success::Output(output)),
            Outcome::Url(url) => return Ok(Success::Url(url)),
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

/// What a call resolves to.
pub enum Success<D> {
    /// The output.
    Output(D),
    /// The presigned URL.
    Url(String),
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
                let problems = problems.iter().map(problem).collect::<Array>();
                object(&[("kind", "validation".into()), ("problems", problems.into())])
            }
            Failure::Credentials { message } => object(&[("kind", "credentials".into()), ("message", message.into())]),
            Failure::Service { code, message, retryable } => {
                let retryable = match retryable {
                    Retryable::No => "no",
                    Retryable::Transient => "transient",
                    Retryable::Throttling => "throttling",
                };
                object(&[
                    ("kind", "service".into()),
                    ("code", code.into()),
                    ("message", message.into()),
                    ("retryable", retryable.into()),
                ])
            }
            Failure::Malformed => object(&[("kind", "malformed".into())]),
            Failure::Lost => object(&[("kind", "lost".into())]),
            Failure::Ended => object(&[("kind", "ended".into())]),
        }
    }
}

fn problem(problem: &Problem) -> JsValue {
    object(&[("path", problem.path.as_str().into()), ("message", problem.message.as_str().into())])
}
