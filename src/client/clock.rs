//! What time it is: by the machine's clock, corrected by what the service's answers say.

use std::cell::Cell;

/// Milliseconds in flight after which an answer says nothing about the time.
const LONGEST_FLIGHT: f64 = 900_000.0;

/// Milliseconds by which a clock must be off before the service refuses its signatures for that, with a minute to spare.
const SKEW: f64 = 240_000.0;

/// Milliseconds since 1970-01-01T00:00:00Z by the machine's clock.
pub fn machine_time() -> f64 {
    js_sys::Date::now()
}

/// A clock that learns how far it is off.
pub struct Clock {
    offset: Cell<f64>,
}

impl Clock {
    /// A clock that differs by `offset` milliseconds from the machine's.
    pub fn new(offset: f64) -> Self {
        Self { offset: Cell::new(offset) }
    }

    /// Milliseconds by which it differs from the machine's clock.
    pub fn offset(&self) -> f64 {
        self.offset.get()
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn now(&self) -> f64 {
        machine_time() + self.offset()
    }

    /// Takes the time from an answer: its `Date` header, and how long the machine's clock says it was in flight. An answer that was
    /// long on its way, or in a cache, is of no use.
    pub fn learn(&self, date: &str, in_flight: f64) {
        let offset = date_millis(date) - machine_time();
        if in_flight < LONGEST_FLIGHT && offset.is_finite() {
            self.offset.set(offset);
        }
    }

    /// Whether it differs from what it was so much that a signature made then may have been refused for its time.
    pub fn was_skewed(&self, offset: f64) -> bool {
        (self.offset() - offset).abs() >= SKEW
    }
}

/// Milliseconds since 1970 of an HTTP date; not a number where it is none.
pub fn date_millis(date: &str) -> f64 {
    js_sys::Date::parse(date)
}
