//! The whole account as text, and back.

use super::{Ivs, Settings};
use crate::members::from_value;
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

/// The format of snapshots; it changes whenever an older program could not read them.
const FORMAT: u64 = 1;

/// What every format has.
#[derive(Deserialize)]
struct Format {
    format: u64,
}

#[derive(Serialize, Deserialize)]
struct Snapshot<'a> {
    format: u64,
    region: String,
    /// Of the text of the state.
    md5: String,
    #[serde(borrow)]
    state: &'a RawValue,
}

impl Ivs {
    /// The account at this moment, as JSON. It has secrets: the values of stream keys and passphrases.
    ///
    /// Settings are not part of it.
    pub fn snapshot(&self) -> Result<String, String> {
        let text = |error: serde_json::Error| format!("The account cannot be written: {error}.");
        // By way of values, as every output: half of the code, which the wasm has to carry.
        let state = serde_json::to_value(self).and_then(|state| to_raw_value(&state)).map_err(text)?;
        let region = self.settings.region.clone();
        serde_json::to_string(&Snapshot { format: FORMAT, region, md5: md5(&state), state: &state }).map_err(text)
    }

    /// The account of a snapshot, at the moment at which that was taken: it behaves from then on as the original did. Addresses
    /// for players lead to the origin of these settings.
    ///
    /// Fails with a sentence if the text is no snapshot, was changed, or is of another region or of a newer program.
    pub fn restore(settings: Settings, snapshot: &str) -> Result<Self, String> {
        let damaged = |error: serde_json::Error| format!("The snapshot is damaged, or is none: {error}.");
        let Format { format } = serde_json::from_str(snapshot).map_err(damaged)?;
        if format != FORMAT {
            return Err(format!(
                "The snapshot has format {format}, this program reads {FORMAT}; restore it with the version that took it."
            ));
        }
        let snapshot: Snapshot = serde_json::from_str(snapshot).map_err(damaged)?;
        if snapshot.md5 != md5(snapshot.state) {
            return Err("The snapshot is damaged: it is not the text that was taken.".to_owned());
        }
        if snapshot.region != settings.region {
            return Err(format!("The snapshot is of {}, not of {}.", snapshot.region, settings.region));
        }
        let state: Value = serde_json::from_str(snapshot.state.get()).map_err(damaged)?;
        let mut ivs: Self = from_value(state).map_err(damaged)?;
        ivs.settings = settings;
        ivs.lead_players();
        Ok(ivs)
    }
}

fn md5(state: &RawValue) -> String {
    Md5::digest(state.get()).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}
