//! What was called, for programs that test how they call.

use crate::error::Error;
use serde::Serialize;
use serde_json::Value;
use std::collections::VecDeque;
use time::OffsetDateTime;

/// How many calls are kept; of more, the latest.
const KEPT: usize = 1000;

/// Inputs of a longer body, in bytes, are not kept.
const LONGEST_INPUT: usize = 16 << 10;

/// A call of an operation.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    #[serde(with = "time::serde::rfc3339")]
    time: OffsetDateTime,
    request_id: String,
    operation: &'static str,
    /// As it was received: it may have secrets.
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_key_id: Option<String>,
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What came of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Outcome {
    /// An error.
    Error { status: u16, error: &'static str, message: String },
    /// An output.
    Response { status: u16 },
    /// Nothing was sent back.
    Lost { lost: bool },
}

impl Outcome {
    pub fn of(error: &Error) -> Self {
        Self::Error { status: error.status, error: error.code, message: error.message.clone() }
    }
}

impl Record {
    /// Of which nothing is known but that it came; its answer is lost unless another outcome is set.
    pub fn new(time: OffsetDateTime, request_id: &str, operation: &'static str) -> Self {
        Self {
            time,
            request_id: request_id.to_owned(),
            operation,
            input: None,
            region: None,
            access_key_id: None,
            outcome: Outcome::Lost { lost: true },
        }
    }

    /// Keeps the input, if its body was not too long.
    pub fn set_input(&mut self, input: &Value, body_length: usize) {
        self.input = (body_length <= LONGEST_INPUT).then(|| input.clone());
    }
}

/// The latest calls, oldest first.
#[derive(Debug, Default, Clone)]
pub struct Records(VecDeque<Record>);

impl Records {
    pub fn add(&mut self, record: Record) {
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back(record);
    }

    pub fn all(&self) -> &VecDeque<Record> {
        &self.0
    }
}
