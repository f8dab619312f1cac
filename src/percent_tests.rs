use super::*;

#[test]
fn only_unreserved_characters_are_not_escaped() {
    assert_eq!(percent_encode("azAZ09-._~"), "azAZ09-._~");
    assert_eq!(percent_encode("a b/c:é%2F+*'()!"), "a%20b%2Fc%3A%C3%A9%252F%2B%2A%27%28%29%21");
}

#[test]
fn encoding_and_decoding_are_inverse() {
    let text = "a b+c%d/e?f&g=ü~🎥";
    assert_eq!(percent_encode(text), "a%20b%2Bc%25d%2Fe%3Ff%26g%3D%C3%BC~%F0%9F%8E%A5");
    assert_eq!(percent_decode(&percent_encode(text)).as_deref(), Some(text));
}

#[test]
fn an_invalid_escape_is_rejected() {
    for broken in ["%", "%4", "%zz", "%ff"] {
        assert_eq!(percent_decode(broken), None, "{broken}");
    }
}
