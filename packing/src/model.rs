//! Predicts a bit from what came before in several contexts, and learns from what the bit was.

use crate::four::Four;
use crate::grammar::{Grammar, PAST, hash};
use crate::table::Table;

/// How many contexts a bit is predicted in.
const CONTEXTS: usize = 4;

/// Two inputs of the mixer for each context; the last four are the match and a constant.
const INPUTS: usize = CONTEXTS / 2 + 1;

/// Places for half a byte in one context.
const PLACES: usize = 1 << 14;

/// The greatest size of a module.
const OUTPUT: usize = 1 << 18;

/// The size of a function is not packed, but known when its end is reached. It takes as many bytes as every size fits in.
pub const SIZE_BYTES: usize = 3;

/// Bytes that are looked for in what came before, where they may have had the same bytes behind them.
const MATCH: usize = 5;
const LONGEST: usize = 32;
const SEEN: usize = 1 << 14;

/// Slots know a context's probability in their upper 16 bits, how often it came in the next 8, and its last bits in the lowest 8,
/// below a 1.
const LIMIT: u32 = 30;
const SURE: u32 = 200;
const FLOOR: u32 = 32;
const UNSEEN: u32 = 0x8000_0001;

/// Steps of the tables that lead from a prediction to a probability.
const STEPS: usize = 4096;
const FINE: usize = 33;

/// What a packed module does not tell of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Bytes of the module.
    pub size: usize,
    /// Where its first function begins.
    pub start: usize,
    /// How many functions it has.
    pub functions: usize,
}

/// Codes bits whose probability to be 1, in 65,536ths, is known.
pub trait Coder {
    /// Returns the bit.
    fn bit(&mut self, probability: u32) -> u32;
}

/// What is known of the contexts. It begins as zeros, and [`Model::run`] sets what begins otherwise.
pub struct Model {
    slots: Table<Table<u32, 16>, { CONTEXTS * PLACES }>,
    /// The probability behind the last bits of a context.
    indirect: Table<i32, { CONTEXTS * 256 }>,
    weights: Table<Table<Four, INPUTS>, 544>,
    /// The logarithm of the odds of a probability, and the way back.
    stretched: Table<f32, STEPS>,
    squashed: Table<f32, STEPS>,
    fine: Table<Table<f32, FINE>, { 32 * 256 }>,
    /// Where bytes came last, by their hash.
    seen: Table<u32, SEEN>,
    matched: Table<i32, { LONGEST + 1 }>,
    /// What a bit changes a probability by, in 16,384ths, by how often its context came.
    share: Table<i32, { LIMIT as usize + 1 }>,
    chosen: Table<usize, CONTEXTS>,
    contexts: Table<u32, CONTEXTS>,
    inputs: Table<Four, INPUTS>,
    rate: f32,
    /// Where the match goes on, and how long it is.
    source: usize,
    length: usize,
    grammar: Grammar,
    at: usize,
    /// The module.
    pub output: Table<u8, OUTPUT>,
}

impl Model {
    /// Knows nothing.
    pub const ZERO: Model = Model {
        slots: Table([Table([0; 16]); CONTEXTS * PLACES]),
        indirect: Table([0; CONTEXTS * 256]),
        weights: Table([Table([Four::ZERO; INPUTS]); 544]),
        stretched: Table([0.0; STEPS]),
        squashed: Table([0.0; STEPS]),
        fine: Table([Table([0.0; FINE]); 32 * 256]),
        seen: Table([0; SEEN]),
        matched: Table([0; LONGEST + 1]),
        share: Table([0; LIMIT as usize + 1]),
        chosen: Table([0; CONTEXTS]),
        contexts: Table([0; CONTEXTS]),
        inputs: Table([Four::ZERO; INPUTS]),
        rate: 0.0,
        source: 0,
        length: 0,
        grammar: Grammar::DATA,
        at: 0,
        output: Table([0; OUTPUT]),
    };

    /// Makes it [`Model::ZERO`] again.
    #[cfg(not(target_family = "wasm"))]
    pub fn forget(&mut self) {
        self.slots.fill(Table([0; 16]));
        self.seen.fill(0);
        self.output.fill(0);
        self.grammar = Grammar::DATA;
        (self.at, self.source, self.length) = (0, 0, 0);
    }

    fn prepare(&mut self) {
        let half = STEPS / 2;
        let mut sum = 0.0;
        for step in 0..half {
            // The slope at this probability.
            let share = (step as f32 + 0.25) / STEPS as f32;
            sum += 1.0 / STEPS as f32 / (0.25 - share * share);
            self.stretched[half + step] = sum;
            self.stretched[half - 1 - step] = -sum;
        }
        for step in 0..STEPS {
            self.squashed[step] = squash((step as f32 - half as f32) * (24.0 / STEPS as f32));
        }
        let mut row = Table([0.0; FINE]);
        for step in 0..FINE {
            row[step] = squash(step as f32 * 0.5 - 8.0);
        }
        self.fine.fill(row);
        self.weights.fill(Table([Four::all(0.2); INPUTS]));
        for index in 0..self.indirect.len() {
            let bits = index & 255;
            let before = self.indirect[index - bits + bits / 2];
            self.indirect[index] = if bits == 1 { 1 << 15 } else { before * 5 / 8 + (bits as i32 & 1) * (3 << 13) };
        }
        for length in 0..=LONGEST {
            self.matched[length] = 65535 - 65535 / (length as i32 + 2);
        }
        for often in 0..self.share.len() {
            self.share[often] = (1 << 15) / (often as i32 * 2 + 3);
        }
        self.rate = 0.02;
    }

    /// Packs or unpacks a module, as the coder does.
    pub fn run(&mut self, coder: &mut impl Coder, layout: Layout) {
        self.prepare();
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
        let mut bits = 1;
        let mut node = 1;
        for place in 0..8 {
            if place & 3 == 0 {
                self.choose(bits);
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

    /// The contexts of the next byte, and its match.
    #[inline(always)]
    fn look(&mut self) {
        let at = self.at;
        let behind = |distance: usize| if at < distance { 0 } else { u32::from(self.output[at - distance]) };
        let two = behind(1) | behind(2) << 8;

        let grammar = &self.grammar;
        let now = hash(u32::from(grammar.kind()), grammar.current);
        let mut past = now;
        let mut pasts = Table([0; PAST]);
        for index in 0..PAST {
            past = hash(past, grammar.opcodes[index]);
            pasts[index] = past;
        }
        self.contexts = Table([now, pasts[0], pasts[2], hash(u32::from(grammar.kind()), two)]);

        if self.length > 0 && u32::from(self.output[self.source]) == behind(1) {
            self.length = LONGEST.min(self.length + 1);
            self.source += 1;
        } else {
            self.length = 0;
        }
        if at >= MATCH {
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
    }

    /// The slots of the next four bits.
    #[inline(always)]
    fn choose(&mut self, bits: u32) {
        for index in 0..CONTEXTS {
            let key = hash(self.contexts[index], bits * 16 + index as u32);
            let place = index * PLACES + (key >> 3) as usize % PLACES;
            self.chosen[index] = place;
            let slots = &mut self.slots[place];
            // The first slot is not used otherwise.
            if slots[0] != key | 1 {
                *slots = Table([UNSEEN; 16]);
                slots[0] = key | 1;
            }
        }
    }

    #[inline(always)]
    fn bit(&mut self, coder: &mut impl Coder, bits: u32, node: usize, place: u32) -> u32 {
        // What one context is sure of is not asked of the others: that is true of half the bits.
        let slot = self.slots[self.chosen[0]][node];
        let sure = slot >> 16;
        if (slot >> 8 & 255) == LIMIT && (sure < SURE || sure > 65535 - SURE) {
            let bit = coder.bit(sure.clamp(FLOOR, 65535 - FLOOR));
            self.learn(0, node, bit);
            return bit;
        }
        for pair in 0..CONTEXTS / 2 {
            let [a, b] = self.inputs_of(pair * 2, node);
            let [c, d] = self.inputs_of(pair * 2 + 1, node);
            self.inputs[pair] = Four::new(a, b, c, d);
        }
        let expected = u32::from(self.output[self.source]) | 256;
        let length = if expected >> (8 - place) == bits { self.length } else { 0 };
        let expected = expected >> (7 - place) & 1;
        let mut matched = 0.0;
        if length > 0 {
            matched = self.stretched[(self.matched[length] >> 4) as usize];
            if expected == 0 {
                matched = -matched;
            }
        }
        self.inputs[CONTEXTS / 2] = Four::new(matched, 0.3, 0.0, 0.0);

        let kind = (u32::from(self.grammar.kind()) * 2 + u32::from(self.grammar.bits > 0)) as usize;
        let sets = [kind, 32 + bits as usize, 288 + self.grammar.opcodes[0] as usize];
        let mut sum = Four::ZERO;
        for index in 0..INPUTS {
            let input = self.inputs[index];
            let [a, b, c] = sets.map(|set| self.weights[set][index]);
            sum = sum.plus(input.times(a.plus(b).plus(c)));
        }
        let sum = (sum.sum() * 0.333).clamp(-11.9, 11.9);
        let coarse = self.squashed[(sum * (STEPS as f32 / 24.0) + STEPS as f32 / 2.0) as usize];
        let row = kind * 256 + bits as usize;
        let step = sum.clamp(-7.99, 7.99) * 2.0 + 16.0;
        let low = step as usize;
        let part = step - low as f32;
        let fine = self.fine[row][low] * (1.0 - part) + self.fine[row][low + 1] * part;
        let probability = ((coarse + fine) * 32768.0) as u32;

        let bit = coder.bit(probability.clamp(1, 65535));

        let truth = bit as f32;
        let step = Four::all((truth - coarse) * self.rate);
        self.rate += (0.003 - self.rate) * (1.0 / 32768.0);
        for index in 0..INPUTS {
            let input = self.inputs[index];
            let step = step.times(input);
            for set in sets {
                self.weights[set][index] = self.weights[set][index].plus(step);
            }
        }
        // Not 0, which would be approached in numbers so small that processors are slow with them.
        let truth = truth.clamp(1e-4, 1.0 - 1e-4);
        for step in low..low + 2 {
            self.fine[row][step] += (truth - self.fine[row][step]) * 0.02;
        }
        for index in 0..CONTEXTS {
            self.learn(index, node, bit);
        }
        if length > 0 {
            let right = i32::from(bit == expected) * 65535;
            self.matched[length] += (right - self.matched[length]) >> 6;
        }
        bit
    }

    #[inline(always)]
    fn learn(&mut self, index: usize, node: usize, bit: u32) {
        let truth = (bit * 65535) as i32;
        let slot = &mut self.slots[self.chosen[index]][node];
        let known = *slot & 255;
        let often = *slot >> 8 & 255;
        let odds = (*slot >> 16) as i32;
        let odds = odds + ((truth - odds) * self.share[often as usize] >> 14);
        let mut history = known * 2 + bit;
        if history > 255 {
            history = history & 127 | 128;
        }
        *slot = (odds as u32) << 16 | LIMIT.min(often + 1) << 8 | history;
        let odds = &mut self.indirect[index * 256 + known as usize];
        *odds += (truth - *odds) >> 6;
    }

    #[inline(always)]
    fn inputs_of(&self, index: usize, node: usize) -> [f32; 2] {
        let slot = self.slots[self.chosen[index]][node];
        let known = slot as usize & 255;
        if known == 1 {
            return [0.0; 2];
        }
        [self.stretched[(slot >> 20) as usize], self.stretched[(self.indirect[index * 256 + known] >> 4) as usize]]
    }
}

/// 1 / (1 + e^-x), by operations whose results are the same everywhere.
fn squash(x: f32) -> f32 {
    let mut power = 1.0 - x / 1024.0;
    for _ in 0..10 {
        power *= power;
    }
    1.0 / (1.0 + power)
}
