//! Looking at JavaScript values that may be hostile: every getter may throw, every proxy may lie, every text may be huge.
//!
//! Only catching bindings are used. An exception that passed through would leave the future that met it for ever unfinished.

use crate::text::beginning;
use wasm_bindgen::prelude::*;

/// Most UTF-16 units that are copied of a text which is not an input: a header, a message, a timestamp.
const LONGEST: u32 = 4096;

#[wasm_bindgen]
extern "C" {
    /// `Array.isArray`, which throws for a revoked proxy.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    pub fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    /// `String`: the shortest text that reads back as the same number.
    #[wasm_bindgen(catch, js_name = String)]
    pub fn string(number: f64) -> Result<JsValue, JsValue>;

    /// `Object.keys`, which runs a proxy's traps.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    pub fn keys(value: &JsValue) -> Result<js_sys::Array, JsValue>;

    /// `Object.getPrototypeOf`, which runs a proxy's trap.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getPrototypeOf)]
    pub fn prototype(value: &JsValue) -> Result<JsValue, JsValue>;

    /// `Object.prototype.toString`, which reads `Symbol.toStringTag`.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    pub fn tag(value: &JsValue) -> Result<JsValue, JsValue>;

    /// `Date.prototype.getTime`, which throws for anything but a date, and knows dates of other realms.
    #[wasm_bindgen(catch, js_namespace = ["Date", "prototype", "getTime"], js_name = call)]
    pub fn time(value: &JsValue) -> Result<f64, JsValue>;

    /// `BigInt.prototype.toString`: the digits of a number of any size.
    #[wasm_bindgen(catch, js_namespace = ["BigInt", "prototype", "toString"], js_name = call)]
    pub fn digits(value: &JsValue) -> Result<JsValue, JsValue>;

    /// `String.prototype.slice` of a text.
    #[wasm_bindgen(catch, js_namespace = ["String", "prototype", "slice"], js_name = call)]
    fn slice(value: &JsValue, start: u32, end: u32) -> Result<JsValue, JsValue>;
}

/// A property, inherited ones included.
pub fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(object, &name.into())
}

/// The text, if this is text, up to its 4096th UTF-16 unit.
pub fn text(value: &JsValue) -> Option<String> {
    if !value.is_string() {
        return None;
    }
    slice(value, 0, LONGEST).ok()?.as_string()
}

/// What a thrown value says, in at most 200 characters.
pub fn describe_thrown(thrown: &JsValue) -> String {
    match text(thrown).or_else(|| text(&get(thrown, "message").ok()?)) {
        Some(message) => beginning(&message, 200).to_owned(),
        None => "what was thrown is no Error".into(),
    }
}
