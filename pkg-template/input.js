// @ts-check
// An input as the wasm reads it: one text, made in the turn of the call, so that each of its values is read once and what the caller does
// with the input afterwards changes nothing. Whatever is asked of a value may throw, because it may be a proxy.
//
// A value is a letter and what belongs to it: `-` absent, `t` and `f`, `s` a text, `i` a whole number, `N` `B` `F` a number that is none, is
// too large, has a fraction, `d` milliseconds of a Date, `[`…`]` items, `{`…`}` names and values, `c` the number of an instance of a class
// and the same, `o` the name of anything else, `!` why it could not be read. Texts end with a NUL.
import { told } from "./read.js";

/** The API's inputs are a quarter as deep; what is deeper is no member of theirs, and may go round in circles. */
const DEEPEST = 16;

const text = (letter, text) => `${letter}${text.replace(/[\0\x01]/g, (control) => `\x01${control.charCodeAt(0)}`)}\0`;

export class Input {
  /** Most bytes of a request: API Gateway, which fronts the service, takes no more. */
  #bytes = 10 * 2 ** 20;
  /** Most members, items and entries of a request. It keeps an input that claims thousands of millions from holding up the page. */
  #values = 100_000;
  #refusal;
  #instances = [];

  constructor(input) {
    this.text = this.#read([input], 0, 0);
  }

  /**
   * A member that an instance has from its class.
   * @param {number} instance
   * @param {string} name
   */
  inherited(instance, name) {
    return this.#read(this.#instances[instance], name, 0);
  }

  #read(of, key, depth) {
    try {
      const value = of[key] ?? undefined;
      switch (typeof value) {
        case "undefined":
          return "-";
        case "boolean":
          return value ? "t" : "f";
        case "string":
          return this.#text("s", value);
        case "bigint":
          return this.#text("i", `${value}`);
        case "number":
          if (Number.isSafeInteger(value)) return `i${value}\0`;
          return Number.isInteger(value) ? "B" : value === value ? "F" : "N";
        case "object":
          return this.#object(value, depth + 1);
      }
      return `oa ${typeof value}\0`;
    } catch (error) {
      return text("!", error === this.#refusal ? error.message : `could not be read: ${told(error)}`);
    }
  }

  #object(value, depth) {
    if (Array.isArray(value)) {
      const { length } = value;
      this.#take(length);
      let items = "[";
      for (let index = 0; index < length; index++) items += this.#read(value, index, depth);
      return `${items}]`;
    }
    const tag = Object.prototype.toString.call(value).slice(8, -1);
    if (tag === "Date") return `d${Date.prototype.getTime.call(value)}\0`;
    const keys = Object.keys(value);
    // A `Map`, a `Promise`, a `Headers` … keeps its contents out of reach of property access: better told than lost.
    if ((!keys.length && tag !== "Object") || depth > DEEPEST) return text("o", tag.slice(0, 40));
    this.#take(keys.length);
    const parent = Object.getPrototypeOf(value);
    // Where the prototype is none or a root, of whatever realm, there is nothing to inherit.
    let entries = parent && Object.getPrototypeOf(parent) ? `c${this.#instances.push(value) - 1}\0` : "{";
    for (const key of keys) entries += this.#text("", key) + this.#read(value, key, depth);
    return `${entries}}`;
  }

  #text(letter, value) {
    // Text that is not ASCII has up to three bytes for each unit.
    const { length } = value;
    this.#bytes -= length * 3 < this.#bytes || length > this.#bytes ? length : new TextEncoder().encode(value).length;
    if (this.#bytes < 0) this.#refuse("makes the request larger than the 10 MiB that the service takes");
    if (/\p{Cs}/u.test(value)) this.#refuse("holds half of a surrogate pair, which no request can carry");
    return text(letter, value);
  }

  #take(values) {
    this.#values -= values;
    if (this.#values < 0) this.#refuse("makes the request hold more than 100,000 values");
  }

  #refuse(why) {
    throw (this.#refusal = new Error(why));
  }
}
