//! Public keys that playback tokens are verified with.

use super::tag::{self, Tags};
use super::{Answer, ByArn, Ivs, find, nothing};
use crate::error::Error;
use crate::pagination::Page;
use md5::{Digest, Md5};
use p384::PublicKey;
use p384::pkcs8::{DecodePublicKey, EncodePublicKey};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaybackKeyPair {
    arn: String,
    name: String,
    fingerprint: String,
    pub tags: Tags,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Import {
    public_key_material: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    tags: Tags,
}

/// Accepts an ECDSA key on the curve P-384, in PEM.
pub fn import(ivs: &mut Ivs, input: Import) -> Answer {
    tag::check(&input.tags)?;
    let fingerprint = fingerprint(&input.public_key_material).ok_or_else(|| {
        Error::validation("input.publicKeyMaterial: is not the PEM of an ECDSA public key on the curve P-384")
    })?;
    if ivs.playback_key_pairs.values().any(|pair| pair.fingerprint == fingerprint) {
        return Err(Error::conflict(format!("The key with the fingerprint {fingerprint} is imported already.")));
    }
    ivs.settings.quotas.room_in("playback-key", &ivs.playback_key_pairs)?;
    let pair = PlaybackKeyPair { arn: ivs.new_arn("playback-key"), name: input.name, fingerprint, tags: input.tags };
    let output = json!({ "keyPair": pair });
    ivs.playback_key_pairs.insert(&pair.arn.clone(), pair);
    Ok(output)
}

pub fn get(ivs: &mut Ivs, input: ByArn) -> Answer {
    Ok(json!({ "keyPair": find(&ivs.playback_key_pairs, &input.arn)? }))
}

pub fn delete(ivs: &mut Ivs, input: ByArn) -> Answer {
    ivs.playback_key_pairs.remove(&input.arn).map(|_| nothing()).ok_or_else(|| Error::not_found(&input.arn))
}

pub fn list(ivs: &mut Ivs, page: Page) -> Answer {
    ivs.tokens.page("ListPlaybackKeyPairs", "keyPairs", 100, &page, ivs.playback_key_pairs.iter())
}

/// MD5 of the key's DER form, as pairs of hexadecimal digits with colons between; `None` if it is not a P-384 public key.
fn fingerprint(pem: &str) -> Option<String> {
    let key = PublicKey::from_public_key_pem(pem.trim()).ok()?;
    let digest = Md5::digest(key.to_public_key_der().ok()?.as_bytes());
    let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Some(pairs.join(":"))
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn only_keys_on_p384_have_a_fingerprint() {
        // openssl ec -pubin -outform DER | md5sum
        let p384 = include_str!("../../tests/data/p384-public.pem");
        assert_eq!(fingerprint(p384).as_deref(), Some(include_str!("../../tests/data/p384-fingerprint.txt").trim()));
        assert_eq!(fingerprint(&p384.replace('\n', "\r\n")), fingerprint(p384));
        assert_eq!(fingerprint(include_str!("../../tests/data/p256-public.pem")), None);
        assert_eq!(fingerprint("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"), None);
        assert_eq!(fingerprint(""), None);
    }
}
