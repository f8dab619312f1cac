//! Playback key pairs: the public keys by which IVS recognises the viewer tokens of private channels.
//!
//! The private half never reaches AWS. Whoever holds it signs a token (a JWT with ES384) for each viewer.

use super::common::PaginationToken;
use super::tag::Tags;

operations! {
    /// Registers the public half of an ECDSA P-384 key pair of yours. From then on, tokens that the private half signs
    /// open the private channels (those with `authorized: true`) of this account and region.
    ///
    /// A key cannot be changed afterwards: delete it and import another. An account has room for three in a region;
    /// `ServiceQuotaExceededException` says that they are there already.
    ImportPlaybackKeyPair(ImportPlaybackKeyPairRequest) -> ImportPlaybackKeyPairResponse
        raises AccessDeniedException, ValidationException, PendingVerification, ConflictException,
            ServiceQuotaExceededException;

    /// Reads one registered key: name, fingerprint and tags. The key material itself is not given back.
    ///
    /// Fails with `ResourceNotFoundException` for an ARN that is not registered.
    GetPlaybackKeyPair(GetPlaybackKeyPairRequest) -> GetPlaybackKeyPairResponse [readonly: yes]
        raises ResourceNotFoundException, AccessDeniedException, ValidationException;

    /// Removes a registered key: what its private half signs from now on is no longer accepted as a token.
    ///
    /// Fails with `ResourceNotFoundException` for an ARN that is not registered.
    DeletePlaybackKeyPair(DeletePlaybackKeyPairRequest) -> DeletePlaybackKeyPairResponse
        raises ResourceNotFoundException, AccessDeniedException, ValidationException, PendingVerification;

    /// Lists the registered keys of this account and region, without their fingerprints.
    ListPlaybackKeyPairs(ListPlaybackKeyPairsRequest) -> ListPlaybackKeyPairsResponse [pages: "keyPairs", readonly: yes]
        raises AccessDeniedException, ValidationException;
}

structures! {
    /// A public key to register.
    ImportPlaybackKeyPairRequest {
        /// The public key in PEM: an ECDSA key on the curve P-384. Never send the private one.
        publicKeyMaterial: PlaybackPublicKeyMaterial [required],
        /// A name of your choice, also one already in use: up to 128 letters, digits, `-` and `_`.
        name: PlaybackKeyPairName,
        /// Labels to give it: up to 50, with keys of 1 to 128 and values of up to 256 characters.
        tags: Tags,
    }

    /// What `ImportPlaybackKeyPair` registered.
    ImportPlaybackKeyPairResponse: output {
        /// The key as registered, with its ARN and fingerprint.
        keyPair: PlaybackKeyPair,
    }

    /// A registered key, which the tokens of viewers are checked against.
    PlaybackKeyPair: output {
        /// Identifies it.
        arn: PlaybackKeyPairArn,
        /// Its name, not necessarily unique.
        name: PlaybackKeyPairName,
        /// Tells which key this is, for comparison with the one you hold.
        fingerprint: PlaybackKeyPairFingerprint,
        /// Its labels, up to 50.
        tags: Tags,
    }

    /// Names the key to read.
    GetPlaybackKeyPairRequest {
        /// The key; 1 to 128 characters.
        arn: PlaybackKeyPairArn [required],
    }

    /// What `GetPlaybackKeyPair` found.
    GetPlaybackKeyPairResponse: output {
        /// The key.
        keyPair: PlaybackKeyPair,
    }

    /// Names the key to remove.
    DeletePlaybackKeyPairRequest {
        /// The key; 1 to 128 characters.
        arn: PlaybackKeyPairArn [required],
    }

    /// Empty: the key is gone.
    DeletePlaybackKeyPairResponse {}

    /// Which page of the keys; everything may be left out.
    ListPlaybackKeyPairsRequest {
        /// The `nextToken` that the page before came with; leave it out for the first page. Up to 1,024 characters.
        nextToken: PaginationToken,
        /// Keys in a page, 1 to 100. Default: 100, or the account's quota of keys if that is less.
        maxResults: MaxPlaybackKeyPairResults,
    }

    /// One page of registered keys.
    ListPlaybackKeyPairsResponse: output {
        /// The keys of this page; may be empty.
        keyPairs: PlaybackKeyPairList [required],
        /// There while more pages follow: send it with the next request.
        nextToken: PaginationToken,
    }

    /// A registered key as it is listed; `GetPlaybackKeyPair` adds the fingerprint.
    PlaybackKeyPairSummary: output {
        /// Identifies it.
        arn: PlaybackKeyPairArn,
        /// Its name, not necessarily unique.
        name: PlaybackKeyPairName,
        /// Its labels, up to 50.
        tags: Tags,
    }
}

lists! {
    /// A page of registered keys.
    PlaybackKeyPairList of PlaybackKeyPairSummary {}
}

strings! {
    /// A public key (ECDSA, P-384) in PEM.
    PlaybackPublicKeyMaterial {}

    /// Name of a playback key pair: up to 128 letters, digits, `-` and `_`.
    PlaybackKeyPairName { min: 0, max: 128, pattern: r"[a-zA-Z0-9-_]*", }

    /// ARN of a playback key pair, 1 to 128 characters.
    PlaybackKeyPairArn { min: 1, max: 128, pattern: r"arn:aws:ivs:[a-z0-9-]+:[0-9]+:playback-key/[a-zA-Z0-9-]+", }

    /// Short text by which to recognise a public key.
    PlaybackKeyPairFingerprint {}
}

integers! {
    /// Items in a page of playback key pairs, 1 to 100.
    MaxPlaybackKeyPairResults { min: 1, max: 100, }
}
