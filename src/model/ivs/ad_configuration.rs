//! Ad configurations and ad breaks: advertising put into a live stream on the server, with ads from MediaTailor.
//!
//! A channel whose `adConfigurationArn` names an ad configuration can be given ad breaks while it is live.

use super::channel::ChannelArn;
use super::common::{Boolean, PaginationToken, Time};
use super::tag::Tags;

operations! {
    /// Makes an ad configuration out of MediaTailor playback configurations that exist already.
    ///
    /// Give its ARN to a channel next (`adConfigurationArn`; the channel's `containerFormat` must be `TS`), then call
    /// `InsertAdBreak` while that channel is live.
    /// `ServiceQuotaExceededException` says that the account has as many as its quota allows.
    CreateAdConfiguration(CreateAdConfigurationRequest) -> CreateAdConfigurationResponse
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            PendingVerification, ThrottlingException, ConflictException, ServiceQuotaExceededException;

    /// Reads one ad configuration. Fails with `ResourceNotFoundException` where there is none of that ARN.
    GetAdConfiguration(GetAdConfigurationRequest) -> GetAdConfigurationResponse [readonly: yes]
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException;

    /// Changes an ad configuration. Send the members to change; a list of sources replaces the former one.
    ///
    /// Tags have operations of their own, `TagResource` and `UntagResource`.
    /// `ConflictException` says that the change clashes with the present state: read it before trying again.
    UpdateAdConfiguration(UpdateAdConfigurationRequest) -> UpdateAdConfigurationResponse
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            PendingVerification, ThrottlingException, ConflictException, ServiceQuotaExceededException;

    /// Deletes an ad configuration. Take it off its channels before, with `UpdateChannel` and an empty
    /// `adConfigurationArn`; one that is in use raises `ConflictException`.
    DeleteAdConfiguration(DeleteAdConfigurationRequest) [success: 204]
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            ConflictException;

    /// Lists the ad configurations of this account and region.
    ListAdConfigurations(ListAdConfigurationsRequest) -> ListAdConfigurationsResponse
        [pages: "adConfigurations", readonly: yes]
        raises InternalServerException, AccessDeniedException, ValidationException;

    /// Starts an ad break of 1 to 300 seconds in a live channel that has an ad configuration.
    ///
    /// Success means that the break is marked in the playlist; how the ads fared is seen in the metrics of
    /// MediaTailor. Off air it fails with `ChannelNotBroadcasting`.
    InsertAdBreak(InsertAdBreakRequest) -> InsertAdBreakResponse
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            ChannelNotBroadcasting, ThrottlingException, ConflictException;
}

structures! {
    /// An ad configuration to make.
    CreateAdConfigurationRequest {
        /// A name of your choice: up to 128 letters, digits, `-` and `_`. Default: an empty string.
        name: AdConfigurationName,
        /// Where ads come from: 1 to 3 playback configurations of MediaTailor. The first one serves every viewer whose
        /// playback token does not select another.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList [required],
        /// Whether ads follow the end of a stream. Default: they do not (`{ enabled: false, durationSeconds: 15 }`).
        postRollConfiguration: PostRollConfiguration,
        /// Labels to give it: up to 50, with keys of 1 to 128 and values of up to 256 characters.
        tags: Tags,
    }

    /// A source of ads: a playback configuration of AWS Elemental MediaTailor.
    MediaTailorPlaybackConfiguration {
        /// Its ARN, up to 128 characters. Make it in MediaTailor before, in this account and region.
        playbackConfigurationArn: MediaTailorPlaybackConfigurationArn,
    }

    /// The ad break that follows the end of a stream.
    PostRollConfiguration {
        /// How long it lasts: 1 to 300 seconds.
        durationSeconds: AdDurationSeconds [required],
        /// Whether there is one.
        enabled: Boolean [required],
    }

    /// What `CreateAdConfiguration` made.
    CreateAdConfigurationResponse: output {
        /// The new ad configuration, with its ARN.
        adConfiguration: AdConfiguration [required],
    }

    /// Where the ads of a channel come from.
    AdConfiguration: output {
        /// Identifies it; what a channel's `adConfigurationArn` takes.
        arn: AdConfigurationArn [required],
        /// Its name; an empty string if it was given none.
        name: AdConfigurationName,
        /// Where ads come from, 1 to 3 sources. The first one serves every viewer whose playback token does not select
        /// another.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList [required],
        /// Whether ads follow the end of a stream.
        postRollConfiguration: PostRollConfiguration,
        /// Its labels, up to 50.
        tags: Tags,
    }

    /// Names the ad configuration to read.
    GetAdConfigurationRequest {
        /// The ad configuration; up to 128 characters.
        arn: AdConfigurationArn [required],
    }

    /// What `GetAdConfiguration` found.
    GetAdConfigurationResponse: output {
        /// The ad configuration.
        adConfiguration: AdConfiguration,
    }

    /// An ad configuration and what to change in it.
    UpdateAdConfigurationRequest {
        /// The ad configuration; up to 128 characters.
        arn: AdConfigurationArn [required],
        /// The new name: up to 128 letters, digits, `-` and `_`; need not be unique.
        name: AdConfigurationName,
        /// Where ads come from now on: 1 to 3 playback configurations of MediaTailor, the first one being the default.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList,
        /// Whether ads follow the end of a stream from now on.
        postRollConfiguration: PostRollConfiguration,
    }

    /// What `UpdateAdConfiguration` made of it.
    UpdateAdConfigurationResponse: output {
        /// The ad configuration after the change.
        adConfiguration: AdConfiguration [required],
    }

    /// Names the ad configuration to delete.
    DeleteAdConfigurationRequest {
        /// The ad configuration; up to 128 characters.
        arn: AdConfigurationArn [required],
    }

    /// Which page of the ad configurations; everything may be left out.
    ListAdConfigurationsRequest {
        /// The `nextToken` that the page before came with; leave it out for the first page. Up to 1,024 characters.
        nextToken: PaginationToken,
        /// Ad configurations in a page, 1 to 100. Default: 100, or the account's quota of them if that is less.
        maxResults: MaxAdConfigurationResults,
    }

    /// One page of ad configurations.
    ListAdConfigurationsResponse: output {
        /// The ad configurations of this page; may be empty.
        adConfigurations: AdConfigurationList [required],
        /// There while more pages follow: send it with the next request.
        nextToken: PaginationToken,
    }

    /// An ad configuration as it is listed, complete.
    AdConfigurationSummary: output {
        /// Identifies it; what a channel's `adConfigurationArn` takes.
        arn: AdConfigurationArn [required],
        /// Its name; an empty string if it was given none.
        name: AdConfigurationName,
        /// Where ads come from, 1 to 3 sources. The first one serves every viewer whose playback token does not select
        /// another.
        mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfigurationsList [required],
        /// Whether ads follow the end of a stream.
        postRollConfiguration: PostRollConfiguration,
        /// Its labels, up to 50.
        tags: Tags,
    }

    /// An ad break to insert.
    InsertAdBreakRequest {
        /// The channel, which must be live and have an ad configuration; up to 128 characters.
        channelArn: ChannelArn [required],
        /// How long the break lasts: 1 to 300 seconds.
        durationSeconds: AdDurationSeconds [required],
        /// Your own identifier for the break, not used for another: exactly 12 letters and digits.
        adBreakId: AdBreakId,
        /// The moment at which the break is meant to begin.
        targetStartAt: Time,
    }

    /// The break that was inserted.
    InsertAdBreakResponse {
        /// Identifies the break: 12 letters and digits.
        adBreakId: AdBreakId,
        /// The moment at which it is meant to begin.
        targetStartAt: Time,
    }
}

lists! {
    /// Sources of ads, 1 to 3; the first one is the default.
    MediaTailorPlaybackConfigurationsList of MediaTailorPlaybackConfiguration { min: 1, max: 3, }

    /// A page of ad configurations.
    AdConfigurationList of AdConfigurationSummary {}
}

strings! {
    /// ARN of the ad configuration of a channel, up to 128 characters. An empty string stands for none.
    ChannelAdConfigurationArn {
        min: 0,
        max: 128,
        pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+$",
    }

    /// Name of an ad configuration: up to 128 letters, digits, `-` and `_`.
    AdConfigurationName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// ARN of a MediaTailor playback configuration, up to 128 characters.
    MediaTailorPlaybackConfigurationArn {
        min: 0,
        max: 128,
        pattern: r"arn:aws:mediatailor:[a-z0-9-]+:[0-9]+:playbackConfiguration/[a-zA-Z0-9-]+",
    }

    /// ARN of an ad configuration, up to 128 characters.
    AdConfigurationArn {
        min: 0,
        max: 128,
        pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:ad-configuration/[a-zA-Z0-9-]+",
    }

    /// Identifies one ad break: exactly 12 letters and digits.
    AdBreakId { min: 12, max: 12, pattern: r"[a-zA-Z0-9]+", }
}

integers! {
    /// Length of an ad break in seconds, 1 to 300.
    AdDurationSeconds { min: 1, max: 300, }

    /// Items in a page of ad configurations, 1 to 100.
    MaxAdConfigurationResults { min: 1, max: 100, }
}
