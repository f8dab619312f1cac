//! TODO.

use super::channel::ChannelArn;
use super::common::{BatchErrors, PaginationToken, String};
use super::tag::Tags;

operations! {
    /// TODO.
    CreateStreamKey {
        http: Post "/CreateStreamKey" => 200,
        input: CreateStreamKeyRequest,
        output: CreateStreamKeyResponse,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification, ServiceQuotaExceededException],
    }

    /// TODO.
    GetStreamKey {
        http: Post "/GetStreamKey" => 200,
        input: GetStreamKeyRequest,
        output: GetStreamKeyResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException],
    }

    /// TODO.
    BatchGetStreamKey {
        http: Post "/BatchGetStreamKey" => 200,
        input: BatchGetStreamKeyRequest,
        output: BatchGetStreamKeyResponse,
        readonly: yes,
        errors: [AccessDeniedException, ValidationException, ServiceUnavailable],
    }

    /// TODO.
    DeleteStreamKey {
        http: Post "/DeleteStreamKey" => 204,
        input: DeleteStreamKeyRequest,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification],
    }

    /// TODO.
    ListStreamKeys {
        http: Post "/ListStreamKeys" => 200,
        input: ListStreamKeysRequest,
        output: ListStreamKeysResponse,
        pages: "streamKeys",
        readonly: yes,
        errors: [ResourceNotFoundException, AccessDeniedException, ValidationException],
    }
}

structures! {
    /// TODO.
    StreamKey {
        /// TODO.
        arn: StreamKeyArn,
        /// TODO.
        value: StreamKeyValue,
        /// TODO.
        channelArn: ChannelArn,
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    CreateStreamKeyRequest {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        tags: Tags,
    }

    /// TODO.
    CreateStreamKeyResponse {
        /// TODO.
        streamKey: StreamKey,
    }

    /// TODO.
    GetStreamKeyRequest {
        /// TODO.
        arn: StreamKeyArn [required],
    }

    /// TODO.
    GetStreamKeyResponse {
        /// TODO.
        streamKey: StreamKey,
    }

    /// TODO.
    BatchGetStreamKeyRequest {
        /// TODO.
        arns: StreamKeyArnList [required],
    }

    /// TODO.
    BatchGetStreamKeyResponse {
        /// TODO.
        accessControlAllowOrigin: String [header "Access-Control-Allow-Origin"],
        /// TODO.
        accessControlExposeHeaders: String [header "Access-Control-Expose-Headers"],
        /// TODO.
        cacheControl: String [header "Cache-Control"],
        /// TODO.
        contentSecurityPolicy: String [header "Content-Security-Policy"],
        /// TODO.
        strictTransportSecurity: String [header "Strict-Transport-Security"],
        /// TODO.
        xContentTypeOptions: String [header "X-Content-Type-Options"],
        /// TODO.
        xFrameOptions: String [header "X-Frame-Options"],
        /// TODO.
        streamKeys: StreamKeys,
        /// TODO.
        errors: BatchErrors,
    }

    /// TODO.
    DeleteStreamKeyRequest {
        /// TODO.
        arn: StreamKeyArn [required],
    }

    /// TODO.
    ListStreamKeysRequest {
        /// TODO.
        channelArn: ChannelArn [required],
        /// TODO.
        nextToken: PaginationToken,
        /// TODO.
        maxResults: MaxStreamKeyResults,
    }

    /// TODO.
    ListStreamKeysResponse {
        /// TODO.
        streamKeys: StreamKeyList [required],
        /// TODO.
        nextToken: PaginationToken,
    }

    /// TODO.
    StreamKeySummary {
        /// TODO.
        arn: StreamKeyArn,
        /// TODO.
        channelArn: ChannelArn,
        /// TODO.
        tags: Tags,
    }
}

lists! {
    /// TODO.
    StreamKeyArnList of StreamKeyArn { min: 1, max: 50, }

    /// TODO.
    StreamKeys of StreamKey {}

    /// TODO.
    StreamKeyList of StreamKeySummary {}
}

strings! {
    /// TODO.
    StreamKeyArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:stream-key/[a-zA-Z0-9-]+", }

    /// TODO.
    StreamKeyValue { sensitive: yes, }
}

integers! {
    /// TODO.
    MaxStreamKeyResults { min: 1, max: 50, }
}
