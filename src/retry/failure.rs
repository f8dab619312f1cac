//! Kinds of failures, as far as retries are concerned.

/// Why an attempt failed, as far as a retry is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The connection broke or was never made.
    Connection,
    /// There was no response in time.
    Timeout,
    /// The service throttled the request.
    Throttling,
    /// The service, or a proxy before it, failed temporarily.
    Server,
    /// The signature was made with a skewed clock. Retried with the clock corrected by the response.
    ClockSkew,
    /// The session token has expired. Retried with new credentials.
    ExpiredCredentials,
    /// The same request would fail again.
    Final,
}

/// The codes that the AWS SDKs treat as throttling, without those that only `DynamoDB`, EC2, S3 and Route 53 use.
const THROTTLING: [&str; 7] = [
    "BandwidthLimitExceeded",
    "LimitExceeded",
    "RequestLimitExceeded",
    "RequestThrottled",
    "Throttled",
    "Throttling",
    "TooManyRequests",
];

/// The codes for a signature whose time differs too much from the service's.
const SKEW: [&str; 3] = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"];

/// The codes for a rejected signature, because of its time or anything else.
const SIGNATURE: [&str; 4] = ["AccessDenied", "AuthFailure", "InvalidSignature", "SignatureDoesNotMatch"];

/// Classifies an unsuccessful response by its HTTP status and error code (`""` if there is none).
///
/// A known code takes precedence over the status, because throttling comes with 400, 429 and 503. A status of 408
/// without a code is final, as in the AWS SDKs: the service itself sends the code `RequestTimeout`; without one, a
/// proxy did not receive the whole request, which says nothing about the service.
pub fn classify(status: u16, code: &str) -> Failure {
    if is_one_of(&THROTTLING, code) {
        Failure::Throttling
    } else if is_skew_error(code) {
        Failure::ClockSkew
    } else if is_one_of(&["ExpiredToken"], code) {
        Failure::ExpiredCredentials
    } else if status == 429 {
        Failure::Throttling
    } else if matches!(status, 500 | 502 | 503 | 504) || is_one_of(&["RequestTimeout"], code) {
        Failure::Server
    } else {
        Failure::Final
    }
}

/// Whether the code says that the signature's time differs too much from the service's.
pub fn is_skew_error(code: &str) -> bool {
    is_one_of(&SKEW, code)
}

/// Whether the code is one that services use for a signature with the wrong time, among other reasons. The request is
/// worth a retry, as a [`Failure::ClockSkew`], only if the clock turns out to be skewed.
pub fn is_signature_error(code: &str) -> bool {
    is_one_of(&SIGNATURE, code)
}

/// Whether the code is in the list, with or without the suffix `Exception`, in which services differ.
fn is_one_of(codes: &[&str], code: &str) -> bool {
    let code = code.strip_suffix("Exception").unwrap_or(code);
    codes.contains(&code)
}

#[cfg(test)]
#[path = "failure_tests.rs"]
mod tests;
