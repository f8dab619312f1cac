//! When a request that failed is sent again: the retry modes of the AWS SDKs, as a state machine without clock or randomness.
//!
//! A client has one [`Policy`], a call one [`Attempts`]. Before each attempt the driver asks the policy whether it may be sent yet
//! ([`Policy::admit`]), and afterwards tells it what came of it ([`Policy::failed`], [`Policy::succeeded`]). What a failed
//! answer means is said by [`classify`], what it asks for by [`retry_after()`].
//!
//! Retries are paid from a bucket of tokens that all calls of a client share, so that a client whose service is down stops
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

/// The longest wait between two attempts, in milliseconds.
const MAX_DELAY: f64 = 20_000.0;

/// What the first wait is at most, in milliseconds; each further one is at most twice as long.
const BASE_DELAY: f64 = 100.0;

/// The same after throttling.
const THROTTLING_BASE_DELAY: f64 = 500.0;

/// How many tokens the bucket holds.
const BUCKET_CAPACITY: u32 = 500;

/// What a retry costs.
const RETRY_COST: u32 = 5;

/// What a retry costs after a timeout, which has already cost the service more.
const TIMEOUT_RETRY_COST: u32 = 10;

/// What a call that succeeds at once puts back.
const SUCCESS_REFILL: u32 = 1;

/// How a client limits itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Failed requests are sent again.
    Standard,
    /// That, and once the service has throttled the client, all requests keep to the rate that it seems to bear.
    Adaptive,
}

/// When the requests of a client are sent again. Shared by its concurrent calls.
///
/// Times are in milliseconds, and may be of any clock, even one that is put back now and then.
pub struct Policy {
    max_attempts: u32,
    tokens: Cell<u32>,
    limiter: Option<Limiter>,
}

/// What to do after a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Decision {
    /// Send the request again, signed anew, after this many milliseconds.
    Retry {
        /// Milliseconds to wait first.
        after: f64,
    },
    /// Report the failure.
    GiveUp,
}

/// The state of one call.
#[derive(Debug, Default)]
pub struct Attempts {
    made: u32,
    /// Tokens that the last retry took.
    taken: u32,
    /// The place in the rate limiter's queue, while the call is in there.
    turn: Option<f64>,
    clock_corrected: bool,
    credentials_renewed: bool,
}

impl Attempts {
    /// Counts an attempt; to be called when one is sent.
    pub fn begin(&mut self) {
        self.made += 1;
    }

    /// How many attempts were sent.
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

    /// How many attempts a call may have.
    pub fn max_attempts(&self) -> u32 {
        self.max_attempts
    }

    /// Milliseconds to wait before asking again whether the next attempt of a call may be sent; 0 if it may. To be asked when any
    /// other wait is over. It always may in the standard mode; in the adaptive mode calls queue up for the tokens of the rate
    /// limiter, and a call that gives up waiting must [`Self::withdraw`].
    pub fn admit(&self, attempts: &mut Attempts, now: f64) -> f64 {
        self.limiter.as_ref().map_or(0.0, |limiter| limiter.take(&mut attempts.turn, now))
    }

    /// Takes a call out of the queue in which [`Self::admit`] made it wait, if it is in there. Without it others would wait for
    /// calls that were aborted.
    pub fn withdraw(&self, attempts: &mut Attempts) {
        if let Some(limiter) = &self.limiter {
            limiter.leave(&mut attempts.turn);
        }
    }

    /// What to do after a failed attempt. `retry_after` is what the answer asks to wait ([`retry_after()`]), `random` a number from 0
    /// to 1 that spreads the clients of a service that failed.
    ///
    /// A clock that is off and credentials that have expired are worth one attempt each, at once and for nothing: it is not the
    /// service that failed. A service that asks for a longer wait than [`Decision::Retry`] ever has is not asked again, because
    /// neither a call that hangs so long nor one that ignores the service is of use.
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
        if attempts.made >= self.max_attempts {
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
        let Some(left) = self.tokens.get().checked_sub(cost) else {
            return Decision::GiveUp;
        };
        self.tokens.set(left);
        attempts.taken = cost;
        let doublings = attempts.made.saturating_sub(1).min(16);
        let longest = (base * f64::from(1_u32 << doublings)).min(MAX_DELAY);
        let after = (random * longest).max(minimum);
        Decision::Retry { after }
    }

    /// Puts tokens back after a successful attempt: what the call's last retry took, or one if there was none to pay for.
    pub fn succeeded(&self, attempts: &Attempts, now: f64) {
        if let Some(limiter) = &self.limiter {
            limiter.answered(false, now);
        }
        let back = if attempts.taken == 0 { SUCCESS_REFILL } else { attempts.taken };
        self.tokens.set((self.tokens.get() + back).min(BUCKET_CAPACITY));
    }
}

/// A retry at once, the first time.
fn once(already: &mut bool) -> Decision {
    if std::mem::replace(already, true) { Decision::GiveUp } else { Decision::Retry { after: 0.0 } }
}
