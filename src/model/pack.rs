//! The tables of the operations as the wasm holds them: numbers and lines of text, which the compiler makes of the declarations. As
//! statics, with a pointer and a length for each name, they take half a kilobyte more of the download.
//!
//! The operations follow each other; a shape is written where it is first used, and is its number from there on. [`unpack`] reads
//! it.
//!
//! [`unpack`]: super::unpack

use super::{Kind, Location, Member, Method, Operation, RESOURCES, Shape};

/// Codes of shapes. What is greater is the number of a shape that was written before, counted from [`KNOWN`].
pub const STRING: u8 = 1;
pub const INTEGER: u8 = 2;
pub const BOOLEAN: u8 = 3;
pub const TIMESTAMP: u8 = 4;
pub const LIST: u8 = 5;
pub const MAP: u8 = 6;
pub const STRUCTURE: u8 = 7;
pub const KNOWN: u8 = 8;

/// Added to the code of a method where the path is not a slash and the operation's name.
pub const OWN_PATH: u8 = 4;

/// The numbers.
pub static BYTES: [u8; PACKED.length] = copy(&PACKED.bytes);

/// The names, a line each, in the order in which they are needed.
pub static LINES: &str = match str::from_utf8(&TEXT) {
    Ok(lines) => lines,
    Err(_) => "",
};

const TEXT: [u8; PACKED.text_length] = copy(&PACKED.text);

#[allow(long_running_const_eval, reason = "each shape is compared with all before it")]
const PACKED: Packer = {
    let mut packer = Packer::new();
    packer.model();
    packer
};

const CAPACITY: usize = 8192;

struct Packer {
    bytes: [u8; CAPACITY],
    length: usize,
    text: [u8; CAPACITY],
    text_length: usize,
    names: [&'static str; 255],
    names_length: usize,
    shapes: [&'static Shape; 255],
    shapes_length: usize,
}

#[expect(clippy::indexing_slicing, reason = "a mistake in here is one of the compiler's errors")]
impl Packer {
    const fn new() -> Self {
        Self {
            bytes: [0; CAPACITY],
            length: 0,
            text: [0; CAPACITY],
            text_length: 0,
            names: [""; 255],
            names_length: 0,
            shapes: [&Shape { kind: Kind::Boolean }; 255],
            shapes_length: 0,
        }
    }

    const fn model(&mut self) {
        let mut resource = 0;
        let mut operations = 0;
        let count = self.length;
        self.byte(0);
        while resource < RESOURCES.len() {
            let mut operation = 0;
            while operation < RESOURCES[resource].len() {
                self.operation(RESOURCES[resource][operation]);
                operation += 1;
            }
            operations += operation;
            resource += 1;
        }
        self.bytes[count] = small(operations);
    }

    const fn operation(&mut self, operation: &Operation) {
        let method = match operation.method {
            Method::Get => 0,
            Method::Post => 1,
            Method::Delete => 2,
        };
        // The names are the JavaScript's, which makes methods of them before there is a wasm.
        if same_text(operation.name, operation.path.split_at(1).1) {
            self.byte(method);
        } else {
            self.byte(method + OWN_PATH as usize);
            self.line(operation.path);
        }
        self.shape(operation.input);
        match operation.output {
            Some(output) => self.shape(output),
            None => self.byte(0),
        }
    }

    const fn shape(&mut self, shape: &'static Shape) {
        let mut known = 0;
        while known < self.shapes_length {
            if same(self.shapes[known], shape) {
                return self.byte(known + KNOWN as usize);
            }
            known += 1;
        }
        match shape.kind {
            Kind::String { min } => self.constrained(STRING, min),
            Kind::Integer { min } => {
                self.byte(INTEGER as usize);
                self.byte(match min {
                    // Unlike for a length, 0 is a limit.
                    Some(min) => {
                        assert!(min >= 0, "there is no code for a least value below 0");
                        min.unsigned_abs() as usize + 1
                    }
                    None => 0,
                });
            }
            Kind::Boolean => self.byte(BOOLEAN as usize),
            Kind::Timestamp => self.byte(TIMESTAMP as usize),
            Kind::List { member, min } => {
                self.constrained(LIST, min);
                self.shape(member);
            }
            Kind::Map { key, value, min } => {
                self.constrained(MAP, min);
                self.shape(key);
                self.shape(value);
            }
            Kind::Structure(members) => {
                self.byte(STRUCTURE as usize);
                self.members(members);
            }
        }
        self.shapes[self.shapes_length] = shape;
        self.shapes_length += 1;
    }

    /// No least length is a least length of 0.
    const fn constrained(&mut self, code: u8, min: Option<u32>) {
        self.byte(code as usize);
        self.byte(match min {
            Some(min) => min as usize,
            None => 0,
        });
    }

    const fn members(&mut self, members: &'static [Member]) {
        self.byte(members.len());
        let mut at = 0;
        while at < members.len() {
            self.member(&members[at]);
            at += 1;
        }
    }

    const fn member(&mut self, member: &'static Member) {
        let in_header = matches!(member.location, Location::Header(_));
        assert!(!in_header, "members in headers are not the wasm's: mark the structure `output`");
        let location = match member.location {
            Location::Body => 0,
            Location::Label => 2,
            Location::Query | Location::Header(_) => 4,
        };
        self.byte(location + member.required as usize);
        self.name(member.name);
        self.shape(member.shape);
    }

    /// A name that may come again.
    const fn name(&mut self, name: &'static str) {
        let mut known = 0;
        while known < self.names_length {
            if same_text(self.names[known], name) {
                return self.byte(known + 1);
            }
            known += 1;
        }
        self.byte(0);
        self.line(name);
        self.names[self.names_length] = name;
        self.names_length += 1;
    }

    const fn line(&mut self, text: &str) {
        let mut at = 0;
        while at < text.len() {
            self.text[self.text_length] = text.as_bytes()[at];
            self.text_length += 1;
            at += 1;
        }
        self.text[self.text_length] = b'\n';
        self.text_length += 1;
    }

    const fn byte(&mut self, value: usize) {
        self.bytes[self.length] = small(value);
        self.length += 1;
    }
}

#[expect(clippy::cast_possible_truncation, reason = "checked on the line before")]
const fn small(value: usize) -> u8 {
    assert!(value < 256, "a number of the model needs more than a byte");
    value as u8
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn copy<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = bytes[at];
        at += 1;
    }
    out
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn same_text(a: &str, b: &str) -> bool {
    let mut same = a.len() == b.len();
    let mut at = 0;
    while same && at < a.len() {
        same = a.as_bytes()[at] == b.as_bytes()[at];
        at += 1;
    }
    same
}

/// Whether two shapes are the same but for their names.
const fn same(a: &Shape, b: &Shape) -> bool {
    match (&a.kind, &b.kind) {
        (Kind::String { min: a }, Kind::String { min: b }) => length(*a) == length(*b),
        (Kind::Integer { min: None }, Kind::Integer { min: None })
        | (Kind::Boolean, Kind::Boolean)
        | (Kind::Timestamp, Kind::Timestamp) => true,
        (Kind::Integer { min: Some(a) }, Kind::Integer { min: Some(b) }) => *a == *b,
        (Kind::List { member: a, min }, Kind::List { member: b, min: other }) => {
            length(*min) == length(*other) && same(a, b)
        }
        (Kind::Map { key: a, value: of_a, min }, Kind::Map { key: b, value: of_b, min: other }) => {
            length(*min) == length(*other) && same(a, b) && same(of_a, of_b)
        }
        (Kind::Structure(a), Kind::Structure(b)) => same_members(a, b),
        _ => false,
    }
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn same_members(a: &[Member], b: &[Member]) -> bool {
    let mut alike = a.len() == b.len();
    let mut at = 0;
    while alike && at < a.len() {
        let (a, b) = (&a[at], &b[at]);
        let located = matches!(
            (a.location, b.location),
            (Location::Body, Location::Body) | (Location::Label, Location::Label) | (Location::Query, Location::Query)
        );
        alike = located && a.required == b.required && same_text(a.name, b.name) && same(a.shape, b.shape);
        at += 1;
    }
    alike
}

const fn length(min: Option<u32>) -> u32 {
    match min {
        Some(min) => min,
        None => 0,
    }
}
