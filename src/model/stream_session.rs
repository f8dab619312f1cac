//! TODO.

use super::channel::{Channel, ChannelArn};
use super::common::{Boolean, Integer, PaginationToken, String, Time};
use super::failover_slate_configuration::FailoverSlateConfiguration;
use super::recording_configuration::RecordingConfiguration;
use super::stream::{MaxStreamResults, StreamId};

operations! {
    /// TODO.
    GetStreamSession {
        http: Post "/GetStreamSession" => 200,
        input: GetStreamSessionRequest,
        output: GetStreamSessionResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    ListStreamSessions {
        http: Post "/ListStreamSessions" => 200,
        input: ListStreamSessionsRequest,
        output: ListStreamSessionsResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException],
    }
}

structures! {
    /// TODO.
    GetStreamSessionRequest {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        streamId: StreamId,
    }

    /// TODO.
    GetStreamSessionResponse {
        /// TODO.
        streamSession: StreamSession,
    }

    /// TODO.
    StreamSession {
        /// TODO.
        streamId: StreamId,
        /// TODO.
        startTime: Time,
        /// TODO.
        endTime: Time,
        /// TODO.
        channel: Channel,
        /// TODO.
        ingestConfiguration: IngestConfiguration,
        /// TODO.
        ingestConfigurations: IngestConfigurations,
        /// TODO.
        recordingConfiguration: RecordingConfiguration,
        /// TODO.
        truncatedEvents: StreamEvents,
        /// TODO.
        failoverSlateConfiguration: FailoverSlateConfiguration,
    }

    /// TODO.
    IngestConfiguration {
        /// TODO.
        video: VideoConfiguration,
        /// TODO.
        audio: AudioConfiguration,
    }

    /// TODO.
    VideoConfiguration {
        /// TODO.
        avcProfile: String,
        /// TODO.
        avcLevel: String,
        /// TODO.
        codec: String,
        /// TODO.
        encoder: String,
        /// TODO.
        targetBitrate: Integer,
        /// TODO.
        targetFramerate: Integer,
        /// TODO.
        videoHeight: Integer,
        /// TODO.
        videoWidth: Integer,
        /// TODO.
        level: String,
        /// TODO.
        track: String,
        /// TODO.
        profile: String,
    }

    /// TODO.
    AudioConfiguration {
        /// TODO.
        codec: String,
        /// TODO.
        targetBitrate: Integer,
        /// TODO.
        sampleRate: Integer,
        /// TODO.
        channels: Integer,
        /// TODO.
        track: String,
    }

    /// TODO.
    IngestConfigurations {
        /// TODO.
        videoConfigurations: VideoConfigurationList [required],
        /// TODO.
        audioConfigurations: AudioConfigurationList [required],
    }

    /// TODO.
    StreamEvent {
        /// TODO.
        name: String,
        /// TODO.
        type: String,
        /// TODO.
        eventTime: Time,
        /// TODO.
        code: String,
    }

    /// TODO.
    ListStreamSessionsRequest {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxStreamResults,
    }

    /// TODO.
    ListStreamSessionsResponse {
        /// TODO.
        streamSessions: StreamSessionList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    StreamSessionSummary {
        /// TODO.
        streamId: StreamId,
        /// TODO.
        startTime: Time,
        /// TODO.
        endTime: Time,
        /// TODO.
        hasErrorEvent: Boolean,
    }
}

lists! {
    /// TODO.
    VideoConfigurationList of VideoConfiguration {}

    /// TODO.
    AudioConfigurationList of AudioConfiguration {}

    /// TODO.
    StreamEvents of StreamEvent { min: 0, max: 500, }

    /// TODO.
    StreamSessionList of StreamSessionSummary {}
}
