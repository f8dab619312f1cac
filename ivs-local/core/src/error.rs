//! Errors: those that IVS models, and those of the common front end of AWS services.

use ivs_wasm::model::ivs::SERVICE;
use serde_json::{Value, json};

/// An error, with its name, status and message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// AWS's name of it.
    pub code: &'static str,
    /// The status of the response.
    pub status: u16,
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
    pub(crate) fn modelled(code: &'static str, message: impl Into<String>) -> Self {
        let status = SERVICE.exception(code).map_or(500, |exception| exception.status);
        Self { code, status, message: message.into(), origin: Origin::Model }
    }

    /// An error that any AWS service may return before IVS sees the request, or one of a shell.
    pub fn front_end(code: &'static str, status: u16, message: impl Into<String>) -> Self {
        Self { code, status, message: message.into(), origin: Origin::FrontEnd }
    }

    /// `ValidationException`.
    pub fn validation(message: impl Into<String>) -> Self {
        Self::modelled("ValidationException", message)
    }

    /// `ConflictException`.
    pub fn conflict(message: impl Into<String>) -> Self {
        Self::modelled("ConflictException", message)
    }

    /// `ServiceQuotaExceededException`.
    pub fn quota(message: impl Into<String>) -> Self {
        Self::modelled("ServiceQuotaExceededException", message)
    }

    /// `ThrottlingException`; `resource` is the ARN that the rate is counted for.
    pub fn throttled(operation: &str, per_second: usize, resource: &str) -> Self {
        let message = format!("Operation: ivs:{operation} exceeded call rate: {per_second} for resource: {resource}");
        Self::modelled("ThrottlingException", message)
    }

    /// `InternalServerException`: a mistake of this program.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::modelled("InternalServerException", message)
    }

    /// `AccessDeniedException`.
    pub(crate) fn access_denied(user: &str, operation: &str, resource: &str) -> Self {
        Self::modelled(
            "AccessDeniedException",
            format!("User: {user} is not authorized to perform: ivs:{operation} on resource: {resource}"),
        )
    }

    /// `IncompleteSignatureException`.
    pub fn incomplete_signature(message: impl Into<String>) -> Self {
        Self::front_end("IncompleteSignatureException", 403, message)
    }

    /// `UnknownOperationException`.
    pub fn unknown_operation(method: &str, path: &str) -> Self {
        Self::front_end("UnknownOperationException", 404, format!("IVS has no operation at {method} {path}."))
    }

    /// An error of the endpoints below `/_local`, which AWS does not have.
    pub fn local(code: &'static str, status: u16, message: impl Into<String>) -> Self {
        Self::front_end(code, status, message)
    }

    /// `ResourceNotFoundException`.
    pub fn not_found(arn: &str) -> Self {
        Self::modelled("ResourceNotFoundException", format!("There is no resource {arn}."))
    }

    /// `ChannelNotBroadcasting`.
    pub fn offline(channel: &str) -> Self {
        Self::modelled(
            "ChannelNotBroadcasting",
            format!("ChannelNotBroadcasting: Channel: {channel} is not currently online"),
        )
    }

    /// The code of an error of one item of a batch: its status.
    pub fn batch_code(&self) -> String {
        self.status.to_string()
    }

    /// The body of the response.
    pub fn body(&self) -> Value {
        match self.origin {
            Origin::Model => json!({ "message": self.message, "exceptionMessage": self.message }),
            Origin::FrontEnd => json!({ "message": self.message }),
        }
    }
}
