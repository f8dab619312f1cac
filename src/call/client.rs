//! What the calls of a client share, and how their requests are signed.

use super::SignedRequest;
use super::clock::Clock;
use super::credentials::CredentialsCache;
use crate::endpoint::Endpoint;
use crate::model::Service;
use crate::protocol::Request;
use crate::retry::{self, Attempts};
use crate::sigv4::{self, Credentials, Payload, Settings, Signer, SigningParams, Timestamp};
use crate::text::{concat, decimal};

/// The header of a request with a body.
const CONTENT_TYPE: (&str, &str) = ("content-type", "application/json");

/// What a client is made of.
pub struct Config {
    /// The service that is called.
    pub service: &'static Service,
    /// The region that requests are signed for.
    pub region: String,
    /// Where they are sent.
    pub endpoint: Endpoint,
    /// When they are sent again.
    pub retry: retry::Policy,
    /// Milliseconds that the machine's clock is behind.
    pub clock_offset: f64,
    /// What `x-amz-user-agent` says after the package's own name.
    pub user_agent: Option<String>,
}

/// A client of the service in one region: what its calls share.
pub struct Client {
    service: &'static Service,
    region: String,
    endpoint: Endpoint,
    user_agent: String,
    signer: Signer,
    pub(super) retry: retry::Policy,
    pub(super) clock: Clock,
    pub(super) credentials: CredentialsCache,
}

impl Client {
    /// A client that has no credentials as yet.
    pub fn new(config: Config) -> Self {
        let mut user_agent = String::from(concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"), " "));
        user_agent.push_str(config.service.user_agent);
        if let Some(custom) = &config.user_agent {
            user_agent.push(' ');
            user_agent.push_str(custom);
        }
        Self {
            service: config.service,
            region: config.region,
            endpoint: config.endpoint,
            user_agent,
            signer: Signer::new(Settings::default()),
            retry: config.retry,
            clock: Clock::new(config.clock_offset),
            credentials: CredentialsCache::default(),
        }
    }

    /// The request of an attempt, signed for this moment.
    pub(super) fn sign(
        &self,
        request: &Request,
        payload_hash: &str,
        invocation_id: &str,
        attempts: &Attempts,
        credentials: &Credentials,
        now: f64,
    ) -> Result<SignedRequest, sigv4::Error> {
        let path = self.endpoint.path(&request.path);
        let [attempt, max] = [attempts.made(), attempts.most()].map(|count| decimal(count.into()));
        let attempt = concat(&["attempt=", &attempt, "; max=", &max]);
        let mut headers = Vec::with_capacity(4);
        if request.body.is_some() {
            headers.push(CONTENT_TYPE);
        }
        headers.push(("x-amz-user-agent", self.user_agent.as_str()));
        headers.push(("amz-sdk-invocation-id", invocation_id));
        headers.push(("amz-sdk-request", &attempt));
        let method = request.method.as_str();
        let signed = self.signer.sign(
            &sigv4::Request {
                method,
                host: &self.endpoint.host,
                path: &path,
                query: &request.query,
                headers: &headers,
                payload: Payload::Hash(payload_hash),
            },
            &self.signing_params(credentials, now)?,
        )?;
        let url = self.endpoint.url(&path, &request.query);
        let headers = headers.iter().copied().chain(signed.iter()).map(|(name, value)| (name, value.to_owned()));
        Ok(SignedRequest { method, url, headers: headers.collect() })
    }

    /// The URL of a request that has everything in its query, signed for this moment and so many seconds. A method takes the
    /// place of the request's own. Whoever uses the URL sends no body, but the `content-type` of requests that have one: botocore
    /// signs that header, and the URLs are to be the same.
    pub(super) fn presign(
        &self,
        request: &Request,
        method: Option<&str>,
        expires_in: u32,
        credentials: &Credentials,
        now: f64,
    ) -> Result<String, sigv4::Error> {
        let path = self.endpoint.path(&request.path);
        let query = self.signer.presign(
            &sigv4::Request {
                method: method.unwrap_or(request.method.as_str()),
                host: &self.endpoint.host,
                path: &path,
                query: &request.query,
                headers: if request.body.is_some() { &[CONTENT_TYPE] } else { &[] },
                payload: Payload::Bytes(b""),
            },
            &self.signing_params(credentials, now)?,
            expires_in,
        )?;
        Ok(self.endpoint.url(&path, &query))
    }

    fn signing_params<'a>(&'a self, credentials: &'a Credentials, now: f64) -> Result<SigningParams<'a>, sigv4::Error> {
        let timestamp = Timestamp::from_epoch_millis(self.clock.at(now))?;
        Ok(SigningParams { credentials, region: &self.region, service: self.service.signing_name, timestamp })
    }
}
