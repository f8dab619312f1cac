// Calls at the rate that the service takes them. Its quotas are for each operation, account and region, and cannot be raised; what another
// client or process calls is not known here.
import { type AnyAbortSignal, sleep } from "./call/abort.js";

/** Milliseconds in which the calls are counted: a second, and what clocks may differ. */
const WINDOW = 1010;

/** Milliseconds after which a call is not waited for any more: whoever made it may be gone, as a worker's request is that was cancelled. */
const LEASE = 60_000;

/** Calls in any second, by operation. */
function rateOf(operation: string): number {
  if (operation === "batchStartViewerSessionRevocation") return 2;
  return operation === "deleteRecordingConfiguration" ? 3 : 5;
}

/**
 * Lets so many calls through in any second of the server: a call waits for a second after the *answer* to an earlier one, because two that
 * are sent a second apart may arrive together. Each waits by a timer of its own, and depends on no other that waits.
 */
export class Pace {
  /** For each of the calls of a second, when it may be made again. */
  readonly #places: number[];

  constructor(rate: number) {
    this.#places = new Array(rate).fill(-Infinity);
  }

  /** Makes the call when its time has come; rejects with the signal's reason if that is aborted before. */
  async run<Output>(call: () => Promise<Output>, signal: AnyAbortSignal | undefined): Promise<Output> {
    const place = await this.#wait(signal);
    try {
      return await call();
    } finally {
      this.#places[place] = performance.now() + WINDOW;
    }
  }

  async #wait(signal: AnyAbortSignal | undefined): Promise<number> {
    for (;;) {
      const now = performance.now();
      const earliest = Math.min(...this.#places);
      if (earliest <= now) {
        const place = this.#places.indexOf(earliest);
        this.#places[place] = now + LEASE;
        return place;
      }
      // Where no call was answered yet, none can be made sooner.
      await sleep(Math.min(earliest - now, WINDOW), signal);
    }
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
