//! The constraints of the model: lengths, ranges, and those that only the service checks.

#[cfg(feature = "full-model")]
use super::pattern;
use super::problem::FieldPath;
#[cfg(feature = "full-model")]
use super::walk::Rules;
use super::walk::Walk;
use crate::model::{Kind, Shape};
use crate::text::{concat, decimal};

impl Walk {
    /// Checks the length of a text and, with the service's rules, its pattern and enumeration. Lengths count Unicode
    /// characters.
    pub(super) fn check_text(&mut self, shape: &Shape, text: &str, path: FieldPath<'_>) {
        let Kind::String { min, .. } = shape.kind else { return };
        let mut characters = text.chars();
        if (0..min.unwrap_or_default()).any(|_| characters.next().is_none()) {
            if text.is_empty() {
                self.problems.add(&path, "must not be empty");
            } else {
                self.too_few(min, "characters", path);
            }
        }
        #[cfg(feature = "full-model")]
        if self.rules == Rules::Service {
            self.check_text_as_service(shape, text, path);
        }
    }

    /// Checks the value of an integer.
    pub(super) fn check_number(&mut self, shape: &Shape, number: i64, path: FieldPath<'_>) {
        let Kind::Integer { min, .. } = shape.kind else { return };
        if let Some(min) = min.filter(|min| number < i64::from(*min)) {
            self.problems.add(&path, &concat(&["must be at least ", &decimal(min.into())]));
        }
        #[cfg(feature = "full-model")]
        if self.rules == Rules::Service {
            self.check_number_as_service(shape, number, path);
        }
    }

    /// Checks the value of a floating-point number.
    pub(super) fn check_float(&mut self, shape: &Shape, number: f64, path: FieldPath<'_>) {
        let Kind::Float { min, .. } = shape.kind else { return };
        if let Some(min) = min.filter(|min| number < f64::from(*min)) {
            self.problems.add(&path, &concat(&["must be at least ", &decimal(min.into())]));
        }
        #[cfg(feature = "full-model")]
        if self.rules == Rules::Service
            && let Kind::Float { max: Some(max), .. } = shape.kind
            && number > f64::from(max)
        {
            self.problems.add(&path, &format!("must be at most {max}"));
        }
    }

    /// Checks the number of items of a list or of entries of a map.
    pub(super) fn check_length(&mut self, shape: &Shape, length: usize, unit: &str, path: FieldPath<'_>) {
        let (Kind::List { min, .. } | Kind::Map { min, .. }) = shape.kind else { return };
        if min.is_some_and(|min| length < min as usize) {
            self.too_few(min, unit, path);
        }
        #[cfg(feature = "full-model")]
        if self.rules == Rules::Service {
            let (Kind::List { max, .. } | Kind::Map { max, .. }) = shape.kind else { return };
            if let Some(max) = max.filter(|max| length > *max as usize) {
                self.problems.add(&path, &format!("must have at most {max} {unit}, has {length}"));
            }
        }
    }

    fn too_few(&mut self, min: Option<u32>, unit: &str, path: FieldPath<'_>) {
        let min = decimal(min.unwrap_or_default().into());
        self.problems.add(&path, &concat(&["must have at least ", &min, " ", unit]));
    }
}

#[cfg(feature = "full-model")]
impl Walk {
    fn check_text_as_service(&mut self, shape: &Shape, text: &str, path: FieldPath<'_>) {
        let Kind::String { max, pattern, values, .. } = shape.kind else { return };
        if let Some(max) = max.filter(|max| text.chars().count() > *max as usize) {
            self.problems.add(&path, &format!("must have at most {max} characters"));
        }
        if pattern.is_some_and(|pattern| !pattern::matches(pattern, text)) {
            self.problems.add(&path, &format!("must match {}", pattern.unwrap_or_default()));
        }
        if !values.is_empty() && !values.contains(&text) {
            self.problems.add(&path, &format!("must be one of {}", values.join(", ")));
        }
    }

    fn check_number_as_service(&mut self, shape: &Shape, number: i64, path: FieldPath<'_>) {
        let Kind::Integer { max, long, .. } = shape.kind else { return };
        if let Some(max) = max.filter(|max| number > i64::from(*max)) {
            self.problems.add(&path, &format!("must be at most {max}"));
        } else if !long && i32::try_from(number).is_err() {
            self.problems.add(&path, "is beyond 32 bits");
        }
    }
}

#[cfg(test)]
#[cfg(feature = "full-model")]
#[path = "constraints_tests.rs"]
mod tests;
