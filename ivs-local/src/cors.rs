//! Which web pages may call.

use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use std::time::Duration;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};

use crate::error::Error;

/// The headers of a signed request.
const REQUEST_HEADERS: [HeaderName; 8] = [
    CONTENT_TYPE,
    AUTHORIZATION,
    HeaderName::from_static("x-amz-date"),
    HeaderName::from_static("x-amz-security-token"),
    HeaderName::from_static("x-amz-user-agent"),
    HeaderName::from_static("x-amz-content-sha256"),
    HeaderName::from_static("amz-sdk-invocation-id"),
    HeaderName::from_static("amz-sdk-request"),
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

/// The local endpoints are open to pages of this machine only: they return the secret.
pub fn loopback_origins() -> CorsLayer {
    layer().allow_origin(AllowOrigin::predicate(|origin, _| origin.to_str().is_ok_and(is_loopback_url)))
}

fn layer() -> CorsLayer {
    CorsLayer::new()
        .allow_methods([Method::GET, Method::POST, Method::DELETE])
        .allow_headers(REQUEST_HEADERS)
        .expose_headers(RESPONSE_HEADERS)
        .max_age(Duration::from_mins(10))
}

/// Rejects a request that a page of another origin sent, or that has another name in `Host`. CORS alone keeps a page
/// from reading the response, but not from sending the request, nor from having its own name resolve to this machine.
pub async fn loopback_only(request: Request, next: Next) -> Response {
    if is_from_here(request.headers()) {
        return next.run(request).await;
    }
    Error::local("AccessDeniedException", StatusCode::FORBIDDEN, "Only pages of this machine may call this.")
        .into_response()
}

fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).map(|value: &HeaderValue| value.to_str().unwrap_or_default());
    text(HOST).is_some_and(|host| is_loopback_url(&format!("http://{host}")))
        && text(ORIGIN).is_none_or(is_loopback_url)
}

/// Whether a URL's host is `localhost` or a loopback address.
fn is_loopback_url(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else { return false };
    let host = uri.host().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_loopback_url;

    #[test]
    fn only_names_and_addresses_of_this_machine_are_loopback() {
        for url in [
            "http://localhost",
            "https://LOCALHOST:3000",
            "http://127.0.0.1:8087",
            "http://127.9.9.9",
            "http://[::1]:80",
        ] {
            assert!(is_loopback_url(url), "{url}");
        }
        for url in [
            "null",
            "",
            "http://example.com",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "http://localhost@example.com",
            "http://192.168.0.1",
            "http://[2001:db8::1]",
        ] {
            assert!(!is_loopback_url(url), "{url}");
        }
    }
}
