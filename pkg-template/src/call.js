// @ts-check
// One call in flight: what may end it before its answer, and who is told of its attempts. The wasm's driver calls it.
import { reason } from "./abort.js";
import { NetworkError, TimeoutError } from "./errors/client-errors.js";
import { removeNulls } from "./nulls.js";
import { field, invalid, is, number, object } from "./read.js";

/** @import { Settings } from "./config.js" */

/** Why an attempt has no answer, as the wasm knows it; 0 where it was lost on the way. */
const ABORTED = 1;
const TIMED_OUT = 2;
const NO_RESPONSE = 3;

/** @param {string} why */
const noResponse = (why) => new NetworkError(`fetch resolved to something that is no response: it ${why}`);

/**
 * The body parsed, if it is an object, without its members that are `null`. An empty one and `null` are objects without members; a byte
 * order mark is skipped.
 * @param {string} text
 */
function parse(text) {
  try {
    const body = JSON.parse(text.replace(/^\uFEFF/, "") || "{}") ?? {};
    if (text.includes("null")) removeNulls(body);
    if (typeof body === "object") return body;
  } catch {
    // Not JSON.
  }
}

export class Call {
  #operation;
  #settings;
  #signal;
  #timeout;
  /** Of the current attempt: ends what was sent. */
  #controller;
  /** Ends what is awaited. */
  #interrupt = (reason) => {};
  #timer;
  /** 0, or why the current attempt was ended. */
  #ended = 0;
  #reason;
  #parts = [];
  #began = 0;
  /** Of the last answer, if there is one. */
  #status = 0;
  #headers;
  #text = "";
  #attempts = 0;
  #totalRetryDelay = 0;
  #onTimeout = () => this.#end(TIMED_OUT, new TimeoutError(`no answer within ${this.#timeout} ms (requestTimeout)`));
  #onAbort = () => this.#end(ABORTED, reason(this.#signal));

  /**
   * @param {string} operation
   * @param {Settings} settings
   * @param {any} [options]
   */
  constructor(operation, settings, options) {
    this.#operation = operation;
    this.#settings = settings;
    const given = object(options ?? {}, "options");
    this.#timeout = number(given, "options", "requestTimeout", 0) ?? settings.requestTimeout;
    const signal = field(given, "options", "abortSignal");
    if (signal === undefined) return;
    if (typeof signal !== "object" || typeof field(signal, "options.abortSignal", "addEventListener") !== "function") {
      throw invalid("options.abortSignal", "expected an AbortSignal");
    }
    this.#signal = signal;
    if (signal.aborted) this.#onAbort();
    else signal.addEventListener("abort", this.#onAbort);
  }

  /**
   * What the wasm resolves or rejects the call with.
   * @param {(call: this) => void} begin
   * @returns {Promise<any>}
   */
  settled(begin) {
    return new Promise((resolve, reject) => {
      Object.assign(this, { resolve, reject });
      begin(this);
    });
  }

  /**
   * Waits so many milliseconds, then gives the credentials' parts, or a promise of them.
   * @param {number} delay
   * @param {number} offset milliseconds by which the machine's clock is behind
   * @param {any} refused parts that the service refused; others are given, where there are any
   */
  ready(delay, offset, refused) {
    this.#proceed();
    // An attempt that timed out does not end the wait for the next one.
    this.#ended = 0;
    if (delay > 0) {
      const waited = new Promise((resolve) => (this.#timer = setTimeout(resolve, delay)));
      return this.#race(waited).then(() => this.ready(0, offset, refused));
    }
    const parts = this.#settings.credentials(Date.now() + offset, refused);
    return Array.isArray(parts) ? parts : this.#race(parts);
  }

  /**
   * Begins an attempt with these credentials, and gives what `fetch` is told beside the URL.
   * @param {any} parts
   * @param {string} method
   * @param {string} headers JSON text
   * @param {string | undefined} body
   */
  begin(parts, method, headers, body) {
    this.#proceed();
    this.#ended = 0;
    this.#parts = parts;
    this.#controller = new AbortController();
    this.#attempts++;
    this.#began = Date.now();
    // A timer of more milliseconds than 31 bits hold would go off at once.
    if (this.#timeout && this.#timeout < 2 ** 31) this.#timer = setTimeout(this.#onTimeout, this.#timeout);
    // A signature is good for one host and path, and its headers are nobody else's business.
    return { method, headers: JSON.parse(headers), body, redirect: "manual", signal: this.#controller.signal };
  }

  /** Throws the reason of a call that was aborted. */
  #proceed() {
    if (this.#ended === ABORTED) throw this.#reason;
  }

  #end(why, reason) {
    this.#ended = why;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#interrupt(reason);
  }

  /** Settles as the value does, unless the call is ended first. Listening to a signal would cost more than the rest of a call. */
  #race(value) {
    return new Promise((resolve, reject) => {
      this.#interrupt = reject;
      // What was started may have ended the call before there was anything to interrupt.
      if (this.#ended) reject(this.#reason);
      Promise.resolve(value).then(resolve, reject);
    });
  }

  /**
   * What comes of a request: the status of its response, and its body if that is an object; or 0, why there is none, and what was
   * thrown. Never rejects. The response may be anything: a mock, or one that somebody patched.
   */
  async answer(pending) {
    this.#status = 0;
    try {
      const response = await this.#race(pending);
      const { status, headers } = response;
      // A browser hides what it was redirected to, and even that, behind the status 0.
      if (status === 0) throw noResponse("is a redirect, which a signed request cannot follow");
      if (!Number.isInteger(status) || status < 100 || status > 999) throw noResponse("has no HTTP status");
      const text = await this.#race(response.text());
      if (typeof text !== "string") throw noResponse("has a body that is not text");
      this.#status = status;
      this.#headers = headers;
      this.#text = text;
      return [status, parse(text)];
    } catch (error) {
      return [0, is(error, NetworkError) ? NO_RESPONSE : this.#ended, error];
    }
  }

  /**
   * The value of a header of the last answer, cut off where it is absurdly long.
   * @param {string} name
   */
  header(name) {
    try {
      const value = this.#headers.get(name);
      if (typeof value === "string") return value.slice(0, 4096);
    } catch {
      // No header either.
    }
  }

  /** The body of the last answer. */
  get text() {
    return this.redact(this.#text);
  }

  /** What is told of the call, well or not: `$metadata`. */
  get metadata() {
    const metadata = /** @type {any} */ ({});
    if (this.#status) {
      metadata.httpStatusCode = this.#status;
      const requestId = this.#requestId;
      if (requestId) metadata.requestId = requestId;
    }
    metadata.attempts = this.#attempts;
    metadata.totalRetryDelay = this.#totalRetryDelay;
    return metadata;
  }

  get #requestId() {
    return this.header("x-amzn-requestid") || this.header("x-amzn-request-id");
  }

  /**
   * Takes the credentials and stream keys out of a text that somebody else wrote: the service repeats the request, with its session
   * token, where a signature is wrong.
   */
  redact = (text) => {
    const keyless = text.replace(/\bsk_[\w-]+/g, "***");
    return this.#parts.slice(1).reduce((text, secret) => (secret ? text.replaceAll(secret, "***") : text), keyless);
  };

  /**
   * Ends an attempt that was answered, or never will be.
   * @param {string | undefined} error name of the error, if it is one
   * @param {number} delay milliseconds until the next attempt; negative where there is none
   */
  attempted(error, delay) {
    clearTimeout(this.#timer);
    const [attempt, status] = [this.#attempts, this.#status];
    const retried = delay >= 0;
    if (retried) this.#totalRetryDelay += delay;
    this.#log(retried ? "warn" : "debug", () => {
      const duration = Date.now() - this.#began;
      const next = retried ? `, next in ${Math.round(delay)} ms` : "";
      const facts = { attempt, status, duration, requestId: status ? this.#requestId : undefined, error, ...(retried && { delay }) };
      return [`attempt ${attempt}: ${error || status} after ${duration} ms${next}`, facts];
    });
  }

  /** Tells that a member of the input was left out. */
  dropped(problem) {
    this.#log("warn", () => [problem]);
  }

  /** Tells that the call was answered well. */
  succeeded() {
    const { metadata } = this;
    this.#log("info", () => [`${this.#status}`, metadata]);
    return metadata;
  }

  /** Tells that the call failed. */
  failed(error) {
    this.#log("error", () => [`${error?.name}`, { error: error?.name, ...error?.$metadata }]);
    return error;
  }

  /**
   * Tells the logger, if it has a function for that level. One that throws must not fail the call.
   * @param {"debug" | "info" | "warn" | "error"} level
   * @param {() => [message: string, facts?: object]} describe
   */
  #log(level, describe) {
    try {
      const { logger } = this.#settings;
      if (typeof logger?.[level] !== "function") return;
      const [message, facts] = describe();
      logger[level](`ivs-wasm: ${this.#operation}: ${message}`, { operation: this.#operation, ...facts });
    } catch {
      // The logger's own affair.
    }
  }

  /** Lets go of the signal and the timer. */
  close() {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }
}
