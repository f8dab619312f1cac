//! Packing, and unpacking for the test of it.

use std::sync::{Mutex, PoisonError};

use crate::model::{Coder, Layout, Model};
use crate::unpack::Decoder;

/// Too large for a stack.
static MODEL: Mutex<Model> = Mutex::new(Model::ZERO);

fn run(coder: &mut impl Coder, layout: Layout) -> Vec<u8> {
    let mut model = MODEL.lock().unwrap_or_else(PoisonError::into_inner);
    model.forget();
    model.run(coder, layout);
    model.output.0[..layout.size].to_vec()
}

/// Packs the bytes of a module but the sizes of its functions, which [`unpack`] restores in [`SIZE_BYTES`](crate::SIZE_BYTES)
/// bytes each.
pub fn pack(bytes: &[u8], layout: Layout) -> Vec<u8> {
    let mut encoder = Encoder { bytes, bits: 0, low: 0, range: u32::MAX, packed: Vec::new() };
    run(&mut encoder, layout);
    encoder.finish()
}

/// Unpacks a module.
pub fn unpack(packed: &[u8], layout: Layout) -> Vec<u8> {
    run(&mut Decoder::new(|at| packed.get(at).copied().unwrap_or(0)), layout)
}

/// A range coder.
struct Encoder<'a> {
    bytes: &'a [u8],
    /// How many bits are packed.
    bits: usize,
    low: u64,
    range: u32,
    packed: Vec<u8>,
}

impl Coder for Encoder<'_> {
    fn bit(&mut self, probability: u32) -> u32 {
        let byte = self.bytes.get(self.bits / 8).copied().unwrap_or(0);
        let bit = u32::from(byte >> (7 - self.bits % 8) & 1);
        self.bits += 1;
        let bound = (self.range >> 16) * probability;
        if bit == 1 {
            self.range = bound;
        } else {
            self.low += u64::from(bound);
            self.range -= bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

impl Encoder<'_> {
    fn shift(&mut self) {
        self.carry();
        self.packed.push((self.low >> 24) as u8);
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    /// What is above 32 bits is added to the bytes that were written.
    fn carry(&mut self) {
        if self.low >> 32 > 0 {
            for byte in self.packed.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte > 0 {
                    break;
                }
            }
            self.low &= 0xffff_ffff;
        }
    }

    /// A number within the range that ends in zeros, which are read behind the end too.
    fn finish(mut self) -> Vec<u8> {
        self.low = (self.low + u64::from(self.range) - 1) >> 23 << 23;
        self.shift();
        self.shift();
        self.packed
    }
}
