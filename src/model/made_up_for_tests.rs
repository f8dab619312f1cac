//! A made-up service, for tests, with the kinds that the real ones lack. It is declared by the same macros, and is not
//! one of [`SERVICES`](super::SERVICES).

use super::{SdkNames, Service};

/// The service, whose names in hosts and in signatures differ.
pub static SERVICE: Service = Service {
    id: "made-up",
    endpoint_prefix: "madeuphost",
    signing_name: "madeupscope",
    api_version: "2026-01-02",
    user_agent: "api/made_up#2026-01-02",
    resources: &[film::OPERATIONS],
    exceptions: exception::EXCEPTIONS,
    sdk: SdkNames { class: "MadeUp", enums: &[], types: &[] },
    title: "Made-Up Service",
    reference: "https://example.com/API_",
};

mod film {
    operations! {
        /// Makes a film.
        MakeFilm(MakeFilmRequest) -> MakeFilmResponse raises FilmExists;
    }

    structures! {
        /// The film to make.
        MakeFilmRequest {
            /// Frames a second.
            framerate: Framerate,
            /// Distinguishes this request from others.
            idempotencyToken: Token [required, idempotency_token],
            /// Where the film goes.
            destination: Destination,
            /// What its makers say of it.
            attributes: Attributes,
        }

        /// The film that was made.
        MakeFilmResponse {
            /// Frames a second.
            framerate: Framerate,
            /// Where the film went.
            destination: Destination,
        }

        /// A bucket.
        Bucket {
            /// Its name.
            name: Text [required],
            /// Since when it exists.
            since: Time,
        }
    }

    unions! {
        /// Where a film goes.
        Destination {
            /// Into a bucket.
            bucket: Bucket,
            /// To an address.
            address: Text,
        }
    }

    maps! {
        /// What nobody else may read.
        Attributes of Text to Text { sensitive: yes, }
    }

    strings! {
        /// Any text.
        Text {}

        /// Distinguishes requests.
        Token { min: 1, max: 64, pattern: r"[a-zA-Z0-9-_]*", }
    }

    floats! {
        /// Frames a second.
        Framerate { min: 1, max: 60, }
    }

    timestamps! {
        /// A moment.
        Time;
    }

    lists! {
        /// Parts of a request.
        Fields of Field {}
    }

    structures! {
        /// A part of a request.
        Field {
            /// Its name.
            name: Text [required],
        }
    }
}

mod exception {
    use super::film::{Fields, Text};

    exceptions! {
        /// The film exists already.
        FilmExists { status: 409, fault: Client, members: FILM_EXISTS, }
    }

    /// Unlike those of IVS, errors have members in the body.
    static FILM_EXISTS: &[crate::model::Member] = members! {
        /// The explanation in words.
        message: Text [required],
        /// The film.
        resourceId: Text [required],
        /// What it differs in.
        fieldList: Fields,
    };
}
