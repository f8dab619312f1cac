//! Validation problems of an input and their paths.

use crate::text::{concat, decimal, first_chars};
use std::fmt;

/// One thing that is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, such as `input.tags["a"]` or `input.arns[0]`.
    pub path: String,
    /// What is wrong and what is expected instead; never the value of a string, which may be a secret.
    pub message: String,
}

impl Problem {
    /// Path and message in one line.
    pub fn line(&self) -> String {
        concat(&[&self.path, ": ", &self.message])
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
    }
}

/// Maximum number of problems reported for one input, so that an array of a thousand wrong items does not make a
/// thousand lines.
const MAX_PROBLEMS: usize = 50;

/// The problems of one input, in the order of its members.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem unless the maximum is reached.
    pub fn add(&mut self, path: &FieldPath<'_>, message: &str) {
        if self.0.len() < MAX_PROBLEMS {
            self.0.push(Problem { path: path.text(), message: message.to_owned() });
        }
    }

    /// Whether the maximum is reached, so that checking further is useless.
    pub fn full(&self) -> bool {
        self.0.len() >= MAX_PROBLEMS
    }

    /// The problems, if there are any.
    pub fn into_result<T>(self, value: T) -> Result<T, Vec<Problem>> {
        if self.0.is_empty() { Ok(value) } else { Err(self.0) }
    }
}

/// The path of a value in an input; made into text only when there is a problem to report.
#[derive(Clone, Copy)]
pub enum FieldPath<'a> {
    /// The input itself.
    Input,
    /// A member of a structure.
    Member(&'a FieldPath<'a>, &'a str),
    /// An item of a list.
    Item(&'a FieldPath<'a>, usize),
    /// An entry of a map.
    Entry(&'a FieldPath<'a>, &'a str),
}

impl FieldPath<'_> {
    /// The path as it is shown to users.
    pub fn text(&self) -> String {
        match *self {
            Self::Input => "input".into(),
            Self::Member(parent, name) => concat(&[&parent.text(), ".", shorten(name)]),
            Self::Item(parent, index) => {
                concat(&[&parent.text(), "[", &decimal(i64::try_from(index).unwrap_or(i64::MAX)), "]"])
            }
            Self::Entry(parent, key) => concat(&[&parent.text(), "[\"", shorten(key), "\"]"]),
        }
    }
}

/// A name, truncated if it is too long to print.
pub fn shorten(name: &str) -> &str {
    first_chars(name, 80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_like_javascript() {
        let tags = FieldPath::Member(&FieldPath::Input, "tags");
        assert_eq!(FieldPath::Entry(&tags, "a").text(), "input.tags[\"a\"]");
        let arns = FieldPath::Member(&FieldPath::Input, "arns");
        assert_eq!(FieldPath::Item(&arns, 7).text(), "input.arns[7]");
    }

    #[test]
    fn a_name_of_a_megabyte_is_shortened() {
        let name = "é".repeat(1 << 20);
        assert_eq!(FieldPath::Member(&FieldPath::Input, &name).text().chars().count(), "input.".len() + 80);
    }
}
