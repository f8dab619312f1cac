// The caller's side of one call: what the wasm's driver awaits, and how the call ends. The driver calls its methods
// (`src/client/caller.rs`).
import { NetworkError, TimeoutError } from "../errors.js";
import { field, is, number, object } from "../read.js";
import { depend, enter, instanceNumber, release } from "../wasm/instance.js";
import { type AnyAbortSignal, checkedSignal, onAbort, reasonOf } from "./abort.js";
import { CallLog } from "./call-log.js";
import type { Failure } from "./failure.js";
import { redact } from "./redact.js";
import { NotAResponse, readResponse } from "./response.js";
import type { Answered, Ended, Lost, Settled } from "./settled.js";
import type { FetchInit, Settings } from "../config.js";

/** Options of one call. */
export interface CallOptions {
  /**
   * Ends the call, wherever it is: it rejects with the signal's reason, and nothing more is sent. An `AbortSignal`, of whatever
   * realm, or one of `@smithy/abort-controller`.
   */
  abortSignal?: AbortSignal | { readonly aborted: boolean; onabort: any } | undefined;
  /**
   * Milliseconds that an attempt, or the provider of credentials, may take, instead of the configuration's; 0 for no limit.
   */
  requestTimeout?: number | undefined;
}

/** How a call went. */
export interface ResponseMetadata {
  /** HTTP status of the last attempt. */
  httpStatusCode?: number;
  /** Id under which AWS support finds the request. */
  requestId?: string;
  /** How many times the request was sent. */
  attempts?: number;
  /** Milliseconds waited between attempts. */
  totalRetryDelay?: number;
  /** IVS gives none. Other services of AWS do, and code that reads it is written for them all. */
  extendedRequestId?: string;
  /** IVS gives none, as above. */
  cfId?: string;
}

/** Timers of more milliseconds than 31 bits hold would go off at once. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/** What has headers set on it and is a plain object with them, for functions that are called as `fetch` is. */
class HeaderRecord {
  [name: string]: unknown;

  static {
    Object.defineProperty(this.prototype, "set", {
      value(this: Record<string, unknown>, name: string, value: string) {
        this[name] = value;
      },
    });
  }
}

export class Caller {
  readonly #settings: Settings;
  readonly #timeout: number;
  readonly #signal: AnyAbortSignal | undefined;
  readonly #log: CallLog;
  readonly #instance = instanceNumber();
  #unsubscribe: (() => void) | undefined;
  /** Ends the step that is awaited. */
  #interrupt: ((settled: Ended) => void) | undefined;
  #aborted: Ended | undefined;
  #settle: { resolve(output: unknown): void; reject(failure: unknown): void } | undefined;
  readonly #dropped: string[] = [];
  /** How the last attempt or the call ended. */
  #last: Answered | Lost | Ended | undefined;
  #secrets: (string | undefined)[] = [];
  #attempts = 0;
  #totalRetryDelay = 0;
  #began = 0;

  constructor(operation: string, settings: Settings, options: unknown) {
    this.#settings = settings;
    this.#log = new CallLog(settings.logger, operation);
    const given = object(options ?? {}, "options");
    this.#timeout = number(given, "options", "requestTimeout", 0) ?? settings.requestTimeout;
    const signal = field(given, "options", "abortSignal");
    if (signal === undefined) return;
    this.#signal = checkedSignal(signal, "options.abortSignal");
    if (this.#signal.aborted) this.#abort(this.#signal);
    else this.#unsubscribe = onAbort(this.#signal, () => this.#abort(this.#signal as AnyAbortSignal));
  }

  /** What the wasm ends the call with, which `begin` begins; rejects with a `Failure`, or when the instance fails. */
  run(begin: (caller: this) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      depend(this);
      enter(() => begin(this));
      for (const problem of this.#dropped) this.#log.report("warn", () => [problem]);
    });
  }

  instanceFailed(error: Error): void {
    this.#settle?.reject(error);
    this.#interrupt?.({ kind: "ended", thrown: error });
  }

  /** For the wasm: asks for credentials. */
  credentials(): Awaited {
    return this.#await(async () => {
      const settled = await this.#settings.credentials();
      this.#secrets = [settled.secretAccessKey, settled.sessionToken];
      return settled;
    }, (thrown) => ({ kind: "ended", thrown }), this.#timeout);
  }
}
