//! Streams: what a channel is broadcasting right now, and what can be done to it while it is live.
//!
//! A stream begins when an encoder connects and ends when it leaves; its history is a stream session.

use super::channel::{ChannelArn, PlaybackURL};
use super::common::PaginationToken;

operations! {
    /// Reports on the broadcast that a channel is carrying at this moment: its state, health and audience.
    ///
    /// Off air, the ordinary answer is the error `ChannelNotBroadcasting`; `GetStreamSession` tells of the past.
    GetStream(GetStreamRequest) -> GetStreamResponse [readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, ChannelNotBroadcasting;

    /// Lists what is live in this account and region, a page of up to 100 streams at a time.
    ///
    /// Narrow it to healthy or troubled streams with `filterBy`.
    ListStreams(ListStreamsRequest) -> ListStreamsResponse [pages: "streams", readonly: yes]
        raises AccessDeniedException, ValidationException;

    /// Cuts the encoder off from a channel. Nothing keeps it from coming back: most encoders reconnect by themselves.
    ///
    /// To end a broadcast for good, call `DeleteStreamKey` first and then this.
    /// Fails with `ChannelNotBroadcasting` where nothing is to be stopped; `StreamUnavailable` passes, so try again.
    StopStream(StopStreamRequest) -> StopStreamResponse
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, ChannelNotBroadcasting,
            StreamUnavailable;

    /// Sends a short text to every player of a live channel, in step with the picture (timed metadata).
    ///
    /// Limits: 1 KB a call, 5 calls a second for a channel, 155 a second for the account; put several messages into one
    /// text where that is too few. Typical errors: `ThrottlingException`, and `ChannelNotBroadcasting` off air.
    PutMetadata(PutMetadataRequest) [success: 204]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, ChannelNotBroadcasting,
            ThrottlingException;
}

structures! {
    /// Names the channel to look at.
    GetStreamRequest {
        /// The channel whose broadcast is asked for; up to 128 characters.
        channelArn: ChannelArn [required],
    }

    /// What `GetStream` found.
    GetStreamResponse {
        /// The broadcast on air.
        stream: Stream,
    }

    /// A broadcast on air.
    Stream {
        /// The channel that carries it.
        channelArn: ChannelArn,
        /// Identifies this one broadcast; `GetStreamSession` takes it, also after the end.
        streamId: StreamId,
        /// Address that a player loads: the HLS playlist that lists every rendition.
        playbackUrl: PlaybackURL,
        /// When it went on air.
        startTime: StreamStartTime,
        /// `LIVE` in practice: off air, `ChannelNotBroadcasting` is raised and `OFFLINE` may never be seen.
        state: StreamState,
        /// Whether the encoder delivers enough.
        health: StreamHealth,
        /// How many are watching now; -1 where the count took too long, in which case ask again.
        /// A viewer counts after at most some 15 seconds of playback and drops out within a minute of stopping.
        viewerCount: StreamViewerCount,
    }

    /// Which live streams to list; everything may be left out.
    ListStreamsRequest {
        /// Lists only streams that match. Left out: all of them.
        filterBy: StreamFilters,
        /// The `nextToken` that the page before came with; leave it out for the first page. Up to 1,024 characters.
        nextToken: PaginationToken,
        /// Streams in a page, 1 to 100. Default: 100.
        maxResults: MaxStreamResults,
    }

    /// What a listed stream must match.
    StreamFilters {
        /// Keeps the streams of this health.
        health: StreamHealth,
    }

    /// One page of live streams.
    ListStreamsResponse {
        /// The streams of this page; may be empty.
        streams: StreamList [required],
        /// There while more pages follow: send it with the next request.
        nextToken: PaginationToken,
    }

    /// A live stream as it is listed; `GetStream` adds the playback address.
    StreamSummary {
        /// The channel that carries it.
        channelArn: ChannelArn,
        /// Identifies this one broadcast; `GetStreamSession` takes it, also after the end.
        streamId: StreamId,
        /// `LIVE` in practice: do not wait for `OFFLINE`, which may never be reported.
        state: StreamState,
        /// Whether the encoder delivers enough.
        health: StreamHealth,
        /// How many are watching now; -1 where the count took too long, in which case ask again.
        /// A viewer counts after at most some 15 seconds of playback and drops out within a minute of stopping.
        viewerCount: StreamViewerCount,
        /// When it went on air.
        startTime: StreamStartTime,
    }

    /// Names the channel to take off air.
    StopStreamRequest {
        /// The channel whose encoder is disconnected; up to 128 characters.
        channelArn: ChannelArn [required],
    }

    /// Empty: the encoder has been disconnected.
    StopStreamResponse {}

    /// A text for the players of a channel.
    PutMetadataRequest {
        /// The channel to send it through, which must be live; up to 128 characters.
        channelArn: ChannelArn [required],
        /// The text, in a format of your own (JSON is usual); not empty, at most 1 KB.
        metadata: StreamMetadata [required],
    }
}

lists! {
    /// A page of live streams.
    StreamList of StreamSummary {}
}

strings! {
    /// Identifies one broadcast, running or over: `st-` and 23 letters and digits.
    StreamId { min: 26, max: 26, pattern: r"st-[a-zA-Z0-9]+", }

    /// Whether a broadcast is on air.
    ///
    /// - `LIVE`: it is.
    /// - `OFFLINE`: it is not. Hardly ever reported: expect the error `ChannelNotBroadcasting` in its stead.
    StreamState { values: [LIVE, OFFLINE], }

    /// How well the encoder's data arrives.
    ///
    /// - `HEALTHY`: as much as the encoder announced.
    /// - `STARVING`: less than it announced, so players may stall.
    /// - `UNKNOWN`: not determined.
    StreamHealth { values: [HEALTHY, STARVING, UNKNOWN], }

    /// Text that players receive with the picture; at least one character, at most 1 KB.
    StreamMetadata { min: 1, sensitive: yes, }
}

integers! {
    /// Viewers at this moment, or -1 where counting took too long.
    StreamViewerCount { long: yes, }

    /// Items in a page of streams or stream sessions, 1 to 100.
    MaxStreamResults { min: 1, max: 100, }
}

timestamps! {
    /// When a stream went on air.
    StreamStartTime;
}
