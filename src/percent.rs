//! Percent-encoding by RFC 3986 with upper-case digits, for paths, queries and canonical requests.

/// Appends a byte, escaped unless it is one of the unreserved characters: letters, digits, `-`, `.`, `_` and `~`.
pub fn push_byte(out: &mut String, byte: u8) {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
        out.push(char::from(byte));
        return;
    }
    out.push('%');
    for nibble in [byte >> 4, byte & 15] {
        out.push(char::from(if nibble < 10 { b'0' + nibble } else { b'A' - 10 + nibble }));
    }
}

/// Appends the text with all characters escaped but the unreserved ones; `/` and `:` of an ARN are escaped too.
pub fn push_encoded(out: &mut String, text: &str) {
    for byte in text.bytes() {
        push_byte(out, byte);
    }
}

/// The text with all characters escaped but the unreserved ones.
pub fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    push_encoded(&mut out, text);
    out
}

/// Parses the two hexadecimal digits at the start of `digits`: their byte and the rest.
pub fn escaped_byte(digits: &[u8]) -> Option<(u8, &[u8])> {
    let (&[high, low], rest) = digits.split_first_chunk()?;
    let value = char::from(high).to_digit(16)? * 16 + char::from(low).to_digit(16)?;
    Some((u8::try_from(value).ok()?, rest))
}

/// The inverse of [`percent_encode`]; `None` if an escape is incomplete or the bytes are not UTF-8. A `+` stays a `+`.
pub fn percent_decode(text: &str) -> Option<String> {
    let mut rest = text.as_bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some((&byte, tail)) = rest.split_first() {
        let (byte, tail) = if byte == b'%' { escaped_byte(tail)? } else { (byte, tail) };
        out.push(byte);
        rest = tail;
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
#[path = "percent_tests.rs"]
mod tests;
