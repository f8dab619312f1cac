//! The errors that IVS models. All have the same members; what went wrong is in the name.

use super::common::{String, errorMessage};
use crate::model::Member;

/// What every error carries.
static ERROR: &[Member] = response_headers! {
    /// The `x-amzn-ErrorType` header: the error's name as it was sent.
    xAmznErrorType: String [header "x-amzn-ErrorType"],
    /// The service's explanation in words, for people and logs; its wording may change.
    exceptionMessage: errorMessage,
};

exceptions! {
    /// The credentials are genuine but not allowed to do this (HTTP 403).
    ///
    /// Give their user or role the IAM permission of the operation, such as `ivs:CreateChannel`, on the resource in
    /// question. Repeating the call does not help.
    AccessDeniedException { status: 403, fault: Client, members: ERROR, }

    /// The channel is off air, but the call needs a live stream (HTTP 404). Raised by `GetStream`, `StopStream`,
    /// `PutMetadata` and `InsertAdBreak`.
    ///
    /// For `GetStream` that is simply the answer: not live. Otherwise wait for the encoder to connect and call again.
    ChannelNotBroadcasting { status: 404, fault: Client, members: ERROR, }

    /// The resource is in a state that rules the change out, or parts of the request exclude each other (HTTP 409).
    ///
    /// Typical: changing or deleting a channel while it is live (`StopStream` first), deleting a configuration that
    /// channels still use (detach it with `UpdateChannel` first), two filters at once in `ListChannels` (use one).
    ConflictException { status: 409, fault: Client, members: ERROR, }

    /// IVS failed at its own end (HTTP 500).
    ///
    /// Whether the call took effect is unknown: look before repeating one that creates something. If it goes on, give
    /// AWS Support the request id of `$metadata`.
    InternalServerException { status: 500, fault: Server, members: ERROR, }

    /// AWS has not finished verifying this account and refuses it calls like this until then (HTTP 403).
    ///
    /// New accounts meet this. Wait for the verification or contact AWS Support; repeating the call is no use before.
    PendingVerification { status: 403, fault: Client, members: ERROR, }

    /// An ARN of the request names nothing that exists in this account and region (HTTP 404).
    ///
    /// Check it for typing errors, for another region than the client's, and for a resource deleted meanwhile.
    ResourceNotFoundException { status: 404, fault: Client, members: ERROR, }

    /// The call would make more resources than the account may have (HTTP 402).
    ///
    /// Delete what is no longer used, or ask for more in the Service Quotas console. One stream key per channel is
    /// fixed: call `DeleteStreamKey` before `CreateStreamKey`.
    ServiceQuotaExceededException { status: 402, fault: Client, members: ERROR, }

    /// IVS cannot answer for the moment (HTTP 503). Raised by `BatchGetChannel` and `BatchGetStreamKey`.
    ///
    /// Both only read, so repeat the call after a pause, and a longer one each time.
    ServiceUnavailable { status: 503, fault: Server, members: ERROR, }

    /// The channel's stream cannot be reached for the moment (HTTP 503). Raised by `StopStream`.
    ///
    /// The stream may still be live: repeat the call after a pause, or ask `GetStream` what has become of it.
    StreamUnavailable { status: 503, fault: Server, members: ERROR, }

    /// Calls come faster than the operation allows (HTTP 429). The limits count per account and region, those of
    /// `PutMetadata` also per channel.
    ///
    /// Nothing has happened. Repeat after a pause, a longer one each time, and prefer the batch operations.
    ThrottlingException { status: 429, fault: Client, members: ERROR, }

    /// A member of the request is missing, malformed, out of its limits, or does not fit the others (HTTP 400).
    ///
    /// The message says which. Mend the input; the same request would fail again.
    ValidationException { status: 400, fault: Client, members: ERROR, }
}
