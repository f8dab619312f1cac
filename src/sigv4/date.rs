use super::Error;
use crate::calendar::civil_from_days;
use core::fmt;

const SECONDS_PER_DAY: i64 = 86_400;
/// 0001-01-01T00:00:00Z and the second after 9999-12-31T23:59:59Z, in seconds since 1970.
const YEARS_1_TO_9999: core::ops::Range<i64> = -62_135_596_800..253_402_300_800;

/// A time in UTC, to the second, in the years 1 to 9999, which four digits can express. It is kept as the text that is
/// signed, whose order is that of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp([u8; 16]);

impl Timestamp {
    /// From milliseconds since 1970-01-01T00:00:00Z, as JavaScript counts them; fractions of a second are rounded down.
    ///
    /// # Errors
    /// [`Error::Timestamp`] if it is not a number, or outside of the years 1 to 9999.
    pub fn from_epoch_millis(millis: f64) -> Result<Self, Error> {
        let seconds = (millis / 1000.0).floor();
        if seconds.is_nan() {
            return Err(Error::Timestamp);
        }
        // `as` saturates, and what it saturates to is out of range.
        #[expect(clippy::cast_possible_truncation)]
        Self::from_epoch_seconds(seconds as i64)
    }

    /// From seconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`Error::Timestamp`] outside of the years 1 to 9999.
    pub fn from_epoch_seconds(seconds: i64) -> Result<Self, Error> {
        if !YEARS_1_TO_9999.contains(&seconds) {
            return Err(Error::Timestamp);
        }
        let (days, second_of_day) = (seconds.div_euclid(SECONDS_PER_DAY), seconds.rem_euclid(SECONDS_PER_DAY));
        let (year, month, day) = civil_from_days(days);
        let (hour, minute, second) = (second_of_day / 3_600, second_of_day / 60 % 60, second_of_day % 60);
        let mut text = *b"YYYYMMDDThhmmssZ";
        let (date, time) = text.split_at_mut(8);
        put_digits(date, (year * 100 + month) * 100 + day);
        // The T and the Z stand where they are.
        put_digits(time.get_mut(1..7).unwrap_or_default(), (hour * 100 + minute) * 100 + second);
        Ok(Self(text))
    }

    /// The date of the credential scope, `YYYYMMDD`.
    pub fn date(&self) -> &str {
        self.date_time().get(..8).unwrap_or_default()
    }

    /// The time of the request, `YYYYMMDDTHHMMSSZ`.
    pub fn date_time(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.date_time())
    }
}

/// Fills the place with the last decimal digits of a value, which is not negative.
#[expect(clippy::cast_sign_loss, reason = "a digit")]
fn put_digits(place: &mut [u8], mut value: i64) {
    for digit in place.iter_mut().rev() {
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
    }
}

#[cfg(test)]
#[path = "date_tests.rs"]
mod tests;
