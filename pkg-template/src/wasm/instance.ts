// The WebAssembly instance that all clients of a program share: made when it is first needed, and replaced when it failed.

import { isFailure } from "../call/failure.js";
import { WebAssemblyError } from "../errors/client-errors.js";
import init, { __wbg_reset_state } from "../ivs_wasm.js";
import { source } from "./source.js";

/** What is to be told when the instance fails. */
export interface Dependent {
  instanceFailed(error: Error): void;
}

let loading: Promise<void> | undefined;

/** Counts the instances: objects of the wasm belong to one of them. */
let current = 0;

/** How many calls into the instance are on the stack: a getter of an input may begin another call. */
let depth = 0;
let hasFailed = false;

const dependents = /* @__PURE__ */ new Set<Dependent>();

/** The number of the instance. Objects that were made with another one must not be used any more. */
export function instanceNumber(): number {
  return current;
}

/**
 * Resolves when what `ivs_wasm.js` exports may be used. Concurrent first callers wait for the same instance; a failure is
 * forgotten, so that the next call tries again.
 */
export function load(): Promise<void> {
  loading ??= instantiate().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function instantiate(): Promise<void> {
  try {
    await init({ module_or_path: source() });
  } catch (cause) {
    if (cause instanceof WebAssemblyError) throw cause;
    throw new WebAssemblyError(`cannot compile WebAssembly: ${explain(cause)}`, { cause });
  }
}

function explain(cause: unknown): string {
  if (!globalThis.WebAssembly) return "there is none here";
  const { message } = cause as Error;
  const isRefused = /unsafe-eval|Content.?Security|CSP/i.test(message);
  return isRefused ? `a Content-Security-Policy has to allow 'wasm-unsafe-eval': ${message}` : message;
}

/** Tells a call when the instance fails, until it is released. */
export function depend(dependent: Dependent): void {
  dependents.add(dependent);
}

export function release(dependent: Dependent): void {
  dependents.delete(dependent);
}

/**
 * Calls into the instance. What the wasm throws on purpose is a failure and is thrown on. Anything else, such as a trap for want
 * of memory, or an exception of a global that the page replaced, leaves its memory in no known state: the instance is replaced,
 * and all calls that depend on it are told.
 */
export function enter<Result>(work: () => Result): Result {
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
  const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : "something that is no Error was thrown";
  const message = `the WebAssembly instance failed and was replaced (${what}); whether the call took effect is unknown`;
  const error = new WebAssemblyError(message, { cause });
  const told = [...dependents];
  dependents.clear();
  for (const dependent of told) dependent.instanceFailed(error);
  return error;
}

function replace(): void {
  current++;
  try {
    __wbg_reset_state();
    hasFailed = false;
  } catch {
    // Browsers that make no instance of this size at once (Chromium before 115) keep the failed one, which `enter` refuses.
  }
}
