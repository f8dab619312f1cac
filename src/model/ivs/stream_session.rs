//! Stream sessions: the record of a channel's broadcasts, current and past, with the settings and events of each.

use super::channel::{Channel, ChannelArn};
use super::common::{Boolean, Integer, PaginationToken, String, Time};
use super::failover_slate_configuration::FailoverSlateConfiguration;
use super::recording_configuration::RecordingConfiguration;
use super::stream::{MaxStreamResults, StreamId};

operations! {
    /// Reads the record of one broadcast: what the channel was set to, what the encoder sent, and what happened.
    ///
    /// Without `streamId` it is the channel's latest. Repeat it during a broadcast to follow the events.
    /// `ResourceNotFoundException` is the usual failure.
    GetStreamSession(GetStreamSessionRequest) -> GetStreamSessionResponse [readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException;

    /// Lists the broadcasts of one channel, the running one included, reaching back up to 60 days.
    ///
    /// It has no paginator: repeat it with `nextToken`. Then `GetStreamSession` gives the detail of one.
    ListStreamSessions(ListStreamSessionsRequest) -> ListStreamSessionsResponse [readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException;
}

structures! {
    /// Says which broadcast of which channel.
    GetStreamSessionRequest {
        /// The channel that carried it; up to 128 characters.
        channelArn: ChannelArn [required],
        /// The broadcast, as `GetStream` or `ListStreamSessions` names it; 26 characters. Left out: the latest one.
        streamId: StreamId,
    }

    /// What `GetStreamSession` found.
    GetStreamSessionResponse {
        /// The record of the broadcast.
        streamSession: StreamSession,
    }

    /// The record of one broadcast. Channel and failover slate are shown as they were set when it began.
    StreamSession {
        /// Identifies the broadcast.
        streamId: StreamId,
        /// When it went on air.
        startTime: Time,
        /// When it ended; none while it is on air.
        endTime: Time,
        /// The channel as it was set at the start.
        channel: Channel,
        /// What the encoder sent in its first track.
        /// Superseded by `ingestConfigurations`, which has every track; the same data where there is only one.
        ingestConfiguration: IngestConfiguration,
        /// What the encoder sent, track by track; a single one, `Track0`, unless multitrack input is on.
        ingestConfigurations: IngestConfigurations,
        /// How the broadcast is recorded.
        recordingConfiguration: RecordingConfiguration,
        /// What happened, latest first; only the last 500 events are kept.
        truncatedEvents: StreamEvents,
        /// The failover slate settings at the start.
        failoverSlateConfiguration: FailoverSlateConfiguration,
    }

    /// What the encoder sent in its first track, `Track0`. Superseded by `IngestConfigurations`.
    IngestConfiguration: output {
        /// Picture of the track.
        video: VideoConfiguration,
        /// Sound of the track.
        audio: AudioConfiguration,
    }

    /// What the encoder sent, an entry for each track: `Track0` alone, or all of them with multitrack input.
    IngestConfigurations: output {
        /// Picture, track by track.
        videoConfigurations: VideoConfigurationList [required],
        /// Sound, track by track.
        audioConfigurations: AudioConfigurationList [required],
    }

    /// Picture settings that the encoder announced for a track, for judging a stream's health.
    /// They are only as complete as what the encoder tells.
    VideoConfiguration: output {
        /// H.264 profile: the features that a decoder must have. Superseded by `profile`.
        /// Filled in under the old `ingestConfiguration` only; elsewhere an empty string.
        avcProfile: String,
        /// H.264 level: the performance that a decoder must have, mostly chosen by the encoder. Superseded by `level`.
        /// Filled in under the old `ingestConfiguration` only; elsewhere an empty string.
        avcLevel: String,
        /// Codec of the picture.
        codec: String,
        /// Program or device that encodes.
        encoder: String,
        /// Bit rate that the encoder is set to, in bits per second.
        targetBitrate: Integer,
        /// Frame rate that the encoder is set to, in frames per second.
        targetFramerate: Integer,
        /// Height in pixels.
        videoHeight: Integer,
        /// Width in pixels.
        videoWidth: Integer,
        /// Level of the codec: the performance that a decoder must have, mostly chosen by the encoder.
        /// With an AVC codec, equal to `avcLevel`.
        level: String,
        /// Name of the track; `Track0` where there is only one.
        track: String,
        /// Profile of the codec: the features that a decoder must have. With an AVC codec, equal to `avcProfile`.
        profile: String,
    }

    /// Sound settings that the encoder announced for a track, for judging a stream's health.
    /// They are only as complete as what the encoder tells.
    AudioConfiguration: output {
        /// Codec of the sound.
        codec: String,
        /// Bit rate that the encoder is set to, in bits per second.
        targetBitrate: Integer,
        /// Samples per second (hertz).
        sampleRate: Integer,
        /// Channels of sound: 1 for mono, 2 for stereo.
        channels: Integer,
        /// Name of the track, given that the stream has sound; `Track0` where there is only one.
        track: String,
    }

    /// Something that happened during a broadcast; EventBridge delivers the same events as they occur.
    StreamEvent {
        /// What happened, within its `type`.
        name: String,
        /// The group of events that `name` belongs to.
        type: String,
        /// When it happened.
        eventTime: Time,
        /// Why, as a code; the IVS console words it at length. Those of multitrack come with a session's end only.
        ///
        /// - `MultitrackInputNotAllowed`: several tracks, where the channel takes one; change the encoder, or let the
        ///   channel's `multitrackInputConfiguration.policy` be `ALLOW` or `REQUIRE`.
        /// - `MultitrackInputRequired`: one track, where the channel demands several; turn multitrack on in the
        ///   encoder, or let the policy be `ALLOW`.
        /// - `InvalidGetClientConfigurationStreamKey`: the stream key is wrong, damaged or has expired.
        /// - `GetClientConfigurationStreamKeyRequired`: several tracks without a key from `GetClientConfiguration`.
        /// - `InvalidMultitrackInputTrackCount`: too few or too many tracks.
        /// - `InvalidMultitrackInputVideoTrackMediaProperties`: codec, resolution, bit rate or frame rate of some track
        ///   does not fit.
        /// - `StreamTakeoverMediaMismatch`: a takeover whose media differ from the stream's, say in their codec.
        /// - `StreamTakeoverInvalidPriority`: a takeover whose priority does not exceed the stream's, or lies outside
        ///   1 to 2,147,483,647.
        /// - `StreamTakeoverLimitBreached`: no further takeover of this stream is possible.
        code: String,
    }

    /// Says whose broadcasts to list.
    ListStreamSessionsRequest {
        /// The channel; up to 128 characters.
        channelArn: ChannelArn [required],
        /// The `nextToken` that the page before came with; leave it out for the first page. Up to 1,024 characters.
        nextToken: PaginationToken,
        /// Sessions in a page, 1 to 100. Default: 100.
        maxResults: MaxStreamResults,
    }

    /// One page of a channel's broadcasts.
    ListStreamSessionsResponse {
        /// The sessions of this page; may be empty.
        streamSessions: StreamSessionList [required],
        /// There while more pages follow: send it with the next request.
        nextToken: PaginationToken,
    }

    /// A broadcast as it is listed; `GetStreamSession` has the detail.
    StreamSessionSummary {
        /// Identifies the broadcast.
        streamId: StreamId,
        /// When it went on air.
        startTime: Time,
        /// When it ended; none while it is on air.
        endTime: Time,
        /// `true` if it failed somewhere or ran into a quota.
        hasErrorEvent: Boolean,
    }
}

lists! {
    /// Picture settings, one entry per track.
    VideoConfigurationList of VideoConfiguration {}

    /// Sound settings, one entry per track.
    AudioConfigurationList of AudioConfiguration {}

    /// Events of a broadcast, latest first, up to 500.
    StreamEvents of StreamEvent { min: 0, max: 500, }

    /// A page of a channel's broadcasts.
    StreamSessionList of StreamSessionSummary {}
}
