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
mod tests {
    use super::*;

    fn close(ours: f64, published: f64) -> bool {
        (ours - published).abs() < 1e-9
    }

    #[test]
    fn rates_after_throttling_are_those_that_aws_publishes() {
        let cubic = Cubic::new(10.0, 5.0);
        for (time, rate) in [
            (5.0, 7.0),
            (6.0, 9.648_936_009_66),
            (7.0, 10.000_030_849_917_364),
            (8.0, 10.453_284_520_772_092),
            (9.0, 13.408_697_022_224_185),
            (10.0, 21.266_268_354_273_64),
            (11.0, 36.425_998_516_920_465),
        ] {
            assert!(close(cubic.rate(time), rate), "at {time} s: {}", cubic.rate(time));
        }
    }

    #[test]
    fn rates_with_throttling_in_between_are_those_that_aws_publishes() {
        let mut cubic = Cubic::new(10.0, 5.0);
        let mut rate = 0.0;
        for (throttled, time, expected) in [
            (false, 5.0, 7.0),
            (false, 6.0, 9.648_936_009_66),
            (true, 7.0, 6.754_255_206_761_999),
            (true, 8.0, 4.727_978_644_733_399),
            (false, 9.0, 4.670_125_557_970_046),
            (false, 10.0, 4.770_870_456_867_401),
            (false, 11.0, 6.011_819_748_005_445),
            (false, 12.0, 10.792_973_431_384_178),
        ] {
            if throttled {
                rate = Cubic::new(rate, time).reduced();
                // AWS's table goes on from the reduced rate as the one that was too much.
                cubic = Cubic::new(rate, time);
            } else {
                rate = cubic.rate(time);
            }
            assert!(close(rate, expected), "at {time} s: {rate}");
        }
    }

    #[test]
    fn the_curve_is_back_at_the_rate_that_was_too_much_when_it_says_so() {
        let cubic = Cubic::new(10.0, 0.0);
        assert!(close(cubic.recovery, 1.957_433_820_584_431_7));
        assert!(close(Cubic::new(8.0, 1.0).recovery, 1.817_120_592_832_139_7));
        assert!(close(cubic.rate(cubic.recovery), 10.0));
        assert!(close(cubic.rate(0.0), cubic.reduced()));
    }

    #[test]
    fn cube_roots_are_those_of_the_standard_library() {
        let mut number: f64 = 1e-9;
        while number < 1e9 {
            assert!((cube_root(number) / number.cbrt() - 1.0).abs() < 1e-15, "{number}");
            number *= 1.001;
        }
        assert!(close(cube_root(0.0), 0.0));
    }
}
