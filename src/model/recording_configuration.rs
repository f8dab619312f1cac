//! TODO.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// TODO.
    CreateRecordingConfiguration {
        http: Post "/CreateRecordingConfiguration" => 200,
        input: CreateRecordingConfigurationRequest,
        output: CreateRecordingConfigurationResponse,
        errors: [InternalServerException, AccessDeniedException, ValidationException, PendingVerification, ConflictException, ServiceQuotaExceededException],
    }

    /// TODO.
    GetRecordingConfiguration {
        http: Post "/GetRecordingConfiguration" => 200,
        input: GetRecordingConfigurationRequest,
        output: GetRecordingConfigurationResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    DeleteRecordingConfiguration {
        http: Post "/DeleteRecordingConfiguration" => 204,
        input: DeleteRecordingConfigurationRequest,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, ConflictException],
    }

    /// TODO.
    ListRecordingConfigurations {
        http: Post "/ListRecordingConfigurations" => 200,
        input: ListRecordingConfigurationsRequest,
        output: ListRecordingConfigurationsResponse,
        pages: "recordingConfigurations",
        readonly: yes,
        errors: [InternalServerException, AccessDeniedException, ValidationException],
    }
}

structures! {
    /// TODO.
    RecordingConfiguration {
        /// TODO.
        arn: RecordingConfigurationArn [required],
        /// TODO.
        name: RecordingConfigurationName,
        /// TODO.
        destinationConfiguration: DestinationConfiguration [required],
        /// TODO.
        state: RecordingConfigurationState [required],
        /// TODO.
        tags: Tags,
        /// TODO.
        thumbnailConfiguration: ThumbnailConfiguration,
        /// TODO.
        recordingReconnectWindowSeconds: RecordingReconnectWindowSeconds,
        /// TODO.
        renditionConfiguration: RenditionConfiguration,
    }

    /// TODO.
    DestinationConfiguration {
        /// TODO.
        s3: S3DestinationConfiguration,
    }

    /// TODO.
    S3DestinationConfiguration {
        /// TODO.
        bucketName: S3DestinationBucketName [required],
    }

    /// TODO.
    ThumbnailConfiguration {
        /// TODO.
        recordingMode: RecordingMode,
        /// TODO.
        targetIntervalSeconds: TargetIntervalSeconds,
        /// TODO.
        resolution: ThumbnailConfigurationResolution,
        /// TODO.
        storage: ThumbnailConfigurationStorageList,
    }

    /// TODO.
    RenditionConfiguration {
        /// TODO.
        renditionSelection: RenditionConfigurationRenditionSelection,
        /// TODO.
        renditions: RenditionConfigurationRenditionList,
    }

    /// TODO.
    CreateRecordingConfigurationRequest {
        /// TODO.
        name: RecordingConfigurationName,
        /// TODO.
        destinationConfiguration: DestinationConfiguration [required],
        /// TODO.
        tags: Tags,
        /// TODO.
        thumbnailConfiguration: ThumbnailConfiguration,
        /// TODO.
        recordingReconnectWindowSeconds: RecordingReconnectWindowSeconds,
        /// TODO.
        renditionConfiguration: RenditionConfiguration,
    }

    /// TODO.
    CreateRecordingConfigurationResponse {
        /// TODO.
        recordingConfiguration: RecordingConfiguration,
    }

    /// TODO.
    GetRecordingConfigurationRequest {
        /// TODO.
        arn: RecordingConfigurationArn [required],
    }

    /// TODO.
    GetRecordingConfigurationResponse {
        /// TODO.
        recordingConfiguration: RecordingConfiguration,
    }

    /// TODO.
    DeleteRecordingConfigurationRequest {
        /// TODO.
        arn: RecordingConfigurationArn [required],
    }

    /// TODO.
    ListRecordingConfigurationsRequest {
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxRecordingConfigurationResults,
    }

    /// TODO.
    ListRecordingConfigurationsResponse {
        /// TODO.
        recordingConfigurations: RecordingConfigurationList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    RecordingConfigurationSummary {
        /// TODO.
        arn: RecordingConfigurationArn [required],
        /// TODO.
        name: RecordingConfigurationName,
        /// TODO.
        destinationConfiguration: DestinationConfiguration [required],
        /// TODO.
        state: RecordingConfigurationState [required],
        /// TODO.
        tags: Tags,
    }
}

lists! {
    /// TODO.
    ThumbnailConfigurationStorageList of ThumbnailConfigurationStorage {}

    /// TODO.
    RenditionConfigurationRenditionList of RenditionConfigurationRendition {}

    /// TODO.
    RecordingConfigurationList of RecordingConfigurationSummary {}
}

strings! {
    /// TODO.
    ChannelRecordingConfigurationArn { min: 0, max: 128, pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+$", }

    /// TODO.
    RecordingConfigurationArn { min: 0, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+", }

    /// TODO.
    RecordingConfigurationName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// TODO.
    S3DestinationBucketName { min: 3, max: 63, pattern: r"[a-z0-9-.]+", }

    /// TODO.
    RecordingConfigurationState { values: [CREATING, CREATE_FAILED, ACTIVE], }

    /// TODO.
    RecordingMode { values: [DISABLED, INTERVAL], }

    /// TODO.
    ThumbnailConfigurationResolution { values: [SD, HD, FULL_HD, LOWEST_RESOLUTION], }

    /// TODO.
    ThumbnailConfigurationStorage { values: [SEQUENTIAL, LATEST], }

    /// TODO.
    RenditionConfigurationRenditionSelection { values: [ALL, NONE, CUSTOM], }

    /// TODO.
    RenditionConfigurationRendition { values: [SD, HD, FULL_HD, LOWEST_RESOLUTION], }
}

integers! {
    /// TODO.
    TargetIntervalSeconds { min: 1, max: 60, long: yes, }

    /// TODO.
    RecordingReconnectWindowSeconds { min: 0, max: 300, }

    /// TODO.
    MaxRecordingConfigurationResults { min: 1, max: 100, }
}
