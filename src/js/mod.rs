//! The wasm's only surface: JavaScript values in, promises out. What users see is the package's own JavaScript, which calls
//! this; nothing here is exported to them as it stands.

mod input;
mod report;
mod sign;

pub use sign::sign;

use crate::client::call::Call;
use crate::client::clock::Clock;
use crate::client::identity::random_bits;
use crate::client::transport::Transport;
use crate::client::{Client, Config, Done, Wanted};
use crate::endpoint::{DualStack, Endpoint, Fips, Own};
use crate::js_value;
use crate::model::{self, Operation, Service};
use crate::protocol::{UnknownMembers, decode, encode, encode_query};
use crate::retry;
use crate::texts::Texts;
use input::JsInput;
use js_sys::Function;
use report::Report;
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
    service: &'static Service,
    client: Rc<Client>,
}

#[wasm_bindgen]
impl Engine {
    /// A client with a configuration that was read and checked for its types. The texts, with NULs between them, are the
    /// service's id, region, user agent, and scheme, host and prefix of the endpoint; each is empty
    /// where there is none. Flag 1 asks for FIPS, flag 2 for dual stack, flag 4 for adaptive retries. The clock is off by
    /// `clock_offset` milliseconds. Without `fetch`, the global one is called. Fails with a report.
    #[wasm_bindgen(constructor)]
    pub fn new(
        texts: &str,
        flags: u32,
        max_attempts: u32,
        clock_offset: f64,
        fetch: &JsValue,
    ) -> Result<Engine, JsValue> {
        let mode = if flags & 4 == 0 { retry::Mode::Standard } else { retry::Mode::Adaptive };
        let mut texts = Texts(texts);
        let service = model::service(texts.next())
            .ok_or_else(|| Report::argument("config.service", "is none of the package's").into_js())?;
        let (region, user_agent) = (texts.next(), texts.find().map(str::to_owned));
        let config = Config {
            region: region.to_owned(),
            service,
            endpoint: endpoint(service.endpoint_prefix, region, &mut texts, flags).map_err(Report::into_js)?,
            transport: fetch.dyn_ref::<Function>().map_or(Transport::Fetch, |fetch| Transport::Function(fetch.clone())),
            retry: retry::Policy::new(mode, max_attempts),
            clock: Clock::new(clock_offset),
            user_agent,
        };
        Ok(Self { service, client: Rc::new(Client::new(config)) })
    }

    /// Calls an operation. Members that the model does not know are refused if `strict`, else left out and told of. Resolves `call`,
    /// whose progress it is told of, to the output, or rejects it with a report.
    ///
    /// With `expires_in`, seconds, nothing is sent: resolves to the URL that makes the call, by the operation's own method or by
    /// `method`. It is one function, because each that awaits costs the download 0.5 KB, and gives no promise, because one that
    /// JavaScript makes costs 0.3 KB less.
    pub fn call(
        &self,
        operation: &str,
        input: JsValue,
        strict: bool,
        call: JsValue,
        expires_in: Option<u32>,
        method: Option<String>,
    ) {
        let client = Rc::clone(&self.client);
        let operation = self.service.operation(operation);
        spawn_local(async move {
            let call: &Call = call.unchecked_ref();
            let unknown = if strict { UnknownMembers::Refuse } else { UnknownMembers::Drop };
            let wanted = expires_in.map_or(Wanted::Answer, |expires_in| Wanted::Url { method, expires_in });
            match perform(&client, operation, input, unknown, wanted, call).await {
                Ok(value) => call.resolve(&value),
                Err(report) => call.reject(&report.into_js()),
            }
        });
    }
}

fn endpoint(prefix: &str, region: &str, texts: &mut Texts, flags: u32) -> Result<Endpoint, Report> {
    let fips = if flags & 1 == 0 { Fips::Any } else { Fips::Required };
    let dual_stack = if flags & 2 == 0 { DualStack::Any } else { DualStack::Required };
    let (scheme, host, path) = (texts.next().to_owned(), texts.next().to_owned(), texts.next().to_owned());
    let own = (!host.is_empty()).then_some(Own { scheme, host, prefix: path });
    Ok(Endpoint::resolve(prefix, region, fips, dual_stack, own)?)
}

async fn perform(
    client: &Client,
    operation: Option<&'static Operation>,
    input: JsValue,
    unknown: UnknownMembers,
    wanted: Wanted,
    call: &Call,
) -> Result<JsValue, Report> {
    let Some(operation) = operation else {
        return Err(Report::argument("operation", "is none of the service's"));
    };
    let input = JsInput(input);
    let request = match wanted {
        Wanted::Answer => encode(operation, &input, unknown, &mut random_bits).map(|encoded| {
            for problem in &encoded.dropped {
                call.dropped(&problem.line());
            }
            encoded.request
        }),
        Wanted::Url { .. } => encode_query(operation, &input, &mut random_bits),
    };
    let request = request.map_err(|problems| Report::validation(&problems))?;
    let answer = match client.send(&request, &wanted, call).await {
        Ok(Done::Answer(answer)) => answer,
        Ok(Done::Url(url)) => return Ok(url.into()),
        Err(error) => return Err(Report::of_error(&error)),
    };
    if let Some(error) = &answer.error {
        return Err(Report::service(error, &answer));
    }
    let output = match &answer.body {
        Some(body) if !js_value::is_array(&body.0).unwrap_or(true) => body,
        _ => return Err(Report::malformed()),
    };
    if let Some(shape) = operation.output {
        decode(shape, output);
    }
    Ok(output.0.clone())
}
