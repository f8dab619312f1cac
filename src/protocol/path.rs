//! Paths and queries: labels filled in, everything but RFC 3986's unreserved characters escaped.

/// Escapes all but letters, digits, `-`, `.`, `_` and `~`; `/` and `:` of an ARN too.
pub fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    push_encoded(&mut out, text);
    out
}

/// Appends the text escaped.
pub fn push_encoded(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 0xf] {
                out.push(char::from_digit(u32::from(digit), 16).map_or('0', |digit| digit.to_ascii_uppercase()));
            }
        }
    }
}

/// Undoes [`percent_encode`]; `None` where an escape is cut short or the bytes are not UTF-8. A `+` stays a `+`.
pub fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = char::from(bytes.next()?).to_digit(16)?;
            let low = char::from(bytes.next()?).to_digit(16)?;
            out.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}

/// Fills the labels of a path template, in the order in which they stand. The values are escaped.
pub fn fill(template: &str, labels: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(template.len() + 96);
    let mut rest = template;
    while let Some((before, label_and_rest)) = rest.split_once('{') {
        out.push_str(before);
        let (label, after) = label_and_rest.split_once('}').unwrap_or((label_and_rest, ""));
        if let Some((_, value)) = labels.iter().find(|(name, _)| *name == label) {
            push_encoded(&mut out, value);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_in_a_path_is_one_segment() {
        let labels = [("resourceArn", "arn:aws:ivs:us-west-2:123456789012:channel/abc".to_owned())];
        assert_eq!(
            fill("/tags/{resourceArn}", &labels),
            "/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fabc"
        );
    }

    #[test]
    fn what_is_escaped_is_read_back() {
        let text = "a b+c%d/e?f&g=ü~🎥";
        assert_eq!(percent_encode(text), "a%20b%2Bc%25d%2Fe%3Ff%26g%3D%C3%BC~%F0%9F%8E%A5");
        assert_eq!(percent_decode(&percent_encode(text)).as_deref(), Some(text));
    }

    #[test]
    fn a_broken_escape_is_refused() {
        for broken in ["%", "%4", "%zz", "%ff"] {
            assert_eq!(percent_decode(broken), None, "{broken}");
        }
    }
}
