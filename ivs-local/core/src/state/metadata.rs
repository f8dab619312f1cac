//! The metadata that was put into streams, which can be read after their end, too.

use super::rejected::Rejected;
use super::{Ivs, Table};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use time::OffsetDateTime;

/// How many items of a stream are kept.
const MOST_OF_STREAM: u64 = 1000;

/// How many streams that have ended have theirs kept, of all channels.
const MOST_ENDED: usize = 100;

/// A metadata item of a stream.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Metadata {
    #[serde(with = "time::serde::rfc3339")]
    pub(super) at: OffsetDateTime,
    pub(super) metadata: String,
}

/// The items of all streams, each under its stream's id and its number in it.
impl Table<Metadata> {
    pub fn add(&mut self, stream_id: &str, item: Metadata) {
        let last = self.range(keys(stream_id)).next_back();
        let last = last.and_then(|(key, _)| key.rsplit('/').next()?.parse::<u64>().ok()).unwrap_or(0);
        self.insert(&key(stream_id, last + 1), item);
        if let Some(oldest) = last.checked_sub(MOST_OF_STREAM - 1) {
            self.remove(&key(stream_id, oldest));
        }
    }

    /// Those of a stream, oldest first.
    pub fn of(&self, stream_id: &str) -> impl Iterator<Item = &Metadata> {
        self.range(keys(stream_id)).map(|(_, item)| item)
    }

    /// Removes those of a stream.
    pub fn forget(&mut self, stream_id: &str) {
        let keys: Vec<String> = self.range(keys(stream_id)).map(|(key, _)| key.to_owned()).collect();
        for key in keys {
            self.remove(&key);
        }
    }
}

fn key(stream_id: &str, number: u64) -> String {
    // As many digits as any number has: keys are in the order of the items.
    format!("{stream_id}/{number:020}")
}

fn keys(stream_id: &str) -> Range<String> {
    // What comes after a slash is a zero.
    format!("{stream_id}/")..format!("{stream_id}0")
}

impl Ivs {
    /// The metadata of the live stream of a channel, or else of the one that ended last, oldest first.
    ///
    /// The last 1000 items of a stream are kept, and of the last 100 streams that have ended.
    pub fn metadata(&self, channel_arn: &str) -> Result<Vec<&Metadata>, Rejected> {
        if !self.channels.contains(channel_arn) {
            return Err(Rejected::UnknownChannel);
        }
        let session = self.sessions.values().rev().find(|session| session.channel.arn == channel_arn);
        Ok(self.metadata.of(&session.ok_or(Rejected::NotLive)?.stream_id).collect())
    }

    /// After the end of a stream: removes what belongs to the one that is too many now.
    pub(super) fn forget_old_metadata(&mut self) {
        if let Some(stream_id) = self.ended.values().rev().nth(MOST_ENDED) {
            self.metadata.forget(stream_id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_keeps_its_last_thousand_items() {
        let mut table = Table::<Metadata>::default();
        let item = |number: u64| Metadata { at: OffsetDateTime::UNIX_EPOCH, metadata: number.to_string() };
        for number in 1..=1002 {
            table.add("st-a", item(number));
        }
        table.add("st-b", item(0));
        let texts: Vec<_> = table.of("st-a").map(|item| item.metadata.as_str()).collect();
        assert_eq!((texts.len(), texts.first(), texts.last()), (1000, Some(&"3"), Some(&"1002")));
        table.forget("st-a");
        assert_eq!((table.of("st-a").count(), table.of("st-b").count()), (0, 1));
    }
}
