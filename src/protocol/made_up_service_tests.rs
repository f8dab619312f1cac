//! Kinds that Amazon IVS does not have and its neighbours have, tested with a made-up service.

use super::decode::tests::Json;
use super::*;
use crate::endpoint::{DualStack, Endpoint, Fips};
use crate::model::made_up_for_tests::SERVICE;
use crate::model::{Operation, Shape};
use crate::sigv4::{self, Credentials, Settings, Signer, SigningParams, Timestamp};
use serde_json::json;

/// Made of bits of which the highest hexadecimal digit is 1: the lowest is written first.
const UUID: &str = "00000001-0000-4001-8000-000100000001";

fn operation() -> &'static Operation {
    SERVICE.operation("MakeFilm").unwrap()
}

fn body(input: &serde_json::Value) -> Result<String, Vec<String>> {
    let encoded = encode(operation(), &input, UnknownMembers::Refuse, &mut || 0x1000_0000);
    let lines = |problems: Vec<Problem>| problems.iter().map(ToString::to_string).collect();
    encoded.map(|encoded| encoded.request.body.unwrap()).map_err(lines)
}

fn problems(input: &serde_json::Value) -> Vec<String> {
    let mut input = input.clone();
    input["idempotencyToken"] = json!("t");
    body(&input).unwrap_err()
}

#[test]
fn a_float_is_any_finite_number_not_below_its_minimum() {
    for (number, text) in
        [(json!(1), "1"), (json!(29.97), "29.97"), (json!(1e300), "1e+300"), (json!(i64::MAX), "9223372036854775807")]
    {
        let expected = format!(r#"{{"framerate":{text},"idempotencyToken":"t"}}"#);
        assert_eq!(body(&json!({ "framerate": number, "idempotencyToken": "t" })).unwrap(), expected);
    }
    for (value, problem) in [
        (json!(0.5), "must be at least 1"),
        (json!(-7), "must be at least 1"),
        (json!(u64::MAX), "is beyond 64 bits"),
        (json!("30"), "expected a finite number, got string"),
    ] {
        assert_eq!(problems(&json!({ "framerate": value })), [format!("input.framerate: {problem}")]);
    }
}

/// A number that JSON cannot express.
#[derive(Debug)]
struct Number(f64);

impl Value for Number {
    fn view(&self, _: &mut Budget) -> Result<View<Self>, Unreadable> {
        Ok(if self.0 == 0.0 {
            View::Map { entries: vec![("framerate".to_owned(), Self(f64::INFINITY))], class: None }
        } else {
            View::Number(self.0)
        })
    }

    fn number_text(_: f64) -> String {
        "Infinity".to_owned()
    }
}

#[test]
fn an_infinite_number_is_refused() {
    let problems = encode(operation(), &Number(0.0), UnknownMembers::Refuse, &mut || 0).unwrap_err();
    assert_eq!(problems[0].line(), "input.framerate: expected a finite number, got an infinite number");
}

#[test]
fn the_service_checks_the_maximum_of_a_float() {
    let problems = validate(operation().input, &json!({ "framerate": 60.5, "idempotencyToken": "t" }));
    assert_eq!(problems[0].line(), "input.framerate: must be at most 60");
    assert_eq!(validate(operation().input, &json!({ "framerate": 60, "idempotencyToken": "t" })), []);
}

#[test]
fn an_idempotency_token_is_made_where_there_is_none() {
    for input in [json!(null), json!({}), json!({ "idempotencyToken": null })] {
        assert_eq!(body(&input).unwrap(), format!(r#"{{"idempotencyToken":"{UUID}"}}"#), "{input}");
    }
    let request = encode_query(operation(), &&json!({}), &mut || 0x1000_0000).unwrap();
    assert_eq!(request.query, format!("idempotencyToken={UUID}"));
    assert_eq!(body(&json!({ "idempotencyToken": "mine" })).unwrap(), r#"{"idempotencyToken":"mine"}"#);
    assert_eq!(body(&json!({ "idempotencyToken": "" })).unwrap_err(), ["input.idempotencyToken: must not be empty"]);
}

#[test]
fn a_union_has_exactly_one_member() {
    for destination in [json!({ "address": "a" }), json!({ "bucket": { "name": "b" }, "address": null })] {
        assert!(body(&json!({ "destination": destination })).is_ok(), "{destination}");
    }
    let message = "input.destination: must have exactly one of the members bucket, address";
    for destination in [json!({}), json!({ "bucket": null }), json!({ "bucket": { "name": "b" }, "address": "a" })] {
        assert_eq!(problems(&json!({ "destination": destination })), [message], "{destination}");
    }
    assert_eq!(
        problems(&json!({ "destination": { "adress": "a" } })),
        ["input.destination.adress: is not a member that the service knows; did you mean `address`?", message]
    );
    assert_eq!(problems(&json!({ "destination": 5 })), ["input.destination: expected an object, got number 5"]);
    let query = encode_query(operation(), &&json!({ "destination": { "address": "a" } }), &mut || 0).unwrap().query;
    assert!(query.starts_with("destination=%7B%22address%22%3A%22a%22%7D&"), "{query}");
}

#[test]
fn a_union_in_an_output_is_decoded_and_may_have_a_member_that_is_not_modelled() {
    let shape: &Shape = operation().output.unwrap();
    let output = Json::new(json!({
        "framerate": 29.97,
        "destination": { "bucket": { "name": "b", "since": "2026-01-02T03:04:05Z" } },
    }));
    decode(shape, &output);
    let since = output.get("destination").unwrap().get("bucket").unwrap().get("since").unwrap();
    assert_eq!(since.show(), "Date(1767323045000)");
    let output = Json::new(json!({ "destination": { "drone": 1 } }));
    decode(shape, &output);
    assert_eq!(output.show(), json!({ "destination": { "drone": 1 } }));
}

#[test]
fn an_error_whose_text_is_its_message_is_read_and_its_other_members_stay() {
    let body = json!({ "message": "There is one.", "resourceId": "f1", "fieldList": [{ "name": "title" }], "new": 1 });
    let document = Json::new(body.clone());
    let error = ServiceError::read(Some("FilmExists"), Some(&document));
    assert_eq!((error.code.as_str(), error.message.as_str()), ("FilmExists", "There is one."));
    assert_eq!(document.show(), body);
    assert!(SERVICE.exception(&error.code).is_some());
}

#[test]
fn host_and_credential_scope_have_names_of_their_own() {
    let endpoint = Endpoint::resolve(SERVICE.endpoint_prefix, "us-west-2", Fips::Any, DualStack::Any, None).unwrap();
    assert_eq!(endpoint.host, "madeuphost.us-west-2.amazonaws.com");
    let credentials = Credentials::new("AKIDEXAMPLE".to_owned(), "secret".to_owned(), None).unwrap();
    let params = SigningParams {
        credentials: &credentials,
        region: "us-west-2",
        service: SERVICE.signing_name,
        timestamp: Timestamp::from_epoch_millis(1_767_323_045_000.0).unwrap(),
    };
    let request = sigv4::Request {
        method: operation().method.as_str(),
        host: &endpoint.host,
        path: operation().path,
        query: "",
        headers: &[],
        payload: sigv4::Payload::Unsigned,
    };
    let headers = Signer::new(Settings::default()).sign(&request, &params).unwrap();
    let authorization = headers.iter().find(|(name, _)| *name == "authorization").unwrap().1;
    assert!(authorization.contains("/20260102/us-west-2/madeupscope/aws4_request,"), "{authorization}");
}
