import type { Clock } from "./clock.js";

/** A second, and the millisecond by which a clock that counts whole ones may be off. */
const SECOND = 1001;

/**
 * Calls that a server may have got within the last second. A call reaches it before its answer comes, however long either is on the way: who
 * begins a call a second after the answer to another knows that they arrive a second apart, which the times of sending do not say.
 */
export class CallWindow {
  /** How many there may be in any second. */
  limit: number;
  readonly #clock: Clock;
  #inFlight = 0;
  /** When those of the last second ended, the earliest first. */
  #ended: number[] = [];

  constructor(limit: number, clock: Clock) {
    this.limit = limit;
    this.#clock = clock;
  }

  /** Calls in flight, and those that ended within the last second. */
  get recent(): number {
    const now = this.#clock.now();
    this.#ended = this.#ended.filter((time) => now - time < SECOND);
    return this.#inFlight + this.#ended.length;
  }

  /** Whole milliseconds until a call may begin: 0 if it may now, `Infinity` if another has to end first. */
  get wait(): number {
    const excess = this.recent + 1 - this.limit;
    if (excess <= 0) return 0;
    const ended = this.#ended[excess - 1];
    return ended === undefined ? Infinity : Math.ceil(ended + SECOND - this.#clock.now());
  }

  begin(): void {
    this.#inFlight++;
  }

  /** @param made how many the one that began has become */
  end(made: number): void {
    this.#inFlight--;
    for (let call = 0; call < made; call++) this.#ended.push(this.#clock.now());
  }
}
