//! Generated names, in the formats of the service.

use md5::{Digest, Md5};
use rand::RngExt;
use rand::distr::Alphanumeric;

/// The account of every ARN.
pub const ACCOUNT: &str = "123456789012";

/// Host of ingest and playback addresses. `.invalid` never resolves (RFC 2606): nothing sent to a simulated channel
/// leaves the machine.
pub const HOST: &str = "ivs-local.invalid";

/// That many random letters and digits.
pub fn random(length: usize) -> String {
    rand::rng().sample_iter(Alphanumeric).take(length).map(char::from).collect()
}

/// `arn:aws:ivs:us-west-2:123456789012:channel/…` of a new resource.
pub fn arn(region: &str, kind: &str) -> String {
    format!("arn:aws:ivs:{region}:{ACCOUNT}:{kind}/{}", random(12))
}

/// `arn:aws:iam::123456789012:root`, which stands for the account.
pub fn account_arn() -> String {
    format!("arn:aws:iam::{ACCOUNT}:root")
}

/// `sk_us-west-2_…_…`: what a broadcaster configures an encoder with.
pub fn stream_key(region: &str) -> String {
    format!("sk_{region}_{}_{}", random(12), random(30))
}

/// `st-…`, 26 characters.
pub fn stream_id() -> String {
    format!("st-{}", random(23))
}

/// First label of the ingest and playback hosts: 12 hexadecimal digits, the same for all channels of the account in a region.
pub fn host_label(region: &str) -> String {
    let digest = Md5::digest(format!("{ACCOUNT}/{region}"));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// What SRT encrypts ingest with.
pub fn passphrase() -> String {
    random(69)
}

/// An access key id that cannot be mistaken for one of AWS.
pub fn access_key_id() -> String {
    format!("LOCAL{}", random(15).to_ascii_uppercase())
}

/// A secret access key.
pub fn secret_access_key() -> String {
    random(40)
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_lengths_of_the_service() {
        assert_eq!(stream_id().len(), 26);
        assert_eq!(access_key_id().len(), 20);
        assert!(arn("eu-west-1", "channel").starts_with("arn:aws:ivs:eu-west-1:123456789012:channel/"));
        assert_ne!(stream_key("us-west-2"), stream_key("us-west-2"));
        let key = stream_key("ap-northeast-1");
        let parts: Vec<&str> = key.split('_').collect();
        let ["sk", "ap-northeast-1", channel, secret] = parts.as_slice() else { panic!("{key}") };
        assert_eq!((channel.len(), secret.len()), (12, 30));
    }

    #[test]
    fn the_hosts_of_a_region_share_twelve_hexadecimal_digits() {
        let label = host_label("us-west-2");
        assert!(label.len() == 12 && label.bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase()));
        assert_eq!(label, host_label("us-west-2"));
        assert_ne!(label, host_label("eu-west-1"));
    }
}
