//! What is wrong with an input, and where.

use std::fmt::{self, Write};

/// One thing that is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(target_family = "wasm", derive(serde::Serialize))]
pub struct Problem {
    /// Where, such as `input.tags["a"]` or `input.arns[0]`.
    pub path: String,
    /// What is wrong and what is wanted instead; never the value of a string, which may be a secret.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        f.write_str(": ")?;
        f.write_str(&self.message)
    }
}

/// Most problems that are told of one input; an array of a thousand wrong items needs no thousand lines.
const MOST: usize = 50;

/// The problems of one input, in the order of its members.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem unless there are too many already.
    pub fn add(&mut self, place: &Place<'_>, message: impl Into<String>) {
        if self.0.len() < MOST {
            self.0.push(Problem { path: place.to_string(), message: message.into() });
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

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Input => f.write_str("input"),
            Self::Member(parent, name) => {
                parent.fmt(f)?;
                f.write_char('.')?;
                f.write_str(shorten(name))
            }
            Self::Item(parent, index) => {
                parent.fmt(f)?;
                f.write_char('[')?;
                index.fmt(f)?;
                f.write_char(']')
            }
            Self::Entry(parent, key) => {
                parent.fmt(f)?;
                f.write_str("[\"")?;
                f.write_str(shorten(key))?;
                f.write_str("\"]")
            }
        }
    }
}

/// The beginning of a name that somebody made too long to print.
pub fn shorten(name: &str) -> &str {
    match name.char_indices().nth(80) {
        Some((end, _)) => name.get(..end).unwrap_or(name),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_like_javascript() {
        let tags = Place::Member(&Place::Input, "tags");
        assert_eq!(Place::Entry(&tags, "a").to_string(), "input.tags[\"a\"]");
        let arns = Place::Member(&Place::Input, "arns");
        assert_eq!(Place::Item(&arns, 7).to_string(), "input.arns[7]");
    }

    #[test]
    fn a_name_of_a_megabyte_is_shortened() {
        let name = "é".repeat(1 << 20);
        assert_eq!(Place::Member(&Place::Input, &name).to_string().chars().count(), "input.".len() + 80);
    }
}
