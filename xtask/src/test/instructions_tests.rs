use super::*;

#[test]
fn a_count_may_differ_by_three_percent() {
    assert_eq!(verdict(1030, 1000), None);
    assert_eq!(verdict(970, 1000), None);
    assert_eq!(verdict(1031, 1000), Some("more"));
    assert_eq!(verdict(969, 1000), Some("less"));
}
