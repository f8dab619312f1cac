//! The wasm's only surface: JavaScript values in, promises out. What users see is the package's own JavaScript, which calls
//! this; nothing here is exported to them as it stands.

mod document;
mod input;
mod report;
mod sign;
mod texts;

pub use sign::sign;

use crate::client::credentials::CredentialsSource;
use crate::client::transport::Transport;
use crate::client::{Client, Config};
use crate::endpoint::{DualStack, Endpoint, Fips, Own};
use crate::js_value;
use crate::model::{self, Operation};
use crate::protocol::{ServiceError, UnknownMembers, decode, decode_headers, encode, remove_nulls};
use document::JsDocument;
use input::JsInput;
use js_sys::{Array, Function, JsString, Object, Promise};
use report::{Metadata, Report, array};
use std::rc::Rc;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use texts::Texts;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

/// Half the code of the standard library's allocator: see `docs/decisions`.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// A configured client. JavaScript keeps one behind each of its own.
#[wasm_bindgen]
pub struct Engine {
    client: Rc<Client>,
}

#[wasm_bindgen]
impl Engine {
    /// A client with a configuration that was read and checked for its types. The texts are region, user agent, access key id,
    /// secret access key, session token, and scheme, host and prefix of the endpoint; each is `undefined` where there is
    /// none. Flag 1 asks for FIPS, flag 2 for dual stack. Without `fetch`, the global one is called. Fails with a report.
    #[wasm_bindgen(constructor)]
    pub fn new(texts: &Array, flags: u32, fetch: &JsValue) -> Result<Engine, JsValue> {
        Self::configured(&Texts(texts), flags, fetch).map_err(Report::into_js)
    }

    fn configured(texts: &Texts, flags: u32, fetch: &JsValue) -> Result<Self, Report> {
        let fips = if flags & 1 == 0 { Fips::Any } else { Fips::Required };
        let dual_stack = if flags & 2 == 0 { DualStack::Any } else { DualStack::Required };
        let own = texts.find(6).map(|host| Own { scheme: texts.get(5), host, prefix: texts.get(7) });
        let region = texts.get(0);
        let endpoint = Endpoint::resolve(&region, fips, dual_stack, own)?;
        let credentials = texts.credentials(2)?;
        let transport =
            fetch.dyn_ref::<Function>().map_or(Transport::Fetch, |fetch| Transport::Function(fetch.clone()));
        let credentials = CredentialsSource::Fixed(credentials);
        let config = Config { region, endpoint, credentials, transport, user_agent: texts.find(1) };
        Ok(Self { client: Rc::new(Client::new(config)) })
    }

    /// Calls an operation. `drop_unknown`, where it is a function, is called with the path and the reason of each member
    /// that the model does not know, instead of refusing it. Resolves to an array of the output and
    /// what its `$metadata` is made of; rejects with a report.
    pub fn call(&self, operation: &JsValue, input: JsValue, drop_unknown: JsValue) -> Promise {
        let client = Rc::clone(&self.client);
        let operation = js_value::text(operation).and_then(|name| model::operation(&name));
        future_to_promise(async move {
            let operation =
                operation.ok_or_else(|| Report::argument("operation", "is none of the service's").into_js())?;
            call(&client, operation, input, &drop_unknown).await.map_err(Report::into_js)
        })
    }
}

async fn call(
    client: &Client,
    operation: &'static Operation,
    input: JsValue,
    drop_unknown: &JsValue,
) -> Result<JsValue, Report> {
    let on_unknown = drop_unknown.dyn_ref::<Function>();
    let policy = if on_unknown.is_some() { UnknownMembers::Drop } else { UnknownMembers::Refuse };
    let encoded = encode(operation, &JsInput(input), policy).map_err(Report::validation)?;
    if let Some(tell) = on_unknown {
        for problem in &encoded.dropped {
            // A logger that throws must not fail the call.
            let _ = tell.call2(&JsValue::UNDEFINED, &problem.line().into(), &JsValue::UNDEFINED);
        }
    }
    let outcome = client.send(&encoded.request).await?;
    let metadata = Metadata::of(&outcome);
    let answer = outcome.answer;
    let parsed = parse(&answer.text);
    if !(200..300).contains(&answer.status) {
        let body = parsed.ok().filter(JsValue::is_object).map(JsDocument);
        let error = ServiceError::read(answer.status, answer.header("x-amzn-errortype").as_deref(), body.as_ref());
        if let (Some(body), Some(exception)) = (&body, model::exception(&error.code)) {
            decode_headers(exception.members, body, |name| answer.header(name));
        }
        return Err(Report::service(error, metadata, body.map_or(JsValue::UNDEFINED, |body| body.0), answer.text));
    }
    let output = match parsed {
        Ok(output) if output.is_object() && !js_value::is_array(&output).unwrap_or(true) => output,
        _ => return Err(Report::malformed(metadata, answer.text)),
    };
    let output = JsDocument(output);
    if mentions_null(&answer.text) {
        remove_nulls(&output);
    }
    if let Some(shape) = operation.output {
        decode(shape, &output);
        if let model::Kind::Structure(members) = shape.kind {
            decode_headers(members, &output, |name| answer.header(name));
        }
    }
    Ok(array(&[output.0, metadata.into_js()]))
}

/// The body parsed by the engine. An empty body and `null` are an object without members; a byte order mark is skipped.
fn parse(text: &JsValue) -> Result<JsValue, JsValue> {
    let text = JsString::unchecked_from_js_ref(text);
    let text = if text.starts_with("\u{feff}", 0) { &text.slice(1, text.length()) } else { text };
    let parsed = if text.length() == 0 { JsValue::NULL } else { js_value::parse_json(text)? };
    Ok(if parsed.is_null() { Object::new().into() } else { parsed })
}

fn mentions_null(text: &JsValue) -> bool {
    JsString::unchecked_from_js_ref(text).includes("null", 0)
}
