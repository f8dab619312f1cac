//! The part of the npm package that follows from the model: one JavaScript line per operation, error and enumeration, and
//! the whole of the type declarations.

mod comment;
mod declarations;
mod headers;
mod javascript;
mod paginators;

use std::collections::BTreeMap;

use ivs_wasm::model::{Kind, Service, Shape};

/// The generated sources for a service: name and content.
pub fn files(service: &'static Service) -> Vec<(&'static str, String)> {
    vec![
        ("operations.js", javascript::operations(service)),
        ("commands.js", javascript::commands(service)),
        ("exceptions.js", javascript::exceptions(service)),
        ("headers.js", headers::headers(service)),
        ("enums.js", javascript::enums(service)),
        ("pages.js", paginators::pages(service)),
        ("paginators.js", paginators::functions(service)),
    ]
}

/// The declarations of the entries.
pub fn declarations(service: &'static Service) -> [(&'static str, String); 2] {
    let index = |types| declarations::index(service, types);
    [("index.d.ts", index("./types.js")), ("index.d.cts", index("./types.cjs"))]
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
            _ => open.extend(shape.members().iter().map(|member| member.shape)),
        }
    }
    found
}

fn all_shapes(service: &Service) -> BTreeMap<&'static str, &'static Shape> {
    let outputs = service.operations().filter_map(|operation| operation.output);
    reachable(outputs.chain(service.operations().map(|operation| operation.input)))
}

/// The enumerations: name and values.
fn enums(service: &Service) -> impl Iterator<Item = (&'static Shape, &'static [&'static str])> {
    all_shapes(service).into_values().filter_map(|shape| match shape.kind {
        Kind::String { values, .. } if !values.is_empty() => Some((shape, values)),
        _ => None,
    })
}

/// The SDK's name for a value of an enumeration, if it is another than the value.
fn sdk_name(service: &Service, enumeration: &str, value: &str) -> Option<&'static str> {
    let (_, names) = service.sdk.enums.iter().find(|(name, _)| *name == enumeration)?;
    names.iter().find(|(known, _)| *known == value).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use ivs_wasm::model::ivs::SERVICE;

    use super::*;

    #[test]
    fn every_declaration_of_the_model_says_something() {
        let all = all_shapes(&SERVICE);
        let members =
            all.values().map(|shape| shape.members().iter().map(|member| (shape.name, member.name, member.docs)));
        let operations = SERVICE.operations().map(|operation| ("", operation.name, operation.docs));
        let exceptions = SERVICE.exceptions.iter().map(|exception| ("", exception.name, exception.docs));
        let shapes = all.values().map(|shape| ("", shape.name, shape.docs));
        for (of, name, docs) in operations.chain(exceptions).chain(shapes).chain(members.flatten()) {
            assert!(docs.trim().len() > 5 && !docs.contains("TODO"), "{of} {name} has no doc comment");
        }
    }

    #[test]
    fn every_name_of_the_sdk_is_of_a_value_that_the_model_has() {
        for (name, names) in SERVICE.sdk.enums {
            let (_, values) = enums(&SERVICE).find(|(shape, _)| shape.name == *name).expect(name);
            assert!(names.iter().all(|(value, _)| values.contains(value)), "{name}");
        }
    }

    #[test]
    fn a_method_is_the_operation_in_camel_case() {
        assert_eq!(method("CreateChannel"), "createChannel");
    }
}
