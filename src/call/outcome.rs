//! How a call ends.

use crate::protocol::ServiceError;
use crate::retry::Failure;
use crate::sigv4;

/// How a call ended.
#[derive(Debug)]
pub enum Outcome<D> {
    /// The service did it: the output, decoded.
    Output(D),
    /// The presigned URL.
    Url(String),
    /// The service refused it, or something in front of the service did.
    ServiceError {
        /// Code and message.
        error: ServiceError,
        /// Whether the same request may succeed later.
        retryable: Retryable,
        /// The body, if it is a JSON object.
        body: Option<D>,
    },
    /// The status says that it was done, but the body is no JSON object.
    Malformed,
    /// No attempt was answered; this is what became of the last one.
    Lost(Loss),
    /// The call was ended from outside ([`super::Event::Ended`]).
    Ended,
    /// The request could not be signed.
    NotSigned(sigv4::Error),
}

/// Whether the same request may succeed later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retryable {
    /// It would fail the same way.
    No,
    /// It may.
    Transient,
    /// It may, if requests come less often.
    Throttling,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The connection broke or was never made.
    Connection,
    /// No answer came in time.
    Timeout,
    /// What `fetch` resolved to is no response that can be used, such as a redirect that a browser hides.
    NotAResponse,
}

impl Loss {
    pub(super) fn failure(self) -> Failure {
        match self {
            Self::Connection => Failure::Connection,
            Self::Timeout => Failure::Timeout,
            Self::NotAResponse => Failure::Final,
        }
    }
}

impl<D> Outcome<D> {
    /// The name of the error in logs; `None` where there is none.
    pub fn error_name(&self) -> Option<&str> {
        match self {
            Self::ServiceError { error, .. } => Some(error.code.as_str()).filter(|code| !code.is_empty()),
            Self::Lost(Loss::Timeout) => Some("TimeoutError"),
            Self::Lost(_) => Some("NetworkError"),
            _ => None,
        }
    }
}
