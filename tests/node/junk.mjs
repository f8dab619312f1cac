// @ts-check
// Values that no API expects, each created when it is used.

import { runInNewContext } from "node:vm";

/**
 * @typedef {object} Junk
 * @property {string} label
 * @property {string} type what a validator should take it for: "string", "number", "boolean", "array", "object", "absent", or "other"
 * @property {() => any} make
 */

/** A generator of numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function random(/** @type {number} */ seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Throws `value` from every trap of a proxy. */
const throwing = (/** @type {any} */ value) =>
  new Proxy({}, { get: () => () => { throw value; } });

const revoked = (/** @type {any} */ target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

function cycle() {
  const object = /** @type {any} */ ({ tags: {} });
  object.self = object;
  object.tags.self = object;
  object.list = [object];
  return object;
}

function nested(/** @type {"array" | "object"} */ kind, depth = 100_000) {
  let value = /** @type {any} */ ("the bottom");
  for (let i = 0; i < depth; i += 1) value = kind === "array" ? [value] : { a: value };
  return value;
}

function arrayWith(/** @type {PropertyDescriptor} */ first) {
  return Object.defineProperty(["a", "b"], 0, first);
}

/** @type {[string, string, () => any][]} */
const LIGHT = [
  ["undefined", "absent", () => undefined],
  ["null", "absent", () => null],
  ["0", "number", () => 0],
  ["-0", "number", () => -0],
  ["-1", "number", () => -1],
  ["1.5", "number", () => 1.5],
  ["NaN", "number", () => NaN],
  ["Infinity", "number", () => Infinity],
  ["-Infinity", "number", () => -Infinity],
  ["2**53", "number", () => 2 ** 53],
  ["1e300", "number", () => 1e300],
  ["5e-324", "number", () => 5e-324],
  ["0n", "number", () => 0n],
  ["2n**63n", "number", () => 2n ** 63n],
  ["a BigInt of 100,000 bits", "number", () => -(1n << 100_000n)],
  ["true", "boolean", () => true],
  ["false", "boolean", () => false],
  ["the empty string", "string", () => ""],
  ["a space", "string", () => " "],
  ["NUL", "string", () => "\0"],
  ["a lone high surrogate", "string", () => "\ud800"],
  ["a lone low surrogate in text", "string", () => "a\udfffb"],
  ["a line break", "string", () => "x\r\nx-evil: 1"],
  ["__proto__", "string", () => "__proto__"],
  ["..", "string", () => ".."],
  ["a byte order mark", "string", () => "\ufeff"],
  ["a right-to-left override", "string", () => "\u202e\u2028"],
  ["a symbol", "other", () => Symbol("s")],
  ["Symbol.iterator", "other", () => Symbol.iterator],
  ["a function", "other", () => () => "x"],
  ["a class", "other", () => class Channel {}],
  ["an async function", "other", () => async () => {}],
  ["a generator", "other", () => (function* endless() { for (;;) yield 1; })()],
  ["a Date", "other", () => new Date()],
  ["an invalid Date", "other", () => new Date(NaN)],
  ["the last Date", "other", () => new Date(8.64e15)],
  ["a regular expression", "other", () => /x/g],
  ["a Map", "other", () => new Map([["a", "b"]])],
  ["a Set", "other", () => new Set(["a"])],
  ["a WeakMap", "other", () => new WeakMap()],
  ["a promise", "other", () => Promise.resolve({})],
  ["a promise that stays pending", "other", () => new Promise(() => {})],
  ["an Error", "other", () => new Error("e")],
  ["bytes", "other", () => new Uint8Array(8)],
  ["an ArrayBuffer", "other", () => new ArrayBuffer(8)],
  ["detached bytes", "other", () => { const bytes = new Uint8Array(8); structuredClone(bytes.buffer, { transfer: [bytes.buffer] }); return bytes; }],
  ["a String object", "other", () => new String("x")],
  ["a Number object", "other", () => new Number(5)],
  ["a Boolean object", "other", () => new Boolean(false)],
  ["a Symbol object", "other", () => Object(Symbol("s"))],
  ["a URL", "other", () => new URL("http://h/")],
  ["globalThis", "other", () => globalThis],
  ["WebAssembly", "other", () => WebAssembly],
  ["an empty array", "array", () => []],
  ["[undefined]", "array", () => [undefined]],
  ["[null]", "array", () => [null]],
  ["an array of arrays", "array", () => [[[]]]],
  ["an array with holes", "array", () => [, , 1]],
  ["an array of 4294967295 holes", "array", () => new Array(4294967295)],
  ["an array whose item throws", "array", () => arrayWith({ enumerable: true, get() { throw new Error("item"); } })],
  ["an array that contains itself", "array", () => { const array = /** @type {any[]} */ ([]); array.push(array); return array; }],
  ["an array nested 100,000 deep", "array", () => nested("array")],
  ["an array without a prototype", "array", () => Object.setPrototypeOf(["a"], null)],
  ["an array of another realm", "array", () => runInNewContext("[1, {}]")],
  ["arguments", "object", () => (function f(/** @type {any[]} */ ..._args) { return arguments; })(1, 2)],
  ["an empty object", "object", () => ({})],
  ["an object without a prototype", "object", () => Object.create(null)],
  ["a frozen object", "object", () => Object.freeze({ a: 1 })],
  ["an object of another realm", "object", () => runInNewContext("({ a: { b: 1 } })")],
  ["a cycle", "object", () => cycle()],
  ["an object nested 100,000 deep", "object", () => nested("object")],
  ["{ length: 1e9 }", "object", () => ({ length: 1e9 })],
  ["an endless iterable", "object", () => ({ *[Symbol.iterator]() { for (;;) yield "a"; } })],
  ["a thenable that stays pending", "object", () => ({ then() {} })],
  ["a thenable that throws", "object", () => ({ then() { throw new Error("then"); } })],
  ["an own __proto__", "object", () => JSON.parse('{"__proto__":{"arn":"x"},"constructor":1}')],
  ["symbol keys", "object", () => ({ [Symbol("k")]: 1 })],
  ["a getter that throws an Error", "object", () => ({ get a() { throw new Error("getter"); } })],
  ["a getter that throws a string", "object", () => ({ get a() { throw "string"; } })],
  ["a getter that throws undefined", "object", () => ({ get a() { throw undefined; } })],
  ["a getter that throws a symbol", "object", () => ({ get a() { throw Symbol("thrown"); } })],
  ["a getter that throws a revoked proxy", "object", () => ({ get a() { throw revoked({}); } })],
  ["a getter that throws a hostile Error", "object", () => ({ get a() { throw Object.defineProperty(new Error(), "message", { get() { throw new Error("message"); } }); } })],
  ["conversions that throw", "object", () => ({ toString() { throw new Error("toString"); }, valueOf() { throw new Error("valueOf"); }, toJSON() { throw new Error("toJSON"); }, [Symbol.toPrimitive]() { throw new Error("toPrimitive"); } })],
  ["an object that names itself oddly", "object", () => ({ get [Symbol.toStringTag]() { throw new Error("tag"); }, get constructor() { throw new Error("constructor"); } })],
  ["a proxy whose every trap throws an Error", "other", () => new Proxy({}, throwing(new Error("trap")))],
  ["a proxy whose every trap throws null", "other", () => new Proxy({}, throwing(null))],
  ["an array proxy whose every trap throws", "other", () => new Proxy([], throwing(new Error("trap")))],
  ["a function proxy whose every trap throws", "other", () => new Proxy(() => {}, throwing(new Error("trap")))],
  ["a revoked proxy", "other", () => revoked({})],
  ["a revoked array proxy", "other", () => revoked([])],
  ["a proxy that lists keys it has not", "other", () => new Proxy({}, { ownKeys: () => ["arn", "name"], getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, get value() { throw new Error("descriptor"); } }) })],
  ["a proxy of itself all the way down", "other", () => { const proxy = /** @type {any} */ (new Proxy({}, { get: () => proxy, ownKeys: () => ["a", "arn", "tags"], getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: proxy }) })); return proxy; }],
  ["a proxy array of length 1e9", "other", () => new Proxy(/** @type {any[]} */ ([]), { get: (target, key, self) => (key === "length" ? 1e9 : Reflect.get(target, key, self)) })],
  ["a proxy array of 1e9 strings", "other", () => new Proxy(/** @type {any[]} */ ([]), { get: (target, key, self) => (key === "length" ? 1e9 : typeof key === "string" && /^\d+$/.test(key) ? "a" : Reflect.get(target, key, self)) })],
  ["a proxy array of length -1", "other", () => new Proxy(/** @type {any[]} */ ([]), { get: (target, key, self) => (key === "length" ? -1 : Reflect.get(target, key, self)) })],
  ["a proxy array of length NaN", "other", () => new Proxy(/** @type {any[]} */ ([]), { get: (target, key, self) => (key === "length" ? NaN : Reflect.get(target, key, self)) })],
  ["a proxy array whose length is an object", "other", () => new Proxy(/** @type {any[]} */ ([]), { get: (target, key, self) => (key === "length" ? { valueOf() { throw new Error("length"); } } : Reflect.get(target, key, self)) })],
];

/** @returns {Junk[]} values that are cheap to make */
export const light = () => LIGHT.map(([label, type, make]) => ({ label, type, make }));

const MIB = 1 << 20;
/** The longest string of V8 for 64-bit machines. */
const LONGEST = 2 ** 29 - 24;

/** @type {[string, string, () => any][]} */
const HEAVY = [
  ["a string of 64 MiB", "string", () => "x".repeat(64 * MIB)],
  ["a string of 64 Mi two-byte units", "string", () => "ж".repeat(64 * MIB)],
  ["a string of 64 Mi lone surrogates", "string", () => "\ud800".repeat(64 * MIB)],
  ["a string of 512 MiB", "string", () => "x".repeat(LONGEST)],
  ["an object of 1,000,000 keys", "object", () => Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`k${i}`, "v"]))],
  ["an object with a key of 64 MiB", "object", () => ({ ["k".repeat(64 * MIB)]: "v" })],
  ["an array of 1,000,000 strings", "array", () => Array(1_000_000).fill("a")],
  ["an array of 20 strings of 8 MiB", "array", () => Array.from({ length: 20 }, () => "x".repeat(8 * MIB))],
  ["a proxy of 1,000,000 keys", "other", () => { const keys = Array.from({ length: 1_000_000 }, (_, i) => `k${i}`); return new Proxy({}, { ownKeys: () => keys, getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: "v" }), get: () => "v" }); }],
];

/** @returns {Junk[]} values of megabytes, each made once */
export function heavy() {
  return HEAVY.map(([label, type, make]) => {
    /** @type {any} */
    let made;
    return { label, type, make: () => (made ??= make()) };
  });
}

/**
 * A random tree of junk.
 *
 * @param {() => number} next
 * @param {string[]} names member names to use among others
 * @param {number} [depth]
 * @returns {any}
 */
export function tree(next, names, depth = 3) {
  const pick = (/** @type {any[]} */ from) => from[Math.floor(next() * from.length)];
  const kind = next();
  if (depth === 0 || kind < 0.45) return pick(LIGHT)[2]();
  if (kind < 0.6) return Array.from({ length: Math.floor(next() * 4) }, () => tree(next, names, depth - 1));
  const object = next() < 0.1 ? Object.create(null) : {};
  const members = Math.floor(next() * 6);
  for (let i = 0; i < members; i += 1) {
    const name = next() < 0.8 ? pick(names) : pick(["a", "", "\ud800", "constructor", "toString", "x".repeat(1000), "1"]);
    const value = tree(next, names, depth - 1);
    const descriptor = next() < 0.1 ? { get: () => value } : { value, writable: true };
    Object.defineProperty(object, name, { enumerable: true, configurable: true, ...descriptor });
  }
  return object;
}
