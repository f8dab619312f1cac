//! Generated names, in the formats of the service.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use md5::{Digest, Md5};
use rand::distr::Alphanumeric;
use rand::rngs::ChaCha12Rng;
use rand::{RngExt, SeedableRng};
use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

/// The account of every ARN.
pub const ACCOUNT: &str = "123456789012";

/// Host of ingest and playback addresses. `.invalid` never resolves (RFC 2606): nothing sent to a simulated channel
/// leaves the machine.
pub const HOST: &str = "ivs-local.invalid";

/// Makes names; the same ones from the same seed. It is kept as the state of its generator.
#[derive(Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ids(ChaCha12Rng);

/// The copy makes the same names.
impl Clone for Ids {
    fn clone(&self) -> Self {
        Self(ChaCha12Rng::deserialize_state(&self.0.serialize_state()))
    }
}

impl From<Ids> for String {
    fn from(ids: Ids) -> Self {
        BASE64_STANDARD.encode(ids.0.serialize_state())
    }
}

impl TryFrom<String> for Ids {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let state = BASE64_STANDARD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
        Ok(Self(ChaCha12Rng::deserialize_state(&state.ok_or("is not the state of a generator of names")?)))
    }
}

impl Ids {
    pub fn new(seed: [u8; 32]) -> Self {
        Self(ChaCha12Rng::from_seed(seed))
    }

    /// That many random letters and digits.
    pub fn random(&mut self, length: usize) -> String {
        (&mut self.0).sample_iter(Alphanumeric).take(length).map(char::from).collect()
    }

    /// `arn:aws:ivs:us-west-2:123456789012:channel/…` of a new resource.
    pub fn arn(&mut self, region: &str, kind: &str) -> String {
        format!("arn:aws:ivs:{region}:{ACCOUNT}:{kind}/{}", self.random(12))
    }

    /// `sk_us-west-2_…_…`: what a broadcaster configures an encoder with.
    pub fn stream_key(&mut self, region: &str) -> String {
        format!("sk_{region}_{}_{}", self.random(12), self.random(30))
    }

    /// `st-…`, 26 characters.
    pub fn stream_id(&mut self) -> String {
        format!("st-{}", self.random(23))
    }

    /// What SRT encrypts ingest with.
    pub fn passphrase(&mut self) -> String {
        self.random(69)
    }

    /// A seed for other names.
    pub fn seed(&mut self) -> [u8; 32] {
        self.0.random()
    }

    /// A UUID, such as a request id.
    pub fn uuid(&mut self) -> Uuid {
        Builder::from_random_bytes(self.0.random()).into_uuid()
    }

    /// What tells one account's tokens from another's.
    pub fn token_key(&mut self) -> u64 {
        self.0.random()
    }
}

/// `arn:aws:iam::123456789012:root`, which stands for the account.
pub fn account_arn() -> String {
    format!("arn:aws:iam::{ACCOUNT}:root")
}

/// `arn:aws:iam::123456789012:user/…`, which stands for who has an access key.
pub fn user_arn(access_key_id: &str) -> String {
    format!("arn:aws:iam::{ACCOUNT}:user/{access_key_id}")
}

/// First label of the ingest and playback hosts: 12 hexadecimal digits, the same for all channels of the account in a region.
pub fn host_label(region: &str) -> String {
    let digest = Md5::digest(format!("{ACCOUNT}/{region}"));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_forms_of_the_service() {
        let mut ids = Ids::new([1; 32]);
        assert_eq!(ids.stream_id().len(), 26);
        assert!(ids.arn("eu-west-1", "channel").starts_with("arn:aws:ivs:eu-west-1:123456789012:channel/"));
        assert_ne!(ids.stream_key("us-west-2"), ids.stream_key("us-west-2"));
        let key = ids.stream_key("ap-northeast-1");
        let parts: Vec<&str> = key.split('_').collect();
        let ["sk", "ap-northeast-1", channel, secret] = parts.as_slice() else { panic!("{key}") };
        assert_eq!((channel.len(), secret.len()), (12, 30));
    }

    #[test]
    fn a_seed_repeats_its_names() {
        let names = |seed| {
            let mut ids = Ids::new([seed; 32]);
            [ids.arn("us-west-2", "channel"), ids.stream_key("us-west-2"), ids.stream_id()]
        };
        assert_eq!(names(1), names(1));
        assert_ne!(names(1), names(2));
    }

    #[test]
    fn a_copy_makes_the_names_that_the_original_makes() {
        let mut ids = Ids::new([3; 32]);
        for length in 0..200 {
            let mut copies = [ids.clone(), Ids::try_from(String::from(ids.clone())).unwrap()];
            let name = ids.random(length);
            assert_eq!(copies.each_mut().map(|copy| copy.random(length)), [name.clone(), name]);
            assert_eq!(copies[0].token_key(), ids.token_key());
        }
        for other in ["", "AAAA", "é", "="] {
            assert!(Ids::try_from(other.to_owned()).is_err(), "{other}");
        }
    }

    #[test]
    fn the_hosts_of_a_region_share_twelve_hexadecimal_digits() {
        let label = host_label("us-west-2");
        assert!(label.len() == 12 && label.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase()));
        assert_eq!(label, host_label("us-west-2"));
        assert_ne!(label, host_label("eu-west-1"));
    }
}
