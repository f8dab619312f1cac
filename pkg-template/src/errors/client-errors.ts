// The errors of the client itself.
import type { ResponseMetadata } from "../call/caller.js";
import { defineErrorClass, PackageError } from "./error-class.js";

/** One thing that is wrong with an input. */
export interface Problem {
  /** Where, such as `input.tags["a"]`. */
  path: string;
  /** What is wrong, and what is expected instead. */
  message: string;
}

/** The input, the configuration or another argument is wrong. Nothing was sent. */
export class ParamValidationError extends PackageError {
  declare readonly name: "ParamValidationError";
  /** All that is wrong. */
  readonly problems: Problem[];
  readonly $fault = "client";
  readonly $metadata: ResponseMetadata = { attempts: 0, totalRetryDelay: 0 };

  constructor(message: string, problems: Problem[] = []) {
    super(message);
    this.problems = problems;
  }

  static {
    defineErrorClass("ParamValidationError", this);
  }
}

/** There are no credentials, or they are malformed. Nothing was sent, unless others had expired. */
export class CredentialsError extends PackageError {
  declare readonly name: "CredentialsError";
  /** How many attempts there were with credentials that had expired. A signature's error has none. */
  declare readonly $metadata?: ResponseMetadata;

  static {
    defineErrorClass("CredentialsError", this);
  }
}

/** The request or its response was lost on the way; `cause` is what the transport threw. */
export class NetworkError extends PackageError {
  declare readonly name: "NetworkError";
  /** The reason, as the transport's error or a cause of it names it, such as `"ECONNREFUSED"`. Browsers give none. */
  declare readonly code?: string;
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
export class TimeoutError extends PackageError {
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
export class AbortError extends PackageError {
  declare readonly name: "AbortError";

  static {
    defineErrorClass("AbortError", this);
  }
}

/**
 * The wasm could not be compiled, and nothing was sent: the page's Content-Security-Policy does not allow `'wasm-unsafe-eval'`, or the
 * runtime has no WebAssembly. The next call tries again. Or the WebAssembly instance failed during the call, such as for want of memory:
 * it is replaced, and whether the call took effect is unknown. `cause` is what the engine threw.
 */
export class WebAssemblyError extends PackageError {
  declare readonly name: "WebAssemblyError";

  static {
    defineErrorClass("WebAssemblyError", this);
  }
}
