//! Events: listed, as they happen, and posted.

use crate::client::{Server, program, text};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

fn listed(server: &Server, query: &str) -> Value {
    let reply = server.plain("GET", &format!("/_local/events{query}"), &[], "");
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

fn names(events: &[Value]) -> Vec<String> {
    let name = |event: &Value| text(event["detail"].get("event_name").unwrap_or(&event["detail"]["recording_status"]));
    events.iter().map(name).collect()
}

const LIFE: [&str; 4] = ["Session Created", "Stream Start", "Stream End", "Session Ended"];

#[test]
fn events_are_listed_with_the_number_to_go_on_from() {
    let server = Server::start(&[]);
    assert_eq!(listed(&server, ""), json!({ "events": [], "last": 0 }));
    let (arn, key) = server.channel(json!({ "name": "party" }));
    let stream_id = server.go_live(&key);
    let begun = listed(&server, "");
    assert_eq!(names(begun["events"].as_array().unwrap()), LIFE[..2]);
    let event = &begun["events"][0];
    let envelope = [("version", "0"), ("source", "aws.ivs"), ("region", "us-west-2"), ("account", "123456789012")];
    assert!(envelope.iter().all(|(name, value)| event[name] == *value), "{event}");
    assert_eq!(event["detail-type"], json!("IVS Stream State Change"));
    assert_eq!((&event["resources"], &event["detail"]["channel_name"]), (&json!([arn]), &json!("party")));
    assert_eq!(event["detail"]["stream_id"], json!(stream_id));

    server.ok("StopStream", json!({ "channelArn": arn }));
    let rest = listed(&server, &format!("?after={}", begun["last"]));
    assert_eq!(names(rest["events"].as_array().unwrap()), LIFE[2..]);
    assert_eq!(rest["last"], json!(4));
    assert_eq!(listed(&server, "?after=4"), json!({ "events": [], "last": 4 }));
    assert_eq!(listed(&server, "?after=99")["events"], json!([]));
    assert_eq!(server.plain("GET", "/_local/events?after=x", &[], "").status, 400);
    server.local("/_local/reset", Value::Null);
    // The numbers go on, for whoever waits.
    assert_eq!(listed(&server, ""), json!({ "events": [], "last": 4 }));
}

/// A connection on which events arrive.
struct Listening(BufReader<TcpStream>);

impl Listening {
    fn new(server: &Server, query: &str, headers: &str) -> Self {
        let mut stream = TcpStream::connect(server.host()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let head =
            format!("GET /_local/events{query} HTTP/1.1\r\nHost: {}\r\nAccept: text/event-stream\r\n", server.host());
        write!(stream, "{head}{headers}\r\n").unwrap();
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        assert!(line.starts_with("HTTP/1.1 200"), "{line}");
        Self(reader)
    }

    /// The next event, with its id.
    fn next(&mut self) -> (String, Value) {
        let (mut id, mut line, start) = (String::new(), String::new(), Instant::now());
        loop {
            // Lines without an event keep the connection alive.
            assert!(start.elapsed() < Duration::from_secs(20), "no event comes");
            line.clear();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the connection was closed");
            if let Some(value) = line.strip_prefix("id: ") {
                value.trim().clone_into(&mut id);
            } else if let Some(data) = line.strip_prefix("data: ") {
                return (id, serde_json::from_str(data).unwrap());
            }
        }
    }
}

#[test]
fn events_are_sent_as_they_happen_also_when_only_time_passes() {
    let server = Server::start(&["--stream-start-ms", "300"]);
    let mut listening = Listening::new(&server, "", "");
    let (arn, key) = server.channel(json!({}));
    server.go_live(&key);
    let (first, second) = (listening.next(), listening.next());
    let (run, number) = first.0.split_once('-').unwrap();
    assert_eq!((number, &second.0), ("1", &format!("{run}-2")));
    // Nobody called in between.
    assert_eq!(names(&[first.1, second.1]), LIFE[..2]);
    server.ok("StopStream", json!({ "channelArn": arn }));
    assert_eq!(names(&[listening.next().1, listening.next().1]), LIFE[2..]);

    // Whoever connects again says which it has seen, or asks.
    let seen = |id: &str| Listening::new(&server, "", &format!("Last-Event-ID: {id}\r\n")).next().0;
    assert_eq!(seen(&format!("{run}-3")), format!("{run}-4"));
    assert_eq!(Listening::new(&server, "?after=2", "").next().0, format!("{run}-3"));
    // All are new to a page that was connected to a server that is no more.
    assert_eq!(seen("00000000-3"), format!("{run}-1"));
    assert_eq!(seen("3"), format!("{run}-1"));
    let mut early = Listening::new(&server, "?after=99", "");
    server.go_live(&key);
    assert_eq!(early.next().0, format!("{run}-5"));
    let reply = server.plain("GET", "/_local/events?after=x", &[("accept", "text/event-stream")], "");
    assert_eq!(reply.status, 400);
    // What happened just before a reset is sent all the same.
    assert_eq!(names(&[early.next().1]), LIFE[1..2]);
    server.local("/_local/encoder/stop", json!({ "streamKey": key }));
    server.local("/_local/reset", Value::Null);
    assert_eq!(listed(&server, "")["events"], json!([]));
    assert_eq!(names(&[early.next().1, early.next().1]), LIFE[2..]);
}

#[test]
fn a_listener_does_not_keep_it_from_stopping() {
    let mut server = Server::start(&[]);
    let _listening = Listening::new(&server, "", "");
    let process = server.process();
    std::process::Command::new("kill").arg(process.id().to_string()).status().unwrap();
    assert!(process.wait().unwrap().success());
}

/// Answers the next request with that status, and returns its body.
fn accept(listener: &TcpListener, status: &str) -> Value {
    let (mut stream, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut length, mut line) = (0, String::new());
    while line != "\r\n" {
        line.clear();
        reader.read_line(&mut line).unwrap();
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").unwrap();
    serde_json::from_slice(&body).unwrap()
}

#[test]
fn every_event_is_posted_in_order_and_again_until_it_is_accepted() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/events", listener.local_addr().unwrap());
    let server = Server::start(&["--events-url", &url]);
    let (_, key) = server.channel(json!({}));
    server.go_live(&key);
    let refused = accept(&listener, "500 Internal Server Error");
    let accepted = accept(&listener, "204 No Content");
    assert_eq!(refused, accepted);
    let next = accept(&listener, "200 OK");
    assert_eq!(listed(&server, "")["events"], json!([accepted, next]));
}

#[test]
fn an_address_that_cannot_be_posted_to_is_rejected() {
    for url in
        ["localhost:3000", "https://example.com", "http://", "/events", "ftp://a", "http://u:p@a/", "http://a:99999/"]
    {
        let output = program().args(["--port", "0", "--events-url", url]).output().unwrap();
        assert!(!output.status.success() && output.stdout.is_empty(), "{url}");
    }
}
