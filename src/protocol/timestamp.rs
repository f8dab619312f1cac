//! ISO 8601 timestamps in the service's format.

use crate::calendar::{civil_from_days, days_from_civil, days_in_month};
use crate::text::decimal;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// The years that four digits can express, 0000 to 9999.
const YEARS: std::ops::RangeInclusive<i64> = -62_167_219_200_000..=253_402_300_799_999;

/// `2026-01-02T03:04:05Z`, or `2026-01-02T03:04:05.678000Z` where there are milliseconds; `None` outside the years 0 to
/// 9999.
pub fn format_timestamp(epoch_millis: i64) -> Option<String> {
    if !YEARS.contains(&epoch_millis) {
        return None;
    }
    let (year, month, day) = civil_from_days(epoch_millis.div_euclid(DAY));
    let of_day = epoch_millis.rem_euclid(DAY);
    let mut out = String::with_capacity(27);
    let mut number = |value: i64, width: usize, end: &str| {
        let digits = decimal(value);
        for _ in digits.len()..width {
            out.push('0');
        }
        out.push_str(&digits);
        out.push_str(end);
    };
    number(year, 4, "-");
    number(month, 2, "-");
    number(day, 2, "T");
    number(of_day / 3_600_000, 2, ":");
    number(of_day / 60_000 % 60, 2, ":");
    match of_day % 1000 {
        0 => number(of_day / 1000 % 60, 2, "Z"),
        millis => {
            number(of_day / 1000 % 60, 2, ".");
            // Six digits, as botocore writes them, so that a presigned URL has the same text.
            number(millis, 3, "000Z");
        }
    }
    Some(out)
}

/// Milliseconds since 1970 of an RFC 3339 timestamp such as `2026-01-02T03:04:05.678Z` or with an offset; `None` for
/// any other text. Digits after the milliseconds are truncated.
pub fn parse_timestamp(text: &str) -> Option<i64> {
    let mut rest = Reader(text.as_bytes());
    let year = rest.number(4)?;
    rest.one_of(b"-")?;
    let month = rest.number(2).filter(|month| (1..=12).contains(month))?;
    rest.one_of(b"-")?;
    let day = rest.number(2).filter(|day| (1..=days_in_month(year, month)).contains(day))?;
    rest.one_of(b"Tt ")?;
    let hour = rest.number(2).filter(|hour| *hour < 24)?;
    rest.one_of(b":")?;
    let minute = rest.number(2).filter(|minute| *minute < 60)?;
    rest.one_of(b":")?;
    // 60 is a leap second, treated as the first second of the next minute.
    let second = rest.number(2).filter(|second| *second <= 60)?;
    let mut millis = 0;
    if rest.one_of(b".,").is_some() {
        let mut weight = 100;
        let mut any = false;
        while let Some(digit) = rest.number(1) {
            millis += digit * weight;
            weight /= 10;
            any = true;
        }
        any.then_some(())?;
    }
    let offset = match rest.one_of(b"Zz+-")? {
        sign @ (b'+' | b'-') => {
            let hours = rest.number(2).filter(|hours| *hours < 24)?;
            rest.one_of(b":");
            let minutes = rest.number(2).filter(|minutes| *minutes < 60)?;
            (hours * 60 + minutes) * if sign == b'+' { 1 } else { -1 }
        }
        _ => 0,
    };
    if !rest.0.is_empty() {
        return None;
    }
    let days = days_from_civil(year, month, day);
    Some(days * DAY + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millis)
}

/// The rest of the text to parse.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn one_of(&mut self, expected: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        expected.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    fn number(&mut self, digits: usize) -> Option<i64> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        let value = number
            .iter()
            .try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + i64::from(byte - b'0')))?;
        self.0 = rest;
        Some(value)
    }
}

#[cfg(test)]
#[path = "timestamp_tests.rs"]
mod tests;
