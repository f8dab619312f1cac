//! JavaScript values as the encoder sees them.

use crate::js_value;
use crate::protocol::{Budget, Unreadable, Value, View};
use crate::text::{beginning, concat};
use js_sys::{JsString, Reflect};
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
            return view_text(text, budget).map(View::Text);
        }
        if let Some(number) = value.as_f64() {
            return Ok(View::Number(number));
        }
        if let Some(boolean) = value.as_bool() {
            return Ok(View::Boolean(boolean));
        }
        if value.is_bigint() {
            return Ok(View::Whole(js_value::text(&readable(js_value::digits(value))?).unwrap_or_default()));
        }
        if value.is_function() {
            return Ok(View::Other("a function".into()));
        }
        if value.is_symbol() {
            return Ok(View::Other("a symbol".into()));
        }
        view_object(value, budget)
    }

    fn number_text(number: f64) -> String {
        js_value::string(number).ok().and_then(|text| js_value::text(&text)).unwrap_or_else(|| "null".into())
    }

    fn inherited(&self, name: &str) -> Result<Option<Self>, Unreadable> {
        Ok(Some(Self(readable(js_value::get(&self.0, name))?)))
    }
}

/// What a getter or a proxy's trap gave, or what it threw as a phrase.
fn readable<T>(result: Result<T, JsValue>) -> Result<T, Unreadable> {
    result.map_err(|thrown| unreadable(&thrown))
}

#[cold]
#[inline(never)]
fn unreadable(thrown: &JsValue) -> Unreadable {
    Unreadable(concat(&["could not be read: ", &js_value::describe_thrown(thrown)]))
}

fn view_text(text: &JsString, budget: &mut Budget) -> Result<String, Unreadable> {
    // A text has at least as many bytes as UTF-16 units; what it has more is known after it was copied.
    let units = text.length() as usize;
    budget.take_bytes(units)?;
    let copy = String::from(text);
    budget.take_bytes(copy.len().saturating_sub(units))?;
    // Half of a surrogate pair is copied as the replacement character, whose UTF-8 begins so.
    if copy.bytes().any(|byte| byte == 0xef) && JsValue::from_str(&copy) != *AsRef::<JsValue>::as_ref(text) {
        return Err(Unreadable("holds half of a surrogate pair, which no request can carry".into()));
    }
    Ok(copy)
}

fn view_object(value: &JsValue, budget: &mut Budget) -> Result<View<JsInput>, Unreadable> {
    if readable(js_value::is_array(value))? {
        return view_array(value, budget).map(View::List);
    }
    let tag = js_value::text(&readable(js_value::tag(value))?).unwrap_or_default();
    let name = tag.get(8..tag.len().saturating_sub(1)).unwrap_or_default();
    if name == "Date" {
        return readable(js_value::time(value)).map(View::Timestamp);
    }
    let keys = readable(js_value::keys(value))?;
    let count = keys.length();
    // A `Map`, a `Promise`, a `Headers` … keeps its contents out of reach of property access: better told than lost.
    if count == 0 && name != "Object" {
        return Ok(View::Other(beginning(name, 40).to_owned()));
    }
    budget.take_values(count as usize)?;
    let mut entries = Vec::with_capacity(count as usize);
    for index in 0..count {
        let key = keys.get(index);
        let Some(name) = key.dyn_ref::<JsString>() else { continue };
        budget.take_bytes(name.length() as usize)?;
        entries.push((String::from(name), JsInput(readable(Reflect::get(value, &key))?)));
    }
    let class = readable(has_class(value))?.then(|| JsInput(value.clone()));
    Ok(View::Map { entries, class })
}

fn view_array(value: &JsValue, budget: &mut Budget) -> Result<Vec<JsInput>, Unreadable> {
    let length = readable(js_value::get(value, "length"))?.as_f64().unwrap_or_default();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` clamps, and what is too large is refused"
    )]
    let length = length as u32;
    budget.take_values(length as usize)?;
    let mut items = Vec::with_capacity(length as usize);
    for index in 0..length {
        items.push(JsInput(readable(Reflect::get_u32(value, index))?));
    }
    Ok(items)
}

/// Whether the object may have members from a class: its prototype is neither absent nor a root, of whatever realm.
fn has_class(value: &JsValue) -> Result<bool, JsValue> {
    let prototype = js_value::prototype(value)?;
    Ok(!prototype.is_null() && !js_value::prototype(&prototype)?.is_null())
}
