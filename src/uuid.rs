//! Random UUIDs, for idempotency tokens and to tell calls apart in the service's logs.

/// A source of random bits.
pub type Random<'a> = dyn FnMut() -> u32 + 'a;

/// A UUID of version 4 in lower case.
pub fn uuid_v4(random: &mut Random<'_>) -> String {
    let mut id = String::with_capacity(36);
    let mut bits = 0;
    for index in 0..32_u32 {
        if matches!(index, 8 | 12 | 16 | 20) {
            id.push('-');
        }
        if index % 8 == 0 {
            bits = random();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_variant_are_fixed_and_all_else_is_random() {
        assert_eq!(uuid_v4(&mut || 0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid_v4(&mut || u32::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        let mut bits = [0x7654_3210, 0xfedc_ba98, 0x7654_3210, 0xfedc_ba98].into_iter();
        assert_eq!(uuid_v4(&mut || bits.next().unwrap()), "01234567-89ab-4def-8123-456789abcdef");
    }
}
