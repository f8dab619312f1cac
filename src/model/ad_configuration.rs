//! TODO.

use super::channel::ChannelArn;
use super::common::{Boolean, PaginationToken, Time};
use super::tag::Tags;

operations! {
    /// TODO.
    CreateAdConfiguration {
        http: Post "/CreateAdConfiguration" => 200,
        input: CreateAdConfigurationRequest,
        output: CreateAdConfigurationResponse,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, PendingVerification, ThrottlingException, ConflictException, ServiceQuotaExceededException],
    }

    /// TODO.
    GetAdConfiguration {
        http: Post "/GetAdConfiguration" => 200,
        input: GetAdConfigurationRequest,
        output: GetAdConfigurationResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    UpdateAdConfiguration {
        http: Post "/UpdateAdConfiguration" => 200,
        input: UpdateAdConfigurationRequest,
        output: UpdateAdConfigurationResponse,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, PendingVerification, ThrottlingException, ConflictException, ServiceQuotaExceededException],
    }

    /// TODO.
    DeleteAdConfiguration {
        http: Post "/DeleteAdConfiguration" => 204,
        input: DeleteAdConfigurationRequest,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, ConflictException],
    }

    /// TODO.
    ListAdConfigurations {
        http: Post "/ListAdConfigurations" => 200,
        input: ListAdConfigurationsRequest,
        output: ListAdConfigurationsResponse,
        pages: "adConfigurations",
        readonly: yes,
        errors: [InternalServerException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    InsertAdBreak {
        http: Post "/InsertAdBreak" => 200,
        input: InsertAdBreakRequest,
        output: InsertAdBreakResponse,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, ChannelNotBroadcasting, ThrottlingException, ConflictException],
    }
}

structures! {
    /// TODO.
    CreateAdConfigurationRequest {
        /// TODO.
        name: AdConfigurationName,
        /// TODO.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList [required],
        /// TODO.
        postRollConfiguration: PostRollConfiguration,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    MediaTailorPlaybackConfiguration {
        /// TODO.
        playbackConfigurationArn: MediaTailorPlaybackConfigurationArn,
    }

    /// TODO.
    PostRollConfiguration {
        /// TODO.
        durationSeconds: AdDurationSeconds [required],
        /// TODO.
        enabled: Boolean [required],
    }

    /// TODO.
    CreateAdConfigurationResponse {
        /// TODO.
        adConfiguration: AdConfiguration [required],
    }

    /// TODO.
    AdConfiguration {
        /// TODO.
        arn: AdConfigurationArn [required],
        /// TODO.
        name: AdConfigurationName,
        /// TODO.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList [required],
        /// TODO.
        postRollConfiguration: PostRollConfiguration,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    GetAdConfigurationRequest {
        /// TODO.
        arn: AdConfigurationArn [required],
    }

    /// TODO.
    GetAdConfigurationResponse {
        /// TODO.
        adConfiguration: AdConfiguration,
    }

    /// TODO.
    UpdateAdConfigurationRequest {
        /// TODO.
        arn: AdConfigurationArn [required],
        /// TODO.
        name: AdConfigurationName,
        /// TODO.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList,
        /// TODO.
        postRollConfiguration: PostRollConfiguration,
    }

    /// TODO.
    UpdateAdConfigurationResponse {
        /// TODO.
        adConfiguration: AdConfiguration [required],
    }

    /// TODO.
    DeleteAdConfigurationRequest {
        /// TODO.
        arn: AdConfigurationArn [required],
    }

    /// TODO.
    ListAdConfigurationsRequest {
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxAdConfigurationResults,
    }

    /// TODO.
    ListAdConfigurationsResponse {
        /// TODO.
        adConfigurations: AdConfigurationList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    AdConfigurationSummary {
        /// TODO.
        arn: AdConfigurationArn [required],
        /// TODO.
        name: AdConfigurationName,
        /// TODO.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList [required],
        /// TODO.
        postRollConfiguration: PostRollConfiguration,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    InsertAdBreakRequest {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        durationSeconds: AdDurationSeconds [required],
        /// TODO.
        adBreakId: AdBreakId,
        /// TODO.
        targetStartAt: Time,
    }

    /// TODO.
    InsertAdBreakResponse {
        /// TODO.
        adBreakId: AdBreakId,
        /// TODO.
        targetStartAt: Time,
    }
}

lists! {
    /// TODO.
    MediaTailorPlaybackConfigurationsList of MediaTailorPlaybackConfiguration { min: 1, max: 3, }

    /// TODO.
    AdConfigurationList of AdConfigurationSummary {}
}

strings! {
    /// TODO.
    ChannelAdConfigurationArn { min: 0, max: 128, pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+$", }

    /// TODO.
    AdConfigurationName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// TODO.
    MediaTailorPlaybackConfigurationArn { min: 0, max: 128, pattern: r"arn:aws:mediatailor:[a-z0-9-]+:[0-9]+:playbackConfiguration/[a-zA-Z0-9-]+", }

    /// TODO.
    AdConfigurationArn { min: 0, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+", }

    /// TODO.
    AdBreakId { min: 12, max: 12, pattern: r"[a-zA-Z0-9]+", }
}

integers! {
    /// TODO.
    AdDurationSeconds { min: 1, max: 300, }

    /// TODO.
    MaxAdConfigurationResults { min: 1, max: 100, }
}
