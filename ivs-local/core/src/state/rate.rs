//! A rate limit.

use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use time::{Duration, OffsetDateTime};

/// A maximum number of events within any second.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rate {
    most: usize,
    recent: VecDeque<Moment>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(transparent)]
struct Moment(#[serde(with = "time::serde::rfc3339")] OffsetDateTime);

impl Rate {
    pub fn per_second(most: usize) -> Self {
        Self { most, recent: VecDeque::new() }
    }

    /// The maximum.
    pub fn most(&self) -> usize {
        self.most
    }

    /// Whether it may happen now.
    pub fn allows(&self, now: OffsetDateTime) -> bool {
        self.recent.iter().rev().take_while(|then| now - then.0 < Duration::SECOND).count() < self.most
    }

    /// It happened.
    pub fn count(&mut self, now: OffsetDateTime) {
        while self.recent.front().is_some_and(|then| now - then.0 >= Duration::SECOND) {
            self.recent.pop_front();
        }
        self.recent.push_back(Moment(now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixth_within_a_second_waits_for_the_first_to_be_a_second_old() {
        let (mut rate, start) = (Rate::per_second(5), OffsetDateTime::UNIX_EPOCH);
        for tenth in 0..5 {
            let now = start + Duration::milliseconds(100 * tenth);
            assert!(rate.allows(now));
            rate.count(now);
        }
        assert!(!rate.allows(start + Duration::milliseconds(999)));
        assert!(rate.allows(start + Duration::SECOND));
    }
}
