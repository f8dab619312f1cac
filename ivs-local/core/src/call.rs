//! A call of an operation.

use crate::error::Error;
use crate::input::without_nulls;
use crate::output::only_modelled;
use crate::state::Ivs;
use crate::state::fault::Effect;
use ivs_wasm::model::Operation;
use ivs_wasm::protocol::{Problem, validate};
use serde_json::Value;

/// Why a call has no output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It was refused, and changed no resource.
    Error(Error),
    /// It was performed, or refused, and a fault has the caller never know.
    AnswerLost,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl Ivs {
    /// Validates an input, performs the operation and returns the output, reduced to its modelled members; `None` where the
    /// operation has no output.
    pub fn call(&mut self, operation: &'static Operation, input: Value) -> Result<Option<Value>, Failure> {
        match self.take_fault(operation.name) {
            None => Ok(self.answer(operation, input)?),
            Some(Effect::Error(error)) => Err(error.into()),
            Some(Effect::Reset) => {
                // Neither its output nor its error arrives.
                let _ = self.answer(operation, input);
                Err(Failure::AnswerLost)
            }
        }
    }

    fn answer(&mut self, operation: &'static Operation, input: Value) -> Result<Option<Value>, Error> {
        self.count_call(operation.name)?;
        let problems = validate(operation.input, &input);
        if !problems.is_empty() {
            let problems: Vec<String> = problems.iter().map(|problem| line(operation, problem)).collect();
            return Err(Error::validation(problems.join("; ")));
        }
        let output = self.perform(operation, without_nulls(input))?;
        Ok(operation.output.map(|shape| only_modelled(shape, &output)))
    }
}

/// A problem of an input in one line: as the service says it where that is known.
fn line(operation: &Operation, problem: &Problem) -> String {
    let member = problem.path.strip_prefix("input.").filter(|_| problem.message == "is required");
    match member.filter(|member| operation.input.members().iter().any(|known| known.name == *member)) {
        Some(member) => format!("{}.{member} is a required attribute", operation.name),
        None => problem.line(),
    }
}
