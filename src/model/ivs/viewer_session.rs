//! Viewer sessions: one viewer's playback of a private channel, which can be ended before its token runs out.
//!
//! A session is known by the viewer id that the token was signed with.

use super::channel::ChannelArn;
use super::common::{String, errorCode, errorMessage};

operations! {
    /// Begins to shut one viewer out of a channel: tokens with this viewer id stop working, playback under way ends.
    ///
    /// Reaches only tokens that were signed with a viewer id. The answer does not wait for the effect. To let the
    /// viewer back in, sign a token of a higher viewer session version. For several viewers use
    /// `BatchStartViewerSessionRevocation`. `ThrottlingException`: calls come too fast.
    StartViewerSessionRevocation(StartViewerSessionRevocationRequest) -> StartViewerSessionRevocationResponse
        [readonly: yes]
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            ThrottlingException, PendingVerification;

    /// Begins to shut out 1 to 20 viewers in one call, each from a channel of its own.
    ///
    /// The call succeeds even if some could not be: look into `errors` of the answer. 2 calls a second per account and
    /// region, then `ThrottlingException`.
    BatchStartViewerSessionRevocation(BatchStartViewerSessionRevocationRequest)
        -> BatchStartViewerSessionRevocationResponse [readonly: yes]
        raises AccessDeniedException, ValidationException, PendingVerification, ThrottlingException;
}

structures! {
    /// Which viewer to shut out of which channel.
    StartViewerSessionRevocationRequest {
        /// The channel that is being watched.
        channelArn: ChannelArn [required],
        /// The viewer id that the viewer's token was signed with: 1 to 40 characters. Use an id that tells nothing
        /// about the person.
        viewerId: ViewerId [required],
        /// Shuts out sessions up to and including this version, at least 0. Default: 0, the version of a token that
        /// states none. Give the highest version handed out so far to reach them all.
        viewerSessionVersionsLessThanOrEqualTo: ViewerSessionVersion,
    }

    /// Nothing: the revocation has begun.
    StartViewerSessionRevocationResponse {}

    /// Which viewers to shut out of which channels.
    BatchStartViewerSessionRevocationRequest {
        /// 1 to 20 pairs of channel and viewer.
        viewerSessions: BatchStartViewerSessionRevocationViewerSessionList [required],
    }

    /// One viewer to shut out of one channel.
    BatchStartViewerSessionRevocationViewerSession {
        /// The channel that is being watched.
        channelArn: ChannelArn [required],
        /// The viewer id that the viewer's token was signed with: 1 to 40 characters. Use an id that tells nothing
        /// about the person.
        viewerId: ViewerId [required],
        /// Shuts out sessions up to and including this version, at least 0. Default: 0, the version of a token that
        /// states none. Give the highest version handed out so far to reach them all.
        viewerSessionVersionsLessThanOrEqualTo: ViewerSessionVersion,
    }

    /// Which of the revocations could not begin; the others have begun.
    ///
    /// Browsers hide most response headers from a page, so there the header members are usually absent.
    BatchStartViewerSessionRevocationResponse: output with response_headers {
        /// One entry for each pair of the request that failed; empty or absent if none did.
        errors: BatchStartViewerSessionRevocationErrors,
    }

    /// Why one viewer could not be shut out of one channel.
    BatchStartViewerSessionRevocationError: output {
        /// The channel of the pair.
        channelArn: ChannelArn [required],
        /// The viewer of the pair.
        viewerId: ViewerId [required],
        /// Short code to branch on.
        code: errorCode,
        /// The reason in words, for people and logs; its wording may change.
        message: errorMessage,
    }
}

lists! {
    /// 1 to 20 pairs of channel and viewer to revoke at once.
    BatchStartViewerSessionRevocationViewerSessionList of BatchStartViewerSessionRevocationViewerSession {
        min: 1,
        max: 20,
    }

    /// The pairs of a batch that failed.
    BatchStartViewerSessionRevocationErrors of BatchStartViewerSessionRevocationError {}
}

strings! {
    /// A viewer, as the signer of the playback token named them (claim `aws:viewer-id`): 1 to 40 characters.
    ViewerId { min: 1, max: 40, }
}

integers! {
    /// Version of a viewer session, from the playback token (claim `aws:viewer-session-version`): 0 or more.
    ViewerSessionVersion { min: 0, }
}
