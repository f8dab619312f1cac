//! The core of `ivs-local` for JavaScript: what it exports to `ivs-local/npm/package/`, which is what programs see.
//!
//! Nothing is decided here. Requests and responses are texts and bytes, times are milliseconds since 1970 began.

mod answer;
mod options;

use answer::Answer;
use ivs_local_core::auth::Access;
use ivs_local_core::{Error, PLAYBACK_PREFIX, Request, Response, Route, Service};
use options::{Options, moment};
use std::time::Duration;
use wasm_bindgen::prelude::*;

/// Where the paths of what AWS does not have begin.
const LOCAL_PREFIX: &str = "/_local/";

/// The simulated service.
#[wasm_bindgen]
pub struct Local(Service);

#[wasm_bindgen]
impl Local {
    /// A service without resources, of options as JSON.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str, now: f64) -> Result<Local, JsError> {
        Ok(Self(Service::new(Options::read(options)?.config()?, moment(now)?)))
    }

    /// A copy, which nothing that happens to this one changes.
    #[must_use]
    pub fn copy(&self) -> Local {
        Self(self.0.clone())
    }

    /// Returns to a copy, and to its time.
    #[wasm_bindgen(js_name = returnTo)]
    pub fn return_to(&mut self, copy: &Local) {
        self.0.return_to(&copy.0);
    }

    /// Its time.
    #[allow(clippy::cast_precision_loss, reason = "it is as exact as JavaScript's times are")]
    pub fn now(&self) -> f64 {
        (self.0.now().unix_timestamp_nanos() / 1_000_000) as f64
    }

    /// So much time passes at once.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a whole number from 0")]
    pub fn advance(&mut self, milliseconds: f64) {
        self.0.advance(Duration::from_millis(milliseconds as u64));
    }

    /// It is that late by the program's clock.
    #[wasm_bindgen(js_name = advanceTo)]
    pub fn advance_to(&mut self, clock: f64) -> Result<(), JsError> {
        self.0.advance_to(moment(clock)?);
        Ok(())
    }

    /// Programs and players reach it at another origin from now on.
    #[wasm_bindgen(js_name = moveTo)]
    pub fn move_to(&mut self, endpoint: &str) {
        self.0.move_to(endpoint);
    }

    /// The number of the last event; 0 if there was none.
    #[wasm_bindgen(js_name = lastEvent)]
    #[allow(clippy::cast_precision_loss, reason = "nobody waits for 2^53 events")]
    pub fn last_event(&self) -> f64 {
        self.0.last_event() as f64
    }

    /// The events after that of the number, as a JSON array; of many, the latest.
    #[wasm_bindgen(js_name = eventsAfter)]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is one that `lastEvent` returned")]
    pub fn events_after(&self, number: f64) -> Result<String, JsError> {
        let events: Vec<_> = self.0.events_after(number as u64).map(|(_, event)| event).collect();
        Ok(serde_json::to_value(events)?.to_string())
    }

    /// Answers a request of the API, of a player or below `/_local/`; `None` if a fault has it that there is no answer.
    ///
    /// Each line of `headers` is a name in lowercase, a colon and a value. Signatures are judged by the time `signed_by`, which is the
    /// real one: clients have no other.
    pub fn answer(
        &mut self,
        method: &str,
        path: &str,
        query: &str,
        headers: &str,
        body: &[u8],
        signed_by: f64,
    ) -> Result<Option<Answer>, JsError> {
        let headers: Vec<_> = headers.lines().filter_map(|line| line.split_once(':')).collect();
        let headers: Vec<_> = headers.into_iter().map(|(name, value)| (name, value.as_bytes())).collect();
        let request = Request { method, path, query, headers: &headers, body };
        if path.starts_with(LOCAL_PREFIX) {
            return Ok(Some(self.0.local(&request).into()));
        }
        if path.starts_with(PLAYBACK_PREFIX) {
            return Ok(Some(self.0.play(&request).into()));
        }
        let Some(route) = Route::find(method, path) else {
            return Ok(Some(Response::error(&Error::unknown_operation(method, path)).into()));
        };
        let signed_by = moment(signed_by)?;
        let keys = self.0.keys().clone();
        let access = keys.check_head(&request, signed_by).and_then(|access| {
            verify(&access, &request)?;
            Ok(access)
        });
        Ok(self.0.api(&route, &request, access.as_ref().map_err(Clone::clone)).ok().map(Answer::from))
    }
}

/// Rejects a request whose signature is not that of the whole of it. That of a key that is not known, and accepted, cannot be verified.
fn verify(access: &Access<'_>, request: &Request<'_>) -> Result<(), Error> {
    access.sign(request)?.map_or(Ok(()), |steps| access.check_signature(&steps.signature))
}
