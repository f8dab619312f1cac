import { envelopeBytes, MAX_BYTES, newId, seal } from "./envelope.js";
import { bytesOf, jsonOf, type MetadataItem, textOf } from "./item.js";
import type { DropReason, Settings } from "./options.js";

interface Entry {
  item: MetadataItem;
  /** What is sent of it, as it was when it was written. */
  text: string;
  bytes: number;
}

/** What is sent with one call, again and again until it is answered. */
export interface Batch {
  /** How many items it has. */
  size: number;
  text: string;
  /** When its first failed call ended that counts for `retryTime`. */
  failedAt: number | undefined;
  /** How many have failed since. */
  failures: number;
  /** Whether a call may have worked whose answer did not come, or not yet. */
  mayHaveArrived: boolean;
  /** Whether the last call was refused because of its credentials or its time. */
  wasExpired: boolean;
}

/** The items of one stream that were taken, and not sent yet. */
export class Outbox {
  readonly settings: Settings;
  readonly #fail: (error: unknown) => void;
  readonly #controller = new AbortController();
  readonly #id = newId();
  #entries: Entry[] = [];
  #bytes = 0;
  /** How many items there were. */
  #taken = 0;
  /** The number of the next item that is sent: those that are dropped before have none. */
  #next = 0;
  #batch: Batch | undefined;
  #ended: { error: unknown } | undefined;
  #waiting: (() => void)[] = [];

  /** @param fail errors the stream */
  constructor(settings: Settings, fail: (error: unknown) => void) {
    this.settings = settings;
    this.#fail = fail;
  }

  /** Aborted when nothing more is to be sent. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Takes an item, as soon as there is room; rejects with what ends the stream, or with what is wrong with the item. */
  async put(item: MetadataItem): Promise<void> {
    let entry: Entry;
    try {
      entry = this.#entry(item);
    } catch (error) {
      return this.#refuse(item, error);
    }
    while (!this.#ended && !this.isEmpty && this.#bytes + entry.bytes > this.settings.bufferBytes) await this.#change();
    this.#throwIfEnded();
    this.#taken++;
    this.#bytes += entry.bytes;
    this.#entries.push(entry);
  }

  /** Resolves when all is sent; rejects with what ends the stream. */
  async drained(): Promise<void> {
    await this.#settled();
    this.#throwIfEnded();
  }

  /** What is to be sent next: the same until it is settled. `undefined` where there is nothing. */
  batch(): Batch | undefined {
    if (!this.#batch && !this.isEmpty) this.#batch = this.#newBatch();
    return this.#batch;
  }

  /** The batch was sent. */
  sent(): void {
    const items = this.#remove(this.#batch?.size ?? 0);
    void this.#tell(() => this.settings.onSent({ items }));
  }

  /** The batch, or all items, will not be sent. */
  drop(reason: DropReason, error: unknown, all = true): void {
    const { mayHaveArrived, size = 0 } = this.#batch ?? {};
    const unconfirmed = mayHaveArrived ? size : 0;
    // What nobody can have got leaves no gap.
    if (!unconfirmed && this.settings.mode === "batch") this.#next -= size;
    const items = this.#remove(all ? this.#entries.length : size);
    if (items.length > 0) void this.#tell(() => this.settings.onDrop({ items, reason, unconfirmed, error }));
  }

  /** Ends the stream, whose `write` and `close` reject with the error. */
  end(reason: DropReason, error: unknown): void {
    if (this.#ended) return;
    this.#ended = { error };
    this.#controller.abort(error);
    this.drop(reason, error);
    // A stream that is aborted knows.
    if (reason !== "aborted") this.#fail(error);
  }

  /** @throws {@link ParamValidationError} for an item that cannot be sent */
  #entry(item: MetadataItem): Entry {
    const isSingle = this.settings.mode === "single";
    const text = isSingle ? textOf(item) : jsonOf(item);
    const room = isSingle ? MAX_BYTES : MAX_BYTES - envelopeBytes(this.#id, this.#taken);
    return { item, text, bytes: bytesOf(text, room) };
  }

  async #refuse(item: MetadataItem, error: unknown): Promise<void> {
    if (this.settings.whenRefused === "drop") {
      void this.#tell(() => this.settings.onDrop({ items: [item], reason: "refused", unconfirmed: 0, error }));
      return;
    }
    // A stream whose `write` has rejected can be aborted no more, so that its items would be sent whatever comes.
    await this.#settled();
    throw error;
  }

  #newBatch(): Batch {
    const isSingle = this.settings.mode === "single";
    let size = 0;
    let room = MAX_BYTES - envelopeBytes(this.#id, this.#next);
    for (const { bytes } of this.#entries) {
      room -= bytes;
      if (room < 0 && size > 0) break;
      size++;
      if (isSingle) break;
      // The comma before the next.
      room--;
    }
    const texts = this.#entries.slice(0, size).map(({ text }) => text);
    const text = isSingle ? texts.join() : seal(this.#id, this.#next, texts);
    this.#next += size;
    return { size, text, failedAt: undefined, failures: 0, mayHaveArrived: false, wasExpired: false };
  }

  /** Takes out the first items, and with them the batch. */
  #remove(count: number): MetadataItem[] {
    this.#batch = undefined;
    const removed = this.#entries.splice(0, count);
    for (const { bytes } of removed) this.#bytes -= bytes;
    for (const resume of this.#waiting.splice(0)) resume();
    return removed.map(({ item }) => item);
  }

  /** Resolves when nothing more is to be sent. */
  async #settled(): Promise<void> {
    while (!this.#ended && !this.isEmpty) await this.#change();
  }

  /** Resolves when items were removed, or the stream has ended. */
  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #throwIfEnded(): void {
    if (this.#ended) throw this.#ended.error;
  }

  /** What the caller's function throws, or its promise rejects with, is its own affair: what was sent, was. */
  async #tell(tell: () => unknown): Promise<void> {
    try {
      await tell();
    } catch {
      // See above.
    }
  }
}
