//! A data directory: what it keeps.

use crate::client::{Server, text};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const FILE: &str = "ivs-local.redb";

/// A directory of a test, which is not there yet.
pub fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if directory.exists() {
        fs::remove_dir_all(&directory).unwrap();
    }
    directory
}

/// A server with a directory, and a key that stays the same.
pub fn start(directory: &Path, arguments: &[&str]) -> Server {
    let directory = directory.to_str().unwrap();
    let own = ["--data-dir", directory, "--access-key-id", "key", "--secret-access-key", "secret"];
    Server::start(&[&own, arguments].concat())
}

pub fn kill(mut server: Server) {
    server.process().kill().unwrap();
    server.process().wait().unwrap();
}

/// All that the API says of an account.
pub fn everything(server: &Server) -> Vec<Value> {
    let lists =
        ["ListChannels", "ListPlaybackKeyPairs", "ListRecordingConfigurations", "ListAdConfigurations", "ListStreams"];
    let mut said: Vec<Value> = lists.iter().map(|list| server.ok(list, json!({}))).collect();
    for channel in said[0].clone()["channels"].as_array().unwrap() {
        let mut channel = server.ok("GetChannel", json!({ "arn": channel["arn"] }))["channel"].clone();
        let sessions = server.ok("ListStreamSessions", json!({ "channelArn": channel["arn"] }));
        // Where players are led to is the server's.
        channel["playbackUrl"].take();
        said.extend([channel, sessions]);
    }
    said.push(server.plain("GET", "/_local/faults", &[], "").json());
    said
}

#[test]
fn everything_is_there_again_after_a_stop_and_after_a_kill() {
    let directory = directory("everything");
    let mut server = start(&directory, &[]);
    let (live, key) = server.channel(json!({ "name": "live", "tags": { "a": "b" } }));
    let (gone, _) = server.channel(json!({}));
    server.ok("ImportPlaybackKeyPair", json!({ "publicKeyMaterial": crate::P384 }));
    let bucket = json!({ "destinationConfiguration": { "s3": { "bucketName": "recordings" } } });
    server.ok("CreateRecordingConfiguration", bucket);
    server.ok("DeleteChannel", json!({ "arn": gone }));
    let stream = server.go_live(&key);
    server.ok("PutMetadata", json!({ "channelArn": live, "metadata": "score 1:0" }));
    server.local("/_local/faults", json!({ "operation": "GetStream", "code": "PendingVerification" }));
    server.local("/_local/advance", json!({ "ms": 3_600_000 }));
    let configurations = server.ok("ListRecordingConfigurations", json!({}));
    assert_eq!(configurations["recordingConfigurations"][0]["state"], "ACTIVE");
    let said = everything(&server);
    let status = {
        let process = server.process();
        assert!(Command::new("kill").args(["-TERM", &process.id().to_string()]).status().unwrap().success());
        process.wait().unwrap()
    };
    assert!(status.success(), "{status}");
    for end in [drop, kill] {
        let server = start(&directory, &[]);
        assert_eq!(everything(&server), said);
        let metadata = server.plain("GET", &format!("/_local/encoder/metadata?channelArn={live}"), &[], "").json();
        assert_eq!(metadata["metadata"][0]["metadata"], "score 1:0");
        // Time that was let pass has passed, and players are led to this server.
        let at = text(&server.ok("CreateChannel", json!({ "name": "new" }))["channel"]["playbackUrl"]);
        assert!(at.starts_with(&server.endpoint), "{at}");
        let old = text(&server.ok("GetChannel", json!({ "arn": live }))["channel"]["playbackUrl"]);
        assert!(old.starts_with(&server.endpoint), "{old}");
        let listed = server.ok("ListChannels", json!({ "filterByName": "new" }));
        server.ok("DeleteChannel", json!({ "arn": listed["channels"][0]["arn"] }));
        end(server);
    }
    let server = start(&directory, &[]);
    assert_eq!(server.call("GetStream", json!({ "channelArn": live })).error_type(), "PendingVerification");
    assert_eq!(server.ok("GetStream", json!({ "channelArn": live }))["stream"]["streamId"], json!(stream));
}

#[test]
fn regions_are_kept_apart_and_what_replaces_everything_replaces_it_on_disk() {
    let directory = directory("regions");
    let names = |server: &Server| text(&json!(server.ok("ListChannels", json!({}))["channels"].to_string()));
    let server = start(&directory, &["--region", "us-west-2", "--region", "eu-west-1"]);
    server.channel(json!({ "name": "west" }));
    let state = server.plain("GET", "/_local/state", &[], "").text;
    server.channel(json!({ "name": "later" }));
    kill(server);
    let server = start(&directory, &["--region", "eu-west-1"]);
    assert_eq!(names(&server), "[]");
    server.channel(json!({ "name": "europe" }));
    kill(server);
    let both = ["--region", "us-west-2", "--region", "eu-west-1"];
    let server = start(&directory, &both);
    assert!(names(&server).contains("later"));
    assert_eq!(server.plain("POST", "/_local/state", &[], &state).status, 200);
    kill(server);
    let server = start(&directory, &both);
    assert!(names(&server).contains("west") && !names(&server).contains("later"));
    assert_eq!(server.local("/_local/reset", json!({})).status, 200);
    kill(server);
    assert_eq!(names(&start(&directory, &both)), "[]");
}

#[test]
fn reads_and_refused_calls_write_nothing() {
    let directory = directory("reads");
    let server = start(&directory, &[]);
    let (_, key) = server.channel(json!({}));
    server.go_live(&key);
    let (arn, _) = server.channel(json!({}));
    let before = fs::read(directory.join(FILE)).unwrap();
    for _ in 0..5 {
        server.ok("GetChannel", json!({ "arn": arn }));
        server.ok("ListTagsForResource", json!({ "resourceArn": arn }));
        server.fails("PutMetadata", json!({ "channelArn": arn, "metadata": "a" }), "ChannelNotBroadcasting");
        server.fails("CreateStreamKey", json!({ "channelArn": arn }), "ServiceQuotaExceededException");
    }
    assert!(fs::read(directory.join(FILE)).unwrap() == before, "the file has changed");
    server.ok("TagResource", json!({ "resourceArn": arn, "tags": { "a": "b" } }));
    assert!(fs::read(directory.join(FILE)).unwrap() != before, "the file has not changed");
}

#[cfg(target_os = "linux")]
#[test]
fn when_the_disk_is_full_calls_that_change_something_fail_and_change_nothing() {
    let directory = directory("full");
    drop(start(&directory, &[]));
    let limited = "trap '' XFSZ; ulimit -S -f 600; exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", limited]).arg(env!("CARGO_BIN_EXE_ivs-local"));
    command.args(["--port", "0", "--json", "--log", "off", "--access-key-id", "key", "--secret-access-key", "secret"]);
    command.arg("--data-dir").arg(&directory);
    let mut server = Server::of(command);
    let name = "x".repeat(128);
    let (arn, key) = server.channel(json!({}));
    let mut names = vec![json!(arn)];
    let reply = loop {
        let reply =
            server.call("CreateChannel", json!({ "name": name, "tags": { "number": names.len().to_string() } }));
        if reply.status != 200 {
            break reply;
        }
        names.push(reply.json()["channel"]["arn"].clone());
        assert!(names.len() < 5000, "the disk is not full");
    };
    assert_eq!((reply.status, reply.error_type()), (500, "InternalServerException"));
    let message = text(&reply.json()["message"]);
    assert!(message.starts_with("Nothing was changed: ") && message.contains("could not be written"), "{message}");
    let all = |server: &Server| {
        let (mut all, mut token) = (Vec::new(), Value::Null);
        loop {
            let page = server.ok("ListChannels", json!({ "nextToken": token }));
            all.extend(page["channels"].as_array().unwrap().iter().map(|channel| channel["arn"].clone()));
            token = page["nextToken"].clone();
            if token.is_null() {
                return all;
            }
        }
    };
    assert_eq!(all(&server), names);
    assert_eq!(server.call("CreateChannel", json!({ "name": name })).status, 500);
    assert_eq!(server.local("/_local/encoder/start", json!({ "streamKey": key })).status, 500);
    assert_eq!(all(&server), names);
    // There is room again.
    let process = server.process().id().to_string();
    assert!(Command::new("prlimit").args(["--pid", &process, "--fsize=unlimited"]).status().unwrap().success());
    assert_eq!(server.plain("GET", "/_local/events", &[], "").json()["events"], json!([]));
    server.fails("GetStream", json!({ "channelArn": arn }), "ChannelNotBroadcasting");
    let created = server.ok("CreateChannel", json!({}));
    names.push(created["channel"]["arn"].clone());
    assert_eq!(all(&server), names);
    kill(server);
    assert_eq!(all(&start(&directory, &[])), names);
}
