//! Parsed JSON of the engine as the decoder sees it.

use crate::interop;
use crate::protocol::Document;
use js_sys::{Array, Date};
use wasm_bindgen::prelude::*;

/// A value that `JSON.parse` made, so that its properties are plain data.
#[derive(Debug)]
pub struct JsDocument(pub JsValue);

impl Document for JsDocument {
    fn get(&self, name: &str) -> Option<Self> {
        let value = interop::get_by_name(&self.0, name);
        (!value.is_undefined()).then_some(Self(value))
    }

    fn set(&self, name: &str, value: Self) {
        interop::set(&self.0, name, &value.0);
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
        interop::text_up_to_4096(&self.0)
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn timestamp(epoch_millis: f64) -> Self {
        Self(Date::new(&epoch_millis.into()).into())
    }
}
