use super::{SigningParams, Timestamp};
use core::fmt;
use hmac::digest::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

/// The key that signs on one date, in one region, for one service: the third step of Signature Version 4.
///
/// It keeps the state of the HMAC after the key, so that a signature costs no work for the key.
///
/// See <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#calculate-signature>.
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
        let date = Zeroizing::new(params.timestamp.date());
        let mut key = keyed(&["AWS4", secret]);
        for part in [&date, params.region, params.service, "aws4_request"] {
            key = keyed_by_hash(&authenticate(key, part));
        }
        Self {
            mac: key,
            date: params.timestamp,
            region: params.region.to_owned(),
            service: params.service.to_owned(),
            secret_access_key: Zeroizing::new(secret.to_owned()),
        }
    }

    /// Whether [`derive`](Self::derive) would give this key.
    pub fn is_for(&self, params: &SigningParams) -> bool {
        self.date.is_same_date(params.timestamp)
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

/// HMAC takes a key of any length: a long one is hashed, a short one padded with zeros to the block (RFC 2104). Handing over
/// the whole block, and not a slice, leaves no error to handle.
fn keyed(parts: &[&str]) -> Hmac<Sha256> {
    let mut block = Key::<Hmac<Sha256>>::default();
    if parts.iter().map(|part| part.len()).sum::<usize>() > block.len() {
        let mut hash = Sha256::new();
        parts.iter().for_each(|part| hash.update(part));
        block.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    } else {
        block.iter_mut().zip(parts.iter().flat_map(|part| part.bytes())).for_each(|(to, from)| *to = from);
    }
    let mac = Hmac::new(&block);
    block.zeroize();
    mac
}

fn keyed_by_hash(hash: &[u8; 32]) -> Hmac<Sha256> {
    let mut block = Key::<Hmac<Sha256>>::default();
    block.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
    let mac = Hmac::new(&block);
    block.zeroize();
    mac
}
