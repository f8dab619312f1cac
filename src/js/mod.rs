//! The wasm's only surface: JavaScript values in, promises out. What users see is the package's own JavaScript, which calls
//! this; nothing here is exported to them as it stands.

mod input;
mod report;
mod sign;

pub use sign::sign;

use crate::client::answer::Answer;
use crate::client::call::Call;
use crate::client::clock::Clock;
use crate::client::transport::Transport;
use crate::client::{Client, Config};
use crate::endpoint::{DualStack, Endpoint, Fips, Own};
use crate::js_value;
use crate::model::{self, Operation};
use crate::protocol::{ServiceError, UnknownMembers, decode, decode_headers, encode, encode_query, remove_nulls};
use crate::retry;
use crate::texts::Texts;
use input::JsInput;
use js_sys::{Array, Function, JsString};
use report::{Report, array, metadata};
use std::rc::Rc;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

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
    /// A client with a configuration that was read and checked for its types. The texts are region, user agent, and scheme, host
    /// and prefix of the endpoint; each is `undefined` where there is none. Flag 1 asks for FIPS, flag 2 for dual stack, flag 4
    /// for adaptive retries. The clock is off by `clock_offset` milliseconds. Without `fetch`, the global one is called. Fails
    /// with a report.
    #[wasm_bindgen(constructor)]
    pub fn new(
        texts: &Array,
        flags: u32,
        max_attempts: u32,
        clock_offset: f64,
        fetch: &JsValue,
    ) -> Result<Engine, JsValue> {
        let mode = if flags & 4 == 0 { retry::Mode::Standard } else { retry::Mode::Adaptive };
        let texts = Texts(texts);
        let config = Config {
            region: texts.get(0),
            endpoint: endpoint(&texts, flags).map_err(Report::into_js)?,
            transport: fetch.dyn_ref::<Function>().map_or(Transport::Fetch, |fetch| Transport::Function(fetch.clone())),
            retry: retry::Policy::new(mode, max_attempts),
            clock: Clock::new(clock_offset),
            user_agent: texts.find(1),
        };
        Ok(Self { client: Rc::new(Client::new(config)) })
    }

    /// Calls an operation. Members that the model does not know are refused if `strict`, else left out and told of. Resolves `call`,
    /// whose progress it is told of, to an array of the output and what its `$metadata` is made of, or rejects it with a report.
    ///
    /// With `expires_in`, seconds, nothing is sent: resolves to the URL that makes the call, by the operation's own method or by
    /// `method`. It is one function, because each that awaits costs the download 0.5 KB, and gives no promise, because one that
    /// JavaScript makes costs 0.3 KB less.
    pub fn call(
        &self,
        operation: &JsValue,
        input: JsValue,
        strict: bool,
        call: JsValue,
        expires_in: Option<u32>,
        method: &JsValue,
    ) {
        let client = Rc::clone(&self.client);
        let operation = js_value::text(operation).and_then(|name| model::operation(&name));
        let method = js_value::text(method);
        spawn_local(async move {
            let call: &Call = call.unchecked_ref();
            let unknown = if strict { UnknownMembers::Refuse } else { UnknownMembers::Drop };
            let result = match (operation, expires_in) {
                (None, _) => Err(Report::argument("operation", "is none of the service's")),
                (Some(operation), None) => perform(&client, operation, input, unknown, call).await,
                (Some(operation), Some(expires_in)) => {
                    presign(&client, operation, input, method.as_deref(), expires_in, call).await
                }
            };
            match result {
                Ok(value) => call.resolve(&value),
                Err(report) => call.reject(&report.into_js()),
            }
        });
    }
}

fn endpoint(texts: &Texts, flags: u32) -> Result<Endpoint, Report> {
    let fips = if flags & 1 == 0 { Fips::Any } else { Fips::Required };
    let dual_stack = if flags & 2 == 0 { DualStack::Any } else { DualStack::Required };
    let own = texts.find(3).map(|host| Own { scheme: texts.get(2), host, prefix: texts.get(4) });
    Ok(Endpoint::resolve(&texts.get(0), fips, dual_stack, own)?)
}

/// The URL that makes a call.
async fn presign(
    client: &Client,
    operation: &Operation,
    input: JsValue,
    method: Option<&str>,
    expires_in: u32,
    call: &Call,
) -> Result<JsValue, Report> {
    let request = encode_query(operation, &JsInput(input)).map_err(|problems| Report::validation(&problems))?;
    let url = client.presign(&request, method, expires_in, call).await;
    Ok(url.map_err(|error| Report::of_error(&error, JsValue::UNDEFINED))?.into())
}

async fn perform(
    client: &Client,
    operation: &'static Operation,
    input: JsValue,
    unknown: UnknownMembers,
    call: &Call,
) -> Result<JsValue, Report> {
    let encoded = encode(operation, &JsInput(input), unknown).map_err(|problems| Report::validation(&problems))?;
    for problem in &encoded.dropped {
        call.dropped(&problem.line());
    }
    let outcome = client.send(&encoded.request, call).await;
    let metadata = metadata(&outcome);
    match &outcome.result {
        Ok(answer) => match &answer.error {
            None => output(operation, answer, metadata),
            Some(error) => Err(refusal(answer, error, metadata)),
        },
        Err(error) => Err(Report::of_error(error, metadata)),
    }
}

/// What the service answered well.
fn output(operation: &Operation, answer: &Answer, metadata: JsValue) -> Result<JsValue, Report> {
    let output = match &answer.body {
        Some(body) if !js_value::is_array(&body.0).unwrap_or(true) => body,
        _ => return Err(Report::malformed(metadata, &answer.text)),
    };
    if JsString::unchecked_from_js_ref(&answer.text).includes("null", 0) {
        remove_nulls(output);
    }
    if let Some(shape) = operation.output {
        decode(shape, output);
        if let model::Kind::Structure(members) = shape.kind {
            decode_headers(members, output, |name| answer.header(name));
        }
    }
    Ok(array(&[output.0.clone(), metadata]))
}

/// What the service refused.
fn refusal(answer: &Answer, error: &ServiceError, metadata: JsValue) -> Report {
    if let (Some(body), Some(exception)) = (&answer.body, model::exception(&error.code)) {
        decode_headers(exception.members, body, |name| answer.header(name));
    }
    Report::service(error, metadata, answer)
}
