//! Generated names, in the formats of the service.

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

/// `sk_us-west-2_…`: what a broadcaster configures an encoder with.
pub fn stream_key(region: &str) -> String {
    format!("sk_{region}_{}_{}", random(12), random(32))
}

/// `st-…`, 26 characters.
pub fn stream_id() -> String {
    format!("st-{}", random(23))
}

/// First label of a new channel's ingest host.
pub fn host_label() -> String {
    random(12).to_ascii_lowercase()
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
mod tests {
    use super::*;

    #[test]
    fn names_have_the_lengths_of_the_service() {
        assert_eq!(stream_id().len(), 26);
        assert_eq!(access_key_id().len(), 20);
        assert!(arn("eu-west-1", "channel").starts_with("arn:aws:ivs:eu-west-1:123456789012:channel/"));
        assert_ne!(stream_key("us-west-2"), stream_key("us-west-2"));
    }
}
