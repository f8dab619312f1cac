//! What an awaited step came to, as JavaScript reports it: an object with a `kind` and the fields of that kind.

use super::document::JsDocument;
use crate::call::{Answer, Event, Loss, ProvidedCredentials};
use crate::interop::{Field, get, number_of, text_of};
use crate::sigv4::Credentials;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Settled;

    #[wasm_bindgen(method, getter)]
    fn kind(this: &Settled) -> Kind;
}

/// The kinds of what a step may come to.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Kind {
    /// `accessKeyId`, `secretAccessKey`, `sessionToken`, and `expiration` in milliseconds since 1970.
    Credentials = "credentials",
    /// A wait is over.
    Waited = "waited",
    /// `status`, `date`, `isFromCache`, `errorType`, `xAmzRetryAfter`, `retryAfter`, `retryAfterDate`, `body`.
    Answered = "answered",
    /// The connection broke, or was never made.
    Disconnected = "disconnected",
    /// No answer came in time.
    TimedOut = "timedOut",
    /// What `fetch` resolved to is no response.
    NotAResponse = "notAResponse",
    /// The call was aborted, or the credentials could not be had.
    Ended = "ended",
}

/// The event of a settled step.
pub fn event(settled: JsValue) -> Event<JsDocument> {
    let settled: Settled = settled.unchecked_into();
    match settled.kind() {
        Kind::Credentials => Event::Credentials(credentials(&settled).map(|credentials| {
            let expiration = number_of(&settled, Field::Expiration);
            ProvidedCredentials { credentials, expiration: (!expiration.is_nan()).then_some(expiration) }
        })),
        Kind::Waited => Event::Waited,
        Kind::Answered => Event::Answered(answer(&settled)),
        Kind::Disconnected => Event::Lost(Loss::Connection),
        Kind::TimedOut => Event::Lost(Loss::Timeout),
        Kind::NotAResponse => Event::Lost(Loss::NotAResponse),
        _ => Event::Ended,
    }
}

/// The credentials of an object's fields.
pub fn credentials(object: &JsValue) -> Result<Credentials, crate::sigv4::Error> {
    let text = |name| text_of(object, name);
    Credentials::new(
        text(Field::AccessKeyId).unwrap_or_default(),
        text(Field::SecretAccessKey).unwrap_or_default(),
        text(Field::SessionToken),
    )
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked in JavaScript, and `as` saturates"
)]
fn answer(settled: &JsValue) -> Answer<JsDocument> {
    let body = get(settled, Field::Body);
    Answer {
        status: number_of(settled, Field::Status) as u16,
        date: number_of(settled, Field::Date),
        is_from_cache: get(settled, Field::IsFromCache).is_truthy(),
        error_type: text_of(settled, Field::ErrorType),
        x_amz_retry_after: text_of(settled, Field::XAmzRetryAfter),
        retry_after: text_of(settled, Field::RetryAfter),
        retry_after_date: number_of(settled, Field::RetryAfterDate),
        body: body.is_object().then_some(JsDocument(body)),
    }
}
