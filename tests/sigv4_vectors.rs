//! The signing suite that AWS publishes: 38 requests, each signed in its headers and in its query, each stage compared.
//!
//! The requests are text, so this file also reads and writes as much of HTTP/1.1 as the suite uses.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use ivs_wasm::sigv4::{
    CanonicalRequest, ContentSha256, Credentials, PathNormalization, Payload, Presigning, Request, SessionToken,
    Settings, Signer, SigningKey, SigningParams, Timestamp, string_to_sign,
};
use serde_json::Value;
use std::fmt::Write;

macro_rules! cases {
    ($($case:ident,)*) => {
        $(mod $case {
            #[test]
            fn header() {
                super::Case::load(stringify!($case)).check_header();
            }

            #[test]
            fn query() {
                super::Case::load(stringify!($case)).check_query();
            }
        })*

        #[test]
        fn every_case_of_the_suite_has_its_tests() {
            let suite: Vec<_> = suite().iter().map(|case| text(case, "/name").replace('-', "_")).collect();
            assert_eq!(suite, [$(stringify!($case)),*]);
            assert_eq!(suite.len(), 38);
        }
    };
}

cases! {
    get_header_key_duplicate,
    get_header_value_multiline,
    get_header_value_order,
    get_header_value_trim,
    get_relative_normalized,
    get_relative_relative_normalized,
    get_relative_relative_unnormalized,
    get_relative_unnormalized,
    get_slash_dot_slash_normalized,
    get_slash_dot_slash_unnormalized,
    get_slash_normalized,
    get_slash_pointless_dot_normalized,
    get_slash_pointless_dot_unnormalized,
    get_slash_unnormalized,
    get_slashes_normalized,
    get_slashes_unnormalized,
    get_space_normalized,
    get_space_unnormalized,
    get_unreserved,
    get_utf8,
    get_vanilla_empty_query_key,
    get_vanilla_query_order_encoded,
    get_vanilla_query_order_key_case,
    get_vanilla_query_unreserved,
    get_vanilla_query,
    get_vanilla_utf8_query,
    get_vanilla_with_session_token,
    get_vanilla,
    post_header_key_case,
    post_header_key_sort,
    post_header_value_case,
    post_sts_header_after,
    post_sts_header_before,
    post_vanilla_empty_query_value,
    post_vanilla_query,
    post_vanilla,
    post_x_www_form_urlencoded_parameters,
    post_x_www_form_urlencoded,
}

fn suite() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("data/sigv4-vectors.json")).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn text<'a>(case: &'a Value, pointer: &str) -> &'a str {
    case.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("the suite has no {pointer}"))
}

struct Case {
    json: Value,
    settings: Settings,
    credentials: Credentials,
    timestamp: Timestamp,
}

impl Case {
    fn load(name: &str) -> Self {
        let json = suite().into_iter().find(|case| text(case, "/name").replace('-', "_") == name).unwrap();
        let context = &json["context"];
        let mut settings = Settings::default();
        if !context["normalize"].as_bool().unwrap() {
            settings.path_normalization = PathNormalization::Keep;
        }
        if context["sign_body"].as_bool().unwrap() {
            settings.content_sha256 = ContentSha256::Added;
        }
        if context["omit_session_token"] == true {
            settings.session_token = SessionToken::AddedAfterSigning;
        }
        let credentials = Credentials::new(
            text(context, "/credentials/access_key_id"),
            text(context, "/credentials/secret_access_key"),
            context.pointer("/credentials/token").map(|token| token.as_str().unwrap().to_owned()),
        );
        // All requests of the suite have this date.
        assert_eq!(context["timestamp"], "2015-08-30T12:36:00Z");
        let timestamp = Timestamp::from_epoch_millis(1_440_938_160_000.0).unwrap();
        Self { settings, credentials: credentials.unwrap(), timestamp, json }
    }

    fn params(&self) -> SigningParams<'_> {
        SigningParams {
            credentials: &self.credentials,
            region: text(&self.json, "/context/region"),
            service: text(&self.json, "/context/service"),
            timestamp: self.timestamp,
        }
    }

    fn check_header(&self) {
        let (published, params) = (&self.json["header"], self.params());
        let message = Message::read(text(&self.json, "/request"));
        let headers = message.headers();
        let request = message.request(&headers);

        let canonical_request = CanonicalRequest::for_headers(&request, self.settings, &params).unwrap();
        assert_eq!(canonical_request.as_str(), text(published, "/canonical_request"), "canonical request");
        let string_to_sign = string_to_sign(&canonical_request, &params);
        assert_eq!(string_to_sign, text(published, "/string_to_sign"), "string to sign");
        let signature = SigningKey::derive(&params).signature(&string_to_sign);
        assert_eq!(signature, text(published, "/signature"), "signature");

        let signed = Signer::new(self.settings).sign(&request, &params).unwrap();
        let mut signed_message = message.clone();
        for (name, value) in signed.iter() {
            // Names of headers are case-insensitive; the suite writes these in upper and lower case.
            let name = match name {
                "x-amz-security-token" => "X-Amz-Security-Token",
                "x-amz-date" => "X-Amz-Date",
                "authorization" => "Authorization",
                name => name,
            };
            signed_message.headers.push((name.to_owned(), value.to_owned()));
        }
        assert_eq!(signed_message.write(), text(published, "/signed_request"), "signed request");
    }

    fn check_query(&self) {
        let (published, params) = (&self.json["query"], self.params());
        let expires_in = u32::try_from(self.json["context"]["expiration_in_seconds"].as_u64().unwrap()).unwrap();
        let message = Message::read(text(&self.json, "/request"));
        let headers = message.headers();
        let request = message.request(&headers);

        let presigning = Presigning::new(&request, self.settings, &params, expires_in).unwrap();
        assert_eq!(presigning.canonical_request().as_str(), text(published, "/canonical_request"), "canonical request");
        let string_to_sign = string_to_sign(presigning.canonical_request(), &params);
        assert_eq!(string_to_sign, text(published, "/string_to_sign"), "string to sign");
        let signature = SigningKey::derive(&params).signature(&string_to_sign);
        assert_eq!(signature, text(published, "/signature"), "signature");

        let query = Signer::new(self.settings).presign(&request, &params, expires_in).unwrap();
        let signed_message = Message { query, ..message.clone() };
        // One example's query is not encoded, which HTTP requires.
        let signed_request = text(published, "/signed_request").replace("?ሴ=", "?%E1%88%B4=");
        assert_eq!(signed_message.write(), signed_request, "signed request");
    }
}

/// A request as text.
#[derive(Clone)]
struct Message {
    method: String,
    path: String,
    query: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Message {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let (request_line, lines) = head.split_once('\n').unwrap();
        let (method, target) = request_line.strip_suffix(" HTTP/1.1").unwrap().split_once(' ').unwrap();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in lines.trim_end_matches('\n').split('\n') {
            if line.starts_with(' ') {
                let value = &mut headers.last_mut().unwrap().1;
                write!(value, "\n{line}").unwrap();
            } else {
                let (name, value) = line.split_once(':').unwrap();
                headers.push((name.to_owned(), value.to_owned()));
            }
        }
        Self { method: method.into(), path: path.into(), query: query.into(), headers, body: body.into() }
    }

    fn headers(&self) -> Vec<(&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// Every request of the suite has a host header.
    fn request<'a>(&'a self, headers: &'a [(&'a str, &'a str)]) -> Request<'a> {
        let Self { method, path, query, body, .. } = self;
        Request { method, host: "", path, query, headers, payload: Payload::Bytes(body.as_bytes()) }
    }

    fn write(&self) -> String {
        let mut out = format!("{} {}", self.method, self.path);
        if !self.query.is_empty() {
            write!(out, "?{}", self.query).unwrap();
        }
        out.push_str(" HTTP/1.1\n");
        for (name, value) in &self.headers {
            writeln!(out, "{name}:{value}").unwrap();
        }
        out.push('\n');
        out.push_str(&self.body);
        out
    }
}
