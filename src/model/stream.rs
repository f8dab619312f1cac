//! TODO.

use super::channel::{ChannelArn, PlaybackURL};
use super::common::PaginationToken;

operations! {
    /// TODO.
    GetStream {
        http: Post "/GetStream" => 200,
        input: GetStreamRequest,
        output: GetStreamResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, ChannelNotBroadcasting],
    }

    /// TODO.
    ListStreams {
        http: Post "/ListStreams" => 200,
        input: ListStreamsRequest,
        output: ListStreamsResponse,
        pages: "streams",
        readonly: yes,
        errors: [AccessDeniedException, ValidationException],
    }

    /// TODO.
    StopStream {
        http: Post "/StopStream" => 200,
        input: StopStreamRequest,
        output: StopStreamResponse,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, ChannelNotBroadcasting, StreamUnavailable],
    }

    /// TODO.
    PutMetadata {
        http: Post "/PutMetadata" => 204,
        input: PutMetadataRequest,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, ChannelNotBroadcasting, ThrottlingException],
    }
}

structures! {
    /// TODO.
    GetStreamRequest {
        /// TODO.
        channelArn: ChannelArn [required],
    }

    /// TODO.
    GetStreamResponse {
        /// TODO.
        stream: Stream,
    }

    /// TODO.
    Stream {
        /// TODO.
        channelArn: ChannelArn,
        /// TODO.
        streamId: StreamId,
        /// TODO.
        playbackUrl: PlaybackURL,
        /// TODO.
        startTime: StreamStartTime,
        /// TODO.
        state: StreamState,
        /// TODO.
        health: StreamHealth,
        /// TODO.
        viewerCount: StreamViewerCount,
    }

    /// TODO.
    ListStreamsRequest {
        /// TODO.
        filterBy: StreamFilters,
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxStreamResults,
    }

    /// TODO.
    StreamFilters {
        /// TODO.
        health: StreamHealth,
    }

    /// TODO.
    ListStreamsResponse {
        /// TODO.
        streams: StreamList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    StreamSummary {
        /// TODO.
        channelArn: ChannelArn,
        /// TODO.
        streamId: StreamId,
        /// TODO.
        state: StreamState,
        /// TODO.
        health: StreamHealth,
        /// TODO.
        viewerCount: StreamViewerCount,
        /// TODO.
        startTime: StreamStartTime,
    }

    /// TODO.
    StopStreamRequest {
        /// TODO.
        channelArn: ChannelArn [required],
    }

    /// TODO.
    StopStreamResponse {}

    /// TODO.
    PutMetadataRequest {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        metadata: StreamMetadata [required],
    }
}

lists! {
    /// TODO.
    StreamList of StreamSummary {}
}

strings! {
    /// TODO.
    StreamId { min: 26, max: 26, pattern: r"st-[a-zA-Z0-9]+", }

    /// TODO.
    StreamState { values: [LIVE, OFFLINE], }

    /// TODO.
    StreamHealth { values: [HEALTHY, STARVING, UNKNOWN], }

    /// TODO.
    StreamMetadata { min: 1, sensitive: yes, }
}

integers! {
    /// TODO.
    StreamViewerCount { long: yes, }

    /// TODO.
    MaxStreamResults { min: 1, max: 100, }
}

timestamps! {
    /// TODO.
    StreamStartTime;
}
