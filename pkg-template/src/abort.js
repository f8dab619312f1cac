// @ts-check
// Waiting that an `AbortSignal` can end. What is waited for may go on; nobody hears of it any more.
import { AbortError } from "./errors/client-errors.js";

/**
 * What a promise of something aborted rejects with: the signal's own reason, whatever it is.
 * @param {AbortSignal} signal
 */
export function reason(signal) {
  return signal.reason === undefined ? new AbortError("The call was aborted") : signal.reason;
}

/**
 * Resolves after so many milliseconds, or rejects with the signal's reason as soon as that is aborted.
 * @param {number} milliseconds
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
export async function sleep(milliseconds, signal) {
  let timer, abort;
  try {
    await new Promise((resolve, reject) => {
      abort = () => reject(reason(/** @type {AbortSignal} */ (signal)));
      if (signal?.aborted) abort();
      signal?.addEventListener("abort", abort);
      timer = setTimeout(resolve, milliseconds);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}
