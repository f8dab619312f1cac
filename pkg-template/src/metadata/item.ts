// An item as the text that is sent. Errors quote nothing of it: metadata is sensitive.
import { invalid } from "../read.js";
import { MAX_BYTES } from "./envelope.js";
import { member } from "./failure.js";

/** What a stream of metadata takes: a text, or whatever else JSON can hold. */
export type MetadataItem = string | number | boolean | object | null;

/** Values in an item, those included that its JSON leaves out. One with so many is refused before it is walked through. */
const MAX_VALUES = 10_000;

const TOO_LARGE = `has more than ${MAX_BYTES} bytes of UTF-8, which is all that a call takes: split it, or send a reference to it`;

/** The JSON of an item. @throws {@link ParamValidationError} if JSON cannot hold it as it is */
export function jsonOf(item: unknown): string {
  let problem = "is no JSON: it holds itself, a BigInt, or what throws when it is read";
  let values = 0;
  function checked(this: unknown, _: string, value: unknown): unknown {
    const found = ++values > MAX_VALUES ? TOO_LARGE : problemOf(value, Array.isArray(this), values === 1);
    if (!found) return value;
    problem = found;
    throw undefined;
  }
  let json: string | undefined;
  try {
    json = JSON.stringify(item, checked);
  } catch {
    // What was thrown may quote the item.
    throw invalid("item", problem);
  }
  if (json === undefined) throw invalid("item", "is nothing: expected a text or another JSON value");
  return json;
}

/** What JSON would silently make something else of. A member of an object that is `undefined` is left out, as is usual. */
function problemOf(value: unknown, isInList: boolean, isItem: boolean): string | undefined {
  // Of whatever realm or library.
  if (typeof member(value, "then") === "function") return `${isItem ? "is" : "has"} a promise: await it`;
  switch (typeof value) {
    case "string":
      return value.length > MAX_BYTES ? TOO_LARGE : undefined;
    case "number":
      return Number.isFinite(value) ? undefined : "is no JSON: it has a number that is not finite";
    case "function":
    case "symbol":
      return "is no JSON: it has a function or a symbol";
    case "undefined":
      return isInList ? "is no JSON: it has a list with undefined in it" : undefined;
  }
  return undefined;
}

/** A text that is sent as it is, or the JSON of anything else. @throws {@link ParamValidationError} if the service cannot take it */
export function textOf(item: unknown): string {
  if (typeof item !== "string") return jsonOf(item);
  if (!item) throw invalid("item", "is an empty text, which the service does not take");
  if (/\p{Surrogate}/u.test(item)) throw invalid("item", "has half of a surrogate pair, which UTF-8 cannot hold");
  return item;
}

/** Bytes of a text. @throws {@link ParamValidationError} if they are more than the room that there is */
export function bytesOf(text: string, room: number): number {
  // UTF-8 has a byte or more for each unit.
  const bytes = text.length > MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= room) return bytes;
  if (room === MAX_BYTES) throw invalid("item", TOO_LARGE);
  throw invalid(
    "item",
    `has more than ${room} bytes of JSON in UTF-8, the room of a batch: split it, or send a reference to it`,
  );
}
