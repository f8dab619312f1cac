//! TODO.


structures! {
    /// TODO.
    BatchError {
        /// TODO.
        arn: ResourceArn,
        /// TODO.
        code: errorCode,
        /// TODO.
        message: errorMessage,
    }
}

lists! {
    /// TODO.
    BatchErrors of BatchError {}
}

strings! {
    /// TODO.
    String {}

    /// TODO.
    ResourceArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]/[a-zA-Z0-9-]+", }

    /// TODO.
    errorCode {}

    /// TODO.
    errorMessage {}

    /// TODO.
    PaginationToken { min: 0, max: 1024, pattern: r"[a-zA-Z0-9+/=_-]*", }
}

integers! {
    /// TODO.
    Integer { long: yes, }
}

booleans! {
    /// TODO.
    Boolean;
}

timestamps! {
    /// TODO.
    Time;
}
