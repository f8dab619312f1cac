//! Names in `Host` and pages in `Origin`, in every spelling, as the local endpoints and the API see them.

use crate::client::Server;
use std::io::{Read, Write};
use std::net::TcpStream;

/// The status and text of the answer to a request with this line and these headers.
fn raw(server: &Server, line: &str, headers: &[&str]) -> (u16, String) {
    let mut stream = TcpStream::connect(server.host()).unwrap();
    let head = [&[line], headers, &["Connection: close"]].concat().join("\r\n");
    write!(stream, "{head}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    (answer.split(' ').nth(1).unwrap().parse().unwrap(), answer)
}

#[test]
fn a_request_has_one_valid_host() {
    let server = Server::start(&[]);
    let here = format!("Host: {}", server.host());
    for hosts in [
        &["Host: localhost/x"][..],
        &["Host: localhost", "Host: localhost"],
        &["Host: localhost", "Host: example.com"],
        &[here.as_str(), "host: rebound.example.com"],
        &["Host: me@localhost"],
        &["Host: localhost:x"],
        &["Host: localhost:evil.example"],
        &["Host: localhost, example.com"],
        &["Host: http://localhost"],
        &["Host: [::1"],
        &["Host: ::1"],
        &["Host: a b"],
        &["Host: localh\u{f6}st"],
        &["Host:"],
        &[],
    ] {
        for line in [
            "GET /_local/credentials HTTP/1.1",
            "GET /tags/a HTTP/1.1",
            "OPTIONS /_local/encoder/start HTTP/1.1",
            "GET / HTTP/1.1",
        ] {
            let (status, answer) = raw(&server, line, hosts);
            assert_eq!(status, 400, "{line} {hosts:?}: {answer}");
            assert!(!answer.contains(&server.secret_access_key));
        }
    }
    for host in ["Host: localhost", "Host: LOCALHOST:80", "Host: 127.0.0.1:", "Host: [::1]:1", &here] {
        assert_eq!(raw(&server, "GET /_local/credentials HTTP/1.1", &[host]).0, 200, "{host}");
    }
    // HTTP/1.0 has no Host; who sends none is not known to be of this machine.
    assert_eq!(raw(&server, "GET /_local/credentials HTTP/1.0", &[]).0, 403);
    assert_eq!(raw(&server, "GET /none HTTP/1.0", &[]).0, 404);
    assert_eq!(raw(&server, "GET /_local/credentials HTTP/1.0", &[&here]).0, 200);
}

#[test]
fn another_name_or_origin_in_any_spelling_gets_no_secret() {
    let server = Server::start(&[]);
    let here = format!("Host: {}", server.host());
    let local = "GET /_local/credentials HTTP/1.1";
    for origin in [
        "http://localhost:evil.example",
        "http://localhost@evil.example",
        "http://localhost/",
        "http://localhost?.evil.example",
        "http://localhost, http://evil.example",
        "http://127.0.0.1.evil.example",
        "localhost",
        "",
        "null",
    ] {
        let (status, answer) = raw(&server, local, &[&here, &format!("Origin: {origin}")]);
        assert_eq!(status, 403, "{origin}: {answer}");
        assert!(!answer.contains(&server.secret_access_key) && !answer.contains("access-control-allow-origin"));
    }
    assert_eq!(raw(&server, local, &[&here, "Origin: http://localhost", "Origin: http://evil.example"]).0, 403);
    for (line, status) in [
        ("GET http://evil.example/_local/credentials HTTP/1.1", 403),
        ("GET http://evil.example@localhost/_local/credentials HTTP/1.1", 403),
        ("GET http://localhost:1/_local/credentials HTTP/1.1", 200),
    ] {
        assert_eq!(raw(&server, line, &[&here]).0, status, "{line}");
    }
    assert_eq!(raw(&server, "GET http://localhost/_local/credentials HTTP/1.1", &["Host: evil.example"]).0, 403);
}

#[test]
fn no_cache_and_no_page_of_another_site_keeps_what_the_local_endpoints_say() {
    let server = Server::start(&[]);
    let wanted = [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    for (method, path, headers, status) in [
        ("GET", "/_local/credentials", &[][..], 200),
        ("GET", "/_local/credentials", &[("origin", "http://localhost:3000")], 200),
        ("GET", "/_local/credentials", &[("origin", "https://example.com")], 403),
        ("POST", "/_local/encoder/start", &[], 400),
        ("GET", "/_local/encoder/metadata?channelArn=a", &[], 404),
    ] {
        let reply = server.plain(method, path, headers, "");
        assert_eq!(reply.status, status, "{method} {path}");
        for (name, value) in wanted {
            assert_eq!(reply.header(name), value, "{method} {path}: {name}");
        }
    }
}
