// @ts-check
// Rounds, in each of which everybody has a turn, so that what else the machine does falls on all of them.

export function median(/** @type {number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Measures each name once a round.
 * @template T
 * @param {string[]} names
 * @param {number} rounds
 * @param {(name: string, round: number) => Promise<T>} measure
 * @returns {Promise<Record<string, T[]>>}
 */
export async function interleaved(names, rounds, measure) {
  /** @type {Record<string, T[]>} */
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another one, so that nobody always comes after the same neighbour.
    const turn = names.map((_, i) => names[(i + round) % names.length]);
    for (const name of turn) measured[name].push(await measure(name, round));
  }
  return measured;
}

/**
 * What each name's rounds come to in groups of so many: the mean of each figure.
 * @param {Record<string, Record<string, number>[]>} measured
 * @param {number} size of a group
 */
export function grouped(measured, size) {
  const mean = (/** @type {Record<string, number>[]} */ turns) =>
    Object.fromEntries(Object.keys(turns[0]).map((figure) => [figure, turns.reduce((sum, turn) => sum + turn[figure], 0) / turns.length]));
  return Object.fromEntries(
    Object.entries(measured).map(([name, turns]) => {
      return [name, Array.from({ length: turns.length / size }, (_, i) => mean(turns.slice(i * size, (i + 1) * size)))];
    }),
  );
}

/**
 * The median of each figure, and of its ratios to another's in the same round.
 * @param {Record<string, Record<string, number>[]>} measured
 * @param {string} ours
 */
export function summarized(measured, ours) {
  const own = measured[ours];
  return Object.fromEntries(
    Object.entries(measured).map(([name, rounds]) => {
      const figures = Object.keys(rounds[0]).map((figure) => {
        const values = rounds.map((round) => round[figure]);
        const ratios = values.map((value, round) => own[round][figure] / value);
        return [figure, { median: median(values), least: Math.min(...values), most: Math.max(...values), ratio: median(ratios) }];
      });
      return [name, Object.fromEntries(figures)];
    }),
  );
}
