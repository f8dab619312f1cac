//! Whom a request is for, by `Host`, and which page it is from, by `Origin`.

use crate::error::Error;
use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderValue, StatusCode, Version};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, Ipv6Addr};

/// Rejects a request that does not have one valid `Host` (RFC 9112, section 3.2).
pub async fn one_host(request: Request, next: Next) -> Response {
    let mut hosts = request.headers().get_all(HOST).iter();
    let valid = match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().is_ok_and(|host| host_of(host).is_some()),
        (None, _) => request.version() < Version::HTTP_11,
        (Some(_), Some(_)) => false,
    };
    if valid {
        return next.run(request).await;
    }
    let message = "The request does not have exactly one header Host of the form name or name:port.";
    Error::local("BadRequestException", StatusCode::BAD_REQUEST, message).into_response()
}

/// Rejects a request that a page of another origin sent, or that is for another name. CORS alone keeps a page from reading the
/// response, but not from sending the request, nor from having its own name resolve to this machine.
pub async fn loopback_only(request: Request, next: Next) -> Response {
    if is_from_here(&request) {
        return next.run(request).await;
    }
    Error::local("AccessDeniedException", StatusCode::FORBIDDEN, "Only pages of this machine may call this.")
        .into_response()
}

fn is_from_here(request: &Request) -> bool {
    let host = request.headers().get(HOST).and_then(|host| host_of(host.to_str().ok()?));
    // A request line with a whole URL names the host too, and then that one counts.
    let target = request.uri().authority();
    host.is_some_and(is_loopback)
        && target.is_none_or(|target| host_of(target.as_str()).is_some_and(is_loopback))
        && request.headers().get_all(ORIGIN).iter().all(is_loopback_origin)
}

/// Whether the value of `Origin` is a page of this machine, whatever its port.
pub fn is_loopback_origin(origin: &HeaderValue) -> bool {
    let Ok(origin) = origin.to_str() else { return false };
    let Some((scheme, host)) = origin.split_once("://") else { return false };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    is_scheme && host_of(host).is_some_and(is_loopback)
}

/// The host of `host` or `host:port`, without the brackets of an IPv6 address; `None` if it is neither (RFC 3986, section 3.2).
fn host_of(text: &str) -> Option<&str> {
    let (host, port) = if let Some(rest) = text.strip_prefix('[') {
        let (address, rest) = rest.split_once(']')?;
        address.parse::<Ipv6Addr>().ok()?;
        (address, if rest.is_empty() { None } else { Some(rest.strip_prefix(':')?) })
    } else {
        let (name, port) = text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port)));
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=%".contains(&byte);
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        (name, port)
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    // The digits after the colon may be left out.
    port.is_none_or(|port| port.is_empty() || is_port(port)).then_some(host)
}

/// Whether a host is `localhost` or a loopback address.
fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_local(url: &str) -> bool {
        is_loopback_origin(&HeaderValue::from_str(url).unwrap())
    }

    #[test]
    fn only_names_and_addresses_of_this_machine_are_loopback() {
        for url in [
            "http://localhost",
            "https://LOCALHOST:3000",
            "http://127.0.0.1:8087",
            "http://127.9.9.9",
            "http://[::1]:80",
            "capacitor://localhost",
        ] {
            assert!(is_local(url), "{url}");
        }
        for url in [
            "null",
            "",
            "localhost",
            "://localhost",
            "1http://localhost",
            "http://",
            "http://example.com",
            "http://localhost.example.com",
            "http://127.0.0.1.example.com",
            "http://localhost@example.com",
            "http://example.com@localhost",
            "http://localhost:evil.example",
            "http://localhost:80:80",
            "http://localhost:80.example.com",
            "http://localhost:65536",
            "http://localhost:+80",
            "http://localhost/",
            "http://localhost/x",
            "http://localhost?x",
            "http://localhost#x",
            "http://localhost\\.example.com",
            "http://localhost, http://example.com",
            "http://localhost http://example.com",
            "http://192.168.0.1",
            "http://127.1",
            "http://[2001:db8::1]",
            "http://[::1].example.com",
            "http://[::1",
            "http://[localhost]",
        ] {
            assert!(!is_local(url), "{url}");
        }
    }

    #[test]
    fn a_host_is_a_name_or_an_address_and_optionally_a_port() {
        for (text, host) in [
            ("localhost", "localhost"),
            ("localhost:8087", "localhost"),
            ("localhost:", "localhost"),
            ("rebound.example.com:1", "rebound.example.com"),
            ("[::1]:8087", "::1"),
            ("[::1]", "::1"),
        ] {
            assert_eq!(host_of(text), Some(host), "{text}");
        }
        for text in [
            "",
            ":80",
            "localhost/x",
            "me@localhost",
            "a b",
            "localhost:x",
            "localhost:1:2",
            "::1",
            "[::1]x",
            "[1.2.3.4]",
        ] {
            assert_eq!(host_of(text), None, "{text}");
        }
    }
}
