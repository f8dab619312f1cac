//! The client-side rate limiter of the adaptive retry mode: keeps all requests of a client to a rate that the service seems to
//! bear, once it has throttled one.

use super::cubic::Cubic;
use std::cell::Cell;

/// How much of the measured rate the last window decides.
const SMOOTHING: f64 = 0.8;

/// Windows a second, in which answers are counted.
const WINDOWS: f64 = 2.0;

/// Tokens a second that there are at least.
const MIN_RATE: f64 = 0.5;

/// Tokens that the bucket holds at least.
const MIN_CAPACITY: f64 = 1.0;

/// How many times the measured rate the allowed one may be.
const HEADROOM: f64 = 2.0;

/// Milliseconds after which a call that waits must look again: the rate may have risen since.
///
/// Simulated with 20 callers of a service that bears 10 requests a second: those who keep to the wait they were first told get 3 a
/// second through and wait for up to 56 s, those who look again every half second get 7 through and wait for up to 5 s.
const MAX_WAIT: f64 = 500.0;

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
    /// Tokens in the bucket, when it was last filled; what is below 0 is owed to calls that wait for it.
    tokens: f64,
    /// All tokens that ever came in. A call's turn is when there have been so many, which may be in the past.
    filled: f64,
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
            filled: 0.0,
            fill_rate: 0.0,
            capacity: MIN_CAPACITY,
        };
        Self { state: Cell::new(state) }
    }

    /// Milliseconds after which to ask again whether a request may be sent; 0 if it may. `turn` is empty when a request is first
    /// asked for, and again when it may be sent; in between it keeps the call's place in the queue.
    pub fn take(&self, turn: &mut Option<f64>, now: f64) -> f64 {
        let mut state = self.state.get();
        state.advance(now);
        if turn.is_none() && state.engaged {
            state.tokens -= 1.0;
            *turn = Some(state.filled - state.tokens);
        }
        self.state.set(state);
        let wait = turn.map_or(0.0, |turn| (turn - state.filled) / state.fill_rate * 1000.0);
        // Timers are no more precise than that.
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

    /// Learns what came of a request.
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
        let filled = (time - self.time) * self.fill_rate;
        self.filled += filled;
        self.tokens = (self.tokens + filled).min(self.capacity);
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
#[path = "limiter_tests.rs"]
mod tests;
