//! The client-side rate limiter of the adaptive retry mode: once the service has throttled a request, it limits all
//! requests of the client to a rate that the service seems to accept.

use super::cubic::Cubic;
use std::cell::Cell;

/// Weight of the last window in the measured rate.
const SMOOTHING: f64 = 0.8;

/// Windows per second, in which responses are counted.
const WINDOWS: f64 = 2.0;

/// Minimum fill rate, in tokens per second.
const MIN_RATE: f64 = 0.5;

/// Minimum capacity of the bucket, in tokens.
const MIN_CAPACITY: f64 = 1.0;

/// Maximum of the allowed rate, as a multiple of the measured one.
const HEADROOM: f64 = 2.0;

/// Milliseconds after which a waiting call must ask again, because the rate may have risen since.
///
/// Simulated with 20 callers of a service that accepts 10 requests per second: if they keep to the first delay, 3
/// requests per second succeed and calls wait up to 56 s; if they ask again every half second, 7 succeed and calls wait
/// up to 5 s.
const MAX_WAIT: f64 = 500.0;

/// A limiter, for the concurrent calls of a client.
pub struct Limiter {
    state: Cell<State>,
}

/// Times are in seconds, rates in requests per second.
#[derive(Clone, Copy)]
struct State {
    /// The caller's clock at the last call, and the sum by which it was set back so far; in milliseconds.
    clock: f64,
    set_back: f64,
    /// The time at the last call. It never goes back.
    time: f64,
    /// When the window began, and the number of responses since then.
    window: f64,
    responses: f64,
    /// The measured rate of responses.
    measured: f64,
    cubic: Cubic,
    /// Whether the service has ever throttled. Until then no request waits.
    engaged: bool,
    /// Tokens in the bucket when it was last filled; negative if calls are waiting for tokens.
    tokens: f64,
    /// All tokens ever added. A call's turn comes when this number is reached.
    filled: f64,
    fill_rate: f64,
    capacity: f64,
}

impl Limiter {
    /// A limiter that does not delay requests yet.
    pub fn new() -> Self {
        let state = State {
            clock: f64::NAN,
            set_back: 0.0,
            time: 0.0,
            window: 0.0,
            responses: 0.0,
            measured: 0.0,
            cubic: Cubic::new(0.0, 0.0),
            engaged: false,
            tokens: 0.0,
            filled: 0.0,
            fill_rate: 0.0,
            capacity: MIN_CAPACITY,
        };
        Self { state: Cell::new(state) }
    }

    /// Milliseconds after which to ask again whether a request may be sent; 0 if it may. `turn` is the call's position
    /// in the queue: empty at the first time, and again when the request may be sent.
    pub fn take(&self, turn: &mut Option<f64>, now: f64) -> f64 {
        let mut state = self.state.get();
        state.advance(now);
        if turn.is_none() && state.engaged {
            state.tokens -= 1.0;
            *turn = Some(state.filled - state.tokens);
        }
        self.state.set(state);
        let wait = turn.map_or(0.0, |turn| (turn - state.filled) / state.fill_rate * 1000.0);
        // Timers are not more precise.
        if wait < 1.0 {
            *turn = None;
            return 0.0;
        }
        wait.min(MAX_WAIT)
    }

    /// Leaves the queue.
    pub fn leave(&self, turn: &mut Option<f64>) {
        if turn.take().is_some() {
            let mut state = self.state.get();
            state.tokens += 1.0;
            self.state.set(state);
        }
    }

    /// Adapts the rate to the response to a request.
    pub fn answered(&self, throttled: bool, now: f64) {
        let mut state = self.state.get();
        state.advance(now);
        state.measure();
        let rate = if throttled {
            let excessive = if state.engaged { state.measured.min(state.fill_rate) } else { state.measured };
            state.cubic = Cubic::new(excessive, state.time);
            state.engaged = true;
            state.cubic.reduced()
        } else {
            state.cubic.rate(state.time)
        };
        let rate = rate.min(HEADROOM * state.measured);
        state.fill_rate = rate.max(MIN_RATE);
        state.capacity = rate.max(MIN_CAPACITY);
        self.state.set(state);
    }
}

impl State {
    /// Advances to the time of the caller's clock, and fills the bucket.
    fn advance(&mut self, clock: f64) {
        if self.clock.is_nan() {
            self.time = clock / 1000.0;
            self.window = self.time.floor();
            self.cubic = Cubic::new(0.0, self.time);
        }
        if clock < self.clock {
            self.set_back += self.clock - clock;
        }
        self.clock = clock;
        let time = (clock + self.set_back) / 1000.0;
        let filled = (time - self.time) * self.fill_rate;
        self.filled += filled;
        self.tokens = (self.tokens + filled).min(self.capacity);
        self.time = time;
    }

    /// Counts a response, and measures the rate if it is the first of a window.
    fn measure(&mut self) {
        self.responses += 1.0;
        let window = (self.time * WINDOWS).floor() / WINDOWS;
        if window > self.window {
            let rate = self.responses / (window - self.window);
            self.measured = rate * SMOOTHING + self.measured * (1.0 - SMOOTHING);
            self.responses = 0.0;
            self.window = window;
        }
    }
}

#[cfg(test)]
#[path = "limiter_tests.rs"]
mod tests;
