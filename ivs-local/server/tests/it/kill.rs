//! The server is killed while it writes, again and again: what it answered is true afterwards.

use crate::client::{Server, program, text};
use crate::storage::{directory, start};
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

const ROUNDS: u64 = 100;
const CLIENTS: u64 = 5;

/// How many channels of a client are looked at in each round.
const WATCHED: usize = 30;

/// What a client knows of a channel that it made: what its tag may be, `None` for a channel that may be gone.
type Possible = BTreeSet<Option<u64>>;

/// A client with channels of its own, which nobody else changes.
struct Client {
    random: SmallRng,
    channels: BTreeMap<String, Possible>,
    /// Those that it leaves alone.
    settled: BTreeMap<String, Possible>,
    /// A live one, with the metadata that it must have, and those that it may have after them.
    live: Option<Live>,
    number: u64,
}

struct Live {
    arn: String,
    stream_id: String,
    metadata: Vec<String>,
    maybe: Option<String>,
}

impl Client {
    /// Calls until the server is gone.
    fn run(&mut self, server: &Server, answered: &AtomicUsize) {
        while self.call(server).is_some() {
            answered.fetch_add(1, SeqCst);
        }
    }

    /// One call that changes something; `None` if it was not answered.
    fn call(&mut self, server: &Server) -> Option<()> {
        self.number += 1;
        let number = self.number;
        let of = |name: &str, input: Value| {
            let reply = server.try_call(name, input)?;
            assert!((200..300).contains(&reply.status) || reply.status == 429, "{name}: {reply:?}");
            Some(reply)
        };
        if self.live.is_none() {
            let created = of("CreateChannel", json!({ "name": "live" }))?.json();
            let key = created["streamKey"]["value"].clone();
            let started = server.try_local("/_local/encoder/start", json!({ "streamKey": key }))?.json();
            let arn = created["channel"]["arn"].as_str().unwrap().to_owned();
            let stream_id = started["streamId"].as_str().unwrap().to_owned();
            self.live = Some(Live { arn, stream_id, metadata: Vec::new(), maybe: None });
            return Some(());
        }
        let some = self.random.random_range(0..self.channels.len().max(1));
        let some = self.channels.keys().nth(some).cloned();
        match (self.random.random_range(0..10), some) {
            (0..4, _) | (_, None) => {
                let created = of("CreateChannel", json!({ "tags": { "number": number.to_string() } }))?.json();
                let arn = created["channel"]["arn"].as_str().unwrap().to_owned();
                assert!(!self.settled.contains_key(&arn), "an ARN was given twice: {created}");
                let old = self.channels.insert(arn, BTreeSet::from([Some(number)]));
                assert!(old.is_none(), "an ARN was given twice: {created}");
            }
            (4..8, Some(arn)) => {
                self.channels.get_mut(&arn).unwrap().insert(Some(number));
                of("TagResource", json!({ "resourceArn": arn, "tags": { "number": number.to_string() } }))?;
                self.channels.insert(arn, BTreeSet::from([Some(number)]));
            }
            (8, Some(arn)) => {
                self.channels.get_mut(&arn).unwrap().insert(None);
                of("DeleteChannel", json!({ "arn": arn }))?;
                self.channels.remove(&arn);
                self.settled.insert(arn, BTreeSet::from([None]));
            }
            (_, Some(_)) => {
                let live = self.live.as_mut().unwrap();
                live.maybe = Some(number.to_string());
                let reply = of("PutMetadata", json!({ "channelArn": live.arn, "metadata": number.to_string() }))?;
                live.metadata.extend(live.maybe.take().filter(|_| reply.status != 429));
            }
        }
        Some(())
    }

    /// What is on disk is what was answered; what was not may be there or not, and is known from now on.
    fn check(&mut self, server: &Server, round: u64) {
        check(&mut self.channels, server, round);
        let is_gone = |possible: &Possible| *possible == BTreeSet::from([None]);
        self.settled.extend(self.channels.extract_if(.., |_, possible| is_gone(possible)));
        while self.channels.len() > WATCHED {
            self.settled.extend(self.channels.pop_first());
        }
        let Some(live) = &mut self.live else { return };
        let stream = server.ok("GetStream", json!({ "channelArn": live.arn }));
        assert_eq!(stream["stream"]["streamId"], json!(live.stream_id), "round {round}");
        let metadata =
            server.plain("GET", &format!("/_local/encoder/metadata?channelArn={}", live.arn), &[], "").json();
        let items = metadata["metadata"].as_array().unwrap();
        let items: Vec<&str> = items.iter().map(|item| item["metadata"].as_str().unwrap()).collect();
        if items.len() > live.metadata.len() {
            live.metadata.extend(live.maybe.take());
        }
        live.maybe = None;
        assert_eq!(items, live.metadata, "round {round}");
    }
}

fn check(channels: &mut BTreeMap<String, Possible>, server: &Server, round: u64) {
    let arns: Vec<String> = channels.keys().cloned().collect();
    for some in arns.chunks(50) {
        let found = server.ok("BatchGetChannel", json!({ "arns": some }));
        let number = |channel: &Value| text(&channel["tags"]["number"]).parse().unwrap();
        let found = found["channels"].as_array().unwrap().iter();
        let found: BTreeMap<String, u64> = found.map(|channel| (text(&channel["arn"]), number(channel))).collect();
        for arn in some {
            let possible = channels.get_mut(arn).unwrap();
            let is = found.get(arn).copied();
            assert!(possible.contains(&is), "round {round}: {arn} is {is:?}, and not one of {possible:?}");
            *possible = BTreeSet::from([is]);
        }
    }
}

/// A number that one client counts up and another one reads.
struct Counter {
    arn: String,
    /// What was answered to either.
    known: AtomicUsize,
}

impl Counter {
    fn count(&self, server: &Server) {
        for number in self.known.load(SeqCst) + 1.. {
            let tag = json!({ "resourceArn": self.arn, "tags": { "count": number.to_string() } });
            let Some(_) = server.try_call("TagResource", tag) else { return };
            self.known.fetch_max(number, SeqCst);
        }
    }

    fn read(&self, server: &Server) {
        while let Some(reply) = server.try_call("ListTagsForResource", json!({ "resourceArn": self.arn })) {
            self.known.fetch_max(text(&reply.json()["tags"]["count"]).parse().unwrap(), SeqCst);
        }
    }

    fn check(&self, server: &Server, round: u64) {
        let tags = server.ok("ListTagsForResource", json!({ "resourceArn": self.arn }));
        let count: usize = text(&tags["tags"]["count"]).parse().unwrap();
        let known = self.known.swap(count, SeqCst);
        // The last one may have been saved and not answered.
        assert!(count == known || count == known + 1, "round {round}: {known} was answered, {count} is there");
    }
}

#[test]
fn what_was_answered_is_true_after_a_hundred_kills() {
    let directory = directory("kills");
    let mut random = SmallRng::seed_from_u64(1);
    let client = |number| Client {
        random: SmallRng::seed_from_u64(number),
        channels: BTreeMap::new(),
        settled: BTreeMap::new(),
        live: None,
        number: number << 32,
    };
    let mut clients: Vec<Client> = (0..CLIENTS).map(client).collect();
    let first = start(&directory, &[]);
    let (arn, _) = first.channel(json!({ "tags": { "count": "0" } }));
    let counter = Counter { arn, known: AtomicUsize::new(0) };
    drop(first);
    let mut total = 0;
    for round in 0..ROUNDS {
        let mut server = start(&directory, &["--quota", "channel=100000"]);
        for client in &mut clients {
            client.check(&server, round);
        }
        counter.check(&server, round);
        let (answered, calls) = (AtomicUsize::new(0), random.random_range(0..40));
        let delay = Duration::from_micros(random.random_range(0..5000));
        let process = server.process().id().to_string();
        thread::scope(|scope| {
            let calling: Vec<_> =
                clients.iter_mut().map(|client| scope.spawn(|| client.run(&server, &answered))).collect();
            scope.spawn(|| counter.count(&server));
            scope.spawn(|| counter.read(&server));
            while answered.load(SeqCst) < calls && !calling.iter().any(thread::ScopedJoinHandle::is_finished) {
                thread::yield_now();
            }
            thread::sleep(delay);
            assert!(Command::new("kill").args(["-KILL", &process]).status().unwrap().success());
        });
        server.process().wait().unwrap();
        total += answered.into_inner();
    }
    let server = start(&directory, &[]);
    for client in &mut clients {
        client.check(&server, ROUNDS);
        check(&mut client.settled, &server, ROUNDS);
    }
    counter.check(&server, ROUNDS);
    let known = |client: &Client| client.channels.keys().chain(client.settled.keys()).cloned().collect::<Vec<_>>();
    let arns: Vec<String> = clients.iter().flat_map(known).collect();
    assert_eq!(BTreeSet::from_iter(&arns).len(), arns.len(), "an ARN was given twice");
    assert!(total > 1000 && arns.len() > 200, "{total} calls were answered, {} channels made", arns.len());
}

#[test]
fn a_first_start_that_is_killed_is_no_obstacle_to_the_next() {
    let directory = directory("first-starts");
    let mut random = SmallRng::seed_from_u64(2);
    for round in 0..60 {
        let directory = directory.join(round.to_string());
        let mut command = program();
        command.args(["--port", "0", "--json", "--log", "off", "--data-dir"]).arg(&directory).stdout(Stdio::null());
        let mut child = command.spawn().unwrap();
        // As soon as there is something, or a little later.
        while !directory.exists() {
            thread::yield_now();
        }
        thread::sleep(Duration::from_micros(random.random_range(0..30_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        if round == 0 {
            fs::write(directory.join("ivs-local.new"), "half a database").unwrap();
        }
        let (arn, _) = start(&directory, &[]).channel(json!({}));
        start(&directory, &[]).ok("GetChannel", json!({ "arn": arn }));
    }
}
