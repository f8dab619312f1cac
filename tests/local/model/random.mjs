// @ts-check
// Random numbers that repeat: the same from the same seed.

/** @param {number} seed */
export function randomness(seed) {
  let state = seed >>> 0;
  /** Below 1 (mulberry32). */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ most) => Math.floor(next() * most);
  return {
    /** A whole number below. */
    below,
    /** Whether it happens, of a hundred times. @param {number} times */
    percent: (times) => next() * 100 < times,
    /** One of them. @template T @param {readonly T[]} items @returns {T} */
    pick: (items) => /** @type {T} */ (items[below(items.length)]),
    /** Some of them, in their order. @template T @param {readonly T[]} items @returns {T[]} */
    some: (items) => items.filter(() => next() < 0.5),
  };
}

/** @typedef {ReturnType<typeof randomness>} Random */
