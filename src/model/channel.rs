//! TODO.

use super::ad_configuration::ChannelAdConfigurationArn;
use super::common::{BatchErrors, Boolean, PaginationToken, String};
use super::failover_slate_configuration::ChannelFailoverSlateConfigurationArn;
use super::playback_restriction_policy::ChannelPlaybackRestrictionPolicyArn;
use super::recording_configuration::ChannelRecordingConfigurationArn;
use super::stream_key::StreamKey;
use super::tag::Tags;

operations! {
    /// TODO.
    CreateChannel {
        http: Post "/CreateChannel" => 200,
        input: CreateChannelRequest,
        output: CreateChannelResponse,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification, ServiceQuotaExceededException],
    }

    /// TODO.
    GetChannel {
        http: Post "/GetChannel" => 200,
        input: GetChannelRequest,
        output: GetChannelResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    BatchGetChannel {
        http: Post "/BatchGetChannel" => 200,
        input: BatchGetChannelRequest,
        output: BatchGetChannelResponse,
        readonly: yes,
        errors: [AccessDeniedException, ValidationException, ServiceUnavailable],
    }

    /// TODO.
    UpdateChannel {
        http: Post "/UpdateChannel" => 200,
        input: UpdateChannelRequest,
        output: UpdateChannelResponse,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification, ThrottlingException, ConflictException],
    }

    /// TODO.
    DeleteChannel {
        http: Post "/DeleteChannel" => 204,
        input: DeleteChannelRequest,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification, ConflictException],
    }

    /// TODO.
    ListChannels {
        http: Post "/ListChannels" => 200,
        input: ListChannelsRequest,
        output: ListChannelsResponse,
        pages: "channels",
        readonly: yes,
        errors: [AccessDeniedException, ValidationException, ConflictException],
    }
}

structures! {
    /// TODO.
    CreateChannelRequest {
        /// TODO.
        name: ChannelName,
        /// TODO.
        latencyMode: ChannelLatencyMode,
        /// TODO.
        type: ChannelType,
        /// TODO.
        authorized: Boolean,
        /// TODO.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// TODO.
        tags: Tags,
        /// TODO.
        insecureIngest: Boolean,
        /// TODO.
        preset: TranscodePreset,
        /// TODO.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// TODO.
        multitrackInputConfiguration: MultitrackInputConfiguration,
        /// TODO.
        containerFormat: ContainerFormat,
        /// TODO.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// TODO.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }

    /// TODO.
    MultitrackInputConfiguration {
        /// TODO.
        enabled: IsMultitrackInputEnabled,
        /// TODO.
        policy: MultitrackPolicy,
        /// TODO.
        maximumResolution: MultitrackMaximumResolution,
    }

    /// TODO.
    CreateChannelResponse {
        /// TODO.
        channel: Channel,
        /// TODO.
        streamKey: StreamKey,
    }

    /// TODO.
    Channel {
        /// TODO.
        arn: ChannelArn,
        /// TODO.
        name: ChannelName,
        /// TODO.
        latencyMode: ChannelLatencyMode,
        /// TODO.
        type: ChannelType,
        /// TODO.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// TODO.
        ingestEndpoint: IngestEndpoint,
        /// TODO.
        playbackUrl: PlaybackURL,
        /// TODO.
        authorized: IsAuthorized,
        /// TODO.
        tags: Tags,
        /// TODO.
        insecureIngest: InsecureIngest,
        /// TODO.
        preset: TranscodePreset,
        /// TODO.
        srt: Srt,
        /// TODO.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// TODO.
        multitrackInputConfiguration: MultitrackInputConfiguration,
        /// TODO.
        containerFormat: ContainerFormat,
        /// TODO.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// TODO.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }

    /// TODO.
    Srt {
        /// TODO.
        endpoint: SrtEndpoint,
        /// TODO.
        passphrase: SrtPassphrase,
    }

    /// TODO.
    GetChannelRequest {
        /// TODO.
        arn: ChannelArn [required],
    }

    /// TODO.
    GetChannelResponse {
        /// TODO.
        channel: Channel,
    }

    /// TODO.
    BatchGetChannelRequest {
        /// TODO.
        arns: ChannelArnList [required],
    }

    /// TODO.
    BatchGetChannelResponse {
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
        channels: Channels,
        /// TODO.
        errors: BatchErrors,
    }

    /// TODO.
    UpdateChannelRequest {
        /// TODO.
        arn: ChannelArn [required],
        /// TODO.
        name: ChannelName,
        /// TODO.
        latencyMode: ChannelLatencyMode,
        /// TODO.
        type: ChannelType,
        /// TODO.
        authorized: Boolean,
        /// TODO.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// TODO.
        insecureIngest: Boolean,
        /// TODO.
        preset: TranscodePreset,
        /// TODO.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// TODO.
        multitrackInputConfiguration: MultitrackInputConfiguration,
        /// TODO.
        containerFormat: ContainerFormat,
        /// TODO.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// TODO.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }

    /// TODO.
    UpdateChannelResponse {
        /// TODO.
        channel: Channel,
    }

    /// TODO.
    DeleteChannelRequest {
        /// TODO.
        arn: ChannelArn [required],
    }

    /// TODO.
    ListChannelsRequest {
        /// TODO.
        filterByName: ChannelName,
        /// TODO.
        filterByRecordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// TODO.
        filterByPlaybackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// TODO.
        filterByAdConfigurationArn: ChannelAdConfigurationArn,
        /// TODO.
        filterByFailoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxChannelResults,
    }

    /// TODO.
    ListChannelsResponse {
        /// TODO.
        channels: ChannelList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    ChannelSummary {
        /// TODO.
        arn: ChannelArn,
        /// TODO.
        name: ChannelName,
        /// TODO.
        latencyMode: ChannelLatencyMode,
        /// TODO.
        authorized: IsAuthorized,
        /// TODO.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// TODO.
        tags: Tags,
        /// TODO.
        insecureIngest: InsecureIngest,
        /// TODO.
        type: ChannelType,
        /// TODO.
        preset: TranscodePreset,
        /// TODO.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// TODO.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// TODO.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }
}

lists! {
    /// TODO.
    ChannelArnList of ChannelArn { min: 1, max: 50, }

    /// TODO.
    Channels of Channel {}

    /// TODO.
    ChannelList of ChannelSummary {}
}

strings! {
    /// TODO.
    ChannelName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// TODO.
    ChannelLatencyMode { values: [NORMAL, LOW], }

    /// TODO.
    ChannelType { values: [BASIC, STANDARD, ADVANCED_SD, ADVANCED_HD], }

    /// TODO.
    TranscodePreset { values: [HIGHER_BANDWIDTH_DELIVERY, CONSTRAINED_BANDWIDTH_DELIVERY], }

    /// TODO.
    MultitrackPolicy { values: [ALLOW, REQUIRE], }

    /// TODO.
    MultitrackMaximumResolution { values: [SD, HD, FULL_HD], }

    /// TODO.
    ContainerFormat { values: [TS, FRAGMENTED_MP4], }

    /// TODO.
    ChannelArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:channel/[a-zA-Z0-9-]+", }

    /// TODO.
    IngestEndpoint {}

    /// TODO.
    PlaybackURL {}

    /// TODO.
    SrtEndpoint {}

    /// TODO.
    SrtPassphrase { sensitive: yes, }
}

integers! {
    /// TODO.
    MaxChannelResults { min: 1, max: 100, }
}

booleans! {
    /// TODO.
    IsMultitrackInputEnabled;

    /// TODO.
    IsAuthorized;

    /// TODO.
    InsecureIngest;
}
