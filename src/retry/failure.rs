//! What a failed attempt means for the next one.

/// Why an attempt failed, as far as trying again is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The connection broke or was never made.
    Connection,
    /// No answer came in time.
    Timeout,
    /// The service asks to be called less often.
    Throttling,
    /// The service, or what is in front of it, failed in a way that passes.
    Server,
    /// The signature was made with a clock that is off. Must only be reported of a request that the next attempt will sign with a
    /// better one.
    ClockSkew,
    /// The security token has expired, and the credentials may be asked for anew.
    ExpiredCredentials,
    /// The same request would fail the same way.
    Final,
}

/// What an unsuccessful answer means, by its HTTP status and the error code in it (`""` if there is none).
///
/// A code that says what is wrong comes before the status, because throttling is answered with 400, 429 and 503. A status of 408
/// without a code is final, as it is to the AWS SDKs: the service itself gives the code `RequestTimeout`, and without one it is
/// some proxy that did not get the whole request, which says nothing about the service.
pub fn classify(status: u16, code: &str) -> Failure {
    if is_throttling_error(code) {
        Failure::Throttling
    } else if is_skew_error(code) {
        Failure::ClockSkew
    } else if is_expired_token_error(code) {
        Failure::ExpiredCredentials
    } else if status == 429 {
        Failure::Throttling
    } else if matches!(status, 500 | 502 | 503 | 504) || matches!(code, "RequestTimeout" | "RequestTimeoutException") {
        Failure::Server
    } else {
        Failure::Final
    }
}

/// Whether the code says that the signature's time is too far from the service's.
pub fn is_skew_error(code: &str) -> bool {
    matches!(code, "RequestExpired" | "RequestInTheFuture" | "RequestTimeTooSkewed")
}

/// Whether the code is one that a service also gives to a signature of the wrong time. Alone it says nothing about the clock: only
/// if that is found to be off, the request is worth another attempt, as a [`Failure::ClockSkew`].
pub fn is_signature_error(code: &str) -> bool {
    matches!(code, "AccessDeniedException" | "AuthFailure" | "InvalidSignatureException" | "SignatureDoesNotMatch")
}

/// The codes that the AWS SDKs take for throttling, without those of `DynamoDB`, EC2, S3 and Route 53 only.
fn is_throttling_error(code: &str) -> bool {
    matches!(
        code,
        "BandwidthLimitExceeded"
            | "LimitExceededException"
            | "RequestLimitExceeded"
            | "RequestThrottled"
            | "RequestThrottledException"
            | "ThrottledException"
            | "Throttling"
            | "ThrottlingException"
            | "TooManyRequestsException"
    )
}

/// The codes of a security token that was valid once, from services of every protocol.
fn is_expired_token_error(code: &str) -> bool {
    matches!(code, "ExpiredToken" | "ExpiredTokenException")
}
