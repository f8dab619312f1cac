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
#[path = "uuid_tests.rs"]
mod tests;
