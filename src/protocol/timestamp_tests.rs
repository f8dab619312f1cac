use super::*;

#[test]
fn published_examples_of_rfc_3339() {
    assert_eq!(parse_timestamp("1985-04-12T23:20:50.52Z"), Some(482_196_050_520));
    assert_eq!(parse_timestamp("1996-12-19T16:39:57-08:00"), Some(851_042_397_000));
    assert_eq!(parse_timestamp("1990-12-31T23:59:60Z"), Some(662_688_000_000));
    assert_eq!(parse_timestamp("1937-01-01T12:00:27.87+00:20"), Some(-1_041_337_172_130));
}

#[test]
fn formatting_and_parsing_are_inverse() {
    for millis in [0, 1, -1, 951_782_400_000, 1_795_390_496_789, *YEARS.start(), *YEARS.end()] {
        let text = format_timestamp(millis).unwrap();
        assert_eq!(parse_timestamp(&text), Some(millis), "{text}");
    }
    assert_eq!(format_timestamp(951_782_400_000).unwrap(), "2000-02-29T00:00:00Z");
    assert_eq!(format_timestamp(5).unwrap(), "1970-01-01T00:00:00.005000Z");
    assert_eq!(format_timestamp(*YEARS.end() + 1), None);
    assert_eq!(format_timestamp(i64::MIN), None);
}

#[test]
fn other_text_is_not_a_timestamp() {
    for text in [
        "",
        "now",
        "2026",
        "2026-01-02",
        "2026-01-02T03:04:05",
        "2026-13-02T03:04:05Z",
        "2026-02-29T03:04:05Z",
        "2026-01-02T24:04:05Z",
        "2026-01-02T03:04:05.Z",
        "2026-01-02T03:04:05Zzz",
        "+026-01-02T03:04:05Z",
        "1767323045",
        "2026-01-02T03:04:05+",
        "２０26-01-02T03:04:05Z",
    ] {
        assert_eq!(parse_timestamp(text), None, "{text}");
    }
}
