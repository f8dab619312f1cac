//! Whom a request is for, by `Host`, and which page it is from, by `Origin`.

use crate::api::response;
use crate::error;
use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderValue, Version};
use axum::middleware::Next;
use axum::response::Response;
use ivs_local_core::Service;
use ivs_local_core::origin::{host_of, host_of_origin};
use std::net::IpAddr;

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
    response(ivs_local_core::Response::error(&error::bad_host()))
}

/// Rejects a request that a page of another origin sent, or that is for another name. CORS alone keeps a page from reading the
/// response, but not from sending the request, nor from having its own name resolve to this machine.
pub async fn own_pages_only(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    if hosts.are_meant(&request) {
        return next.run(request).await;
    }
    response(Service::local_error(&error::foreign_page()))
}

/// Rejects a request that a page of another origin sent.
pub async fn own_origins_only(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    if request.headers().get_all(ORIGIN).iter().all(|origin| hosts.have_page(origin)) {
        return next.run(request).await;
    }
    response(ivs_local_core::Response::error(&error::foreign_page()))
}

/// The names that the local endpoints answer to besides those of this machine.
#[derive(Debug, Clone, Default)]
pub struct Hosts(pub Vec<String>);

impl Hosts {
    /// Whether the value of `Origin` is a page of this machine, or of one of the names, whatever its port.
    pub fn have_page(&self, origin: &HeaderValue) -> bool {
        origin.to_str().ok().and_then(host_of_origin).is_some_and(|host| self.have(host))
    }

    fn are_meant(&self, request: &Request) -> bool {
        let host = request.headers().get(HOST).and_then(|host| host_of(host.to_str().ok()?));
        // A request line with a whole URL names the host too, and then that one counts.
        let target = request.uri().authority();
        host.is_some_and(|host| self.have(host))
            && target.is_none_or(|target| host_of(target.as_str()).is_some_and(|host| self.have(host)))
            && request.headers().get_all(ORIGIN).iter().all(|origin| self.have_page(origin))
    }

    /// Whether a host is `localhost`, a loopback address, or one of the names.
    fn have(&self, host: &str) -> bool {
        host.eq_ignore_ascii_case("localhost")
            || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
            || self.0.iter().any(|name| name.eq_ignore_ascii_case(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_local(url: &str) -> bool {
        Hosts::default().have_page(&HeaderValue::from_str(url).unwrap())
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
}
