//! The signer for any AWS service, as the package's TypeScript calls it: with everything read and checked for its type.

use super::failure::Failure;
use super::values::{flag_of, get, text_of};
use crate::client::credentials;
use crate::sigv4::{
    self, ContentSha256, Credentials, Error, PathEncoding, PathNormalization, Payload, Request, SessionToken, Settings,
    SigningParams, Timestamp,
};
use crate::text::cut;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Signs requests to one service in one region with the same credentials.
#[wasm_bindgen]
pub struct Signer {
    inner: sigv4::Signer,
    credentials: Credentials,
    region: String,
    service: String,
}

#[wasm_bindgen]
impl Signer {
    /// Takes `credentials` (`accessKeyId`, `secretAccessKey`, `sessionToken`), `region`, `service`, and the settings
    /// `keepPath`, `encodePathOnce`, `leaveSessionTokenUnsigned` and `addContentSha256`. Fails with a [`Failure`].
    #[wasm_bindgen(constructor)]
    pub fn new(parameters: &JsValue) -> Result<Signer, JsValue> {
        let mut settings = Settings::default();
        if flag_of(parameters, "keepPath") {
            settings.path_normalization = PathNormalization::Keep;
        }
        if flag_of(parameters, "encodePathOnce") {
            settings.path_encoding = PathEncoding::Single;
        }
        if flag_of(parameters, "leaveSessionTokenUnsigned") {
            settings.session_token = SessionToken::AddedAfterSigning;
        }
        if flag_of(parameters, "addContentSha256") {
            settings.content_sha256 = ContentSha256::Added;
        }
        Ok(Self {
            inner: sigv4::Signer::new(settings),
            credentials: credentials(&get(parameters, "credentials")).map_err(failure)?,
            region: text_of(parameters, "region").unwrap_or_default(),
            service: text_of(parameters, "service").unwrap_or_default(),
        })
    }

    /// The headers that sign a request, as an object. `head` is the request's head as HTTP/1.1 has it: the request line and the
    /// header lines, with a line feed after each. `payload` is the SHA-256 of the body in hexadecimal, or `UNSIGNED-PAYLOAD`.
    pub fn sign(&self, head: &str, payload: &str, epoch_millis: f64) -> Result<JsValue, JsValue> {
        let headers = Head::read(head).and_then(|head| {
            let params = self.params(epoch_millis)?;
            let signed = self.inner.sign(&head.request(payload), &params)?;
            Ok(Signature {
                security_token: signed.security_token,
                content_sha256: signed.content_sha256,
                date: signed.date,
                authorization: signed.authorization,
            })
        });
        Ok(headers.map_err(failure)?.serialize(&Serializer::new())?)
    }

    /// The query of a presigned request, which is valid for so many seconds.
    pub fn presign(&self, head: &str, payload: &str, epoch_millis: f64, expires_in: u32) -> Result<String, JsValue> {
        Head::read(head)
            .and_then(|head| self.inner.presign(&head.request(payload), &self.params(epoch_millis)?, expires_in))
            .map_err(failure)
    }
}

impl Signer {
    fn params(&self, epoch_millis: f64) -> Result<SigningParams<'_>, Error> {
        let timestamp = Timestamp::from_epoch_millis(epoch_millis)?;
        Ok(SigningParams { credentials: &self.credentials, region: &self.region, service: &self.service, timestamp })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn failure(error: Error) -> JsValue {
    Failure::from(&error).into()
}

/// The headers of a signature.
#[derive(Serialize)]
struct Signature<'a> {
    #[serde(rename = "x-amz-security-token", skip_serializing_if = "Option::is_none")]
    security_token: Option<&'a str>,
    #[serde(rename = "x-amz-date")]
    date: String,
    #[serde(rename = "x-amz-content-sha256", skip_serializing_if = "Option::is_none")]
    content_sha256: Option<String>,
    authorization: String,
}

/// The head of a request.
struct Head<'a> {
    method: &'a str,
    path: &'a str,
    query: &'a str,
    headers: Vec<(&'a str, &'a str)>,
}

impl<'a> Head<'a> {
    /// The parts of `GET /path?query HTTP/1.1`, and of lines of `name:value`. What is not a method would make other parts of it.
    fn read(head: &'a str) -> Result<Self, Error> {
        let (line, mut rest) = cut(head, b'\n').ok_or(Error::Method)?;
        let (method, target) = cut(line, b' ').ok_or(Error::Method)?;
        let (target, version) = cut(target, b' ').ok_or(Error::Method)?;
        if !target.starts_with('/') || version != "HTTP/1.1" {
            return Err(Error::Method);
        }
        let (path, query) = cut(target, b'?').unwrap_or((target, ""));
        let mut headers = Vec::with_capacity(16);
        while let Some((line, after)) = cut(rest, b'\n') {
            headers.push(cut(line, b':').unwrap_or((line, "")));
            rest = after;
        }
        Ok(Self { method, path, query, headers })
    }

    fn request(&'a self, payload: &'a str) -> Request<'a> {
        let Self { method, path, query, headers } = self;
        Request { method, host: "", path, query, headers, payload: Payload::Hash(payload) }
    }
}

/// The SHA-256 of a body in hexadecimal.
#[wasm_bindgen(js_name = payloadHash)]
pub fn payload_hash(body: &[u8]) -> String {
    sigv4::payload_hash(body)
}

/// The same of a body that is too large to be in the wasm's memory at once.
#[wasm_bindgen]
#[derive(Default)]
pub struct PayloadHasher(sigv4::PayloadHasher);

#[wasm_bindgen]
impl PayloadHasher {
    /// A hasher that has seen nothing.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all bytes so far.
    pub fn finish(&self) -> String {
        self.0.finish()
    }
}
