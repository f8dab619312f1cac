//! Looking at JavaScript values that may be hostile: every getter may throw, every proxy may lie, every text may be huge.
//!
//! Only catching bindings are used. An exception that passed through would leave the future that met it for ever unfinished.

use wasm_bindgen::prelude::*;

/// Most UTF-16 units that are copied of a text which is not an input: a header, a message, a timestamp.
const LONGEST: u32 = 4096;

#[wasm_bindgen]
extern "C" {
    /// `Object.keys`, which runs a proxy's traps.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    pub fn keys(value: &JsValue) -> Result<js_sys::Array, JsValue>;

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
