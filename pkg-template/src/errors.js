// @ts-check
import { pascal } from "./names.js";

/** @import { Problem, ResponseMetadata } from "./types.js" */

/** An error that the service answered with. One class for each error of the API extends it. */
export class IvsServiceException extends Error {
  /**
   * @param {{ name?: string, message?: string, $fault?: "client" | "server", $metadata?: ResponseMetadata,
   *   $retryable?: { throttling?: boolean } }} [options] and any member that the error is to have
   */
  constructor({ name, message, $fault = "client", $metadata = {}, ...members } = {}) {
    super(message);
    if (name) define(this, "name", name);
    Object.assign(this, members, { $fault, $metadata });
  }

  /** @param {unknown} value */
  static isInstance(value) {
    return value instanceof IvsServiceException;
  }

  static {
    known("IvsServiceException", this);
  }
}

/** The input, the configuration or another argument is wrong. Nothing was sent. */
export class ParamValidationError extends Error {
  /**
   * @param {string} message
   * @param {Problem[]} [problems] all that is wrong, each with its path
   */
  constructor(message, problems = []) {
    super(message);
    this.problems = problems;
  }

  static {
    known("ParamValidationError", this);
  }
}

/** There are no credentials, or they are malformed. Nothing was sent. */
export const CredentialsError = /* @__PURE__ */ known("CredentialsError");

/** The request or its answer was lost on the way; `cause` is what the transport threw. */
export const NetworkError = /* @__PURE__ */ known("NetworkError");

/** No answer came within the time that an attempt may take. */
export const TimeoutError = /* @__PURE__ */ known("TimeoutError");

/** The call was aborted by a signal that gives no reason of its own. */
export const AbortError = /* @__PURE__ */ known("AbortError");

/** The wasm could not be compiled: the runtime has no WebAssembly, or does not allow it. */
export const WebAssemblyError = /* @__PURE__ */ known("WebAssemblyError");

/** A listing got the same `nextToken` twice, and would go on for ever. */
export const PaginationError = /* @__PURE__ */ known("PaginationError");

/** The operation has no pages. */
export const NotPageableError = /* @__PURE__ */ known("NotPageableError");

/** What was waited for did not come, or cannot come any more. */
export class WaiterError extends Error {
  /**
   * @param {string} waiter
   * @param {string} reason
   * @param {unknown} [lastResponse] the last answer, or the error that was it
   */
  constructor(waiter, reason, lastResponse) {
    super(`Waiter ${pascal(waiter)} failed: ${reason}`);
    this.reason = reason;
    this.lastResponse = lastResponse;
  }

  static {
    known("WaiterError", this);
  }
}

/**
 * Makes the classes of the API's errors.
 * @param {Record<string, string>} names by whose fault they are, with spaces between
 * @returns {Record<string, any>} the classes by name
 */
export function classes(names) {
  const made = {};
  for (const $fault in names) {
    for (const name of names[$fault].split(" ")) {
      made[name] = known(
        name,
        class extends IvsServiceException {
          constructor(options) {
            super({ ...options, name, $fault });
          }
        },
      );
    }
  }
  return made;
}

/**
 * Gives a class its name, and makes its `instanceof` know what another copy of this package made: a program may have loaded it by
 * `import` and by `require`.
 * @template {new (...given: any[]) => Error} Class
 * @param {string} name
 * @param {Class} [Class]
 * @returns {Class}
 */
export function known(name, Class = /** @type {any} */ (class extends Error {})) {
  const mark = Symbol.for(`ivs-wasm.${name}`);
  const { prototype } = Class;
  define(Class, "name", name);
  define(prototype, "name", name);
  define(prototype, mark, true);
  define(Class, Symbol.hasInstance, function (value) {
    try {
      // A class that extends this one has this function, but no mark of its own.
      if (this !== Class) return Function.prototype[Symbol.hasInstance].call(this, value);
      // What a signal gives for a reason by itself is one; the prototype, which bears the mark, is none.
      if (value[mark] === true) return !Object.hasOwn(value, mark);
      return /^(Abort|Timeout)/.test(name) && value.name === name && value instanceof DOMException;
    } catch {
      // A value without properties, or a proxy that throws.
      return false;
    }
  });
  return Class;
}

/** Sets a property as a class would: not shown when the object is printed. */
function define(object, name, value) {
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
}
