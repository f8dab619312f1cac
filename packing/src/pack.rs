//! Packing, and unpacking for the test of it.

use std::sync::{Mutex, PoisonError};

use crate::model::Model;
use crate::unpack::Decoder;
use crate::{Coder, Layout};

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

#[cfg(test)]
mod tests {
    use super::*;

    /// A block, constants of every kind, a table of labels, an access, a copy, and vectors: a constant, a lane, an access, a sum.
    const BODY: &[u8] =
        b"\x01\x02\x7f\x02\x40\x20\0\x0e\x02\0\0\0\x0b\x41\x80\x01\x1a\x42\x7f\x1a\x43\x80\x80\x80\x80\x1a\
        \x44\x80\x80\x80\x80\x80\x80\x80\x80\x1a\x41\0\x28\x02\x80\x08\x1a\x41\0\x41\0\x41\0\xfc\x0a\0\0\
        \xfd\x0c0123456789abcdef\xfd\x1b\x0b\x1a\x41\0\xfd\0\x04\x80\x08\x41\0\xfd\x5c\x02\x80\x08\xfd\xae\x01\x1a\x0b";

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let noise = (0..20_000_u32).map(|number| (number.wrapping_mul(number) >> 7).to_le_bytes()[0]);
        let before: Vec<u8> = noise.chain([0; 5000]).collect();
        let functions = 100;
        let bytes = [&before, &*BODY.repeat(functions), &[255; 300]].concat();
        let body = [&[u8::try_from(BODY.len()).unwrap() | 128, 128, 0], BODY].concat();
        let module = [&before, &*body.repeat(functions), &[255; 300]].concat();
        let layout = Layout { size: module.len(), start: before.len(), functions };
        let packed = pack(&bytes, layout);
        assert!(packed.len() < bytes.len(), "{}", packed.len());
        assert!(unpack(&packed, layout) == module);
        // The same again: what was learnt is forgotten.
        assert!(pack(&bytes, layout) == packed);
    }
}
