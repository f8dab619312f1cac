//! The function of each operation.

use super::{
    Answer, Ivs, ad_configuration, channel, failover_slate_configuration, playback_key_pair,
    playback_restriction_policy, recording_configuration, stream, stream_key, stream_session, tag, viewer_session,
};
use crate::error::Error;
use ivs_wasm::model::Operation;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::time::Instant;

impl Ivs {
    /// Performs an operation on an input that meets the model's constraints.
    pub fn perform(&mut self, operation: &Operation, input: Value) -> Answer {
        self.settle(Instant::now());
        match operation.name {
            "CreateChannel" => self.run(channel::create, input),
            "GetChannel" => self.run(channel::get, input),
            "BatchGetChannel" => self.run(channel::batch_get, input),
            "UpdateChannel" => self.run(channel::update, input),
            "DeleteChannel" => self.run(channel::delete, input),
            "ListChannels" => self.run(channel::list, input),

            "CreateStreamKey" => self.run(stream_key::create, input),
            "GetStreamKey" => self.run(stream_key::get, input),
            "BatchGetStreamKey" => self.run(stream_key::batch_get, input),
            "DeleteStreamKey" => self.run(stream_key::delete, input),
            "ListStreamKeys" => self.run(stream_key::list, input),

            "GetStream" => self.run(stream::get, input),
            "ListStreams" => self.run(stream::list, input),
            "StopStream" => self.run(stream::stop, input),
            "PutMetadata" => self.run(stream::put_metadata, input),

            "GetStreamSession" => self.run(stream_session::get, input),
            "ListStreamSessions" => self.run(stream_session::list, input),

            "ImportPlaybackKeyPair" => self.run(playback_key_pair::import, input),
            "GetPlaybackKeyPair" => self.run(playback_key_pair::get, input),
            "DeletePlaybackKeyPair" => self.run(playback_key_pair::delete, input),
            "ListPlaybackKeyPairs" => self.run(playback_key_pair::list, input),

            "CreatePlaybackRestrictionPolicy" => self.run(playback_restriction_policy::create, input),
            "GetPlaybackRestrictionPolicy" => self.run(playback_restriction_policy::get, input),
            "UpdatePlaybackRestrictionPolicy" => self.run(playback_restriction_policy::update, input),
            "DeletePlaybackRestrictionPolicy" => self.run(playback_restriction_policy::delete, input),
            "ListPlaybackRestrictionPolicies" => self.run(playback_restriction_policy::list, input),

            "CreateRecordingConfiguration" => self.run(recording_configuration::create, input),
            "GetRecordingConfiguration" => self.run(recording_configuration::get, input),
            "DeleteRecordingConfiguration" => self.run(recording_configuration::delete, input),
            "ListRecordingConfigurations" => self.run(recording_configuration::list, input),

            "CreateAdConfiguration" => self.run(ad_configuration::create, input),
            "GetAdConfiguration" => self.run(ad_configuration::get, input),
            "UpdateAdConfiguration" => self.run(ad_configuration::update, input),
            "DeleteAdConfiguration" => self.run(ad_configuration::delete, input),
            "ListAdConfigurations" => self.run(ad_configuration::list, input),
            "InsertAdBreak" => self.run(ad_configuration::insert_ad_break, input),

            "CreateFailoverSlateConfiguration" => self.run(failover_slate_configuration::create, input),
            "GetFailoverSlateConfiguration" => self.run(failover_slate_configuration::get, input),
            "UpdateFailoverSlateConfiguration" => self.run(failover_slate_configuration::update, input),
            "DeleteFailoverSlateConfiguration" => self.run(failover_slate_configuration::delete, input),
            "ListFailoverSlateConfigurations" => self.run(failover_slate_configuration::list, input),

            "StartViewerSessionRevocation" => self.run(viewer_session::start, input),
            "BatchStartViewerSessionRevocation" => self.run(viewer_session::batch_start, input),

            "TagResource" => self.run(tag::tag, input),
            "UntagResource" => self.run(tag::untag, input),
            "ListTagsForResource" => self.run(tag::list, input),

            name => Err(Error::internal(format!("ivs-local does not simulate {name}."))),
        }
    }

    fn run<I: DeserializeOwned>(&mut self, perform: fn(&mut Self, I) -> Answer, input: Value) -> Answer {
        let input = serde_json::from_value(input).map_err(|error| Error::validation(format!("input: {error}")))?;
        perform(self, input)
    }
}
