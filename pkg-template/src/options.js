// @ts-check
// The inputs of paginators and waiters, which carry settings of their own.
import { field, invalid, object } from "./read.js";

/**
 * A copy of an input, so that nobody's object is written to.
 * @param {any} input
 */
export function copied(input) {
  try {
    return { ...object(input ?? {}, "input") };
  } catch (error) {
    throw error?.problems ? error : invalid("input", "could not be read");
  }
}

/**
 * The settings that an input carries under `name`, with all that must not be in them refused, and the rest of the input.
 * @param {any} input
 * @param {string} name
 * @param {string[]} known
 * @returns {[settings: any, rest: any]}
 */
export function settings(input, name, known) {
  const { [name]: given, ...rest } = copied(input);
  const read = {};
  for (const key of Object.keys(object(given ?? {}, name))) {
    if (!known.includes(key)) {
      // No two of them begin alike.
      const near = known.find((other) => other[0] === key[0]?.toUpperCase());
      throw invalid(`${name}.${key}`, `is not known; ${near ? `did you mean \`${near}\`?` : `there are ${known.join(", ")}`}`);
    }
    read[key] = field(given, name, key);
  }
  return [read, rest];
}
