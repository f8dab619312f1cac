//! Errors of what comes before the service: bodies and hosts.

use ivs_local_core::Error;
use std::time::Duration;

pub fn too_large(limit: usize) -> Error {
    Error::front_end("RequestEntityTooLargeException", 413, format!("The body is longer than {limit} bytes."))
}

pub fn broken_body() -> Error {
    Error::front_end("IncompleteBody", 400, "The body ended before all of it was sent.")
}

pub fn slow_body(patience: Duration) -> Error {
    Error::front_end("RequestTimeoutException", 408, format!("The body did not arrive within {patience:?}."))
}

pub fn bad_host() -> Error {
    let message = "The request does not have exactly one header Host of the form name or name:port.";
    Error::local("BadRequestException", 400, message)
}

pub fn foreign_page() -> Error {
    Error::local("AccessDeniedException", 403, "Only programs and pages of this machine may call this.")
}
