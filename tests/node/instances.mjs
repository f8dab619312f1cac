// @ts-check
// Sees the WebAssembly instances that are made in this process. Import it before the package.

/**
 * @typedef {object} Instance
 * @property {WebAssembly.Memory} memory
 * @property {WebAssembly.Table} table the JavaScript values that the wasm holds
 */

/** @type {Instance[]} every instance, the latest last */
export const instances = [];

/** The instance in use. */
export const latest = () => instances.at(-1) ?? fail("nothing was instantiated");

/** Most bytes that the memory of further instances may grow by; no limit without it. */
let growth = Infinity;
export const limitGrowth = (/** @type {number} */ bytes) => void (growth = bytes);

const PAGE = 65_536;
const MEMORY_SECTION = 5;

const { Instance, Module, compile } = WebAssembly;

// Node has modules of its own, which import from `env`.
const isOurs = (/** @type {WebAssembly.Module} */ module) => Module.imports(module).every((imported) => imported.module !== "env");

WebAssembly.Instance = /** @type {any} */ (
  new Proxy(Instance, {
    construct(target, given) {
      const instance = Reflect.construct(target, given);
      return isOurs(given[0]) ? note(instance) : instance;
    },
  })
);
// Node's variant of the package inflates the module, and compiles its bytes.
WebAssembly.compile = /** @type {any} */ (
  async (/** @type {Uint8Array<ArrayBuffer>} */ bytes) => {
    const module = await compile(bytes);
    return isOurs(module) ? compile(limited(bytes)) : module;
  }
);

/** @param {WebAssembly.Instance} instance */
function note(instance) {
  const exported = Object.values(instance.exports);
  const memory = /** @type {WebAssembly.Memory} */ (exported.find((value) => value instanceof WebAssembly.Memory));
  // The other table has the wasm's functions.
  const isValues = (/** @type {unknown} */ value) => value instanceof WebAssembly.Table && typeof value.get(value.length - 1) !== "function";
  const table = /** @type {WebAssembly.Table} */ (exported.find(isValues));
  instances.push({ memory: memory ?? fail("no memory is exported"), table: table ?? fail("no table is exported") });
  return instance;
}

/** The module with a maximum in its memory section. @param {Uint8Array<ArrayBuffer>} bytes */
function limited(bytes) {
  if (growth === Infinity) return bytes;
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(bytes, at + 1);
    if (bytes[at] === MEMORY_SECTION) {
      const [least, end] = number(bytes, start + 2);
      if (bytes[start] !== 1 || bytes[start + 1] !== 0 || end !== start + size) return fail("the module has another memory section than this test rewrites");
      const section = [1, 1, ...encoded(least), ...encoded(least + Math.ceil(growth / PAGE))];
      return Uint8Array.from([...bytes.subarray(0, at), MEMORY_SECTION, ...encoded(section.length), ...section, ...bytes.subarray(end)]);
    }
    at = start + size;
  }
  return fail("the module has no memory section");
}

/** A LEB128 number, and where the next one begins. @param {Uint8Array} bytes @param {number} at @returns {[number, number]} */
function number(bytes, at) {
  const byte = bytes[at] ?? 0;
  if (byte < 128) return [byte, at + 1];
  const [rest, end] = number(bytes, at + 1);
  return [(byte & 127) + 128 * rest, end];
}

/** @param {number} value @returns {number[]} */
function encoded(value) {
  return value < 128 ? [value] : [(value % 128) + 128, ...encoded(Math.floor(value / 128))];
}

/** @returns {never} */
function fail(/** @type {string} */ why) {
  throw new Error(why);
}
