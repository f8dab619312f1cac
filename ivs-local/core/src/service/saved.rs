//! What a shell saves of the accounts, and begins with again.

use super::Service;
use crate::state::Ivs;
use crate::state::changes::{Changes, Saved};
use std::collections::BTreeMap;

impl Service {
    /// From now on [`Self::take_changes`] says what is to be saved; at first that is every account, whole.
    pub fn track_changes(&mut self) {
        self.tracking = true;
        for account in self.accounts.values_mut() {
            account.track_changes();
        }
    }

    /// What has changed since this was asked last, by region.
    ///
    /// What was called, and which requests there were, is not saved. That time passes by itself is no change.
    pub fn take_changes(&mut self) -> Result<Vec<(String, Changes)>, String> {
        let accounts = self.accounts.iter_mut().filter(|_| self.tracking);
        accounts
            .filter_map(|(region, account)| Some(account.take_changes().transpose()?.map(|it| (region.clone(), it))))
            .collect()
    }

    /// Goes on with what was saved, by region; the regions of which nothing was saved begin anew. Others are left alone. What
    /// changes is tracked. Earlier events are forgotten.
    ///
    /// Fails, with what is wrong, if it is not what accounts were saved as.
    pub fn load(&mut self, saved: &BTreeMap<String, Saved>) -> Result<(), String> {
        let mut accounts = Self::new(self.config.clone(), self.now).accounts;
        for (region, account) in &mut accounts {
            match saved.get(region) {
                Some(saved) => {
                    *account = Ivs::load(self.config.settings_of(region), saved)
                        .map_err(|error| format!("{region}: {error}"))?;
                }
                None => account.track_changes(),
            }
        }
        self.accounts = accounts;
        // Some may be of what was not saved.
        self.events.discard();
        self.tracking = true;
        self.pass_until(self.accounts.values().map(Ivs::now).max().unwrap_or(self.now));
        Ok(())
    }

    /// The present moment is to be saved: time passed because somebody said so.
    pub(super) fn save_now(&mut self) {
        self.accounts.values_mut().for_each(Ivs::save_now);
    }

    /// Becomes another one, of which nothing is saved yet. The ids of requests and events go on.
    pub(super) fn replace(&mut self, mut new: Self) {
        for (region, account) in &mut new.accounts {
            if let Some(replaced) = self.accounts.get(region) {
                account.continue_events(replaced);
            }
        }
        let (tracking, ids) = (self.tracking, self.ids.clone());
        let mut events = std::mem::take(&mut self.events);
        events.clear();
        *self = Self { events, ids, clock: self.clock, ..new };
        if tracking {
            self.track_changes();
        }
    }
}
