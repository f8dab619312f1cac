// What a value is, whatever realm it is of.
import { isA } from "../read.js";

/** Most characters of an id, which others remember; EventBridge's have 36. */
export const MAX_ID = 256;

/** Most items of a list. */
const MAX_ITEMS = 100_000;

/** Whether a value can be the id of an event. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= MAX_ID;
}

/** Whether a value is what JSON calls an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return isA("Object", value);
}

/** Whether a value is a list of strings, without gaps. */
export function isStrings(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length > MAX_ITEMS) return false;
  // By index: `every` leaves out gaps, and an iterator may be anybody's.
  for (let index = 0, { length } = value; index < length; index++) if (typeof value[index] !== "string") return false;
  return true;
}

/** A member of the object's own: what it inherits is no data. */
export function own(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;
}

/** What a value is, in words. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
