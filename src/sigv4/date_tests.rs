use super::*;

fn date_time(seconds: i64) -> String {
    Timestamp::from_epoch_seconds(seconds).unwrap().date_time().to_owned()
}

#[test]
fn known_moments() {
    assert_eq!(date_time(0), "19700101T000000Z");
    assert_eq!(date_time(-1), "19691231T235959Z");
    assert_eq!(date_time(1_440_938_160), "20150830T123600Z");
    assert_eq!(date_time(253_402_300_799), "99991231T235959Z");
    assert_eq!(date_time(-62_135_596_800), "00010101T000000Z");
    assert_eq!(Timestamp::from_epoch_seconds(1_440_938_160).unwrap().date(), "20150830");
}

#[test]
fn leap_days_are_where_the_calendar_has_them() {
    assert_eq!(date_time(951_782_400), "20000229T000000Z");
    assert_eq!(date_time(951_868_800), "20000301T000000Z");
    assert_eq!(date_time(1_709_164_800), "20240229T000000Z");
    assert_eq!(date_time(4_107_456_000), "21000228T000000Z");
    assert_eq!(date_time(4_107_542_400), "21000301T000000Z");
}

#[test]
fn milliseconds_are_dropped_downwards() {
    let of = |millis| Timestamp::from_epoch_millis(millis).unwrap().date_time().to_owned();
    assert_eq!(of(999.9), "19700101T000000Z");
    assert_eq!(of(-0.5), "19691231T235959Z");
    assert_eq!(of(1_440_938_160_999.0), "20150830T123600Z");
    assert_eq!(of(253_402_300_799_999.0), "99991231T235959Z");
}

#[test]
fn times_that_four_digits_cannot_say_are_refused() {
    for millis in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, 253_402_300_800_000.0, -62_135_596_800_001.0] {
        assert_eq!(Timestamp::from_epoch_millis(millis), Err(Error::Timestamp), "{millis}");
    }
    for seconds in [i64::MIN, i64::MAX, 253_402_300_800, -62_135_596_801] {
        assert_eq!(Timestamp::from_epoch_seconds(seconds), Err(Error::Timestamp), "{seconds}");
    }
}
