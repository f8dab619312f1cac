//! The endpoints below `/_local`, which AWS does not have: JSON in and out, not signed, for programs of the same machine.

use super::Service;
use crate::error::Error;
use crate::members::from_value;
use crate::request::{Request, Response};
use crate::state::Ivs;
use crate::state::fault::Fault;
use crate::state::rejected::Rejected;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt;
use std::time::Duration;

/// A text of JSON.
type Answer = Result<String, Error>;

/// They return secrets: nothing keeps a response, takes it for a script, or loads it into a page of another site.
const HEADERS: [(&str, &str); 3] = [
    ("cache-control", "no-store"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
];

/// Method, path and function of an endpoint.
type Endpoint = (&'static str, &'static str, fn(&mut Service, &Request<'_>) -> Answer);

const ENDPOINTS: &[Endpoint] = &[
    ("GET", "/_local/health", |service, _| Ok(service.health().to_string())),
    ("GET", "/_local/credentials", |service, _| service.credentials()),
    ("POST", "/_local/encoder/start", |service, request| service.start_encoder(request)),
    ("POST", "/_local/encoder/stop", |service, request| service.stop_encoder(request)),
    ("POST", "/_local/encoder/set", |service, request| service.set_stream(request)),
    ("GET", "/_local/encoder/metadata", |service, request| service.metadata(request)),
    ("GET", "/_local/faults", |service, _| Ok(service.faults().to_string())),
    ("POST", "/_local/faults", |service, request| service.add_fault(request)),
    ("DELETE", "/_local/faults", |service, _| Ok(service.clear_faults())),
    ("GET", "/_local/events", |service, request| service.listed_events(request)),
    ("GET", "/_local/requests", |service, _| Ok(json!({ "requests": service.records.all() }).to_string())),
    #[cfg(feature = "state-text")]
    ("GET", "/_local/state", |service, _| service.snapshot().map_err(Error::internal)),
    #[cfg(feature = "state-text")]
    ("POST", "/_local/state", |service, request| service.restore_state(request)),
    ("POST", "/_local/advance", |service, request| service.advance_clock(request)),
    ("POST", "/_local/reset", |service, _| Ok(service.start_anew())),
];

/// By how many milliseconds time may be advanced at once: a mistake should not end it.
const LONGEST_ADVANCE: u64 = 10 * 365 * 24 * 60 * 60 * 1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    ms: u64,
}

/// A fault that waits, as it was asked for.
#[derive(Serialize)]
struct Listed<'a> {
    region: &'a str,
    #[serde(flatten)]
    fault: &'a Fault,
}

impl Service {
    /// Answers a request whose path begins with `/_local/`.
    pub fn local(&mut self, request: &Request<'_>) -> Response {
        let answer = self.local_answer(request);
        self.take_events();
        let response = match answer {
            Ok(text) => Response::bytes(200, "application/json", text.into_bytes()).with(&HEADERS),
            Err(error) => Self::local_error(&error),
        };
        let id = self.ids.uuid().to_string();
        response.with(&[("x-amzn-requestid", &id)])
    }

    /// The answer to a request below `/_local/` that a shell rejects.
    pub fn local_error(error: &Error) -> Response {
        Response::error(error).with(&HEADERS)
    }

    fn local_answer(&mut self, request: &Request<'_>) -> Answer {
        let mut methods = Vec::new();
        for &(method, path, answer) in ENDPOINTS {
            if path != request.path {
                continue;
            }
            // Whoever asks for the head alone gets it of the shell.
            if method == request.method || (method, request.method) == ("GET", "HEAD") {
                return answer(self, request);
            }
            methods.push(method);
        }
        if methods.is_empty() {
            return Err(Error::local("NotFound", 404, format!("There is no endpoint {}.", request.path)));
        }
        let message = format!("{} takes {}.", request.path, methods.join(", "));
        Err(Error::local("MethodNotAllowed", 405, message))
    }

    fn health(&self) -> Value {
        json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION"), "regions": self.config.keys.regions })
    }

    fn credentials(&self) -> Answer {
        let keys = &self.config.keys;
        let (Some(key), Some(region)) = (keys.keys.first(), keys.regions.first()) else {
            return Err(Error::local("NotFound", 404, "There is no key."));
        };
        let mut credentials = json!({
            "endpoint": self.config.endpoint,
            "region": region,
            "accessKeyId": key.id,
            "secretAccessKey": key.secret,
        });
        if let (Some(token), Some(members)) = (&key.session_token, credentials.as_object_mut()) {
            members.insert("sessionToken".to_owned(), token.as_str().into());
        }
        Ok(credentials.to_string())
    }

    fn start_encoder(&mut self, request: &Request<'_>) -> Answer {
        let (account, input) = self.of_stream(read(request)?)?;
        Ok(json!(account.start_stream(&input).map_err(rejected)?).to_string())
    }

    fn stop_encoder(&mut self, request: &Request<'_>) -> Answer {
        let (account, input) = self.of_stream(read(request)?)?;
        account.stop_stream(&input).map_err(rejected)?;
        Ok(nothing())
    }

    fn set_stream(&mut self, request: &Request<'_>) -> Answer {
        let (account, input) = self.of_stream(read(request)?)?;
        account.set_stream(&input).map_err(rejected)?;
        Ok(nothing())
    }

    fn metadata(&mut self, request: &Request<'_>) -> Answer {
        let channel_arn = request.query_values("channelArn").next();
        let channel_arn = channel_arn.ok_or_else(|| bad_request("The query needs a channelArn."))?;
        let account = self.account(region_of(&channel_arn)).ok_or_else(no_account)?;
        Ok(json!({ "metadata": account.metadata(&channel_arn).map_err(rejected)? }).to_string())
    }

    fn faults(&self) -> Value {
        let accounts = self.accounts.iter();
        let faults = accounts.flat_map(|(region, account)| account.faults().map(move |fault| Listed { region, fault }));
        json!({ "faults": faults.collect::<Vec<_>>() })
    }

    fn add_fault(&mut self, request: &Request<'_>) -> Answer {
        let mut input = read(request)?;
        let region = input.as_object_mut().and_then(|members| members.remove("region"));
        let fault: Fault = decode(input)?;
        let account = match &region {
            None => self.account(""),
            Some(Value::String(region)) => self.accounts.get_mut(region),
            Some(_) => None,
        };
        let account = account.ok_or_else(|| bad_request("region: is not one of those served here"))?;
        account.add_fault(fault).map_err(|message| bad_request(&message))?;
        Ok(nothing())
    }

    fn clear_faults(&mut self) -> String {
        self.accounts.values_mut().for_each(Ivs::clear_faults);
        nothing()
    }

    fn listed_events(&self, request: &Request<'_>) -> Answer {
        let after = request.query_values("after").next();
        let after = after.map_or(Ok(0), |after| after.parse());
        let after = after.map_err(|_| bad_request("after: is not the number of an event"))?;
        let after = self.last_forgotten_event().max(after);
        let events: Vec<_> = self.events_after(after).map(|(_, event)| event).collect();
        Ok(json!({ "events": events, "last": self.last_event() }).to_string())
    }

    #[cfg(feature = "state-text")]
    fn restore_state(&mut self, request: &Request<'_>) -> Answer {
        let text = std::str::from_utf8(request.body).map_err(|error| unreadable(&error))?;
        self.restore(text).map_err(|message| bad_request(&message))?;
        Ok(nothing())
    }

    fn advance_clock(&mut self, request: &Request<'_>) -> Answer {
        let Advance { ms } = decode(read(request)?)?;
        if ms > LONGEST_ADVANCE {
            return Err(bad_request(&format!("ms: is over {LONGEST_ADVANCE}, ten years; advance by less")));
        }
        self.advance(Duration::from_millis(ms));
        self.save_now();
        Ok(nothing())
    }

    fn start_anew(&mut self) -> String {
        self.reset();
        nothing()
    }

    /// The account that a stream key or a channel belongs to, with what is to be done there.
    fn of_stream<T: DeserializeOwned>(&mut self, input: Value) -> Result<(&mut Ivs, T), Error> {
        let text = |member| input.get(member).and_then(Value::as_str);
        let region = text("streamKey").map_or_else(|| text("channelArn").map(region_of), |key| key.split('_').nth(1));
        let region = region.unwrap_or_default().to_owned();
        let decoded = decode(input)?;
        Ok((self.account(&region).ok_or_else(no_account)?, decoded))
    }
}

/// Of what has nothing to say.
fn nothing() -> String {
    "{}".to_owned()
}

/// The region of an ARN; empty if it is none.
fn region_of(arn: &str) -> &str {
    arn.split(':').nth(3).unwrap_or_default()
}

fn no_account() -> Error {
    Error::internal("there is no account")
}

fn rejected(why: Rejected) -> Error {
    Error::local(why.code(), why.status(), why.message())
}

/// Reads JSON whatever the content type is.
fn read(request: &Request<'_>) -> Result<Value, Error> {
    serde_json::from_slice(request.body).map_err(|error| unreadable(&error))
}

fn decode<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    from_value(value).map_err(|error| unreadable(&error))
}

fn unreadable(error: &dyn fmt::Display) -> Error {
    bad_request(&format!("The body is not what is expected here: {error}."))
}

fn bad_request(message: &str) -> Error {
    Error::local("BadRequest", 400, message)
}
