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
    /// The signature was made with a clock that is off. Worth another attempt if that is made with a better one, as it is when the
    /// driver learns the time from the answer.
    ClockSkew,
    /// The security token has expired, and the credentials may be asked for anew.
    ExpiredCredentials,
    /// The same request would fail the same way.
    Final,
}

/// The codes that the AWS SDKs take for throttling, without those of `DynamoDB`, EC2, S3 and Route 53 only.
const THROTTLING: [&str; 7] = [
    "BandwidthLimitExceeded",
    "LimitExceeded",
    "RequestLimitExceeded",
    "RequestThrottled",
    "Throttled",
    "Throttling",
    "TooManyRequests",
];

/// The codes of a signature whose time is too far from the service's.
const SKEW: [&str; 3] = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"];

/// The codes of a signature that is refused, for its time or for anything else.
const SIGNATURE: [&str; 4] = ["AccessDenied", "AuthFailure", "InvalidSignature", "SignatureDoesNotMatch"];

/// What an unsuccessful answer means, by its HTTP status and the error code in it (`""` if there is none).
///
/// A code that says what is wrong comes before the status, because throttling is answered with 400, 429 and 503. A status of 408
/// without a code is final, as it is to the AWS SDKs: the service itself gives the code `RequestTimeout`, and without one it is
/// some proxy that did not get the whole request, which says nothing about the service.
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

/// Whether the code says that the signature's time is too far from the service's.
pub fn is_skew_error(code: &str) -> bool {
    is_one_of(&SKEW, code)
}

/// Whether the code is one that a service also gives to a signature of the wrong time. Alone it says nothing about the clock: only
/// if that is found to be off, the request is worth another attempt, as a [`Failure::ClockSkew`].
pub fn is_signature_error(code: &str) -> bool {
    is_one_of(&SIGNATURE, code)
}

/// Whether the code is in the list, with `Exception` at its end or without: services differ in that.
fn is_one_of(codes: &[&str], code: &str) -> bool {
    let code = code.strip_suffix("Exception").unwrap_or(code);
    codes.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::Failure::{ClockSkew, ExpiredCredentials, Final, Server, Throttling};
    use super::*;

    #[test]
    fn answers_mean_what_they_mean_to_the_sdks() {
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
            // Only the clock can tell.
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
    fn codes_of_signatures_and_of_clocks_are_told_apart() {
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
