//! Looking at JavaScript values: the functions of `values.js`, none of which throws.
//!
//! No binding of this crate is declared with `catch` and returns a value: wasm-bindgen 0.2.130 allocates a slot of its table of
//! JavaScript values for the `undefined` that such a call returns when it throws, and nobody frees it.

use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/values.js")]
extern "C" {
    /// A value, looked at once.
    pub type View;

    /// Looks at a value. A text of more UTF-16 units, or a collection of more values, is too large. The limits are integers, which the
    /// glue converts: a function that needs no conversion is imported by way of the script's namespace object, which bundlers make
    /// with a loop that trips over members of `Object.prototype`.
    pub fn view(value: &JsValue, max_units: usize, max_values: usize) -> View;

    /// What it is.
    #[wasm_bindgen(method, getter)]
    pub fn kind(this: &View) -> ViewKind;

    /// Text or digits; of something else the name of its type; why a value is unreadable.
    #[wasm_bindgen(method, getter)]
    pub fn text(this: &View) -> String;

    /// A number, 0 or 1 for a boolean, milliseconds since 1970 for a timestamp.
    #[wasm_bindgen(method, getter)]
    pub fn number(this: &View) -> f64;

    /// The keys of a map.
    #[wasm_bindgen(method, getter)]
    pub fn keys(this: &View) -> Array;

    /// The values of a map, or the items of a list.
    #[wasm_bindgen(method, getter)]
    pub fn values(this: &View) -> Array;

    /// The map may have members from a class.
    #[wasm_bindgen(method, getter = isInstance)]
    pub fn is_instance(this: &View) -> bool;

    /// The shortest text that reads back as the same number.
    #[wasm_bindgen(js_name = numberText)]
    pub fn number_text(number: f64) -> String;

    /// A member, which may be inherited from a class; `undefined` where there is none.
    pub fn get(object: &JsValue, field: Field) -> JsValue;

    /// The same of a property whose name is data.
    #[wasm_bindgen(js_name = get)]
    pub fn get_by_name(object: &JsValue, name: &str) -> JsValue;

    /// Sets a member of a parsed document.
    pub fn set(object: &JsValue, name: &str, value: &JsValue);

    /// Sets a field to text.
    #[wasm_bindgen(js_name = set)]
    pub fn set_field(object: &JsValue, field: Field, text: &str);

    /// The text, if this is one, up to its 4096th UTF-16 unit.
    #[wasm_bindgen(js_name = text)]
    pub fn text_up_to_4096(value: &JsValue) -> Option<String>;
}

/// What a value is.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum ViewKind {
    /// `undefined` and `null`.
    Absent = "absent",
    /// A boolean.
    Boolean = "boolean",
    /// A number.
    Number = "number",
    /// A bigint.
    Integer = "integer",
    /// Well-formed text.
    String = "string",
    /// A `Date`.
    Timestamp = "timestamp",
    /// An array.
    List = "list",
    /// Any other object.
    Map = "map",
    /// What has no place in a request.
    Other = "other",
    /// It is larger than a request may be.
    TooLarge = "tooLarge",
    /// A getter or a proxy threw, or a text is malformed.
    Unreadable = "unreadable",
}

/// The fields of the objects that JavaScript hands over and of those that it gets. As an enum of wasm-bindgen a name crosses as
/// a number, and is text once.
#[wasm_bindgen]
#[derive(Clone, Copy)]
#[rustfmt::skip]
pub enum Field {
    // A client's options.
    Service = "service", Region = "region", Endpoint = "endpoint", Scheme = "scheme", Host = "host", Path = "path",
    UseFipsEndpoint = "useFipsEndpoint", UseDualstackEndpoint = "useDualstackEndpoint", RetryMode = "retryMode",
    MaxAttempts = "maxAttempts", SystemClockOffset = "systemClockOffset", UserAgent = "userAgent",
    // Those of a presigned URL, and of a signer.
    Method = "method", ExpiresIn = "expiresIn", Credentials = "credentials", KeepPath = "keepPath",
    EncodePathOnce = "encodePathOnce", LeaveSessionTokenUnsigned = "leaveSessionTokenUnsigned",
    AddContentSha256 = "addContentSha256",
    // What a step came to.
    AccessKeyId = "accessKeyId", SecretAccessKey = "secretAccessKey", SessionToken = "sessionToken",
    Expiration = "expiration", Status = "status", Date = "date", IsFromCache = "isFromCache", ErrorType = "errorType",
    XAmzRetryAfter = "xAmzRetryAfter", RetryAfter = "retryAfter", RetryAfterDate = "retryAfterDate", Body = "body",
    // Headers that sign a request.
    Authorization = "authorization", XAmzDate = "x-amz-date", XAmzContentSha256 = "x-amz-content-sha256",
    XAmzSecurityToken = "x-amz-security-token",
}

/// A field that is text.
pub fn text_of(object: &JsValue, field: Field) -> Option<String> {
    get(object, field).as_string()
}

/// A field that is a number; not a number where it is absent.
pub fn number_of(object: &JsValue, field: Field) -> f64 {
    get(object, field).as_f64().unwrap_or(f64::NAN)
}

/// A field that is `true`.
pub fn flag_of(object: &JsValue, field: Field) -> bool {
    get(object, field).is_truthy()
}
