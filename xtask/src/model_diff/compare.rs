//! A service model against another, in both directions.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// What the comparison leaves out of AWS's files, and why. Anything else there that our tables do not say is a difference.
pub const IGNORED: &[(&str, &str)] = &[
    ("documentation", "AWS's prose; ours is our own"),
    ("box", "tells Java whether a number may be null; every optional member of ours may be absent"),
    ("senderFault", "repeats that `fault` is absent"),
    ("serviceAbbreviation", "a title"),
    ("serviceFullName", "a title"),
    ("serviceId", "names the SDKs' classes"),
    ("uid", "repeats the service's name and the API version"),
    ("version", "the version of the file format, not of the API"),
];

/// A line for each fact that one model has and the other has not, or has differently: `theirs` is AWS's, `ours` the tables'.
pub fn differences(ours: &Value, theirs: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    compare("", Names::Traits, Some(ours), Some(theirs), &mut lines);
    lines
}

/// What the keys of an object are: a member may be called `documentation`, and is then no trait.
#[derive(Clone, Copy, PartialEq)]
enum Names {
    Traits,
    Declarations,
}

impl Names {
    fn below(self, key: &str) -> Self {
        let declares = matches!(key, "operations" | "shapes" | "members" | "pagination");
        if self == Self::Traits && declares { Self::Declarations } else { Self::Traits }
    }

    fn ignores(self, key: &str) -> bool {
        self == Self::Traits && IGNORED.iter().any(|(name, _)| *name == key)
    }
}

fn compare(path: &str, names: Names, ours: Option<&Value>, theirs: Option<&Value>, lines: &mut Vec<String>) {
    match (ours, theirs) {
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
            for key in keys(ours, theirs).into_iter().filter(|key| !names.ignores(key)) {
                let path = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
                compare(&path, names.below(key), ours.get(key), theirs.get(key), lines);
            }
        }
        // The order of `errors`, `required` and `enum` says nothing.
        (Some(Value::Array(ours)), Some(Value::Array(theirs))) => {
            let [ours, theirs] = [ours, theirs].map(|list| list.iter().map(Value::to_string).collect::<BTreeSet<_>>());
            lines.extend(ours.difference(&theirs).map(|item| format!("{path}: AWS has no {item}")));
            lines.extend(theirs.difference(&ours).map(|item| format!("{path}: the tables have no {item}")));
        }
        (Some(ours), Some(theirs)) if ours == theirs => {}
        (Some(ours), Some(theirs)) => lines.push(format!("{path}: the tables say {ours}, AWS says {theirs}")),
        (Some(ours), None) => lines.push(format!("{path}: the tables say {ours}, AWS has none")),
        (None, Some(theirs)) => lines.push(format!("{path}: AWS says {theirs}, the tables have none")),
        (None, None) => {}
    }
}

fn keys<'a>(ours: &'a Map<String, Value>, theirs: &'a Map<String, Value>) -> BTreeSet<&'a str> {
    ours.keys().chain(theirs.keys()).map(String::as_str).collect()
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
