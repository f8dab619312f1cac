//! Errors: those that IVS models, and those of the common front end of AWS services.

use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use ivs_wasm::model::ivs::SERVICE;
use serde_json::json;
use std::time::Duration;

/// Header that names the error.
pub const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// An error, with its name, status and message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// AWS's name of it.
    pub code: &'static str,
    status: u16,
    /// For people.
    pub message: String,
    origin: Origin,
}

/// Who gives the error, which decides the members of its body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// IVS: `message`, which clients read, and `exceptionMessage`, which the model names.
    Model,
    /// The front end that AWS services share: `message`.
    FrontEnd,
}

impl Error {
    /// An error of the model: its status comes from the tables.
    fn modelled(code: &'static str, message: impl Into<String>) -> Self {
        let status = SERVICE.exception(code).map_or(500, |exception| exception.status);
        Self { code, status, message: message.into(), origin: Origin::Model }
    }

    /// An error that any AWS service may return before IVS sees the request.
    fn common(code: &'static str, status: u16, message: impl Into<String>) -> Self {
        Self { code, status, message: message.into(), origin: Origin::FrontEnd }
    }

    pub fn validation(message: impl Into<String>) -> Self {
        Self::modelled("ValidationException", message)
    }

    pub fn conflict(message: impl Into<String>) -> Self {
        Self::modelled("ConflictException", message)
    }

    pub fn quota(message: impl Into<String>) -> Self {
        Self::modelled("ServiceQuotaExceededException", message)
    }

    /// `resource` is the ARN that the rate is counted for.
    pub fn throttled(operation: &str, per_second: usize, resource: &str) -> Self {
        let message = format!("Operation: ivs:{operation} exceeded call rate: {per_second} for resource: {resource}");
        Self::modelled("ThrottlingException", message)
    }

    pub fn internal(message: impl Into<String>) -> Self {
        Self::modelled("InternalServerException", message)
    }

    pub fn not_found(arn: &str) -> Self {
        Self::modelled("ResourceNotFoundException", format!("There is no resource {arn}."))
    }

    pub fn offline(channel: &str) -> Self {
        Self::modelled(
            "ChannelNotBroadcasting",
            format!("ChannelNotBroadcasting: Channel: {channel} is not currently online"),
        )
    }

    pub fn unauthenticated() -> Self {
        Self::common("MissingAuthenticationTokenException", 403, "The request carries no signature.")
    }

    pub fn unrecognized(message: impl Into<String>) -> Self {
        Self::common("UnrecognizedClientException", 403, message)
    }

    pub fn incomplete_signature(message: impl Into<String>) -> Self {
        Self::common("IncompleteSignatureException", 403, message)
    }

    pub fn invalid_signature(message: impl Into<String>) -> Self {
        Self::common("InvalidSignatureException", 403, message)
    }

    pub fn unknown_operation(method: &str, path: &str) -> Self {
        Self::common("UnknownOperationException", 404, format!("IVS has no operation at {method} {path}."))
    }

    pub fn too_large(limit: usize) -> Self {
        Self::common("RequestEntityTooLargeException", 413, format!("The body is longer than {limit} bytes."))
    }

    pub fn broken_body() -> Self {
        Self::common("IncompleteBody", 400, "The body ended before all of it was sent.")
    }

    pub fn slow_body(patience: Duration) -> Self {
        Self::common("RequestTimeoutException", 408, format!("The body did not arrive within {patience:?}."))
    }

    /// The code of an error of one item of a batch: its status.
    pub fn batch_code(&self) -> String {
        self.status.to_string()
    }

    /// An error of the endpoints under `/_local`, which AWS does not have.
    pub fn local(code: &'static str, status: StatusCode, message: impl Into<String>) -> Self {
        Self::common(code, status.as_u16(), message)
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = match self.origin {
            Origin::Model => json!({ "message": self.message, "exceptionMessage": self.message }),
            Origin::FrontEnd => json!({ "message": self.message }),
        };
        let mut response = (status, Json(body)).into_response();
        response.headers_mut().insert(ERROR_TYPE, HeaderValue::from_static(self.code));
        response
    }
}
