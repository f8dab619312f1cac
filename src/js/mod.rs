//! The wasm's only surface: JavaScript values in, promises out. What users see is the package's own JavaScript, which calls
//! this; nothing here is exported to them as it stands.

mod document;
mod input;
mod report;
mod sign;

pub use sign::sign;

use crate::client::credentials::CredentialsSource;
use crate::client::transport::Transport;
use crate::client::{Client, Config};
use crate::endpoint::{DualStack, Endpoint, Fips};
use crate::js_value;
use crate::model::{self, Operation};
use crate::protocol::{Nulls, ServiceError, UnknownMembers, decode, decode_headers, encode};
use crate::sigv4::Credentials;
use document::JsDocument;
use input::JsInput;
use js_sys::{Function, Promise};
use report::{Metadata, Report};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

/// A configured client. JavaScript keeps one behind each of its own.
#[wasm_bindgen]
pub struct Engine {
    client: Rc<Client>,
}

#[wasm_bindgen]
impl Engine {
    /// A client with a configuration that was read and checked for its types. Without `fetch`, the global one is called.
    /// Fails with a report.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, clippy::needless_pass_by_value, reason = "as JavaScript passes them")]
    pub fn new(
        region: String,
        own_endpoint: Option<String>,
        use_fips_endpoint: bool,
        use_dualstack_endpoint: bool,
        fetch: Option<Function>,
        user_agent: Option<String>,
        access_key_id: String,
        secret_access_key: String,
        session_token: Option<String>,
    ) -> Result<Engine, JsValue> {
        let fips = if use_fips_endpoint { Fips::Required } else { Fips::Any };
        let dual_stack = if use_dualstack_endpoint { DualStack::Required } else { DualStack::Any };
        let endpoint = Endpoint::resolve(&region, fips, dual_stack, own_endpoint.as_deref())
            .map_err(|error| Report::from(error).into_js())?;
        let credentials = Credentials::new(access_key_id, secret_access_key, session_token)
            .map_err(|error| Report::from(error).into_js())?;
        // A header's value goes into the signature as UTF-8 and over the wire as Latin-1: only ASCII is the same in both.
        if user_agent.as_ref().is_some_and(|own| !own.bytes().all(|byte| matches!(byte, b' '..=b'~'))) {
            let message = "must be printable ASCII: it is sent in a header";
            return Err(Report::argument("config.customUserAgent", message).into_js());
        }
        let transport = fetch.map_or(Transport::Fetch, Transport::Function);
        let credentials = CredentialsSource::Fixed(credentials);
        let config = Config { region, endpoint, credentials, transport, user_agent };
        Ok(Self { client: Rc::new(Client::new(config)) })
    }

    /// Calls an operation. `drop_unknown`, where it is a function, is called with the path and the reason of each member
    /// that the model does not know, instead of refusing it. Resolves to the output; rejects with a report.
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
    for problem in &encoded.dropped {
        if let Some(tell) = on_unknown {
            // A logger that throws must not fail the call.
            let _ = tell.call1(&JsValue::UNDEFINED, &problem.to_string().into());
        }
    }
    let outcome = client.send(&encoded.request).await?;
    let metadata = Metadata::of(&outcome);
    let answer = &outcome.answer;
    let parsed = parse(&answer.text);
    if !(200..300).contains(&answer.status) {
        let body = parsed.ok().filter(JsValue::is_object).map(JsDocument);
        let error = ServiceError::read(answer.status, answer.header("x-amzn-errortype").as_deref(), body.as_ref());
        if let (Some(body), Some(exception)) = (&body, model::exception(&error.code)) {
            decode_headers(exception.members, body, |name| answer.header(name));
        }
        return Err(Report::service(error, metadata, body.map(|body| body.0), &answer.text));
    }
    let output = match parsed {
        Ok(output) if output.is_object() && !js_value::is_array(&output).unwrap_or(true) => output,
        _ => return Err(Report::malformed(metadata, &answer.text)),
    };
    let output = JsDocument(output);
    if let Some(shape) = operation.output {
        let nulls = if mentions_null(&answer.text) { Nulls::Possible } else { Nulls::Impossible };
        decode(shape, &output, nulls);
        if let model::Kind::Structure(members) = shape.kind {
            decode_headers(members, &output, |name| answer.header(name));
        }
    }
    metadata.attach(&output.0);
    Ok(output.0)
}

/// The body parsed by the engine. An empty body and `null` are an object without members; a byte order mark is skipped.
fn parse(text: &JsValue) -> Result<JsValue, JsValue> {
    let text = js_sys::JsString::unchecked_from_js_ref(text);
    let text = if text.starts_with("\u{feff}", 0) { text.slice(1, text.length()) } else { text.clone() };
    if text.length() == 0 {
        return Ok(js_sys::Object::new().into());
    }
    let parsed = js_value::parse_json(&text)?;
    Ok(if parsed.is_null() { js_sys::Object::new().into() } else { parsed })
}

fn mentions_null(text: &JsValue) -> bool {
    js_sys::JsString::unchecked_from_js_ref(text).includes("null", 0)
}
