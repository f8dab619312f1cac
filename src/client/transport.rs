//! How a request travels.

use crate::js_value;
use gloo_net::http::Headers;
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::RequestInit;

/// The ways for a request to travel.
pub enum Transport {
    /// The `fetch` of page, worker or runtime, looked up at each call: tests and tracing tools replace it.
    Fetch,
    /// A function that is called as `fetch` is, with the URL and a plain object.
    Function(Function),
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = fetch)]
    fn fetch(url: &str, init: &RequestInit) -> Result<JsValue, JsValue>;
}

impl Transport {
    /// Sends a request. What comes back is to be read by [`super::answer::Answer::read`]; fails with what JavaScript threw.
    pub fn start(&self, url: &str, init: &RequestInit) -> Result<JsValue, JsValue> {
        match self {
            Self::Fetch => {
                // gloo-net's own `append`, `build` and `send` panic where the page has replaced `Headers`, `Request` or
                // `fetch`, or where `fetch` rejects with anything but an `Error`.
                let headers = js_value::get(init, "headers")?;
                let headers =
                    Headers::from_raw(web_sys::Headers::new_with_record_from_str_to_str(headers.unchecked_ref())?);
                init.set_headers(&headers.into_raw());
                fetch(url, init)
            }
            Self::Function(function) => function.call2(&JsValue::UNDEFINED, &url.into(), init),
        }
    }
}
