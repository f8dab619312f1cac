//! A client for Amazon Interactive Video Service.
#![recursion_limit = "256"]
pub mod model;
