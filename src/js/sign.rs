//! The signer for any AWS service, as JavaScript calls it.

use super::config::{read_credentials, read_field, text};
use super::report::Report;
use crate::client::clock;
use crate::js_value;
use crate::sigv4::{
    ContentSha256, Credentials, PathEncoding, PathNormalization, Payload, Request, SessionToken, Settings, Signer,
    SigningParams, Timestamp,
};
use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// Most bytes of a body that are hashed here; a larger one can be sent with an unsigned payload.
const MAX_BODY: u32 = 64 * 1024 * 1024;

/// Seconds for which a presigned URL is good when nothing else is said.
const DEFAULT_EXPIRES_IN: f64 = 3600.0;

#[wasm_bindgen]
extern "C" {
    /// The URL parser that `fetch` will use, so that what is signed is what is sent.
    type URL;
    #[wasm_bindgen(constructor, catch)]
    fn new(url: &str) -> Result<URL, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn protocol(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn username(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn password(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn host(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn pathname(this: &URL) -> String;
    #[wasm_bindgen(method, getter)]
    fn search(this: &URL) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_search(this: &URL, search: &str);
    #[wasm_bindgen(method, setter)]
    fn set_hash(this: &URL, hash: &str);
    #[wasm_bindgen(method, getter)]
    fn href(this: &URL) -> String;
}

/// Signs a request in its headers. `request` is `{ method, url, headers, body }` with the headers as an array of pairs; gives
/// the same with the headers as an object, lower-case names, and those of the signature added. Throws a report.
#[wasm_bindgen(js_name = signRequest)]
pub fn sign_request(request: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    sign(request, options).map_err(Report::into_js)
}

/// Signs a request in its query and gives the URL. Throws a report.
#[wasm_bindgen(js_name = presignRequest)]
pub fn presign_request(request: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    presign(request, options).map_err(Report::into_js)
}

fn sign(request: &JsValue, options: &JsValue) -> Result<JsValue, Report> {
    let parts = Parts::read(request)?;
    let terms = Terms::read(options)?;
    let headers = parts.headers();
    let params = terms.params();
    let signed = terms.signer().sign(&parts.request(&headers), &params)?;
    let out = Object::new();
    let set = |object: &Object, name: &str, value: &JsValue| {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(object, &name.into(), value);
    };
    let out_headers = Object::new();
    for (name, value) in &headers {
        set(&out_headers, &name.to_ascii_lowercase(), &(*value).into());
    }
    for (name, value) in signed.iter() {
        set(&out_headers, name, &value.into());
    }
    set(&out, "method", &parts.method.as_str().into());
    set(&out, "url", &parts.url.href().into());
    set(&out, "headers", &out_headers);
    set(&out, "body", &parts.given_body);
    Ok(out.into())
}

fn presign(request: &JsValue, options: &JsValue) -> Result<String, Report> {
    let parts = Parts::read(request)?;
    let terms = Terms::read(options)?;
    let expires_in = match read_field(options, "options", "expiresIn")? {
        None => DEFAULT_EXPIRES_IN,
        Some(value) => value.as_f64().unwrap_or(f64::NAN),
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` clamps, and 0 is refused by the signer"
    )]
    let seconds = if expires_in.fract() == 0.0 { expires_in as u32 } else { 0 };
    let headers = parts.headers();
    let query = terms.signer().presign(&parts.request(&headers), &terms.params(), seconds)?;
    parts.url.set_search(&query);
    Ok(parts.url.href())
}

/// A request to sign.
struct Parts {
    method: String,
    url: URL,
    host: String,
    path: String,
    query: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    given_body: JsValue,
}

impl Parts {
    fn read(request: &JsValue) -> Result<Self, Report> {
        if !request.is_object() {
            return Err(Report::config("request", "expected an object { method, url, headers, body }"));
        }
        let invalid_url = || Report::config("request.url", "must be an http or https URL without user and password");
        let url = text(request, "request", "url")?.ok_or_else(invalid_url)?;
        let url = URL::new(&url).map_err(|_| invalid_url())?;
        if !matches!(url.protocol().as_str(), "http:" | "https:")
            || !url.username().is_empty()
            || !url.password().is_empty()
        {
            return Err(invalid_url());
        }
        // A fragment is not sent.
        url.set_hash("");
        let given_body = read_field(request, "request", "body")?.unwrap_or(JsValue::UNDEFINED);
        Ok(Self {
            method: text(request, "request", "method")?.unwrap_or_else(|| "GET".into()),
            host: url.host(),
            path: url.pathname(),
            query: url.search().trim_start_matches('?').to_owned(),
            url,
            headers: read_headers(request)?,
            body: read_body(&given_body)?,
            given_body,
        })
    }

    fn headers(&self) -> Vec<(&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    fn request<'a>(&'a self, headers: &'a [(&'a str, &'a str)]) -> Request<'a> {
        Request {
            method: &self.method,
            host: &self.host,
            path: &self.path,
            query: &self.query,
            headers,
            body: &self.body,
        }
    }
}

fn read_headers(request: &JsValue) -> Result<Vec<(String, String)>, Report> {
    let invalid = || Report::config("request.headers", "expected names and values that are strings");
    let Some(pairs) = read_field(request, "request", "headers")? else { return Ok(Vec::new()) };
    let pairs = pairs.dyn_into::<Array>().map_err(|_| invalid())?;
    let part = |pair: &JsValue, index| {
        let part = Reflect::get_u32(pair, index).ok()?;
        part.dyn_ref::<JsString>().filter(|text| text.length() <= MAX_BODY).map(String::from)
    };
    let headers: Vec<(String, String)> =
        pairs.iter().map(|pair| part(&pair, 0).zip(part(&pair, 1)).ok_or_else(invalid)).collect::<Result<_, _>>()?;
    // Signed as UTF-8 and sent as Latin-1, a value beyond ASCII would not be the same twice.
    match headers.iter().find(|(_, value)| !value.is_ascii()) {
        Some((name, _)) => {
            Err(Report::config(&("request.headers.".to_owned() + name), "must be ASCII: encode the rest"))
        }
        None => Ok(headers),
    }
}

fn read_body(body: &JsValue) -> Result<Vec<u8>, Report> {
    let too_large = || Report::config("request.body", "is over 64 MiB: sign it with `signBody: false`");
    if body.is_undefined() {
        return Ok(Vec::new());
    }
    if let Some(text) = body.dyn_ref::<JsString>() {
        return if text.length() > MAX_BODY { Err(too_large()) } else { Ok(String::from(text).into_bytes()) };
    }
    let bytes = match body.dyn_ref::<Uint8Array>() {
        Some(bytes) => bytes.clone(),
        None if body.is_instance_of::<js_sys::ArrayBuffer>() => Uint8Array::new(body),
        None => return Err(Report::config("request.body", "expected string, Uint8Array or ArrayBuffer")),
    };
    if bytes.length() > MAX_BODY { Err(too_large()) } else { Ok(bytes.to_vec()) }
}

/// Who signs, when, for what and how.
struct Terms {
    credentials: Credentials,
    region: String,
    service: String,
    timestamp: Timestamp,
    settings: Settings,
}

impl Terms {
    fn read(options: &JsValue) -> Result<Self, Report> {
        if !options.is_object() {
            return Err(Report::config("options", "expected an object { credentials, region, service }"));
        }
        let credentials = read_field(options, "options", "credentials")?
            .ok_or_else(|| Report::credentials("`options.credentials` is required"))?;
        let millis = match read_field(options, "options", "date")? {
            None => clock::now(),
            Some(date) => js_value::time(&date)
                .or_else(|_| date.as_f64().ok_or(()))
                .map_err(|()| Report::config("options.date", "expected a Date or milliseconds since 1970"))?,
        };
        let choice = |name: &str, default: bool| -> Result<bool, Report> {
            match read_field(options, "options", name)? {
                None => Ok(default),
                Some(value) => value
                    .as_bool()
                    .ok_or_else(|| Report::config(&("options.".to_owned() + name), "expected true or false")),
            }
        };
        let mut settings = Settings::default();
        if !choice("normalizePath", true)? {
            settings.path_normalization = PathNormalization::Keep;
        }
        if !choice("doubleEncodePath", true)? {
            settings.path_encoding = PathEncoding::Single;
        }
        if !choice("signSessionToken", true)? {
            settings.session_token = SessionToken::AddedAfterSigning;
        }
        if !choice("signBody", true)? {
            settings.payload = Payload::Unsigned;
        }
        if choice("contentSha256Header", false)? {
            settings.content_sha256 = ContentSha256::Added;
        }
        Ok(Self {
            credentials: read_credentials(&credentials)?,
            region: text(options, "options", "region")?.unwrap_or_default(),
            service: text(options, "options", "service")?.unwrap_or_default(),
            timestamp: Timestamp::from_epoch_millis(millis)?,
            settings,
        })
    }

    fn params(&self) -> SigningParams<'_> {
        SigningParams {
            credentials: &self.credentials,
            region: &self.region,
            service: &self.service,
            timestamp: self.timestamp,
        }
    }

    fn signer(&self) -> Signer {
        Signer::new(self.settings)
    }
}
