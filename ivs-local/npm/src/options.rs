//! What a service is made of.

use ivs_local_core::auth::{Key, Keys, Others, Permissions, is_word};
use ivs_local_core::{Config, Quota, Quotas, Rates, Seed, Settings};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use time::OffsetDateTime;
use wasm_bindgen::JsError;

/// As `ivs-local/npm/package/` writes them, which has given every option its default.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    endpoint: String,
    regions: Vec<String>,
    /// The first is that which programs are told.
    keys: Vec<KeyOptions>,
    any_key: bool,
    creation_ms: u32,
    stream_start_ms: u32,
    stream_end_ms: u32,
    rates: String,
    /// By kind.
    quotas: BTreeMap<String, u32>,
    seed: [u8; 32],
    /// Whether names repeat after a reset.
    seeded: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct KeyOptions {
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    /// Such as `read-only`, or `ivs:GetChannel`; all if there are none.
    #[serde(default)]
    actions: Vec<String>,
}

impl Options {
    pub fn read(json: &str) -> Result<Self, JsError> {
        let options = serde_json::from_str::<Value>(json).and_then(serde_json::from_value);
        options.map_err(|error| JsError::new(&error.to_string()))
    }

    pub fn config(self) -> Result<Config, JsError> {
        let quotas = self.quotas.iter().map(|(kind, most)| {
            format!("{kind}={most}").parse::<Quota>().map_err(|problem| wrong(&format!("quotas.{kind}"), &problem))
        });
        let keys = self.keys.into_iter().map(KeyOptions::key).collect::<Result<_, _>>()?;
        Ok(Config {
            settings: Settings {
                region: self.regions.first().cloned().unwrap_or_default(),
                playback_origin: Some(self.endpoint.clone()),
                creation: Duration::from_millis(self.creation_ms.into()),
                stream_start: Duration::from_millis(self.stream_start_ms.into()),
                stream_end: Duration::from_millis(self.stream_end_ms.into()),
                quotas: Quotas::with(quotas.collect::<Result<Vec<_>, _>>()?),
                rates: self.rates.parse::<Rates>().map_err(|problem| wrong("rates", &problem))?,
            },
            endpoint: self.endpoint,
            keys: Arc::new(Keys {
                keys,
                others: if self.any_key { Others::Accepted } else { Others::Rejected },
                regions: self.regions,
            }),
            seed: if self.seeded { Seed::Fixed(self.seed) } else { Seed::Random(self.seed) },
        })
    }
}

impl KeyOptions {
    fn key(self) -> Result<Key, JsError> {
        let Self { access_key_id: id, secret_access_key: secret, session_token, actions } = self;
        if ![Some(&id), Some(&secret), session_token.as_ref()].into_iter().flatten().all(|text| is_word(text)) {
            return Err(wrong("credentials", "must be of visible ASCII characters, without a space"));
        }
        let actions: Vec<_> = actions.iter().map(String::as_str).collect();
        let permissions = Permissions::of(&actions).map_err(|problem| wrong("keys.actions", &problem))?;
        Ok(Key { id, secret, session_token, permissions })
    }
}

fn wrong(option: &str, problem: &str) -> JsError {
    JsError::new(&format!("{option}: {problem}"))
}

/// The moment so many milliseconds after 1970 began.
pub fn moment(milliseconds: f64) -> Result<OffsetDateTime, JsError> {
    // Fractions of one would be inexact.
    #[allow(clippy::cast_possible_truncation, reason = "what is out of range is refused below")]
    let nanoseconds = i128::from(milliseconds as i64) * 1_000_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).map_err(|_| JsError::new("the clock is out of range"))
}
