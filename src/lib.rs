//! A client for Amazon Interactive Video Service.
#![recursion_limit = "256"]

mod calendar;
pub mod endpoint;
pub mod model;
pub mod protocol;
pub mod sigv4;
