// @ts-check
// Looks at JavaScript values for the wasm. They may be hostile: every getter may throw, every proxy may lie, every text
// may be huge. Nothing here throws: an exception would unwind through the wasm's frames and leave its state as it was.

/** @typedef {"absent" | "boolean" | "number" | "integer" | "string" | "timestamp" | "list" | "map" | "other" | "tooLarge" | "unreadable"} Kind */

/** Stands for a value that could not be read. */
class Unreadable {
  /** @param {string} reason a phrase that goes on a sentence */
  constructor(reason) {
    this.reason = reason;
  }
}

/** A value, looked at once. */
class View {
  /** @type {unknown[]} the keys of a map */
  keys = [];
  /** @type {unknown[]} the values of a map, or the items of a list */
  values = [];
  /** Whether the map may have members from a class: its prototype is neither absent nor a root, of whatever realm. */
  isInstance = false;

  /**
   * @param {Kind} kind
   * @param {string} [text] text or digits; of something else the name of its type; why a value is unreadable
   * @param {number} [number] a number, 0 or 1 for a boolean, milliseconds since 1970 for a timestamp
   */
  constructor(kind, text = "", number = 0) {
    this.kind = kind;
    this.text = text;
    this.number = number;
  }
}

const HALF_A_PAIR = "holds half of a surrogate pair, which no request can carry";

/**
 * @param {unknown} value
 * @param {number} maxUnits most UTF-16 units of a text
 * @param {number} maxValues most items or members
 */
export function view(value, maxUnits, maxValues) {
  switch (typeof value) {
    case "undefined":
      return new View("absent");
    case "boolean":
      return new View("boolean", "", Number(value));
    case "number":
      return new View("number", "", value);
    case "bigint":
      // The text of a number of millions of digits would take minutes.
      if (BigInt.asIntN(65, value) !== value) return new View("other", "an integer of more than 64 bits");
      return new View("integer", `${value}`);
    case "string":
      if (value.length > maxUnits) return new View("tooLarge");
      return isWellFormed(value) ? new View("string", value) : new View("unreadable", HALF_A_PAIR);
    case "object":
      return viewObject(value, maxUnits, maxValues);
    default:
      return new View("other", `a ${typeof value}`);
  }
}

/** @param {any} value @param {number} maxUnits @param {number} maxValues */
function viewObject(value, maxUnits, maxValues) {
  if (value === null) return new View("absent");
  try {
    if (value instanceof Unreadable) return new View("unreadable", value.reason);
    if (Array.isArray(value)) {
      const view = new View("list");
      const { length } = value;
      if (length > maxValues) return new View("tooLarge");
      for (let index = 0; index < length; index++) view.values.push(value[index]);
      return view;
    }
    const type = Object.prototype.toString.call(value).slice(8, -1);
    if (type === "Date") return new View("timestamp", "", Date.prototype.getTime.call(value));
    // Their members are their bytes or characters, of which there may be millions.
    if (ArrayBuffer.isView(value) || type === "String") return new View("other", type.slice(0, 40));
    const view = new View("map");
    view.keys = Object.keys(value);
    if (view.keys.length > maxValues) return new View("tooLarge");
    // A `Map`, a `Promise`, a `Headers` … keeps its contents out of reach of property access: better reported than lost.
    if (view.keys.length === 0 && type !== "Object") return new View("other", type.slice(0, 40));
    let units = 0;
    for (const key of /** @type {string[]} */ (view.keys)) {
      units += key.length;
      view.values.push(isWellFormed(key) ? value[key] : new Unreadable(HALF_A_PAIR));
    }
    if (units > maxUnits) return new View("tooLarge");
    const prototype = Object.getPrototypeOf(value);
    view.isInstance = prototype !== null && Object.getPrototypeOf(prototype) !== null;
    return view;
  } catch (thrown) {
    return new View("unreadable", reason(thrown));
  }
}

/** @param {string} text */
function isWellFormed(text) {
  return !/[\ud800-\udfff]/u.test(text);
}

/** @param {any} thrown */
function reason(thrown) {
  let said;
  try {
    said = typeof thrown === "string" ? thrown : thrown.message;
  } catch {
    // It cannot be read either.
  }
  return `could not be read: ${typeof said === "string" ? said.slice(0, 200) : "what was thrown is no Error"}`;
}

/** The shortest text that reads back as the same number. @param {number} number */
export function numberText(number) {
  return `${number}`;
}

/**
 * A member, which may be inherited from a class; `undefined` where there is none. What every object inherits is no data, but what somebody
 * added to `Object.prototype`.
 * @param {any} object @param {string} name
 */
export function get(object, name) {
  try {
    for (let holder = object ?? null; holder !== null; ) {
      if (Object.hasOwn(holder, name)) return object[name];
      holder = Object.getPrototypeOf(holder);
      if (holder !== null && Object.getPrototypeOf(holder) === null) break;
    }
    return undefined;
  } catch (thrown) {
    return new Unreadable(reason(thrown));
  }
}

/** Sets a member that the model names. @param {any} object @param {string} name @param {unknown} value */
export function set(object, name, value) {
  object[name] = value;
}

/** The text, if this is one, up to its 4096th UTF-16 unit. @param {unknown} value */
export function text(value) {
  return typeof value === "string" ? value.slice(0, 4096) : undefined;
}
