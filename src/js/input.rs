//! An input as the encoder sees it. JavaScript reads it and tells of it in one text: to ask each value what it is would cost
//! microseconds, and code for each question.

use crate::protocol::{Budget, Unreadable, Value, View};
use crate::text::cut;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Input` of `pkg-template/input.js`, which says what its text is made of.
    #[derive(Clone)]
    pub type Input;

    /// The member of that name that an instance has from its class, as text.
    #[wasm_bindgen(method)]
    fn inherited(this: &Input, instance: u32, name: &str) -> String;
}

/// A value of an input.
pub enum JsInput {
    /// What is to be seen of it, until it is looked at.
    Seen(Box<Cell<Result<View<JsInput>, Unreadable>>>),
    /// An instance of a class, by its number, for the members that it inherits.
    Instance(Input, u32),
}

impl JsInput {
    /// The value that a text tells of.
    pub fn read(text: &str, input: &Input) -> Self {
        Reader { rest: text, input }.value()
    }
}

impl Value for JsInput {
    /// JavaScript has kept the budget.
    fn view(&self, _: &mut Budget) -> Result<View<Self>, Unreadable> {
        match self {
            Self::Seen(view) => view.replace(Ok(View::Absent)),
            Self::Instance(..) => Ok(View::Absent),
        }
    }

    fn inherited(&self, name: &str) -> Result<Option<Self>, Unreadable> {
        Ok(match self {
            Self::Seen(_) => None,
            Self::Instance(input, instance) => Some(Self::read(&input.inherited(*instance, name), input)),
        })
    }
}

struct Reader<'a> {
    rest: &'a str,
    input: &'a Input,
}

impl Reader<'_> {
    fn value(&mut self) -> JsInput {
        JsInput::Seen(Box::new(Cell::new(self.view())))
    }

    fn view(&mut self) -> Result<View<JsInput>, Unreadable> {
        Ok(match self.letter() {
            b't' => View::Boolean(true),
            b'f' => View::Boolean(false),
            b's' => View::Text(self.text()),
            b'i' => View::Whole(self.text()),
            b'N' => View::Number(f64::NAN),
            b'B' => View::Number(f64::MAX),
            b'F' => View::Number(0.5),
            b'd' => View::Timestamp(self.millis()),
            b'[' => {
                let mut items = Vec::new();
                while !self.ends(b']') {
                    items.push(self.value());
                }
                View::List(items)
            }
            b'{' => View::Map { entries: self.entries(), class: None },
            b'c' => {
                let instance = self.text().parse().unwrap_or_default();
                View::Map { entries: self.entries(), class: Some(JsInput::Instance(self.input.clone(), instance)) }
            }
            b'o' => View::Other(self.text()),
            b'!' => return Err(Unreadable(self.text())),
            _ => View::Absent,
        })
    }

    fn entries(&mut self) -> Vec<(String, JsInput)> {
        let mut entries = Vec::new();
        while !self.ends(b'}') {
            entries.push((self.text(), self.value()));
        }
        entries
    }

    /// Whether that byte, or nothing, is next; it is read if it is.
    fn ends(&mut self, byte: u8) -> bool {
        let ends = self.rest.bytes().next().is_none_or(|next| next == byte);
        if ends {
            self.letter();
        }
        ends
    }

    fn letter(&mut self) -> u8 {
        let letter = self.rest.bytes().next().unwrap_or_default();
        self.rest = self.rest.get(1..).unwrap_or_default();
        letter
    }

    #[expect(clippy::cast_precision_loss, reason = "a Date has no more than 2^53 of them")]
    fn millis(&mut self) -> f64 {
        self.text().parse::<i64>().map_or(f64::NAN, |millis| millis as f64)
    }

    /// A text up to its NUL. NULs in it are written as a byte 1 and a digit, and so is that.
    fn text(&mut self) -> String {
        let (mut text, rest) = cut(self.rest, 0).unwrap_or((self.rest, ""));
        self.rest = rest;
        let mut out = String::with_capacity(text.len());
        while let Some((before, escaped)) = cut(text, 1) {
            out.push_str(before);
            out.push(if escaped.starts_with('0') { '\0' } else { '\u{1}' });
            text = escaped.get(1..).unwrap_or_default();
        }
        out.push_str(text);
        out
    }
}
