//! Which web pages may call.

use crate::host::Hosts;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderName, Method};
use std::time::Duration;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

/// The headers of a signed request.
const REQUEST_HEADERS: [HeaderName; 9] = [
    CONTENT_TYPE,
    AUTHORIZATION,
    HeaderName::from_static("x-amz-date"),
    HeaderName::from_static("x-amz-security-token"),
    HeaderName::from_static("x-amz-user-agent"),
    HeaderName::from_static("x-amz-content-sha256"),
    HeaderName::from_static("amz-sdk-invocation-id"),
    HeaderName::from_static("amz-sdk-request"),
    // Of who reads server-sent events.
    HeaderName::from_static("last-event-id"),
];

/// The headers of a response that a page may read.
const RESPONSE_HEADERS: [HeaderName; 3] = [
    HeaderName::from_static("x-amzn-errortype"),
    HeaderName::from_static("x-amzn-requestid"),
    HeaderName::from_static("date"),
];

/// The IVS API is open to pages of any origin: it is protected by the signature.
pub fn any_origin() -> CorsLayer {
    layer().allow_origin(Any)
}

/// Players may be on pages of any origin, and send any header.
pub fn players() -> CorsLayer {
    CorsLayer::new().allow_origin(Any).allow_methods([Method::GET]).allow_headers(Any).max_age(Duration::from_mins(10))
}

/// The local endpoints are open to pages of this machine and of these hosts only: they return the secret.
pub fn own_pages(hosts: Hosts) -> CorsLayer {
    layer().allow_origin(AllowOrigin::predicate(move |origin, _| hosts.have_page(origin)))
}

fn layer() -> CorsLayer {
    CorsLayer::new()
        .allow_methods([Method::GET, Method::POST, Method::DELETE])
        .allow_headers(REQUEST_HEADERS)
        .expose_headers(RESPONSE_HEADERS)
        .max_age(Duration::from_mins(10))
}
