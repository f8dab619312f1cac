//! The caller's side of a call: who signs, what may end it, and who is told of its attempts.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestInit;

#[wasm_bindgen]
extern "C" {
    /// A call in flight: `Call` of `pkg-template/src/call.js`.
    pub type Call;

    #[wasm_bindgen(method, catch)]
    fn ready(this: &Call, delay: f64, offset: f64, refused: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn answer(this: &Call, pending: &JsValue) -> Promise;

    /// Begins an attempt with the credentials of these parts, and gives what `fetch` is told beside the URL: the method, the headers,
    /// given as JSON text, the body, the signal that ends the attempt, and that redirects are not followed. Throws the reason of a
    /// call that was aborted.
    #[wasm_bindgen(method, catch)]
    pub fn begin(
        this: &Call,
        parts: &JsValue,
        method: &str,
        headers: &str,
        body: Option<&str>,
    ) -> Result<RequestInit, JsValue>;

    /// The value of a header of the last answer, cut off where it is absurdly long; `None` where there is none, or where the browser
    /// hides it because the service's CORS rules do not expose it.
    #[wasm_bindgen(method)]
    pub fn header(this: &Call, name: &str) -> Option<String>;

    /// Ends an attempt: the name of its error, and the milliseconds until the next one, or a negative number where there is none.
    #[wasm_bindgen(method)]
    pub fn attempted(this: &Call, error: Option<&str>, delay: f64);

    /// Ends the call well.
    #[wasm_bindgen(method)]
    pub fn resolve(this: &Call, value: &JsValue);

    /// Ends the call with what went wrong.
    #[wasm_bindgen(method)]
    pub fn reject(this: &Call, report: &JsValue);

    /// Tells of a member of the input that was left out.
    #[wasm_bindgen(method)]
    pub fn dropped(this: &Call, problem: &str);
}

impl Call {
    /// Waits so many milliseconds, then gives the parts of the credentials; never those that were `refused`, where there are
    /// others. Their expiration is judged by a clock that is `offset` milliseconds ahead of the machine's. Fails with whatever ends
    /// the call: the reason of an abort, or an error of the credentials.
    pub async fn parts(&self, delay: f64, offset: f64, refused: &JsValue) -> Result<Array, JsValue> {
        let parts = self.ready(delay, offset, refused)?;
        let parts = match parts.dyn_into() {
            Ok(parts) => return Ok(parts),
            Err(promise) => JsFuture::from(promise.unchecked_into::<Promise>()).await?,
        };
        Ok(parts.unchecked_into())
    }

    /// What comes of a pending request: the status of its response, its body if that is an object, and whether there may be a `null` in
    /// it; or 0, why there is none, and what was thrown.
    pub async fn settled(&self, pending: &JsValue) -> Array {
        // The promise is an async function's own, which catches everything.
        JsFuture::from(self.answer(pending)).await.unwrap_or_default().unchecked_into()
    }
}
