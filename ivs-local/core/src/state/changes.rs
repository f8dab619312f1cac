//! What calls have changed, for whoever saves an account row by row.
//!
//! An account is saved as its rows, each under the name of its table and its position, and the small rest.

use super::call_rate::CallRates;
use super::rate::Rate;
use super::{Ivs, METADATA_PER_SECOND, Settings};
use time::OffsetDateTime;

/// What has to be saved, all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// All rows that were saved of the account are to be removed first.
    pub replace: bool,
    /// The account without its rows, as JSON.
    pub account: String,
    /// The rows that were added or changed, and the places of those that were removed.
    pub rows: Vec<Change>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The name of its table.
    pub table: &'static str,
    /// Where it is there: a number that no other row of the table ever had.
    pub position: u64,
    /// Its key and content as JSON; `None` if it was removed.
    pub row: Option<String>,
}

/// What was saved of an account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// [`Changes::account`].
    pub account: String,
    /// The name of its table, the position, and the JSON of each row.
    pub rows: Vec<(String, u64, String)>,
}

/// What is known to be saved.
#[derive(Debug, Clone)]
pub struct Tracking {
    /// Nothing of this account.
    new: bool,
    /// The account without its rows, and without what passes with time.
    account: String,
}

/// Every table of the account.
macro_rules! each_table {
    ($ivs:expr, |$name:ident, $table:ident| $body:expr) => {
        each_table! { $ivs, $name, $table, $body,
            channels, stream_keys, streams, recordings, sessions, ended, metadata, playback_key_pairs, playback_restriction_policies,
            recording_configurations, ad_configurations, failover_slate_configurations,
            viewing.sessions, viewing.used, viewing.revoked,
        }
    };
    ($ivs:expr, $name:ident, $table:ident, $body:expr, $($first:ident$(.$second:ident)?,)*) => {
        $({
            // Part of what is saved.
            let ($name, $table) = (concat!(stringify!($first)$(, ".", stringify!($second))?), &mut $ivs.$first$(.$second)?);
            $body
        })*
    };
}

impl Ivs {
    /// From now on [`Self::take_changes`] says what is to be saved; at first that is the whole account.
    pub fn track_changes(&mut self) {
        each_table!(self, |_name, table| table.track(true));
        self.tracking = Some(Tracking { new: true, account: String::new() });
    }

    /// What has changed since this was asked last; `None` if nothing has, or changes are not tracked.
    ///
    /// That time passes is no change by itself.
    pub fn take_changes(&mut self) -> Result<Option<Changes>, String> {
        let text = |error: serde_json::Error| format!("The account cannot be written: {error}.");
        let Some(Tracking { new: replace, account: saved }) = &self.tracking else { return Ok(None) };
        let (replace, account) = (*replace, serde_json::to_string(&self.lasting()).map_err(text)?);
        let is_new = replace || account != *saved;
        let mut rows = Vec::new();
        each_table!(self, |table, each| {
            let changes = each.take_changes().map_err(text)?.into_iter();
            rows.extend(changes.map(|(position, row)| Change { table, position, row }));
        });
        if !is_new && rows.is_empty() {
            return Ok(None);
        }
        self.tracking = Some(Tracking { new: false, account });
        let account = serde_json::to_string(&self.without_rows()).map_err(text)?;
        Ok(Some(Changes { replace, account, rows }))
    }

    /// The present moment is to be saved, though nothing else has changed: time passed because somebody said so.
    pub fn save_now(&mut self) {
        if let Some(Tracking { account, .. }) = &mut self.tracking {
            account.clear();
        }
    }

    /// The account that was saved, as it was then; its changes are tracked. Addresses for players lead to the origin of these
    /// settings.
    ///
    /// Fails, with what is wrong, if this is not what an account of the region was saved as.
    pub fn load(settings: Settings, saved: &Saved) -> Result<Self, String> {
        let mut ivs: Self = serde_json::from_str(&saved.account).map_err(|error| format!("the account: {error}"))?;
        for (name, position, row) in &saved.rows {
            let mut known = false;
            each_table!(ivs, |table, each| if table == name {
                each.load_json(*position, row).map_err(|error| format!("{name}: {error}"))?;
                known = true;
            });
            if !known {
                return Err(format!("there is no table {name}"));
            }
        }
        ivs.settings = settings;
        ivs.lead_players();
        each_table!(ivs, |_name, table| table.track(false));
        let account = serde_json::to_string(&ivs.lasting()).map_err(|error| error.to_string())?;
        ivs.tracking = Some(Tracking { new: false, account });
        Ok(ivs)
    }

    /// The account without its rows.
    fn without_rows(&self) -> Self {
        // Every member by name: whoever adds one decides.
        Self {
            settings: Settings::default(),
            now: self.now,
            ids: self.ids.clone(),
            tokens: self.tokens.clone(),
            channels: self.channels.emptied(),
            stream_keys: self.stream_keys.emptied(),
            streams: self.streams.emptied(),
            reconnecting: self.reconnecting.clone(),
            recordings: self.recordings.emptied(),
            sessions: self.sessions.emptied(),
            ended: self.ended.emptied(),
            metadata: self.metadata.emptied(),
            playback_key_pairs: self.playback_key_pairs.emptied(),
            playback_restriction_policies: self.playback_restriction_policies.emptied(),
            recording_configurations: self.recording_configurations.emptied(),
            ad_configurations: self.ad_configurations.emptied(),
            failover_slate_configurations: self.failover_slate_configurations.emptied(),
            metadata_rate: self.metadata_rate.clone(),
            call_rates: self.call_rates.clone(),
            faults: self.faults.clone(),
            viewing: self.viewing.emptied(),
            outbox: self.outbox.emptied(),
            tracking: None,
        }
    }

    /// The account without its rows and what passes with time, which is saved with the next change.
    fn lasting(&self) -> Self {
        Self {
            now: OffsetDateTime::UNIX_EPOCH,
            metadata_rate: Rate::per_second(METADATA_PER_SECOND),
            call_rates: CallRates::default(),
            ..self.without_rows()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn tables(value: &Value) -> usize {
        match value {
            Value::Object(members) if members.contains_key("rows") && members.contains_key("last") => 1,
            Value::Object(members) => members.values().map(tables).sum(),
            _ => 0,
        }
    }

    #[test]
    fn every_table_is_saved() {
        let mut ivs = Ivs::new(Settings::default(), [1; 32], OffsetDateTime::UNIX_EPOCH);
        let mut saved = 0;
        each_table!(ivs, |_name, table| saved += 1 + table.len());
        assert_eq!(tables(&serde_json::to_value(&ivs).unwrap()), saved);
    }
}
