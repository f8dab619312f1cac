//! Unpacking, and what the package calls for it.

use crate::Coder;

/// Reads what the encoder wrote, by a function from a place to a byte.
pub struct Decoder<F> {
    read: F,
    at: usize,
    code: u32,
    range: u32,
}

impl<F: Fn(usize) -> u8> Decoder<F> {
    pub fn new(read: F) -> Self {
        // The first bits are read as any others: a range of 0 is too small.
        let mut decoder = Decoder { read, at: 0, code: 0, range: 0 };
        for _ in 0..4 {
            decoder.refill();
        }
        decoder.range = u32::MAX;
        decoder
    }

    #[inline(always)]
    fn refill(&mut self) {
        self.range <<= 8;
        self.code = self.code << 8 | u32::from((self.read)(self.at));
        self.at += 1;
    }
}

impl<F: Fn(usize) -> u8> Coder for Decoder<F> {
    #[inline(always)]
    fn bit(&mut self, probability: u32) -> u32 {
        let bound = (self.range >> 16) * probability;
        let bit = u32::from(self.code < bound);
        if bit == 1 {
            self.range = bound;
        } else {
            self.code -= bound;
            self.range -= bound;
        }
        while self.range < 1 << 24 {
            self.refill();
        }
        bit
    }
}

#[cfg(target_family = "wasm")]
mod exported {
    use super::Decoder;
    use crate::Layout;
    use crate::model::Model;

    static mut MODEL: Model = Model::ZERO;

    /// Unpacks what is at an address, and returns the address of the module. To be called once.
    #[unsafe(no_mangle)]
    #[allow(unsafe_code, static_mut_refs, reason = "the only caller, one thread, and the bytes lie where it says")]
    extern "C" fn unpack(packed: *const u8, size: usize, start: usize, functions: usize) -> *const u8 {
        let model = unsafe { &mut MODEL };
        let mut decoder = Decoder::new(|at| unsafe { *packed.add(at) });
        model.run(&mut decoder, Layout { size, start, functions });
        model.output.as_ptr()
    }

    #[panic_handler]
    fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
        core::arch::wasm32::unreachable()
    }
}
