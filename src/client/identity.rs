//! What tells calls apart in the service's logs.

/// A random version 4 UUID for `amz-sdk-invocation-id`. It identifies and protects nothing, so `Math.random` will do;
/// `crypto.randomUUID` is missing from pages that were not loaded over HTTPS.
pub fn invocation_id() -> String {
    let mut id = String::with_capacity(36);
    let mut bits = 0;
    for index in 0..32_u32 {
        if matches!(index, 8 | 12 | 16 | 20) {
            id.push('-');
        }
        if index % 8 == 0 {
            bits = random_bits();
        }
        let digit = match index {
            12 => 4,
            16 => 8 | bits & 3,
            _ => bits & 15,
        };
        bits >>= 4;
        id.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
    id
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 0 and less than 2^32")]
fn random_bits() -> u32 {
    (js_sys::Math::random() * 4_294_967_296.0) as u32
}
