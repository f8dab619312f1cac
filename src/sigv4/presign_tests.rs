use super::super::{Credentials, Payload, Signer, Timestamp};
use super::*;

fn presign(query: &str, settings: Settings, expires_in: u32) -> Result<String, Error> {
    presign_payload(query, settings, expires_in, Payload::Bytes(b"x"))
}

fn presign_payload(query: &str, settings: Settings, expires_in: u32, payload: Payload<'_>) -> Result<String, Error> {
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", Some("to/ken".into())).unwrap();
    let timestamp = Timestamp::from_epoch_seconds(0).unwrap();
    let params = SigningParams { credentials: &credentials, region: "us-west-2", service: "ivs", timestamp };
    let headers = [("x-amz-user-agent", "a"), ("x-amz-checksum-mode", "b"), ("x-c", "d")];
    let request = Request { method: "GET", host: "h", path: "/", query, headers: &headers, payload };
    Signer::new(settings).presign(&request, &params, expires_in)
}

#[test]
fn the_query_goes_first_in_its_order_and_in_the_form_that_is_signed() {
    let query = presign("&b=+%2f%2B&&a&c=%zz;'%e9", Settings::default(), 60).unwrap();
    let (before, signature) = query.split_once("&X-Amz-Signature=").unwrap();
    assert_eq!(
        before,
        "b=%20%2F%2B&a=&c=%25zz%3B%27%E9&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F19700101%2Fus-west-2%2Fivs%2F\
         aws4_request&X-Amz-Date=19700101T000000Z&X-Amz-SignedHeaders=host%3Bx-c&X-Amz-Expires=60&\
         X-Amz-Security-Token=to%2Fken"
    );
    assert_eq!(signature.len(), 64);
}

#[test]
fn a_query_has_the_same_signature_in_whatever_way_it_came() {
    let queries = ["q=a+b&r=~%2B%25", "q=a%20b&r=%7e%2b%", "&q=%61%20b&&r=~%2b%25&"];
    let [one, two, three] = queries.map(|query| presign(query, Settings::default(), 60).unwrap());
    assert_eq!((&one, &one), (&two, &three));
    assert!(one.starts_with("q=a%20b&r=~%2B%25&X-Amz-Algorithm="));
}

#[test]
fn an_unsigned_payload_and_an_unsigned_token_change_the_signature() {
    let default = presign("", Settings::default(), 60).unwrap();
    let unsigned_payload = presign_payload("", Settings::default(), 60, Payload::Unsigned).unwrap();
    let session_token = SessionToken::AddedAfterSigning;
    let unsigned_token = presign("", Settings { session_token, ..Settings::default() }, 60).unwrap();
    let parts = [&default, &unsigned_payload, &unsigned_token].map(|q| q.rsplit_once('=').unwrap());
    assert!(parts.iter().all(|part| part.0 == parts[0].0), "the same parameters");
    assert!(parts[0].1 != parts[1].1 && parts[1].1 != parts[2].1 && parts[0].1 != parts[2].1);
}

#[test]
fn the_validity_is_at_least_a_second_and_at_most_seven_days() {
    for expires_in in [1, MAX_EXPIRES_IN] {
        assert!(presign("", Settings::default(), expires_in).is_ok());
    }
    for expires_in in [0, MAX_EXPIRES_IN + 1, u32::MAX] {
        assert_eq!(presign("", Settings::default(), expires_in), Err(Error::ExpiresIn));
    }
}

#[test]
fn a_query_that_is_signed_already_is_refused() {
    for (query, name) in [("X-Amz-Signature=0", "X-Amz-Signature"), ("a&X%2DAmz-Expires", "X-Amz-Expires")] {
        assert_eq!(presign(query, Settings::default(), 60), Err(Error::AlreadySigned(name)));
    }
    assert!(presign("x-amz-signature=0&X-Amz-Other=1", Settings::default(), 60).is_ok());
}
