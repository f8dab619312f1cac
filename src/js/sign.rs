//! The signer for any AWS service, as the package's own JavaScript calls it: with everything read and checked for its type.

use super::report::Report;
use crate::sigv4::{
    ContentSha256, Error, PathEncoding, PathNormalization, Payload, Request, SessionToken, Settings, Signer,
    SigningParams, Timestamp,
};
use crate::text::cut;
use crate::texts::Texts;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;

/// Signs a request. The texts, with NULs between them, are region, access key id, secret access key, session token, service,
/// method, host, path, query, the headers as lines of `name:value`, and the body, unless it is given as bytes. The flags are, from
/// the lowest bit: keep the path, encode it once, leave the session token and the body unsigned, add the header with the body's
/// hash. Without `expires_in` the request is signed in its headers, and the headers to add come back as lines; with it, in its
/// query, and the whole query comes back. Throws a report.
#[wasm_bindgen]
pub fn sign(
    texts: String,
    bytes: Option<Vec<u8>>,
    flags: u32,
    epoch_millis: f64,
    expires_in: Option<u32>,
) -> Result<String, JsValue> {
    signed(Texts(&Zeroizing::new(texts)), bytes.as_deref(), flags, epoch_millis, expires_in)
        .map_err(|error| Report::from(&error).into_js())
}

fn signed(
    mut texts: Texts,
    bytes: Option<&[u8]>,
    flags: u32,
    epoch_millis: f64,
    expires_in: Option<u32>,
) -> Result<String, Error> {
    let region = texts.next();
    let params = SigningParams {
        credentials: &texts.credentials()?,
        region,
        service: texts.next(),
        timestamp: Timestamp::from_epoch_millis(epoch_millis)?,
    };
    let (method, host, path, query) = (texts.next(), texts.next(), texts.next(), texts.next());
    let mut lines = texts.next();
    let mut headers = Vec::with_capacity(16);
    while let Some((name, after)) = cut(lines, b':') {
        let (value, after) = cut(after, b'\n').unwrap_or((after, ""));
        headers.push((name, value));
        lines = after;
    }
    let body = bytes.unwrap_or(texts.0.as_bytes());
    let request = Request { method, host, path, query, headers: &headers, body };
    // One signer for all calls, so that a program that signs for one service derives its key once a day.
    let signer = SIGNER.take().with_settings(settings(flags));
    let result = match expires_in {
        Some(expires_in) => signer.presign(&request, &params, expires_in),
        None => signer.sign(&request, &params).map(|headers| {
            let mut lines = String::with_capacity(1024);
            for (name, value) in headers.iter() {
                for part in [name, ":", value, "\n"] {
                    lines.push_str(part);
                }
            }
            lines
        }),
    };
    SIGNER.set(signer);
    result
}

thread_local! {
    static SIGNER: Cell<Signer> = Cell::default();
}

fn settings(flags: u32) -> Settings {
    let is_set = |bit: u32| flags >> bit & 1 == 1;
    let mut settings = Settings::default();
    if is_set(0) {
        settings.path_normalization = PathNormalization::Keep;
    }
    if is_set(1) {
        settings.path_encoding = PathEncoding::Single;
    }
    if is_set(2) {
        settings.session_token = SessionToken::AddedAfterSigning;
    }
    if is_set(3) {
        settings.payload = Payload::Unsigned;
    }
    if is_set(4) {
        settings.content_sha256 = ContentSha256::Added;
    }
    settings
}
