// Calls at the rate that the service takes them. Its quotas are for each operation, account and region, and cannot be raised; what another
// client or process calls is not known here.
import { type AnyAbortSignal, onAbort, reasonOf, sleep } from "./call/abort.js";

/** Milliseconds in which the calls are counted: a second, and what a timer may go off early. */
const WINDOW = 1010;

/** Calls in any second, by operation. */
function rateOf(operation: string): number {
  if (operation === "batchStartViewerSessionRevocation") return 2;
  return operation === "deleteRecordingConfiguration" ? 3 : 5;
}

/**
 * Lets so many calls through in any second of the server: a call waits for a second after the *answer* to an earlier one, because two that
 * are sent a second apart may arrive together.
 */
export class Pace {
  /** Since when each of the calls of a second may be made again; `Infinity` while it is not answered. */
  readonly #places: number[];
  /** Resolves when all who came before have their places. */
  #turn: Promise<void> = Promise.resolve();
  #answered = () => {};

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
      this.#answered();
    }
  }

  /** Waits behind those who came before, then for a place. */
  async #wait(signal: AnyAbortSignal | undefined): Promise<number> {
    const before = this.#turn;
    let pass = () => {};
    this.#turn = new Promise((resolve) => {
      pass = resolve;
    });
    try {
      await unlessAborted(before, signal);
      return await this.#take(signal);
    } finally {
      // Who leaves early lets nobody past those before.
      void before.then(pass);
    }
  }

  async #take(signal: AnyAbortSignal | undefined): Promise<number> {
    if (this.#earliest === Infinity) {
      const answered = new Promise<void>((resolve) => {
        this.#answered = resolve;
      });
      await unlessAborted(answered, signal);
    }
    const earliest = this.#earliest;
    // Once, and not for long, whatever became of the clock.
    const wait = Math.min(earliest - performance.now(), WINDOW);
    if (wait > 0) await sleep(wait, signal);
    const place = this.#places.indexOf(earliest);
    this.#places[place] = Infinity;
    return place;
  }

  get #earliest(): number {
    return Math.min(...this.#places);
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

/** The promise's outcome, unless the signal is aborted before: then its reason, whatever becomes of the promise. */
export function unlessAborted<Output>(promise: Promise<Output>, signal: AnyAbortSignal | undefined): Promise<Output> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    let unsubscribe: (() => void) | undefined;
    const settled = () => unsubscribe?.();
    promise.then(resolve, reject).then(settled, settled);
    if (signal.aborted) return reject(reasonOf(signal));
    // The signal may call back at once.
    unsubscribe = onAbort(signal, () => {
      settled();
      reject(reasonOf(signal));
    });
  });
}
