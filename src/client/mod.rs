//! The driver: takes an encoded request, signs it, sends it, sends it again where that may help, and gives the answer. The one
//! place that awaits.
//!
//! Each idea has its file: what the caller's side of a call is ([`call`]), who signs ([`credentials`]), what time it is
//! ([`clock`]), how a request travels ([`transport`]), what comes back ([`answer`]), and what can go wrong on the way ([`Error`]).
//! Whether to try again is decided by [`crate::retry`].

pub mod answer;
pub mod call;
pub mod clock;
mod credentials;
pub mod document;
mod error;
pub mod identity;
pub mod presign;
pub mod transport;

pub use error::Error;

use crate::endpoint::Endpoint;
use crate::model::Service;
use crate::protocol::{Request, json_object};
use crate::retry::{self, Attempts, Decision, Failure};
use crate::sigv4::{self, Credentials, Settings, Signer, SigningParams, Timestamp};
use crate::text::{concat, decimal};
use answer::Answer;
use call::Call;
use clock::{Clock, date_millis, machine_time};
use credentials::{CredentialsCache, Known};
use std::rc::Rc;
use transport::Transport;
use wasm_bindgen::JsValue;

/// The header of a request with a body.
const CONTENT_TYPE: (&str, &str) = ("content-type", "application/json");

/// What a client was configured with.
pub struct Config {
    /// The service that is called.
    pub service: &'static Service,
    /// The region that requests are signed for.
    pub region: String,
    /// Where they go.
    pub endpoint: Endpoint,
    /// How they travel.
    pub transport: Transport,
    /// When they are sent again.
    pub retry: retry::Policy,
    /// What time it is.
    pub clock: Clock,
    /// What `x-amz-user-agent` says after the package's own name.
    pub user_agent: Option<String>,
}

/// A client of the service in one region.
pub struct Client {
    config: Config,
    credentials: CredentialsCache,
    signer: Signer,
    user_agent: String,
}

/// What a request is for.
pub enum Wanted {
    /// To be sent, until it is answered well or trying again is of no use.
    Answer,
    /// To become a URL that somebody else will call.
    Url {
        /// In the place of the request's own method.
        method: Option<String>,
        /// Seconds.
        expires_in: u32,
    },
}

/// What came of it.
pub enum Done {
    /// The service's last answer, well or not.
    Answer(Box<Answer>),
    /// The URL.
    Url(String),
}

/// What came of an attempt: an answer, well or not, or whatever kept it from coming.
type Attempted = Result<Box<Answer>, Error>;

impl Client {
    /// A client with this configuration. Nothing is sent and nobody is asked for credentials until the first call.
    pub fn new(config: Config) -> Self {
        let mut user_agent = String::from(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " "));
        user_agent.push_str(config.service.user_agent);
        if let Some(own) = &config.user_agent {
            user_agent.push(' ');
            user_agent.push_str(own);
        }
        let signer = Signer::new(Settings::default());
        Self { config, credentials: CredentialsCache::default(), signer, user_agent }
    }

    /// Does with a request what is wanted of it.
    pub async fn send(&self, request: &Request, wanted: &Wanted, call: &Call) -> Result<Done, Error> {
        let Config { retry, clock, .. } = &self.config;
        let mut attempts = Attempts::default();
        let invocation = identity::invocation_id();
        // What the attempt before came to, if it is for its credentials that there is another.
        let mut refused: Option<(Rc<Known>, Attempted)> = None;
        let mut delay = 0.0;
        loop {
            let parts = refused.as_ref().map_or(JsValue::UNDEFINED, |(known, _)| known.parts.clone());
            let parts = match call.parts(delay, clock.offset(), &parts).await {
                Ok(parts) => parts,
                Err(thrown) => {
                    retry.withdraw(&mut attempts);
                    return Err(Error::Thrown(thrown));
                }
            };
            if let Wanted::Url { method, expires_in } = wanted {
                let who = self.credentials.of(parts)?;
                return self.presign(request, method.as_deref(), *expires_in, &who.credentials).map(Done::Url);
            }
            delay = retry.admit(&mut attempts, machine_time());
            if delay > 0.0 {
                continue;
            }
            let who = self.credentials.of(parts)?;
            if let Some((_, result)) = refused.take_if(|(known, _)| Rc::ptr_eq(known, &who)) {
                return result.map(Done::Answer);
            }
            let (began, offset) = (machine_time(), clock.offset());
            attempts.begin();
            let result = match self.start(request, &invocation, attempts.made(), &who, call) {
                Ok(pending) => Answer::read(&pending, call).await,
                Err(error) => Err(error),
            };
            let mut failure = None;
            match &result {
                Ok(answer) => {
                    if let Some(date) = call.header("date").filter(|_| call.header("age").is_none()) {
                        clock.learn(&date, machine_time() - began);
                    }
                    if let Some(error) = &answer.error {
                        let late = retry::is_signature_error(&error.code) && clock.was_skewed(offset);
                        failure =
                            Some(if late { Failure::ClockSkew } else { retry::classify(answer.status, &error.code) });
                    }
                }
                Err(Error::Lost(lost, _)) => failure = Some(*lost),
                Err(_) => failure = Some(Failure::Final),
            }
            let decision = match failure {
                None => {
                    retry.succeeded(&attempts, machine_time());
                    Decision::GiveUp
                }
                Some(failure) => {
                    let asked = result.as_ref().ok().and_then(|_| asked_delay(call, clock.now()));
                    retry.failed(&mut attempts, failure, asked, js_sys::Math::random(), machine_time())
                }
            };
            let Decision::Retry { after } = decision else {
                tell(call, &result, -1.0);
                return result.map(Done::Answer);
            };
            tell(call, &result, after);
            delay = after;
            refused = (failure == Some(Failure::ExpiredCredentials)).then_some((who, result));
        }
    }

    /// Signs the request for this moment and sends it.
    fn start(
        &self,
        request: &Request,
        invocation: &str,
        attempt: u32,
        who: &Known,
        call: &Call,
    ) -> Result<JsValue, Error> {
        let path = self.config.endpoint.path(&request.path);
        let [attempt, max] = [attempt, self.config.retry.max_attempts()].map(|count| decimal(count.into()));
        let attempt = concat(&["attempt=", &attempt, "; max=", &max]);
        let mut headers = Vec::with_capacity(7);
        if request.body.is_some() {
            headers.push(CONTENT_TYPE);
        }
        headers.push(("x-amz-user-agent", self.user_agent.as_str()));
        headers.push(("amz-sdk-invocation-id", invocation));
        headers.push(("amz-sdk-request", &attempt));
        let signed = self.signer.sign(
            &sigv4::Request {
                method: request.method.as_str(),
                host: self.config.endpoint.host(),
                path: &path,
                query: &request.query,
                headers: &headers,
                body: request.body.as_deref().unwrap_or_default().as_bytes(),
            },
            &self.terms(&who.credentials)?,
        )?;
        headers.extend(signed.iter());
        let body = request.body.as_deref();
        let init = call.begin(&who.parts, request.method.as_str(), &json_object(&headers), body);
        let started = self
            .config
            .transport
            .start(&self.config.endpoint.url(&path, &request.query), &init.map_err(Error::Thrown)?);
        started.map_err(|thrown| Error::Lost(Failure::Connection, thrown))
    }

    /// What a request is signed with at this moment.
    fn terms<'a>(&'a self, credentials: &'a Credentials) -> Result<SigningParams<'a>, sigv4::Error> {
        let timestamp = Timestamp::from_epoch_millis(self.config.clock.now())?;
        let Config { region, service, .. } = &self.config;
        Ok(SigningParams { credentials, region, service: service.signing_name, timestamp })
    }
}

/// Milliseconds that the service asks to wait; `now` is its time.
fn asked_delay(call: &Call, now: f64) -> Option<f64> {
    let [own, standard] = ["x-amz-retry-after", "retry-after"].map(|name| call.header(name));
    let date = standard.as_deref().map_or(f64::NAN, date_millis);
    retry::asked_delay(own.as_deref(), standard.as_deref(), date, now)
}

/// Tells the caller's side of an attempt that is over.
fn tell(call: &Call, result: &Attempted, delay: f64) {
    let error = match result {
        Ok(answer) => answer.error.as_ref().map(|error| error.code.as_str()),
        Err(Error::Lost(Failure::Timeout, _)) => Some("TimeoutError"),
        Err(Error::Lost(..)) => Some("NetworkError"),
        Err(_) => Some("aborted"),
    };
    call.attempted(error, delay);
}
