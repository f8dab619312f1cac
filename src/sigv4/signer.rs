use super::settings::{ContentSha256, Settings};
use super::{CanonicalRequest, Error, Presigning, Request, SigningKey, SigningParams, authorization, string_to_sign};
use core::{cell::Cell, fmt};

/// Signs requests, and caches the last signing key, so that a client with one region and service derives it once a day
/// and whenever its credentials change.
#[derive(Default)]
pub struct Signer {
    settings: Settings,
    key: Cell<Option<Box<SigningKey>>>,
    #[cfg(test)]
    derived: Cell<u32>,
}

/// The headers that a signature adds to a request. They must replace headers of the same name.
#[derive(Clone)]
pub struct SignedHeaders<'a> {
    /// `authorization`
    pub authorization: String,
    /// `x-amz-date`
    pub date: String,
    /// `x-amz-content-sha256`, if the settings ask for it
    pub content_sha256: Option<String>,
    /// `x-amz-security-token`, if the credentials have one
    pub security_token: Option<&'a str>,
}

impl Signer {
    /// A signer with these settings and no cached key.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Signs a request in its headers.
    ///
    /// # Errors
    /// Whatever of the request, the region or the service is malformed.
    pub fn sign<'a>(&self, request: &Request, params: &SigningParams<'a>) -> Result<SignedHeaders<'a>, Error> {
        let canonical_request = CanonicalRequest::for_headers(request, self.settings, params)?;
        let signature = self.signature(&canonical_request, params);
        let content_sha256 = match self.settings.content_sha256 {
            ContentSha256::Added => Some(canonical_request.payload_hash().to_owned()),
            ContentSha256::Omitted => None,
        };
        Ok(SignedHeaders {
            authorization: authorization(&canonical_request, params, &signature),
            date: params.timestamp.date_time().to_owned(),
            content_sha256,
            security_token: params.credentials.session_token(),
        })
    }

    /// Signs a request in its query, and returns the query to send, without a question mark: not as it was, but with
    /// each parameter in the one form that all services read alike, `a%20b` for `a+b`. `expires_in` counts
    /// seconds from the timestamp, 604,800 (seven days) at most. The headers of the request must be sent with the same
    /// values.
    ///
    /// # Errors
    /// [`Error::ExpiresIn`], [`Error::AlreadySigned`], and whatever of the request, the region or the service is
    /// malformed.
    pub fn presign(&self, request: &Request, params: &SigningParams, expires_in: u32) -> Result<String, Error> {
        let presigning = Presigning::new(request, self.settings, params, expires_in)?;
        let signature = self.signature(presigning.canonical_request(), params);
        Ok(presigning.into_query(&signature))
    }

    fn signature(&self, canonical_request: &CanonicalRequest, params: &SigningParams) -> String {
        let key = self.key.take().filter(|key| key.is_for(params)).unwrap_or_else(|| {
            #[cfg(test)]
            self.derived.set(self.derived.get() + 1);
            Box::new(SigningKey::derive(params))
        });
        let signature = key.signature(&string_to_sign(canonical_request, params));
        self.key.set(Some(key));
        signature
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signer").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl SignedHeaders<'_> {
    /// The headers, names in lower case.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("x-amz-security-token", self.security_token),
            ("x-amz-date", Some(self.date.as_str())),
            ("x-amz-content-sha256", self.content_sha256.as_deref()),
            ("authorization", Some(self.authorization.as_str())),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
    }
}

/// Neither the session token is shown nor the signature, which is valid for some minutes.
impl fmt::Debug for SignedHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedHeaders").field("date", &self.date).finish_non_exhaustive()
    }
}

#[cfg(test)]
#[path = "signer_tests.rs"]
mod tests;
