//! The events of all accounts, in the order in which they happened.

use super::Service;
use crate::event::Event;
use std::collections::VecDeque;

/// How many events are kept; of more, the latest.
const KEPT: usize = 10_000;

/// The latest events, numbered from 1.
#[derive(Debug, Default, Clone)]
pub struct Events {
    latest: VecDeque<Event>,
    /// The number of the last one.
    last: u64,
    /// The number of the last one that was forgotten.
    forgotten: u64,
}

impl Events {
    pub fn add(&mut self, event: Event) {
        if self.latest.len() == KEPT {
            self.latest.pop_front();
        }
        self.latest.push_back(event);
        self.last += 1;
    }

    /// Forgets them: they are not listed any more. Whoever is being sent them has them still, and their numbers are not given again.
    pub fn clear(&mut self) {
        self.forgotten = self.last;
    }

    /// They never happened.
    pub fn discard(&mut self) {
        self.latest.clear();
        self.clear();
    }
}

impl Service {
    /// The number of the last event; 0 if there was none.
    pub fn last_event(&self) -> u64 {
        self.events.last
    }

    /// The events after the one of that number, with theirs, those that are not to be listed any more among them. Of many, the latest
    /// 10,000 are kept.
    pub fn events_after(&self, number: u64) -> impl Iterator<Item = (u64, &Event)> {
        let Events { latest, last, .. } = &self.events;
        let lost = last - latest.len() as u64;
        let known = usize::try_from(number.saturating_sub(lost)).map_or(latest.len(), |known| known.min(latest.len()));
        (lost + 1 + known as u64..).zip(latest.range(known..))
    }

    /// The number of the last event that is not to be listed any more.
    pub fn last_forgotten_event(&self) -> u64 {
        self.events.forgotten
    }

    /// Takes what has happened in the accounts.
    pub(super) fn take_events(&mut self) {
        for account in self.accounts.values_mut() {
            for event in account.take_events() {
                self.events.add(event);
            }
        }
    }
}
