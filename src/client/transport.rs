//! How a request travels and its answer comes back.

use super::Error;
use crate::js_value;
use gloo_net::http::{Headers, Method, RequestBuilder};
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A signed HTTP request.
pub struct HttpRequest {
    /// Method.
    pub method: &'static str,
    /// Absolute URL.
    pub url: String,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// Body, if there is one.
    pub body: Option<String>,
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
    /// Sends the request and reads the whole answer.
    pub async fn send(&self, request: &HttpRequest) -> Result<Answer, Error> {
        let pending = match self {
            Self::Fetch => fetch(&web_request(request)?),
            Self::Function(function) => {
                function.call2(&JsValue::UNDEFINED, &request.url.as_str().into(), &init(request)?)
            }
        };
        let response = settle(pending.map_err(Error::Network)?).await?;
        Answer::read(response).await
    }
}

/// Awaits what may be a promise.
async fn settle(value: JsValue) -> Result<JsValue, Error> {
    // A promise of our own takes in promises of other realms and libraries, and rejects when looking at the value throws.
    // `Promise.resolve` would hand a promise back as it is, with whatever somebody made of its `then`.
    let own = Promise::new(&mut |resolve, _| {
        // The function that settles a new promise does not throw.
        let _ = resolve.call1(&JsValue::UNDEFINED, &value);
    });
    JsFuture::from(own).await.map_err(Error::Network)
}

/// The request for `fetch`.
///
/// gloo-net's own `send` is not called: it panics when `fetch` rejects with anything but an `Error`, or resolves to
/// anything but a `Response` of this realm. Its `Headers::set` panics on an invalid value, hence `append` of web-sys.
fn web_request(request: &HttpRequest) -> Result<web_sys::Request, Error> {
    let headers = web_sys::Headers::new().map_err(Error::Network)?;
    for (name, value) in &request.headers {
        headers.append(name, value).map_err(Error::Network)?;
    }
    let method = match request.method {
        "GET" => Method::GET,
        "DELETE" => Method::DELETE,
        _ => Method::POST,
    };
    let builder = RequestBuilder::new(&request.url).method(method).headers(Headers::from_raw(headers));
    let built = match &request.body {
        Some(body) => builder.body(body.as_str()),
        None => builder.build(),
    };
    Ok(built.map_err(|error| Error::Network(JsError::new(&error.to_string()).into()))?.into())
}

/// The same as a plain object: `{ method, headers, body }`.
fn init(request: &HttpRequest) -> Result<JsValue, Error> {
    let object = |entries: &[(&str, JsValue)]| -> Result<JsValue, Error> {
        let object = js_sys::Object::new();
        for (name, value) in entries {
            js_sys::Reflect::set(&object, &(*name).into(), value).map_err(Error::Network)?;
        }
        Ok(object.into())
    };
    let headers: Vec<(&str, JsValue)> =
        request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
    let mut entries = vec![("method", request.method.into()), ("headers", object(&headers)?)];
    if let Some(body) = &request.body {
        entries.push(("body", body.as_str().into()));
    }
    object(&entries)
}

impl Answer {
    async fn read(response: JsValue) -> Result<Self, Error> {
        // Everything is read as plain properties, with exceptions caught: a `Response` may have been patched, and a mock is none.
        let status = js_value::get(&response, "status")
            .ok()
            .and_then(|status| status.as_f64())
            .filter(|status| (100.0..=999.0).contains(status))
            .ok_or(Error::Transport("has no HTTP status"))?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 100 and 999")]
        let status = status as u16;
        let text = js_value::get(&response, "text")
            .ok()
            .and_then(|text| text.dyn_into::<Function>().ok())
            .ok_or(Error::Transport("has no method `text`"))?;
        let text = settle(text.call0(&response).map_err(Error::Network)?).await?;
        if !text.is_string() {
            return Err(Error::Transport("has a body that is not text"));
        }
        let headers = js_value::get(&response, "headers").unwrap_or(JsValue::UNDEFINED);
        Ok(Self { status, text, headers })
    }

    /// The value of a header, cut off where it is absurdly long; `None` where there is none, or where the browser hides it
    /// because the service's CORS rules do not expose it.
    pub fn header(&self, name: &str) -> Option<String> {
        let get = js_value::get(&self.headers, "get").ok()?.dyn_into::<Function>().ok()?;
        js_value::text(&get.call1(&self.headers, &name.into()).ok()?)
    }
}
