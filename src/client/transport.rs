//! How a request travels and its answer comes back.

use super::Error;
use crate::js_value;
use crate::model::Method;
use gloo_net::http::Headers;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

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
}

/// An HTTP response, read to its end.
pub struct Answer {
    /// Status.
    pub status: u16,
    /// The body as a JavaScript string, which the engine's own JSON parser reads without a copy in here.
    pub text: JsValue,
    /// An object with a method `get`, as `Headers` and `Map` are.
    headers: JsValue,
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
    fn fetch(request: &web_sys::Request) -> Result<JsValue, JsValue>;
}

impl Transport {
    /// Sends the request. What comes back is to be read by [`Answer::read`].
    pub fn start(&self, request: &HttpRequest) -> Result<JsValue, Error> {
        self.try_start(request).map_err(Error::Network)
    }

    fn try_start(&self, request: &HttpRequest) -> Result<JsValue, JsValue> {
        let headers = Object::new();
        for (name, value) in request.headers {
            set(&headers, name, &JsValue::from_str(value))?;
        }
        let init = Object::new();
        set(&init, "method", &request.method.as_str().into())?;
        if let Some(body) = request.body {
            set(&init, "body", &body.into())?;
        }
        match self {
            Self::Fetch => {
                // gloo-net's own `append`, `build` and `send` panic where the page has replaced `Headers`, `Request` or
                // `fetch`, or where `fetch` rejects with anything but an `Error`.
                let headers = Headers::from_raw(web_sys::Headers::new_with_record_from_str_to_str(&headers)?);
                set(&init, "headers", &headers.into_raw())?;
                fetch(&web_sys::Request::new_with_str_and_init(request.url, init.unchecked_ref())?)
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

/// Awaits what may be a promise.
async fn settle(value: JsValue) -> Result<JsValue, Error> {
    // A race of one is a promise of our own: it takes in promises of other realms and libraries, and rejects when looking at
    // the value throws. `Promise.resolve` would hand a promise back as it is, with whatever somebody made of its `then`.
    JsFuture::from(Promise::race(&Array::of1(&value))).await.map_err(Error::Network)
}

/// The method of an object, if it has one of that name.
fn method(object: &JsValue, name: &str) -> Option<Function> {
    js_value::get(object, name).ok()?.dyn_into().ok()
}

impl Answer {
    /// The answer that [`Transport::start`] began, read to its end.
    pub async fn read(pending: JsValue) -> Result<Self, Error> {
        let response = settle(pending).await?;
        // Everything is read as plain properties, with exceptions caught: a `Response` may have been patched, and a mock is none.
        let status = js_value::get(&response, "status")
            .ok()
            .and_then(|status| status.as_f64())
            .filter(|status| (100.0..=999.0).contains(status))
            .ok_or(Error::Transport("has no HTTP status"))?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 100 and 999")]
        let status = status as u16;
        let text = method(&response, "text").ok_or(Error::Transport("has no method `text`"))?;
        let text = text.call2(&response, &JsValue::UNDEFINED, &JsValue::UNDEFINED).map_err(Error::Network)?;
        let text = settle(text).await?;
        if !text.is_string() {
            return Err(Error::Transport("has a body that is not text"));
        }
        let headers = js_value::get(&response, "headers").unwrap_or(JsValue::UNDEFINED);
        Ok(Self { status, text, headers })
    }

    /// The value of a header, cut off where it is absurdly long; `None` where there is none, or where the browser hides it
    /// because the service's CORS rules do not expose it.
    pub fn header(&self, name: &str) -> Option<String> {
        let get = method(&self.headers, "get")?;
        js_value::text(&get.call2(&self.headers, &name.into(), &JsValue::UNDEFINED).ok()?)
    }
}
