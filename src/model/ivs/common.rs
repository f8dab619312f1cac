//! Shapes that several resources share: the failures of a batch, page tokens, and the plain kinds of value.

/// Members in response headers, which every error and some outputs have, before members of their own.
#[cfg(feature = "full-model")]
macro_rules! response_headers {
    ($($members:tt)*) => {
        members! {
            /// The `Access-Control-Allow-Origin` header: the web origins whose pages may read the answer.
            accessControlAllowOrigin: String [header "Access-Control-Allow-Origin"],
            /// The `Access-Control-Expose-Headers` header: the response headers that a page may see.
            accessControlExposeHeaders: String [header "Access-Control-Expose-Headers"],
            /// The `Cache-Control` header: whether and how long the answer may be cached.
            cacheControl: String [header "Cache-Control"],
            /// The `Content-Security-Policy` header: what the answer could load if it were shown as a page.
            contentSecurityPolicy: String [header "Content-Security-Policy"],
            /// The `Strict-Transport-Security` header: how long browsers must insist on HTTPS for this host.
            strictTransportSecurity: String [header "Strict-Transport-Security"],
            /// The `X-Content-Type-Options` header: tells browsers to trust the stated content type.
            xContentTypeOptions: String [header "X-Content-Type-Options"],
            /// The `X-Frame-Options` header: whether the answer may be shown inside a frame.
            xFrameOptions: String [header "X-Frame-Options"],
            $($members)*
        }
    };
}

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
