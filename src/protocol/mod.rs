//! The rest-json protocol: makes a request of a value, and a value or an error of a response, by the tables of a model.
//!
//! Pure and generic: it encodes any [`Value`] and decodes any [`Document`], so that the same code serves JavaScript
//! values in the client, and JSON in tests and in the local server.
//!
//! | noun | meaning |
//! |---|---|
//! | [`encode`] | operation + input → [`Request`], or every [`Problem`] of the input at once |
//! | [`encode_query`] | the same with all of it in the query, for a presigned URL |
//! | [`decode`] | shape + parsed body → the output, in place |
//! | [`ServiceError`] | the error in an unsuccessful response |
//! | `validate` | validates an input as the service does (feature `full-model`) |

mod constraints;
mod decode;
mod encode;
mod error;
mod json;
#[cfg(test)]
#[cfg(feature = "full-model")]
mod made_up_service_tests;
mod path;
#[cfg(feature = "full-model")]
mod pattern;
mod problem;
mod query;
mod scalar;
mod suggest;
mod timestamp;
mod value;
mod walk;

pub use crate::percent::{percent_decode, percent_encode};
pub use crate::uuid::{Random, uuid_v4};
#[cfg(test)]
pub use decode::tests::Json as JsonDocument;
pub use decode::{Document, decode};
#[cfg(feature = "full-model")]
pub use encode::validate;
pub use encode::{Encoded, Request, UnknownMembers, encode, encode_query};
pub use error::ServiceError;
pub use problem::{Problem, Problems};
pub use timestamp::{format_timestamp, parse_timestamp};
pub use value::{Budget, MAX_REQUEST_BYTES, MAX_REQUEST_VALUES, Unreadable, Value, View};
