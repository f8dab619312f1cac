//! Response to output: parses the timestamps of a parsed body by the tables, in place.

use super::timestamp::parse_timestamp;
use crate::model::{Kind, Shape};

/// A parsed JSON document of any language, or a part of one.
pub trait Document: Sized {
    /// The member of that name of an object; `None` where there is none or this is no object.
    fn get(&self, name: &str) -> Option<Self>;
    /// Sets a member of an object.
    fn set(&self, name: &str, value: Self);
    /// The items of an array; none where this is no array.
    fn items(&self) -> Vec<Self>;
    /// Replaces an item of an array.
    fn set_item(&self, index: usize, value: Self);
    /// The text, if this is text.
    fn text(&self) -> Option<String>;
    /// The number, if this is a number.
    fn number(&self) -> Option<f64>;
    /// A timestamp, in milliseconds since 1970-01-01T00:00:00Z.
    fn timestamp(epoch_millis: f64) -> Self;
}

/// Makes a body the output, in place: timestamps are parsed, and everything else, including unknown members, stays as
/// received. A timestamp that cannot be parsed stays text or number.
pub fn decode<D: Document>(shape: &Shape, document: &D) {
    for member in shape.members() {
        if has_timestamp(member.shape)
            && let Some(value) = document.get(member.name)
            && let Some(timestamp) = descend(member.shape, &value)
        {
            document.set(member.name, timestamp);
        }
    }
}

/// Decodes a collection in place, or returns the parsed form of a timestamp.
fn descend<D: Document>(shape: &Shape, value: &D) -> Option<D> {
    match shape.kind {
        Kind::Structure(_) | Kind::Union(_) => decode(shape, value),
        Kind::List { member, .. } => {
            for (index, item) in value.items().into_iter().enumerate() {
                if let Some(timestamp) = descend(member, &item) {
                    value.set_item(index, timestamp);
                }
            }
        }
        Kind::Timestamp => return timestamp(value),
        // No service has a map whose values hold timestamps.
        Kind::Map { .. } | Kind::String { .. } | Kind::Integer { .. } | Kind::Float { .. } | Kind::Boolean => {}
    }
    None
}

/// Parses ISO 8601 text or seconds since 1970.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of the years 0 to 9999 are far below 2^53")]
fn timestamp<D: Document>(value: &D) -> Option<D> {
    match value.text() {
        Some(text) => parse_timestamp(&text).map(|millis| D::timestamp(millis as f64)),
        None => value.number().map(|seconds| D::timestamp(seconds * 1000.0)),
    }
}

fn has_timestamp(shape: &Shape) -> bool {
    match shape.kind {
        Kind::Timestamp => true,
        Kind::List { member, .. } => has_timestamp(member),
        Kind::Structure(members) | Kind::Union(members) => members.iter().any(|member| has_timestamp(member.shape)),
        Kind::Map { .. } | Kind::String { .. } | Kind::Integer { .. } | Kind::Float { .. } | Kind::Boolean => false,
    }
}

#[cfg(test)]
#[path = "decode_tests.rs"]
pub mod tests;
