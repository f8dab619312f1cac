//! The signer for any AWS service, as the package's own JavaScript calls it: with everything read and checked for its type.

use super::report::{Report, pairs};
use crate::sigv4::{
    ContentSha256, Error, PathEncoding, PathNormalization, Payload, Request, SessionToken, Settings, Signer,
    SigningParams, Timestamp,
};
use crate::text::cut;
use crate::texts::Texts;
use js_sys::Array;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// Signs a request. The texts are region, access key id, secret access key, session token, service, method, host, path, query
/// and the headers as lines of `name:value`. The flags are, from the lowest bit: keep the path, encode it once, leave the
/// session token and the body unsigned, add the header with the body's hash. Without `expires_in` the request is signed in its
/// headers, and the headers to add come back as pairs; with it, in its query, and the whole query comes back as text. Throws a
/// report.
#[wasm_bindgen]
pub fn sign(
    texts: &Array,
    body: &[u8],
    flags: u32,
    epoch_millis: f64,
    expires_in: Option<u32>,
) -> Result<JsValue, JsValue> {
    signed(&Texts(texts), body, flags, epoch_millis, expires_in).map_err(|error| Report::from(&error).into_js())
}

fn signed(
    texts: &Texts,
    body: &[u8],
    flags: u32,
    epoch_millis: f64,
    expires_in: Option<u32>,
) -> Result<JsValue, Error> {
    let headers = texts.get(9);
    let mut lines = Vec::new();
    let mut rest = headers.as_str();
    while let Some((name, after)) = cut(rest, b':') {
        let (value, after) = cut(after, b'\n').unwrap_or((after, ""));
        lines.push((name, value));
        rest = after;
    }
    let request = Request {
        method: &texts.get(5),
        host: &texts.get(6),
        path: &texts.get(7),
        query: &texts.get(8),
        headers: &lines,
        body,
    };
    let params = SigningParams {
        credentials: &texts.credentials(1)?,
        region: &texts.get(0),
        service: &texts.get(4),
        timestamp: Timestamp::from_epoch_millis(epoch_millis)?,
    };
    // One signer for all calls, so that a program that signs for one service derives its key once a day.
    let signer = SIGNER.take().with_settings(settings(flags));
    let result = match expires_in {
        Some(expires_in) => signer.presign(&request, &params, expires_in).map(JsValue::from),
        None => signer.sign(&request, &params).map(|headers| pairs(&headers.iter().collect::<Vec<_>>())),
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
