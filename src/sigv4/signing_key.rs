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
mod tests {
    use super::super::Credentials;
    use super::*;

    fn key(secret: &str) -> SigningKey {
        let credentials = Credentials::new("AKIDEXAMPLE", secret, None).unwrap();
        let timestamp = Timestamp::from_epoch_seconds(1_440_938_160).unwrap();
        SigningKey::derive(&SigningParams { credentials: &credentials, region: "us-east-1", service: "iam", timestamp })
    }

    #[test]
    fn hmac_agrees_with_rfc_4231() {
        let of =
            |key: &[u8], text| super::super::signature::Hex::of(&authenticate(keyed(key), text)).as_str().to_owned();
        assert_eq!(
            of(b"Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        let text = "Test Using Larger Than Block-Size Key - Hash Key First";
        assert_eq!(of(&[0xaa; 131], text), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    #[test]
    fn a_secret_may_be_longer_than_the_block_of_the_hash() {
        let (short, long, longer) = (key(&"s".repeat(60)), key(&"s".repeat(61)), key(&"s".repeat(200)));
        assert_ne!(short.signature(""), long.signature(""));
        assert_ne!(long.signature(""), longer.signature(""));
    }

    #[test]
    fn debug_shows_no_secret() {
        let shown = format!("{:?}", key("wJalrXUtnFEMI"));
        assert!(shown.contains("us-east-1") && !shown.contains("wJal"), "{shown}");
    }
}
