//! The client-side rate limiter of the adaptive retry mode: keeps all requests of a client to a rate that the service seems to
//! bear, once it has throttled one.

use super::cubic::Cubic;
use std::cell::Cell;

/// How much of the measured rate the last window decides.
const SMOOTHING: f64 = 0.8;

/// Windows a second, in which answers are counted.
const WINDOWS: f64 = 2.0;

/// Tokens a second that there are at least.
const LEAST_RATE: f64 = 0.5;

/// Tokens that the bucket holds at least.
const LEAST_CAPACITY: f64 = 1.0;

/// How many times the measured rate the allowed one may be.
const HEADROOM: f64 = 2.0;

/// A limiter, for the concurrent calls of a client.
pub struct Limiter {
    state: Cell<State>,
}

/// Times are in seconds, rates in requests per second.
#[derive(Clone, Copy)]
struct State {
    /// The caller's clock at the last call, and what was added to it so far to make up for being put back; in milliseconds.
    clock: f64,
    put_back: f64,
    /// The time at the last call. It never goes back.
    time: f64,
    /// When the window began, and the answers since then.
    window: f64,
    answers: f64,
    /// The rate at which answers come.
    measured: f64,
    cubic: Cubic,
    /// Whether the service has ever throttled. Until then no request waits.
    engaged: bool,
    /// Tokens in the bucket; what is below 0 is owed to calls that wait for it.
    tokens: f64,
    fill_rate: f64,
    capacity: f64,
}

impl Limiter {
    /// A limiter that no request waits for yet.
    pub fn new() -> Self {
        let state = State {
            clock: f64::NAN,
            put_back: 0.0,
            time: 0.0,
            window: 0.0,
            answers: 0.0,
            measured: 0.0,
            cubic: Cubic::new(0.0, 0.0),
            engaged: false,
            tokens: 0.0,
            fill_rate: 0.0,
            capacity: LEAST_CAPACITY,
        };
        Self { state: Cell::new(state) }
    }

    /// Takes a token. Gives the milliseconds until it is there.
    pub fn take(&self, now: f64) -> f64 {
        let mut state = self.state.get();
        state.advance(now);
        let mut wait = 0.0;
        if state.engaged {
            state.tokens -= 1.0;
            wait = (-state.tokens / state.fill_rate).max(0.0) * 1000.0;
        }
        self.state.set(state);
        wait
    }

    /// Puts back a token that was not used.
    pub fn put_back(&self) {
        let mut state = self.state.get();
        if state.engaged {
            state.tokens = (state.tokens + 1.0).min(state.capacity);
        }
        self.state.set(state);
    }

    /// Learns what came of a request.
    pub fn answered(&self, throttled: bool, now: f64) {
        let mut state = self.state.get();
        state.advance(now);
        state.measure();
        let rate = if throttled {
            let too_much = if state.engaged { state.measured.min(state.fill_rate) } else { state.measured };
            state.cubic = Cubic::new(too_much, state.time);
            state.engaged = true;
            state.cubic.reduced()
        } else {
            state.cubic.rate(state.time)
        };
        let rate = rate.min(HEADROOM * state.measured);
        state.fill_rate = rate.max(LEAST_RATE);
        state.capacity = rate.max(LEAST_CAPACITY);
        state.tokens = state.tokens.min(state.capacity);
        self.state.set(state);
    }
}

impl State {
    /// Goes on to the time of the caller's clock, and fills the bucket on the way.
    fn advance(&mut self, clock: f64) {
        if self.clock.is_nan() {
            self.time = clock / 1000.0;
            self.window = self.time.floor();
            self.cubic = Cubic::new(0.0, self.time);
        }
        if clock < self.clock {
            self.put_back += self.clock - clock;
        }
        self.clock = clock;
        let time = (clock + self.put_back) / 1000.0;
        self.tokens = (self.tokens + (time - self.time) * self.fill_rate).min(self.capacity);
        self.time = time;
    }

    /// Counts an answer, and measures the rate anew where it is the first of a window.
    fn measure(&mut self) {
        self.answers += 1.0;
        let window = (self.time * WINDOWS).floor() / WINDOWS;
        if window > self.window {
            let rate = self.answers / (window - self.window);
            self.measured = rate * SMOOTHING + self.measured * (1.0 - SMOOTHING);
            self.answers = 0.0;
            self.window = window;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(ours: f64, expected: f64) -> bool {
        (ours - expected).abs() < 1e-9
    }

    /// A limiter that has been asked for a token at time 0, and not yet engaged.
    fn started() -> Limiter {
        let limiter = Limiter::new();
        assert!(close(limiter.take(0.0), 0.0));
        limiter
    }

    /// One that was throttled at 1 s, when it had measured `rate` requests per second.
    fn throttled(rate: f64) -> Limiter {
        let limiter = started();
        let mut state = limiter.state.get();
        // The answer that is throttled is counted too.
        state.answers = rate / SMOOTHING - 1.0;
        limiter.state.set(state);
        limiter.answered(true, 1000.0);
        assert!(close(limiter.state.get().measured, rate));
        limiter
    }

    #[test]
    fn rates_are_those_that_aws_publishes() {
        let limiter = started();
        for (throttled, millis, measured, fill_rate) in [
            (false, 200.0, 0.0, 0.5),
            (false, 400.0, 0.0, 0.5),
            (false, 600.0, 4.8, 0.5),
            (false, 800.0, 4.8, 0.5),
            (false, 1000.0, 4.16, 0.5),
            (false, 1200.0, 4.16, 0.6912),
            (false, 1400.0, 4.16, 1.0976),
            (false, 1600.0, 5.632, 1.6384),
            (false, 1800.0, 5.632, 2.3328),
            (true, 2000.0, 4.3264, 3.028_48),
            (false, 2200.0, 4.3264, 3.486_639_173_470_259_8),
            (false, 2400.0, 4.3264, 3.821_874_416_040_255_4),
            (false, 2600.0, 5.665_28, 4.053_385_727_709_987),
            (false, 2800.0, 5.665_28, 4.200_373_108_479_455),
            (false, 3000.0, 4.333_056, 4.282_036_558_348_658),
            (true, 3200.0, 4.333_056, 2.997_425_590_844_06),
            (false, 3400.0, 4.333_056, 3.452_226_394_386_346_3),
        ] {
            limiter.answered(throttled, millis);
            let state = limiter.state.get();
            assert!(close(state.measured, measured), "measured at {millis} ms: {}", state.measured);
            assert!(close(state.fill_rate, fill_rate), "fill rate at {millis} ms: {}", state.fill_rate);
        }
    }

    #[test]
    fn the_first_wait_after_throttling_is_the_one_that_the_sdk_has() {
        for (throttled_at, wait) in
            [(500.0, 892.857_142_857_142_8), (1000.0, 1_785.714_285_714_285_6), (2000.0, 2000.0)]
        {
            let limiter = started();
            limiter.answered(true, throttled_at);
            assert!(close(limiter.take(throttled_at), wait), "throttled at {throttled_at} ms");
        }
    }

    #[test]
    fn answers_of_one_window_are_measured_when_the_next_begins() {
        let limiter = started();
        for millis in [100.0, 200.0, 300.0, 400.0, 490.0] {
            limiter.answered(false, millis);
            assert!(close(limiter.state.get().measured, 0.0));
        }
        limiter.answered(false, 500.0);
        assert!(close(limiter.state.get().measured, 12.0 * SMOOTHING));
    }

    #[test]
    fn a_steady_rate_is_measured_as_it_is() {
        let limiter = started();
        for second in 1..=20 {
            limiter.answered(false, f64::from(second) * 1000.0);
        }
        assert!(close(limiter.state.get().measured, 1.0));
    }

    #[test]
    fn nobody_waits_before_the_service_throttles() {
        let limiter = started();
        for request in 0..1000 {
            assert!(close(limiter.take(f64::from(request)), 0.0));
            limiter.answered(false, f64::from(request));
        }
    }

    #[test]
    fn calls_that_wait_at_once_wait_for_one_token_after_the_other() {
        // 10 a second was too much, so that 7 a second are left.
        let limiter = throttled(10.0);
        for waiting in 1..=20 {
            assert!(close(limiter.take(1000.0), f64::from(waiting) * 1000.0 / 7.0));
        }
        // Half a second later, 3.5 of the 20 tokens owed are there.
        assert!(close(limiter.take(1500.0), 17.5 * 1000.0 / 7.0));
    }

    #[test]
    fn a_token_that_was_not_used_is_the_next_callers() {
        let limiter = throttled(10.0);
        limiter.take(1000.0);
        let second = limiter.take(1000.0);
        limiter.put_back();
        assert!(close(limiter.take(1000.0), second));
    }

    #[test]
    fn tokens_are_saved_up_for_a_second_of_calls_and_no_longer() {
        let limiter = throttled(10.0);
        for _ in 0..7 {
            assert!(close(limiter.take(60_000.0), 0.0));
        }
        assert!(close(limiter.take(60_000.0), 1000.0 / 7.0));
        limiter.put_back();
        for _ in 0..20 {
            limiter.put_back();
        }
        assert!(close(limiter.state.get().tokens, 7.0));
    }

    #[test]
    fn a_service_that_bears_nothing_is_still_called_every_two_seconds() {
        let limiter = started();
        for second in 1..=20 {
            limiter.answered(true, f64::from(second) * 1000.0);
        }
        assert!(close(limiter.state.get().fill_rate, LEAST_RATE));
        assert!(close(limiter.state.get().capacity, LEAST_CAPACITY));
    }

    #[test]
    fn a_clock_that_is_put_back_neither_fills_the_bucket_nor_stops_it() {
        let limiter = throttled(10.0);
        assert!(close(limiter.take(1000.0), 1000.0 / 7.0));
        assert!(close(limiter.take(-3_600_000.0), 2000.0 / 7.0));
        assert!(close(limiter.take(-3_600_000.0 + 2000.0 / 7.0), 1000.0 / 7.0));
        limiter.answered(false, -3_599_000.0);
        assert!(limiter.state.get().measured < 10.0);
        assert!(limiter.state.get().fill_rate > LEAST_RATE);
    }
}
