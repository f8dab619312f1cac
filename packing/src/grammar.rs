//! Knows which part of an instruction the next byte is.

use crate::table::Table;

/// What the next byte is. An opcode is the rest of an instruction that has nothing left.
const OPCODE: u8 = 0;
const BLOCK_TYPE: u8 = 1;
const LABEL: u8 = 2;
const LOCAL: u8 = 3;
const INDEX: u8 = 4;
const ALIGN: u8 = 5;
const OFFSET: u8 = 6;
const I32: u8 = 7;
const I64: u8 = 8;
const RAW: u8 = 9;
const FUNCTION: u8 = 10;
const TYPE: u8 = 11;
const LABELS: u8 = 12;
const LOCALS: u8 = 13;
const DECLARATION: u8 = 14;
/// Outside of functions, and the second part of a long opcode within them.
const OTHER: u8 = 15;

/// From which opcode on an instruction has which fields. The first of two is in the lower four bits.
const FIELDS: [(u8, u8); 24] = [
    (0x02, BLOCK_TYPE),
    (0x05, 0),
    (0x0c, LABEL),
    (0x0e, LABELS),
    (0x0f, 0),
    (0x10, FUNCTION),
    (0x11, TYPE | INDEX << 4),
    (0x12, 0),
    (0x1c, INDEX | INDEX << 4),
    (0x1d, 0),
    (0x20, LOCAL),
    (0x23, INDEX),
    (0x28, ALIGN | OFFSET << 4),
    (0x3f, INDEX),
    (0x41, I32),
    (0x42, I64),
    (0x43, RAW),
    (0x45, 0),
    (0xd0, INDEX),
    (0xd1, 0),
    (0xd2, FUNCTION),
    (0xd3, 0),
    (0xfc, OTHER),
    (0xfe, 0),
];

/// How many instructions before the present one are known.
pub const PAST: usize = 3;

/// A place within a module.
pub struct Grammar {
    /// The fields that are left of the instruction.
    fields: u8,
    /// How often the first of them comes.
    repeat: u32,
    /// The value of a number so far, and how many bits it has so far.
    value: u32,
    pub bits: u32,
    /// How many blocks are open; 0 outside of functions.
    pub depth: u32,
    /// A hash of the bytes of the instruction so far.
    pub current: u32,
    opcode: u32,
    /// The opcodes of the instructions before.
    pub opcodes: Table<u32, PAST>,
}

impl Grammar {
    pub const DATA: Grammar =
        Grammar { fields: 0, repeat: 0, value: 0, bits: 0, depth: 0, current: 0, opcode: 0, opcodes: Table([0; PAST]) };

    /// At the beginning of a function, behind its size.
    pub fn enter(&mut self) {
        *self = Grammar { fields: LOCALS, depth: 1, ..Grammar::DATA };
    }

    pub fn kind(&self) -> u8 {
        if self.depth == 0 { OTHER } else { self.fields & 15 }
    }

    pub fn push(&mut self, byte: u32) {
        let kind = self.kind();
        self.current = hash(self.current.wrapping_add(1), byte);
        if self.depth == 0 {
            self.opcode = byte;
        } else if kind == OPCODE {
            self.opcode = byte;
            self.repeat = 0;
            self.fields = 0;
            for (from, fields) in FIELDS {
                if byte >= u32::from(from) {
                    self.fields = fields;
                }
            }
            match byte {
                0x02..=0x04 => self.depth += 1,
                0x0b => self.depth -= 1,
                0x43 => self.repeat = 3,
                0x44 => self.repeat = 7,
                _ => {}
            }
        } else {
            self.value |= (byte & 127).wrapping_shl(self.bits);
            self.bits += 7;
            if byte > 127 && kind != RAW {
                return;
            }
            let value = self.value;
            self.value = 0;
            self.bits = 0;
            if self.repeat > 0 {
                self.repeat -= 1;
            } else {
                self.fields >>= 4;
            }
            if kind == LABELS {
                self.fields = LABEL;
                self.repeat = value;
            } else if kind == LOCALS && value > 0 {
                self.fields = DECLARATION;
                self.repeat = 2 * value - 1;
            } else if kind == OTHER && self.opcode == 0xfd {
                // Loads and stores, constants and shuffles, lanes.
                (self.fields, self.repeat) = match value {
                    0..=11 | 92 | 93 => (ALIGN | OFFSET << 4, 0),
                    12 | 13 => (RAW, 15),
                    21..=34 => (INDEX, 0),
                    _ => (0, 0),
                };
            } else if kind == OTHER && value > 7 {
                self.fields = if value < 15 && value & 1 == 0 { INDEX | INDEX << 4 } else { INDEX };
            }
        }
        if self.fields == 0 {
            for index in (1..PAST).rev() {
                self.opcodes[index] = self.opcodes[index - 1];
            }
            self.opcodes[0] = self.opcode;
            self.current = 0;
        }
    }
}

pub fn hash(a: u32, b: u32) -> u32 {
    let mixed = (a ^ b.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x2f0b_4c47);
    mixed ^ (mixed >> 15)
}
