//! How a request is handed to `fetch`, or to a function that is called as `fetch` is.

use super::caller::Caller;
use crate::call::SignedRequest;
use gloo_net::http::Headers;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use web_sys::{RequestInit, RequestRedirect};

/// Sends a request.
pub fn send(caller: &Caller, request: &SignedRequest, body: &JsValue) -> Promise {
    let headers = Headers::from_raw(caller.headers());
    for (name, value) in &request.headers {
        headers.set(name, value);
    }
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_headers(&headers.into_raw());
    init.set_body(body);
    // A signature is valid for one host and path: what is elsewhere must not be asked with it.
    init.set_redirect(RequestRedirect::Manual);
    caller.send(&request.url, &init)
}
