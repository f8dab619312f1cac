//! The program: its arguments, output and exit.

use crate::client::{Server, program};
use serde_json::json;
use std::net::TcpListener;

#[test]
fn a_port_in_use_is_reported_in_one_sentence() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = program().args(["--port", &port]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let sentence =
        format!("ivs-local: port {port} is taken; choose another with --port, or --port 0 for any that is free\n");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), sentence);
}

#[test]
fn invalid_arguments_are_rejected_before_it_listens() {
    for arguments in [
        &["--region", "us west"][..],
        &["--region", ""],
        &["--access-key-id", "a"],
        &["--secret-access-key", "a"],
        &["--access-key-id", "", "--secret-access-key", "a"],
        &["--www", "/nowhere/at/all"],
        &["--quota", "channels=1"],
        &["--port", "65536"],
        &["--seed", "-1"],
        &["--rates", "on"],
        &["--seed", "seven"],
        &["--read-timeout-ms", "0"],
        &["--host", "0.0.0.0"],
    ] {
        let output = program().args(["--json"]).args(arguments).output().unwrap();
        assert!(!output.status.success(), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_key_and_region_are_those_that_were_given() {
    let server = Server::start(&["--access-key-id", "a/b", "--secret-access-key", "s+c=", "--region", "eu-central-1"]);
    assert_eq!((server.access_key_id.as_str(), server.secret_access_key.as_str()), ("a/b", "s+c="));
    let (arn, _) = server.channel(json!({}));
    assert!(arn.starts_with("arn:aws:ivs:eu-central-1:"), "{arn}");
    assert!(server.endpoint.starts_with("http://127.0.0.1:"));
    let other = Server::start(&[]);
    assert_ne!(other.secret_access_key, Server::start(&[]).secret_access_key);
    assert_eq!((other.access_key_id.len(), other.secret_access_key.len()), (20, 40));
}

#[test]
fn a_seed_repeats_names_but_not_the_key() {
    let names = |arguments: &[&str]| {
        let server = Server::start(arguments);
        let (arn, key) = server.channel(json!({}));
        (arn, server.go_live(&key), key, server.secret_access_key.clone())
    };
    let (one, again, other) = (names(&["--seed", "7"]), names(&["--seed", "7"]), names(&["--seed", "8"]));
    assert_eq!((&one.0, &one.1, &one.2), (&again.0, &again.1, &again.2));
    assert_ne!(one.3, again.3);
    assert!(one.0 != other.0 && one.1 != other.1 && one.2 != other.2);
    assert_ne!(names(&[]).0, names(&[]).0);
}

#[cfg(unix)]
#[test]
fn a_signal_counts_as_soon_as_it_says_that_it_is_ready() {
    for signal in ["-INT", "-TERM"] {
        for _ in 0..20 {
            let mut server = Server::start(&[]);
            let process = server.process();
            let kill = std::process::Command::new("kill").args([signal, &process.id().to_string()]).status().unwrap();
            assert!(kill.success());
            let status = process.wait().unwrap();
            assert!(status.success(), "{signal}: {status}");
        }
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_or_termination_shuts_it_down_cleanly_even_with_an_open_connection() {
    use std::time::{Duration, Instant};
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::start(&[]);
        server.ok("ListChannels", json!({}));
        let idle = std::net::TcpStream::connect(server.host()).unwrap();
        let process = server.process();
        let kill = std::process::Command::new("kill").args([signal, &process.id().to_string()]).status().unwrap();
        assert!(kill.success());
        let start = Instant::now();
        let status = loop {
            if let Some(status) = process.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < Duration::from_secs(10), "{signal}: still running");
            std::thread::sleep(Duration::from_millis(20));
        };
        assert!(status.success(), "{signal}: {status}");
        drop(idle);
    }
}

#[test]
fn what_a_container_runs_answers_to_the_machine_and_to_its_name() {
    let file = include_str!("../../../Containerfile");
    let entry = file.lines().find_map(|line| line.strip_prefix("ENTRYPOINT ")).unwrap();
    let entry: Vec<String> = serde_json::from_str(entry).unwrap();
    let (path, arguments) = entry.split_first().unwrap();
    assert!(file.contains(&format!("/ivs-local {path}\n")));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).chain(["--host", "ivs-local"]).collect();
    let server = Server::start(&arguments).at_loopback();
    for host in ["localhost:8087", "ivs-local:8087"] {
        let reply = server.plain("GET", "/_local/credentials", &[("host", host)], "");
        assert_eq!(reply.status, 200, "{host}");
        assert!(reply.json()["endpoint"].as_str().unwrap().starts_with("http://ivs-local:"));
    }
}
