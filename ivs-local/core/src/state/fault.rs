//! Faults: calls that fail because a test wants them to.

use super::Ivs;
use crate::error::Error;
use ivs_wasm::model::ivs::SERVICE;
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

/// How many faults may wait.
const MOST: usize = 100;

/// Errors that any AWS service may return and no model has, with their statuses.
const COMMON: [(&str, u16); 5] = [
    ("ExpiredTokenException", 403),
    ("InternalFailure", 500),
    ("InvalidSignatureException", 403),
    ("RequestTimeoutException", 408),
    ("UnrecognizedClientException", 403),
];

/// The next calls of an operation do not go as they should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fault {
    /// Its name, such as `PutMetadata`.
    operation: String,
    /// How many calls, one by default.
    #[serde(default = "once")]
    times: u32,
    /// The error of these calls, which do nothing: one of the model, or of those that AWS services share.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// The error's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// These calls are performed, and their answers are lost.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    reset: bool,
    /// Milliseconds for which calls go well before that.
    #[serde(default, skip_serializing_if = "is_zero")]
    after_ms: u32,
}

/// A fault that waits.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Waiting {
    #[serde(with = "time::serde::rfc3339")]
    added: OffsetDateTime,
    fault: Fault,
}

impl Waiting {
    fn is_due(&self, now: OffsetDateTime) -> bool {
        now - self.added >= Duration::milliseconds(self.fault.after_ms.into())
    }
}

fn once() -> u32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// What a fault does to one call.
#[derive(Debug)]
pub enum Effect {
    /// It fails, and nothing is done.
    Error(Error),
    /// It is performed, and its answer is lost.
    Reset,
}

impl Fault {
    fn effect(&self) -> Result<Effect, String> {
        match (&self.code, self.reset) {
            (Some(code), false) => {
                let message =
                    self.message.clone().unwrap_or_else(|| format!("A fault of {} was asked for.", self.operation));
                error(code, message).map(Effect::Error)
            }
            (None, true) if self.message.is_none() => Ok(Effect::Reset),
            _ => Err("A fault has either a code, and a message if you like, or reset: true.".to_owned()),
        }
    }
}

fn error(code: &str, message: String) -> Result<Error, String> {
    if let Some(exception) = SERVICE.exception(code) {
        return Ok(Error::modelled(exception.name, message));
    }
    if let Some((code, status)) = COMMON.iter().find(|(name, _)| *name == code) {
        return Ok(Error::front_end(code, *status, message));
    }
    let modelled = SERVICE.exceptions.iter().map(|exception| exception.name);
    let known: Vec<_> = modelled.chain(COMMON.map(|(name, _)| name)).collect();
    Err(format!("The code is not one of {}.", known.join(", ")))
}

impl Ivs {
    /// Adds a fault behind those that wait, or says what is wrong with it.
    pub fn add_fault(&mut self, mut fault: Fault) -> Result<(), String> {
        // As methods are called.
        if let Some(first) = fault.operation.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        if SERVICE.operation(&fault.operation).is_none() {
            return Err("The operation is not one of IVS, such as PutMetadata.".to_owned());
        }
        if fault.times == 0 {
            return Err("A fault happens at least once.".to_owned());
        }
        fault.effect()?;
        if self.faults.len() == MOST {
            return Err(format!("At most {MOST} faults may wait; delete them first."));
        }
        self.faults.push(Waiting { added: self.now, fault });
        Ok(())
    }

    /// The faults that wait, oldest first.
    pub fn faults(&self) -> impl ExactSizeIterator<Item = &Fault> {
        self.faults.iter().map(|waiting| &waiting.fault)
    }

    /// Removes all faults.
    pub fn clear_faults(&mut self) {
        self.faults.clear();
    }

    /// What happens to this call of an operation, if the oldest fault of it says so.
    pub(crate) fn take_fault(&mut self, operation: &str) -> Option<Effect> {
        let now = self.now;
        let is_next = |waiting: &Waiting| waiting.fault.operation == operation && waiting.is_due(now);
        let index = self.faults.iter().position(is_next)?;
        let fault = &mut self.faults.get_mut(index)?.fault;
        let effect = fault.effect().ok();
        fault.times -= 1;
        if fault.times == 0 {
            self.faults.remove(index);
        }
        effect
    }
}
