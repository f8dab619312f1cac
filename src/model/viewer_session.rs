//! TODO.

use super::channel::ChannelArn;
use super::common::{String, errorCode, errorMessage};

operations! {
    /// TODO.
    StartViewerSessionRevocation {
        http: Post "/StartViewerSessionRevocation" => 200,
        input: StartViewerSessionRevocationRequest,
        output: StartViewerSessionRevocationResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, ThrottlingException, PendingVerification],
    }

    /// TODO.
    BatchStartViewerSessionRevocation {
        http: Post "/BatchStartViewerSessionRevocation" => 200,
        input: BatchStartViewerSessionRevocationRequest,
        output: BatchStartViewerSessionRevocationResponse,
        readonly: yes,
        errors: [AccessDeniedException, ValidationException, PendingVerification, ThrottlingException],
    }
}

structures! {
    /// TODO.
    StartViewerSessionRevocationRequest {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        viewerId: ViewerId [required],
        /// TODO.
        viewerSessionVersionsLessThanOrEqualTo: ViewerSessionVersion,
    }

    /// TODO.
    StartViewerSessionRevocationResponse {}

    /// TODO.
    BatchStartViewerSessionRevocationRequest {
        /// TODO.
        viewerSessions: BatchStartViewerSessionRevocationViewerSessionList [required],
    }

    /// TODO.
    BatchStartViewerSessionRevocationViewerSession {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        viewerId: ViewerId [required],
        /// TODO.
        viewerSessionVersionsLessThanOrEqualTo: ViewerSessionVersion,
    }

    /// TODO.
    BatchStartViewerSessionRevocationResponse {
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
        errors: BatchStartViewerSessionRevocationErrors,
    }

    /// TODO.
    BatchStartViewerSessionRevocationError {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        viewerId: ViewerId [required],
        /// TODO.
        code: errorCode,
        /// TODO.
        message: errorMessage,
    }
}

lists! {
    /// TODO.
    BatchStartViewerSessionRevocationViewerSessionList of BatchStartViewerSessionRevocationViewerSession { min: 1, max: 20, }

    /// TODO.
    BatchStartViewerSessionRevocationErrors of BatchStartViewerSessionRevocationError {}
}

strings! {
    /// TODO.
    ViewerId { min: 1, max: 40, }
}

integers! {
    /// TODO.
    ViewerSessionVersion { min: 0, }
}
