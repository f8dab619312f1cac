//! The answer to a request.

use super::Error;
use super::call::Call;
use super::document::JsDocument;
use crate::js_value;
use crate::protocol::ServiceError;
use crate::retry::Failure;
use js_sys::{Function, JsString, Object};
use wasm_bindgen::prelude::*;

/// An HTTP response, read to its end.
pub struct Answer {
    /// Status.
    pub status: u16,
    /// The body as a JavaScript string.
    pub text: JsValue,
    /// The body as an object, if it is one; of an unsuccessful answer, an array too.
    pub body: Option<JsDocument>,
    /// What the service says is wrong; `None` of a successful answer.
    pub error: Option<ServiceError>,
    /// The id under which the service's logs have the request.
    pub request_id: Option<String>,
    /// An object with a method `get`, as `Headers` and `Map` are.
    headers: JsValue,
}

impl Answer {
    /// The answer that [`super::transport::Transport::start`] began, read to its end.
    pub async fn read(pending: &JsValue, call: &Call) -> Result<Box<Self>, Error> {
        let settled = call.settled(pending).await;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`pkg-template/call.js` checks it")]
        let [status, why] = [0, 1].map(|index| settled.get(index).as_f64().unwrap_or_default() as u16);
        if status == 0 {
            let thrown = settled.get(2);
            return Err(match why {
                0 => Error::Lost(Failure::Connection, thrown),
                1 => Error::Thrown(thrown),
                2 => Error::Lost(Failure::Timeout, thrown),
                _ => Error::Lost(Failure::Final, thrown),
            });
        }
        let text = settled.get(1);
        let body = parse(&text).filter(JsValue::is_object).map(JsDocument);
        let mut answer = Box::new(Self { status, text, body, error: None, request_id: None, headers: settled.get(2) });
        answer.request_id = answer.header("x-amzn-requestid").or_else(|| answer.header("x-amzn-request-id"));
        if !(200..300).contains(&status) {
            let code = answer.header("x-amzn-errortype");
            answer.error = Some(ServiceError::read(status, code.as_deref(), answer.body.as_ref()));
        }
        Ok(answer)
    }

    /// The value of a header, cut off where it is absurdly long; `None` where there is none, or where the browser hides it
    /// because the service's CORS rules do not expose it.
    pub fn header(&self, name: &str) -> Option<String> {
        let get: Function = js_value::get(&self.headers, "get").ok()?.dyn_into().ok()?;
        js_value::text(&get.call2(&self.headers, &name.into(), &JsValue::UNDEFINED).ok()?)
    }
}

/// The body parsed by the engine, without a copy in here. An empty body and `null` are an object without members; a byte order
/// mark is skipped.
fn parse(text: &JsValue) -> Option<JsValue> {
    let text = JsString::unchecked_from_js_ref(text);
    let text = if text.starts_with("\u{feff}", 0) { &text.slice(1, text.length()) } else { text };
    let parsed = if text.length() == 0 { JsValue::NULL } else { js_value::parse_json(text).ok()? };
    Some(if parsed.is_null() { Object::new().into() } else { parsed })
}
