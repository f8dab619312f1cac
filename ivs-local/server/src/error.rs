//! Errors of the front end that AWS services share, and errors as responses.

use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use ivs_local_core::Error;
use std::time::Duration;

/// Header that names the error.
pub const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// An error as the response to a request.
#[derive(Debug)]
pub struct Refusal(Error);

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self.0.body())).into_response();
        response.headers_mut().insert(ERROR_TYPE, HeaderValue::from_static(self.0.code));
        response
    }
}

pub fn unauthenticated() -> Error {
    Error::front_end("MissingAuthenticationTokenException", 403, "The request carries no signature.")
}

pub fn unrecognized(message: impl Into<String>) -> Error {
    Error::front_end("UnrecognizedClientException", 403, message)
}

pub fn incomplete_signature(message: impl Into<String>) -> Error {
    Error::front_end("IncompleteSignatureException", 403, message)
}

pub fn invalid_signature(message: impl Into<String>) -> Error {
    Error::front_end("InvalidSignatureException", 403, message)
}

pub fn unknown_operation(method: &str, path: &str) -> Error {
    Error::front_end("UnknownOperationException", 404, format!("IVS has no operation at {method} {path}."))
}

pub fn too_large(limit: usize) -> Error {
    Error::front_end("RequestEntityTooLargeException", 413, format!("The body is longer than {limit} bytes."))
}

pub fn broken_body() -> Error {
    Error::front_end("IncompleteBody", 400, "The body ended before all of it was sent.")
}

pub fn slow_body(patience: Duration) -> Error {
    Error::front_end("RequestTimeoutException", 408, format!("The body did not arrive within {patience:?}."))
}

/// An error of the endpoints under `/_local`, which AWS does not have.
pub fn local(code: &'static str, status: StatusCode, message: impl Into<String>) -> Error {
    Error::front_end(code, status.as_u16(), message)
}
