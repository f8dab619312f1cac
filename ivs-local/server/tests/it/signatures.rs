//! Authentication: each way in which a request is not the caller's.

use crate::client::{Reply, Server, Signing};
use serde_json::json;
use std::time::{Duration, SystemTime};

fn refused(reply: &Reply, code: &str, message: &str) {
    assert_eq!((reply.status, reply.error_type()), (403, code), "{reply:?}");
    let body = reply.json();
    assert!(body["message"].as_str().unwrap().starts_with(message), "{body}");
    assert_eq!(reply.header("x-amzn-requestid").len(), 36);
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    assert!(!reply.header("date").is_empty());
}

const INVALID: &str = "InvalidSignatureException";

#[test]
fn a_request_that_is_not_signed_with_this_key_for_this_scope_is_rejected() {
    let server = Server::start(&[]);
    let request = || server.operation("CreateChannel", &json!({ "name": "a" }));
    let signing = || Signing::of(&server);
    let send = |signing: Signing<'_>| server.send(&signing.sign(request()));

    refused(&server.send(&request()), "MissingAuthenticationTokenException", "");
    refused(&send(Signing { secret_access_key: "another", ..signing() }), INVALID, "The signature is not");
    refused(&send(Signing { access_key_id: "another", ..signing() }), "UnrecognizedClientException", "");
    refused(&send(Signing { region: "eu-west-1", ..signing() }), INVALID, "The credential is scoped to eu-west-1/ivs");
    refused(
        &send(Signing { service: "ivschat", ..signing() }),
        INVALID,
        "The credential is scoped to us-west-2/ivschat",
    );
    refused(&send(Signing { unsigned_headers: &["host"], ..signing() }), INVALID, "The host header");
    refused(&send(Signing { unsigned_headers: &["x-amz-date"], ..signing() }), INVALID, "The header x-amz-date");
    let mut malformed = signing().sign(request());
    malformed.headers_mut().insert("authorization", "AWS4-HMAC-SHA256 Credential=a".parse().unwrap());
    refused(&server.send(&malformed), "IncompleteSignatureException", "");
    assert_eq!(server.ok("ListChannels", json!({})), json!({ "channels": [] }), "a refused request changed something");
}

#[test]
fn a_date_more_than_five_minutes_off_is_rejected_with_both_times() {
    let server = Server::start(&[]);
    let send = |time: SystemTime| {
        let signing = Signing { time, ..Signing::of(&server) };
        server.send(&signing.sign(server.operation("ListChannels", &json!({}))))
    };
    let now = SystemTime::now();
    assert_eq!(send(now - Duration::from_mins(4)).status, 200);
    assert_eq!(send(now + Duration::from_mins(4)).status, 200);
    refused(&send(now - Duration::from_mins(6)), INVALID, "Signature expired: 2");
    refused(&send(now + Duration::from_mins(6)), INVALID, "Signature not yet current: 2");
}

#[test]
fn a_changed_body_path_query_or_header_is_rejected() {
    let server = Server::start(&[]);
    let (arn, _) = server.channel(json!({ "tags": { "a": "b" } }));
    let sign = |name, input| Signing::of(&server).sign(server.operation(name, &input));

    let mut body = sign("CreateChannel", json!({ "name": "a" }));
    *body.body_mut() = body.body().replace("\"a\"", "\"b\"");
    refused(&server.send(&body), INVALID, "The signature is not");

    let mut path = sign("GetChannel", json!({ "arn": arn }));
    *path.uri_mut() = path.uri().to_string().replace("/GetChannel", "/DeleteChannel").parse().unwrap();
    refused(&server.send(&path), INVALID, "The signature is not");

    let mut query = sign("UntagResource", json!({ "resourceArn": arn, "tagKeys": ["b"] }));
    *query.uri_mut() = query.uri().to_string().replace("tagKeys=b", "tagKeys=a").parse().unwrap();
    refused(&server.send(&query), INVALID, "The signature is not");

    let mut header = sign("GetChannel", json!({ "arn": arn }));
    header.headers_mut().insert("content-type", "text/plain".parse().unwrap());
    refused(&server.send(&header), INVALID, "The signature is not");

    let mut token = sign("GetChannel", json!({ "arn": arn }));
    token.headers_mut().insert("x-amz-security-token", "a".parse().unwrap());
    refused(&server.send(&token), INVALID, "The header x-amz-security-token");

    assert_eq!(server.ok("GetChannel", json!({ "arn": arn }))["channel"]["tags"], json!({ "a": "b" }));
}

#[test]
fn a_presigned_request_is_accepted_until_it_expires() {
    let server = Server::start(&[]);
    let (arn, _) = server.channel(json!({ "name": "a" }));
    let presign = |ago: u64, lifetime: u64, request| {
        let time = SystemTime::now() - Duration::from_secs(ago);
        let signing = Signing { time, presigned: Some(Duration::from_secs(lifetime)), ..Signing::of(&server) };
        server.send(&signing.sign(request))
    };
    let tags = || server.operation("ListTagsForResource", &json!({ "resourceArn": arn }));
    assert_eq!(presign(0, 60, tags()).json(), json!({ "tags": {} }));
    assert_eq!(presign(3000, 3600, tags()).status, 200);
    refused(&presign(61, 60, tags()), INVALID, "Signature expired: 2");

    // The members of the body are in the query, in botocore's format.
    let path =
        format!("/BatchGetChannel?arns={}&arns=arn%3Aaws%3Aivs%3Aus-west-2%3A1%3Achannel%2Fa", arn.replace('/', "%2F"));
    let got = presign(0, 60, server.request("POST", &path, &[], "")).json();
    assert_eq!(got["channels"][0]["arn"], json!(arn));
    assert_eq!(got["errors"][0]["code"], json!("404"));
    assert_eq!(
        presign(0, 60, server.request("POST", "/ListChannels?maxResults=x", &[], "")).error_type(),
        "ValidationException"
    );
}

#[test]
fn a_session_token_is_required_only_if_one_was_configured() {
    let any = Server::start(&[]);
    let send = |server: &Server, session_token| {
        let signing = Signing { session_token, ..Signing::of(server) };
        server.send(&signing.sign(server.operation("ListChannels", &json!({}))))
    };
    assert_eq!(send(&any, None).status, 200);
    assert_eq!(send(&any, Some("any/token==")).status, 200);
    let one = Server::start(&["--session-token", "the/token=="]);
    assert_eq!(send(&one, Some("the/token==")).status, 200);
    refused(&send(&one, Some("any/token==")), "UnrecognizedClientException", "The session token");
    refused(&send(&one, None), "UnrecognizedClientException", "The access key is temporary");
    assert_eq!(one.plain("GET", "/_local/credentials", &[], "").json()["sessionToken"], json!("the/token=="));
}
