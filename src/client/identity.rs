//! What tells calls apart in the service's logs.

use crate::uuid::uuid_v4;

/// A random version 4 UUID for `amz-sdk-invocation-id`.
pub fn invocation_id() -> String {
    uuid_v4(&mut random_bits)
}

/// Random bits. What is made of them identifies and protects nothing, so `Math.random` will do; `crypto` is not complete on pages that
/// were not loaded over HTTPS.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 0 and less than 2^32")]
pub fn random_bits() -> u32 {
    (js_sys::Math::random() * 4_294_967_296.0) as u32
}
