use super::{SigningParams, Timestamp};
use core::fmt;
use hmac::digest::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// The key that signs on one date, in one region, for one service: the third step of Signature Version 4.
///
/// It keeps the state of the HMAC after the key, so that a signature costs no work for the key.
///
/// See
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#calculate-signature>.
pub struct SigningKey {
    mac: Hmac<Sha256>,
    date: Timestamp,
    region: String,
    service: String,
    secret_access_key: Zeroizing<String>,
}

impl SigningKey {
    /// Derives the key: four HMACs.
    pub fn derive(params: &SigningParams) -> Self {
        let secret = params.credentials.secret_access_key();
        let mut prefixed = Zeroizing::new(String::with_capacity(4 + secret.len()));
        prefixed.push_str("AWS4");
        prefixed.push_str(secret);
        let mut mac = keyed(prefixed.as_bytes());
        for part in [params.timestamp.date(), params.region, params.service, "aws4_request"] {
            mac = keyed(authenticate(mac, part).as_slice());
        }
        Self {
            mac,
            date: params.timestamp,
            region: params.region.to_owned(),
            service: params.service.to_owned(),
            secret_access_key: Zeroizing::new(secret.to_owned()),
        }
    }

    /// Whether [`derive`](Self::derive) would give this key.
    pub fn is_for(&self, params: &SigningParams) -> bool {
        self.date.date() == params.timestamp.date()
            && self.region == params.region
            && self.service == params.service
            && *self.secret_access_key == params.credentials.secret_access_key()
    }

    /// The authentication code of a text.
    pub(super) fn authenticate(&self, text: &str) -> Zeroizing<[u8; 32]> {
        authenticate(self.mac.clone(), text)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey")
            .field("date", &self.date)
            .field("region", &self.region)
            .field("service", &self.service)
            .finish_non_exhaustive()
    }
}

fn authenticate(mut mac: Hmac<Sha256>, text: &str) -> Zeroizing<[u8; 32]> {
    mac.update(text.as_bytes());
    Zeroizing::new(mac.finalize().into_bytes().into())
}

/// HMAC takes a key of any length: a long one is hashed, a short one padded with zeros to the block (RFC 2104). Handing
/// over the whole block, and not a slice, leaves no error to handle.
fn keyed(key: &[u8]) -> Hmac<Sha256> {
    let mut block = Zeroizing::new([0; 64]);
    if let Some(start) = block.get_mut(..key.len()) {
        start.copy_from_slice(key);
    } else if let Some(start) = block.first_chunk_mut() {
        *start = Sha256::digest(key).into();
    }
    Hmac::new(<&Key<Hmac<Sha256>>>::from(&*block))
}

#[cfg(test)]
#[path = "signing_key_tests.rs"]
mod tests;
