//! The signer for any AWS service, as the package's own JavaScript calls it: with everything read and checked for its type.

use super::report::{Report, to_js};
use crate::sigv4::{
    self, ContentSha256, Credentials, PathEncoding, PathNormalization, Payload, Request, SessionToken, Settings,
    Signer, SigningParams, Timestamp,
};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The headers that a signature adds, as JavaScript gets them.
#[derive(Serialize)]
struct Added<'a> {
    #[serde(rename = "x-amz-date")]
    date: &'a str,
    #[serde(rename = "x-amz-security-token", skip_serializing_if = "Option::is_none")]
    security_token: Option<&'a str>,
    #[serde(rename = "x-amz-content-sha256", skip_serializing_if = "Option::is_none")]
    content_sha256: Option<&'a str>,
    authorization: &'a str,
}

/// Signs a request, whose headers are given as lines of `name:value`. Without `expires_in` it is signed in its headers, and the
/// headers to add come back as an object; with it, in its query, and the whole query comes back as text. Throws a report.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, clippy::fn_params_excessive_bools, reason = "only our own JavaScript calls it")]
pub fn sign(
    method: &str,
    host: &str,
    path: &str,
    query: &str,
    headers: &str,
    body: &[u8],
    access_key_id: String,
    secret_access_key: String,
    session_token: Option<String>,
    region: &str,
    service: &str,
    epoch_millis: f64,
    normalize_path: bool,
    double_encode_path: bool,
    sign_session_token: bool,
    sign_body: bool,
    content_sha256_header: bool,
    expires_in: Option<u32>,
) -> Result<JsValue, JsValue> {
    let settings = settings(normalize_path, double_encode_path, sign_session_token, sign_body, content_sha256_header);
    let headers: Vec<_> = headers.split('\n').filter_map(|line| line.split_once(':')).collect();
    let request = Request { method, host, path, query, headers: &headers, body };
    let signer = Signer::new(settings);
    let sign = || -> Result<JsValue, sigv4::Error> {
        let credentials = &Credentials::new(access_key_id, secret_access_key, session_token)?;
        let timestamp = Timestamp::from_epoch_millis(epoch_millis)?;
        let params = SigningParams { credentials, region, service, timestamp };
        if let Some(expires_in) = expires_in {
            return Ok(signer.presign(&request, &params, expires_in)?.into());
        }
        let headers = signer.sign(&request, &params)?;
        Ok(to_js(&Added {
            date: &headers.date,
            security_token: headers.security_token,
            content_sha256: headers.content_sha256.as_deref(),
            authorization: &headers.authorization,
        }))
    };
    sign().map_err(|error| Report::from(error).into_js())
}

#[expect(clippy::fn_params_excessive_bools, reason = "they come from JavaScript, which has no other two-state values")]
fn settings(
    normalize_path: bool,
    double_encode_path: bool,
    sign_session_token: bool,
    sign_body: bool,
    content_sha256_header: bool,
) -> Settings {
    let mut settings = Settings::default();
    if !normalize_path {
        settings.path_normalization = PathNormalization::Keep;
    }
    if !double_encode_path {
        settings.path_encoding = PathEncoding::Single;
    }
    if !sign_session_token {
        settings.session_token = SessionToken::AddedAfterSigning;
    }
    if !sign_body {
        settings.payload = Payload::Unsigned;
    }
    if content_sha256_header {
        settings.content_sha256 = ContentSha256::Added;
    }
    settings
}
