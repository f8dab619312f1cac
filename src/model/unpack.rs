//! The tables of the wasm, read once when the first of them is asked for. What is read stays: the tables are of the whole program.

use super::pack::{BOOLEAN, BYTES, INTEGER, KNOWN, LINES, LIST, MAP, OWN_PATH, STRING, STRUCTURE, TIMESTAMP};
use super::{Kind, Location, Member, Method, Operation, Shape};
use crate::text::{concat, cut};
use std::cell::Cell;

thread_local! {
    static OPERATIONS: Cell<&'static [Operation]> = const { Cell::new(&[]) };
}

/// The operations, as they are declared; none before they were named.
pub fn operations() -> &'static [Operation] {
    OPERATIONS.get()
}

/// Gives the operations their names, in the order in which they are declared, with spaces between. Later names are ignored.
pub fn name_operations(names: &str) {
    if OPERATIONS.get().is_empty() {
        let names = String::leak(names.to_owned());
        let reader = Reader {
            bytes: BYTES.iter(),
            lines: LINES,
            operations: names,
            names: [""; 256],
            shapes: [&NOTHING; 256],
            known: (0, 0),
        };
        OPERATIONS.set(reader.operations());
    }
}

/// What is left to be read, and what was.
struct Reader {
    bytes: std::slice::Iter<'static, u8>,
    lines: &'static str,
    /// The names of the operations.
    operations: &'static str,
    names: [&'static str; 256],
    shapes: [&'static Shape; 256],
    /// How many names and shapes were read.
    known: (u8, u8),
}

/// What a mistake would read.
static NOTHING: Shape = Shape { kind: Kind::Boolean };

impl Reader {
    fn operations(mut self) -> &'static [Operation] {
        let count = self.byte();
        let mut operations = Vec::with_capacity(count.into());
        for _ in 0..count {
            operations.push(self.operation());
        }
        operations.leak()
    }

    fn operation(&mut self) -> Operation {
        let code = self.byte();
        let method = match code % OWN_PATH {
            0 => Method::Get,
            1 => Method::Post,
            _ => Method::Delete,
        };
        let (name, rest) = cut(self.operations, b' ').unwrap_or((self.operations, ""));
        self.operations = rest;
        let path = if code < OWN_PATH { String::leak(concat(&["/", name])) } else { self.line() };
        Operation { name, method, path, input: self.inner(), output: self.shape() }
    }

    /// A shape, if there is one.
    fn shape(&mut self) -> Option<&'static Shape> {
        let kind = match self.byte() {
            0 => return None,
            STRING => Kind::String { min: Some(self.byte().into()) },
            INTEGER => Kind::Integer { min: i32::from(self.byte()).checked_sub(1).filter(|min| *min >= 0) },
            BOOLEAN => Kind::Boolean,
            TIMESTAMP => Kind::Timestamp,
            LIST => {
                let min = Some(self.byte().into());
                Kind::List { member: self.inner(), min }
            }
            MAP => {
                let min = Some(self.byte().into());
                Kind::Map { key: self.inner(), value: self.inner(), min }
            }
            STRUCTURE => Kind::Structure(self.members()),
            known => return self.shapes.get(usize::from(known - KNOWN)).copied(),
        };
        let shape = &*Box::leak(Box::new(Shape { kind }));
        if let Some(place) = self.shapes.get_mut(usize::from(self.known.1)) {
            *place = shape;
        }
        self.known.1 += 1;
        Some(shape)
    }

    /// A shape where there is always one.
    fn inner(&mut self) -> &'static Shape {
        self.shape().unwrap_or(&NOTHING)
    }

    fn members(&mut self) -> &'static [Member] {
        let count = self.byte();
        let mut members = Vec::with_capacity(count.into());
        for _ in 0..count {
            let code = self.byte();
            let name = self.name();
            let location = match code >> 1 {
                0 => Location::Body,
                1 => Location::Label,
                _ => Location::Query,
            };
            members.push(Member { name, shape: self.inner(), required: code & 1 == 1, location });
        }
        members.leak()
    }

    fn name(&mut self) -> &'static str {
        match self.byte() {
            0 => {
                let name = self.line();
                if let Some(place) = self.names.get_mut(usize::from(self.known.0)) {
                    *place = name;
                }
                self.known.0 += 1;
                name
            }
            known => self.names.get(usize::from(known - 1)).copied().unwrap_or_default(),
        }
    }

    fn line(&mut self) -> &'static str {
        let (line, rest) = cut(self.lines, b'\n').unwrap_or_default();
        self.lines = rest;
        line
    }

    #[inline(never)]
    fn byte(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::RESOURCES;
    use super::*;

    /// What is written for people to read, with a least length of 0 as none.
    fn text(value: &impl std::fmt::Debug) -> String {
        let text = format!("{value:?}").replace("Integer { min: None }", "Integer");
        text.replace("min: None", "min: Some(0)")
    }

    #[test]
    fn what_is_unpacked_is_what_was_declared() {
        let declared: Vec<_> = RESOURCES.iter().copied().flatten().collect();
        assert!(declared.len() > 35);
        let names: Vec<_> = declared.iter().map(|operation| operation.name).collect();
        assert_eq!(text(&operations()), "[]");
        name_operations(&names.join(" "));
        assert_eq!(text(&operations()), text(&declared));
    }
}
