//! Quotas: the maximum number of each resource, of streams and of viewers.
//!
//! The defaults are those of a new account; that of failover slates is not documented:
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html>.

use super::table::Table;
use crate::error::Error;
use std::str::FromStr;

/// What is counted, by the word that the command line uses and, for resources, ARNs; with the default of its quota.
const DEFAULTS: [(&str, u64); 12] = [
    ("channel", 5000),
    // Of each channel.
    ("stream-key", 1),
    ("playback-key", 3),
    ("recording-configuration", 20),
    ("playback-restriction-policy", 3),
    // Of each policy.
    ("allowed-countries", 200),
    ("allowed-origins", 5),
    ("ad-configuration", 20),
    ("failover-slate-configuration", 20),
    ("concurrent-streams", 100),
    ("concurrent-viewers", 15_000),
    // Of each stream.
    ("stream-takeovers", 100),
];

/// All quotas.
#[derive(Debug, Clone)]
pub struct Quotas([(&'static str, u64); 12]);

impl Default for Quotas {
    fn default() -> Self {
        Self(DEFAULTS)
    }
}

/// `channel=10`: a quota instead of the default.
#[derive(Debug, Clone)]
pub struct Quota(&'static str, u64);

impl FromStr for Quota {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, number) = text.split_once('=').ok_or("write it as KIND=NUMBER")?;
        let known = DEFAULTS.map(|(kind, _)| kind);
        let kind = known.into_iter().find(|kind| *kind == name);
        let kind = kind.ok_or_else(|| format!("{name} is not one of {}", known.join(", ")))?;
        Ok(Self(kind, number.parse().map_err(|_| format!("{number} is not a number"))?))
    }
}

impl Quotas {
    /// The defaults with these instead.
    pub fn with(changes: impl IntoIterator<Item = Quota>) -> Self {
        let mut quotas = Self::default();
        for Quota(kind, most) in changes {
            for quota in quotas.0.iter_mut().filter(|quota| quota.0 == kind) {
                quota.1 = most;
            }
        }
        quotas
    }

    /// The quota of a kind; without one there is no end.
    pub fn of(&self, kind: &str) -> u64 {
        self.0.iter().find(|quota| quota.0 == kind).map_or(u64::MAX, |(_, most)| *most)
    }

    /// `ServiceQuotaExceededException` if the quota is reached.
    pub fn room_in<T>(&self, kind: &str, table: &Table<T>) -> Result<(), Error> {
        let most = self.of(kind);
        if (table.len() as u64) < most {
            return Ok(());
        }
        Err(Error::quota(format!("The account has all the {most} resources {kind} that it may have.")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_names_a_kind_of_resource_and_a_number() {
        let quotas = Quotas::with(["channel=1".parse().unwrap()]);
        let mut table = Table::default();
        assert!(quotas.room_in("channel", &table).is_ok());
        table.insert("arn", ());
        assert_eq!(quotas.room_in("channel", &table).unwrap_err().code, "ServiceQuotaExceededException");
        for wrong in ["channel", "chanel=1", "channel=", "channel=-1"] {
            assert!(wrong.parse::<Quota>().is_err(), "{wrong}");
        }
    }
}
