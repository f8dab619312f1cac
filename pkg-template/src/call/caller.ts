// The caller's side of one call: what the wasm's driver awaits, and how the call ends. The driver calls its methods
// (`src/client/caller.rs`).
import type { EngineOptions, FetchInit, Settings } from "../config.js";
import { TimeoutError, WebAssemblyError } from "../errors/client-errors.js";
import { field, is, number, object } from "../read.js";
import { type RequestController, requestController } from "../transport/request-controller.js";
import { addUserAgent } from "../transport/user-agent.js";
import { withoutBytes } from "../transport/without-bytes.js";
import { depend, enter, instanceNumber, release } from "../wasm/instance.js";
import { type AnyAbortSignal, checkedSignal, listen, reasonOf, stopTimer } from "./abort.js";
import { CallLog } from "./call-log.js";
import type { Failure } from "./failure.js";
import { NotAResponse } from "./not-a-response.js";
import { printable, redact } from "./redact.js";
import { readResponse } from "./response.js";
import type { Answered, Ended, Lost, Settled } from "./settled.js";

/** Options of one call. */
export interface CallOptions {
  /**
   * Ends the call, wherever it is: it rejects with the signal's reason, and nothing more is sent. An `AbortSignal`, of whatever
   * realm, or one of `@smithy/abort-controller`.
   */
  // biome-ignore lint/suspicious/noExplicitAny: `onabort` of the SDK's signal has a `this` of its own
  abortSignal?: AbortSignal | { readonly aborted: boolean; onabort: any } | undefined;
  /** Milliseconds that an attempt may take, instead of the configuration's; 0 for no limit. */
  requestTimeout?: number | undefined;
  /** Attempts in all, instead of the configuration's; 1 turns retries off. */
  maxAttempts?: number | undefined;
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
  /** A second id (`x-amz-id-2`), where there is one. */
  extendedRequestId?: string;
  /** Id under which CloudFront finds the request (`x-amz-cf-id`), where it has passed through. */
  cfId?: string;
}

/** What the wasm awaits. It never rejects. */
export interface Awaitable {
  then(resume: (settled: Settled) => void): void;
}

/** Milliseconds that a provider of credentials has at least: one that assumes a role makes calls of its own. */
const MIN_PROVIDER_LIMIT = 10_000;

/** Most members that were left out that the log names. */
const MAX_DROPPED = 10;

/** Timers of more milliseconds than 31 bits hold go off at once. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/** A plain object with headers, for functions that are called as `fetch` is. Its `set` is not one of them. */
class HeaderRecord {
  [name: string]: unknown;

  static {
    Object.defineProperty(this.prototype, "set", {
      value(this: HeaderRecord, name: string, value: string) {
        this[name] = value;
      },
    });
  }
}

export class Caller {
  readonly #settings: Settings;
  readonly #timeout: number;
  readonly #signal: AnyAbortSignal | undefined;
  readonly #unsubscribe: (() => void) | undefined;
  readonly #log: CallLog;
  #instance = -1;
  /** For {@link depend}. */
  place = -1;
  /** 0 for the configuration's. */
  readonly maxAttempts: number;
  readonly #dropped: string[] = [];
  #settlement: { resolve(output: unknown): void; reject(failure: unknown): void } | undefined;
  /** Ends the step that is awaited. */
  #interrupt: ((settled: Ended) => void) | undefined;
  #aborted: Ended | undefined;
  /** What was awaited of the provider of credentials. */
  #provided: Settled | Promise<Settled> | undefined;
  #controller: RequestController | undefined;
  /** What the last step came to, waits aside. */
  #last: Answered | Lost | Ended | undefined;
  #attempts = 0;
  /** Whether an attempt was made that was not reported yet. */
  #isAttempting = false;
  #began = 0;
  #totalRetryDelay = 0;

  constructor(operation: string, settings: Settings, options: unknown) {
    this.#settings = settings;
    this.#log = new CallLog(settings.logger, operation);
    const given = object(options ?? {}, "options");
    this.#timeout = number(given, "options", "requestTimeout", 0) ?? settings.requestTimeout;
    this.maxAttempts = number(given, "options", "maxAttempts", 1) ?? 0;
    const signal = field(given, "options", "abortSignal");
    if (signal === undefined) return;
    this.#signal = checkedSignal(signal, "options.abortSignal");
    this.#unsubscribe = listen(this.#signal, "options.abortSignal", () => this.#abort());
  }

  /** Completes the configuration, which may ask functions of the caller; they have as long as a provider of credentials. */
  async complete(): Promise<EngineOptions> {
    const settings = this.#settings;
    // Not without `await`, which the page cannot replace as it can `then`.
    if (!settings.asks) return await settings.complete();
    const tooLate = () => this.#late("the configuration was not complete");
    let engine: EngineOptions | undefined;
    const settled = await this.#settled(this.#providerLimit, tooLate, async () => {
      engine = await settings.complete();
      return { kind: "waited" };
    });
    if (engine && settled.kind === "waited") return engine;
    settings.abandon();
    this.#last = settled as Ended;
    const failure: Failure = { kind: "ended" };
    throw failure;
  }

  /** Milliseconds that a function of the configuration has. */
  get #providerLimit(): number {
    return this.#timeout && Math.max(this.#timeout, MIN_PROVIDER_LIMIT);
  }

  #late(what: string): Ended {
    return { kind: "ended", thrown: new TimeoutError(`${what} within ${this.#providerLimit} ms`) };
  }

  /** What the wasm ends the call with, which `begin` begins; rejects with a `Failure`, or when the instance fails. */
  run(begin: (caller: this) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#settlement = { resolve, reject };
      depend(this);
      enter(() => {
        this.#instance = instanceNumber();
        begin(this);
      });
      this.#reportDropped();
    });
  }

  /** Middleware has ended the call by itself, for no error. */
  end(): void {
    this.#settlement?.reject(undefined);
    this.#interrupt?.({ kind: "ended", thrown: undefined });
  }

  /** The instance that runs the call has failed. */
  instanceFailed(message: string, cause: unknown): void {
    const effect = this.#attempts > 0 ? "whether the call took effect is unknown" : "nothing was sent";
    const thrown = new WebAssemblyError(`${message}; ${effect}`, { cause });
    this.#settlement?.reject(thrown);
    this.#interrupt?.({ kind: "ended", thrown });
  }

  /** For the wasm: asks for credentials. */
  credentials(): Awaitable {
    const { credentials } = this.#settings;
    const tooLate = () => {
      credentials.abandon(this.#provided, "late");
      return this.#late("the provider of credentials gave none");
    };
    return this.#awaitable(this.#providerLimit, tooLate, () => {
      this.#provided = credentials.provide();
      return this.#provided;
    });
  }

  /**
   * For the wasm: waits.
   * @param after the name of the error with which an attempt ended, if one did
   */
  wait(milliseconds: number, after?: string): Awaitable {
    if (this.#isAttempting) {
      this.#totalRetryDelay += milliseconds;
      this.#reportAttempt(after, milliseconds);
      this.#settings.attemptFailed?.(after);
    }
    return this.#awaitable(milliseconds, () => ({ kind: "waited" }));
  }

  /** For the wasm: an object without headers, on which those of the next request are set. */
  headers(): { set(name: string, value: string): void } {
    try {
      if (!this.#settings.fetch) return new Headers();
    } catch {
      // A page that replaced `Headers`: `fetch` takes a plain object, too.
    }
    return new HeaderRecord() as HeaderRecord & { set(name: string, value: string): void };
  }

  /** For the wasm: sends a request. */
  send(url: string, init: FetchInit): Awaitable {
    const tooLate = (): Settled => {
      const thrown = new TimeoutError(`no answer within ${this.#timeout} ms (requestTimeout)`);
      this.#abortRequest(thrown);
      return { kind: "timedOut", thrown };
    };
    return this.#awaitable(this.#timeout, tooLate, async () => {
      try {
        this.#attempts++;
        this.#isAttempting = true;
        this.#began = Date.now();
        // Looked up at each call: tests and tracing tools replace it.
        const transport = this.#settings.fetch ?? fetch;
        this.#controller = requestController(transport);
        init.signal = this.#controller.signal;
        addUserAgent(init);
        return await readResponse(await transport(url, init));
      } catch (thrown) {
        return { kind: is(thrown, NotAResponse) ? "notAResponse" : "disconnected", thrown: withoutBytes(thrown) };
      }
    });
  }

  /** For the wasm: a member of the input was left out. It is reported when the wasm is off the stack. */
  dropped(problem: string): void {
    this.#dropped.push(problem);
  }

  /** For the wasm: the call succeeded. */
  resolve(output: unknown): void {
    this.#reportAttempt();
    this.#settlement?.resolve(output);
  }

  /** For the wasm: the call failed. */
  reject(failure: Failure): void {
    const { kind } = failure;
    const lost = this.#last?.kind === "timedOut" ? "TimeoutError" : "NetworkError";
    this.#reportAttempt(
      kind === "service" ? failure.code : kind === "lost" ? lost : kind === "ended" ? "aborted" : undefined,
    );
    this.#settlement?.reject(failure);
  }

  /** How the last attempt ended, or what ended the call. */
  get last(): Answered | Lost | Ended | undefined {
    return this.#last;
  }

  /** `$metadata` of an output or an error. */
  get metadata(): ResponseMetadata {
    const metadata: ResponseMetadata = {};
    if (this.#last?.kind === "answered") {
      metadata.httpStatusCode = this.#last.status;
      const requestId = this.#requestId;
      if (requestId) metadata.requestId = requestId;
      const extendedRequestId = this.#id("x-amz-id-2");
      if (extendedRequestId) metadata.extendedRequestId = extendedRequestId;
      const cfId = this.#id("x-amz-cf-id");
      if (cfId) metadata.cfId = cfId;
    }
    metadata.attempts = this.#attempts;
    metadata.totalRetryDelay = this.#totalRetryDelay;
    return metadata;
  }

  /** Takes credentials and stream keys out of text that somebody else wrote. */
  redact(text: string): string {
    return redact(text, this.#settings.credentials.secrets);
  }

  /** A name that somebody else wrote, for the log. */
  #shown(name: string): string {
    return printable(this.redact(name));
  }

  /** Reports that the call succeeded. */
  succeeded(metadata: ResponseMetadata): void {
    this.#log.report("info", () => [`${metadata.httpStatusCode}`, { metadata: { ...metadata } }]);
  }

  /** Reports that the call failed. */
  failed(error: unknown): void {
    this.#log.report("error", () => {
      const { name, $metadata } = (error ?? {}) as { name?: unknown; $metadata?: object };
      // An aborted call ends with the signal's reason, which may be anything.
      const known = typeof name === "string" ? this.#shown(name) : undefined;
      return [`${known}`, { error: known, metadata: { ...$metadata } }];
    });
  }

  /** Lets go of the signal. */
  close(): void {
    release(this);
    this.#unsubscribe?.();
  }

  get #requestId(): string | undefined {
    return this.#id("x-amzn-requestid") || this.#id("x-amzn-request-id") || this.#id("x-amz-request-id");
  }

  /** A header of the last answer that goes into logs. */
  #id(name: string): string | undefined {
    const value = this.#last?.kind === "answered" ? this.#last.header(name) : undefined;
    return value && printable(value);
  }

  /** Reports the end of an attempt, if one was made: a failed one with the milliseconds until the next, if there is one. */
  #reportAttempt(error?: string, delay?: number): void {
    if (!this.#isAttempting) return;
    this.#isAttempting = false;
    this.#log.report(delay === undefined ? "debug" : "warn", () => {
      const status = this.#last?.kind === "answered" ? this.#last.status : 0;
      const duration = Date.now() - this.#began;
      const failed = error === undefined ? undefined : this.#shown(error);
      const next = delay === undefined ? "" : `, next in ${Math.round(delay)} ms`;
      const facts = { attempt: this.#attempts, status, duration, requestId: this.#requestId, error: failed };
      const message = `attempt ${this.#attempts}: ${failed || status} after ${duration} ms${next}`;
      return [message, delay === undefined ? facts : { ...facts, delay }];
    });
  }

  /** Reports the members that were left out, all at once. */
  #reportDropped(): void {
    const { length } = this.#dropped;
    if (length === 0) return;
    this.#log.report("warn", () => [
      `left out ${length} of the input's members: ${this.#dropped.slice(0, MAX_DROPPED).join("; ")}`,
      { dropped: length },
    ]);
  }

  #abort(): void {
    const thrown = reasonOf(this.#signal as AnyAbortSignal);
    this.#aborted = { kind: "ended", thrown, isReason: true };
    if (this.#interrupt) this.#settings.credentials.abandon(this.#provided, "aborted");
    this.#interrupt?.(this.#aborted);
    this.#abortRequest(thrown);
  }

  #abortRequest(reason: unknown): void {
    try {
      this.#controller?.abort(reason);
    } catch {
      // A page that replaced `AbortController`. The call goes on without what the request comes to.
    }
  }

  /** A step that the wasm awaits: what the work comes to, or what `onLimit` says after `limit` milliseconds, if that is not 0. */
  #awaitable(limit: number, onLimit: () => Settled, work?: () => Settled | Promise<Settled>): Awaitable {
    return {
      // biome-ignore lint/suspicious/noThenProperty: the wasm awaits it, and no promise is to resume the wasm
      then: (resume) => {
        void this.#resume(resume, limit, onLimit, work);
      },
    };
  }

  /**
   * Does a step, and continues the wasm with what came of it. Every call does that in an async function of its own, and so in its
   * own async context. Nothing is begun while the wasm is on the stack.
   */
  async #resume(
    resume: (settled: Settled) => void,
    limit: number,
    onLimit: () => Settled,
    work?: () => Settled | Promise<Settled>,
  ): Promise<void> {
    try {
      await undefined;
      const settled = await this.#settled(limit, onLimit, work);
      if (settled.kind !== "waited" && settled.kind !== "credentials") this.#last = settled;
      // `resume` belongs to an instance.
      if (this.#instance !== instanceNumber())
        throw new WebAssemblyError("the WebAssembly instance failed and was replaced");
      enter(() => resume(settled));
    } catch (thrown) {
      // It has been rejected, unless a global that the page replaced threw.
      this.#settlement?.reject(thrown);
    }
  }

  /** What a step came to. It never rejects: timers that a page replaced may throw. */
  async #settled(limit: number, onLimit: () => Settled, work?: () => Settled | Promise<Settled>): Promise<Settled> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve, reject) => {
        if (this.#aborted) return resolve(this.#aborted);
        this.#interrupt = resolve;
        const result = work ? work() : limit > 0 ? undefined : onLimit();
        if (result && "kind" in result) return resolve(result);
        if (limit > 0 && limit <= MAX_TIMEOUT) timer = setTimeout(() => resolve(onLimit()), limit);
        if (result) void finish(result, resolve, reject);
      });
    } catch (thrown) {
      return { kind: "ended", thrown };
    } finally {
      this.#interrupt = undefined;
      stopTimer(timer);
    }
  }
}

/** `then` would do, unless the page replaced that of promises. */
async function finish<Value>(
  work: Promise<Value>,
  resolve: (value: Value) => void,
  reject: (thrown: unknown) => void,
): Promise<void> {
  try {
    resolve(await work);
  } catch (thrown) {
    reject(thrown);
  }
}
