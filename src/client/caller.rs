//! The caller's side of a call, which is JavaScript's: providers of credentials, timers, signals, `fetch` and loggers.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::RequestInit;

#[wasm_bindgen]
extern "C" {
    /// A call in progress: `Caller` of `pkg-template/src/call/caller.ts`. None of its methods throws. What the first three return
    /// is awaited: it never rejects, and resolves to what `settled::event` reads.
    #[derive(Clone)]
    pub type Caller;

    /// Asks for credentials.
    #[wasm_bindgen(method)]
    pub fn credentials(this: &Caller) -> Promise;

    /// Waits so many milliseconds. `after` is the name of the error with which an attempt ended, if one did.
    #[wasm_bindgen(method)]
    pub fn wait(this: &Caller, millis: f64, after: Option<&str>) -> Promise;

    /// Sends a request.
    #[wasm_bindgen(method)]
    pub fn send(this: &Caller, url: &str, init: &RequestInit) -> Promise;

    /// An object without headers, for the request that is sent next: a `Headers` where `fetch` sends it, else one that only
    /// has its `set`.
    #[wasm_bindgen(method)]
    pub fn headers(this: &Caller) -> web_sys::Headers;

    /// Reports a member of the input that was left out.
    #[wasm_bindgen(method)]
    pub fn dropped(this: &Caller, problem: &str);

    /// Ends the call well.
    #[wasm_bindgen(method)]
    pub fn resolve(this: &Caller, output: &JsValue);

    /// Ends the call with what went wrong: a `Failure` of `src/js/failure.rs`.
    #[wasm_bindgen(method)]
    pub fn reject(this: &Caller, failure: &JsValue);
}
