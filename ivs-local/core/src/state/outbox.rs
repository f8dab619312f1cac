//! The events that nobody has taken yet.

use super::Ivs;
use crate::event::Event;
use crate::ids::{ACCOUNT, Ids};
use crate::occurrence::{Breach, Occurrence};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::VecDeque;

/// How many events wait at most; of more, the oldest are lost, as they may be with the service.
const MOST: usize = 10_000;

/// Events, oldest first.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Outbox {
    /// Of their own: events do not change the names of resources.
    ids: Ids,
    waiting: VecDeque<Event>,
}

impl Outbox {
    /// No event. The seed is that of the account.
    pub fn new(seed: [u8; 32]) -> Self {
        Self { ids: Ids::new(seed.map(|byte| byte ^ 0xaa)), waiting: VecDeque::new() }
    }

    /// The same without the events: those that nobody took are not saved.
    pub fn emptied(&self) -> Self {
        Self { ids: self.ids.clone(), waiting: VecDeque::new() }
    }
}

impl Ivs {
    /// The ids of events go on with those of another account, whose place this one takes: no two events have the same.
    pub fn continue_events(&mut self, other: &Self) {
        self.outbox.ids = other.outbox.ids.clone();
    }

    /// The events since the last call, in the order in which they happened; 10,000 at most, and then the newest.
    pub fn take_events(&mut self) -> Vec<Event> {
        self.outbox.waiting.drain(..).collect()
    }

    /// Records what happened to a stream, in its session and as an event.
    pub(super) fn happened(&mut self, stream_id: &str, occurrence: &Occurrence) {
        let time = self.second();
        let Some(session) = self.sessions.get_mut(stream_id) else { return };
        session.add(time, occurrence);
        let (arn, name) = (session.channel.arn.clone(), session.channel.name.clone());
        let mut detail = occurrence.detail();
        detail.insert("channel_name".to_owned(), json!(name));
        detail.insert("stream_id".to_owned(), json!(stream_id));
        self.send(occurrence, vec![arn], detail);
    }

    /// Reports that a limit of the account was exceeded.
    pub(super) fn account_exceeded(&mut self, breach: Breach) {
        let occurrence = Occurrence::LimitBreach(breach);
        self.send(&occurrence, Vec::new(), occurrence.detail());
    }

    fn send(&mut self, occurrence: &Occurrence, resources: Vec<String>, detail: Map<String, Value>) {
        if self.outbox.waiting.len() == MOST {
            self.outbox.waiting.pop_front();
        }
        let event = Event {
            version: "0".to_owned(),
            id: self.outbox.ids.uuid(),
            detail_type: occurrence.detail_type().to_owned(),
            source: "aws.ivs".to_owned(),
            account: ACCOUNT.to_owned(),
            time: self.second(),
            region: self.settings.region.clone(),
            resources,
            detail,
        };
        self.outbox.waiting.push_back(event);
    }
}
