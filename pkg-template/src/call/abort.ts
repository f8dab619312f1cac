// Abort signals: those of the platform, and the older ones of the SDK (`{ aborted, onabort }`).
import { AbortError } from "../errors/client-errors.js";
import { field, invalid } from "../read.js";

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
  end(): void;
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

/** What a promise of something aborted rejects with: the signal's own reason, whatever it is. */
export function reasonOf(signal: AnyAbortSignal): unknown {
  return signal.reason === undefined ? new AbortError("The call was aborted") : signal.reason;
}

/** Calls a function when the signal is aborted, until what this returns is called. */
export function onAbort(signal: AnyAbortSignal, listener: () => void): () => void {
  let subscription = subscriptions.get(signal);
  if (!subscription) {
    subscription = subscribe(signal);
    subscriptions.set(signal, subscription);
  }
  const { listeners, end } = subscription;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && subscriptions.get(signal)?.listeners === listeners) {
      subscriptions.delete(signal);
      end();
    }
  };
}

function subscribe(signal: AnyAbortSignal): Subscription {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  if (signal.addEventListener) {
    signal.addEventListener("abort", notify);
    return { listeners, end: () => signal.removeEventListener?.("abort", notify) };
  }
  const previous = signal.onabort;
  const handler = function (this: unknown, ...event: unknown[]) {
    if (typeof previous === "function") previous.apply(this, event);
    notify();
  };
  signal.onabort = handler;
  return {
    listeners,
    end: () => {
      if (signal.onabort === handler) signal.onabort = previous;
    },
  };
}

/** Resolves after so many milliseconds, or rejects with the signal's reason as soon as that is aborted. */
export function sleep(milliseconds: number, signal?: AnyAbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const unsubscribe =
      signal &&
      onAbort(signal, () => {
        clearTimeout(timer);
        reject(reasonOf(signal));
      });
    const timer = setTimeout(() => {
      unsubscribe?.();
      resolve();
    }, milliseconds);
  });
}
