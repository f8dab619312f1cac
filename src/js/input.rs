//! JavaScript values as the encoder sees them.

use crate::js_value;
use crate::protocol::{Budget, Unreadable, Value, View};
use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::*;

/// A JavaScript value of an input.
#[derive(Debug)]
pub struct JsInput(pub JsValue);

impl Value for JsInput {
    fn view(&self, budget: &mut Budget) -> Result<View<Self>, Unreadable> {
        let value = &self.0;
        if value.is_undefined() || value.is_null() {
            return Ok(View::Absent);
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            return view_text(text, budget);
        }
        if let Some(number) = value.as_f64() {
            return Ok(View::Number(number));
        }
        if let Some(boolean) = value.as_bool() {
            return Ok(View::Boolean(boolean));
        }
        if value.is_bigint() {
            // Beyond 64 bits, any digits do that are beyond 64 bits.
            let digits = i64::try_from(value.clone()).map_or_else(|_| "9".repeat(20), |number| number.to_string());
            return Ok(View::Whole(digits));
        }
        if value.is_function() {
            return Ok(View::Other("a function".into()));
        }
        if value.is_symbol() {
            return Ok(View::Other("a symbol".into()));
        }
        view_object(value, budget).map_err(|failure| match failure {
            Failure::Unreadable(unreadable) => unreadable,
            Failure::Thrown(thrown) => {
                Unreadable("could not be read: ".to_owned() + &js_value::describe_thrown(&thrown))
            }
        })
    }

    fn inherited(&self, name: &str) -> Result<Option<Self>, Unreadable> {
        match js_value::get(&self.0, name) {
            Ok(value) => Ok(Some(Self(value))),
            Err(thrown) => Err(Unreadable("could not be read: ".to_owned() + &js_value::describe_thrown(&thrown))),
        }
    }
}

enum Failure {
    Unreadable(Unreadable),
    Thrown(JsValue),
}

impl From<JsValue> for Failure {
    fn from(thrown: JsValue) -> Self {
        Self::Thrown(thrown)
    }
}

impl From<Unreadable> for Failure {
    fn from(unreadable: Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}

fn view_text(text: &JsString, budget: &mut Budget) -> Result<View<JsInput>, Unreadable> {
    // A text has at least as many bytes as UTF-16 units; what it has more is known after it was copied.
    let units = text.length() as usize;
    budget.take_bytes(units)?;
    let copy = String::from(text);
    budget.take_bytes(copy.len().saturating_sub(units))?;
    if copy.contains(char::REPLACEMENT_CHARACTER) && !text.is_valid_utf16() {
        return Err(Unreadable("holds half of a surrogate pair, which no request can carry".into()));
    }
    Ok(View::Text(copy))
}

fn view_object(value: &JsValue, budget: &mut Budget) -> Result<View<JsInput>, Failure> {
    if js_value::is_array(value)? {
        let length = js_value::get(value, "length")?.as_f64().unwrap_or_default();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` clamps, and what is too large is refused"
        )]
        let length = length as u32;
        budget.take_values(length as usize)?;
        let items = (0..length).map(|index| Reflect::get_u32(value, index).map(JsInput));
        return Ok(View::List(items.collect::<Result<_, _>>()?));
    }
    let tag = js_value::tag(value)?;
    let tag = js_value::text(&tag).unwrap_or_default();
    if tag == "[object Date]" {
        return Ok(View::Timestamp(js_value::time(value)?));
    }
    let keys = js_value::keys(value)?;
    // A `Map`, a `Promise`, a `Headers` … keeps its contents out of reach of property access: better told than lost.
    if keys.length() == 0 && tag != "[object Object]" {
        let name = tag.trim_start_matches("[object ").trim_end_matches(']');
        return Ok(View::Other(name.chars().take(40).collect()));
    }
    budget.take_values(keys.length() as usize)?;
    let entries = entries(value, &keys, budget)?;
    Ok(View::Map { entries, class: has_class(value)?.then(|| JsInput(value.clone())) })
}

fn entries(value: &JsValue, keys: &Array, budget: &mut Budget) -> Result<Vec<(String, JsInput)>, Failure> {
    let mut entries = Vec::with_capacity(keys.length() as usize);
    for key in keys.iter() {
        let Some(name) = key.dyn_ref::<JsString>() else { continue };
        budget.take_bytes(name.length() as usize)?;
        entries.push((String::from(name), JsInput(Reflect::get(value, &key)?)));
    }
    Ok(entries)
}

/// Whether the object may have members from a class: its prototype is neither absent nor a root, of whatever realm.
fn has_class(value: &JsValue) -> Result<bool, JsValue> {
    let prototype = js_value::prototype(value)?;
    Ok(!prototype.is_null() && !js_value::prototype(&prototype)?.is_null())
}
