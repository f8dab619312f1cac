//! The driver: takes an encoded request, signs it, sends it and gives the answer. The one place that awaits.
//!
//! Each idea has its file: who signs ([`credentials`]), what time it is ([`clock`]), how a request travels ([`transport`]),
//! and what can go wrong on the way ([`Error`]).

pub mod clock;
pub mod credentials;
mod error;
mod identity;
pub mod transport;

pub use error::Error;

use crate::endpoint::Endpoint;
use crate::model::SERVICE;
use crate::protocol::Request;
use crate::sigv4::{self, Settings, Signer, SigningParams, Timestamp};
use credentials::CredentialsSource;
use transport::{Answer, HttpRequest, Transport};
use wasm_bindgen::JsValue;

/// What a client was configured with.
pub struct Config {
    /// The region that requests are signed for.
    pub region: String,
    /// Where they go.
    pub endpoint: Endpoint,
    /// Who signs them.
    pub credentials: CredentialsSource,
    /// How they travel.
    pub transport: Transport,
    /// What `x-amz-user-agent` says after the package's own name.
    pub user_agent: Option<String>,
}

/// A client of the service in one region.
pub struct Client {
    config: Config,
    signer: Signer,
    user_agent: String,
}

/// What came of a call that was answered, well or not.
pub struct Outcome {
    /// The answer of the last attempt.
    pub answer: Answer,
    /// How many attempts there were.
    pub attempts: u32,
    /// Milliseconds waited between attempts.
    pub total_retry_delay: f64,
}

impl Client {
    /// A client with this configuration. Nothing is sent and nobody is asked for credentials until the first call.
    pub fn new(config: Config) -> Self {
        let mut user_agent = String::from(concat!("ivs-wasm/", env!("CARGO_PKG_VERSION"), " api/ivs#2020-07-14"));
        if let Some(own) = &config.user_agent {
            user_agent.push(' ');
            user_agent.push_str(own);
        }
        Self { config, signer: Signer::new(Settings::default()), user_agent }
    }

    /// Sends a request. An unsuccessful answer is an outcome too; an error is whatever kept an answer from coming.
    pub async fn send(&self, request: &Request) -> Result<Outcome, Error> {
        let invocation = identity::invocation_id();
        let answer = Answer::read(self.attempt(request, &invocation)?).await?;
        Ok(Outcome { answer, attempts: 1, total_retry_delay: 0.0 })
    }

    /// Signs the request for this moment and sends it.
    fn attempt(&self, request: &Request, invocation: &str) -> Result<JsValue, Error> {
        let path = self.config.endpoint.path(&request.path);
        let mut headers = Vec::with_capacity(7);
        if request.body.is_some() {
            headers.push(("content-type", "application/json"));
        }
        headers.push(("x-amz-user-agent", self.user_agent.as_str()));
        headers.push(("amz-sdk-invocation-id", invocation));
        headers.push(("amz-sdk-request", "attempt=1; max=1"));
        let signed = self.signer.sign(
            &sigv4::Request {
                method: request.method.as_str(),
                host: self.config.endpoint.host(),
                path: &path,
                query: &request.query,
                headers: &headers,
                body: request.body.as_deref().unwrap_or_default().as_bytes(),
            },
            &SigningParams {
                credentials: self.config.credentials.get(),
                region: &self.config.region,
                service: SERVICE,
                timestamp: Timestamp::from_epoch_millis(clock::now())?,
            },
        )?;
        headers.extend(signed.iter());
        self.config.transport.start(&HttpRequest {
            method: request.method,
            url: &self.config.endpoint.url(&path, &request.query),
            headers: &headers,
            body: request.body.as_deref(),
        })
    }
}
