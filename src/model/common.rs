//! Shapes that several resources share: the failures of a batch, page tokens, and the plain kinds of value.

structures! {
    /// Why one resource of a batch could not be read. The batch as a whole has succeeded.
    BatchError: output {
        /// The resource, as the request named it.
        arn: ResourceArn,
        /// Short code of the reason, for a program to branch on.
        code: errorCode,
        /// The reason in words, for people and logs; its wording may change.
        message: errorMessage,
    }
}

lists! {
    /// The resources of a batch that could not be read; empty or absent if all could.
    BatchErrors of BatchError {}
}

strings! {
    /// Any text; the model sets no limit.
    String {}

    /// Names any IVS resource, as `arn:aws:ivs:{region}:{account}:{type}/{id}`; at most 128 characters.
    // The pattern is as AWS models it, with room for one letter of the resource type: no real ARN matches it.
    ResourceArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:[a-z-]/[a-zA-Z0-9-]+", }

    /// Short code of a failure, for a program to branch on.
    errorCode {}

    /// A failure in words, for people and logs; its wording may change.
    errorMessage {}

    /// Stands for the place where a list was cut, at most 1024 characters. Opaque: hand it back as it came.
    PaginationToken { min: 0, max: 1024, pattern: r"[a-zA-Z0-9+/=_-]*", }
}

integers! {
    /// A whole number of up to 64 bits.
    Integer { long: yes, }
}

booleans! {
    /// `true` or `false`.
    Boolean;
}

timestamps! {
    /// A moment in time, a `Date` in JavaScript.
    Time;
}
