/// How a service wants its requests signed. The default is what every AWS service but S3 expects.
///
/// Amazon S3 wants [`PathNormalization::Keep`], [`PathEncoding::Single`] and [`ContentSha256::Added`]; MQTT over
/// WebSocket wants [`SessionToken::AddedAfterSigning`].
///
/// See <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Settings {
    /// Whether dot segments and repeated slashes are removed from the path that is signed.
    pub path_normalization: PathNormalization,
    /// Whether the path that is signed is encoded once more than the path that is sent.
    pub path_encoding: PathEncoding,
    /// Whether the session token is part of what is signed.
    pub session_token: SessionToken,
    /// Whether a header repeats the hash of the body.
    pub content_sha256: ContentSha256,
}

/// Whether dot segments and repeated slashes are removed from the path that is signed. The path sent never changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PathNormalization {
    /// `/a/./b//../c` is signed as `/a/c`.
    #[default]
    Normalize,
    /// The path is signed with all of its segments.
    Keep,
}

/// How often the path that is signed is percent-encoded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PathEncoding {
    /// The path as sent is encoded again: `%3A` is signed as `%253A`.
    #[default]
    Double,
    /// Escapes in the path as sent stay as they are; characters that should have been escaped are.
    Single,
}

/// Whether the session token of temporary credentials is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SessionToken {
    /// The token is one of the signed headers or parameters.
    #[default]
    Signed,
    /// The token goes with the request, but not into the signature.
    AddedAfterSigning,
}

/// Whether header signing adds `x-amz-content-sha256`. Presigning never does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContentSha256 {
    /// The header is not added.
    #[default]
    Omitted,
    /// The header is added and signed.
    Added,
}
