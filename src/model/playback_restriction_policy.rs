//! TODO.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// TODO.
    CreatePlaybackRestrictionPolicy {
        http: Post "/CreatePlaybackRestrictionPolicy" => 200,
        input: CreatePlaybackRestrictionPolicyRequest,
        output: CreatePlaybackRestrictionPolicyResponse,
        errors: [AccessDeniedException, ValidationException, PendingVerification, ThrottlingException, ServiceQuotaExceededException],
    }

    /// TODO.
    GetPlaybackRestrictionPolicy {
        http: Post "/GetPlaybackRestrictionPolicy" => 200,
        input: GetPlaybackRestrictionPolicyRequest,
        output: GetPlaybackRestrictionPolicyResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification],
    }

    /// TODO.
    UpdatePlaybackRestrictionPolicy {
        http: Post "/UpdatePlaybackRestrictionPolicy" => 200,
        input: UpdatePlaybackRestrictionPolicyRequest,
        output: UpdatePlaybackRestrictionPolicyResponse,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification, ConflictException],
    }

    /// TODO.
    DeletePlaybackRestrictionPolicy {
        http: Post "/DeletePlaybackRestrictionPolicy" => 204,
        input: DeletePlaybackRestrictionPolicyRequest,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification, ConflictException],
    }

    /// TODO.
    ListPlaybackRestrictionPolicies {
        http: Post "/ListPlaybackRestrictionPolicies" => 200,
        input: ListPlaybackRestrictionPoliciesRequest,
        output: ListPlaybackRestrictionPoliciesResponse,
        readonly: yes,
        errors: [AccessDeniedException, ValidationException, PendingVerification, ConflictException],
    }
}

structures! {
    /// TODO.
    CreatePlaybackRestrictionPolicyRequest {
        /// TODO.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList,
        /// TODO.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList,
        /// TODO.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// TODO.
        name: PlaybackRestrictionPolicyName,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    CreatePlaybackRestrictionPolicyResponse {
        /// TODO.
        playbackRestrictionPolicy: PlaybackRestrictionPolicy,
    }

    /// TODO.
    PlaybackRestrictionPolicy {
        /// TODO.
        arn: PlaybackRestrictionPolicyArn [required],
        /// TODO.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList [required],
        /// TODO.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList [required],
        /// TODO.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// TODO.
        name: PlaybackRestrictionPolicyName,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    GetPlaybackRestrictionPolicyRequest {
        /// TODO.
        arn: PlaybackRestrictionPolicyArn [required],
    }

    /// TODO.
    GetPlaybackRestrictionPolicyResponse {
        /// TODO.
        playbackRestrictionPolicy: PlaybackRestrictionPolicy,
    }

    /// TODO.
    UpdatePlaybackRestrictionPolicyRequest {
        /// TODO.
        arn: PlaybackRestrictionPolicyArn [required],
        /// TODO.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList,
        /// TODO.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList,
        /// TODO.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// TODO.
        name: PlaybackRestrictionPolicyName,
    }

    /// TODO.
    UpdatePlaybackRestrictionPolicyResponse {
        /// TODO.
        playbackRestrictionPolicy: PlaybackRestrictionPolicy,
    }

    /// TODO.
    DeletePlaybackRestrictionPolicyRequest {
        /// TODO.
        arn: PlaybackRestrictionPolicyArn [required],
    }

    /// TODO.
    ListPlaybackRestrictionPoliciesRequest {
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxPlaybackRestrictionPolicyResults,
    }

    /// TODO.
    ListPlaybackRestrictionPoliciesResponse {
        /// TODO.
        playbackRestrictionPolicies: PlaybackRestrictionPolicyList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    PlaybackRestrictionPolicySummary {
        /// TODO.
        arn: PlaybackRestrictionPolicyArn [required],
        /// TODO.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList [required],
        /// TODO.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList [required],
        /// TODO.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// TODO.
        name: PlaybackRestrictionPolicyName,
        /// TODO.
        tags: Tags,
    }
}

lists! {
    /// TODO.
    PlaybackRestrictionPolicyAllowedCountryList of PlaybackRestrictionPolicyAllowedCountry {}

    /// TODO.
    PlaybackRestrictionPolicyAllowedOriginList of PlaybackRestrictionPolicyAllowedOrigin {}

    /// TODO.
    PlaybackRestrictionPolicyList of PlaybackRestrictionPolicySummary {}
}

strings! {
    /// TODO.
    ChannelPlaybackRestrictionPolicyArn { min: 0, max: 128, pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:playback-restriction-policy/[a-zA-Z0-9-]+$", }

    /// TODO.
    PlaybackRestrictionPolicyAllowedCountry { min: 2, max: 2, }

    /// TODO.
    PlaybackRestrictionPolicyAllowedOrigin { min: 0, max: 128, }

    /// TODO.
    PlaybackRestrictionPolicyName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// TODO.
    PlaybackRestrictionPolicyArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:playback-restriction-policy/[a-zA-Z0-9-]+", }
}

integers! {
    /// TODO.
    MaxPlaybackRestrictionPolicyResults { min: 1, max: 100, }
}

booleans! {
    /// TODO.
    PlaybackRestrictionPolicyEnableStrictOriginEnforcement;
}
