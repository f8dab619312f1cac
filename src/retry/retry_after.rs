//! The delay that a response requests.

/// Milliseconds that a response requests to wait before a retry: `x-amz-retry-after` in milliseconds, else
/// `retry-after` in seconds or as an HTTP date. `None` if the headers are absent or invalid.
///
/// `date_of_retry_after` is `retry-after` parsed as a date, in milliseconds since 1970, or NaN if it is not a date;
/// `now` is the service's time in the same unit, not that of a machine whose clock may be skewed. A date in the past
/// requests no delay.
pub fn retry_after(
    x_amz_retry_after: Option<&str>,
    retry_after: Option<&str>,
    date_of_retry_after: f64,
    now: f64,
) -> Option<f64> {
    if let Some(millis) = x_amz_retry_after.and_then(whole_number) {
        return Some(millis);
    }
    // Digits are checked first, because engines may parse them as a date too.
    if let Some(seconds) = whole_number(retry_after?) {
        return Some(seconds * 1000.0);
    }
    let left = date_of_retry_after - now;
    left.is_finite().then(|| left.max(0.0))
}

/// Parses any number of decimal digits; `None` if there is anything else, or nothing.
fn whole_number(digits: &str) -> Option<f64> {
    if digits.is_empty() {
        return None;
    }
    digits
        .bytes()
        .try_fold(0.0, |number, digit| digit.is_ascii_digit().then(|| number * 10.0 + f64::from(digit - b'0')))
}

#[cfg(test)]
#[path = "retry_after_tests.rs"]
mod tests;
