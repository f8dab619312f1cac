//! The wasm's only surface: named JavaScript values in, named JavaScript values out. What users see is the package's
//! TypeScript, which calls this; nothing here is exported to them as it stands.

#![allow(missing_docs, reason = "wasm-bindgen gives its enums a variant and a function without documentation")]

mod failure;
mod input;
mod sign;

pub use sign::{Body, hash_bytes, hash_text, presign, set_signer, sign};

use crate::call::{Call, Client, Config, Goal};
use crate::client::{Caller, run, spawn};
use crate::endpoint::{DualStack, Endpoint, Fips};
use crate::interop::{Field, flag_of, get, number_of, text_of};
use crate::model::{self, Operation, Service};
use crate::protocol::{self, Problem, Request, encode, encode_query};
use crate::retry;
use failure::Failure;
use input::JsInput;
use js_sys::Math;
use std::cell::Cell;
use std::rc::Rc;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;

/// Half the code of the standard library's allocator: see `docs/decisions`.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// Most bytes of all requests that are being sent. JavaScript keeps their bodies, but they were in the wasm's memory once.
const MAX_IN_FLIGHT: usize = 128 * 1024 * 1024;

thread_local! {
    static IN_FLIGHT: Cell<usize> = const { Cell::new(0) };
}

/// A configured client. JavaScript keeps one behind each of its own.
#[wasm_bindgen]
pub struct Engine {
    service: &'static Service,
    client: Rc<Client>,
}

/// What to do with members that the model does not know.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum UnknownMembers {
    /// They are problems.
    Refuse = "refuse",
    /// They are left out and reported.
    Drop = "drop",
}

#[wasm_bindgen]
impl Engine {
    /// A client of a configuration that was read and checked for its types: `service`, `region`, `endpoint` (`scheme`, `host`, `path`) or
    /// nothing, `useFipsEndpoint`, `useDualstackEndpoint`, `retryMode` (`"standard"`, `"adaptive"`), `maxAttempts`,
    /// `systemClockOffset` (milliseconds), `userAgent`. Fails with a [`Failure`].
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Engine, JsValue> {
        let service = text_of(options, Field::Service).and_then(|id| model::service(&id));
        let service = service.ok_or_else(|| Failure::argument("config.service", "is not one of the package's"))?;
        let region = text_of(options, Field::Region).unwrap_or_default();
        let adaptive = text_of(options, Field::RetryMode).is_some_and(|mode| mode == "adaptive");
        let mode = if adaptive { retry::Mode::Adaptive } else { retry::Mode::Standard };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let max_attempts = number_of(options, Field::MaxAttempts) as u32;
        let config = Config {
            service,
            endpoint: endpoint(service.endpoint_prefix, &region, options).map_err(Failure::from)?,
            region,
            retry: retry::Policy::new(mode, max_attempts),
            clock_offset: number_of(options, Field::SystemClockOffset),
            user_agent: text_of(options, Field::UserAgent),
        };
        Ok(Self { service, client: Rc::new(Client::new(config)) })
    }

    /// Calls an operation, and ends `caller` with its output or a [`Failure`]. `max_attempts` takes the place of the configuration's,
    /// unless it is 0.
    pub fn call(
        &self,
        operation: &str,
        input: JsValue,
        unknown_members: UnknownMembers,
        max_attempts: f64,
        caller: &Caller,
    ) {
        let unknown = match unknown_members {
            UnknownMembers::Drop => protocol::UnknownMembers::Drop,
            _ => protocol::UnknownMembers::Refuse,
        };
        let Some(operation) = self.operation(operation, caller) else { return };
        let request = encode(operation, &JsInput(input), unknown, &mut random_bits).map(|encoded| {
            for problem in &encoded.dropped {
                caller.dropped(&problem.line());
            }
            encoded.request
        });
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let max_attempts = (max_attempts > 0.0).then_some(max_attempts as u32);
        self.begin(operation, request, Goal::Answer, max_attempts, caller);
    }

    /// Makes the URL of an operation, and ends `caller` with it or with a [`Failure`]. Nothing is sent. `options` has `expiresIn`,
    /// the seconds for which the URL is valid, and maybe a `method` that takes the place of the operation's own.
    pub fn presign(&self, operation: &str, input: JsValue, options: &JsValue, caller: &Caller) {
        let Some(operation) = self.operation(operation, caller) else { return };
        let request = encode_query(operation, &JsInput(input), &mut random_bits);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let expires_in = number_of(options, Field::ExpiresIn) as u32;
        self.begin(
            operation,
            request,
            Goal::PresignedUrl { method: text_of(options, Field::Method), expires_in },
            None,
            caller,
        );
    }
}

impl Engine {
    fn operation(&self, name: &str, caller: &Caller) -> Option<&'static Operation> {
        let operation = self.service.operation(name);
        if operation.is_none() {
            caller.reject(&Failure::argument("operation", "is not one of the service's").into());
        }
        operation
    }

    fn begin(
        &self,
        operation: &'static Operation,
        request: Result<Request, Vec<Problem>>,
        goal: Goal,
        max_attempts: Option<u32>,
        caller: &Caller,
    ) {
        let request = request.map_err(|problems| Failure::Validation { problems });
        match request.and_then(|request| Ok((InFlight::new(&request)?, request))) {
            Ok((in_flight, request)) => {
                let call = Call::new(Rc::clone(&self.client), operation, request, goal, max_attempts, &mut random_bits);
                let caller = caller.clone();
                spawn(async move {
                    match Failure::of(run(call, &caller).await) {
                        Ok(output) => caller.resolve(&output),
                        Err(failure) => caller.reject(&failure.into()),
                    }
                    drop(in_flight);
                });
            }
            Err(failure) => caller.reject(&failure.into()),
        }
    }
}

/// Random bits. What is made of them identifies and protects nothing, so that `Math.random` will do: `crypto` is incomplete on
/// pages that were not loaded over HTTPS.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 0 and less than 2^32")]
fn random_bits() -> u32 {
    (Math::random() * 4_294_967_296.0) as u32
}

/// The share of a call in what is in flight.
struct InFlight(usize);

impl InFlight {
    fn new(request: &Request) -> Result<Self, Failure> {
        let bytes = request.bytes();
        let sum = IN_FLIGHT.get() + bytes;
        if sum > MAX_IN_FLIGHT {
            let message =
                "makes the calls in progress hold more than 128 MiB together; await some of them before this one";
            return Err(Failure::argument("input", message));
        }
        IN_FLIGHT.set(sum);
        Ok(Self(bytes))
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        IN_FLIGHT.set(IN_FLIGHT.get() - self.0);
    }
}

fn endpoint(prefix: &str, region: &str, options: &JsValue) -> Result<Endpoint, crate::endpoint::Error> {
    let fips = if flag_of(options, Field::UseFipsEndpoint) { Fips::Required } else { Fips::Any };
    let dual_stack = if flag_of(options, Field::UseDualstackEndpoint) { DualStack::Required } else { DualStack::Any };
    let given = get(options, Field::Endpoint);
    let part = |name| text_of(&given, name).unwrap_or_default();
    let endpoint_override = given.is_object().then(|| Endpoint {
        scheme: part(Field::Scheme),
        host: part(Field::Host),
        base_path: part(Field::Path),
    });
    Endpoint::resolve(prefix, region, fips, dual_stack, endpoint_override)
}
