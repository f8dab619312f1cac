//! JavaScript values as the encoder sees them.

use crate::interop::{self, ViewKind};
use crate::protocol::{Budget, Unreadable, Value, View};
use wasm_bindgen::prelude::*;

/// A JavaScript value of an input.
#[derive(Debug)]
pub struct JsInput(pub JsValue);

impl Value for JsInput {
    fn view(&self, budget: &mut Budget) -> Result<View<Self>, Unreadable> {
        let view = interop::view(&self.0, budget.bytes_left(), budget.values_left());
        Ok(match view.kind() {
            ViewKind::Absent => View::Absent,
            ViewKind::Boolean => View::Boolean(view.number() > 0.0),
            ViewKind::Number => View::Number(view.number()),
            ViewKind::Integer => View::Integer(view.text()),
            ViewKind::String => {
                let text = view.text();
                budget.take_bytes(text.len())?;
                View::Text(text)
            }
            ViewKind::Timestamp => View::Timestamp(view.number()),
            ViewKind::List => {
                let items = view.values();
                budget.take_values(items.length() as usize)?;
                View::List(items.iter().map(Self).collect())
            }
            ViewKind::Map => {
                let keys = view.keys();
                budget.take_values(keys.length() as usize)?;
                let mut entries = Vec::with_capacity(keys.length() as usize);
                for (key, value) in keys.iter().zip(view.values().iter()) {
                    let key = key.as_string().unwrap_or_default();
                    budget.take_bytes(key.len())?;
                    entries.push((key, Self(value)));
                }
                View::Map { entries, class: view.is_instance().then(|| Self(self.0.clone())) }
            }
            ViewKind::TooLarge => return Err(budget.exceeded(self.0.is_string())),
            ViewKind::Unreadable => return Err(Unreadable(view.text())),
            _ => View::Other(view.text()),
        })
    }

    fn number_text(number: f64) -> String {
        interop::number_text(number)
    }

    fn inherited(&self, name: &str) -> Result<Option<Self>, Unreadable> {
        Ok(Some(Self(interop::get_by_name(&self.0, name))))
    }
}
