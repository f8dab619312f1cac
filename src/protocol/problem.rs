//! What is wrong with an input, and where.

use crate::text::{beginning, concat, decimal};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::fmt;

/// One thing that is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `input.tags["a"]` or `input.arns[0]`.
    pub path: String,
    /// What is wrong and what is wanted instead; never the value of a string, which may be a secret.
    pub message: String,
}

impl Problem {
    /// Place and message in one line.
    pub fn line(&self) -> String {
        concat(&[&self.path, ": ", &self.message])
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("path", self.path.as_str())?;
        fields.serialize_entry("message", self.message.as_str())?;
        fields.end()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
    }
}

/// Most problems that are told of one input; an array of a thousand wrong items needs no thousand lines.
const MOST: usize = 50;

/// The problems of one input, in the order of its members.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem unless there are too many already.
    pub fn add(&mut self, place: &Place<'_>, message: &str) {
        if self.0.len() < MOST {
            self.0.push(Problem { path: place.path(), message: message.to_owned() });
        }
    }

    /// Whether looking further is in vain.
    pub fn full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// The problems, if there are any.
    pub fn into_result<T>(self, value: T) -> Result<T, Vec<Problem>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

/// A place in an input; written out only when there is a problem to tell.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// The input itself.
    Input,
    /// A member of a structure.
    Member(&'a Place<'a>, &'a str),
    /// An item of a list.
    Item(&'a Place<'a>, usize),
    /// An entry of a map.
    Entry(&'a Place<'a>, &'a str),
}

impl Place<'_> {
    /// The place as users read it.
    pub fn path(&self) -> String {
        match *self {
            Self::Input => "input".into(),
            Self::Member(parent, name) => concat(&[&parent.path(), ".", shorten(name)]),
            Self::Item(parent, index) => {
                concat(&[&parent.path(), "[", &decimal(i64::try_from(index).unwrap_or(i64::MAX)), "]"])
            }
            Self::Entry(parent, key) => concat(&[&parent.path(), "[\"", shorten(key), "\"]"]),
        }
    }
}

/// The beginning of a name that somebody made too long to print.
pub fn shorten(name: &str) -> &str {
    beginning(name, 80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_like_javascript() {
        let tags = Place::Member(&Place::Input, "tags");
        assert_eq!(Place::Entry(&tags, "a").path(), "input.tags[\"a\"]");
        let arns = Place::Member(&Place::Input, "arns");
        assert_eq!(Place::Item(&arns, 7).path(), "input.arns[7]");
    }

    #[test]
    fn a_name_of_a_megabyte_is_shortened() {
        let name = "é".repeat(1 << 20);
        assert_eq!(Place::Member(&Place::Input, &name).path().chars().count(), "input.".len() + 80);
    }
}
