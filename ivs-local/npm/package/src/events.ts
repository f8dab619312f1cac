/** An event, as Amazon EventBridge delivers it. */
export interface IvsEvent {
  version: string;
  id: string;
  /** Such as `IVS Stream State Change`. */
  "detail-type": string;
  source: string;
  account: string;
  /** In whole seconds, ISO 8601. */
  time: string;
  region: string;
  /** The ARN of the channel; nothing where the event is about the account. */
  resources: string[];
  /** Members as AWS documents them for this `detail-type`. */
  // biome-ignore lint/suspicious/noExplicitAny: they differ for each kind
  detail: Record<string, any>;
}

/** How many events are kept; of more, the latest. */
const KEPT = 10_000;

/** The events so far, and those to come. */
export class LiveEvents {
  /** Those so far, oldest first. Iterated asynchronously, it goes on with those to come until it is closed. */
  readonly list: IvsEvent[] & AsyncIterable<IvsEvent>;
  readonly #readers = new Set<Reader>();
  readonly #watchers = new Set<() => void>();
  #isClosed = false;

  constructor() {
    const iterate = () => this.#iterate();
    this.list = Object.defineProperty([], Symbol.asyncIterator, { value: iterate }) as unknown as typeof this.list;
  }

  add(events: readonly IvsEvent[]): void {
    this.list.push(...events);
    if (this.list.length > KEPT) this.list.splice(0, this.list.length - KEPT);
    for (const reader of this.#readers) reader.add(events);
    for (const watcher of this.#watchers) watcher();
  }

  /** Those so far are others. Whoever iterates goes on with those to come. */
  restart(events: readonly IvsEvent[]): void {
    this.list.splice(0, this.list.length, ...events);
    for (const reader of this.#readers) reader.forget();
  }

  /** Calls a function whenever there are more, until what is returned is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  close(): void {
    this.#isClosed = true;
    for (const reader of this.#readers) reader.end();
    this.#readers.clear();
  }

  #iterate(): AsyncIterableIterator<IvsEvent> {
    const reader = new Reader(this.list, () => this.#readers.delete(reader));
    if (this.#isClosed) reader.end();
    else this.#readers.add(reader);
    return reader;
  }
}

/** One iteration. */
class Reader implements AsyncIterableIterator<IvsEvent> {
  readonly #waiting: IvsEvent[];
  readonly #asked: ((result: IteratorResult<IvsEvent>) => void)[] = [];
  readonly #release: () => void;
  #isOver = false;

  constructor(events: readonly IvsEvent[], release: () => void) {
    this.#waiting = [...events];
    this.#release = release;
  }

  add(events: readonly IvsEvent[]): void {
    for (const value of events) {
      const resolve = this.#asked.shift();
      if (resolve) resolve({ value, done: false });
      else this.#waiting.push(value);
    }
  }

  /** What was not read yet is no more. */
  forget(): void {
    this.#waiting.length = 0;
  }

  /** No more come. */
  end(): void {
    this.#isOver = true;
    for (const resolve of this.#asked.splice(0)) resolve({ value: undefined, done: true });
  }

  async next(): Promise<IteratorResult<IvsEvent>> {
    const value = this.#waiting.shift();
    if (value) return { value, done: false };
    if (this.#isOver) return { value: undefined, done: true };
    return new Promise((resolve) => this.#asked.push(resolve));
  }

  async return(): Promise<IteratorResult<IvsEvent>> {
    this.#waiting.length = 0;
    this.end();
    this.#release();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
