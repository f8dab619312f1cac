//! The core of `ivs-local` for JavaScript: what it exports to `ivs-local/npm/package/`, which is what programs see.
//!
//! Nothing is decided here. Requests and responses are texts and bytes, times are milliseconds since 1970 began.

mod answer;
mod options;

use answer::Answer;
use ivs_local_core::auth::Access;
use ivs_local_core::{Error, PLAYBACK_PREFIX, Request, Response, Route, Service};
use options::{Options, moment};
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
    pub fn copy(&self) -> Local {
        Self(self.0.clone())
    }

    /// Time passes until that moment.
    #[wasm_bindgen(js_name = advanceTo)]
    pub fn advance_to(&mut self, now: f64) -> Result<(), JsError> {
        self.0.advance_to(moment(now)?);
        Ok(())
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
