//! The driver: does what the state machine of a call ([`crate::call`]) says, and reports what came of it. It awaits, and
//! decides nothing.

mod caller;
mod document;
mod executor;
mod settled;
mod transport;

pub use caller::Caller;
pub use document::JsDocument;
pub use executor::spawn;
pub use settled::credentials;

use crate::call::{Call, Outcome, Step};
use js_sys::{Date, Math};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Runs a call to its end.
pub async fn run(mut call: Call<JsDocument>, caller: &Caller) -> Outcome<JsDocument> {
    // JavaScript keeps the body, because its memory is given back.
    let body = call.take_body().map_or(JsValue::UNDEFINED, JsValue::from);
    let mut step = call.start(Date::now());
    loop {
        let pending = match step {
            Step::Credentials => caller.credentials(),
            Step::Wait { millis, after } => caller.wait(millis, after.as_deref()),
            Step::Send(request) => transport::send(caller, &request, &body),
            Step::Done(outcome) => return outcome,
        };
        // It never rejects: whatever goes wrong is an event too.
        let settled = JsFuture::from(pending).await.unwrap_or_default();
        step = call.next(settled::event(settled), Date::now(), &mut Math::random);
    }
}
