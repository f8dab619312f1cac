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
