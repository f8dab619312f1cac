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
