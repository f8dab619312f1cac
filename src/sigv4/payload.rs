//! What stands for the body in a signature.

use super::signature::Hex;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// The body of a request, or what stands for it in the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payload<'a> {
    /// The body itself, empty if there is none.
    Bytes(&'a [u8]),
    /// Its SHA-256 in lower-case hexadecimal, as [`payload_hash`] and [`PayloadHasher`] give it.
    Hash(&'a str),
    /// The words `UNSIGNED-PAYLOAD`: the body may be anything.
    Unsigned,
}

impl<'a> Payload<'a> {
    /// The last line of the canonical request.
    pub(super) fn hash(self) -> Cow<'a, str> {
        match self {
            Self::Bytes(bytes) => payload_hash(bytes).into(),
            Self::Hash(hash) => hash.into(),
            Self::Unsigned => "UNSIGNED-PAYLOAD".into(),
        }
    }
}

/// The SHA-256 of a body in lower-case hexadecimal.
pub fn payload_hash(body: &[u8]) -> String {
    Hex::of(&Sha256::digest(body).into()).as_str().to_owned()
}

/// The same for a body that comes in pieces.
#[derive(Clone, Default)]
pub struct PayloadHasher(Sha256);

impl PayloadHasher {
    /// Adds the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all bytes so far.
    pub fn finish(&self) -> String {
        Hex::of(&self.0.clone().finalize().into()).as_str().to_owned()
    }
}

#[cfg(test)]
#[path = "payload_tests.rs"]
mod tests;
