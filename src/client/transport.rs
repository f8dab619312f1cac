//! How a request travels.

use crate::model::Method;
use gloo_net::http::Headers;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;

/// A signed HTTP request.
pub struct HttpRequest<'a> {
    /// Method.
    pub method: Method,
    /// Absolute URL.
    pub url: &'a str,
    /// Names in lower case, and values.
    pub headers: &'a [(&'a str, &'a str)],
    /// Body, if there is one.
    pub body: Option<&'a str>,
    /// The `AbortSignal` that ends it.
    pub signal: &'a JsValue,
}

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
    fn fetch(request: &web_sys::Request, init: &Object) -> Result<JsValue, JsValue>;
}

impl Transport {
    /// Sends the request. What comes back is to be read by [`super::answer::Answer::read`]; fails with what JavaScript threw.
    pub fn start(&self, request: &HttpRequest) -> Result<JsValue, JsValue> {
        let headers = Object::new();
        for (name, value) in request.headers {
            set(&headers, name, &JsValue::from_str(value))?;
        }
        let init = Object::new();
        set(&init, "method", &request.method.as_str().into())?;
        set(&init, "signal", request.signal)?;
        // A signature is good for one host and path, and its headers are nobody else's business.
        set(&init, "redirect", &"manual".into())?;
        if let Some(body) = request.body {
            set(&init, "body", &body.into())?;
        }
        match self {
            Self::Fetch => {
                // gloo-net's own `append`, `build` and `send` panic where the page has replaced `Headers`, `Request` or
                // `fetch`, or where `fetch` rejects with anything but an `Error`.
                let headers = Headers::from_raw(web_sys::Headers::new_with_record_from_str_to_str(&headers)?);
                set(&init, "headers", &headers.into_raw())?;
                // Node's `fetch` does not hear the signal of a `Request` that has become garbage; its own it keeps.
                let own = Object::new();
                set(&own, "signal", request.signal)?;
                fetch(&web_sys::Request::new_with_str_and_init(request.url, init.unchecked_ref())?, &own)
            }
            Self::Function(function) => {
                set(&init, "headers", &headers)?;
                function.call2(&JsValue::UNDEFINED, &request.url.into(), &init)
            }
        }
    }
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<bool, JsValue> {
    Reflect::set(object, &name.into(), value)
}
