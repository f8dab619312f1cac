// The errors of the client itself.
import type { ResponseMetadata } from "../call/caller.js";
import { defineErrorClass } from "./error-class.js";

/** One thing that is wrong with an input. */
export interface Problem {
  /** Where, such as `input.tags["a"]`. */
  path: string;
  /** What is wrong, and what is expected instead. */
  message: string;
}

/** The input, the configuration or another argument is wrong. Nothing was sent. */
export class ParamValidationError extends Error {
  declare readonly name: "ParamValidationError";
  /** All that is wrong. */
  readonly problems: Problem[];

  constructor(message: string, problems: Problem[] = []) {
    super(message);
    this.problems = problems;
  }

  static {
    defineErrorClass("ParamValidationError", this);
  }
}

/** There are no credentials, or they are malformed. Nothing was sent. */
export class CredentialsError extends Error {
  declare readonly name: "CredentialsError";

  static {
    defineErrorClass("CredentialsError", this);
  }
}

/** The request or its response was lost on the way; `cause` is what the transport threw. */
export class NetworkError extends Error {
  declare readonly name: "NetworkError";
  /** How many attempts were lost. */
  declare readonly $metadata?: ResponseMetadata;

  static {
    defineErrorClass("NetworkError", this);
  }
}

/**
 * No response came within the time that an attempt may take (`requestTimeout`), in any of the attempts. The reason that
 * `AbortSignal.timeout()` gives, a `DOMException` with this name, counts as an instance.
 */
export class TimeoutError extends Error {
  declare readonly name: "TimeoutError";
  /** How many attempts there were. A signal's reason and a waiter's error have none. */
  declare readonly $metadata?: ResponseMetadata;

  static {
    defineErrorClass("TimeoutError", this);
  }
}

/**
 * The call was aborted by a signal that gives no reason of its own. An aborted call rejects with its signal's reason; the reason that
 * `AbortController.abort()` gives by itself, a `DOMException` with this name, counts as an instance.
 */
export class AbortError extends Error {
  declare readonly name: "AbortError";

  static {
    defineErrorClass("AbortError", this);
  }
}

/**
 * The wasm could not be compiled, and nothing was sent: the page's Content-Security-Policy does not allow `'wasm-unsafe-eval'`, or the runtime
 * has no WebAssembly. Or it failed while calls were in progress, for want of memory, and was replaced: whether those took effect is
 * unknown. `cause` is what the engine threw. The next call tries again.
 */
export class WebAssemblyError extends Error {
  declare readonly name: "WebAssemblyError";

  static {
    defineErrorClass("WebAssemblyError", this);
  }
}
