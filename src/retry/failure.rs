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
mod tests {
    use super::Failure::{ClockSkew, ExpiredCredentials, Final, Server, Throttling};
    use super::*;

    #[test]
    fn responses_are_classified_as_in_the_sdks() {
        for (status, code, failure) in [
            (500, "", Server),
            (500, "InternalServerException", Server),
            (501, "", Final),
            (502, "", Server),
            (503, "ServiceUnavailable", Server),
            (503, "StreamUnavailable", Server),
            (504, "", Server),
            (505, "", Final),
            (400, "RequestTimeout", Server),
            (408, "RequestTimeoutException", Server),
            (408, "", Final),
            (429, "", Throttling),
            (429, "UnknownError", Throttling),
            (429, "ThrottlingException", Throttling),
            (400, "ThrottlingException", Throttling),
            (400, "Throttling", Throttling),
            (400, "ThrottledException", Throttling),
            (400, "RequestThrottled", Throttling),
            (400, "RequestThrottledException", Throttling),
            (400, "TooManyRequestsException", Throttling),
            (400, "RequestLimitExceeded", Throttling),
            (400, "BandwidthLimitExceeded", Throttling),
            (400, "LimitExceededException", Throttling),
            (503, "Throttling", Throttling),
            (400, "Exception", Final),
            (400, "ThrottlingExceptionException", Final),
            (403, "RequestTimeTooSkewed", ClockSkew),
            (403, "RequestExpired", ClockSkew),
            (403, "RequestInTheFuture", ClockSkew),
            (403, "ExpiredTokenException", ExpiredCredentials),
            (400, "ExpiredToken", ExpiredCredentials),
            // Depends on the clock.
            (403, "InvalidSignatureException", Final),
            (403, "SignatureDoesNotMatch", Final),
            (403, "AuthFailure", Final),
            (403, "AccessDeniedException", Final),
            (403, "UnrecognizedClientException", Final),
            (403, "IncompleteSignatureException", Final),
            (400, "ValidationException", Final),
            (402, "ServiceQuotaExceededException", Final),
            (403, "PendingVerification", Final),
            (404, "ResourceNotFoundException", Final),
            (404, "ChannelNotBroadcasting", Final),
            (409, "ConflictException", Final),
            (301, "", Final),
            (304, "", Final),
        ] {
            assert_eq!(classify(status, code), failure, "{status} {code}");
        }
    }

    #[test]
    fn signature_errors_and_skew_errors_are_distinguished() {
        for code in ["AccessDeniedException", "AuthFailure", "InvalidSignatureException", "SignatureDoesNotMatch"] {
            assert!(is_signature_error(code) && !is_skew_error(code), "{code}");
        }
        for code in ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"] {
            assert!(is_skew_error(code) && !is_signature_error(code), "{code}");
        }
        for code in ["", "IncompleteSignatureException", "ExpiredTokenException", "requestexpired"] {
            assert!(!is_skew_error(code) && !is_signature_error(code), "{code}");
        }
    }
}
