// @ts-check
// Unpacks LZMA, as `xtask/src/wasm.rs` packs the wasm: no header, no end marker, three literal context bits, no position bits.
// See docs/decisions/0005-lzma.md.

// Where each kind of probability stands in the one table of them: a probability for each of 12 states, or a tree of bits.
const MATCH = 0;
const REPEAT = 12;
const REPEAT_0 = 24;
const REPEAT_1 = 36;
const REPEAT_2 = 48;
const SHORT = 60;
const SLOTS = 72;
const DISTANCES = SLOTS + 4 * 64;
const ALIGN = DISTANCES + 128;
const LENGTHS = ALIGN + 16;
const REPEAT_LENGTHS = LENGTHS + 2 + 8 + 8 + 256;
const LITERALS = REPEAT_LENGTHS + 2 + 8 + 8 + 256;

/**
 * @param {Uint8Array} packed
 * @param {number} size bytes that come of it
 */
export function unpack(packed, size) {
  const out = new Uint8Array(size);
  // In 2,048ths, that a bit is 0.
  const odds = new Uint16Array(LITERALS + (0x300 << 3)).fill(1024);
  // The range and the code within it. In an array, because engines box numbers of 32 bits that closures share.
  const coder = new Uint32Array(2);
  let next = 1;

  const refill = () => {
    coder[0] <<= 8;
    coder[1] = (coder[1] << 8) | packed[next++];
  };
  const bit = (at) => {
    const odd = odds[at];
    const bound = (coder[0] >>> 11) * odd;
    let one = 0;
    if (coder[1] < bound) {
      coder[0] = bound;
      odds[at] = odd + ((2048 - odd) >> 5);
    } else {
      coder[0] -= bound;
      coder[1] -= bound;
      odds[at] = odd - (odd >> 5);
      one = 1;
    }
    if (coder[0] < 1 << 24) refill();
    return one;
  };
  while (next < 5) refill();
  coder[0] = -1;
  // A number, its highest bit first, or its lowest bit first.
  const tree = (at, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(at + node);
    return node - (1 << bits);
  };
  const reversed = (at, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(at + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  };
  const length = (at) => {
    if (!bit(at)) return 2 + tree(at + 2, 3);
    return bit(at + 1) ? 18 + tree(at + 18, 8) : 10 + tree(at + 10, 3);
  };

  let state = 0;
  // The last four distances, less 1.
  let [d0, d1, d2, d3] = [0, 0, 0, 0];
  for (let at = 0; at < size; ) {
    if (!bit(MATCH + state)) {
      const base = LITERALS + 0x300 * (out[at - 1] >> 5);
      let symbol = 1;
      // After a match, the byte that would have gone on with it says what this one is not.
      if (state > 6) {
        for (let other = out[at - d0 - 1]; symbol < 256; ) {
          other <<= 1;
          const expected = (other >> 8) & 1;
          const one = bit(base + 256 + 256 * expected + symbol);
          symbol = (symbol << 1) | one;
          if (one !== expected) break;
        }
      }
      while (symbol < 256) symbol = (symbol << 1) | bit(base + symbol);
      out[at++] = symbol;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    let count = 1;
    const late = state > 6 ? 3 : 0;
    if (!bit(REPEAT + state)) {
      [d3, d2, d1] = [d2, d1, d0];
      count = length(LENGTHS);
      state = 7 + late;
      const slot = tree(SLOTS + 64 * Math.min(count - 2, 3), 6);
      d0 = slot;
      if (slot > 3) {
        const bits = (slot >> 1) - 1;
        d0 = (2 + (slot & 1)) << bits;
        if (slot < 14) {
          d0 += reversed(DISTANCES + d0 - slot, bits);
        } else {
          for (let i = bits - 1; i > 3; i--) {
            coder[0] >>>= 1;
            if (coder[1] >= coder[0]) {
              coder[1] -= coder[0];
              d0 += 1 << i;
            }
            if (coder[0] < 1 << 24) refill();
          }
          d0 += reversed(ALIGN, 4);
        }
      }
    } else if (!bit(REPEAT_0 + state)) {
      if (bit(SHORT + state)) {
        count = length(REPEAT_LENGTHS);
        state = 8 + late;
      } else {
        state = state < 7 ? 9 : 11;
      }
    } else {
      if (!bit(REPEAT_1 + state)) [d0, d1] = [d1, d0];
      else if (!bit(REPEAT_2 + state)) [d0, d1, d2] = [d2, d0, d1];
      else [d0, d1, d2, d3] = [d3, d0, d1, d2];
      count = length(REPEAT_LENGTHS);
      state = 8 + late;
    }
    for (; count; count--, at++) out[at] = out[at - d0 - 1];
  }
  return out;
}
