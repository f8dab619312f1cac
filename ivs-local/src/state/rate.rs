//! A rate limit.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// A maximum number of events within any second.
#[derive(Debug)]
pub struct Rate {
    most: usize,
    recent: VecDeque<Instant>,
}

impl Rate {
    pub fn per_second(most: usize) -> Self {
        Self { most, recent: VecDeque::new() }
    }

    /// The maximum.
    pub fn most(&self) -> usize {
        self.most
    }

    /// Whether it may happen now.
    pub fn allows(&mut self, now: Instant) -> bool {
        while self.recent.front().is_some_and(|then| now.duration_since(*then) >= Duration::from_secs(1)) {
            self.recent.pop_front();
        }
        self.recent.len() < self.most
    }

    /// It happened.
    pub fn count(&mut self, now: Instant) {
        self.recent.push_back(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_within_a_second_waits_for_the_first_to_be_a_second_old() {
        let (mut rate, start) = (Rate::per_second(5), Instant::now());
        for tenth in 0..5 {
            let now = start + Duration::from_millis(100 * tenth);
            assert!(rate.allows(now));
            rate.count(now);
        }
        assert!(!rate.allows(start + Duration::from_millis(999)));
        assert!(rate.allows(start + Duration::from_secs(1)));
    }
}
