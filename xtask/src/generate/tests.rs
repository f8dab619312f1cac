use ivs_wasm::model::ivs::SERVICE;

use super::*;

#[test]
fn every_declaration_of_the_model_says_something() {
    let all = all_shapes(&SERVICE);
    let members = all.values().map(|shape| shape.members().iter().map(|member| (shape.name, member.name, member.docs)));
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
