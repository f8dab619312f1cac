//! When a failed request is retried: the retry modes of the AWS SDKs, as a state machine without clock or randomness.
//!
//! A client has one [`Policy`], a call one [`Attempts`]. Before each attempt the caller asks the policy whether it may
//! be sent yet ([`Policy::admit`]), and afterwards reports its outcome ([`Policy::failed`], [`Policy::succeeded`]).
//! [`classify`] says what kind of failure an error response is, [`retry_after()`] which delay it requests.
//!
//! Retries take tokens from a bucket that all calls of a client share, so that a client whose service is down stops
//! multiplying its requests. See <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>.

#[cfg(test)]
mod adaptive_tests;
mod cubic;
mod failure;
mod limiter;
mod retry_after;
#[cfg(test)]
#[cfg(not(target_family = "wasm"))]
mod tests;

pub use failure::{Failure, classify, is_signature_error, is_skew_error};
pub use retry_after::retry_after;

use limiter::Limiter;
use std::cell::Cell;

/// Maximum delay between two attempts, in milliseconds.
const MAX_DELAY: f64 = 20_000.0;

/// Maximum delay before the first retry, in milliseconds; it doubles with each further one.
const BASE_DELAY: f64 = 100.0;

/// The same after throttling.
const THROTTLING_BASE_DELAY: f64 = 500.0;

/// Capacity of the token bucket.
const BUCKET_CAPACITY: u32 = 500;

/// Tokens that a retry takes.
const RETRY_COST: u32 = 5;

/// Tokens that a retry takes after a timeout, which has already cost the service more.
const TIMEOUT_RETRY_COST: u32 = 10;

/// Tokens that a call returns that succeeds at the first attempt.
const SUCCESS_REFILL: u32 = 1;

/// The retry mode of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Failed requests are retried.
    Standard,
    /// In addition, once the service has throttled the client, all requests are limited to the rate that it seems to
    /// accept.
    Adaptive,
}

/// When the requests of a client are retried. Shared by its concurrent calls.
///
/// Times are in milliseconds of any clock, even one that is set back now and then.
pub struct Policy {
    max_attempts: u32,
    tokens: Cell<u32>,
    limiter: Option<Limiter>,
}

/// What to do after a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// Send the request again, with a new signature, after a delay.
    Retry {
        /// The delay in milliseconds.
        after: f64,
    },
    /// Report the failure.
    GiveUp,
}

/// The state of one call.
#[derive(Debug, Default)]
pub struct Attempts {
    most: u32,
    made: u32,
    /// Tokens that the last retry took.
    taken: u32,
    /// The position in the rate limiter's queue, while the call is in it.
    turn: Option<f64>,
    clock_corrected: bool,
    credentials_renewed: bool,
}

impl Attempts {
    /// Counts an attempt; called when one is sent.
    pub fn begin(&mut self) {
        self.made += 1;
    }

    /// Maximum number of attempts.
    pub fn most(&self) -> u32 {
        self.most
    }

    /// Number of attempts sent.
    pub fn made(&self) -> u32 {
        self.made
    }
}

impl Policy {
    /// A policy with a full bucket. `max_attempts` counts the first attempt too, so that 1 turns retries off.
    pub fn new(mode: Mode, max_attempts: u32) -> Self {
        let limiter = (mode == Mode::Adaptive).then(Limiter::new);
        Self { max_attempts, tokens: Cell::new(BUCKET_CAPACITY), limiter }
    }

    /// The state of a new call, which may have a maximum number of attempts of its own.
    pub fn attempts(&self, most: Option<u32>) -> Attempts {
        Attempts { most: most.unwrap_or(self.max_attempts), ..Attempts::default() }
    }

    /// Milliseconds after which to ask again whether the next attempt of a call may be sent; 0 if it may be sent now.
    /// Called when any other delay is over. In the standard mode it is always 0; in the adaptive mode calls queue up
    /// for the tokens of the rate limiter, and a call that stops waiting must [`Self::withdraw`].
    pub fn admit(&self, attempts: &mut Attempts, now: f64) -> f64 {
        self.limiter.as_ref().map_or(0.0, |limiter| limiter.take(&mut attempts.turn, now))
    }

    /// Removes a call from the queue of [`Self::admit`], if it is in it. Otherwise others would wait for aborted calls.
    pub fn withdraw(&self, attempts: &mut Attempts) {
        if let Some(limiter) = &self.limiter {
            limiter.leave(&mut attempts.turn);
        }
    }

    /// What to do after a failed attempt. `retry_after` is the delay that the response requests ([`retry_after()`]),
    /// `random` a number from 0 to 1 for the jitter.
    ///
    /// A skewed clock and expired credentials get one retry each, without delay and without taking tokens, because the
    /// service has not failed. If the service requests a longer delay than the maximum, there is no retry: a call that
    /// takes so long is useless, and one that ignores the request is harmful.
    pub fn failed(
        &self,
        attempts: &mut Attempts,
        failure: Failure,
        retry_after: Option<f64>,
        random: f64,
        now: f64,
    ) -> Decision {
        if let Some(limiter) = &self.limiter {
            limiter.answered(failure == Failure::Throttling, now);
        }
        if attempts.made >= attempts.most {
            return Decision::GiveUp;
        }
        let (base, cost) = match failure {
            Failure::Final => return Decision::GiveUp,
            Failure::ClockSkew => return once(&mut attempts.clock_corrected),
            Failure::ExpiredCredentials => return once(&mut attempts.credentials_renewed),
            Failure::Throttling => (THROTTLING_BASE_DELAY, RETRY_COST),
            Failure::Timeout => (BASE_DELAY, TIMEOUT_RETRY_COST),
            Failure::Connection | Failure::Server => (BASE_DELAY, RETRY_COST),
        };
        let minimum = retry_after.unwrap_or(0.0);
        if minimum > MAX_DELAY {
            return Decision::GiveUp;
        }
        let Some(left) = self.tokens.get().checked_sub(cost) else { return Decision::GiveUp };
        self.tokens.set(left);
        attempts.taken = cost;
        let doublings = attempts.made.saturating_sub(1).min(16);
        let longest = (base * f64::from(1_u32 << doublings)).min(MAX_DELAY);
        let after = (random * longest).max(minimum);
        Decision::Retry { after }
    }

    /// Returns tokens after a successful attempt: those that the call's last retry took, or one if there was no retry.
    pub fn succeeded(&self, attempts: &Attempts, now: f64) {
        if let Some(limiter) = &self.limiter {
            limiter.answered(false, now);
        }
        let back = if attempts.taken == 0 { SUCCESS_REFILL } else { attempts.taken };
        self.tokens.set((self.tokens.get() + back).min(BUCKET_CAPACITY));
    }
}

/// A retry without delay, only the first time.
fn once(already: &mut bool) -> Decision {
    if std::mem::replace(already, true) { Decision::GiveUp } else { Decision::Retry { after: 0.0 } }
}
