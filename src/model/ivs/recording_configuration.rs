//! Recording configurations: into which S3 bucket, and in what form, channels are recorded.
//!
//! A channel whose `recordingConfigurationArn` names one is recorded whenever it is live; several may share one.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// Makes a recording configuration for an S3 bucket that exists in the same region.
    ///
    /// The answer may still say `CREATING`: call `GetRecordingConfiguration` until the state is `ACTIVE`, then give the
    /// ARN to a channel. A bucket of another region is refused, though us-east-1 may only tell by `CREATE_FAILED`: then
    /// delete the configuration and make another. It cannot be updated; only its tags can change.
    CreateRecordingConfiguration(CreateRecordingConfigurationRequest) -> CreateRecordingConfigurationResponse
        raises InternalServerException, AccessDeniedException, ValidationException, PendingVerification,
            ConflictException, ServiceQuotaExceededException;

    /// Reads one recording configuration, for instance to wait until its `state` is `ACTIVE`.
    ///
    /// Fails with `ResourceNotFoundException` where there is none of that ARN.
    GetRecordingConfiguration(GetRecordingConfigurationRequest) -> GetRecordingConfigurationResponse [readonly: yes]
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException;

    /// Deletes a recording configuration.
    ///
    /// `ConflictException` (409) says that a channel still uses it. Take it off every such channel before, with
    /// `UpdateChannel` and an empty `recordingConfigurationArn`.
    DeleteRecordingConfiguration(DeleteRecordingConfigurationRequest) [success: 204]
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            ConflictException;

    /// Lists the recording configurations of this account and region, without their thumbnail and rendition settings.
    ListRecordingConfigurations(ListRecordingConfigurationsRequest) -> ListRecordingConfigurationsResponse
        [pages: "recordingConfigurations", readonly: yes]
        raises InternalServerException, AccessDeniedException, ValidationException;
}

structures! {
    /// A recording configuration to make.
    CreateRecordingConfigurationRequest {
        /// A name of your choice, also one already in use: up to 128 letters, digits, `-` and `_`.
        name: RecordingConfigurationName,
        /// Where recordings go: an S3 bucket, given as `{ s3: { bucketName } }`.
        destinationConfiguration: DestinationConfiguration [required],
        /// Labels to give it: up to 50, with keys of 1 to 128 and values of up to 256 characters.
        tags: Tags,
        /// Whether thumbnails are kept, and how. Left out: one every 60 seconds, in the resolution of the source.
        thumbnailConfiguration: ThumbnailConfiguration,
        /// Seconds, 0 to 300, within which a broadcast that dropped may come back and still be one recording with what
        /// went before. Default: 0, every reconnection starts another recording.
        recordingReconnectWindowSeconds: RecordingReconnectWindowSeconds,
        /// Which qualities of the picture are recorded. Left out: all of them.
        renditionConfiguration: RenditionConfiguration,
    }

    /// Where recordings go. Exactly one kind of destination is given, and S3 is the only kind there is.
    DestinationConfiguration {
        /// An S3 bucket.
        s3: S3DestinationConfiguration,
    }

    /// An S3 bucket for recordings.
    S3DestinationConfiguration {
        /// Name of the bucket, which lies in the same region: 3 to 63 lower-case letters, digits, `-` and `.`.
        bucketName: S3DestinationBucketName [required],
    }

    /// Whether still pictures are kept with a recording, and how.
    ThumbnailConfiguration {
        /// Whether there are thumbnails at all. Default: `INTERVAL`, there are.
        recordingMode: RecordingMode,
        /// Seconds from one thumbnail to the next, 1 to 60. Default: 60. It belongs to `INTERVAL`, which requires it.
        ///
        /// On a `BASIC` channel, or a `STANDARD` one with multitrack input, the interval is kept only if the encoder
        /// sends its keyframes (IDR) closer together than that.
        targetIntervalSeconds: TargetIntervalSeconds,
        /// Resolution of the thumbnails. Default: that of the source, which also stands in where the stream lacks the
        /// rendition asked for.
        resolution: ThumbnailConfigurationResolution,
        /// Whether each thumbnail is kept, only the newest, or (naming both) either way. Default: `["SEQUENTIAL"]`.
        storage: ThumbnailConfigurationStorageList,
    }

    /// Which qualities of the picture are recorded.
    RenditionConfiguration {
        /// Which set is recorded. Default: `ALL`. `CUSTOM` records those in `renditions`; on `BASIC` channels it has no
        /// effect.
        renditionSelection: RenditionConfigurationRenditionSelection,
        /// The renditions to record; needed with `CUSTOM`, ignored otherwise.
        /// For one that the stream lacks, the best that it has is recorded.
        renditions: RenditionConfigurationRenditionList,
    }

    /// What `CreateRecordingConfiguration` made.
    CreateRecordingConfigurationResponse: output {
        /// The new recording configuration, with its ARN; not usable before its `state` is `ACTIVE`.
        recordingConfiguration: RecordingConfiguration,
    }

    /// How and where channels are recorded.
    RecordingConfiguration: output {
        /// Identifies it; what a channel's `recordingConfigurationArn` takes.
        arn: RecordingConfigurationArn [required],
        /// Its name, not necessarily unique.
        name: RecordingConfigurationName,
        /// Where recordings go.
        destinationConfiguration: DestinationConfiguration [required],
        /// Whether it can be used: only once it is `ACTIVE`.
        state: RecordingConfigurationState [required],
        /// Its labels, up to 50.
        tags: Tags,
        /// Whether thumbnails are kept, and how.
        thumbnailConfiguration: ThumbnailConfiguration,
        /// Seconds, 0 to 300, within which a broadcast that dropped may come back and still be one recording with what
        /// went before. Default: 0.
        recordingReconnectWindowSeconds: RecordingReconnectWindowSeconds,
        /// Which qualities of the picture are recorded.
        renditionConfiguration: RenditionConfiguration,
    }

    /// Names the recording configuration to read.
    GetRecordingConfigurationRequest {
        /// The recording configuration; up to 128 characters.
        arn: RecordingConfigurationArn [required],
    }

    /// What `GetRecordingConfiguration` found.
    GetRecordingConfigurationResponse: output {
        /// The recording configuration.
        recordingConfiguration: RecordingConfiguration,
    }

    /// Names the recording configuration to delete.
    DeleteRecordingConfigurationRequest {
        /// The recording configuration; up to 128 characters.
        arn: RecordingConfigurationArn [required],
    }

    /// Which page of the recording configurations; everything may be left out.
    ListRecordingConfigurationsRequest {
        /// The `nextToken` that the page before came with; leave it out for the first page. Up to 1,024 characters.
        nextToken: PaginationToken,
        /// Recording configurations in a page, 1 to 100. Default: 100, or the account's quota of them if that is less.
        maxResults: MaxRecordingConfigurationResults,
    }

    /// One page of recording configurations.
    ListRecordingConfigurationsResponse: output {
        /// The recording configurations of this page; may be empty.
        recordingConfigurations: RecordingConfigurationList [required],
        /// There while more pages follow: send it with the next request.
        nextToken: PaginationToken,
    }

    /// A recording configuration as it is listed; `GetRecordingConfiguration` adds the settings of what is recorded.
    RecordingConfigurationSummary: output {
        /// Identifies it; what a channel's `recordingConfigurationArn` takes.
        arn: RecordingConfigurationArn [required],
        /// Its name, not necessarily unique.
        name: RecordingConfigurationName,
        /// Where recordings go.
        destinationConfiguration: DestinationConfiguration [required],
        /// Whether it can be used: only once it is `ACTIVE`.
        state: RecordingConfigurationState [required],
        /// Its labels, up to 50.
        tags: Tags,
    }
}

lists! {
    /// Ways in which thumbnails are kept.
    ThumbnailConfigurationStorageList of ThumbnailConfigurationStorage {}

    /// Renditions to record.
    RenditionConfigurationRenditionList of RenditionConfigurationRendition {}

    /// A page of recording configurations.
    RecordingConfigurationList of RecordingConfigurationSummary {}
}

strings! {
    /// ARN of the recording configuration of a channel, up to 128 characters. An empty string turns recording off.
    ChannelRecordingConfigurationArn {
        min: 0,
        max: 128,
        pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+$",
    }

    /// ARN of a recording configuration, up to 128 characters.
    RecordingConfigurationArn {
        min: 0,
        max: 128,
        pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+",
    }

    /// Name of a recording configuration: up to 128 letters, digits, `-` and `_`.
    RecordingConfigurationName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// Name of an S3 bucket: 3 to 63 lower-case letters, digits, `-` and `.`.
    S3DestinationBucketName { min: 3, max: 63, pattern: r"[a-z0-9-.]+", }

    /// How far the making of a recording configuration has come.
    ///
    /// - `CREATING`: under way; ask again in a moment.
    /// - `CREATE_FAILED`: it came to nothing, for instance over a bucket of another region; delete it.
    /// - `ACTIVE`: channels can be recorded with it.
    RecordingConfigurationState { values: [CREATING, CREATE_FAILED, ACTIVE], }

    /// Whether thumbnails are taken.
    ///
    /// - `DISABLED`: none.
    /// - `INTERVAL`: one every `targetIntervalSeconds`. The default.
    RecordingMode { values: [DISABLED, INTERVAL], }

    /// Resolution of thumbnails; the source's is used where the stream has no such rendition.
    ///
    /// - `SD`: 480p.
    /// - `HD`: 720p.
    /// - `FULL_HD`: 1080p.
    /// - `LOWEST_RESOLUTION`: the smallest rendition.
    ThumbnailConfigurationResolution { values: [SD, HD, FULL_HD, LOWEST_RESOLUTION], }

    /// How thumbnails are kept.
    ///
    /// - `SEQUENTIAL`: all of them, one after the other, under `media/thumbnails`. The default.
    /// - `LATEST`: the newest alone, as `media/latest_thumbnail/thumb.jpg`, replaced every `targetIntervalSeconds`.
    ThumbnailConfigurationStorage { values: [SEQUENTIAL, LATEST], }

    /// Which renditions of a stream are recorded.
    ///
    /// - `ALL`: each that the stream has. The default.
    /// - `NONE`: no rendition.
    /// - `CUSTOM`: those in `renditions`; without effect on `BASIC` channels.
    RenditionConfigurationRenditionSelection { values: [ALL, NONE, CUSTOM], }

    /// A rendition to record; the best available stands in for one that the stream lacks.
    ///
    /// - `SD`: 480p.
    /// - `HD`: 720p.
    /// - `FULL_HD`: 1080p.
    /// - `LOWEST_RESOLUTION`: the smallest.
    RenditionConfigurationRendition { values: [SD, HD, FULL_HD, LOWEST_RESOLUTION], }
}

integers! {
    /// Seconds between thumbnails, 1 to 60. Default: 60.
    TargetIntervalSeconds { min: 1, max: 60, long: yes, }

    /// Seconds within which a reconnection continues the recording, 0 to 300. Default: 0.
    RecordingReconnectWindowSeconds { min: 0, max: 300, }

    /// Items in a page of recording configurations, 1 to 100.
    MaxRecordingConfigurationResults { min: 1, max: 100, }
}
