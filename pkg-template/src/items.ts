// Lists that callers give, and those in answers.
import { ParamValidationError } from "./errors/client-errors.js";
import { field, invalid, is } from "./read.js";

/** Most items of a list: to read so many takes the service more than an hour. */
const MAX_ITEMS = 1_000_000;

/** Most items of an answer, of which the service gives 100. */
const MAX_LISTED = 10_000;

/**
 * The items of an array, each read by a function; the array may be of another realm, and is left as it is.
 * @param of what it has, in messages: "ARNs"
 */
export function readItems<Item>(
  list: unknown,
  path: string,
  of: string,
  read: (item: unknown, path: string) => Item,
): Item[] {
  try {
    if (!Array.isArray(list)) throw invalid(path, `expected an array of ${of}`);
    if (list.length > MAX_ITEMS) throw invalid(path, "has more than 1,000,000 items: give them in parts");
    const items: Item[] = [];
    for (let index = 0; index < list.length; index += 1) items.push(read(list[index], `${path}[${index}]`));
    return items;
  } catch (error) {
    throw is(error, ParamValidationError) ? error : invalid(path, "could not be read");
  }
}

/** A list in an answer; none where the service leaves it out, or a mock all of it. */
export function listIn<Item>(output: object | undefined, member: string): Item[] {
  const list = field(output ?? {}, "output", member) ?? [];
  if (!Array.isArray(list) || list.length > MAX_LISTED)
    throw new Error(`${member} of the answer is no list of the service`);
  return list;
}
