//! The answer to a request.

use super::Error;
use super::call::Call;
use super::document::JsDocument;
use crate::protocol::ServiceError;
use crate::retry::Failure;
use wasm_bindgen::prelude::*;

/// An HTTP response, read to its end. [`Call::header`] has its headers.
pub struct Answer {
    /// Status.
    pub status: u16,
    /// The body as an object, if it is one; it may be an array. An empty body and `null` are an object without members.
    pub body: Option<JsDocument>,
    /// What the service says is wrong; `None` of a successful answer.
    pub error: Option<ServiceError>,
}

impl Answer {
    /// The answer that [`super::transport::Transport::start`] began, read to its end.
    pub async fn read(pending: &JsValue, call: &Call) -> Result<Box<Self>, Error> {
        let settled = call.settled(pending).await;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`pkg-template/src/call.js` checks it"
        )]
        let number = |index| settled.get(index).as_f64().unwrap_or_default() as u16;
        let status = number(0);
        if status == 0 {
            let thrown = settled.get(2);
            return Err(match number(1) {
                0 => Error::Lost(Failure::Connection, thrown),
                1 => Error::Thrown(thrown),
                2 => Error::Lost(Failure::Timeout, thrown),
                _ => Error::Lost(Failure::Final, thrown),
            });
        }
        let body = Some(settled.get(1)).filter(JsValue::is_object).map(JsDocument);
        let mut answer = Box::new(Self { status, body, error: None });
        if !(200..300).contains(&status) {
            let code = call.header("x-amzn-errortype");
            answer.error = Some(ServiceError::read(code.as_deref(), answer.body.as_ref()));
        }
        Ok(answer)
    }
}
