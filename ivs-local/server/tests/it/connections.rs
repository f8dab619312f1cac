//! Connections that say little, slowly, or nothing, and requests that their head alone rules out.

use crate::client::{Reply, Server, Signing};
use serde_json::json;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

/// Long beside `--read-timeout-ms`, short beside the default.
const SOON: Duration = Duration::from_secs(8);

/// Connects and sends.
fn send(server: &Server, bytes: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.host()).unwrap();
    stream.set_read_timeout(Some(SOON)).unwrap();
    stream.write_all(bytes.as_bytes()).unwrap();
    stream
}

/// All that comes until the connection is closed.
fn all(mut stream: &TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("the connection stays open: {error}"),
    }
    String::from_utf8(bytes).unwrap()
}

/// The head of a signed request whose body is announced with that length.
fn signed_head(server: &Server, secret_access_key: &str, length: usize) -> String {
    let request = server.request("POST", "/ListChannels", &[("host", server.host())], &"a".repeat(length));
    let signed = Signing { secret_access_key, ..Signing::of(server) }.sign(request);
    let headers: Vec<_> =
        signed.headers().iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    format!("POST /ListChannels HTTP/1.1\r\n{}\r\ncontent-length: {length}\r\n\r\n", headers.join("\r\n"))
}

#[test]
fn a_connection_that_sends_no_head_is_closed() {
    let server = Server::start(&["--read-timeout-ms", "400"]);
    let host = format!("Host: {}\r\n", server.host());
    let heads = ["", "P", "POST /ListChannels HTTP/1.1\r\n", &format!("GET /_local/credentials HTTP/1.1\r\n{host}")];
    let silent: Vec<_> = (0..200).map(|number| send(&server, heads[number % heads.len()])).collect();
    // A byte now and then is no head either.
    let slow = send(&server, "GET /");
    let trickle = {
        let mut slow = slow.try_clone().unwrap();
        spawn(move || {
            let start = Instant::now();
            while start.elapsed() < SOON && slow.write_all(b"a").is_ok() {
                sleep(Duration::from_millis(50));
            }
            start.elapsed()
        })
    };
    server.ok("ListChannels", json!({}));
    for stream in silent.iter().chain([&slow]) {
        let answer = all(stream);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
        assert!(!answer.contains(&server.secret_access_key));
    }
    assert!(trickle.join().unwrap() < SOON);
    server.ok("ListChannels", json!({}));
}

#[test]
fn a_body_that_does_not_arrive_is_answered_with_408() {
    let server = Server::start(&["--read-timeout-ms", "400"]);
    let host = format!("Host: {}\r\n", server.host());
    let signed = signed_head(&server, &server.secret_access_key, 100);
    let local = format!("POST /_local/encoder/start HTTP/1.1\r\n{host}Content-Length: 100\r\n\r\n");
    let chunked = format!("POST /_local/encoder/stop HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n5\r\n{{\"str");
    let streams: Vec<_> =
        [signed.clone(), format!("{signed}{{\"a"), local, chunked].iter().map(|text| send(&server, text)).collect();
    for stream in &streams {
        let answer = all(stream);
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
        assert!(answer.contains("RequestTimeoutException") && answer.contains("within 400ms"), "{answer}");
    }
    let mut trickling = send(&server, &signed);
    let start = Instant::now();
    while start.elapsed() < SOON && trickling.write_all(b" ").is_ok() {
        sleep(Duration::from_millis(50));
    }
    assert!(start.elapsed() < SOON, "a body that trickles in is read for ever");
    server.ok("ListChannels", json!({}));
}

#[test]
fn a_client_that_ends_its_side_gets_its_answer() {
    let server = Server::start(&[]);
    for _ in 0..50 {
        let stream = send(&server, &format!("GET /_local/credentials HTTP/1.1\r\nHost: {}\r\n\r\n", server.host()));
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        assert!(all(&stream).starts_with("HTTP/1.1 200 "));
    }
}

#[test]
fn a_body_that_breaks_off_or_is_no_chunks_is_incomplete() {
    let server = Server::start(&[]);
    let broken = send(&server, &format!("{}short", signed_head(&server, &server.secret_access_key, 100)));
    broken.shutdown(std::net::Shutdown::Write).unwrap();
    let answer = all(&broken);
    assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("IncompleteBody"), "{answer}");
    server.ok("ListChannels", json!({}));
}

#[test]
fn a_head_that_is_refused_is_answered_before_its_body_is_there() {
    // The default timeout: these do not wait for it.
    let server = Server::start(&[]);
    let length = 9 << 20;
    let right = signed_head(&server, &server.secret_access_key, 10);
    let start = Instant::now();
    let unsigned =
        format!("POST /ListChannels HTTP/1.1\r\nHost: {}\r\nContent-Length: {length}\r\n\r\n", server.host());
    let requests = [
        (unsigned.clone(), 403),
        (unsigned.replace("Host", "Authorization: AWS4-HMAC-SHA256 Credential=a\r\nHost"), 403),
        (right.replace(&server.access_key_id, "another"), 403),
        (right.replace("/us-west-2/", "/us-east-1/"), 403),
        (unsigned.replace(&length.to_string(), &(11 << 20).to_string()), 413),
        (right.replace("content-length: 10\r", "content-length: 10485761\r"), 413),
        (right.replace("content-length: 10\r", "content-length: 9223372036854775807\r"), 413),
    ];
    let streams = requests.map(|(head, status)| (send(&server, &format!("{head}{{")), status));
    for (stream, status) in &streams {
        let answer = all_of_one(stream);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    }
    assert!(start.elapsed() < Duration::from_secs(20));
}

/// The answer to one request, after which the connection may stay open.
fn all_of_one(mut stream: &TcpStream) -> String {
    let (mut bytes, mut buffer) = (Vec::new(), [0; 1024]);
    while !bytes.ends_with(b"}") {
        let read = stream.read(&mut buffer).unwrap();
        if read == 0 {
            break;
        }
        bytes.extend_from_slice(&buffer[..read]);
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_client_that_sends_a_large_body_first_reads_why_it_is_refused() {
    let server = Server::start(&[]);
    let body = "a".repeat(9 << 20);
    let refused =
        |reply: &Reply| assert_eq!((reply.status, reply.error_type()), (403, "MissingAuthenticationTokenException"));
    for _ in 0..5 {
        refused(&server.plain("POST", "/ListChannels", &[], &body));
    }
    let reply = server.local("/_local/encoder/start", json!({ "streamKey": "a".repeat(70_000) }));
    assert_eq!((reply.status, reply.error_type()), (413, "RequestEntityTooLargeException"));
}

#[cfg(target_os = "linux")]
#[test]
fn bodies_of_requests_that_their_head_rules_out_take_no_memory() {
    let mut server = Server::start(&[]);
    let status = format!("/proc/{}/status", server.process().id());
    let resident = || -> u64 {
        let status = std::fs::read_to_string(&status).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    let before = resident();
    let head = format!("POST /ListChannels HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\n\r\n", server.host(), 9 << 20);
    let body = "a".repeat(4 << 20);
    let streams: Vec<_> = (0..60).map(|_| send(&server, &head)).collect();
    for mut stream in &streams {
        // It may have been answered and closed by now.
        let _ = stream.write_all(body.as_bytes());
    }
    let grown = resident().saturating_sub(before);
    assert!(grown < 100 << 10, "{grown} KiB for 240 MiB of bodies");
}
