use super::*;

#[test]
fn version_and_variant_are_fixed_and_all_else_is_random() {
    assert_eq!(uuid_v4(&mut || 0), "00000000-0000-4000-8000-000000000000");
    assert_eq!(uuid_v4(&mut || u32::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    let mut bits = [0x7654_3210, 0xfedc_ba98, 0x7654_3210, 0xfedc_ba98].into_iter();
    assert_eq!(uuid_v4(&mut || bits.next().unwrap()), "01234567-89ab-4def-8123-456789abcdef");
}
