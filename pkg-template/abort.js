// @ts-check
// Waiting that an `AbortSignal` can end. What is waited for may go on; nobody hears of it any more.
import { AbortError } from "./errors.js";

/**
 * What a promise of something aborted rejects with: the signal's own reason, whatever it is.
 * @param {AbortSignal} signal
 */
export function reason(signal) {
  return signal.reason === undefined ? new AbortError("The call was aborted") : signal.reason;
}

/**
 * Settles as the value does, or rejects with the signal's reason as soon as that is aborted.
 * @template T
 * @param {T | PromiseLike<T>} value
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export function race(value, signal) {
  return new Promise((resolve, reject) => {
    const abort = () => reject(reason(/** @type {AbortSignal} */ (signal)));
    const settled = () => signal?.removeEventListener("abort", abort);
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
    Promise.resolve(value).then(resolve, reject).then(settled);
  });
}

/**
 * Resolves after so many milliseconds, or rejects with the signal's reason as soon as that is aborted.
 * @param {number} milliseconds
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
export async function sleep(milliseconds, signal) {
  let timer;
  try {
    await race(new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))), signal);
  } finally {
    clearTimeout(timer);
  }
}
