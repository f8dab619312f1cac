//! TODO.

use super::Member;
use super::common::{String, errorMessage};

/// TODO.
static ERROR: &[Member] = members! {
    /// TODO.
    accessControlAllowOrigin: String [header "Access-Control-Allow-Origin"],
    /// TODO.
    accessControlExposeHeaders: String [header "Access-Control-Expose-Headers"],
    /// TODO.
    cacheControl: String [header "Cache-Control"],
    /// TODO.
    contentSecurityPolicy: String [header "Content-Security-Policy"],
    /// TODO.
    strictTransportSecurity: String [header "Strict-Transport-Security"],
    /// TODO.
    xContentTypeOptions: String [header "X-Content-Type-Options"],
    /// TODO.
    xFrameOptions: String [header "X-Frame-Options"],
    /// TODO.
    xAmznErrorType: String [header "x-amzn-ErrorType"],
    /// TODO.
    exceptionMessage: errorMessage,
};

exceptions! {
    /// TODO.
    AccessDeniedException { status: 403, fault: Client, members: ERROR, }

    /// TODO.
    ChannelNotBroadcasting { status: 404, fault: Client, members: ERROR, }

    /// TODO.
    ConflictException { status: 409, fault: Client, members: ERROR, }

    /// TODO.
    InternalServerException { status: 500, fault: Server, members: ERROR, }

    /// TODO.
    PendingVerification { status: 403, fault: Client, members: ERROR, }

    /// TODO.
    ResourceNotFoundException { status: 404, fault: Client, members: ERROR, }

    /// TODO.
    ServiceQuotaExceededException { status: 402, fault: Client, members: ERROR, }

    /// TODO.
    ServiceUnavailable { status: 503, fault: Server, members: ERROR, }

    /// TODO.
    StreamUnavailable { status: 503, fault: Server, members: ERROR, }

    /// TODO.
    ThrottlingException { status: 429, fault: Client, members: ERROR, }

    /// TODO.
    ValidationException { status: 400, fault: Client, members: ERROR, }
}
