//! Bits and Exponential-Golomb codes of H.264 (ITU-T H.264, 7.2 and 9.1).

#[derive(Default)]
pub struct Bits {
    bytes: Vec<u8>,
    /// Bits of the last byte that are not used yet.
    free: u32,
}

impl Bits {
    /// The lowest bits of a value, the highest of them first.
    pub fn bits(&mut self, value: u32, count: u32) {
        for shift in (0..count).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if let Some(last) = self.bytes.last_mut() {
                *last |= (((value >> shift) & 1) as u8) << self.free;
            }
        }
    }

    /// `ue(v)`; of 0, `se(v)` is the same.
    pub fn golomb(&mut self, value: u32) {
        let length = u32::BITS - (value + 1).leading_zeros();
        self.bits(0, length - 1);
        self.bits(value + 1, length);
    }

    /// Zeros up to the next whole byte.
    pub fn align(&mut self) {
        self.free = 0;
    }

    /// Ends a payload with a one and zeros up to the next whole byte.
    pub fn into_payload(mut self) -> Vec<u8> {
        self.bits(1, 1);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn codes_are_those_of_the_standard() {
        let mut bits = Bits::default();
        // 1, 010, 011, 00100: table 9-2.
        for value in 0..4 {
            bits.golomb(value);
        }
        assert_eq!(bits.into_payload(), [0b1010_0110, 0b0100_1000]);
        let mut bits = Bits::default();
        bits.bits(0b101, 3);
        bits.align();
        bits.bits(0xff, 8);
        assert_eq!(bits.into_payload(), [0b1010_0000, 0xff, 0x80]);
    }
}
