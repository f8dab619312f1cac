// @ts-check
// Rounds, in each of which every contender has a turn, so that whatever else the machine does affects all of them.

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
    for (const name of shuffled(names)) measured[name].push(await measure(name, round));
  }
  return measured;
}

/** In a new order each round, so that no contender always follows the same one. */
function shuffled(/** @type {string[]} */ names) {
  return names
    .map((name) => ({ name, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}

/**
 * The rounds of several measurements as those of one.
 * @template T
 * @param {Record<string, T[]>[]} parts
 * @returns {Record<string, T[]>}
 */
export function joined(parts) {
  return Object.fromEntries(Object.keys(parts[0]).map((name) => [name, parts.flatMap((part) => part[name])]));
}

/**
 * The median over all rounds of one name's figure divided by another's in the same round.
 * @param {Record<string, Record<string, number>[]>} measured
 * @param {string} name
 * @param {string} other
 * @param {string} figure
 */
export function ratio(measured, name, other, figure) {
  return median(measured[name].map((round, i) => round[figure] / measured[other][i][figure]));
}

/**
 * The median, least and greatest of each figure; `ratio` is that of `ours` to it.
 * @param {Record<string, Record<string, number>[]>} measured
 * @param {string} ours
 */
export function summarized(measured, ours) {
  return Object.fromEntries(
    Object.entries(measured).map(([name, rounds]) => {
      const figures = Object.keys(rounds[0]).map((figure) => {
        const values = rounds.map((round) => round[figure]);
        const range = { least: Math.min(...values), most: Math.max(...values) };
        return [figure, { median: median(values), ...range, ratio: ratio(measured, ours, name, figure) }];
      });
      return [name, Object.fromEntries(figures)];
    }),
  );
}
