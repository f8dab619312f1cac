//! The Amazon IVS API as data: every operation, shape and error, each declared once.
//!
//! Nothing else in the workspace knows IVS. Requests are encoded and checked, responses decoded, the JavaScript methods and
//! the `.d.ts` generated, and the local server's input judged, all from the tables below. Adding an operation is one
//! declaration in the file of its resource; `cargo xtask model-diff` says whether it agrees with the AWS service model.
//!
//! The declarations use AWS's own names, so they read like its API reference:
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/Welcome.html>.

#![allow(non_upper_case_globals, reason = "the declarations carry AWS's own names")]
#![cfg_attr(
    not(feature = "full-model"),
    allow(dead_code, unused_imports, reason = "what is only in outputs is left out of the wasm")
)]

#[macro_use]
mod declare;
mod ad_configuration;
mod channel;
mod common;
mod exception;
mod failover_slate_configuration;
#[cfg(not(feature = "full-model"))]
mod pack;
mod playback_key_pair;
mod playback_restriction_policy;
mod recording_configuration;
mod stream;
mod stream_key;
mod stream_session;
mod tag;
#[cfg(not(feature = "full-model"))]
mod unpack;
mod viewer_session;

pub use declare::{Exception, Fault, Kind, Location, Member, Method, Operation, Shape};
pub use exception::EXCEPTIONS;
#[cfg(target_family = "wasm")]
pub use unpack::name_operations;

/// Version of the API that the tables describe, as AWS dates it.
pub const API_VERSION: &str = "2020-07-14";

/// Name of the service in endpoints and in the credential scope of a signature.
pub const SERVICE: &str = "ivs";

/// Input member that carries a page's token, and output member that carries the next page's.
pub const TOKEN: &str = "nextToken";

/// Input member that bounds the number of items in a page.
pub const PAGE_SIZE: &str = "maxResults";

/// Every operation, grouped by resource.
pub static RESOURCES: &[&[&Operation]] = &[
    channel::OPERATIONS,
    stream_key::OPERATIONS,
    stream::OPERATIONS,
    stream_session::OPERATIONS,
    playback_key_pair::OPERATIONS,
    playback_restriction_policy::OPERATIONS,
    recording_configuration::OPERATIONS,
    ad_configuration::OPERATIONS,
    failover_slate_configuration::OPERATIONS,
    viewer_session::OPERATIONS,
    tag::OPERATIONS,
];

/// Every operation.
#[cfg(not(target_family = "wasm"))]
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    RESOURCES.iter().copied().flatten().copied()
}

/// Every operation, once they were named.
#[cfg(target_family = "wasm")]
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    unpack::operations().iter()
}

/// The operation of that name (`CreateChannel`), if there is one.
pub fn operation(name: &str) -> Option<&'static Operation> {
    operations().find(|operation| operation.name == name)
}

/// The modelled error of that name (`ConflictException`), if there is one.
pub fn exception(name: &str) -> Option<&'static Exception> {
    EXCEPTIONS.iter().copied().find(|exception| exception.name == name)
}

#[cfg(test)]
#[cfg(feature = "full-model")]
mod tests {
    use super::*;

    /// A shape and all that is in it.
    fn reachable(shape: &'static Shape) -> Vec<&'static Shape> {
        let inner = match &shape.kind {
            Kind::Structure(members) => members.iter().flat_map(|member| reachable(member.shape)).collect(),
            Kind::List { member, .. } => reachable(member),
            Kind::Map { key, value, .. } => [reachable(key), reachable(value)].concat(),
            _ => Vec::new(),
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
}
