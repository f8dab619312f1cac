import { invalid, object } from "../read.js";
import type { IvsEvent } from "./event.js";
import { isId, own } from "./values.js";

export interface IvsEventDeduplicatorOptions {
  /** How many of the latest ids are remembered, 1 to 1,000,000; it may be up to twice as many. Default: 10,000, which take 2 MB at most. */
  capacity?: number | undefined;
}

const MAX_CAPACITY = 1_000_000;

/**
 * Remembers the ids of events, since EventBridge may deliver an event more than once. It knows what this process has seen; several
 * processes need a store that they share, with the event's `id` as the key.
 */
export class IvsEventDeduplicator {
  readonly #capacity: number;
  // Two generations: to take single ids out of a Set in their order, V8 walks past all that were taken out before.
  #recent = new Set<string>();
  #earlier = new Set<string>();

  /** @throws {ParamValidationError} for a capacity that is no whole number from 1 to 1,000,000 */
  constructor(options: IvsEventDeduplicatorOptions = {}) {
    const capacity = own(object(options, "options"), "capacity") ?? 10_000;
    if (!isCapacity(capacity)) {
      throw invalid("options.capacity", `expected a whole number from 1 to ${MAX_CAPACITY}`);
    }
    this.#capacity = capacity;
  }

  /**
   * Remembers an event.
   *
   * @returns whether it is new: `false` for one that was added before, and neither deleted nor forgotten since
   * @throws {ParamValidationError} if an event that {@link parseIvsEvent} did not check has no id
   */
  add(event: Pick<IvsEvent, "id">): boolean {
    const id = idOf(event);
    const isNew = !this.#recent.has(id) && !this.#earlier.has(id);
    this.#recent.add(id);
    if (this.#recent.size === this.#capacity) {
      this.#earlier = this.#recent;
      this.#recent = new Set();
    }
    return isNew;
  }

  /** Forgets an event whose handling failed, so that it is new when it is delivered again. */
  delete(event: Pick<IvsEvent, "id">): void {
    const id = idOf(event);
    this.#recent.delete(id);
    this.#earlier.delete(id);
  }
}

function isCapacity(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_CAPACITY;
}

function idOf(event: Pick<IvsEvent, "id">): string {
  const id = own(object(event, "event"), "id");
  if (!isId(id)) throw invalid("event.id", "expected the event's id");
  return id;
}
