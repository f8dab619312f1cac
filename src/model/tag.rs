//! TODO.

use super::common::ResourceArn;

operations! {
    /// TODO.
    TagResource {
        http: Post "/tags/{resourceArn}" => 200,
        input: TagResourceRequest,
        output: TagResourceResponse,
        errors: [ResourceNotFoundException, InternalServerException, ValidationException],
    }

    /// TODO.
    UntagResource {
        http: Delete "/tags/{resourceArn}" => 200,
        input: UntagResourceRequest,
        output: UntagResourceResponse,
        idempotent: yes,
        errors: [ResourceNotFoundException, InternalServerException, ValidationException],
    }

    /// TODO.
    ListTagsForResource {
        http: Get "/tags/{resourceArn}" => 200,
        input: ListTagsForResourceRequest,
        output: ListTagsForResourceResponse,
        readonly: yes,
        errors: [ResourceNotFoundException, InternalServerException, ValidationException],
    }
}

structures! {
    /// TODO.
    TagResourceRequest {
        /// TODO.
        resourceArn: ResourceArn [required, label],
        /// TODO.
        tags: Tags [required],
    }

    /// TODO.
    TagResourceResponse {}

    /// TODO.
    UntagResourceRequest {
        /// TODO.
        resourceArn: ResourceArn [required, label],
        /// TODO.
        tagKeys: TagKeyList [required, query],
    }

    /// TODO.
    UntagResourceResponse {}

    /// TODO.
    ListTagsForResourceRequest {
        /// TODO.
        resourceArn: ResourceArn [required, label],
    }

    /// TODO.
    ListTagsForResourceResponse {
        /// TODO.
        tags: Tags [required],
    }
}

lists! {
    /// TODO.
    TagKeyList of TagKey { min: 0, max: 50, }
}

maps! {
    /// TODO.
    Tags of TagKey to TagValue { min: 0, max: 50, }
}

strings! {
    /// TODO.
    TagKey { min: 1, max: 128, pattern: r"([\p{L}\p{Z}\p{N}_.:/=+\-@]+)", }

    /// TODO.
    TagValue { min: 0, max: 256, pattern: r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)", }
}
