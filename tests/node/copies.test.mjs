// @ts-check
// Error classes recognise instances of the other copy of the package that a program may load, and of users' subclasses.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import * as esm from "ivs-wasm";
import { OFFLINE, answering } from "./wire.mjs";

const require = createRequire(import.meta.url);
const COPIES = /** @type {Record<string, any>} */ ({ import: esm, require: require("ivs-wasm") });
const PAIRS = [["import", "require"], ["require", "import"], ["import", "import"], ["require", "require"]];

const LOCAL = ["ParamValidationError", "CredentialsError", "NetworkError", "TimeoutError", "AbortError", "PaginationError", "NotPageableError", "WebAssemblyError"];
const MODELLED = Object.keys(esm.exceptions);
const CLASSES = [...LOCAL, "IvsServiceException", ...MODELLED];

/** @param {string} copy @param {string} name @returns {any} an error of that class */
const made = (copy, name) => (LOCAL.includes(name) ? new COPIES[copy][name]("why") : new COPIES[copy][name]({ message: "why" }));
/** @param {string} name the classes of which an error of that class is an instance */
const ancestors = (name) => CLASSES.filter((other) => other === name || (other === "IvsServiceException" && MODELLED.includes(name)));
/** @param {any} exports @param {unknown} error */
const instances = (exports, error) => CLASSES.filter((name) => error instanceof exports[name]);

test("the program loads two copies", () => {
  assert.equal(MODELLED.length, 11);
  for (const name of CLASSES) assert.notEqual(COPIES.import[name], COPIES.require[name], name);
});

for (const [thrower, catcher] of PAIRS) {
  test(`an error made by the copy of ${thrower} is an instance of its class, and of no other, in the copy of ${catcher}`, () => {
    for (const name of CLASSES) {
      const error = made(thrower, name);
      assert.deepEqual(instances(COPIES[catcher], error), ancestors(name), name);
      assert.ok(error instanceof Error);
      assert.equal(error.name, name);
      assert.equal(error.constructor.name, name);
      assert.equal(String(error), `${name}: why`);
      assert.match(error.stack, new RegExp(`^${name}: why\\n +at .*copies\\.test`), "the stack has its name and leads here");
      const more = !LOCAL.includes(name) ? ["$fault", "$metadata"] : name === "ParamValidationError" ? ["problems", "$fault", "$metadata"] : [];
      assert.deepEqual(Object.keys(error).sort(), ["message", "name", ...more].sort(), name);
      assert.equal(COPIES[catcher].IvsServiceException.isInstance(error), !LOCAL.includes(name));
    }
  });

  test(`the rejection of a call by the copy of ${thrower} is an instance of ${catcher}'s client.exceptions`, async () => {
    const { exceptions } = new COPIES[catcher].IvsClient({});
    assert.deepEqual(Object.keys(exceptions).sort(), [...MODELLED].sort());
    for (const name of MODELLED) {
      const fetch = answering("{}", { status: 400, headers: { "x-amzn-errortype": name } });
      const error = await new COPIES[thrower].IvsClient({ ...OFFLINE, fetch, maxAttempts: 1 }).listChannels({}).catch((/** @type {any} */ caught) => caught);
      assert.deepEqual(Object.keys(exceptions).filter((key) => error instanceof exceptions[key]), [name]);
    }
  });
}

describe("users' subclasses", () => {
  class Busy extends esm.ConflictException {}
  class Lost extends esm.NetworkError {}

  test("have instances as any class has", () => {
    const busy = new Busy({ message: "busy" });
    for (const exports of Object.values(COPIES)) {
      assert.ok(busy instanceof exports.ConflictException && busy instanceof exports.IvsServiceException);
      assert.ok(!(busy instanceof exports.ThrottlingException) && !(busy instanceof exports.NetworkError));
      assert.ok(new Lost() instanceof exports.NetworkError);
      for (const name of CLASSES) {
        for (const Class of [Busy, Lost]) assert.ok(!(made("import", name) instanceof Class) && !(made("require", name) instanceof Class), name);
      }
    }
    assert.ok(busy instanceof Busy && !(/** @type {any} */ (busy) instanceof Lost));
    assert.ok(!(/** @type {any} */ (5) instanceof Busy) && !(/** @type {any} */ (null) instanceof Lost));
    class Busier extends Busy {
      name = /** @type {any} */ ("Busier");
    }
    const busier = new Busier({ message: "more" });
    assert.ok(busier instanceof Busy && busier instanceof esm.ConflictException && busier instanceof COPIES.require.ConflictException);
    assert.equal(String(busier), "Busier: more");
    assert.ok(!(busy instanceof Busier));
  });

  test("may be bound, borrowed from and called directly", () => {
    const error = made("require", "ConflictException");
    assert.ok(error instanceof /** @type {any} */ (esm.ConflictException.bind(null)));
    assert.ok(Object.create(error) instanceof esm.ConflictException);
    for (const name of CLASSES) assert.ok(!(COPIES.import[name].prototype instanceof COPIES.import[name]), `${name}.prototype is no instance`);
    assert.ok(esm.ConflictException.prototype instanceof esm.IvsServiceException);
  });
});

test("values that are not errors are no instances, whatever their traps do", () => {
  const throwing = () => {
    throw new Error("from the proxy");
  };
  const hostile = new Proxy(new esm.ConflictException({}), { get: throwing, has: throwing, getPrototypeOf: throwing, getOwnPropertyDescriptor: throwing });
  const yes = new Proxy({}, { get: () => () => "yes" });
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const values = [undefined, null, 5, "ConflictException", true, 5n, Symbol("s"), {}, [], () => {}, Object.create(null), new Error("x"), { name: "AbortError" }, hostile, yes, revoked];
  for (const exports of Object.values(COPIES)) {
    for (const value of values) assert.deepEqual(instances(exports, value), []);
    for (const value of values) assert.equal(exports.IvsServiceException.isInstance(value), false);
    class Own extends exports.NetworkError {}
    for (const value of values) assert.equal(/** @type {any} */ (value) instanceof Own, false);
  }
});

test("the default reason of a signal is an AbortError or a TimeoutError", async () => {
  const aborted = AbortSignal.abort().reason;
  const timedOut = await new Promise((resolve) => {
    const signal = AbortSignal.timeout(1);
    // Its timer does not keep the process alive.
    const alive = setInterval(() => {}, 1000);
    signal.addEventListener("abort", () => (clearInterval(alive), resolve(signal.reason)));
  });
  for (const exports of Object.values(COPIES)) {
    assert.deepEqual(instances(exports, aborted), ["AbortError"]);
    assert.deepEqual(instances(exports, timedOut), ["TimeoutError"]);
    for (const name of ["NetworkError", "SyntaxError", "ConflictException"]) assert.deepEqual(instances(exports, new DOMException("x", name)), [], name);
  }
});

test("an error can be constructed as tests of applications do it", () => {
  for (const { ConflictException, IvsServiceException } of Object.values(COPIES)) {
    const $metadata = { httpStatusCode: 409, requestId: "id" };
    const options = Object.freeze({ message: "busy", exceptionMessage: "busy", $metadata, $retryable: { throttling: true } });
    const error = new ConflictException(options);
    assert.deepEqual({ ...error }, { name: "ConflictException", message: "busy", exceptionMessage: "busy", $fault: "client", $metadata, $retryable: { throttling: true } });
    assert.equal(error.message, "busy");
    const odd = new IvsServiceException({ name: "Odd", $fault: "server", $metadata });
    assert.deepEqual([odd.name, odd.message, odd.$fault, odd.$retryable], ["Odd", "", "server", undefined]);
    for (const Class of [ConflictException, IvsServiceException]) assert.deepEqual(new Class().$metadata, {});
  }
});
