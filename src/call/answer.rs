//! What an HTTP answer means.

use super::outcome::{Outcome, Retryable};
use crate::model::Operation;
use crate::protocol::{Document, ServiceError, decode};
use crate::retry::{self, Failure};

/// An HTTP response that was read to its end.
#[derive(Debug)]
pub struct Answer<D> {
    /// HTTP status.
    pub status: u16,
    /// The `date` header in milliseconds since 1970; not a number where it is absent or no date.
    pub date: f64,
    /// It comes from a cache: it has an `age` header. Its date says nothing about the time.
    pub is_from_cache: bool,
    /// The `x-amzn-errortype` header.
    pub error_type: Option<String>,
    /// The `x-amz-retry-after` header.
    pub x_amz_retry_after: Option<String>,
    /// The `retry-after` header.
    pub retry_after: Option<String>,
    /// The same as a date, in milliseconds since 1970; not a number where it is none.
    pub retry_after_date: f64,
    /// The body, if it is a JSON object. An empty body is one without members.
    pub body: Option<D>,
}

impl<D: Document> Answer<D> {
    /// Milliseconds that the service asks to wait before the next attempt; `now` is the service's time.
    pub(super) fn retry_after(&self, now: f64) -> Option<f64> {
        let headers = (self.x_amz_retry_after.as_deref(), self.retry_after.as_deref());
        retry::retry_after(headers.0, headers.1, self.retry_after_date, now)
    }

    /// The outcome, if there is no further attempt, and why another one may help; `None` of a successful answer.
    ///
    /// Services answer a signature whose time is wrong with the code of any wrong signature. If the clock was found to be
    /// wrong since the request was signed, such an answer is worth another attempt.
    pub(super) fn read(self, operation: &Operation, clock_was_wrong: bool) -> (Option<Failure>, Outcome<D>) {
        let Self { status, error_type, body, .. } = self;
        if (200..300).contains(&status) {
            let Some(body) = body else { return (None, Outcome::Malformed) };
            if let Some(shape) = operation.output {
                decode(shape, &body);
            }
            return (None, Outcome::Output(body));
        }
        let error = ServiceError::read(error_type.as_deref(), body.as_ref());
        let failure = retry::classify(status, &error.code);
        let retryable = match failure {
            Failure::Final => Retryable::No,
            Failure::Throttling => Retryable::Throttling,
            _ => Retryable::Transient,
        };
        let is_for_the_time = clock_was_wrong && retry::is_signature_error(&error.code);
        let failure = if is_for_the_time { Failure::ClockSkew } else { failure };
        (Some(failure), Outcome::ServiceError { error, retryable, body })
    }
}
