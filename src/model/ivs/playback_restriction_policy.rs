//! Playback restriction policies: from which countries and on which sites a channel may be watched.
//!
//! A policy takes effect on the channels whose `playbackRestrictionPolicyArn` names it; several may share one.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// Makes a policy. It restricts nothing until `CreateChannel` or `UpdateChannel` gives its ARN to a channel, and
    /// nothing at all if both lists are empty.
    ///
    /// `ServiceQuotaExceededException` says that the account has all the policies that its quota allows.
    CreatePlaybackRestrictionPolicy(CreatePlaybackRestrictionPolicyRequest) -> CreatePlaybackRestrictionPolicyResponse
        raises AccessDeniedException, ValidationException, PendingVerification, ThrottlingException,
            ServiceQuotaExceededException;

    /// Reads one policy. Fails with `ResourceNotFoundException` where there is none of that ARN.
    GetPlaybackRestrictionPolicy(GetPlaybackRestrictionPolicyRequest) -> GetPlaybackRestrictionPolicyResponse
        [readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification;

    /// Changes a policy, for all the channels that use it. Send the members to change; a list replaces the former list.
    ///
    /// Tags have operations of their own, `TagResource` and `UntagResource`.
    /// `ConflictException` says that the change clashes with the present state: read it before trying again.
    UpdatePlaybackRestrictionPolicy(UpdatePlaybackRestrictionPolicyRequest) -> UpdatePlaybackRestrictionPolicyResponse
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification,
            ConflictException;

    /// Deletes a policy. Take it off its channels before, with `UpdateChannel` and an empty
    /// `playbackRestrictionPolicyArn`; one that is in use raises `ConflictException`.
    DeletePlaybackRestrictionPolicy(DeletePlaybackRestrictionPolicyRequest) [success: 204]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification,
            ConflictException;

    /// Lists the policies of this account and region.
    ///
    /// A page holds a single policy unless `maxResults` asks for more. It has no paginator: repeat it with `nextToken`.
    ListPlaybackRestrictionPolicies(ListPlaybackRestrictionPoliciesRequest) -> ListPlaybackRestrictionPoliciesResponse
        [readonly: yes]
        raises AccessDeniedException, ValidationException, PendingVerification, ConflictException;
}

structures! {
    /// A policy to make; everything may be left out.
    CreatePlaybackRestrictionPolicyRequest {
        /// Countries to allow, as two-letter codes of ISO 3166-1 (`US`). Default: an empty list, which allows all.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList,
        /// Sites to allow, each written as in an `Origin` header (`https://www.example.com`) and up to 128 characters.
        /// Default: an empty list, which allows all.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList,
        /// `true` enforces `allowedOrigins` on every playback request and not only through CORS. Default: `false`.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// A name of your choice, also one already in use: up to 128 letters, digits, `-` and `_`.
        name: PlaybackRestrictionPolicyName,
        /// Labels to give it: up to 50, with keys of 1 to 128 and values of up to 256 characters.
        tags: Tags,
    }

    /// What `CreatePlaybackRestrictionPolicy` made.
    CreatePlaybackRestrictionPolicyResponse: output {
        /// The new policy, with its ARN.
        playbackRestrictionPolicy: PlaybackRestrictionPolicy,
    }

    /// A rule on where a channel may be watched. A viewer must satisfy both lists.
    PlaybackRestrictionPolicy: output {
        /// Identifies it; what a channel's `playbackRestrictionPolicyArn` takes.
        arn: PlaybackRestrictionPolicyArn [required],
        /// Countries that are allowed, as two-letter codes of ISO 3166-1; empty: all.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList [required],
        /// Sites that are allowed, as in an `Origin` header; empty: all.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList [required],
        /// `true` if `allowedOrigins` is enforced on every playback request, not only through CORS. Default: `false`.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// Its name, not necessarily unique.
        name: PlaybackRestrictionPolicyName,
        /// Its labels, up to 50.
        tags: Tags,
    }

    /// Names the policy to read.
    GetPlaybackRestrictionPolicyRequest {
        /// The policy; 1 to 128 characters.
        arn: PlaybackRestrictionPolicyArn [required],
    }

    /// What `GetPlaybackRestrictionPolicy` found.
    GetPlaybackRestrictionPolicyResponse: output {
        /// The policy.
        playbackRestrictionPolicy: PlaybackRestrictionPolicy,
    }

    /// A policy and what to change in it.
    UpdatePlaybackRestrictionPolicyRequest {
        /// The policy; 1 to 128 characters.
        arn: PlaybackRestrictionPolicyArn [required],
        /// Countries to allow from now on, as two-letter codes of ISO 3166-1; an empty list allows all.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList,
        /// Sites to allow from now on, as in an `Origin` header, each up to 128 characters; an empty list allows all.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList,
        /// `true` enforces `allowedOrigins` on every playback request, `false` through CORS only, as a new policy does.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// The new name: up to 128 letters, digits, `-` and `_`; need not be unique.
        name: PlaybackRestrictionPolicyName,
    }

    /// What `UpdatePlaybackRestrictionPolicy` made of it.
    UpdatePlaybackRestrictionPolicyResponse: output {
        /// The policy after the change.
        playbackRestrictionPolicy: PlaybackRestrictionPolicy,
    }

    /// Names the policy to delete.
    DeletePlaybackRestrictionPolicyRequest {
        /// The policy; 1 to 128 characters.
        arn: PlaybackRestrictionPolicyArn [required],
    }

    /// Which page of the policies; everything may be left out.
    ListPlaybackRestrictionPoliciesRequest {
        /// The `nextToken` that the page before came with; leave it out for the first page. Up to 1,024 characters.
        nextToken: PaginationToken,
        /// Policies in a page, 1 to 100. Default: 1, so it is worth setting.
        maxResults: MaxPlaybackRestrictionPolicyResults,
    }

    /// One page of policies.
    ListPlaybackRestrictionPoliciesResponse: output {
        /// The policies of this page; may be empty.
        playbackRestrictionPolicies: PlaybackRestrictionPolicyList [required],
        /// There while more pages follow: send it with the next request.
        nextToken: PaginationToken,
    }

    /// A policy as it is listed, complete.
    PlaybackRestrictionPolicySummary: output {
        /// Identifies it; what a channel's `playbackRestrictionPolicyArn` takes.
        arn: PlaybackRestrictionPolicyArn [required],
        /// Countries that are allowed, as two-letter codes of ISO 3166-1; empty: all.
        allowedCountries: PlaybackRestrictionPolicyAllowedCountryList [required],
        /// Sites that are allowed, as in an `Origin` header; empty: all.
        allowedOrigins: PlaybackRestrictionPolicyAllowedOriginList [required],
        /// `true` if `allowedOrigins` is enforced on every playback request, not only through CORS. Default: `false`.
        enableStrictOriginEnforcement: PlaybackRestrictionPolicyEnableStrictOriginEnforcement,
        /// Its name, not necessarily unique.
        name: PlaybackRestrictionPolicyName,
        /// Its labels, up to 50.
        tags: Tags,
    }
}

lists! {
    /// Country codes; an empty list stands for every country.
    PlaybackRestrictionPolicyAllowedCountryList of PlaybackRestrictionPolicyAllowedCountry {}

    /// Origins of sites; an empty list stands for every site.
    PlaybackRestrictionPolicyAllowedOriginList of PlaybackRestrictionPolicyAllowedOrigin {}

    /// A page of policies.
    PlaybackRestrictionPolicyList of PlaybackRestrictionPolicySummary {}
}

strings! {
    /// ARN of the playback restriction policy of a channel, up to 128 characters. An empty string stands for none.
    ChannelPlaybackRestrictionPolicyArn {
        min: 0,
        max: 128,
        pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:playback-restriction-policy/[a-zA-Z0-9-]+$",
    }

    /// Two-letter country code of ISO 3166-1 (alpha-2), officially assigned.
    PlaybackRestrictionPolicyAllowedCountry { min: 2, max: 2, }

    /// Origin of a site, as browsers send it in the `Origin` header: scheme, host and, if unusual, port. Up to 128
    /// characters.
    PlaybackRestrictionPolicyAllowedOrigin { min: 0, max: 128, }

    /// Name of a playback restriction policy: up to 128 letters, digits, `-` and `_`.
    PlaybackRestrictionPolicyName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// ARN of a playback restriction policy, 1 to 128 characters.
    PlaybackRestrictionPolicyArn {
        min: 1,
        max: 128,
        pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:playback-restriction-policy/[a-zA-Z0-9-]+",
    }
}

integers! {
    /// Items in a page of playback restriction policies, 1 to 100.
    MaxPlaybackRestrictionPolicyResults { min: 1, max: 100, }
}

booleans! {
    /// Whether the allowed origins bind every playback request. Default: `false`.
    PlaybackRestrictionPolicyEnableStrictOriginEnforcement;
}
