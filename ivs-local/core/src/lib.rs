//! Amazon IVS as a state machine: the resources of one account in one region, and the rules for them.
//!
//! It has no clock, no randomness, no HTTP, no threads and no files. Time passes when [`Ivs::advance`] says so, and names come from
//! a seed; so the same calls always have the same results. The shells around it, such as the server, supply the rest.
//!
//! ```
//! use ivs_local_core::{Ivs, Quotas, Rates, Settings};
//! use ivs_wasm::model::ivs::SERVICE;
//! use serde_json::json;
//! use std::time::Duration;
//! use time::macros::datetime;
//!
//! let settings = Settings {
//!     region: "us-west-2".to_owned(),
//!     playback_origin: None,
//!     creation: Duration::from_secs(1),
//!     stream_start: Duration::ZERO,
//!     stream_end: Duration::ZERO,
//!     quotas: Quotas::default(),
//!     rates: Rates::Off,
//! };
//! let mut ivs = Ivs::new(settings, [0; 32], datetime!(2030-01-01 00:00 UTC));
//! let create = SERVICE.operation("CreateRecordingConfiguration").unwrap();
//! let input = json!({ "destinationConfiguration": { "s3": { "bucketName": "recordings" } } });
//! let output = ivs.call(create, input).unwrap().unwrap();
//! assert_eq!(output["recordingConfiguration"]["state"], "CREATING");
//!
//! ivs.advance(Duration::from_secs(1));
//! let get = SERVICE.operation("GetRecordingConfiguration").unwrap();
//! let output = ivs.call(get, json!({ "arn": output["recordingConfiguration"]["arn"] })).unwrap().unwrap();
//! assert_eq!(output["recordingConfiguration"]["state"], "ACTIVE");
//! ```

pub mod auth;
mod call;
mod error;
mod event;
mod ids;
pub mod input;
mod media;
mod members;
mod occurrence;
pub mod origin;
mod output;
mod pagination;
mod request;
mod route;
mod service;
mod state;

pub use call::Failure;
pub use error::Error;
pub use event::{Code, Event};
pub use request::{AnswerLost, Request, Response};
pub use route::Route;
pub use service::{Config, PLAYBACK_PREFIX, Seed, Service};
pub use state::call_rate::Rates;
pub use state::changes::{Change, Changes, Saved};
pub use state::encoder::{SetStream, Started, Stop};
pub use state::fault::Fault;
pub use state::ingest::{ClientConfiguration, Track};
pub use state::metadata::Metadata;
pub use state::playback::{Player, Refusal};
pub use state::quota::{Quota, Quotas};
pub use state::rejected::Rejected;
pub use state::start::{Start, ViewerCount};
pub use state::stream::Health;
pub use state::{Ivs, Settings};
