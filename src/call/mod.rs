//! One call of the service as a state machine: an event in, the next step out.
//!
//! Everything that decides is here: which credentials sign, what time it is, when a failed attempt is made again, and what
//! an answer means. Nothing here waits, sends or reads a clock: the driver does what a [`Step`] says and reports what came
//! of it as an [`Event`], with the time and a source of random numbers. A presigned URL is the same machine, which ends where
//! another call would send.
//!
//! ```text
//! start ──> Credentials ──> (rate limiter: Wait) ──> Send ──> Done
//!               ^                                     │
//!               └───────── Wait between attempts <────┘
//! ```

mod answer;
mod client;
mod clock;
mod credentials;
mod outcome;
#[cfg(test)]
#[cfg(not(target_family = "wasm"))]
mod tests;

pub use answer::Answer;
pub use client::{Client, Config};
pub use clock::Clock;
pub use credentials::ProvidedCredentials;
pub use outcome::{Loss, Outcome, Retryable};

use crate::model::Operation;
use crate::protocol::{Document, Request};
use crate::retry::{Attempts, Decision, Failure};
use crate::sigv4::{self, Credentials, payload_hash};
use crate::uuid::{Random, uuid_v4};
use std::rc::Rc;

/// What the driver is to do next.
#[derive(Debug)]
pub enum Step<D> {
    /// Ask for credentials, and report them as [`Event::Credentials`].
    Credentials,
    /// Wait, and report [`Event::Waited`].
    Wait {
        /// Milliseconds, which may be 0.
        millis: f64,
        /// The name of the error with which the attempt before this wait ended; `None` where the call waits for the
        /// client's rate limiter, or where the failed answer has no name.
        after: Option<String>,
    },
    /// Send a request, and report [`Event::Answered`] or [`Event::Lost`].
    Send(SignedRequest),
    /// Nothing: this is how the call ended.
    Done(Outcome<D>),
}

/// What came of a step.
#[derive(Debug)]
pub enum Event<D> {
    /// Credentials, or what is wrong with them.
    Credentials(Result<ProvidedCredentials, sigv4::Error>),
    /// The wait is over.
    Waited,
    /// The service, or something in front of it, answered.
    Answered(Answer<D>),
    /// The request or its answer was lost.
    Lost(Loss),
    /// The call was ended from outside: it was aborted, or there are no credentials. The reason is the driver's.
    Ended,
}

/// A request to be sent as it is. Its body is that of [`Call::take_body`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedRequest {
    /// HTTP method.
    pub method: &'static str,
    /// Absolute URL.
    pub url: String,
    /// Names in lower case, and values.
    pub headers: Vec<(&'static str, String)>,
}

/// What a call is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// The service's answer.
    Answer,
    /// A URL with the signature in its query, for somebody else to use.
    PresignedUrl {
        /// HTTP method to sign instead of the operation's own.
        method: Option<String>,
        /// Seconds for which it is valid.
        expires_in: u32,
    },
}

/// A call in progress.
pub struct Call<D> {
    client: Rc<Client>,
    operation: &'static Operation,
    goal: Goal,
    request: Request,
    payload_hash: String,
    invocation_id: String,
    attempts: Attempts,
    attempt: Option<Attempt>,
    /// Credentials that the service said have expired, and how that attempt ended.
    refused: Option<(Rc<Credentials>, Outcome<D>)>,
}

/// An attempt that was sent.
struct Attempt {
    credentials: Rc<Credentials>,
    /// Machine's time at which it was sent.
    sent: f64,
    /// What the machine's clock was believed to be off by.
    offset: f64,
}

impl<D: Document> Call<D> {
    /// A call of an operation with an encoded request, and maybe a maximum number of attempts of its own.
    pub fn new(
        client: Rc<Client>,
        operation: &'static Operation,
        request: Request,
        goal: Goal,
        max_attempts: Option<u32>,
        random: &mut Random<'_>,
    ) -> Self {
        let attempts = client.retry.attempts(max_attempts);
        let payload_hash = payload_hash(request.body.as_deref().unwrap_or_default().as_bytes());
        Self {
            client,
            operation,
            goal,
            request,
            payload_hash,
            invocation_id: uuid_v4(random),
            attempts,
            attempt: None,
            refused: None,
        }
    }

    /// The body of the request, which is the same in every attempt. It is given away, so that the driver can keep it where
    /// memory is given back; the machine needs its hash only.
    pub fn take_body(&mut self) -> Option<String> {
        self.request.body.as_mut().map(std::mem::take)
    }

    /// The first step. `now` is the machine's time in milliseconds since 1970.
    pub fn start(&mut self, now: f64) -> Step<D> {
        self.proceed(now)
    }

    /// The step after an event. `random` gives numbers from 0 to 1, and is asked where waits are to be spread.
    pub fn next(&mut self, event: Event<D>, now: f64, random: &mut dyn FnMut() -> f64) -> Step<D> {
        match event {
            Event::Credentials(Ok(provided)) => {
                let credentials = self.client.credentials.keep(provided, self.client.clock.at(now));
                match self.refused.take_if(|(refused, _)| Rc::ptr_eq(refused, &credentials)) {
                    // The same again would be refused again.
                    Some((_, outcome)) => Step::Done(outcome),
                    None => self.sign(credentials, now),
                }
            }
            Event::Credentials(Err(error)) => Step::Done(Outcome::NotSigned(error)),
            Event::Waited => self.proceed(now),
            Event::Answered(answer) => self.answered(answer, now, random),
            Event::Lost(loss) => self.attempted(Some(loss.failure()), None, Outcome::Lost(loss), now, random),
            Event::Ended => {
                self.client.retry.withdraw(&mut self.attempts);
                Step::Done(Outcome::Ended)
            }
        }
    }

    /// Goes on with the credentials that are at hand, or asks for others.
    fn proceed(&mut self, now: f64) -> Step<D> {
        let refused = self.refused.as_ref().map(|(credentials, _)| credentials);
        match self.client.credentials.usable(self.client.clock.at(now), refused) {
            Some(credentials) => self.sign(credentials, now),
            None => Step::Credentials,
        }
    }

    fn sign(&mut self, credentials: Rc<Credentials>, now: f64) -> Step<D> {
        if let Goal::PresignedUrl { method, expires_in } = &self.goal {
            let url = self.client.presign(&self.request, method.as_deref(), *expires_in, &credentials, now);
            return Step::Done(url.map_or_else(Outcome::NotSigned, Outcome::Url));
        }
        let millis = self.client.retry.admit(&mut self.attempts, now);
        if millis > 0.0 {
            return Step::Wait { millis, after: None };
        }
        self.attempts.begin();
        let Self { request, payload_hash, invocation_id, attempts, .. } = self;
        match self.client.sign(request, payload_hash, invocation_id, attempts, &credentials, now) {
            Ok(request) => {
                self.attempt = Some(Attempt { credentials, sent: now, offset: self.client.clock.offset() });
                Step::Send(request)
            }
            Err(error) => Step::Done(Outcome::NotSigned(error)),
        }
    }

    fn answered(&mut self, answer: Answer<D>, now: f64, random: &mut dyn FnMut() -> f64) -> Step<D> {
        let clock = &self.client.clock;
        let (sent, offset) = self.attempt.as_ref().map_or((now, 0.0), |attempt| (attempt.sent, attempt.offset));
        if !answer.is_from_cache {
            clock.learn(answer.date, sent, now);
        }
        let retry_after = answer.retry_after(clock.at(now));
        let clock_was_wrong = clock.differs_from(offset);
        let (failure, outcome) = answer.read(self.operation, clock_was_wrong);
        self.attempted(failure, retry_after, outcome, now, random)
    }

    /// Ends the call, or an attempt that is worth another.
    fn attempted(
        &mut self,
        failure: Option<Failure>,
        retry_after: Option<f64>,
        outcome: Outcome<D>,
        now: f64,
        random: &mut dyn FnMut() -> f64,
    ) -> Step<D> {
        let Some(failure) = failure else {
            self.client.retry.succeeded(&self.attempts, now);
            return Step::Done(outcome);
        };
        match self.client.retry.failed(&mut self.attempts, failure, retry_after, random(), now) {
            Decision::GiveUp => {
                if let Some(attempt) = self.attempt.take_if(|_| failure == Failure::ExpiredCredentials) {
                    self.client.credentials.refuse(&attempt.credentials);
                }
                Step::Done(outcome)
            }
            Decision::Retry { after: millis } => {
                let after = outcome.error_name().map(str::to_owned);
                let attempt = self.attempt.take().filter(|_| failure == Failure::ExpiredCredentials);
                self.refused = attempt.map(|attempt| (attempt.credentials, outcome));
                Step::Wait { millis, after }
            }
        }
    }
}
