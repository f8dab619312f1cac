// @ts-check
import { pascal } from "./names.js";

/** @import { Problem, ResponseMetadata } from "./types.js" */

/** An error that the service answered with. One class for each error of the API extends it. */
export class IvsServiceException extends Error {
  /** @param {{ name?: string, message?: string, $fault?: "client" | "server", $metadata?: ResponseMetadata }} [options] */
  constructor({ name, message, $fault = "client", $metadata = {}, ...members } = {}) {
    super(message);
    if (name) define(this, "name", name);
    Object.assign(this, members, { $fault, $metadata });
  }

  static {
    define(this.prototype, "name", "IvsServiceException");
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
    define(this.prototype, "name", "ParamValidationError");
  }
}

/** There are no credentials, or they are malformed. Nothing was sent. */
export class CredentialsError extends Error {
  static {
    define(this.prototype, "name", "CredentialsError");
  }
}

/** The request or its answer was lost on the way; `cause` is what the transport threw. */
export class NetworkError extends Error {
  static {
    define(this.prototype, "name", "NetworkError");
  }
}

/** No answer came within the time that an attempt may take. */
export class TimeoutError extends Error {
  static {
    define(this.prototype, "name", "TimeoutError");
  }
}

/** The call was aborted by a signal that gives no reason of its own. */
export class AbortError extends Error {
  static {
    define(this.prototype, "name", "AbortError");
  }
}

/**
 * Makes the class of an error of the API.
 * @param {string} name
 * @param {"client" | "server"} $fault
 */
export function exception(name, $fault) {
  // A computed key gives the anonymous class its name.
  return {
    [name]: class extends IvsServiceException {
      constructor(options) {
        super({ ...options, name, $fault });
      }
    },
  }[name];
}

/** Sets a property as a class would: not shown when the object is printed. */
function define(object, name, value) {
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
}

/** A listing got the same `nextToken` twice, and would go on for ever. */
export class PaginationError extends Error {
  static {
    define(this.prototype, "name", "PaginationError");
  }
}

/** The operation has no pages. */
export class NotPageableError extends Error {
  static {
    define(this.prototype, "name", "NotPageableError");
  }
}

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
    define(this.prototype, "name", "WaiterError");
  }
}
