//! The values that the encoder reads, in any language.

use super::problem::shorten;
use crate::text::{concat, decimal};

/// Maximum bytes of text in one request. API Gateway, which fronts the service, accepts no larger payload.
pub const MAX_REQUEST_BYTES: usize = 10 * 1024 * 1024;

/// Maximum number of values (members, items and entries together) in one request, so that an input that claims billions
/// of items does not block the page.
pub const MAX_REQUEST_VALUES: usize = 100_000;

/// A value of an input.
///
/// `view` is called at most once for each value, so that a getter runs once.
pub trait Value: Sized {
    /// Reads the value. Text and collections are charged to the budget before they are copied.
    fn view(&self, budget: &mut Budget) -> Result<View<Self>, Unreadable>;

    /// A finite number as JSON text.
    fn number_text(number: f64) -> String;

    /// The member of that name that the value inherits from its class.
    fn inherited(&self, _name: &str) -> Result<Option<Self>, Unreadable> {
        Ok(None)
    }
}

/// The content of a value.
#[derive(Debug)]
pub enum View<V> {
    /// Absent: JavaScript's `undefined` and `null`, JSON's `null`.
    Absent,
    /// `true` or `false`.
    Boolean(bool),
    /// A floating-point number.
    Number(f64),
    /// An integer of any size, in decimal digits with an optional sign.
    Integer(String),
    /// Text.
    Text(String),
    /// A timestamp, in milliseconds since 1970-01-01T00:00:00Z; NaN if it is invalid.
    Timestamp(f64),
    /// An ordered collection.
    List(Vec<V>),
    /// A keyed collection.
    Map {
        /// Its own entries in order.
        entries: Vec<(String, V)>,
        /// The value itself, if [`Value::inherited`] may have members beyond the entries.
        class: Option<V>,
    },
    /// Something that cannot be sent; the name of its type.
    Other(String),
}

impl<V> View<V> {
    /// A description for an error message.
    pub fn describe(&self) -> String {
        match self {
            Self::Absent => "nothing".into(),
            Self::Boolean(value) => if *value { "boolean true" } else { "boolean false" }.into(),
            // Floats are not printed: the formatting code of `core` would be a tenth of the wasm.
            Self::Number(number) => match exact_integer(*number) {
                Some(number) => concat(&["number ", &decimal(number)]),
                None if number.is_nan() => "NaN".into(),
                None if number.is_infinite() => "an infinite number".into(),
                None => "a number that is not whole or too large".into(),
            },
            Self::Integer(digits) => concat(&["number ", shorten(digits)]),
            Self::Text(_) => "string".into(),
            Self::Timestamp(_) => "Date".into(),
            Self::List(_) => "array".into(),
            Self::Map { .. } => "object".into(),
            Self::Other(name) => name.clone(),
        }
    }
}

/// Greatest integer n such that n and all smaller ones are exact in a 64-bit float, 2^53 - 1.
pub(super) const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

/// The float as an integer, if it is one and exact.
#[expect(clippy::cast_possible_truncation, reason = "an integer within 2^53, checked on the same line")]
pub(super) fn exact_integer(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() <= MAX_SAFE_INTEGER).then_some(number as i64)
}

/// Why a value could not be read: a getter threw, or it is too large. A phrase that continues "`input.name`: …".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// The remaining size that one request may have.
#[derive(Debug)]
pub struct Budget {
    bytes: usize,
    values: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { bytes: MAX_REQUEST_BYTES, values: MAX_REQUEST_VALUES }
    }
}

const TOO_MANY_BYTES: &str = "makes the request larger than the 10 MiB that the service takes";
const TOO_MANY_VALUES: &str = "makes the request hold more than 100,000 values";

impl Budget {
    /// Bytes that are left.
    pub fn bytes_left(&self) -> usize {
        self.bytes
    }

    /// Values that are left.
    pub fn values_left(&self) -> usize {
        self.values
    }

    /// The problem of a text, or of a collection, for which there is not enough left.
    pub fn exceeded(&self, is_text: bool) -> Unreadable {
        Unreadable(if is_text { TOO_MANY_BYTES } else { TOO_MANY_VALUES }.to_owned())
    }

    /// Charges a text of that many bytes.
    pub fn take_bytes(&mut self, bytes: usize) -> Result<(), Unreadable> {
        take(&mut self.bytes, bytes, TOO_MANY_BYTES)
    }

    /// Charges a collection of that many values.
    pub fn take_values(&mut self, values: usize) -> Result<(), Unreadable> {
        take(&mut self.values, values, TOO_MANY_VALUES)
    }
}

fn take(left: &mut usize, taken: usize, too_much: &str) -> Result<(), Unreadable> {
    if taken > *left {
        return Err(Unreadable(too_much.to_owned()));
    }
    *left -= taken;
    Ok(())
}

#[cfg(feature = "full-model")]
impl Value for &serde_json::Value {
    fn number_text(number: f64) -> String {
        serde_json::Value::from(number).to_string()
    }

    fn view(&self, budget: &mut Budget) -> Result<View<Self>, Unreadable> {
        use serde_json::Value as Json;
        Ok(match *self {
            Json::Null => View::Absent,
            Json::Bool(value) => View::Boolean(*value),
            Json::Number(number) if number.is_f64() => View::Number(number.as_f64().unwrap_or(f64::NAN)),
            Json::Number(number) => View::Integer(number.to_string()),
            Json::String(text) => {
                budget.take_bytes(text.len())?;
                View::Text(text.clone())
            }
            Json::Array(items) => {
                budget.take_values(items.len())?;
                View::List(items.iter().collect())
            }
            Json::Object(members) => {
                budget.take_values(members.len())?;
                View::Map { entries: members.iter().map(|(name, value)| (name.clone(), value)).collect(), class: None }
            }
        })
    }
}
