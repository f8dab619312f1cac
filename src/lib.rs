//! A client for Amazon Interactive Video Service: Signature Version 4 and every operation of the IVS API, made to run as
//! WebAssembly behind the npm package `ivs-wasm`, which is what users install.
//!
//! ```js
//! import { IvsClient } from "ivs-wasm";
//! const ivs = new IvsClient({ region: "us-west-2", credentials });
//! const { channel, streamKey } = await ivs.createChannel({ name: "launch-party", latencyMode: "LOW" });
//! ```
//!
//! As a Rust crate it is a core without input and output and a thin driver. From the top down, each knowing only what is
//! below it:
//!
//! - `js` (wasm with the feature `client`): the wasm's exports.
//! - `client` (wasm with the feature `client`): the driver, which does what a call asks for and awaits it.
//! - `interop` (wasm with the feature `client`): JavaScript values, looked at without exceptions.
//! - [`call`]: one call as a state machine: credentials, clock, attempts, the answer.
//! - [`protocol`]: input to request and response to output, by the tables.
//! - [`model`]: the IVS API as tables, one declaration per operation and shape.
//! - [`retry`]: whether a failed attempt is made again, and when.
//! - [`endpoint`]: region and options to URL.
//! - [`sigv4`]: AWS Signature Version 4.

// One macro call declares a resource's whole list of shapes.
#![recursion_limit = "256"]

mod calendar;
pub mod call;
#[cfg(all(target_family = "wasm", feature = "client"))]
mod client;
pub mod endpoint;
#[cfg(all(target_family = "wasm", feature = "client"))]
mod interop;
#[cfg(all(target_family = "wasm", feature = "client"))]
pub mod js;
pub mod model;
mod percent;
pub mod protocol;
pub mod retry;
pub mod sigv4;
mod text;
mod uuid;
