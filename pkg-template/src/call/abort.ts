// Abort signals: those of the platform, and the older ones of the SDK (`{ aborted, onabort }`).
import { AbortError } from "../errors/client-errors.js";
import { describeThrown, field, invalid } from "../read.js";

/** A signal of the platform, of whatever realm, or one of `@smithy/abort-controller`. */
export interface AnyAbortSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  onabort?: unknown;
  addEventListener?(type: "abort", listener: () => void): void;
  removeEventListener?(type: "abort", listener: () => void): void;
}

/** What listens to a signal: once, however many calls do, because Node warns of more than ten listeners. */
interface Subscription {
  listeners: Set<() => void>;
  /** Lets go of the signal, if it has a way. One that has not is listened to for as long as it lives. */
  end: (() => void) | undefined;
}

const subscriptions = /* @__PURE__ */ new WeakMap<AnyAbortSignal, Subscription>();

/** The signal, unless it is something else. */
export function checkedSignal(signal: unknown, path: string): AnyAbortSignal {
  if (typeof signal === "object" && signal !== null) {
    const listens = typeof field(signal, path, "addEventListener") === "function";
    if (listens || typeof field(signal, path, "aborted") === "boolean") return signal as AnyAbortSignal;
  }
  throw invalid(path, "expected an AbortSignal");
}

/**
 * Calls a function when the signal is aborted, or at once if it is, until what this returns is called. What the signal throws is an
 * error about `path`.
 */
export function listen(signal: AnyAbortSignal, path: string, listener: () => void): (() => void) | undefined {
  try {
    if (!signal.aborted) return onAbort(signal, listener);
  } catch (thrown) {
    throw invalid(path, `could not be listened to: ${describeThrown(thrown)}`);
  }
  listener();
  return undefined;
}

/** What a promise of something aborted rejects with: the signal's own reason, whatever it is. */
export function reasonOf(signal: AnyAbortSignal): unknown {
  try {
    if (signal.reason !== undefined) return signal.reason;
  } catch {
    // A signal of somebody's own making.
  }
  return new AbortError("The call was aborted");
}

/** Calls a function when the signal is aborted, until what this returns is called. */
export function onAbort(signal: AnyAbortSignal, listener: () => void): () => void {
  let subscription = subscriptions.get(signal);
  if (!subscription) {
    // A signal may call the listener at once.
    subscription = subscribe(signal, new Set([listener]));
    subscriptions.set(signal, subscription);
  }
  const { listeners, end } = subscription;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || !end || subscriptions.get(signal)?.listeners !== listeners) return;
    subscriptions.delete(signal);
    try {
      end();
    } catch {
      // The signal's own affair: what the call came to stands.
    }
  };
}

function subscribe(signal: AnyAbortSignal, listeners: Set<() => void>): Subscription {
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  if (signal.addEventListener) {
    signal.addEventListener("abort", notify);
    const end = () => signal.removeEventListener?.("abort", notify);
    return { listeners, end: typeof signal.removeEventListener === "function" ? end : undefined };
  }
  const previous = signal.onabort;
  const handler = function (this: unknown, ...event: unknown[]) {
    try {
      if (typeof previous === "function") previous.apply(this, event);
    } finally {
      notify();
    }
  };
  signal.onabort = handler;
  return {
    listeners,
    end: () => {
      if (signal.onabort === handler) signal.onabort = previous;
    },
  };
}

/** Clears a timer, as far as the page lets it. */
export function stopTimer(timer: ReturnType<typeof setTimeout> | undefined): void {
  try {
    if (timer !== undefined) clearTimeout(timer);
  } catch {
    // It was replaced. The timer will do nothing more.
  }
}

/** Resolves after so many milliseconds, or rejects with the signal's reason as soon as that is aborted. */
export function sleep(milliseconds: number, signal?: AnyAbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    let unsubscribe: (() => void) | undefined;
    const timer = setTimeout(() => {
      unsubscribe?.();
      resolve();
    }, milliseconds);
    if (!signal) return;
    unsubscribe = onAbort(signal, () => {
      reject(reasonOf(signal));
      unsubscribe?.();
      stopTimer(timer);
    });
  });
}
