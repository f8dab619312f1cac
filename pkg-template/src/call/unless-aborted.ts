import { type AnyAbortSignal, onAbort, reasonOf } from "./abort.js";

/** What a call comes to, unless the signal is aborted before: then its reason, whatever becomes of the call. A mock may answer without a promise. */
export async function unlessAborted<Value>(
  call: () => Value,
  signal: AnyAbortSignal | undefined,
): Promise<Awaited<Value>> {
  if (!signal) return await call();
  if (signal.aborted) throw reasonOf(signal);
  let unsubscribe: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    unsubscribe = onAbort(signal, () => reject(reasonOf(signal)));
  });
  try {
    return await Promise.race([call(), aborted]);
  } finally {
    unsubscribe?.();
  }
}
