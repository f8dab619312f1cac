//! All accounts as text, and back.

use super::Service;
use crate::state::Ivs;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The snapshot of each account, by region.
#[derive(Serialize, Deserialize)]
struct Snapshot<'a> {
    #[serde(borrow)]
    accounts: BTreeMap<String, &'a RawValue>,
}

impl Service {
    /// The accounts at this moment, as JSON. It has secrets: the values of stream keys and passphrases.
    ///
    /// Settings, keys, and what was called are not part of it.
    pub fn snapshot(&self) -> Result<String, String> {
        let snapshots: Vec<(&String, String)> = self
            .accounts
            .iter()
            .map(|(region, account)| Ok((region, account.snapshot()?)))
            .collect::<Result<_, String>>()?;
        let mut accounts = BTreeMap::new();
        for (region, snapshot) in &snapshots {
            let snapshot: &RawValue = serde_json::from_str(snapshot).map_err(|error| error.to_string())?;
            accounts.insert((*region).clone(), snapshot);
        }
        serde_json::to_string(&Snapshot { accounts }).map_err(|error| error.to_string())
    }

    /// Returns to a snapshot, and to its time. What was called since is forgotten, too.
    ///
    /// Fails with a sentence, and changes nothing, if the text is no snapshot, was changed, or is of other regions or of a newer program.
    pub fn restore(&mut self, snapshot: &str) -> Result<(), String> {
        let Snapshot { accounts } =
            serde_json::from_str(snapshot).map_err(|error| format!("The snapshot is damaged, or is none: {error}."))?;
        if !accounts.keys().eq(self.accounts.keys()) {
            let of: Vec<_> = accounts.keys().map(String::as_str).collect();
            let here: Vec<_> = self.accounts.keys().map(String::as_str).collect();
            return Err(format!("The snapshot is of the regions {}, not of {}.", of.join(", "), here.join(", ")));
        }
        let mut restored = BTreeMap::new();
        for (region, account) in accounts {
            let account = Ivs::restore(self.config.settings_of(&region), account.get())?;
            restored.insert(region, account);
        }
        let now = restored.values().map(Ivs::now).max().unwrap_or(self.now);
        let new = Self { accounts: restored, now, ..Self::new(self.config.clone(), now) };
        self.replace(new);
        Ok(())
    }
}
