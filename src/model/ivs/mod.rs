//! Amazon Interactive Video Service, low latency.
//!
//! <https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/Welcome.html>

#[macro_use]
mod common;
mod ad_configuration;
mod channel;
#[cfg(feature = "full-model")]
mod exception;
mod failover_slate_configuration;
mod playback_key_pair;
mod playback_restriction_policy;
mod recording_configuration;
#[cfg(feature = "full-model")]
mod sdk_names;
mod stream;
mod stream_key;
mod stream_session;
mod tag;
mod viewer_session;

use super::Service;

/// The service.
pub static SERVICE: Service = Service {
    id: "ivs",
    endpoint_prefix: "ivs",
    signing_name: "ivs",
    api_version: "2020-07-14",
    user_agent: "api/ivs#2020-07-14",
    resources: &[
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
    ],
    #[cfg(feature = "full-model")]
    exceptions: exception::EXCEPTIONS,
    #[cfg(feature = "full-model")]
    sdk: sdk_names::SDK,
    #[cfg(feature = "full-model")]
    title: "Amazon Interactive Video Service",
    #[cfg(feature = "full-model")]
    reference: "https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_",
};
