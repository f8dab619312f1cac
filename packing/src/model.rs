//! Predicts a bit from what came before in several contexts, and learns from what the bit was.

use core::array::from_fn;

use crate::four::{Floats, Ints};
use crate::grammar::{Grammar, hash};
use crate::slots::{self, BITS, HALF, USED, USED_AT, squash, stretched};
use crate::table::Table;
use crate::{Coder, Layout};

/// The greatest size of a module.
const OUTPUT: usize = 1 << 18;

/// The size of a function is not packed, but known when its end is reached. It takes as many bytes as every size fits in.
pub const SIZE_BYTES: usize = 3;

/// Bytes that are looked for in what came before, where they may have had the same bytes behind them.
const MATCH: usize = 5;
const LONGEST: usize = 31;
const SEEN: usize = 1 << 14;

/// Four predictions each: of the contexts, of their last bits, and others.
const GROUPS: usize = 3;

/// Slots of the contexts, by a hash that nobody checks: few share one.
const HASHED: usize = 1 << 20;
/// Behind these, slots by the last bits in a context,
const RECENT: usize = HASHED;
/// by the match,
const MATCHED: usize = RECENT + 4 * 128;
/// by the kind and the bits of the byte so far,
const KINDS: usize = MATCHED + 64;
/// by these bits and the last opcode but one,
const OPCODES: usize = KINDS + 32 * 256;
/// and one for all.
const SAME: usize = OPCODES + 256 * 256;
const SLOTS: usize = SAME + 1;

/// Sets of weights, of which three are added up: by the kind, by the bits of the byte so far, and by the last opcode.
const BY_BITS: usize = 32;
const BY_OPCODE: usize = BY_BITS + 256;
const SETS: usize = BY_OPCODE + 256;

/// A weight before it is learnt, and how fast that is done.
const WEIGHT: f32 = 0.22;
const RATE: f32 = 0.002;

/// How far from certainty a probability may be that is taken as it is, and how far from it is what is coded.
const SURE: i32 = 1600;
const FLOOR: i32 = 32;

/// What is known of the contexts. It begins as zeros. What is used most is where short addresses are.
#[repr(C)]
pub struct Model {
    at: usize,
    /// Where the match goes on, and how long it is.
    source: usize,
    length: usize,
    grammar: Grammar,
    contexts: Ints,

    /// Where their slots for half a byte are; the bits of the half are yet to be added.
    chosen: Ints,
    weights: Table<Table<Floats, GROUPS>, SETS>,
    slots: Table<i32, SLOTS>,
    /// Where bytes came last, by their hash.
    seen: Table<u32, SEEN>,
    /// The module.
    pub output: Table<u8, OUTPUT>,
}

impl Model {
    /// Knows nothing.
    pub const ZERO: Model = Model {
        at: 0,
        source: 0,
        length: 0,
        grammar: Grammar::DATA,
        contexts: Ints::new([0; 4]),

        chosen: Ints::new([0; 4]),
        weights: Table([Table([Floats::ZERO; GROUPS]); SETS]),
        slots: Table([0; SLOTS]),
        seen: Table([0; SEEN]),
        output: Table([0; OUTPUT]),
    };

    /// Makes it [`Model::ZERO`] again.
    #[cfg(not(target_family = "wasm"))]
    pub fn forget(&mut self) {
        self.slots.fill(0);
        self.seen.fill(0);
        self.output.fill(0);
        self.weights.fill(Table([Floats::ZERO; GROUPS]));
        self.grammar = Grammar::DATA;
        (self.at, self.source, self.length) = (0, 0, 0);
    }

    /// Packs or unpacks a module, as the coder does.
    pub fn run(&mut self, coder: &mut impl Coder, layout: Layout) {
        let mut begun = 0;
        let mut left = layout.functions;
        while self.at < layout.size {
            if self.grammar.depth == 0 && left > 0 && self.at >= layout.start {
                left -= 1;
                self.at += SIZE_BYTES;
                begun = self.at;
                self.grammar.enter();
            }
            let inside = self.grammar.depth > 0;
            self.byte(coder);
            if inside && self.grammar.depth == 0 {
                let size = self.at - begun;
                self.output[begun - 3] = (size | 128) as u8;
                self.output[begun - 2] = (size >> 7 | 128) as u8;
                self.output[begun - 1] = (size >> 14) as u8;
            }
        }
    }

    // Not part of the loop: engines replace what they compiled in a hurry when it is called again.
    #[inline(never)]
    fn byte(&mut self, coder: &mut impl Coder) {
        self.look();
        let mut bits: u32 = 1;
        let mut node = 1;
        for place in 0..8 {
            if place & 3 == 0 {
                self.chosen =
                    self.contexts.plus(Ints::all(bits.wrapping_mul(0x9e37_79b1) as i32)).and(HASHED as i32 - 1);
                node = 1;
            }
            let bit = self.bit(coder, bits, node, place);
            bits = bits * 2 + bit;
            node = node * 2 + bit as usize;
        }
        self.output[self.at] = bits as u8;
        self.at += 1;
        self.grammar.push(bits & 255);
    }

    /// The contexts of the next byte, and its match. Returns the two bytes before it.
    #[inline(always)]
    fn look(&mut self) {
        let at = self.at;
        let behind = |distance: usize| u32::from(self.output[at.wrapping_sub(distance) % OUTPUT]);
        let two = behind(1) | behind(2) << 8;

        let grammar = &self.grammar;
        let kind = u32::from(grammar.kind());
        let now = hash(kind, grammar.current);
        let one = hash(now, grammar.opcodes[0]);
        let three = hash(hash(one, grammar.opcodes[1]), grammar.opcodes[2]);
        self.contexts = Ints::new([now, one, three, hash(kind, two)].map(|c| c as i32));

        if self.length > 0 && self.output[self.source] == self.output[at - 1] {
            self.length = LONGEST.min(self.length + 1);
            self.source += 1;
        } else {
            self.length = 0;
        }
        let key = (1..=MATCH).fold(0, |key, distance| hash(key, behind(distance))) as usize % SEEN;
        if self.length == 0 {
            self.source = self.seen[key] as usize;
            while self.length < LONGEST
                && self.source > self.length
                && self.output[self.source - 1 - self.length] == self.output[at - 1 - self.length]
            {
                self.length += 1;
            }
        }
        self.seen[key] = at as u32;
    }

    #[inline(always)]
    fn bit(&mut self, coder: &mut impl Coder, bits: u32, node: usize, place: u32) -> u32 {
        let contexts = self.chosen.lanes().map(|place| place as usize ^ node);
        // What one context is sure of is not asked of the others.
        let slot = self.slots[contexts[0]];
        let odds = slot >> 12;
        if slot >> USED_AT & USED == USED && odds.abs() > HALF - SURE {
            let bit = coder.bit((odds + HALF >> 4).clamp(FLOOR, 65535 - FLOOR) as u32);
            // Right, it stays as it is; wrong, it learns anew.
            if (bit == 1) != (odds > 0) {
                self.slots[contexts[0]] = slot & BITS;
            }
            return bit;
        }
        let slots = self.known(contexts);
        let recent = slots.and(BITS).lanes();
        let kind = (u32::from(self.grammar.kind()) * 2 + u32::from(self.grammar.bits > 0)) as usize;
        let expected = u32::from(self.output[self.source]) | 256;
        let length = if expected >> (8 - place) == bits { self.length } else { 0 };
        let expected = (expected >> (7 - place) & 1) as usize;
        let places = [
            contexts,
            from_fn(|index| RECENT + index * 128 + recent[index] as usize),
            [
                MATCHED + length * 2 + expected,
                KINDS + kind * 256 + bits as usize,
                OPCODES + (self.grammar.opcodes[1] * 256 + bits) as usize,
                SAME,
            ],
        ];
        let known = [slots, self.known(places[1]), self.known(places[2])];
        let inputs = known.map(stretched);

        let sets = [kind, BY_BITS + bits as usize, BY_OPCODE + self.grammar.opcodes[0] as usize];
        let mut sum = Floats::all(0.0);
        for group in 0..GROUPS {
            let [a, b, c] = sets.map(|set| self.weights[set][group]);
            sum = sum.plus(inputs[group].times(a.plus(b).plus(c).plus(Floats::all(WEIGHT))));
        }
        let probability = squash(sum.sum());
        let bit = coder.bit(((probability * 65536.0) as u32).clamp(1, 65535));

        let step = Floats::all((bit as f32 - probability) * RATE);
        for group in 0..GROUPS {
            let step = step.times(inputs[group]);
            for set in sets {
                self.weights[set][group] = self.weights[set][group].plus(step);
            }
            let damping = if group == 0 { 0.9 } else { 1.5 };
            self.learn(places[group], known[group], bit, damping);
        }
        bit
    }

    #[inline(always)]
    fn known(&self, places: [usize; 4]) -> Ints {
        Ints::new(places.map(|place| self.slots[place])).xor(1)
    }

    #[inline(always)]
    fn learn(&mut self, places: [usize; 4], slots: Ints, bit: u32, damping: f32) {
        let slots = slots::learnt(slots, bit, damping).lanes();
        for index in 0..4 {
            self.slots[places[index]] = slots[index];
        }
    }
}
