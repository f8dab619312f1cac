//! Tells calls apart in the service's logs.

/// A random version 4 UUID for `amz-sdk-invocation-id`. It identifies and protects nothing, so that any source of random
/// numbers will do: `crypto.randomUUID` is missing from pages that were not loaded over HTTPS.
pub fn invocation_id(random: &mut dyn FnMut() -> f64) -> String {
    let mut id = String::with_capacity(36);
    let mut bits = 0;
    for index in 0..32_u32 {
        if matches!(index, 8 | 12 | 16 | 20) {
            id.push('-');
        }
        if index % 8 == 0 {
            bits = random_bits(random());
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 2^32, and `as` saturates")]
fn random_bits(random: f64) -> u32 {
    (random * 4_294_967_296.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_the_form_of_a_version_4_uuid() {
        assert_eq!(invocation_id(&mut || 0.0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(invocation_id(&mut || 0.999_999_999_999), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
