use super::canonical_headers::CanonicalHeaders;
use super::canonical_request::parameters;
use super::settings::{SessionToken, Settings};
use super::{ALGORITHM, CanonicalRequest, Error, Request, SigningParams};
use crate::percent::push_encoded;
use crate::text::decimal;
use core::fmt;

/// How long a presigned request may be valid at most, in seconds: seven days.
pub const MAX_EXPIRES_IN: u32 = 604_800;

const SECURITY_TOKEN: &str = "X-Amz-Security-Token";
const ADDED: [&str; 7] = [
    "X-Amz-Algorithm",
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-SignedHeaders",
    "X-Amz-Expires",
    SECURITY_TOKEN,
    "X-Amz-Signature",
];

/// A request whose signature goes into its query, before it is signed.
///
/// See <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html>.
pub struct Presigning {
    canonical_request: CanonicalRequest,
    query: String,
}

impl Presigning {
    /// Adds the parameters of the signature to the request's query. `expires_in` counts seconds from the timestamp.
    ///
    /// Headers of the request are signed, and must be sent with the same values, except those that a browser or a proxy
    /// may change, `x-amz-user-agent` and `x-amz-checksum-mode`.
    ///
    /// # Errors
    /// [`Error::ExpiresIn`] unless `expires_in` is between 1 and [`MAX_EXPIRES_IN`], [`Error::AlreadySigned`] if the
    /// query has one of the parameters, and whatever of the request, the region or the service is malformed.
    pub fn new(request: &Request, settings: Settings, params: &SigningParams, expires_in: u32) -> Result<Self, Error> {
        params.validate()?;
        if !(1..=MAX_EXPIRES_IN).contains(&expires_in) {
            return Err(Error::ExpiresIn);
        }
        let is_token_unsigned = settings.session_token == SessionToken::AddedAfterSigning;
        let skipped = |name: &str| match name {
            "x-amz-user-agent" | "x-amz-checksum-mode" => true,
            "x-amz-security-token" => is_token_unsigned,
            _ => false,
        };
        let headers = CanonicalHeaders::new(request, &skipped, &[])?;
        let token = params.credentials.session_token();
        let mut query = String::with_capacity(request.query.len() + 512 + token.map_or(0, |token| 2 * token.len()));
        // Not as it came: services differ in what they read in a plus sign, in an incomplete escape and in a semicolon.
        for (name, _, value) in parameters(request.query) {
            if let Some(added) = ADDED.into_iter().find(|&added| added == name) {
                return Err(Error::AlreadySigned(added));
            }
            push_name(&mut query, &name);
            query.push_str(&value);
        }
        push_parameter(&mut query, "X-Amz-Algorithm", ALGORITHM);
        let mut value = String::with_capacity(96);
        params.push_credential(&mut value);
        push_parameter(&mut query, "X-Amz-Credential", &value);
        push_parameter(&mut query, "X-Amz-Date", params.timestamp.date_time());
        value.clear();
        headers.push_names(&mut value);
        push_parameter(&mut query, "X-Amz-SignedHeaders", &value);
        push_parameter(&mut query, "X-Amz-Expires", &decimal(expires_in.into()));
        let unsigned_query_end = query.len();
        if let Some(token) = token {
            push_parameter(&mut query, SECURITY_TOKEN, token);
        }
        let signed = if is_token_unsigned { query.get(..unsigned_query_end).unwrap_or_default() } else { &query };
        let payload_hash = request.payload.hash();
        let canonical_request = CanonicalRequest::new(request, signed, &headers, &payload_hash, settings)?;
        Ok(Self { canonical_request, query })
    }

    /// The canonical request, with the parameters added so far.
    pub fn canonical_request(&self) -> &CanonicalRequest {
        &self.canonical_request
    }

    /// The query to send, without a question mark: the request's own in its order, each parameter in the form that is
    /// signed, then what signing adds.
    pub fn into_query(mut self, signature: &str) -> String {
        push_parameter(&mut self.query, "X-Amz-Signature", signature);
        self.query
    }
}

/// The query may hold a session token.
impl fmt::Debug for Presigning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Presigning").field("canonical_request", &self.canonical_request).finish_non_exhaustive()
    }
}

fn push_parameter(query: &mut String, name: &str, value: &str) {
    push_name(query, name);
    push_encoded(query, value);
}

fn push_name(query: &mut String, name: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(name);
    query.push('=');
}

#[cfg(test)]
#[path = "presign_tests.rs"]
mod tests;
