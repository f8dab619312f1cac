//! A call of an operation.

use crate::error::Error;
use crate::input::without_nulls;
use crate::output::only_modelled;
use crate::state::Ivs;
use ivs_wasm::model::Operation;
use ivs_wasm::protocol::{Problem, validate};
use serde_json::Value;

impl Ivs {
    /// Validates an input, performs the operation and returns the output, reduced to its modelled members; `None` where the operation
    /// has no output. A failed call changes no resource.
    pub fn call(&mut self, operation: &Operation, input: Value) -> Result<Option<Value>, Error> {
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
