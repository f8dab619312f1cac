import { type AnyAbortSignal, listen, reasonOf } from "../call/abort.js";

interface Request<Item> {
  resolve(result: IteratorResult<Item, undefined>): void;
  reject(reason: unknown): void;
}

const SIGNAL = "options.signal";

/**
 * An iteration over items that are looked for only while somebody waits for one, so that one that is left alone holds no timer and no
 * listener. Unlike a generator's, its `return` ends at once a `next` that waits.
 */
export class Iteration<Item> implements AsyncIterableIterator<Item, undefined, undefined> {
  readonly #pull: (signal: AbortSignal) => Promise<Item | undefined>;
  readonly #signal: AnyAbortSignal | undefined;
  /** Ends what `#pull` does. */
  readonly #controller = new AbortController();
  /** Calls of `next` that wait, the first one first. */
  #requests: Request<Item>[] = [];
  #unsubscribe: (() => void) | undefined;
  #isEnded = false;

  /**
   * @param pull resolves to the next item, or to `undefined` at the end; called again when it has settled
   * @param signal of the caller, which ends the iteration
   */
  constructor(pull: (signal: AbortSignal) => Promise<Item | undefined>, signal: AnyAbortSignal | undefined) {
    this.#pull = pull;
    this.#signal = signal;
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    return new Promise((resolve, reject) => {
      if (this.#isEnded) return resolve({ done: true, value: undefined });
      if (this.#requests.push({ resolve, reject }) === 1) void this.#serve();
    });
  }

  async return(): Promise<IteratorResult<Item, undefined>> {
    this.#end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #serve(): Promise<void> {
    try {
      this.#listen();
      while (!this.#isEnded && this.#requests.length > 0) {
        const value = await this.#pull(this.#controller.signal);
        if (this.#isEnded) return;
        if (value === undefined) return this.#end();
        this.#requests.shift()?.resolve({ done: false, value });
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#unlisten();
  }

  #listen(): void {
    const signal = this.#signal;
    if (!signal) return;
    this.#unsubscribe = listen(signal, SIGNAL, () => this.#fail(reasonOf(signal)));
    // The signal may have called at once.
    if (this.#isEnded) this.#unlisten();
  }

  #unlisten(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Ends the iteration by an error, which the first that waits gets. */
  #fail(error: unknown): void {
    if (this.#isEnded) return;
    this.#requests.shift()?.reject(error);
    this.#end();
  }

  #end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#unlisten();
    for (const { resolve } of this.#requests) resolve({ done: true, value: undefined });
    this.#requests = [];
    this.#controller.abort();
  }
}
