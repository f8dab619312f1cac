// The WebAssembly instance that all clients of a program share: made when it is first needed, and replaced when it failed.

import { isFailure } from "../call/failure.js";
import { WebAssemblyError } from "../errors/client-errors.js";
import { __wbg_reset_state } from "../ivs_wasm.js";
import { describeThrown, is } from "../read.js";
import { instantiate } from "./instantiate.js";
import { source } from "./source.js";

/** What is notified when the instance fails. */
export interface Dependent {
  /** Its place among those that depend on the instance. */
  place: number;
  instanceFailed(message: string, cause: unknown): void;
}

let loading: Promise<void> | undefined;

/** Counts the instances: objects of the wasm belong to one of them. */
let current = 0;

/** How many calls into the instance are on the stack: a getter of an input may begin another call. */
let depth = 0;
let hasFailed = false;

/**
 * In no order. Not a `Set`: V8 replaces a set's table as members come and go, and each table that has grown old keeps the next one
 * alive, and with it the answers of calls that are long over, until the next collection of everything.
 */
const dependents: Dependent[] = [];

/** The number of the instance. Objects that were made with another one must not be used any more. */
export function instanceNumber(): number {
  return current;
}

/**
 * Resolves when what `ivs_wasm.js` exports may be used. Concurrent first callers wait for the same instance; a failure is
 * forgotten, so that the next call tries again.
 */
export async function load(): Promise<void> {
  let awaited: Promise<void> | undefined;
  try {
    // Where there is no WebAssembly, its name is an error. Node's `fetch`, which would be asked first, crashes the process then.
    if (typeof WebAssembly.instantiate !== "function") throw new TypeError("WebAssembly is not complete");
    // A source that throws, as that of `ivs-wasm/slim` before `initialize`, leaves nothing to wait for.
    loading ??= begin();
    awaited = loading;
    await awaited;
  } catch (cause) {
    if (loading === awaited) loading = undefined;
    if (is(cause, WebAssemblyError)) throw cause;
    throw new WebAssemblyError(`cannot compile WebAssembly: ${explain(cause)}`, { cause });
  }
}

function begin(): Promise<void> {
  // Text crosses by them. Where they are not defined, as in jest-environment-jsdom, the error says so before there is an instance.
  new TextDecoder() && new TextEncoder();
  return instantiate(source());
}

/** Begins to load. Calls report what keeps it from being done. */
export async function preload(): Promise<void> {
  try {
    await load();
  } catch {
    // The next call tries again.
  }
}

function explain(cause: unknown): string {
  if (!globalThis.WebAssembly) return "there is none here";
  const message = describeThrown(cause);
  const isRefused = /unsafe-eval|Content.?Security|CSP/i.test(message);
  return isRefused ? `a Content-Security-Policy has to allow 'wasm-unsafe-eval': ${message}` : message;
}

/** Notifies a call when the instance fails, until it is released. */
export function depend(dependent: Dependent): void {
  dependent.place = dependents.push(dependent) - 1;
}

export function release(dependent: Dependent): void {
  if (dependents[dependent.place] !== dependent) return;
  const last = dependents.pop() as Dependent;
  if (last === dependent) return;
  dependents[dependent.place] = last;
  last.place = dependent.place;
}

/**
 * Calls into the instance. What the wasm throws on purpose is a failure and is thrown on. Anything else, such as a trap for want
 * of memory, or an exception of a global that the page replaced, leaves its memory in no known state: the instance is replaced,
 * and all calls that depend on it are notified.
 */
export function enter<Result>(work: () => Result): Result {
  if (hasFailed && depth === 0) replace();
  if (hasFailed) throw new WebAssemblyError("the WebAssembly instance has failed and is being replaced");
  depth++;
  try {
    return work();
  } catch (thrown) {
    if (isFailure(thrown)) throw thrown;
    hasFailed = true;
    throw failed(thrown);
  } finally {
    depth--;
    // Frames of the failed instance further down the stack would go on with the memory of the new one.
    if (hasFailed && depth === 0) replace();
  }
}

function failed(cause: unknown): Error {
  const message = `the WebAssembly instance failed and was replaced (${describeThrown(cause)})`;
  for (const dependent of dependents.splice(0)) dependent.instanceFailed(message, cause);
  return new WebAssemblyError(message, { cause });
}

function replace(): void {
  current++;
  try {
    __wbg_reset_state();
    hasFailed = false;
  } catch {
    // There is no memory for another one now, or it is a browser that makes none of this size at once (Chromium before 115).
    // The failed one stays, which `enter` refuses.
  }
}
