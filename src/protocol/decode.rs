//! Response to output: the parsed body is walked by the tables and changed in place.

use super::timestamp::parse_timestamp;
use crate::model::{Kind, Location, Member, Shape};

/// A parsed JSON document of any language, or a part of one. Cloning it gives another handle to the same part.
pub trait Document: Sized {
    /// The member of that name of an object; `None` where there is none or this is no object.
    fn get(&self, name: &str) -> Option<Self>;
    /// Sets a member of an object.
    fn set(&self, name: &str, value: Self);
    /// Removes a member of an object.
    fn remove(&self, name: &str);
    /// The items of an array; none where this is no array.
    fn items(&self) -> Vec<Self>;
    /// Replaces an item of an array.
    fn set_item(&self, index: usize, value: Self);
    /// Whether this is `null`.
    fn is_null(&self) -> bool;
    /// The text, if this is text.
    fn text(&self) -> Option<String>;
    /// The number, if this is a number.
    fn number(&self) -> Option<f64>;
    /// A moment, in milliseconds since 1970-01-01T00:00:00Z.
    fn timestamp(epoch_millis: f64) -> Self;
    /// A text.
    fn string(text: &str) -> Self;
}

/// Whether a document may hold `null`; where it cannot, nothing but the way to the timestamps is walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nulls {
    /// It may, and modelled members that are `null` are removed: the API has no `null`.
    Possible,
    /// Its text does not have the word.
    Impossible,
}

/// Makes the output of a body: timestamps become moments, modelled members that are `null` are removed, and everything else,
/// unknown members above all, stays as it came. A timestamp that cannot be read stays text or number.
pub fn decode<D: Document>(shape: &Shape, document: &D, nulls: Nulls) {
    let Kind::Structure(members) = shape.kind else { return };
    for member in members {
        if member.location != Location::Body || (nulls == Nulls::Impossible && !has_timestamp(member.shape)) {
            continue;
        }
        let Some(value) = document.get(member.name) else { continue };
        if value.is_null() {
            document.remove(member.name);
        } else if let Some(moment) = descend(member.shape, &value, nulls) {
            document.set(member.name, moment);
        }
    }
}

/// Members that the service carries in headers, read by `header` and set.
pub fn decode_headers<D: Document>(members: &[Member], document: &D, header: impl Fn(&str) -> Option<String>) {
    for member in members {
        if let Location::Header(name) = member.location
            && let Some(value) = header(name)
        {
            document.set(member.name, D::string(&value));
        }
    }
}

/// Decodes a collection in place, or gives the moment that is to replace a timestamp.
fn descend<D: Document>(shape: &Shape, value: &D, nulls: Nulls) -> Option<D> {
    match shape.kind {
        Kind::Structure(_) => decode(shape, value, nulls),
        Kind::List { member, .. } => {
            for (index, item) in value.items().into_iter().enumerate() {
                if let Some(moment) = descend(member, &item, nulls) {
                    value.set_item(index, moment);
                }
            }
        }
        Kind::Timestamp => return moment(value),
        // The API has no map whose values hold timestamps.
        Kind::Map { .. } | Kind::String { .. } | Kind::Integer { .. } | Kind::Boolean => {}
    }
    None
}

/// The moment of ISO 8601 text or of seconds since 1970.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of the years 0 to 9999 are far below 2^53")]
fn moment<D: Document>(value: &D) -> Option<D> {
    match value.text() {
        Some(text) => parse_timestamp(&text).map(|millis| D::timestamp(millis as f64)),
        None => value.number().map(|seconds| D::timestamp(seconds * 1000.0)),
    }
}

fn has_timestamp(shape: &Shape) -> bool {
    match shape.kind {
        Kind::Timestamp => true,
        Kind::List { member, .. } => has_timestamp(member),
        Kind::Structure(members) => members.iter().any(|member| has_timestamp(member.shape)),
        Kind::Map { .. } | Kind::String { .. } | Kind::Integer { .. } | Kind::Boolean => false,
    }
}

#[cfg(test)]
#[path = "decode_tests.rs"]
pub mod tests;
