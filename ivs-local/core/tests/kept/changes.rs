//! Changes: what they say is enough to save an account.

use crate::middle::{RandomCalls, call, middle, settings};
use ivs_local_core::{Changes, Ivs, Player, Rates, Saved, Settings};
use serde_json::json;
use std::collections::BTreeMap;
use std::time::Duration;

/// What a database has of an account.
#[derive(Default)]
struct Database {
    account: String,
    rows: BTreeMap<(String, u64), String>,
}

impl Database {
    fn save(&mut self, changes: Changes) {
        if changes.replace {
            self.rows.clear();
        }
        self.account = changes.account;
        for change in changes.rows {
            let place = (change.table.to_owned(), change.position);
            match change.row {
                Some(row) => drop(self.rows.insert(place, row)),
                None => drop(self.rows.remove(&place)),
            }
        }
    }

    fn saved(&self) -> Saved {
        let rows = self.rows.iter().map(|((table, position), row)| (table.clone(), *position, row.clone()));
        Saved { account: self.account.clone(), rows: rows.collect() }
    }
}

#[test]
fn an_account_that_was_saved_change_by_change_is_the_original() {
    for seed in 0..2 {
        let mut calls = RandomCalls::new(seed);
        let mut ivs = calls.middle.ivs.clone();
        assert_eq!(ivs.take_changes(), Ok(None), "they are not tracked");
        ivs.track_changes();
        let mut database = Database::default();
        for number in 0..1000 {
            let (name, call) = calls.next();
            let said = call(&mut ivs);
            calls.learn(&said);
            let changes = ivs.take_changes().unwrap();
            let reads = ["Get", "List", "BatchGet", "metadata", "playlist"];
            if number > 0 && reads.iter().any(|read| name.starts_with(read)) && said.get("Err").is_none() {
                // A fault of GetChannel is used up.
                assert!(changes.is_none() || name == "GetChannel", "{name} changed {changes:?}");
            }
            if let Some(changes) = changes {
                database.save(changes);
            }
            if number % 20 == 0 {
                let loaded = Ivs::load(settings(), &database.saved()).unwrap();
                assert_eq!(lasting(&loaded), lasting(&ivs), "seed {seed}, call {number}: {name}");
            }
        }
    }
}

/// A snapshot, but for what passes with time.
fn lasting(ivs: &Ivs) -> String {
    let snapshot: serde_json::Value = serde_json::from_str(&ivs.snapshot().unwrap()).unwrap();
    let mut state = snapshot["state"].clone();
    for name in ["now", "metadataRate", "callRates"] {
        state[name].take();
    }
    // Events that nobody took.
    state["outbox"]["waiting"].take();
    for row in state["viewing"]["sessions"]["rows"].as_array_mut().unwrap() {
        row[2]["seen"].take();
    }
    state.to_string()
}

#[test]
fn that_something_is_ready_is_a_change_and_that_time_passes_is_none() {
    let mut ivs = middle().ivs;
    ivs.track_changes();
    assert!(ivs.take_changes().unwrap().unwrap().replace);
    ivs.advance(Duration::from_millis(1));
    assert_eq!(ivs.take_changes(), Ok(None));
    ivs.advance(Duration::from_secs(2));
    let changes = ivs.take_changes().unwrap().unwrap();
    let tables: Vec<_> = changes.rows.iter().map(|change| change.table).collect();
    assert_eq!((tables, changes.replace), (vec!["recording_configurations", "failover_slate_configurations"], false));
}

#[test]
fn what_is_refused_is_no_change() {
    let before = middle();
    let mut ivs = before.ivs;
    ivs.clear_faults();
    ivs.track_changes();
    ivs.take_changes().unwrap();
    let arn = &before.live["arn"];
    for (name, input) in [
        ("CreateStreamKey", json!({ "channelArn": arn })),
        ("DeleteChannel", json!({ "arn": arn })),
        ("TagResource", json!({ "resourceArn": arn, "tags": { "aws:a": "b" } })),
        ("UntagResource", json!({ "resourceArn": arn, "tagKeys": ["aws:a"] })),
        ("InsertAdBreak", json!({ "channelArn": arn, "adBreakId": "break1000001", "durationSeconds": 30 })),
        ("PutMetadata", json!({ "channelArn": before.ended["arn"], "metadata": "a" })),
    ] {
        let said = call(&mut ivs, name, &input);
        assert!(said.as_str().is_some_and(|failure| failure.contains("Error")), "{name}: {said}");
        assert_eq!(ivs.take_changes(), Ok(None), "{name}");
    }
    for number in 0..10 {
        let said = call(&mut ivs, "PutMetadata", &json!({ "channelArn": arn, "metadata": "a" }));
        assert_eq!(
            (said.is_null(), ivs.take_changes().unwrap().is_some()),
            (number < 5, number < 5),
            "{number}: {said}"
        );
    }
    assert!(ivs.playlist(&before.playing, "live.m3u8", Player::default()).is_ok());
    assert_eq!(ivs.take_changes(), Ok(None));
}

#[test]
fn what_was_not_saved_by_a_whole_account_is_refused() {
    let mut ivs = middle().ivs;
    ivs.track_changes();
    let mut database = Database::default();
    database.save(ivs.take_changes().unwrap().unwrap());
    let saved = database.saved();
    let refused = |change: fn(&mut Saved)| {
        let mut saved = saved.clone();
        change(&mut saved);
        Ivs::load(settings(), &saved).err().unwrap()
    };
    assert!(refused(|saved| saved.account.clear()).starts_with("the account: "));
    assert_eq!(refused(|saved| saved.rows[0].0 = "chanels".to_owned()), "there is no table chanels");
    assert!(refused(|saved| saved.rows[0].2.clear()).contains("the row at "));
    assert!(refused(|saved| saved.rows[0].1 = 99).contains("cannot be where it is"));
    assert!(refused(|saved| saved.rows.push(saved.rows[0].clone())).contains("cannot be where it is"));
    // The program decides where players are led, and what may be called.
    let moved = Settings { playback_origin: Some("http://127.0.0.1:2".to_owned()), rates: Rates::Off, ..settings() };
    let mut loaded = Ivs::load(moved, &saved).unwrap();
    assert_eq!(loaded.take_changes(), Ok(None));
    let channels = call(&mut loaded, "BatchGetChannel", &json!({ "arns": [middle().live["arn"]] }));
    assert!(channels["channels"][0]["playbackUrl"].as_str().unwrap().starts_with("http://127.0.0.1:2/"));
}
