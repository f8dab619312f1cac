//! String building without `core::fmt`, which would be a tenth of the wasm.

/// The concatenated parts.
pub fn concat(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        out.push_str(part);
    }
    out
}

/// The number in decimal digits.
pub fn decimal(number: i64) -> String {
    let mut digits = Vec::with_capacity(20);
    let mut rest = number.unsigned_abs();
    loop {
        digits.push(b'0' + (rest % 10) as u8);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.push(b'-');
    }
    digits.iter().rev().map(|digit| char::from(*digit)).collect()
}

/// The number of decimal digits without leading zeros, after a minus sign or none; `None` where it is beyond 64 bits. `str::parse`
/// and the multiplication of 128 bits that it checks for an overflow with are six times the code.
pub fn parse_integer(text: &str) -> Option<i64> {
    let (is_negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    if digits.is_empty() || digits.len() > 19 {
        return None;
    }
    let mut number: u64 = 0;
    for digit in digits.bytes() {
        number = number * 10 + u64::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    if is_negative { 0_i64.checked_sub_unsigned(number) } else { 0_i64.checked_add_unsigned(number) }
}

/// Splits the text at the first occurrence of an ASCII character; `None` if there is none. `str::split_once` links a
/// hundred times the code.
pub fn cut(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// At most the first `most` characters of the text.
pub fn first_chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_core_writes_them() {
        for number in [0, 7, -1, 10, 1_234_567_890, i64::MAX, i64::MIN] {
            assert_eq!(decimal(number), number.to_string());
            assert_eq!(parse_integer(&number.to_string()), Some(number));
        }
        for text in ["", "-", "x", "1x", "9223372036854775808", "-9223372036854775809", "10000000000000000000000"] {
            assert_eq!(parse_integer(text), None, "{text}");
        }
    }

    #[test]
    fn parts_come_in_their_order() {
        assert_eq!(concat(&["a", "", "b c"]), "ab c");
        assert_eq!(concat(&[]), "");
    }
}
