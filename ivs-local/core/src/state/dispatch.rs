//! The function of each operation.

use super::ad_configuration::AdConfiguration;
use super::channel::Channel;
use super::failover_slate_configuration::FailoverSlateConfiguration;
use super::playback_key_pair::PlaybackKeyPair;
use super::playback_restriction_policy::PlaybackRestrictionPolicy;
use super::recording_configuration::RecordingConfiguration;
use super::stream_key::StreamKey;
use super::{
    Answer, Ivs, ad_configuration, channel, failover_slate_configuration, playback_key_pair,
    playback_restriction_policy, recording_configuration, resource, stream, stream_key, stream_session, tag,
    viewer_session,
};
use crate::error::Error;
use crate::members::from_value;
use ivs_wasm::model::Operation;
use serde::de::DeserializeOwned;
use serde_json::Value;

impl Ivs {
    /// Performs an operation on an input that meets the model's constraints.
    pub(crate) fn perform(&mut self, operation: &Operation, input: Value) -> Answer {
        match operation.name {
            "CreateChannel" => self.run(channel::create, input),
            "GetChannel" => self.run(resource::get::<Channel>, input),
            "BatchGetChannel" => self.run(resource::batch_get::<Channel>, input),
            "UpdateChannel" => self.run(channel::update, input),
            "DeleteChannel" => self.run(channel::delete, input),
            "ListChannels" => self.run(channel::list, input),

            "CreateStreamKey" => self.run(stream_key::create, input),
            "GetStreamKey" => self.run(resource::get::<StreamKey>, input),
            "BatchGetStreamKey" => self.run(resource::batch_get::<StreamKey>, input),
            "DeleteStreamKey" => self.run(resource::delete::<StreamKey>, input),
            "ListStreamKeys" => self.run(stream_key::list, input),

            "GetStream" => self.run(stream::get, input),
            "ListStreams" => self.run(stream::list, input),
            "StopStream" => self.run(stream::stop, input),
            "PutMetadata" => self.run(stream::put_metadata, input),

            "GetStreamSession" => self.run(stream_session::get, input),
            "ListStreamSessions" => self.run(stream_session::list, input),

            "ImportPlaybackKeyPair" => self.run(playback_key_pair::import, input),
            "GetPlaybackKeyPair" => self.run(resource::get::<PlaybackKeyPair>, input),
            "DeletePlaybackKeyPair" => self.run(resource::delete::<PlaybackKeyPair>, input),
            "ListPlaybackKeyPairs" => self.run(resource::list::<PlaybackKeyPair>, input),

            "CreatePlaybackRestrictionPolicy" => self.run(playback_restriction_policy::create, input),
            "GetPlaybackRestrictionPolicy" => self.run(resource::get::<PlaybackRestrictionPolicy>, input),
            "UpdatePlaybackRestrictionPolicy" => self.run(playback_restriction_policy::update, input),
            "DeletePlaybackRestrictionPolicy" => self.run(resource::delete::<PlaybackRestrictionPolicy>, input),
            "ListPlaybackRestrictionPolicies" => self.run(resource::list::<PlaybackRestrictionPolicy>, input),

            "CreateRecordingConfiguration" => self.run(recording_configuration::create, input),
            "GetRecordingConfiguration" => self.run(resource::get::<RecordingConfiguration>, input),
            "DeleteRecordingConfiguration" => self.run(resource::delete::<RecordingConfiguration>, input),
            "ListRecordingConfigurations" => self.run(resource::list::<RecordingConfiguration>, input),

            "CreateAdConfiguration" => self.run(ad_configuration::create, input),
            "GetAdConfiguration" => self.run(resource::get::<AdConfiguration>, input),
            "UpdateAdConfiguration" => self.run(ad_configuration::update, input),
            "DeleteAdConfiguration" => self.run(resource::delete::<AdConfiguration>, input),
            "ListAdConfigurations" => self.run(resource::list::<AdConfiguration>, input),
            "InsertAdBreak" => self.run(ad_configuration::insert_ad_break, input),

            "CreateFailoverSlateConfiguration" => self.run(failover_slate_configuration::create, input),
            "GetFailoverSlateConfiguration" => self.run(resource::get::<FailoverSlateConfiguration>, input),
            "UpdateFailoverSlateConfiguration" => self.run(failover_slate_configuration::update, input),
            "DeleteFailoverSlateConfiguration" => self.run(resource::delete::<FailoverSlateConfiguration>, input),
            "ListFailoverSlateConfigurations" => self.run(resource::list::<FailoverSlateConfiguration>, input),

            "StartViewerSessionRevocation" => self.run(viewer_session::start, input),
            "BatchStartViewerSessionRevocation" => self.run(viewer_session::batch_start, input),

            "TagResource" => self.run(tag::tag, input),
            "UntagResource" => self.run(tag::untag, input),
            "ListTagsForResource" => self.run(tag::list, input),

            name => Err(Error::internal(format!("ivs-local does not simulate {name}."))),
        }
    }

    fn run<I: DeserializeOwned>(&mut self, perform: fn(&mut Self, I) -> Answer, input: Value) -> Answer {
        let input = from_value(input).map_err(|error| Error::validation(format!("input: {error}")))?;
        perform(self, input)
    }
}
