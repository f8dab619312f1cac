use super::Error;
use core::fmt;
use zeroize::Zeroizing;

/// An access key, with the session token that belongs to it when it is a temporary one.
///
/// Printing shows the access key id and nothing else; the secrets are overwritten in memory when the value is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    access_key_id: String,
    secret_access_key: Zeroizing<String>,
    session_token: Option<Zeroizing<String>>,
}

impl Credentials {
    /// Takes the parts of the credentials; an empty session token counts as none.
    ///
    /// # Errors
    /// One of [`Error::AccessKeyId`], [`Error::SecretAccessKey`] and [`Error::SessionToken`] if that part could not be
    /// sent in a header or makes no key.
    pub fn new(
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: Option<String>,
    ) -> Result<Self, Error> {
        let access_key_id = access_key_id.into();
        let secret_access_key = Zeroizing::new(secret_access_key.into());
        let session_token = session_token.map(Zeroizing::new).filter(|token| !token.is_empty());
        // A slash is allowed: the scope is split off from the end, and there are servers whose key ids have one.
        if access_key_id.is_empty() || !access_key_id.bytes().all(|b| b.is_ascii_graphic() && b != b',') {
            return Err(Error::AccessKeyId);
        }
        if secret_access_key.is_empty() {
            return Err(Error::SecretAccessKey);
        }
        if session_token.as_ref().is_some_and(|token| !token.bytes().all(|b| b.is_ascii_graphic())) {
            return Err(Error::SessionToken);
        }
        Ok(Self { access_key_id, secret_access_key, session_token })
    }

    /// The access key id, which every signature shows.
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The secret that signatures are made with.
    pub fn secret_access_key(&self) -> &str {
        &self.secret_access_key
    }

    /// The session token of temporary credentials; never empty.
    pub fn session_token(&self) -> Option<&str> {
        self.session_token.as_ref().map(|token| token.as_str())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}

#[cfg(test)]
#[path = "credentials_tests.rs"]
mod tests;
