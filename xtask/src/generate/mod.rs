//! The part of the npm package that follows from the model: one JavaScript line per operation, error and enumeration, and
//! the whole of the type declarations.

mod comment;
mod declarations;
mod headers;
mod javascript;
mod paginators;
mod sdk_names;

use std::collections::BTreeMap;

use ivs_wasm::model::{self, Kind, Shape};

/// The generated sources: name and content.
pub fn files() -> Vec<(&'static str, String)> {
    vec![
        ("operations.js", javascript::operations()),
        ("commands.js", javascript::commands()),
        ("exceptions.js", javascript::exceptions()),
        ("headers.js", headers::headers()),
        ("enums.js", javascript::enums()),
        ("pages.js", paginators::pages()),
        ("paginators.js", paginators::functions()),
    ]
}

/// The declarations of the entries.
pub fn declarations() -> [(&'static str, String); 2] {
    [("index.d.ts", declarations::index("./types.js")), ("index.d.cts", declarations::index("./types.cjs"))]
}

/// `CreateChannel` as a method's name.
fn method(operation: &str) -> String {
    let mut letters = operation.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

/// Every shape that the given ones lead to, themselves included, by name.
fn reachable(from: impl Iterator<Item = &'static Shape>) -> BTreeMap<&'static str, &'static Shape> {
    let mut found = BTreeMap::new();
    let mut open: Vec<_> = from.collect();
    while let Some(shape) = open.pop() {
        if found.insert(shape.name, shape).is_some() {
            continue;
        }
        match &shape.kind {
            Kind::List { member, .. } => open.push(member),
            Kind::Map { key, value, .. } => open.extend([*key, *value]),
            Kind::Structure(members) => open.extend(members.iter().map(|member| member.shape)),
            Kind::String { .. } | Kind::Integer { .. } | Kind::Boolean | Kind::Timestamp => {}
        }
    }
    found
}

fn all_shapes() -> BTreeMap<&'static str, &'static Shape> {
    let outputs = model::operations().filter_map(|operation| operation.output);
    reachable(outputs.chain(model::operations().map(|operation| operation.input)))
}

/// The enumerations: name and values.
fn enums() -> impl Iterator<Item = (&'static Shape, &'static [&'static str])> {
    all_shapes().into_values().filter_map(|shape| match shape.kind {
        Kind::String { values, .. } if !values.is_empty() => Some((shape, values)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_declaration_of_the_model_says_something() {
        let all = all_shapes();
        let members = all.values().filter_map(|shape| match shape.kind {
            Kind::Structure(members) => Some(members.iter().map(|member| (shape.name, member.name, member.docs))),
            _ => None,
        });
        let operations = model::operations().map(|operation| ("", operation.name, operation.docs));
        let exceptions = model::EXCEPTIONS.iter().map(|exception| ("", exception.name, exception.docs));
        let shapes = all.values().map(|shape| ("", shape.name, shape.docs));
        for (of, name, docs) in operations.chain(exceptions).chain(shapes).chain(members.flatten()) {
            assert!(docs.trim().len() > 5 && !docs.contains("TODO"), "{of} {name} has no doc comment");
        }
    }

    #[test]
    fn a_method_is_the_operation_in_camel_case() {
        assert_eq!(method("CreateChannel"), "createChannel");
    }
}
