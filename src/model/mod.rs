//! AWS services as data: every operation, shape and error, each declared once.
//!
//! A service is a folder of declarations, one file per resource, and an entry in [`SERVICES`]. Requests are encoded and
//! checked, responses decoded, the JavaScript methods and the TypeScript declarations generated, and the local server's
//! input validated, all from these tables. `cargo xtask model-diff` compares them with AWS's service models.
//!
//! The declarations use AWS's own names, so they read like its API reference.

#![allow(non_upper_case_globals, reason = "the declarations carry AWS's own names")]
#![cfg_attr(
    not(feature = "full-model"),
    allow(dead_code, unused_imports, unused_macros, reason = "what is only in outputs is left out of the wasm")
)]

#[macro_use]
mod declare;
pub mod ivs;
#[cfg(feature = "full-model")]
#[doc(hidden)]
pub mod made_up_for_tests;
mod schema;

#[cfg(feature = "full-model")]
pub use schema::{Exception, Fault, SdkNames};
pub use schema::{Kind, Location, Member, Method, Operation, Service, Shape};

/// Input member that carries a page's token, and output member that carries the next page's.
pub const TOKEN: &str = "nextToken";

/// Input member that bounds the number of items in a page.
pub const PAGE_SIZE: &str = "maxResults";

/// Every service.
pub static SERVICES: &[&Service] = &[&ivs::SERVICE];

/// The service of that id (`ivs`), if there is one.
pub fn service(id: &str) -> Option<&'static Service> {
    SERVICES.iter().copied().find(|service| service.id == id)
}

#[cfg(test)]
#[cfg(feature = "full-model")]
mod tests;
