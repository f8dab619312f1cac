//! Public keys that playback tokens are verified with.

use super::resource::{Resource, check_quota, insert};
use super::tag::{self, Tags};
use super::{Answer, Ivs};
use crate::error::Error;
use md5::{Digest, Md5};
use p384::PublicKey;
use p384::ecdsa::VerifyingKey;
use p384::pkcs8::{DecodePublicKey, EncodePublicKey, LineEnding};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaybackKeyPair {
    pub arn: String,
    name: String,
    fingerprint: String,
    #[serde(serialize_with = "to_pem", deserialize_with = "from_pem")]
    pub key: VerifyingKey,
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
    let key = read(&input.public_key_material);
    let (key, fingerprint) = key.and_then(|key| Some((key, fingerprint(&key)?))).ok_or_else(|| {
        Error::validation("input.publicKeyMaterial: is not the PEM of an ECDSA public key on the curve P-384")
    })?;
    if ivs.playback_key_pairs.values().any(|pair| pair.fingerprint == fingerprint) {
        return Err(Error::conflict(format!("The key with the fingerprint {fingerprint} is imported already.")));
    }
    check_quota::<PlaybackKeyPair>(ivs)?;
    let arn = ivs.new_arn(PlaybackKeyPair::KIND);
    let pair = PlaybackKeyPair { arn, name: input.name, fingerprint, key: key.into(), tags: input.tags };
    insert(ivs, pair)
}

/// The key of a PEM, which may have white space around it.
fn read(pem: &str) -> Option<PublicKey> {
    PublicKey::from_public_key_pem(pem.trim()).ok()
}

fn to_pem<S: Serializer>(key: &VerifyingKey, serializer: S) -> Result<S::Ok, S::Error> {
    let pem = PublicKey::from(key).to_public_key_pem(LineEnding::LF).map_err(ser::Error::custom)?;
    serializer.serialize_str(&pem)
}

fn from_pem<'de, D: Deserializer<'de>>(deserializer: D) -> Result<VerifyingKey, D::Error> {
    let key = read(&String::deserialize(deserializer)?);
    Ok(key.ok_or_else(|| de::Error::custom("is not the PEM of a public key on the curve P-384"))?.into())
}

/// MD5 of the key's DER form, as pairs of hexadecimal digits with colons between.
fn fingerprint(key: &PublicKey) -> Option<String> {
    let digest = Md5::digest(key.to_public_key_der().ok()?.as_bytes());
    let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Some(pairs.join(":"))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn fingerprint(pem: &str) -> Option<String> {
        super::fingerprint(&read(pem)?)
    }

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
