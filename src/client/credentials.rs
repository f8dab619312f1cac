//! Who signs.

use crate::sigv4::Credentials;

/// Where credentials come from.
pub enum CredentialsSource {
    /// They were given and stay.
    Fixed(Credentials),
}

impl CredentialsSource {
    /// The credentials for the next request.
    pub fn get(&self) -> &Credentials {
        match self {
            Self::Fixed(credentials) => credentials,
        }
    }
}
