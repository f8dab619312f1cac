//! The signer against AWS's own, the `aws-sigv4` crate, on random requests: the same headers or parameters every time.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SessionTokenMode, SignableBody, SignableRequest, SignatureLocation,
    SigningSettings, UriPathNormalizationMode,
};
use ivs_wasm::sigv4::{
    ContentSha256, Credentials, PathEncoding, PathNormalization, Payload, Request, SessionToken, Settings, Signer,
    SigningParams, Timestamp,
};
use proptest::prelude::*;
use std::fmt::Write;
use std::time::{Duration, UNIX_EPOCH};

/// Everything that a signature depends on.
#[derive(Debug, Clone)]
struct Case {
    method: String,
    host: String,
    path: String,
    query: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    is_payload_signed: bool,
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    region: String,
    service: String,
    /// Seconds since 1970.
    time: i64,
    settings: Settings,
    expires_in: u32,
}

/// Names and decoded values, sorted.
type Pairs = Vec<(String, String)>;

impl Case {
    fn with_ours<T>(&self, sign: impl FnOnce(&Signer, &Request, &SigningParams) -> T) -> T {
        let credentials =
            Credentials::new(self.access_key_id.as_str(), self.secret_access_key.as_str(), self.session_token.clone());
        let headers: Vec<_> = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let Self { method, host, path, query, body, region, service, .. } = self;
        let payload = if self.is_payload_signed { Payload::Bytes(body) } else { Payload::Unsigned };
        let request = Request { method, host, path, query, headers: &headers, payload };
        let timestamp = Timestamp::from_epoch_seconds(self.time).unwrap();
        let params = SigningParams { credentials: &credentials.unwrap(), region, service, timestamp };
        sign(&Signer::new(self.settings), &request, &params)
    }

    fn our_headers(&self) -> Pairs {
        self.with_ours(|signer, request, params| {
            let headers = signer.sign(request, params).unwrap();
            let mut headers: Pairs = headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            headers.sort();
            headers
        })
    }

    /// The query as presigning writes it, and the parameters that it adds.
    fn our_parameters(&self) -> (String, Pairs) {
        let query = self.with_ours(|signer, request, params| signer.presign(request, params, self.expires_in).unwrap());
        let (own, added) = query.split_at(query.find("X-Amz-Algorithm=").unwrap());
        let mut parameters: Pairs = added
            .split('&')
            .map(|parameter| {
                let (name, value) = parameter.split_once('=').unwrap();
                (name.to_owned(), ivs_wasm::protocol::percent_decode(value).unwrap())
            })
            .collect();
        parameters.sort();
        (own.trim_end_matches('&').to_owned(), parameters)
    }

    fn their_settings(&self) -> SigningSettings {
        let mut settings = SigningSettings::default();
        settings.uri_path_normalization_mode = match self.settings.path_normalization {
            PathNormalization::Normalize => UriPathNormalizationMode::Enabled,
            PathNormalization::Keep => UriPathNormalizationMode::Disabled,
        };
        settings.percent_encoding_mode = match self.settings.path_encoding {
            PathEncoding::Double => PercentEncodingMode::Double,
            PathEncoding::Single => PercentEncodingMode::Single,
        };
        settings.session_token_mode = match self.settings.session_token {
            SessionToken::Signed => SessionTokenMode::Include,
            SessionToken::AddedAfterSigning => SessionTokenMode::Exclude,
        };
        settings.payload_checksum_kind = match self.settings.content_sha256 {
            ContentSha256::Added => PayloadChecksumKind::XAmzSha256,
            ContentSha256::Omitted => PayloadChecksumKind::NoHeader,
        };
        settings
    }

    fn theirs(&self, settings: SigningSettings) -> (Pairs, Pairs) {
        let path = match self.settings.path_encoding {
            PathEncoding::Double => self.path.clone(),
            // Theirs assumes that the path is fully encoded; ours encodes what is not.
            PathEncoding::Single => escape_what_is_not_escaped(&self.path),
        };
        let uri = format!("https://{}{path}?{}", self.host, self.query);
        let body = if self.is_payload_signed { SignableBody::Bytes(&self.body) } else { SignableBody::UnsignedPayload };
        let headers = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let request = SignableRequest::new(&self.method, uri, headers, body).unwrap();
        let identity = aws_credential_types::Credentials::new(
            self.access_key_id.as_str(),
            self.secret_access_key.as_str(),
            self.session_token.clone(),
            None,
            "test",
        )
        .into();
        let offset = Duration::from_secs(self.time.unsigned_abs());
        let time = if self.time < 0 { UNIX_EPOCH - offset } else { UNIX_EPOCH + offset };
        let params = aws_sigv4::sign::v4::SigningParams::builder()
            .identity(&identity)
            .region(&self.region)
            .name(&self.service)
            .time(time)
            .settings(settings)
            .build()
            .unwrap()
            .into();
        let (instructions, _) = aws_sigv4::http_request::sign(request, &params).unwrap().into_parts();
        let (headers, parameters) = instructions.into_parts();
        let mut headers: Pairs = headers.iter().map(|h| (h.name().to_owned(), h.value().to_owned())).collect();
        headers.sort();
        let mut parameters: Pairs = parameters.into_iter().map(|(name, v)| (name.to_owned(), v.into_owned())).collect();
        parameters.sort();
        (headers, parameters)
    }

    fn their_headers(&self) -> Pairs {
        self.theirs(self.their_settings()).0
    }

    fn their_parameters(&self) -> Pairs {
        let mut settings = self.their_settings();
        settings.signature_location = SignatureLocation::QueryParams;
        settings.expires_in = Some(Duration::from_secs(self.expires_in.into()));
        self.theirs(settings).1
    }
}

fn escape_what_is_not_escaped(path: &str) -> String {
    let mut out = String::new();
    for (i, byte) in path.bytes().enumerate() {
        let is_escape = byte == b'%'
            && path.get(i + 1..i + 3).is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        if is_escape || byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").unwrap();
        }
    }
    out
}

/// One piece of a path segment, or of a parameter's name or value: characters that stay, that are reserved, that are
/// escaped, in both cases of the digits, and percent signs that begin no escape. Bytes that are not UTF-8 are left out: theirs
/// signs U+FFFD for them, which is not what is sent.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9._~-]{1,4}",
        2 => "[:@!$'()*,;|]",
        2 => "(%2F|%2f|%3A|%3a|%20|%25|%2B|%41|%7e|%C3%A9|%f0%9f%8e%a5)",
        1 => "(é|ü|日本|🎥|\u{e000}|\u{10ffff})",
        1 => "(%~|%4|%zz|%%g)",
    ]
}

fn path() -> impl Strategy<Value = String> {
    let segment = prop_oneof![
        4 => proptest::collection::vec(prop_oneof![8 => piece(), 1 => "[+&=]"], 1..4).prop_map(|pieces| pieces.concat()),
        1 => Just(String::new()),
        1 => Just(".".to_owned()),
        1 => Just("..".to_owned()),
        1 => "(%2e%2E|[.]{3}|[.]a|a[.]|arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fabc)",
    ];
    proptest::collection::vec(segment, 0..6).prop_map(|segments| format!("/{}", segments.join("/")))
}

fn query() -> impl Strategy<Value = String> {
    let text = || {
        let pieces = proptest::collection::vec(prop_oneof![6 => piece(), 1 => "[+/?]"], 0..4);
        (pieces, prop_oneof![9 => "", 1 => "%4?"]).prop_map(|(pieces, end)| pieces.concat() + &end)
    };
    let name = prop_oneof![3 => text(), 2 => "(tagKeys|a|a-b|A|x-amz-date|X-Amz-Foo)"];
    let parameter =
        (name, proptest::option::of(prop_oneof![4 => text(), 1 => "=[a-c]="])).prop_map(|(name, value)| match value {
            Some(value) => format!("{name}={value}"),
            None => name,
        });
    proptest::collection::vec(parameter, 0..6).prop_map(|parameters| parameters.join("&"))
}

/// Names that signers treat specially, in any case, and ordinary names; some are repeated.
fn headers() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = prop_oneof![
        4 => "x-[a-c]",
        2 => "[xX]-[a-zA-Z0-9!#$%&'*+.^_`|~-]{1,12}",
        3 => proptest::sample::select(vec![
            "content-type", "Content-Length", "accept", "authorization", "User-Agent", "X-Amzn-Trace-Id",
            "transfer-encoding", "x-amz-user-agent", "X-Amz-Checksum-Mode", "x-amz-date", "X-AMZ-DATE",
            "X-Amz-Security-Token", "x-amz-content-sha256", "amz-sdk-request", "x-amz-meta-a",
        ])
        .prop_map(str::to_owned),
    ];
    let value =
        prop_oneof![4 => "[!-~ ]{0,24}", 1 => " {0,3}[a-z\"]{0,2} {0,3}[a-z]{0,2} {0,3}", 1 => "[ a-zé日🎥]{0,8}"];
    // There is one host at most.
    let host = proptest::option::of(("(Host|host|HOST)", "[a-z][a-z0-9.-]{0,20}(:[0-9]{1,4})?"));
    (proptest::collection::vec((name, value), 0..8), host).prop_map(|(mut headers, host)| {
        headers.extend(host);
        headers
    })
}

fn settings() -> impl Strategy<Value = Settings> {
    any::<[bool; 4]>().prop_map(|[normalization, encoding, token, sha256]| {
        let mut settings = Settings::default();
        if normalization {
            settings.path_normalization = PathNormalization::Keep;
        }
        if encoding {
            settings.path_encoding = PathEncoding::Single;
        }
        if token {
            settings.session_token = SessionToken::AddedAfterSigning;
        }
        if sha256 {
            settings.content_sha256 = ContentSha256::Added;
        }
        settings
    })
}

fn case() -> impl Strategy<Value = Case> {
    let host = "[a-z][a-z0-9.-]{0,20}[a-z0-9](:(8087|8443|1))?";
    let request = ("(GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS|get|[A-Z!#$%&'*+.^_`|~-]{1,8})", host, path(), query());
    let content = (headers(), proptest::collection::vec(any::<u8>(), 0..200), any::<bool>());
    let secret = prop_oneof!["[a-zA-Z0-9/+]{40}", "[!-~]{1,80}", "\\PC{1,30}"];
    let credentials = ("[!-+\\--~]{1,24}", secret, proptest::option::of("[!-~]{1,120}"));
    let scope = ("[a-z0-9-]{1,16}", "[a-zA-Z0-9._-]{1,12}");
    // The years 1 to 9999, most often of this century.
    let time = prop_oneof![-62_135_596_800..253_402_300_800_i64, 946_684_800..4_102_444_800_i64];
    (request, content, credentials, scope, time, settings(), 1..=604_800_u32).prop_map(
        |(request, content, credentials, scope, time, settings, expires_in)| Case {
            method: request.0,
            host: request.1,
            path: request.2,
            query: request.3,
            headers: content.0,
            body: content.1,
            is_payload_signed: content.2,
            access_key_id: credentials.0,
            secret_access_key: credentials.1,
            session_token: credentials.2,
            region: scope.0,
            service: scope.1,
            time,
            settings,
            expires_in,
        },
    )
}

proptest! {
    // A failure prints the smallest case; it becomes a separate test instead of an entry in a file of seeds.
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn headers_are_signed_as_aws_signs_them(case in case()) {
        prop_assert_eq!(case.our_headers(), case.their_headers());
    }

    #[test]
    fn queries_are_presigned_as_aws_presigns_them(case in case()) {
        let (query, parameters) = case.our_parameters();
        prop_assert_eq!(&parameters, &case.their_parameters());
        // A service signs what it is sent, which is not the query as it came.
        prop_assert_eq!(&parameters, &Case { query, ..case }.their_parameters());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_signer_signs_like_many(cases in proptest::collection::vec((0..2_usize, 0..2_usize, 0..2_i64), 2..8), case in case()) {
        let regions = ["us-west-2", "eu-west-1"];
        let secrets = ["one", "two"];
        let kept = Signer::new(case.settings);
        for (region, secret, day) in cases {
            let mut case = case.clone();
            case.region = regions[region].to_owned();
            case.secret_access_key = secrets[secret].to_owned();
            case.time = 1_000_000_000 + day * 86_400;
            let ours = case.with_ours(|_, request, params| kept.sign(request, params).unwrap().authorization);
            let theirs = case.their_headers();
            prop_assert!(theirs.contains(&("authorization".to_owned(), ours)));
        }
    }
}
