//! Stream keys: the secret by which an encoder proves that it may broadcast to a channel. A channel has at most one.

use super::channel::ChannelArn;
use super::common::{BatchErrors, PaginationToken, String};
use super::tag::Tags;

operations! {
    /// Makes a stream key for a channel that has none.
    ///
    /// `CreateChannel` has already made one, and a channel can have only one: a second answers
    /// `ServiceQuotaExceededException`. To replace a key that has leaked, call `DeleteStreamKey` and then this.
    /// 5 calls a second per account and region.
    CreateStreamKey(CreateStreamKeyRequest) -> CreateStreamKeyResponse
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification,
            ServiceQuotaExceededException;

    /// Reads one stream key with its secret value; `ListStreamKeys` finds the ARN for a channel.
    ///
    /// 5 calls a second per account and region; `BatchGetStreamKey` reads 50 keys in one.
    /// `ResourceNotFoundException`: this region has no such key.
    GetStreamKey(GetStreamKeyRequest) -> GetStreamKeyResponse [readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException;

    /// Reads 1 to 50 stream keys with their secret values in one call.
    ///
    /// The call succeeds even if keys are missing: look into `errors` of the answer, which names each ARN that could
    /// not be read. 5 calls a second per account and region.
    BatchGetStreamKey(BatchGetStreamKeyRequest) -> BatchGetStreamKeyResponse [readonly: yes]
        raises AccessDeniedException, ValidationException, ServiceUnavailable;

    /// Makes a stream key worthless: no encoder can go live with it any more.
    ///
    /// To keep an encoder out of a channel that is live now, follow with `StopStream`. `CreateStreamKey` gives the
    /// channel a new key. 5 calls a second per account and region.
    /// `ResourceNotFoundException`: there is no such key, or no more.
    DeleteStreamKey(DeleteStreamKeyRequest) [success: 204]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification;

    /// Lists the stream keys of one channel, without their secret values: none or one, as long as one is the limit.
    ///
    /// Read the value with `GetStreamKey`. 5 calls a second per account and region.
    /// `ResourceNotFoundException`: this region has no such channel.
    ListStreamKeys(ListStreamKeysRequest) -> ListStreamKeysResponse [pages: "streamKeys", readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException;
}

structures! {
    /// The channel to make a key for.
    CreateStreamKeyRequest {
        /// The channel; it must have no key at present.
        channelArn: ChannelArn [required],
        /// Labels for the key, up to 50: keys of 1 to 128 characters, values of up to 256. Default: none.
        tags: Tags,
    }

    /// The new key.
    CreateStreamKeyResponse: output {
        /// The key with its secret value, valid at once.
        streamKey: StreamKey,
    }

    /// A stream key with its secret value: whoever has it can broadcast to the channel.
    StreamKey: output {
        /// Names the key in other calls. Not a secret.
        arn: StreamKeyArn,
        /// The secret to put into the encoder. Keep it out of logs and away from viewers.
        value: StreamKeyValue,
        /// The channel that the key opens.
        channelArn: ChannelArn,
        /// Its labels, up to 50.
        tags: Tags,
    }

    /// Which stream key to read.
    GetStreamKeyRequest {
        /// The key's ARN, at most 128 characters (not its value).
        arn: StreamKeyArn [required],
    }

    /// The stream key that was asked for.
    GetStreamKeyResponse: output {
        /// The key with its secret value.
        streamKey: StreamKey,
    }

    /// Which stream keys to read at once.
    BatchGetStreamKeyRequest {
        /// 1 to 50 ARNs of keys.
        arns: StreamKeyArnList [required],
    }

    /// The stream keys that could be read, and what became of the others.
    ///
    /// Browsers hide most response headers from a page, so there the header members are usually absent.
    BatchGetStreamKeyResponse: output with response_headers {
        /// The keys that were found, with their secret values; do not rely on the order of the request.
        streamKeys: StreamKeys,
        /// One entry for each ARN that could not be read.
        errors: BatchErrors,
    }

    /// Which stream key to remove.
    DeleteStreamKeyRequest {
        /// The key's ARN, at most 128 characters (not its value).
        arn: StreamKeyArn [required],
    }

    /// Which channel's keys to list.
    ListStreamKeysRequest {
        /// The channel whose keys are wanted.
        channelArn: ChannelArn [required],
        /// The `nextToken` of the page before. Leave it out for the first page.
        nextToken: PaginationToken,
        /// How many keys a page holds at most, 1 to 50. Default: 1.
        maxResults: MaxStreamKeyResults,
    }

    /// A page of stream keys.
    ListStreamKeysResponse: output {
        /// The keys of this page, without values; empty if the channel has none.
        streamKeys: StreamKeyList [required],
        /// Gets the next page. Absent on the last one.
        nextToken: PaginationToken,
    }

    /// A stream key as `ListStreamKeys` shows it: without its secret value.
    StreamKeySummary: output {
        /// Names the key in other calls, such as `GetStreamKey`.
        arn: StreamKeyArn,
        /// The channel that the key opens.
        channelArn: ChannelArn,
        /// Its labels, up to 50.
        tags: Tags,
    }
}

lists! {
    /// 1 to 50 stream keys to read at once.
    StreamKeyArnList of StreamKeyArn { min: 1, max: 50, }

    /// The stream keys that a batch found.
    StreamKeys of StreamKey {}

    /// The stream keys of a page.
    StreamKeyList of StreamKeySummary {}
}

strings! {
    /// Names a stream key, as `arn:aws:ivs:{region}:{account}:stream-key/{id}`; at most 128 characters. Not a secret.
    StreamKeyArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:stream-key/[a-zA-Z0-9-]+", }

    /// The secret that an encoder shows to go live. Whoever knows it can broadcast to the channel.
    StreamKeyValue { sensitive: yes, }
}

integers! {
    /// How many stream keys a page holds at most, 1 to 50.
    MaxStreamKeyResults { min: 1, max: 50, }
}
