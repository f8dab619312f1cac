//! What time it is for the service: the machine's time, corrected by what answers say.

use crate::sigv4::Timestamp;
use std::cell::Cell;

/// Milliseconds in flight after which an answer says nothing about the time.
const MAX_IN_FLIGHT: f64 = 900_000.0;

/// Milliseconds by which a clock must be wrong before services refuse its signatures (five minutes), less a minute.
const SKEW: f64 = 240_000.0;

/// A clock that learns how far the machine's is off.
pub struct Clock {
    configured: f64,
    offset: Cell<f64>,
}

impl Clock {
    /// A clock that is `offset` milliseconds ahead of the machine's.
    pub fn new(offset: f64) -> Self {
        Self { configured: offset, offset: Cell::new(offset) }
    }

    /// Milliseconds by which it is ahead of the machine's clock.
    pub fn offset(&self) -> f64 {
        self.offset.get()
    }

    /// Its time when the machine's is `now`. An offset that was learned and leads to a time that no request could be signed with
    /// is forgotten: it came from an answer of the last minute of the year 9999, or the machine's clock was set since.
    pub fn at(&self, now: f64) -> f64 {
        if !is_signable(now + self.offset()) {
            self.offset.set(self.configured);
        }
        now + self.offset()
    }

    /// Takes the time from an answer that was dated `date`, to a request that was sent at the machine's time `sent`. An answer
    /// that took too long says nothing, nor does a date that no request could be signed with.
    pub fn learn(&self, date: f64, sent: f64, now: f64) {
        if now - sent < MAX_IN_FLIGHT && is_signable(date) {
            self.offset.set(date - now);
        }
    }

    /// Whether it differs so much from a clock of that offset that a signature made by the other may have been refused.
    pub fn differs_from(&self, offset: f64) -> bool {
        (self.offset() - offset).abs() >= SKEW
    }
}

fn is_signable(time: f64) -> bool {
    Timestamp::from_epoch_millis(time).is_ok()
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
