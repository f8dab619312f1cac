//! How often an account may call each operation.
//!
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html>: calls per second in one region. That of
//! `PutMetadata`, which channels have too, is kept by [`super::stream`], always.

use super::rate::Rate;
use crate::error::Error;
use crate::ids;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;
use time::OffsetDateTime;

/// Which call rates are kept.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Rates {
    /// None but those of `PutMetadata`.
    #[default]
    Off,
    /// Those that AWS documents.
    Aws,
}

impl FromStr for Rates {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "off" => Ok(Self::Off),
            "aws" => Ok(Self::Aws),
            _ => Err("must be off or aws".to_owned()),
        }
    }
}

/// The documented rate of an operation; `None` where there is none, as for failover slates.
fn documented(operation: &str) -> Option<usize> {
    Some(match operation {
        "InsertAdBreak" => 1,
        "BatchStartViewerSessionRevocation" => 2,
        "StartViewerSessionRevocation" | "TagResource" | "UntagResource" | "ListTagsForResource" => 10,
        "PutMetadata" => return None,
        name if name.contains("FailoverSlate") => return None,
        name if ["PlaybackKeyPair", "RecordingConfiguration", "AdConfiguration"]
            .iter()
            .any(|kind| name.contains(kind)) =>
        {
            3
        }
        _ => 5,
    })
}

/// The recent calls of each operation.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallRates(BTreeMap<Cow<'static, str>, Rate>);

impl CallRates {
    /// Counts a call. `ThrottlingException` if there were too many within a second; then it does not count.
    pub fn count(&mut self, operation: &'static str, now: OffsetDateTime) -> Result<(), Error> {
        let Some(most) = documented(operation) else { return Ok(()) };
        let rate = self.0.entry(Cow::Borrowed(operation)).or_insert_with(|| Rate::per_second(most));
        if !rate.allows(now) {
            return Err(Error::throttled(operation, most, &ids::account_arn()));
        }
        rate.count(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ivs_wasm::model::ivs::SERVICE;
    use std::collections::HashMap;

    #[test]
    fn the_rates_are_those_of_the_page() {
        let mut count: HashMap<_, usize> = HashMap::new();
        for operation in SERVICE.operations() {
            *count.entry(documented(operation.name)).or_default() += 1;
        }
        // 1: InsertAdBreak; 2: the batch of revocations; 3: 4 + 4 + 5 of key pairs, recording and ad configurations; 10: one
        // revocation, 3 of tags; none: 5 of failover slates, PutMetadata; 5: 6 of channels, 5 of stream keys, 3 of streams, 2 of
        // sessions, 5 of restriction policies.
        let expected = [(Some(1), 1), (Some(2), 1), (Some(3), 13), (Some(10), 4), (None, 6), (Some(5), 21)];
        assert_eq!(count, HashMap::from(expected));
    }
}
