// Calls at the rate that the service takes them. Its quotas are for each operation, account and region, and cannot be raised; what another
// client or process calls is not known here.
import { type AnyAbortSignal, reasonOf, sleep } from "./call/abort.js";

/** Milliseconds in which the calls are counted: a second, and what clocks may differ. */
const WINDOW = 1010;

/** Milliseconds after which a call is not waited for any more: whoever made it may be gone, as a worker's request is that was cancelled. */
const LEASE = 60_000;

/** Milliseconds of the shortest wait, and those by which a timer may come before its time. */
const SHORTEST = 5;
const EARLY = 2;

/** Calls in any second, by operation. */
function rateOf(operation: string): number {
  if (operation === "batchStartViewerSessionRevocation") return 2;
  return operation === "deleteRecordingConfiguration" ? 3 : 5;
}

/** Milliseconds that only go forward, whatever becomes of the platform's clock: tests freeze it, set it ahead, and take it back. */
class Clock {
  #now = 0;
  #ahead = 0;

  now(): number {
    const now = performance.now() + this.#ahead;
    if (now >= this.#now) this.#now = now;
    else this.#ahead += this.#now - now;
    return this.#now;
  }

  /** Waits; what the timer has waited for has passed. */
  async sleep(milliseconds: number, signal: AnyAbortSignal | undefined): Promise<void> {
    const end = this.now() + milliseconds;
    await sleep(milliseconds, signal);
    if (this.now() >= end - EARLY) return;
    this.#ahead += end - this.#now;
    this.#now = end;
  }
}

/** Somebody who waits. */
interface Waiter {
  /** When it looks again. If it does not, it is gone. */
  wakesAt: number;
}

/**
 * Lets so many calls through in any second of the server: a call waits for a second after the *answer* to an earlier one, because two that
 * are sent a second apart may arrive together. Who came first is served first. Each waits by a timer of its own, and depends on no other that
 * waits.
 */
export class Pace {
  readonly #clock = new Clock();
  /** For each of the calls of a second, when it may be made again. */
  readonly #places: number[];
  /** In the order in which they came. */
  readonly #waiters = new Set<Waiter>();

  constructor(rate: number) {
    this.#places = new Array(rate).fill(-Infinity);
  }

  /** Makes the call when its time has come; rejects with the signal's reason if that is aborted before. */
  async run<Output>(call: () => Promise<Output>, signal: AnyAbortSignal | undefined): Promise<Output> {
    if (signal?.aborted) throw reasonOf(signal);
    const { place, before } = await this.#take(signal);
    let wasSent = true;
    try {
      return await call();
    } catch (error) {
      wasSent = !isUnsent(error);
      throw error;
    } finally {
      this.#places[place] = wasSent ? this.#clock.now() + WINDOW : before;
    }
  }

  /** Takes a place when there is one, and says since when it was free. */
  async #take(signal: AnyAbortSignal | undefined): Promise<{ place: number; before: number }> {
    const waiter: Waiter = { wakesAt: Infinity };
    this.#waiters.add(waiter);
    try {
      for (;;) {
        const now = this.#clock.now();
        // Those who came before get the places that are free sooner.
        const inOrder = this.#places.map((before, place) => ({ place, before })).sort((a, b) => a.before - b.before);
        const own = inOrder[this.#countBefore(waiter, now)];
        if (own && own.before <= now) {
          this.#places[own.place] = now + LEASE;
          return own;
        }
        // Where no call was answered yet, or all places are for others, none can be made sooner.
        const delay = Math.min(Math.max(own ? own.before - now : WINDOW, SHORTEST), WINDOW);
        waiter.wakesAt = now + delay;
        await this.#clock.sleep(delay, signal);
      }
    } finally {
      this.#waiters.delete(waiter);
    }
  }

  /** Those who came before, and are not gone. */
  #countBefore(waiter: Waiter, now: number): number {
    let count = 0;
    for (const other of this.#waiters) {
      if (other === waiter) break;
      if (now <= other.wakesAt + WINDOW) count += 1;
    }
    return count;
  }
}

/** Whether a call has failed before anything was sent, as the client says. */
function isUnsent(error: unknown): boolean {
  try {
    return (error as { $metadata?: { attempts?: unknown } }).$metadata?.attempts === 0;
  } catch {
    return false;
  }
}

const paces = /* @__PURE__ */ new WeakMap<object, Map<string, Pace>>();

/** The pace of all calls of an operation by a client. */
export function paceOf(client: object, operation: string): Pace {
  const ofClient = paces.get(client) ?? new Map<string, Pace>();
  paces.set(client, ofClient);
  const pace = ofClient.get(operation) ?? new Pace(rateOf(operation));
  ofClient.set(operation, pace);
  return pace;
}
