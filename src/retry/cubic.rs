//! CUBIC: the request rate as a function of the time since the last throttling.
//!
//! The curve starts at a fraction of the rate that was throttled, returns to that rate, stays near it, and then rises
//! faster and faster.

/// The fraction to which throttling reduces the rate.
const BETA: f64 = 0.7;

/// Steepness of the curve.
const SCALE: f64 = 0.4;

/// The curve since the last throttling. Rates are requests per second, times seconds of any clock.
#[derive(Clone, Copy)]
pub struct Cubic {
    /// The rate that was throttled.
    max_rate: f64,
    /// Seconds until the curve is back at that rate.
    recovery: f64,
    throttled_at: f64,
}

impl Cubic {
    /// The curve of a client that was throttled at this time and rate. One that never was starts with a rate of 0.
    pub fn new(rate: f64, time: f64) -> Self {
        Self { max_rate: rate, recovery: cube_root(rate * (1.0 - BETA) / SCALE), throttled_at: time }
    }

    /// The rate at a time.
    pub fn rate(&self, time: f64) -> f64 {
        let past = time - self.throttled_at - self.recovery;
        SCALE * past * past * past + self.max_rate
    }

    /// The rate right after the throttling.
    pub fn reduced(&self) -> f64 {
        self.max_rate * BETA
    }
}

/// The cube root of a number that is not negative.
///
/// A third of the bits is a third of the exponent, which is a root to within a few hundredths; each of Newton's steps
/// doubles the number of right digits. The standard library's function would link its tables into the wasm.
fn cube_root(number: f64) -> f64 {
    if number <= 0.0 {
        return 0.0;
    }
    // Two thirds of the exponent's bias, so that 1 stays about 1.
    let mut root = f64::from_bits(number.to_bits() / 3 + (682 << 52));
    for _ in 0..5 {
        root -= (root - number / (root * root)) / 3.0;
    }
    root
}

#[cfg(test)]
#[path = "cubic_tests.rs"]
mod tests;
