//! What tells calls apart in the service's logs.

/// A random version 4 UUID for `amz-sdk-invocation-id`. It identifies and protects nothing, so `Math.random` will do;
/// `crypto.randomUUID` is missing from pages that were not loaded over HTTPS.
pub fn invocation_id() -> String {
    let mut id = String::with_capacity(36);
    for index in 0..32_u32 {
        if matches!(index, 8 | 12 | 16 | 20) {
            id.push('-');
        }
        let digit = match index {
            12 => 4,
            16 => 8 + random_below(4),
            _ => random_below(16),
        };
        id.push(char::from_digit(digit, 16).unwrap_or('0'));
    }
    id
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 0 and less than the bound")]
fn random_below(bound: u32) -> u32 {
    (js_sys::Math::random() * f64::from(bound)) as u32 % bound
}
