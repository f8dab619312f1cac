//! Slots, which know what came in a context, four at once.

use crate::four::{Floats, Ints};

/// A slot is a probability, as what it is above a half in 20 bits; below it how often the slot was used, in 5; and the last bits, in 7,
/// below a 1. A slot that was not used is 0.
pub const HALF: i32 = 1 << 19;
pub const USED: i32 = 31;
pub const USED_AT: u32 = 7;
pub const BITS: i32 = 127;

/// What slots are after a bit. They move to it by the greater a part the fewer came before; the greater `damping`, the less.
#[inline(always)]
pub fn learnt(slots: Ints, bit: u32, damping: f32) -> Ints {
    let odds = slots.down(12);
    let often = slots.down(USED_AT).and(USED);
    let target = Ints::all(if bit == 1 { HALF - 1 } else { -HALF });
    let share = often.floats().times(Floats::all(damping)).plus(Floats::all(1.4));
    let odds = odds.plus(target.minus(odds).floats().by(share).ints());
    let often = often.plus(Ints::all(1)).min(USED);
    // Of eight bits with the 1, the first goes, and the 1 in its place.
    let recent = slots.and(BITS).up(1).or(Ints::all(bit as i32));
    let recent = recent.or(recent.down(1).and(64)).and(BITS);
    odds.up(12).or(often.up(USED_AT)).or(recent).xor(1)
}

/// About the logarithm of the odds, to base 2: a float's bits are about that of the float.
#[inline(always)]
pub fn stretched(slots: Ints) -> Floats {
    let odds = slots.down(12).floats();
    let one = Floats::all(HALF as f32 + 0.5).plus(odds);
    let zero = Floats::all(HALF as f32).minus(odds);
    one.bits().minus(zero.bits()).floats().times(Floats::all(1.0 / ONE))
}

/// The way back.
#[inline(always)]
pub fn squash(logarithm: f32) -> f32 {
    let power = f32::from_bits((127.0 * ONE - logarithm.clamp(-20.0, 20.0) * ONE) as u32);
    1.0 / (1.0 + power)
}

/// What a float's exponent counts, in its bits.
const ONE: f32 = (1 << 23) as f32;
