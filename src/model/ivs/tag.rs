//! Tags: labels of key and value on a resource, to group resources, split the bill by and grant access by.

use super::common::ResourceArn;

operations! {
    /// Puts tags on a resource: new keys are added, values of keys it has are replaced, its other tags stay.
    ///
    /// A resource holds 50 tags at most; going over answers `ValidationException`.
    /// 10 calls a second per account and region.
    TagResource(TagResourceRequest) -> TagResourceResponse [http: Post "/tags/{resourceArn}"]
        raises ResourceNotFoundException, InternalServerException, ValidationException;

    /// Takes tags off a resource by their keys. Calling it again changes nothing.
    ///
    /// 10 calls a second per account and region. `ResourceNotFoundException`: this region has no such resource.
    UntagResource(UntagResourceRequest) -> UntagResourceResponse [http: Delete "/tags/{resourceArn}", idempotent: yes]
        raises ResourceNotFoundException, InternalServerException, ValidationException;

    /// Reads all tags of a resource; there are no pages, as 50 is the limit.
    ///
    /// 10 calls a second per account and region. `ResourceNotFoundException`: this region has no such resource.
    ListTagsForResource(ListTagsForResourceRequest) -> ListTagsForResourceResponse
        [http: Get "/tags/{resourceArn}", readonly: yes]
        raises ResourceNotFoundException, InternalServerException, ValidationException;
}

structures! {
    /// Which resource to tag, and with what.
    TagResourceRequest {
        /// The resource, at most 128 characters. Give the ARN as it is: the client escapes it for the URL.
        resourceArn: ResourceArn [required, label],
        /// The tags to add or replace, as an object: up to 50, keys of 1 to 128 characters, values of up to 256.
        tags: Tags [required],
    }

    /// Nothing: the tags are in place.
    TagResourceResponse {}

    /// Which resource to take tags off, and which tags.
    UntagResourceRequest {
        /// The resource, at most 128 characters. Give the ARN as it is: the client escapes it for the URL.
        resourceArn: ResourceArn [required, label],
        /// The keys of the tags to take off, up to 50, of 1 to 128 characters each. Case matters.
        tagKeys: TagKeyList [required, query],
    }

    /// Nothing: the tags are gone.
    UntagResourceResponse {}

    /// Which resource's tags to read.
    ListTagsForResourceRequest {
        /// The resource, at most 128 characters. Give the ARN as it is: the client escapes it for the URL.
        resourceArn: ResourceArn [required, label],
    }

    /// The tags of the resource.
    ListTagsForResourceResponse: output {
        /// All of them, as an object of keys and values; `{}` if there are none.
        tags: Tags [required],
    }
}

lists! {
    /// Keys of tags, up to 50.
    TagKeyList of TagKey { min: 0, max: 50, }
}

maps! {
    /// Labels on a resource, as an object of keys and values: up to 50, each key once.
    Tags of TagKey to TagValue { min: 0, max: 50, }
}

strings! {
    /// Key of a tag: 1 to 128 letters, digits and spaces of any script and `_ . : / = + - @`. Case matters, and AWS
    /// keeps keys that begin with `aws:` to itself.
    TagKey { min: 1, max: 128, pattern: r"([\p{L}\p{Z}\p{N}_.:/=+\-@]+)", }

    /// Value of a tag: up to 256 letters, digits and spaces of any script and `_ . : / = + - @`. May be `""`.
    TagValue { min: 0, max: 256, pattern: r"([\p{L}\p{Z}\p{N}_.:/=+\-@]*)", }
}
