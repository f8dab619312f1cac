//! The tables of every service are consistent with what the wasm keeps of them.

use super::*;

fn operations() -> impl Iterator<Item = &'static Operation> {
    SERVICES.iter().flat_map(|service| service.operations())
}

/// A shape and all that is in it.
fn reachable(shape: &'static Shape) -> Vec<&'static Shape> {
    let inner = match &shape.kind {
        Kind::List { member, .. } => reachable(member),
        Kind::Map { key, value, .. } => [reachable(key), reachable(value)].concat(),
        _ => shape.members().iter().flat_map(|member| reachable(member.shape)).collect(),
    };
    [vec![shape], inner].concat()
}

#[test]
fn whatever_an_input_holds_is_in_the_wasm() {
    for operation in operations() {
        for shape in reachable(operation.input) {
            assert!(!shape.output_only, "{} of {}", shape.name, operation.name);
        }
    }
}

#[test]
fn whatever_is_left_out_of_the_wasm_holds_nothing_to_decode() {
    let shapes: Vec<_> = operations().filter_map(|operation| operation.output).flat_map(reachable).collect();
    let left_out: Vec<_> = shapes.iter().filter(|shape| shape.output_only).collect();
    assert!(left_out.len() > 40);
    for shape in left_out {
        for inner in reachable(shape) {
            assert!(!matches!(inner.kind, Kind::Timestamp), "{} has a timestamp", shape.name);
        }
    }
}
