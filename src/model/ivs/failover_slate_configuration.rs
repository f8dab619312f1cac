//! Failover slate configurations: the slate that viewers see when the encoder's signal breaks off, and for how long.
//!
//! It takes effect on the channels whose `failoverSlateConfigurationArn` names it; several may share one.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// Makes a failover slate configuration. All of its times have defaults.
    ///
    /// The answer may still say `CREATING`: call `GetFailoverSlateConfiguration` until the state is `CREATED`, then
    /// give the ARN to a channel (`failoverSlateConfigurationArn`).
    /// `ServiceQuotaExceededException` says that the account has as many as its quota allows.
    CreateFailoverSlateConfiguration(CreateFailoverSlateConfigurationRequest)
        -> CreateFailoverSlateConfigurationResponse
        raises InternalServerException, AccessDeniedException, ValidationException, ThrottlingException,
            ConflictException, ServiceQuotaExceededException;

    /// Reads one failover slate configuration, for instance to wait until its `state` is `CREATED`.
    ///
    /// Fails with `ResourceNotFoundException` where there is none of that ARN.
    GetFailoverSlateConfiguration(GetFailoverSlateConfigurationRequest) -> GetFailoverSlateConfigurationResponse
        [readonly: yes]
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException;

    /// Changes a failover slate configuration. Send the members to change.
    ///
    /// Tags have operations of their own, `TagResource` and `UntagResource`.
    /// `ConflictException` says that the change clashes with the present state: read it before trying again.
    UpdateFailoverSlateConfiguration(UpdateFailoverSlateConfigurationRequest)
        -> UpdateFailoverSlateConfigurationResponse
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            ThrottlingException, ConflictException, ServiceQuotaExceededException;

    /// Deletes a failover slate configuration. Take it off its channels before, with `UpdateChannel` and an empty
    /// `failoverSlateConfigurationArn`; one that is in use raises `ConflictException`.
    DeleteFailoverSlateConfiguration(DeleteFailoverSlateConfigurationRequest) [success: 204]
        raises ResourceNotFoundException, InternalServerException, AccessDeniedException, ValidationException,
            ConflictException;

    /// Lists the failover slate configurations of this account and region.
    ListFailoverSlateConfigurations(ListFailoverSlateConfigurationsRequest) -> ListFailoverSlateConfigurationsResponse
        [pages: "failoverSlateConfigurations", readonly: yes]
        raises InternalServerException, AccessDeniedException, ValidationException;
}

structures! {
    /// A failover slate configuration to make; everything may be left out.
    CreateFailoverSlateConfigurationRequest {
        /// A name of your choice, also one already in use: up to 128 letters, digits, `-` and `_`.
        name: FailoverSlateConfigurationName,
        /// Seconds without a signal after which the slate comes on, 3 to 5. Default: 3.
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// Seconds for which the slate stays at least, once it is on, 3 to 10. Default: 3.
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// Seconds for which the slate stays at most, 60 to 180. Default: 60.
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
        /// Labels to give it: up to 50, with keys of 1 to 128 and values of up to 256 characters.
        tags: Tags,
    }

    /// What `CreateFailoverSlateConfiguration` made.
    CreateFailoverSlateConfigurationResponse: output {
        /// The new failover slate configuration, with its ARN and state.
        failoverSlateConfiguration: FailoverSlateConfiguration [required],
    }

    /// When the slate comes on and goes.
    FailoverSlateConfiguration: output {
        /// Identifies it; what a channel's `failoverSlateConfigurationArn` takes.
        arn: FailoverSlateConfigurationArn [required],
        /// Its name, not necessarily unique.
        name: FailoverSlateConfigurationName,
        /// Seconds without a signal after which the slate comes on, 3 to 5. Default: 3.
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// Seconds for which the slate stays at least, once it is on, 3 to 10. Default: 3.
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// Seconds for which the slate stays at most, 60 to 180. Default: 60.
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
        /// Whether it is ready for use.
        state: FailoverSlateConfigurationState [required],
        /// Its labels, up to 50.
        tags: Tags,
    }

    /// Names the failover slate configuration to read.
    GetFailoverSlateConfigurationRequest {
        /// The failover slate configuration; up to 128 characters.
        arn: FailoverSlateConfigurationArn [required],
    }

    /// What `GetFailoverSlateConfiguration` found.
    GetFailoverSlateConfigurationResponse: output {
        /// The failover slate configuration.
        failoverSlateConfiguration: FailoverSlateConfiguration [required],
    }

    /// A failover slate configuration and what to change in it.
    UpdateFailoverSlateConfigurationRequest {
        /// The failover slate configuration; up to 128 characters.
        arn: FailoverSlateConfigurationArn [required],
        /// The new name: up to 128 letters, digits, `-` and `_`; need not be unique.
        name: FailoverSlateConfigurationName,
        /// Seconds without a signal after which the slate comes on, 3 to 5 (3 for a new configuration).
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// Seconds for which the slate stays at least, once it is on, 3 to 10 (3 for a new configuration).
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// Seconds for which the slate stays at most, 60 to 180 (60 for a new configuration).
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
    }

    /// What `UpdateFailoverSlateConfiguration` made of it.
    UpdateFailoverSlateConfigurationResponse: output {
        /// The failover slate configuration after the change.
        failoverSlateConfiguration: FailoverSlateConfiguration [required],
    }

    /// Names the failover slate configuration to delete.
    DeleteFailoverSlateConfigurationRequest {
        /// The failover slate configuration; up to 128 characters.
        arn: FailoverSlateConfigurationArn [required],
    }

    /// Which page of the failover slate configurations; everything may be left out.
    ListFailoverSlateConfigurationsRequest {
        /// The `nextToken` that the page before came with; leave it out for the first page. Up to 1,024 characters.
        nextToken: PaginationToken,
        /// Configurations in a page, 1 to 100. Default: 100, or the account's quota of them if that is less.
        maxResults: MaxFailoverSlateConfigurationResults,
    }

    /// One page of failover slate configurations.
    ListFailoverSlateConfigurationsResponse: output {
        /// The failover slate configurations of this page; may be empty.
        failoverSlateConfigurations: FailoverSlateConfigurationList [required],
        /// There while more pages follow: send it with the next request.
        nextToken: PaginationToken,
    }

    /// A failover slate configuration as it is listed, complete.
    FailoverSlateConfigurationSummary: output {
        /// Identifies it; what a channel's `failoverSlateConfigurationArn` takes.
        arn: FailoverSlateConfigurationArn [required],
        /// Its name, not necessarily unique.
        name: FailoverSlateConfigurationName,
        /// Seconds without a signal after which the slate comes on, 3 to 5. Default: 3.
        activationThresholdSeconds: FailoverSlateActivationThresholdSeconds,
        /// Seconds for which the slate stays at least, once it is on, 3 to 10. Default: 3.
        minSlateDisplaySeconds: FailoverSlateMinDisplaySeconds,
        /// Seconds for which the slate stays at most, 60 to 180. Default: 60.
        maxSlateDisplaySeconds: FailoverSlateMaxDisplaySeconds,
        /// Whether it is ready for use.
        state: FailoverSlateConfigurationState [required],
        /// Its labels, up to 50.
        tags: Tags,
    }
}

lists! {
    /// A page of failover slate configurations.
    FailoverSlateConfigurationList of FailoverSlateConfigurationSummary {}
}

strings! {
    /// ARN of the failover slate configuration of a channel, up to 128 characters. An empty string turns the slate off.
    ChannelFailoverSlateConfigurationArn {
        min: 0,
        max: 128,
        pattern: r"^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:failover-slate-configuration/[a-zA-Z0-9-]+$",
    }

    /// ARN of a failover slate configuration, up to 128 characters.
    FailoverSlateConfigurationArn {
        min: 0,
        max: 128,
        pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:failover-slate-configuration/[a-zA-Z0-9-]+",
    }

    /// Name of a failover slate configuration: up to 128 letters, digits, `-` and `_`.
    FailoverSlateConfigurationName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// Whether a failover slate configuration is ready for use.
    ///
    /// - `CREATING`: being made; ask again in a moment.
    /// - `CREATE_FAILED`: it could not be made; delete it.
    /// - `CREATED`: ready.
    /// - `UPDATING`: a change is being carried out.
    FailoverSlateConfigurationState { values: [CREATING, CREATE_FAILED, CREATED, UPDATING], }
}

integers! {
    /// Seconds without a signal before the slate comes on, 3 to 5. Default: 3.
    FailoverSlateActivationThresholdSeconds { min: 3, max: 5, }

    /// Seconds for which the slate stays at least, 3 to 10. Default: 3.
    FailoverSlateMinDisplaySeconds { min: 3, max: 10, }

    /// Seconds for which the slate stays at most, 60 to 180. Default: 60.
    FailoverSlateMaxDisplaySeconds { min: 60, max: 180, }

    /// Items in a page of failover slate configurations, 1 to 100.
    MaxFailoverSlateConfigurationResults { min: 1, max: 100, }
}
