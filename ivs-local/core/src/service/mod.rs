//! The service behind requests: an account in each of its regions, the endpoints below `/_local`, and playback.
//!
//! It decides what is answered. Connections, the time, the verification of signatures and CORS are the shells'.

mod api;
mod events;
mod local;
mod play;
mod record;
mod saved;
#[cfg(feature = "state-text")]
mod snapshot;

use crate::auth::Keys;
use crate::ids::Ids;
use crate::state::{Ivs, Settings};
use events::Events;
pub use play::PREFIX as PLAYBACK_PREFIX;
use record::Records;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use time::OffsetDateTime;

/// What a service is made of.
#[derive(Debug, Clone)]
pub struct Config {
    /// Its origin, without a slash at the end; `playbackUrl`s lead to it.
    pub endpoint: String,
    /// Which requests are accepted, and for which regions; the first key and the first region are those that programs are told.
    pub keys: Arc<Keys>,
    /// How the accounts behave. The region is that of the first account.
    pub settings: Settings,
    /// What names are made from.
    pub seed: Seed,
}

impl Config {
    /// How the account of a region behaves.
    fn settings_of(&self, region: &str) -> Settings {
        Settings { region: region.to_owned(), ..self.settings.clone() }
    }
}

/// What names are made from, and whether a service that begins anew repeats them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seed {
    /// It does.
    Fixed([u8; 32]),
    /// It does not: these bytes are random.
    Random([u8; 32]),
}

/// The service.
#[derive(Clone)]
pub struct Service {
    config: Config,
    /// By region.
    accounts: BTreeMap<String, Ivs>,
    /// For requests.
    ids: Ids,
    records: Records,
    events: Events,
    now: OffsetDateTime,
    /// The latest time by the shell's clock.
    clock: OffsetDateTime,
    /// Whether somebody saves what changes.
    tracking: bool,
}

impl Service {
    /// A service without resources, at that moment.
    pub fn new(config: Config, now: OffsetDateTime) -> Self {
        let regions = config.keys.regions.iter().enumerate();
        let accounts = regions
            .map(|(number, region)| {
                (region.clone(), Ivs::new(config.settings_of(region), config.seed.of_account(number), now))
            })
            .collect();
        // Requests do not change the names of resources.
        let ids = Ids::new(config.seed.bytes().map(|byte| byte ^ 0x55));
        let (records, events) = (Records::default(), Events::default());
        Self { config, accounts, ids, records, events, now, clock: now, tracking: false }
    }

    /// Whose requests are accepted.
    pub fn keys(&self) -> &Arc<Keys> {
        &self.config.keys
    }

    /// The time.
    pub fn now(&self) -> OffsetDateTime {
        self.now
    }

    /// So much time passes at once. From then on it is that much ahead of the shell's clock.
    pub fn advance(&mut self, by: Duration) {
        self.pass_until(self.now.saturating_add(by.try_into().unwrap_or(time::Duration::MAX)));
    }

    /// It is that late by the shell's clock: as much time passes here as has passed there. A moment that has passed already changes
    /// nothing.
    pub fn advance_to(&mut self, clock: OffsetDateTime) {
        let passed = (clock - self.clock).max(time::Duration::ZERO);
        self.clock = self.clock.max(clock);
        self.pass_until(self.now.saturating_add(passed));
    }

    fn pass_until(&mut self, now: OffsetDateTime) {
        self.now = self.now.max(now);
        for account in self.accounts.values_mut() {
            account.advance_to(self.now);
        }
        self.take_events();
    }

    /// Forgets everything, and begins anew at the time of the shell's clock. With a fixed seed the same calls have the same names
    /// again; otherwise no name is given twice.
    pub fn reset(&mut self) {
        if let Seed::Random(_) = self.config.seed {
            self.config.seed = Seed::Random(self.ids.seed());
        }
        let new = Self::new(self.config.clone(), self.clock);
        self.replace(new);
    }

    /// Returns to a copy. Its time is as much ahead of the shell's clock as it was then. What was called and has happened since is
    /// forgotten.
    pub fn return_to(&mut self, copy: &Self) {
        let now = self.clock.saturating_add(copy.now - copy.clock);
        let new = Self { accounts: copy.accounts.clone(), ..Self::new(self.config.clone(), now) };
        self.replace(new);
        let endpoint = self.config.endpoint.clone();
        self.move_to(&endpoint);
    }

    /// Programs and players reach it at another origin from now on, and so do the addresses for players that it has given.
    pub fn move_to(&mut self, endpoint: &str) {
        endpoint.clone_into(&mut self.config.endpoint);
        self.config.settings.playback_origin = Some(endpoint.to_owned());
        for account in self.accounts.values_mut() {
            account.move_players(endpoint);
        }
    }

    /// The account of a region; of the first region if there is none.
    fn account(&mut self, region: &str) -> Option<&mut Ivs> {
        let known = self.accounts.contains_key(region);
        let region = if known { region } else { self.config.keys.regions.first()? };
        self.accounts.get_mut(region)
    }
}

impl Seed {
    fn bytes(self) -> [u8; 32] {
        match self {
            Self::Fixed(bytes) | Self::Random(bytes) => bytes,
        }
    }

    /// Accounts of several regions have different names.
    fn of_account(self, number: usize) -> [u8; 32] {
        let mut seed = self.bytes();
        for (place, byte) in seed.iter_mut().rev().zip(number.to_le_bytes()) {
            *place ^= byte;
        }
        seed
    }
}
