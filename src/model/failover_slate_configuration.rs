//! TODO.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// TODO.
    CreateFailoverSlateConfiguration {
        http: Post "/CreateFailoverSlateConfiguration" => 200,
        input: CreateFailoverSlateConfigurationRequest,
        output: CreateFailoverSlateConfigurationResponse,
        errors: [InternalServerException, AccessDeniedException, ValidationException, ThrottlingException, ConflictException, ServiceQuotaExceededException],
    }

    /// TODO.
    GetFailoverSlateConfiguration {
        http: Post "/GetFailoverSlateConfiguration" => 200,
        input: GetFailoverSlateConfigurationRequest,
        output: GetFailoverSlateConfigurationResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    UpdateFailoverSlateConfiguration {
        http: Post "/UpdateFailoverSlateConfiguration" => 200,
        input: UpdateFailoverSlateConfigurationRequest,
        output: UpdateFailoverSlateConfigurationResponse,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, ThrottlingException, ConflictException, ServiceQuotaExceededException],
    }

    /// TODO.
    DeleteFailoverSlateConfiguration {
        http: Post "/DeleteFailoverSlateConfiguration" => 204,
        input: DeleteFailoverSlateConfigurationRequest,
        errors: [ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException, ConflictException],
    }

    /// TODO.
    ListFailoverSlateConfigurations {
        http: Post "/ListFailoverSlateConfigurations" => 200,
        input: ListFailoverSlateConfigurationsRequest,
        output: ListFailoverSlateConfigurationsResponse,
        pages: "failoverSlateConfigurations",
        readonly: yes,
        errors: [InternalServerException, AccessDeniedException, ValidationException],
    }
}

structures! {
    /// TODO.
    FailoverSlateConfiguration {
        /// TODO.
        arn: FailoverSlateConfigurationArn [required],
        /// TODO.
        name: FailoverSlateConfigurationName,
        /// TODO.
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// TODO.
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// TODO.
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
        /// TODO.
        state: FailoverSlateConfigurationState [required],
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    CreateFailoverSlateConfigurationRequest {
        /// TODO.
        name: FailoverSlateConfigurationName,
        /// TODO.
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// TODO.
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// TODO.
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    CreateFailoverSlateConfigurationResponse {
        /// TODO.
        failoverSlateConfiguration: FailoverSlateConfiguration [required],
    }

    /// TODO.
    GetFailoverSlateConfigurationRequest {
        /// TODO.
        arn: FailoverSlateConfigurationArn [required],
    }

    /// TODO.
    GetFailoverSlateConfigurationResponse {
        /// TODO.
        failoverSlateConfiguration: FailoverSlateConfiguration [required],
    }

    /// TODO.
    UpdateFailoverSlateConfigurationRequest {
        /// TODO.
        arn: FailoverSlateConfigurationArn [required],
        /// TODO.
        name: FailoverSlateConfigurationName,
        /// TODO.
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// TODO.
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// TODO.
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
    }

    /// TODO.
    UpdateFailoverSlateConfigurationResponse {
        /// TODO.
        failoverSlateConfiguration: FailoverSlateConfiguration [required],
    }

    /// TODO.
    DeleteFailoverSlateConfigurationRequest {
        /// TODO.
        arn: FailoverSlateConfigurationArn [required],
    }

    /// TODO.
    ListFailoverSlateConfigurationsRequest {
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxFailoverSlateConfigurationResults,
    }

    /// TODO.
    ListFailoverSlateConfigurationsResponse {
        /// TODO.
        failoverSlateConfigurations: FailoverSlateConfigurationList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    FailoverSlateConfigurationSummary {
        /// TODO.
        arn: FailoverSlateConfigurationArn [required],
        /// TODO.
        name: FailoverSlateConfigurationName,
        /// TODO.
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// TODO.
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// TODO.
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
        /// TODO.
        state: FailoverSlateConfigurationState [required],
        /// TODO.
        tags: Tags,
    }
}

lists! {
    /// TODO.
    FailoverSlateConfigurationList of FailoverSlateConfigurationSummary {}
}

strings! {
    /// TODO.
    ChannelFailoverSlateConfigurationArn { min: 0, max: 128, pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:failover-slate-configuration/[a-zA-Z0-9-]+$", }

    /// TODO.
    FailoverSlateConfigurationArn { min: 0, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:failover-slate-configuration/[a-zA-Z0-9-]+", }

    /// TODO.
    FailoverSlateConfigurationName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// TODO.
    FailoverSlateConfigurationState { values: [CREATING, CREATE_FAILED, CREATED, UPDATING], }
}

integers! {
    /// TODO.
    FailoverSlateActivationThresholdSeconds { min: 3, max: 5, }

    /// TODO.
    FailoverSlateMinDisplaySeconds { min: 3, max: 10, }

    /// TODO.
    FailoverSlateMaxDisplaySeconds { min: 60, max: 180, }

    /// TODO.
    MaxFailoverSlateConfigurationResults { min: 1, max: 100, }
}
