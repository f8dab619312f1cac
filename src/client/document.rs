//! Parsed JSON of the engine as the decoder sees it.

use crate::js_value;
use crate::protocol::Document;
use js_sys::{Array, Date, Reflect};
use wasm_bindgen::prelude::*;

/// A value that `JSON.parse` made, so its properties are plain data.
pub struct JsDocument(pub JsValue);

impl Document for JsDocument {
    fn get(&self, name: &str) -> Option<Self> {
        // `Reflect.get` throws for what is no object.
        js_value::get(&self.0, name).ok().filter(|value| !value.is_undefined()).map(Self)
    }

    fn set(&self, name: &str, value: Self) {
        // Fails only where this is no object, which has no members to set.
        let _ = Reflect::set(&self.0, &name.into(), &value.0);
    }

    fn items(&self) -> Vec<Self> {
        self.0.dyn_ref::<Array>().map(|array| array.iter().map(Self).collect()).unwrap_or_default()
    }

    fn set_item(&self, index: usize, value: Self) {
        if let (Some(array), Ok(index)) = (self.0.dyn_ref::<Array>(), u32::try_from(index)) {
            array.set(index, value.0);
        }
    }

    fn text(&self) -> Option<String> {
        js_value::text(&self.0)
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn timestamp(epoch_millis: f64) -> Self {
        Self(Date::new(&epoch_millis.into()).into())
    }
}
