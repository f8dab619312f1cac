use super::super::{Credentials, PathNormalization, Payload, SessionToken, Timestamp};
use super::*;

const REQUEST: Request = Request {
    method: "POST",
    host: "ivs.us-west-2.amazonaws.com",
    path: "/GetChannel",
    query: "",
    headers: &[("content-type", "application/json")],
    payload: Payload::Bytes(b"{}"),
};

fn credentials(secret: &str, token: Option<&str>) -> Credentials {
    Credentials::new("AKIDEXAMPLE", secret, token.map(str::to_owned)).unwrap()
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_epoch_seconds(seconds).unwrap()
}

#[test]
fn the_key_is_derived_once_per_date_region_service_and_secret() {
    let signer = Signer::default();
    let (first, second) = (credentials("secret", None), credentials("other", None));
    let params = SigningParams { credentials: &first, region: "us-west-2", service: "ivs", timestamp: at(0) };
    let derived_after = |params: &SigningParams| {
        let kept = signer.sign(&REQUEST, params).unwrap().authorization;
        assert_eq!(kept, Signer::default().sign(&REQUEST, params).unwrap().authorization);
        signer.derived.get()
    };
    let temporary = credentials("secret", Some("token"));
    for same in [
        params,
        params,
        SigningParams { timestamp: at(86_399), ..params },
        SigningParams { credentials: &temporary, ..params },
    ] {
        assert_eq!(derived_after(&same), 1);
    }
    let others = [
        SigningParams { timestamp: at(86_400), ..params },
        SigningParams { region: "eu-west-1", ..params },
        SigningParams { service: "ivschat", ..params },
        SigningParams { credentials: &second, ..params },
    ];
    for (i, other) in (1..).zip(others) {
        assert_eq!(derived_after(&other), 2 * i);
        assert_eq!(derived_after(&params), 2 * i + 1);
    }
    signer.presign(&REQUEST, &params, 60).unwrap();
    assert_eq!(signer.derived.get(), 9);
}

#[test]
fn a_refused_request_keeps_the_key() {
    let signer = Signer::default();
    let credentials = credentials("secret", None);
    let params = SigningParams { credentials: &credentials, region: "us-west-2", service: "ivs", timestamp: at(0) };
    signer.sign(&REQUEST, &params).unwrap();
    let refused = [
        (signer.sign(&Request { method: "GET POST", ..REQUEST }, &params), Error::Method),
        (signer.sign(&Request { method: "", ..REQUEST }, &params), Error::Method),
        (signer.sign(&REQUEST, &SigningParams { region: "", ..params }), Error::Region),
        (signer.sign(&REQUEST, &SigningParams { region: "a/b", ..params }), Error::Region),
        (signer.sign(&REQUEST, &SigningParams { region: "us west", ..params }), Error::Region),
        (signer.sign(&REQUEST, &SigningParams { service: "", ..params }), Error::Service),
        (signer.sign(&REQUEST, &SigningParams { service: "ivs\n", ..params }), Error::Service),
    ];
    for (result, error) in refused {
        assert_eq!(result.unwrap_err(), error);
    }
    signer.sign(&REQUEST, &params).unwrap();
    assert_eq!(signer.derived.get(), 1);
}

#[test]
fn the_headers_come_with_what_the_settings_and_credentials_ask_for() {
    let credentials = credentials("secret", Some("token"));
    let params = SigningParams { credentials: &credentials, region: "us-west-2", service: "s3", timestamp: at(0) };
    let names = |settings| {
        let signer = Signer::new(settings);
        let headers = signer.sign(&REQUEST, &params).unwrap();
        let all: Vec<_> = headers.iter().map(|(name, _)| name).collect();
        let names = headers.authorization.split_once("SignedHeaders=").unwrap().1.split_once(',').unwrap().0;
        (all, names.to_owned())
    };
    let (all, signed) = names(Settings::default());
    assert_eq!(all, ["x-amz-security-token", "x-amz-date", "authorization"]);
    assert_eq!(signed, "content-type;host;x-amz-date;x-amz-security-token");
    let (all, signed) = names(Settings { session_token: SessionToken::AddedAfterSigning, ..Settings::default() });
    assert_eq!(all, ["x-amz-security-token", "x-amz-date", "authorization"]);
    assert_eq!(signed, "content-type;host;x-amz-date");
    let (all, signed) = names(Settings {
        content_sha256: ContentSha256::Added,
        path_normalization: PathNormalization::Keep,
        ..Settings::default()
    });
    assert_eq!(all, ["x-amz-security-token", "x-amz-date", "x-amz-content-sha256", "authorization"]);
    assert_eq!(signed, "content-type;host;x-amz-content-sha256;x-amz-date;x-amz-security-token");
}

#[test]
fn debug_shows_neither_token_nor_signature() {
    let credentials = credentials("secret", Some("t0ken"));
    let params = SigningParams { credentials: &credentials, region: "us-west-2", service: "ivs", timestamp: at(0) };
    let signer = Signer::default();
    let headers = signer.sign(&REQUEST, &params).unwrap();
    let canonical_request = CanonicalRequest::for_headers(&REQUEST, signer.settings(), &params).unwrap();
    let presigning = Presigning::new(&REQUEST, signer.settings(), &params, 60).unwrap();
    let shown = format!("{headers:?} {signer:?} {params:?} {canonical_request:?} {presigning:?}");
    let (_, signature) = headers.authorization.split_once("Signature=").unwrap();
    for secret in ["t0ken", "secret\"", signature] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}
