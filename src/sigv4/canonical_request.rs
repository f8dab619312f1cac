use super::canonical_headers::CanonicalHeaders;
use super::pairs::{Pair, sorted};
use super::request::is_token;
use super::settings::{ContentSha256, PathEncoding, PathNormalization, SessionToken, Settings};
use super::signature::Hex;
use super::{Error, Request, SigningParams, uri};
use crate::text::cut;
use core::{fmt, ops::Range};
use sha2::{Digest, Sha256};

/// The request in the one form that both sides sign: the first step of Signature Version 4.
///
/// See
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request>.
pub struct CanonicalRequest {
    text: String,
    signed_headers: Range<usize>,
    payload_hash: Range<usize>,
}

impl CanonicalRequest {
    /// For a signature in the `authorization` header: the headers that signing adds are among the signed ones, in the
    /// place of headers of the same name.
    ///
    /// # Errors
    /// Whatever of the request, the region or the service is malformed.
    pub fn for_headers(request: &Request, settings: Settings, params: &SigningParams) -> Result<Self, Error> {
        params.validate()?;
        let payload_hash = request.payload.hash();
        let token = params.credentials.session_token();
        let mut added = Vec::with_capacity(3);
        added.push(("x-amz-date", params.timestamp.date_time()));
        if settings.content_sha256 == ContentSha256::Added {
            added.push(("x-amz-content-sha256", &*payload_hash));
        }
        let is_token_unsigned = settings.session_token == SessionToken::AddedAfterSigning;
        added.extend(token.filter(|_| !is_token_unsigned).map(|token| ("x-amz-security-token", token)));
        let skipped = |name: &str| {
            added.iter().any(|&(added, _)| added == name) || (is_token_unsigned && name == "x-amz-security-token")
        };
        let headers = CanonicalHeaders::new(request, &skipped, &added)?;
        Self::new(request, request.query, &headers, &payload_hash, settings)
    }

    /// The text of the request and its query, which is `query`.
    pub(super) fn new(
        request: &Request,
        query: &str,
        headers: &CanonicalHeaders,
        payload_hash: &str,
        settings: Settings,
    ) -> Result<Self, Error> {
        if !is_token(request.method) {
            return Err(Error::Method);
        }
        let size: usize = request.headers.iter().map(|(name, value)| 2 * name.len() + value.len() + 3).sum();
        let mut text = String::with_capacity(size + request.path.len() + query.len() + 512);
        text.push_str(request.method);
        text.push('\n');
        push_path(&mut text, request.path, settings);
        text.push('\n');
        push_query(&mut text, query);
        text.push('\n');
        headers.push_lines(&mut text);
        text.push('\n');
        let start = text.len();
        headers.push_names(&mut text);
        let signed_headers = start..text.len();
        text.push('\n');
        let start = text.len();
        text.push_str(payload_hash);
        let payload_hash = start..text.len();
        Ok(Self { text, signed_headers, payload_hash })
    }

    /// The canonical request.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The names of the signed headers, in lower case and sorted, with semicolons between them.
    pub fn signed_headers(&self) -> &str {
        self.text.get(self.signed_headers.clone()).unwrap_or_default()
    }

    /// The SHA-256 of the body in lower-case hexadecimal, or `UNSIGNED-PAYLOAD`.
    pub fn payload_hash(&self) -> &str {
        self.text.get(self.payload_hash.clone()).unwrap_or_default()
    }

    /// Appends the SHA-256 of the canonical request, in lower-case hexadecimal.
    pub(super) fn push_hash(&self, out: &mut String) {
        out.push_str(Hex::of(&Sha256::digest(&self.text).into()).as_str());
    }
}

/// The text may hold a session token.
impl fmt::Debug for CanonicalRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CanonicalRequest").field("signed_headers", &self.signed_headers()).finish_non_exhaustive()
    }
}

fn push_path(out: &mut String, path: &str, settings: Settings) {
    let path = match settings.path_normalization {
        PathNormalization::Normalize => uri::normalize_path(path),
        PathNormalization::Keep => path.to_owned(),
    };
    if !path.starts_with('/') {
        out.push('/');
    }
    match settings.path_encoding {
        PathEncoding::Double => uri::push_path_encoded(out, &path),
        PathEncoding::Single => uri::push_path_escaped(out, &path),
    }
}

fn push_query(out: &mut String, query: &str) {
    let mut separator = "";
    // Sorted as pairs: a sort of the texts `name=value` would put `a-b=` before `a=`.
    for (name, _, value) in sorted(parameters(query)) {
        for part in [separator, &name, "=", &value] {
            out.push_str(part);
        }
        separator = "&";
    }
}

/// The names and values of a raw query, in its order and in the form that is signed; an empty part between two ampersands is
/// none.
pub(super) fn parameters(query: &str) -> Vec<Pair<'static>> {
    let mut found = Vec::new();
    let mut rest = query;
    while !rest.is_empty() {
        let (part, after) = cut(rest, b'&').unwrap_or((rest, ""));
        rest = after;
        if !part.is_empty() {
            let (name, value) = cut(part, b'=').unwrap_or((part, ""));
            found.push((uri::recode(name).into(), 0, uri::recode(value).into()));
        }
    }
    found
}

#[cfg(test)]
#[path = "canonical_request_tests.rs"]
mod tests;
