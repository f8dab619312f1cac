//! The text of scalar values.

use super::problem::FieldPath;
use super::timestamp::{format_timestamp, parse_timestamp};
use super::value::{Value, View, exact_integer};
use super::walk::Walk;
use crate::model::{Kind, Shape};
use crate::text::{concat, decimal, parse_integer};

impl Walk {
    /// The text of a scalar value.
    pub(super) fn plain<V: Value>(&mut self, shape: &Shape, view: View<V>, path: FieldPath<'_>) -> Option<String> {
        match (&shape.kind, view) {
            (Kind::String { .. }, View::Text(text)) => {
                self.check_text(shape, &text, path);
                Some(text)
            }
            (Kind::Boolean, View::Boolean(value)) => Some(if value { "true" } else { "false" }.into()),
            (Kind::Integer { .. }, View::Number(number)) if number.fract() == 0.0 => {
                let Some(number) = exact_integer(number) else {
                    self.problems.add(&path, "is beyond 2^53, where a number loses digits: pass a BigInt");
                    return None;
                };
                self.check_number(shape, number, path);
                Some(decimal(number))
            }
            (Kind::Integer { .. }, View::Integer(digits)) => {
                if let Some(number) = parse_integer(&digits) {
                    self.check_number(shape, number, path);
                } else {
                    self.problems.add(&path, "is beyond the 64 bits of the service's integers");
                }
                Some(digits)
            }
            (Kind::Float { .. }, View::Number(number)) if number.is_finite() => {
                self.check_float(shape, number, path);
                Some(V::number_text(number))
            }
            (Kind::Float { .. }, View::Integer(digits)) => {
                if let Some(number) = parse_integer(&digits) {
                    #[expect(clippy::cast_precision_loss, reason = "only compared with limits of 32 bits")]
                    self.check_float(shape, number as f64, path);
                } else {
                    self.problems.add(&path, "is beyond 64 bits");
                }
                Some(digits)
            }
            (Kind::Timestamp, View::Timestamp(millis)) => {
                let text = exact_integer(millis).and_then(format_timestamp);
                if text.is_none() {
                    self.problems.add(&path, "is an invalid Date, or not of the years 0 to 9999");
                }
                text
            }
            (Kind::Timestamp, View::Text(text)) => {
                if parse_timestamp(&text).is_none() {
                    self.problems.add(&path, "is not an ISO 8601 timestamp such as 2026-01-02T03:04:05Z: pass a Date");
                }
                Some(text)
            }
            (_, other) => {
                self.mismatch(expected(shape), &other, path);
                None
            }
        }
    }

    pub(super) fn mismatch<V>(&mut self, expected: &str, found: &View<V>, path: FieldPath<'_>) {
        self.problems.add(&path, &concat(&["expected ", expected, ", got ", &found.describe()]));
    }
}

/// The type that a shape expects, in the words of an error message.
pub(super) fn expected(shape: &Shape) -> &'static str {
    match shape.kind {
        Kind::String { .. } => "string",
        Kind::Integer { .. } => "a whole number",
        Kind::Float { .. } => "a finite number",
        Kind::Boolean => "boolean",
        Kind::Timestamp => "Date",
        Kind::List { .. } => "an array",
        Kind::Map { .. } | Kind::Structure(_) | Kind::Union(_) => "an object",
    }
}
