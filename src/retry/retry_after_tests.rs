use super::*;

/// 2026-11-22T21:00:00Z.
const NOW: f64 = 1_795_381_200_000.0;

const NO_DATE: f64 = f64::NAN;

#[test]
fn the_delay_is_read_from_the_headers() {
    for (x_amz_retry_after, standard, date, expected) in [
        (None, None, NO_DATE, None),
        (Some("1500"), None, NO_DATE, Some(1500.0)),
        (Some("0"), None, NO_DATE, Some(0.0)),
        (None, Some("2"), NO_DATE, Some(2000.0)),
        // AWS's header takes precedence, unless it is invalid.
        (Some("1500"), Some("2"), NO_DATE, Some(1500.0)),
        (Some("soon"), Some("2"), NO_DATE, Some(2000.0)),
        (Some("-100"), None, NO_DATE, None),
        (Some(""), Some(""), NO_DATE, None),
        (None, Some("1.5"), NO_DATE, None),
        (None, Some("1e3"), NO_DATE, None),
        (None, Some("Sun, 22 Nov 2026 21:00:03 GMT"), NOW + 3000.0, Some(3000.0)),
        (None, Some("Sun, 22 Nov 2026 20:59:00 GMT"), NOW - 60_000.0, Some(0.0)),
        (None, Some("tomorrow"), NO_DATE, None),
        // V8 parses "2" as a day in 2001.
        (None, Some("2"), 980_985_600_000.0, Some(2000.0)),
    ] {
        let delay = retry_after(x_amz_retry_after, standard, date, NOW);
        assert_eq!(delay, expected, "{x_amz_retry_after:?}, {standard:?}, {date}");
    }
}

#[test]
fn a_number_of_any_length_is_a_long_delay() {
    let year = retry_after(None, Some("31536000"), NO_DATE, NOW);
    assert_eq!(year, Some(31_536_000_000.0));
    assert!(retry_after(Some(&"9".repeat(40)), None, NO_DATE, NOW).is_some_and(|millis| millis > 9e39));
    assert_eq!(retry_after(Some(&"9".repeat(400)), None, NO_DATE, NOW), Some(f64::INFINITY));
}
