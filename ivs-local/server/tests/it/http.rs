//! HTTP: CORS, protection of the local endpoints, limits, the page.

use crate::client::{Server, Signing};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;

const PREFLIGHT: (&str, &str) = ("access-control-request-method", "POST");

#[test]
fn a_page_of_any_origin_may_call_the_api() {
    let server = Server::start(&[]);
    for path in ["/CreateChannel", "/tags/arn%3Aaws%3Aivs"] {
        let headers = [
            ("origin", "https://example.com"),
            PREFLIGHT,
            ("access-control-request-headers", "authorization,content-type,x-amz-date"),
        ];
        let reply = server.plain("OPTIONS", path, &headers, "");
        assert!(matches!(reply.status, 200 | 204), "{reply:?}");
        assert_eq!(reply.header("access-control-allow-origin"), "*");
        assert_eq!(reply.header("access-control-allow-methods"), "GET,POST,DELETE");
        let allowed: Vec<_> = reply.header("access-control-allow-headers").split(',').collect();
        for name in [
            "content-type",
            "authorization",
            "x-amz-date",
            "x-amz-security-token",
            "x-amz-user-agent",
            "x-amz-content-sha256",
            "amz-sdk-invocation-id",
            "amz-sdk-request",
        ] {
            assert!(allowed.contains(&name), "{name}");
        }
    }
    let reply = server.call("ListChannels", json!({}));
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    assert_eq!(reply.header("access-control-expose-headers"), "x-amzn-errortype,x-amzn-requestid,date");
    assert_ne!(reply.header("x-amzn-requestid"), server.call("ListChannels", json!({})).header("x-amzn-requestid"));
}

#[test]
fn only_pages_of_this_machine_get_the_secret() {
    let server = Server::start(&[]);
    let get = |headers: &[(&str, &str)]| server.plain("GET", "/_local/credentials", headers, "");
    let told = get(&[]).json();
    assert_eq!(told["secretAccessKey"], json!(server.secret_access_key));
    assert_eq!(told["accessKeyId"], json!(server.access_key_id));
    assert_eq!(told.get("sessionToken"), None);
    assert_eq!((&told["endpoint"], &told["region"]), (&json!(server.endpoint), &json!("us-west-2")));

    for origin in ["http://localhost:3000", "http://127.0.0.1:1", "http://[::1]:5173"] {
        let reply = get(&[("origin", origin)]);
        assert_eq!((reply.status, reply.header("access-control-allow-origin")), (200, origin));
    }
    for origin in ["https://example.com", "null", "http://localhost.example.com"] {
        let reply = get(&[("origin", origin)]);
        assert_eq!((reply.status, reply.header("access-control-allow-origin")), (403, ""), "{origin}");
        assert!(!reply.text.contains(&server.secret_access_key));
        let preflight = server.plain("OPTIONS", "/_local/encoder/start", &[("origin", origin), PREFLIGHT], "");
        assert_eq!(preflight.header("access-control-allow-origin"), "", "{origin}");
    }
    let allowed = [("origin", "http://localhost:3000"), PREFLIGHT];
    let preflight = server.plain("OPTIONS", "/_local/encoder/start", &allowed, "");
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (200, "http://localhost:3000"));
    // A name of another host that resolves to this machine.
    assert_eq!(get(&[("host", "rebound.example.com")]).status, 403);
}

#[test]
fn a_stream_cannot_be_started_from_a_page_of_another_origin() {
    let server = Server::start(&[]);
    let (arn, key) = server.channel(json!({}));
    let body = json!({ "streamKey": key }).to_string();
    let headers = [("origin", "https://example.com"), ("content-type", "text/plain")];
    assert_eq!(server.plain("POST", "/_local/encoder/start", &headers, &body).status, 403);
    server.fails("GetStream", json!({ "channelArn": arn }), "ChannelNotBroadcasting");
}

#[test]
fn a_body_over_ten_mebibytes_is_rejected() {
    let server = Server::start(&[]);
    let body = format!(r#"{{"name":"{}"}}"#, "a".repeat(10 << 20));
    let reply = server.plain("POST", "/CreateChannel", &[("content-type", "application/json")], &body);
    assert_eq!((reply.status, reply.error_type()), (413, "RequestEntityTooLargeException"));
}

#[test]
fn a_body_that_is_not_a_json_object_is_a_validation_error() {
    let server = Server::start(&[]);
    for body in ["{", "[]", "\"\"", "{\"arn\":}"] {
        let request = server.request("POST", "/GetChannel", &[], body);
        let reply = server.send(&Signing::of(&server).sign(request));
        assert_eq!((reply.status, reply.error_type()), (400, "ValidationException"), "{body}");
        assert!(reply.json()["message"].as_str().unwrap().starts_with("input: the body is not"), "{body}");
    }
}

#[test]
fn a_path_that_is_not_text_is_a_validation_error() {
    let server = Server::start(&[]);
    for path in ["/tags/%FF", "/tags/arn%3Aaws%3Aivs%00"] {
        let reply = server.send(&Signing::of(&server).sign(server.request("GET", path, &[], "")));
        assert_eq!((reply.status, reply.error_type()), (400, "ValidationException"), "{path}: {reply:?}");
    }
}

#[test]
fn an_unknown_operation_has_its_own_error() {
    let server = Server::start(&[]);
    for (method, path) in
        [("POST", "/Nothing"), ("GET", "/"), ("GET", "/CreateChannel"), ("PUT", "/tags/a"), ("POST", "/tags/a/b")]
    {
        let reply = server.plain(method, path, &[], "");
        assert_eq!((reply.status, reply.error_type()), (404, "UnknownOperationException"), "{method} {path}");
    }
}

#[test]
fn the_page_is_served_with_the_content_types_that_browsers_require() {
    let directory = std::env::temp_dir().join(format!("ivs-local-www-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    for name in ["index.html", "app.js", "module.mjs", "engine.wasm", "style.css"] {
        std::fs::write(directory.join(name), name).unwrap();
    }
    let server = Server::start(&["--www", directory.to_str().unwrap()]);
    for (path, kind) in [
        ("/", "text/html"),
        ("/app.js", "javascript"),
        ("/module.mjs", "javascript"),
        ("/engine.wasm", "application/wasm"),
        ("/style.css", "text/css"),
    ] {
        let reply = server.plain("GET", path, &[], "");
        assert_eq!(reply.status, 200, "{path}");
        assert!(reply.header("content-type").contains(kind), "{path}: {reply:?}");
    }
    assert_eq!(server.plain("GET", "/../Cargo.toml", &[], "").status, 404);
    assert_eq!(server.plain("GET", "/none.js", &[], "").error_type(), "UnknownOperationException");
    assert_eq!(server.plain("POST", "/None", &[], "").error_type(), "UnknownOperationException");
    assert_eq!(server.ok("ListChannels", json!({})), json!({ "channels": [] }));
    std::fs::remove_dir_all(&directory).unwrap();
}

#[test]
fn a_connection_serves_many_requests() {
    let server = Server::start(&[]);
    let mut stream = TcpStream::connect(server.host()).unwrap();
    for _ in 0..3 {
        write!(stream, "GET /_local/credentials HTTP/1.1\r\nHost: {}\r\n\r\n", server.host()).unwrap();
        let mut answer = Vec::new();
        while !answer.ends_with(b"}") {
            let mut buffer = [0; 1024];
            let read = stream.read(&mut buffer).unwrap();
            assert_ne!(read, 0, "the connection was closed");
            answer.extend_from_slice(&buffer[..read]);
        }
        assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
    }
}
