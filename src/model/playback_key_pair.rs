//! TODO.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// TODO.
    ImportPlaybackKeyPair {
        http: Post "/ImportPlaybackKeyPair" => 200,
        input: ImportPlaybackKeyPairRequest,
        output: ImportPlaybackKeyPairResponse,
        errors: [AccessDeniedException, ValidationException, PendingVerification, ConflictException, ServiceQuotaExceededException],
    }

    /// TODO.
    GetPlaybackKeyPair {
        http: Post "/GetPlaybackKeyPair" => 200,
        input: GetPlaybackKeyPairRequest,
        output: GetPlaybackKeyPairResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    DeletePlaybackKeyPair {
        http: Post "/DeletePlaybackKeyPair" => 200,
        input: DeletePlaybackKeyPairRequest,
        output: DeletePlaybackKeyPairResponse,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification],
    }

    /// TODO.
    ListPlaybackKeyPairs {
        http: Post "/ListPlaybackKeyPairs" => 200,
        input: ListPlaybackKeyPairsRequest,
        output: ListPlaybackKeyPairsResponse,
        pages: "keyPairs",
        readonly: yes,
        errors: [AccessDeniedException, ValidationException],
    }
}

structures! {
    /// TODO.
    ImportPlaybackKeyPairRequest {
        /// TODO.
        publicKeyMaterial: PlaybackPublicKeyMaterial [required],
        /// TODO.
        name: PlaybackKeyPairName,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    ImportPlaybackKeyPairResponse {
        /// TODO.
        keyPair: PlaybackKeyPair,
    }

    /// TODO.
    PlaybackKeyPair {
        /// TODO.
        arn: PlaybackKeyPairArn,
        /// TODO.
        name: PlaybackKeyPairName,
        /// TODO.
        fingerprint: PlaybackKeyPairFingerprint,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    GetPlaybackKeyPairRequest {
        /// TODO.
        arn: PlaybackKeyPairArn [required],
    }

    /// TODO.
    GetPlaybackKeyPairResponse {
        /// TODO.
        keyPair: PlaybackKeyPair,
    }

    /// TODO.
    DeletePlaybackKeyPairRequest {
        /// TODO.
        arn: PlaybackKeyPairArn [required],
    }

    /// TODO.
    DeletePlaybackKeyPairResponse {}

    /// TODO.
    ListPlaybackKeyPairsRequest {
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxPlaybackKeyPairResults,
    }

    /// TODO.
    ListPlaybackKeyPairsResponse {
        /// TODO.
        keyPairs: PlaybackKeyPairList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    PlaybackKeyPairSummary {
        /// TODO.
        arn: PlaybackKeyPairArn,
        /// TODO.
        name: PlaybackKeyPairName,
        /// TODO.
        tags: Tags,
    }
}

lists! {
    /// TODO.
    PlaybackKeyPairList of PlaybackKeyPairSummary {}
}

strings! {
    /// TODO.
    PlaybackPublicKeyMaterial {}

    /// TODO.
    PlaybackKeyPairName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// TODO.
    PlaybackKeyPairArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:playback-key/[a-zA-Z0-9-]+", }

    /// TODO.
    PlaybackKeyPairFingerprint {}
}

integers! {
    /// TODO.
    MaxPlaybackKeyPairResults { min: 1, max: 100, }
}
