//! Requests that botocore 1.44.5 signed at a fixed time, accepted and rejected.

use super::verify;
use ivs_local_core::auth::{Key, Keys, Others, Permissions};
use ivs_local_core::{Error, Request};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

const SIGNED_AT: OffsetDateTime = datetime!(2026-01-02 03:04:05 UTC);
const ARN: &str = "arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2FabcdABCDefgh";
const TOKEN: &str = "to/k+en==";

struct Case {
    method: &'static str,
    path: String,
    query: String,
    headers: Vec<(&'static str, String)>,
    body: &'static str,
    now: OffsetDateTime,
}

impl Case {
    fn new(
        method: &'static str,
        path: String,
        query: &str,
        headers: &[(&'static str, &str)],
        body: &'static str,
    ) -> Self {
        let mut headers: Vec<_> = headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        headers.push(("host", "127.0.0.1:8087".to_owned()));
        Self { method, path, query: query.to_owned(), headers, body, now: SIGNED_AT }
    }

    fn untag(token: Option<&str>) -> Self {
        let (names, signature) = match token {
            None => ("host;x-amz-date", "dea0cae941de7ddd8f22375a9f2502557ec6e3f49aae40ef37bae5a991bbccab"),
            Some(_) => (
                "host;x-amz-date;x-amz-security-token",
                "1daa8017da772e9c324705ec2948aca9a477a5d1f020c3faf602a4d543764f2b",
            ),
        };
        let authorization = authorization(names, signature);
        let mut headers = vec![("x-amz-date", "20260102T030405Z"), ("authorization", &authorization)];
        headers.extend(token.map(|token| ("x-amz-security-token", token)));
        Self::new("DELETE", format!("/tags/{ARN}"), "tagKeys=b%20c&tagKeys=a", &headers, "")
    }

    fn create() -> Self {
        let authorization = authorization(
            "content-type;host;x-amz-date;x-amz-user-agent",
            "443de26388afe2ab89442eed30610f5d0211d27e4dcd2ce5524b0b3c94a18674",
        );
        let headers = [
            ("content-type", "application/json"),
            ("x-amz-user-agent", " a   b "),
            ("x-amz-date", "20260102T030405Z"),
            ("authorization", &authorization),
        ];
        Self::new("POST", "/CreateChannel".to_owned(), "", &headers, r#"{"name":"a  b"}"#)
    }

    fn presigned(token: Option<&str>) -> Self {
        let (token, signature) = match token {
            None => ("", "943e997eafc89d151f2a56fa5d038cfb2520313a803b4a8ee0e2b162b1b93a26"),
            Some(_) => (
                "X-Amz-Security-Token=to%2Fk%2Ben%3D%3D&",
                "b79ab75046dd35974d92a1d6d452e13b43a6e1bad4773bbccac3db5e49ee3264",
            ),
        };
        let query = format!(
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260102%2Fus-west-2%2Fivs%2Faws4_request&\
             X-Amz-Date=20260102T030405Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&{token}X-Amz-Signature={signature}"
        );
        Self::new("GET", format!("/tags/{ARN}"), &query, &[], "")
    }

    /// Replaces a text that occurs once in headers, path and query.
    fn with(mut self, old: &str, new: &str) -> Self {
        let texts = self.headers.iter_mut().map(|(_, value)| value).chain([&mut self.path, &mut self.query]);
        let mut found = 0;
        for text in texts {
            found += text.matches(old).count();
            *text = text.replace(old, new);
        }
        assert_eq!(found, 1, "{old}");
        self
    }

    fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        let before = self.headers.len();
        self.headers.retain(|header| header.0 != name);
        assert_eq!(self.headers.len(), before - 1, "{name}");
        self
    }

    fn after(mut self, duration: Duration) -> Self {
        self.now += duration;
        self
    }

    fn verify_with(&self, session_token: Option<&str>) -> Result<(), Error> {
        let key = Key {
            id: "AKIDEXAMPLE".to_owned(),
            secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".to_owned(),
            session_token: session_token.map(str::to_owned),
            permissions: Permissions::All,
        };
        let keys = Keys { keys: vec![key], others: Others::Rejected, regions: vec!["us-west-2".to_owned()] };
        let headers: Vec<_> = self.headers.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
        let request = Request {
            method: self.method,
            path: &self.path,
            query: &self.query,
            headers: &headers,
            body: self.body.as_bytes(),
        };
        let access = keys.check_head(&request, self.now)?;
        let verified = verify(&access, &request);
        // The form for npm has the signer of this project, which has to judge as AWS's does.
        let ours = access.sign(&request).and_then(|steps| access.check_signature(&steps.unwrap().signature));
        assert_eq!(ours, verified);
        verified
    }

    fn accepted(&self) {
        assert_eq!(self.verify_with(None), Ok(()));
    }

    /// Asserts a rejection with that error, whose message begins with that text.
    fn refused(&self, code: &str, message: &str) {
        let error = self.verify_with(None).unwrap_err();
        assert_eq!(error.code, code, "{}", error.message);
        assert!(error.message.starts_with(message), "{}", error.message);
    }
}

fn authorization(names: &str, signature: &str) -> String {
    let credential = "AKIDEXAMPLE/20260102/us-west-2/ivs/aws4_request";
    format!("AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signature}")
}

const INVALID: &str = "InvalidSignatureException";
const INCOMPLETE: &str = "IncompleteSignatureException";

#[test]
fn what_botocore_signed_is_accepted() {
    Case::create().accepted();
    for token in [None, Some(TOKEN)] {
        Case::untag(token).accepted();
        Case::presigned(token).accepted();
    }
    // Commas without spaces, as some signers write them.
    Case::untag(None).with("aws4_request, SignedHeaders", "aws4_request,SignedHeaders").accepted();
    // The same text in another spelling of the URL, which is signed decoded.
    Case::presigned(None).with("X-Amz-Expires=60", "X-Amz-Expires=%36%30").accepted();
    // Not signed and not AWS's own: a proxy may add it.
    Case::create().header("x-forwarded-for", "10.0.0.1").accepted();
}

#[test]
fn a_request_that_was_changed_in_transit_is_rejected() {
    let message = "The signature is not the one";
    Case { body: r#"{"name":"a b"}"#, ..Case::create() }.refused(INVALID, message);
    Case { method: "PUT", ..Case::create() }.refused(INVALID, message);
    Case::create().with("/CreateChannel", "/DeleteChannel").refused(INVALID, message);
    Case::create().with("application/json", "text/plain").refused(INVALID, message);
    Case::untag(None).with("tagKeys=a", "tagKeys=b").refused(INVALID, message);
    Case::untag(None).with("abcdABCDefgh", "abcdABCDefgi").refused(INVALID, message);
    Case::untag(None).with("127.0.0.1:8087", "127.0.0.1:8088").refused(INVALID, message);
    Case::untag(None).with("bccab", "bccaa").refused(INVALID, message);
    Case::untag(Some("other")).refused(INVALID, message);
    Case { body: "{}", ..Case::presigned(None) }.refused(INVALID, message);
    Case::presigned(None).with("X-Amz-Expires=60", "X-Amz-Expires=61").refused(INVALID, message);
    Case::presigned(Some(TOKEN)).with("to%2Fk", "ot%2Fk").refused(INVALID, message);
    Case::presigned(None).with("X-Amz-Expires", "maxResults=5&X-Amz-Expires").refused(INVALID, message);
}

#[test]
fn an_unsigned_header_that_must_be_signed_is_rejected() {
    Case::untag(None).with("host;", "").refused(INVALID, "The host header must be among the signed headers.");
    Case::presigned(None).with("SignedHeaders=host", "SignedHeaders=accept").refused(INVALID, "The host header");
    Case::untag(None).with("host;x-amz-date", "host").refused(INVALID, "The header x-amz-date must be");
    Case::untag(None).header("x-amz-security-token", TOKEN).refused(INVALID, "The header x-amz-security-token must be");
    Case::presigned(None).header("x-amz-target", "a").refused(INVALID, "The header x-amz-target must be");
    Case::create().without("content-type").refused(INVALID, "The signed header content-type is not in the request.");
}

#[test]
fn a_signature_is_valid_for_five_minutes_either_way_and_a_presigned_one_until_it_expires() {
    for minutes in [-5, 5] {
        Case::untag(None).after(Duration::minutes(minutes)).accepted();
    }
    let late = Case::untag(None).after(Duration::seconds(301));
    late.refused(
        INVALID,
        "Signature expired: 20260102T030405Z is earlier than 20260102T030406Z (20260102T030906Z less 5 minutes)",
    );
    let early = Case::untag(None).after(Duration::seconds(-301));
    early.refused(
        INVALID,
        "Signature not yet current: 20260102T030405Z is later than 20260102T030404Z (20260102T025904Z and 5",
    );
    Case::presigned(None).after(Duration::seconds(60)).accepted();
    Case::presigned(None).after(Duration::seconds(61)).refused(INVALID, "Signature expired: ");
    Case::presigned(None).after(Duration::seconds(-301)).refused(INVALID, "Signature not yet current: ");
}

#[test]
fn another_key_or_scope_is_rejected() {
    Case::untag(None).with("AKIDEXAMPLE", "AKIDEXAMPLF").refused("UnrecognizedClientException", "The access key id");
    let scope = "The credential is scoped to eu-west-1/ivs, this endpoint is us-west-2/ivs.";
    Case::untag(None).with("us-west-2/ivs", "eu-west-1/ivs").refused(INVALID, scope);
    Case::untag(None)
        .with("us-west-2/ivs", "us-west-2/s3")
        .refused(INVALID, "The credential is scoped to us-west-2/s3");
    Case::untag(None).with("20260102/", "20260101/").refused(INVALID, "The credential is for the day 20260101");
    Case::presigned(None).with("%2F20260102", "%2F20260101").refused(INVALID, "The credential is for the day 20260101");
}

#[test]
fn a_required_session_token_must_be_the_right_one() {
    let code = |case: Case| case.verify_with(Some(TOKEN)).map_err(|error| error.code);
    assert_eq!(code(Case::untag(Some(TOKEN))), Ok(()));
    assert_eq!(code(Case::presigned(Some(TOKEN))), Ok(()));
    assert_eq!(code(Case::untag(None)), Err("UnrecognizedClientException"));
    assert_eq!(code(Case::presigned(None)), Err("UnrecognizedClientException"));
    let other = Case::untag(Some(TOKEN)).verify_with(Some("another")).unwrap_err();
    assert_eq!(other.code, "UnrecognizedClientException");
}

#[test]
fn a_request_without_a_signature_has_its_own_error() {
    Case::create().without("authorization").refused("MissingAuthenticationTokenException", "The request carries no");
}

#[test]
fn a_signature_that_cannot_be_read_is_incomplete() {
    for (old, new) in [
        ("AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA512 "),
        ("AWS4-HMAC-SHA256 ", "Bearer "),
        ("AWS4-HMAC-SHA256 ", "AWS4-HMAC-SHA256"),
        ("Credential=", "Credentials="),
        (", SignedHeaders=host;x-amz-date", ""),
        (", SignedHeaders=", ", Signature="),
        ("Signature=dea0", "Signature=DEA0"),
        ("Signature=dea0", "Signature="),
        ("AKIDEXAMPLE/20260102/", "AKIDEXAMPLE/"),
        ("aws4_request", "aws5_request"),
        ("host;x-amz-date", "x-amz-date;host"),
        ("host;x-amz-date", "host;host;x-amz-date"),
        ("host;x-amz-date", "Host;x-amz-date"),
        ("host;x-amz-date", ";host;x-amz-date"),
        ("20260102T030405Z", "2026-01-02T03:04:05Z"),
        ("20260102T030405Z", "20260132T030405Z"),
        ("20260102T030405Z", "+20260102T030405Z"),
        ("20260102T030405Z", "20260102T030460Z"),
    ] {
        Case::untag(None).with(old, new).refused(INCOMPLETE, "");
    }
    Case::untag(None).without("x-amz-date").refused(INCOMPLETE, "The request needs an X-Amz-Date header.");
    Case::untag(None)
        .header("x-amz-date", "20260102T030405Z")
        .refused(INCOMPLETE, "The request does not have exactly one");
    let twice = Case::untag(None);
    let second = twice.headers.iter().find(|header| header.0 == "authorization").unwrap().1.clone();
    twice.header("authorization", &second).refused(INCOMPLETE, "The request does not have exactly one");
}

#[test]
fn a_presigned_query_that_cannot_be_read_is_incomplete() {
    for (old, new) in [
        ("X-Amz-Algorithm=AWS4-HMAC-SHA256&", ""),
        ("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1"),
        ("X-Amz-Date=20260102T030405Z&", ""),
        ("X-Amz-Expires=60&", ""),
        ("X-Amz-Expires=60", "X-Amz-Expires=0"),
        ("X-Amz-Expires=60", "X-Amz-Expires=604801"),
        ("X-Amz-Expires=60", "X-Amz-Expires=-1"),
        ("X-Amz-Expires=60", "X-Amz-Expires=060"),
        ("X-Amz-Expires=60", "X-Amz-Expires=%2B60"),
        ("X-Amz-Expires=60", "X-Amz-Expires=+60"),
        ("X-Amz-Expires=60", "X-Amz-Expires=60.0"),
        ("X-Amz-Expires=60", "X-Amz-Expires=6_0"),
        ("X-Amz-Expires=60", "X-Amz-Expires=%D9%A6%D9%A0"),
        ("X-Amz-Expires=60", "X-Amz-Expires=60&X-Amz-Expires=60"),
        ("X-Amz-SignedHeaders=host&", ""),
        ("X-Amz-Signature=943e", "X-Amz-Signature="),
        ("&X-Amz-Signature=", "&x-amz-signature="),
    ] {
        Case::presigned(None).with(old, new).refused(INCOMPLETE, "");
    }
    let authorization = authorization("host", "0");
    Case::presigned(None).header("authorization", &authorization).refused(INCOMPLETE, "The request is signed twice");
}
