//! Channels: the lasting settings of a broadcast, with the address an encoder sends to and the address a player loads.
//!
//! A channel carries one stream at a time and has one stream key.

use super::ad_configuration::ChannelAdConfigurationArn;
use super::common::{BatchErrors, Boolean, PaginationToken, String};
use super::failover_slate_configuration::ChannelFailoverSlateConfigurationArn;
use super::playback_restriction_policy::ChannelPlaybackRestrictionPolicyArn;
use super::recording_configuration::ChannelRecordingConfigurationArn;
use super::stream_key::StreamKey;
use super::tag::Tags;

operations! {
    /// Makes a channel together with its stream key: all that an encoder needs to go live.
    ///
    /// Every setting has a default, so `{}` is a valid input. Keep `streamKey.value` of the answer as a secret, point
    /// the encoder at `channel.ingestEndpoint` and a player at `channel.playbackUrl`. 5 calls a second per account
    /// and region. `ServiceQuotaExceededException`: the account has as many channels in this region as it may.
    CreateChannel(CreateChannelRequest) -> CreateChannelResponse
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification,
            ServiceQuotaExceededException;

    /// Reads all settings and addresses of one channel, but not its stream key (see `ListStreamKeys`).
    ///
    /// 5 calls a second per account and region; `BatchGetChannel` reads 50 channels in one.
    /// `ResourceNotFoundException`: this region has no such channel.
    GetChannel(GetChannelRequest) -> GetChannelResponse [readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException;

    /// Reads 1 to 50 channels in one call.
    ///
    /// The call succeeds even if channels are missing: look into `errors` of the answer, which names each ARN that
    /// could not be read. 5 calls a second per account and region.
    BatchGetChannel(BatchGetChannelRequest) -> BatchGetChannelResponse [readonly: yes]
        raises AccessDeniedException, ValidationException, ServiceUnavailable;

    /// Changes the settings that the input names and leaves the others alone.
    ///
    /// Only while the channel is off air: a live one answers `ConflictException`, so call `StopStream`, update, and let
    /// the encoder connect anew. Tags are changed by `TagResource`. 5 calls a second per account and region.
    UpdateChannel(UpdateChannelRequest) -> UpdateChannelResponse
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification,
            ThrottlingException, ConflictException;

    /// Removes a channel and its stream key for good; its ingest and playback addresses stop working.
    ///
    /// A live channel answers `ConflictException`. Call `StopStream`, wait until the stream has ended (EventBridge
    /// reports `Stream End`), then delete; `DeleteStreamKey` first keeps the encoder from reconnecting meanwhile.
    /// 5 calls a second per account and region.
    DeleteChannel(DeleteChannelRequest) [success: 204]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification,
            ConflictException;

    /// Lists the channels of this account and region, up to 100 a page, with at most one filter.
    ///
    /// Two filters at once answer `ConflictException`. Ask again with `nextToken` until the answer has none.
    /// The items lack the addresses, multitrack input and container format: `BatchGetChannel` reads those.
    /// 5 calls a second per account and region.
    ListChannels(ListChannelsRequest) -> ListChannelsResponse [pages: "channels", readonly: yes]
        raises AccessDeniedException, ValidationException, ConflictException;
}

structures! {
    /// The settings of a new channel; all have defaults.
    CreateChannelRequest {
        /// A label for people, need not be unique: up to 128 of `A-Z`, `a-z`, `0-9`, `-` and `_`. Default: no name.
        name: ChannelName,
        /// How far viewers may lag behind the broadcaster. Default: `LOW`.
        latencyMode: ChannelLatencyMode,
        /// What the encoder may send and which renditions viewers get. Default: `STANDARD`.
        /// An encoder that goes beyond the resolution or bitrate of the type is likely to be cut off at once.
        type: ChannelType,
        /// `true` makes the channel private: it plays only with a token signed by a playback key pair's private key.
        /// Default: `false`, anyone with the playback URL can watch.
        authorized: Boolean,
        /// Records every stream as this recording configuration says. Default: `""`, nothing is recorded.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// Labels to start with, up to 50: keys of 1 to 128 characters, values of up to 256. Default: none.
        tags: Tags,
        /// `true` lets encoders connect without encryption too, by RTMP or by SRT without a passphrase.
        /// Default: `false`.
        insecureIngest: Boolean,
        /// The bitrates that viewers are served. Only for `ADVANCED_SD` and `ADVANCED_HD`, whose default is
        /// `HIGHER_BANDWIDTH_DELIVERY`; the other types have no preset (`""`).
        preset: TranscodePreset,
        /// Limits who may watch, by country and by web origin, as this policy says. Default: `""`, no limits.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// Lets the encoder send several renditions itself; for `STANDARD` channels. Default: off.
        multitrackInputConfiguration: MultitrackInputConfiguration,
        /// How the video is packed for viewers. Default: `TS`.
        /// With multitrack input enabled it must be given, as `FRAGMENTED_MP4`.
        containerFormat: ContainerFormat,
        /// The ad configuration from which this channel's ad breaks are filled. Default: `""`, none.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// The failover slate shown to viewers when the broadcast drops out. Default: `""`, none.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }

    /// The new channel, ready for an encoder.
    CreateChannelResponse: output {
        /// The channel as made, defaults filled in.
        channel: Channel,
        /// Its stream key with the secret value. `GetStreamKey` reads it again later.
        streamKey: StreamKey,
    }

    /// A channel with all its settings and addresses.
    Channel: output {
        /// Names the channel in every other call.
        arn: ChannelArn,
        /// Its label for people; `""` if it has none.
        name: ChannelName,
        /// How far viewers may lag behind the broadcaster.
        latencyMode: ChannelLatencyMode,
        /// What the encoder may send and which renditions viewers get.
        type: ChannelType,
        /// The recording configuration that its streams are recorded by; `""` if they are not recorded.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// Host that an encoder connects to by RTMPS, as `rtmps://{ingestEndpoint}:443/app/` with the stream key.
        ingestEndpoint: IngestEndpoint,
        /// HLS playlist that a player loads; it answers only while the channel is live.
        playbackUrl: PlaybackURL,
        /// `true` if the channel is private, so that players need a signed token.
        authorized: IsAuthorized,
        /// Its labels, up to 50.
        tags: Tags,
        /// `true` if encoders may connect without encryption.
        insecureIngest: InsecureIngest,
        /// The bitrates that viewers are served; `""` for `BASIC` and `STANDARD`, which have no choice.
        preset: TranscodePreset,
        /// Where and how an encoder connects by SRT instead of RTMPS.
        srt: Srt,
        /// The policy that limits who may watch; `""` if there is none.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// Whether the encoder may or must send several renditions itself.
        multitrackInputConfiguration: MultitrackInputConfiguration,
        /// How the video is packed for viewers.
        containerFormat: ContainerFormat,
        /// The ad configuration from which ad breaks are filled; `""` if there is none.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// The failover slate shown when the broadcast drops out; `""` if there is none.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }

    /// Whether an encoder may send several renditions of the picture itself, in place of IVS transcoding one.
    MultitrackInputConfiguration {
        /// `true` switches it on. Default: `false`.
        /// Needs type `STANDARD` (any other is refused), `policy`, `maximumResolution` and the channel's
        /// `containerFormat: "FRAGMENTED_MP4"`.
        enabled: IsMultitrackInputEnabled,
        /// Whether an encoder with a single rendition is still welcome. Must be given when `enabled` is `true`.
        policy: MultitrackPolicy,
        /// The largest picture the encoder may send. Must be given when `enabled` is `true`.
        maximumResolution: MultitrackMaximumResolution,
    }

    /// How an encoder reaches the channel by SRT.
    Srt: output {
        /// Address to connect to; the encoder adds the stream key's value as `streamid`.
        endpoint: SrtEndpoint,
        /// Secret that encrypts the connection, made up by IVS. Of no use on a channel with `insecureIngest`.
        passphrase: SrtPassphrase,
    }

    /// Which channel to read.
    GetChannelRequest {
        /// The channel, at most 128 characters; it must be of the client's region.
        arn: ChannelArn [required],
    }

    /// The channel that was asked for.
    GetChannelResponse: output {
        /// All its settings and addresses.
        channel: Channel,
    }

    /// Which channels to read at once.
    BatchGetChannelRequest {
        /// 1 to 50 channels.
        arns: ChannelArnList [required],
    }

    /// The channels that could be read, and what became of the others.
    ///
    /// Browsers hide most response headers from a page, so there the header members are usually absent.
    BatchGetChannelResponse: output with response_headers {
        /// The channels that were found; do not rely on the order of the request.
        channels: Channels,
        /// One entry for each ARN that could not be read.
        errors: BatchErrors,
    }

    /// Which channel to change, and the settings to change. What is left out stays as it is.
    UpdateChannelRequest {
        /// The channel to change; it must be off air.
        arn: ChannelArn [required],
        /// New label: up to 128 of `A-Z`, `a-z`, `0-9`, `-` and `_`. `""` takes the name away.
        name: ChannelName,
        /// How far viewers may lag behind the broadcaster.
        latencyMode: ChannelLatencyMode,
        /// What the encoder may send and which renditions viewers get. New channels are `STANDARD`.
        /// An encoder that goes beyond the resolution or bitrate of the type is likely to be cut off at once.
        type: ChannelType,
        /// `true` makes the channel private, `false` public.
        authorized: Boolean,
        /// Records the coming streams as this recording configuration says; `""` stops recording.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// `true` lets encoders connect without encryption too, by RTMP or by SRT. New channels have `false`.
        insecureIngest: Boolean,
        /// The bitrates that viewers are served. Only for `ADVANCED_SD` and `ADVANCED_HD`, whose default is
        /// `HIGHER_BANDWIDTH_DELIVERY`; the other types have no preset (`""`).
        preset: TranscodePreset,
        /// Limits who may watch as this policy says; `""` lifts the limits.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// Lets the encoder send several renditions itself; for `STANDARD` channels. New channels have it off.
        multitrackInputConfiguration: MultitrackInputConfiguration,
        /// How the video is packed for viewers. New channels use `TS`.
        /// With multitrack input enabled it must be given, as `FRAGMENTED_MP4`.
        containerFormat: ContainerFormat,
        /// The ad configuration from which ad breaks are filled; `""` takes it away.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// The failover slate shown when the broadcast drops out; `""` switches it off.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }

    /// The channel after the change.
    UpdateChannelResponse: output {
        /// All its settings, changed and unchanged.
        channel: Channel,
    }

    /// Which channel to remove.
    DeleteChannelRequest {
        /// The channel to remove; it must be off air.
        arn: ChannelArn [required],
    }

    /// Which channels to list: everything, or what one filter lets through.
    ListChannelsRequest {
        /// Only channels of this name, at most 128 characters.
        filterByName: ChannelName,
        /// Only channels that record with this recording configuration.
        filterByRecordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// Only channels under this playback restriction policy.
        filterByPlaybackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// Only channels with this ad configuration.
        filterByAdConfigurationArn: ChannelAdConfigurationArn,
        /// Only channels with this failover slate.
        filterByFailoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
        /// The `nextToken` of the page before, with the filter unchanged. Leave it out for the first page.
        nextToken: PaginationToken,
        /// How many channels a page holds at most, 1 to 100. Default: 100.
        maxResults: MaxChannelResults,
    }

    /// A page of channels.
    ListChannelsResponse: output {
        /// The channels of this page; may be empty.
        channels: ChannelList [required],
        /// Gets the next page. Absent on the last one.
        nextToken: PaginationToken,
    }

    /// A channel as `ListChannels` shows it: without addresses, multitrack input and container format.
    ChannelSummary: output {
        /// Names the channel in every other call.
        arn: ChannelArn,
        /// Its label for people; `""` if it has none.
        name: ChannelName,
        /// How far viewers may lag behind the broadcaster.
        latencyMode: ChannelLatencyMode,
        /// `true` if the channel is private, so that players need a signed token.
        authorized: IsAuthorized,
        /// The recording configuration that its streams are recorded by; `""` if they are not recorded.
        recordingConfigurationArn: ChannelRecordingConfigurationArn,
        /// Its labels, up to 50.
        tags: Tags,
        /// `true` if encoders may connect without encryption.
        insecureIngest: InsecureIngest,
        /// What the encoder may send and which renditions viewers get.
        type: ChannelType,
        /// The bitrates that viewers are served; `""` for `BASIC` and `STANDARD`, which have no choice.
        preset: TranscodePreset,
        /// The policy that limits who may watch; `""` if there is none.
        playbackRestrictionPolicyArn: ChannelPlaybackRestrictionPolicyArn,
        /// The ad configuration from which ad breaks are filled; `""` if there is none.
        adConfigurationArn: ChannelAdConfigurationArn,
        /// The failover slate shown when the broadcast drops out; `""` if there is none.
        failoverSlateConfigurationArn: ChannelFailoverSlateConfigurationArn,
    }
}

lists! {
    /// 1 to 50 channels to read at once.
    ChannelArnList of ChannelArn { min: 1, max: 50, }

    /// The channels that a batch found.
    Channels of Channel {}

    /// The channels of a page.
    ChannelList of ChannelSummary {}
}

strings! {
    /// A channel's label for people: up to 128 of `A-Z`, `a-z`, `0-9`, `-` and `_`. `""` is no name.
    ChannelName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// How far viewers may lag behind the broadcaster.
    ///
    /// - `LOW`: as little as possible, for viewers who take part (chat, quizzes, auctions). The default.
    /// - `NORMAL`: ordinary live delay, for broadcasts up to Full HD that are only watched.
    ChannelLatencyMode { values: [NORMAL, LOW], }

    /// What an encoder may send and which renditions viewers get.
    ///
    /// - `BASIC`: viewers get just what comes in. Up to 1080p; 1.5 Mbps up to 480p, 3.5 Mbps above.
    /// - `STANDARD`: IVS makes a ladder of renditions. Up to 1080p and 8.5 Mbps. The default.
    /// - `ADVANCED_SD`: takes what `STANDARD` takes, serves renditions up to 480p, with a choice of `preset`.
    /// - `ADVANCED_HD`: takes what `STANDARD` takes, serves renditions up to 720p, with a choice of `preset`.
    ChannelType { values: [BASIC, STANDARD, ADVANCED_SD, ADVANCED_HD], }

    /// The bitrates that viewers of an `ADVANCED_SD` or `ADVANCED_HD` channel are served; `""` on other types.
    ///
    /// - `HIGHER_BANDWIDTH_DELIVERY`: more bits per rendition, for fast and busy pictures. The default of those types.
    /// - `CONSTRAINED_BANDWIDTH_DELIVERY`: fewer bits than `STANDARD`, for slow connections and calm pictures.
    TranscodePreset { values: [HIGHER_BANDWIDTH_DELIVERY, CONSTRAINED_BANDWIDTH_DELIVERY], }

    /// Whether an encoder with a single rendition may use a channel with multitrack input.
    ///
    /// - `ALLOW`: it may; several renditions are welcome but not demanded.
    /// - `REQUIRE`: it may not; only multitrack encoders get on air.
    MultitrackPolicy { values: [ALLOW, REQUIRE], }

    /// The largest picture that a multitrack encoder may send.
    ///
    /// - `SD`: 480p.
    /// - `HD`: 720p.
    /// - `FULL_HD`: 1080p.
    MultitrackMaximumResolution { values: [SD, HD, FULL_HD], }

    /// How the video is packed for viewers.
    ///
    /// - `TS`: MPEG transport stream segments. The default; not possible with multitrack input.
    /// - `FRAGMENTED_MP4`: fMP4 segments.
    ContainerFormat { values: [TS, FRAGMENTED_MP4], }

    /// Names a channel, as `arn:aws:ivs:{region}:{account}:channel/{id}`; at most 128 characters.
    ChannelArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:channel/[a-zA-Z0-9-]+", }

    /// Host that an encoder sends to, without protocol, port or path.
    IngestEndpoint {}

    /// HTTPS address of the HLS playlist (`.m3u8`) that a player loads.
    PlaybackURL {}

    /// The `srt://` address that an SRT encoder sends to.
    SrtEndpoint {}

    /// Secret that encrypts an SRT connection.
    SrtPassphrase { sensitive: yes, }
}

integers! {
    /// How many channels a page holds at most, 1 to 100.
    MaxChannelResults { min: 1, max: 100, }
}

booleans! {
    /// Whether encoders may send several renditions.
    IsMultitrackInputEnabled;

    /// Whether players need a signed token.
    IsAuthorized;

    /// Whether encoders may connect without encryption.
    InsecureIngest;
}
