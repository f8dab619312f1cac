//! The signer for any AWS service, as the package's TypeScript calls it: with everything read and checked for its type.

use super::failure::Failure;
use crate::client::credentials;
use crate::interop::{Field, flag_of, get, set_field, text_of};
use crate::sigv4::{
    self, ContentSha256, Credentials, Error, PathEncoding, PathNormalization, Payload, PayloadHasher, Request,
    SessionToken, Settings, SigningParams, Timestamp,
};
use crate::text::cut;
use js_sys::Object;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

/// Signs requests to one service in one region with the same credentials.
struct Signer {
    inner: sigv4::Signer,
    credentials: Credentials,
    region: String,
    service: String,
}

thread_local! {
    static SIGNER: Cell<Option<Box<Signer>>> = const { Cell::new(None) };
}

/// Sets what [`sign`] and [`presign`] sign with: `credentials` (`accessKeyId`, `secretAccessKey`, `sessionToken`), `region`,
/// `service`, and the settings `keepPath`, `encodePathOnce`, `leaveSessionTokenUnsigned` and `addContentSha256`. Fails with a
/// [`Failure`]. Functions, because bundlers leave out those that are not used, but no class of wasm-bindgen.
#[wasm_bindgen(js_name = setSigner)]
pub fn set_signer(parameters: &JsValue) -> Result<(), JsValue> {
    let signer = Signer::new(parameters).map_err(failure)?;
    SIGNER.set(Some(Box::new(signer)));
    Ok(())
}

/// What stands for the body in a signature.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Body {
    /// The hash of what [`hash_text`] and [`hash_bytes`] were given since the last signature.
    Hashed = "hashed",
    /// `UNSIGNED-PAYLOAD`: it may be anything.
    Unsigned = "unsigned",
}

/// The headers that sign a request, as an object. `head` is the request's head as HTTP/1.1 has it: the request line and the
/// header lines, with a line feed after each.
#[wasm_bindgen]
pub fn sign(head: &str, body: Body, epoch_millis: f64) -> Result<JsValue, JsValue> {
    with_signer(head, body, epoch_millis, &|signer, request, params| {
        let signed = signer.sign(request, params)?;
        let headers = Object::new().into();
        let set = |field, value: Option<&str>| {
            if let Some(value) = value {
                set_field(&headers, field, value);
            }
        };
        set(Field::XAmzSecurityToken, signed.security_token);
        set(Field::XAmzDate, Some(&signed.date));
        set(Field::XAmzContentSha256, signed.content_sha256.as_deref());
        set(Field::Authorization, Some(&signed.authorization));
        Ok(headers)
    })
}

/// The query of a presigned request, which is valid for so many seconds.
#[wasm_bindgen(unchecked_return_type = "string")]
pub fn presign(head: &str, body: Body, epoch_millis: f64, expires_in: u32) -> Result<JsValue, JsValue> {
    with_signer(head, body, epoch_millis, &|signer, request, params| {
        Ok(signer.presign(request, params, expires_in)?.into())
    })
}

type Sign<'a> = &'a dyn Fn(&sigv4::Signer, &Request, &SigningParams) -> Result<JsValue, Error>;

fn with_signer(head: &str, body: Body, epoch_millis: f64, sign: Sign<'_>) -> Result<JsValue, JsValue> {
    let hasher = HASHER.take();
    let hash = matches!(body, Body::Hashed).then(|| hasher.unwrap_or_default().finish());
    let signer = SIGNER.take().ok_or(Error::AccessKeyId).map_err(failure)?;
    let result = signer.params(epoch_millis).and_then(|params| {
        let payload = hash.as_deref().map_or(Payload::Unsigned, Payload::Hash);
        sign(&signer.inner, &Head::read(head)?.request(payload), &params)
    });
    SIGNER.set(Some(signer));
    result.map_err(failure)
}

impl Signer {
    fn new(parameters: &JsValue) -> Result<Self, Error> {
        let flag = |name| flag_of(parameters, name);
        let unsigned_token = flag(Field::LeaveSessionTokenUnsigned);
        let settings = Settings {
            path_normalization: if flag(Field::KeepPath) {
                PathNormalization::Keep
            } else {
                PathNormalization::Normalize
            },
            path_encoding: if flag(Field::EncodePathOnce) { PathEncoding::Single } else { PathEncoding::Double },
            session_token: if unsigned_token { SessionToken::AddedAfterSigning } else { SessionToken::Signed },
            content_sha256: if flag(Field::AddContentSha256) { ContentSha256::Added } else { ContentSha256::Omitted },
        };
        Ok(Self {
            inner: sigv4::Signer::new(settings),
            credentials: credentials(&get(parameters, Field::Credentials))?,
            region: text_of(parameters, Field::Region).unwrap_or_default(),
            service: text_of(parameters, Field::Service).unwrap_or_default(),
        })
    }

    fn params(&self, epoch_millis: f64) -> Result<SigningParams<'_>, Error> {
        let timestamp = Timestamp::from_epoch_millis(epoch_millis)?;
        Ok(SigningParams { credentials: &self.credentials, region: &self.region, service: &self.service, timestamp })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn failure(error: Error) -> JsValue {
    Failure::from(&error).into()
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

    fn request(&'a self, payload: Payload<'a>) -> Request<'a> {
        let Self { method, path, query, headers } = self;
        Request { method, host: "", path, query, headers, payload }
    }
}

thread_local! {
    static HASHER: Cell<Option<Box<PayloadHasher>>> = const { Cell::new(None) };
}

/// Adds the next bytes of a body to the hash that the next signature is made with. A body comes in pieces, because the wasm's
/// memory does not shrink.
#[wasm_bindgen(js_name = hashBytes)]
pub fn hash_bytes(piece: &[u8]) {
    let mut hasher = HASHER.take().unwrap_or_default();
    hasher.update(piece);
    HASHER.set(Some(hasher));
}

/// Adds the next text of a body, as UTF-8.
#[wasm_bindgen(js_name = hashText)]
pub fn hash_text(piece: &str) {
    hash_bytes(piece.as_bytes());
}
