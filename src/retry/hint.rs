//! How long a service asks to wait.

/// Milliseconds that an answer asks to wait before it is asked again: what `x-amz-retry-after` says in milliseconds, else what
/// `retry-after` says in seconds or as an HTTP date. `None` if the headers are absent or make no sense.
///
/// `date_of_retry_after` is `retry-after` parsed as a date, in milliseconds since 1970, or not a number if it is none; `now` is
/// the time in the same unit, and must be the service's, not that of a machine whose clock may be off. A date in the past asks for
/// no wait.
pub fn asked_delay(
    x_amz_retry_after: Option<&str>,
    retry_after: Option<&str>,
    date_of_retry_after: f64,
    now: f64,
) -> Option<f64> {
    if let Some(millis) = x_amz_retry_after.and_then(whole_number) {
        return Some(millis);
    }
    // Only digits are a number here: an engine may well read them as a date too.
    if let Some(seconds) = whole_number(retry_after?) {
        return Some(seconds * 1000.0);
    }
    let left = date_of_retry_after - now;
    left.is_finite().then(|| left.max(0.0))
}

/// The number that decimal digits write, however many; `None` if there is anything else, or nothing.
fn whole_number(digits: &str) -> Option<f64> {
    if digits.is_empty() {
        return None;
    }
    digits
        .bytes()
        .try_fold(0.0, |number, digit| digit.is_ascii_digit().then(|| number * 10.0 + f64::from(digit - b'0')))
}
