//! The whole account as text, and back.

use super::channel::playback_url;
use super::{Ivs, Settings};
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

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
        let state = serde_json::value::to_raw_value(self).map_err(text)?;
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
        let mut ivs: Self = serde_json::from_str(snapshot.state.get()).map_err(damaged)?;
        ivs.settings = settings;
        ivs.lead_players();
        Ok(ivs)
    }

    /// Every address for players leads to the origin of the settings.
    fn lead_players(&mut self) {
        for channel in self.channels.values_mut() {
            channel.playback_url = playback_url(&self.settings, &channel.arn);
        }
        for stream in self.streams.values_mut() {
            stream.playback_url = playback_url(&self.settings, &stream.channel_arn);
        }
        for session in self.sessions.values_mut() {
            session.channel.playback_url = playback_url(&self.settings, &session.channel.arn);
        }
    }
}

fn md5(state: &RawValue) -> String {
    Md5::digest(state.get()).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}
