//! The account by itself: time passes only when it is told to, and names come from the seed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use ivs_local_core::{Error, Failure, Fault, Ivs, Quotas, Rates, Rejected, Settings, Start, Stop};
use ivs_wasm::model::ivs::SERVICE;
use serde_json::{Value, json};
use std::time::Duration;
use time::OffsetDateTime;
use time::macros::datetime;

const START: OffsetDateTime = datetime!(2030-01-01 00:00:00.25 UTC);
const SECOND: Duration = Duration::from_secs(1);
const ALMOST_A_SECOND: Duration = Duration::from_nanos(999_999_999);
const REST: Duration = Duration::from_nanos(1);

fn account(seed: u8) -> Ivs {
    with_rates(Rates::Off, seed)
}

fn with_rates(rates: Rates, seed: u8) -> Ivs {
    let settings = Settings {
        region: "us-west-2".to_owned(),
        playback_origin: None,
        creation: 2 * SECOND,
        quotas: Quotas::default(),
        rates,
        ..Settings::default()
    };
    Ivs::new(settings, [seed; 32], START)
}

fn call(ivs: &mut Ivs, name: &str, input: Value) -> Result<Value, Error> {
    match ivs.call(SERVICE.operation(name).unwrap(), input) {
        Ok(output) => Ok(output.unwrap_or_default()),
        Err(Failure::Error(error)) => Err(error),
        Err(Failure::AnswerLost) => panic!("the answer is lost"),
    }
}

fn ok(ivs: &mut Ivs, name: &str, input: Value) -> Value {
    call(ivs, name, input).unwrap()
}

/// A channel, as (its ARN, the value of its stream key).
fn channel(ivs: &mut Ivs) -> (Value, Value) {
    let created = ok(ivs, "CreateChannel", json!({}));
    (created["channel"]["arn"].clone(), created["streamKey"]["value"].clone())
}

fn start(ivs: &mut Ivs, key: &Value) -> String {
    let input: Start = serde_json::from_value(json!({ "streamKey": key })).unwrap();
    ivs.start_stream(&input).unwrap().stream_id
}

fn stop(ivs: &mut Ivs, key: &Value) {
    let input: Stop = serde_json::from_value(json!({ "streamKey": key })).unwrap();
    ivs.stop_stream(&input).unwrap();
}

/// All that an account says in a life that meets every source of names and times.
fn life(seed: u8) -> Vec<Value> {
    let mut ivs = account(seed);
    let (arn, key) = channel(&mut ivs);
    let mut said = vec![arn.clone(), key.clone()];
    for name in ["CreateFailoverSlateConfiguration", "CreatePlaybackRestrictionPolicy", "CreateChannel"] {
        said.push(ok(&mut ivs, name, json!({})));
    }
    said.push(json!(start(&mut ivs, &key)));
    ivs.advance(90 * SECOND);
    said.push(ok(&mut ivs, "GetStream", json!({ "channelArn": arn })));
    stop(&mut ivs, &key);
    said.push(ok(&mut ivs, "GetStreamSession", json!({ "channelArn": arn })));
    said.push(ok(&mut ivs, "ListChannels", json!({ "maxResults": 1 })));
    said
}

#[test]
fn the_same_calls_have_the_same_results_with_the_same_seed() {
    let said = life(1);
    assert_eq!(said, life(1));
    for (one, other) in said.iter().zip(life(2)) {
        assert_ne!(*one, other);
    }
}

#[test]
fn what_takes_time_is_ready_when_it_has_passed_and_not_before() {
    let mut ivs = account(1);
    let input = json!({ "destinationConfiguration": { "s3": { "bucketName": "recordings" } } });
    let recording = ok(&mut ivs, "CreateRecordingConfiguration", input)["recordingConfiguration"]["arn"].clone();
    let slate =
        ok(&mut ivs, "CreateFailoverSlateConfiguration", json!({}))["failoverSlateConfiguration"]["arn"].clone();
    let states = |ivs: &mut Ivs| {
        let recording = ok(ivs, "GetRecordingConfiguration", json!({ "arn": recording }));
        let slate = ok(ivs, "GetFailoverSlateConfiguration", json!({ "arn": slate }));
        [&recording["recordingConfiguration"]["state"], &slate["failoverSlateConfiguration"]["state"]]
            .map(Value::to_string)
    };
    assert_eq!(states(&mut ivs), ["\"CREATING\"", "\"CREATING\""]);
    ivs.advance(SECOND + ALMOST_A_SECOND);
    assert_eq!(states(&mut ivs), ["\"CREATING\"", "\"CREATING\""]);
    ivs.advance_to(START);
    ivs.advance(REST);
    assert_eq!(states(&mut ivs), ["\"ACTIVE\"", "\"CREATED\""], "a moment that has passed turned the clock back");
    ok(&mut ivs, "UpdateFailoverSlateConfiguration", json!({ "arn": slate, "name": "a" }));
    ivs.advance_to(START + 3 * SECOND);
    assert_eq!(states(&mut ivs)[1], "\"UPDATING\"");
    ivs.advance_to(START + 4 * SECOND);
    assert_eq!(states(&mut ivs)[1], "\"CREATED\"");
}

#[test]
fn a_session_lasts_as_long_as_its_stream_in_whole_seconds() {
    let mut ivs = account(1);
    let (arn, key) = channel(&mut ivs);
    start(&mut ivs, &key);
    ivs.advance(Duration::from_millis(90_800));
    stop(&mut ivs, &key);
    let session = ok(&mut ivs, "GetStreamSession", json!({ "channelArn": arn }))["streamSession"].clone();
    assert_eq!(
        (&session["startTime"], &session["endTime"]),
        (&json!("2030-01-01T00:00:00Z"), &json!("2030-01-01T00:01:31Z"))
    );
}

#[test]
fn metadata_has_a_rate_for_a_channel_and_one_for_the_account() {
    let mut ivs = account(1);
    let live: Vec<_> = (0..32)
        .map(|_| {
            let (arn, key) = channel(&mut ivs);
            start(&mut ivs, &key);
            arn
        })
        .collect();
    let put = |ivs: &mut Ivs, arn: &Value| {
        call(ivs, "PutMetadata", json!({ "channelArn": arn, "metadata": "a" })).map(drop).map_err(|error| error.message)
    };
    for arn in &live[..31] {
        for _ in 0..5 {
            assert_eq!(put(&mut ivs, arn), Ok(()));
        }
    }
    let rate = |most: usize, resource: &str| {
        Err(format!("Operation: ivs:PutMetadata exceeded call rate: {most} for resource: {resource}"))
    };
    assert_eq!(put(&mut ivs, &live[0]), rate(5, live[0].as_str().unwrap()));
    assert_eq!(put(&mut ivs, &live[31]), rate(155, "arn:aws:iam::123456789012:root"));
    ivs.advance(ALMOST_A_SECOND);
    assert!(put(&mut ivs, &live[31]).is_err());
    ivs.advance(REST);
    assert_eq!((put(&mut ivs, &live[0]), put(&mut ivs, &live[31])), (Ok(()), Ok(())));
}

#[test]
fn time_without_end_ends_at_the_last_moment_that_can_be_written() {
    let mut ivs = account(1);
    let (arn, key) = channel(&mut ivs);
    ivs.advance(Duration::MAX);
    ivs.advance(Duration::MAX);
    start(&mut ivs, &key);
    let stream = ok(&mut ivs, "GetStream", json!({ "channelArn": arn }))["stream"].clone();
    assert_eq!(stream["startTime"], json!("9999-12-31T23:59:59Z"));
}

#[test]
fn each_operation_has_its_own_rate_and_what_is_throttled_does_not_count() {
    let mut ivs = with_rates(Rates::Aws, 1);
    let list = |ivs: &mut Ivs, name: &str| call(ivs, name, json!({})).map(drop).map_err(|error| error.code);
    for (name, most) in [("ListChannels", 5), ("ListPlaybackKeyPairs", 3), ("ListAdConfigurations", 3)] {
        for _ in 0..most {
            assert_eq!(list(&mut ivs, name), Ok(()), "{name}");
        }
        assert_eq!(list(&mut ivs, name), Err("ThrottlingException"), "{name}");
    }
    assert!((0..50).all(|_| list(&mut ivs, "ListFailoverSlateConfigurations").is_ok()));
    // Calls with invalid inputs count; the service throttles before it reads them.
    for _ in 0..5 {
        assert_eq!(list(&mut ivs, "GetChannel"), Err("ValidationException"));
    }
    assert_eq!(list(&mut ivs, "GetChannel"), Err("ThrottlingException"));
    ivs.advance(ALMOST_A_SECOND);
    for _ in 0..20 {
        assert_eq!(list(&mut ivs, "ListChannels"), Err("ThrottlingException"));
    }
    ivs.advance(REST);
    assert!((0..5).all(|_| list(&mut ivs, "ListChannels").is_ok()));
}

#[test]
fn a_call_meets_the_oldest_fault_of_its_operation() {
    let mut ivs = account(1);
    let fault = |value: Value| serde_json::from_value::<Fault>(value).unwrap();
    ivs.add_fault(fault(json!({ "operation": "CreateChannel", "code": "PendingVerification" }))).unwrap();
    ivs.add_fault(fault(json!({ "operation": "CreateChannel", "reset": true }))).unwrap();
    ivs.add_fault(fault(json!({ "operation": "GetChannel", "code": "ExpiredTokenException" }))).unwrap();
    assert_eq!(call(&mut ivs, "CreateChannel", json!({})).unwrap_err().code, "PendingVerification");
    let create = SERVICE.operation("CreateChannel").unwrap();
    assert_eq!(ivs.call(create, json!({ "name": "lost" })), Err(Failure::AnswerLost));
    assert_eq!(ok(&mut ivs, "ListChannels", json!({}))["channels"][0]["name"], json!("lost"));
    assert_eq!(ivs.faults().len(), 1);
    ivs.clear_faults();
    assert_eq!(call(&mut ivs, "GetChannel", json!({})).unwrap_err().code, "ValidationException");
}

#[test]
fn metadata_can_be_read_after_the_end_of_its_stream() {
    let mut ivs = account(1);
    let (arn, key) = channel(&mut ivs);
    let put = |ivs: &mut Ivs, text: &str| ok(ivs, "PutMetadata", json!({ "channelArn": arn, "metadata": text }));
    let read = |ivs: &Ivs| {
        let items = ivs.metadata(arn.as_str().unwrap());
        items.map(|items| items.iter().map(|item| json!(item)["metadata"].clone()).collect::<Vec<_>>())
    };
    assert_eq!(read(&ivs), Err(Rejected::NotLive));
    start(&mut ivs, &key);
    put(&mut ivs, "first");
    put(&mut ivs, "second");
    assert_eq!(read(&ivs).unwrap(), ["first", "second"]);
    stop(&mut ivs, &key);
    assert_eq!(read(&ivs).unwrap(), ["first", "second"]);
    start(&mut ivs, &key);
    assert_eq!(read(&ivs).unwrap(), [""; 0]);
    put(&mut ivs, "third");
    stop(&mut ivs, &key);
    assert_eq!(read(&ivs).unwrap(), ["third"]);
    // Those of the last 100 streams that have ended are kept.
    let (_, other) = channel(&mut ivs);
    for more in 0..100 {
        assert_eq!(read(&ivs).unwrap(), ["third"], "after {more} more");
        start(&mut ivs, &other);
        stop(&mut ivs, &other);
    }
    assert_eq!(read(&ivs).unwrap(), [""; 0]);
    ok(&mut ivs, "DeleteChannel", json!({ "arn": arn }));
    assert_eq!(read(&ivs), Err(Rejected::UnknownChannel));
}
