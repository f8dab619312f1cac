/** A second, and the millisecond by which a clock that counts whole ones may be off. */
const SECOND = 1001;

/**
 * Calls that a server may have got within the last second. A call reaches it before its answer comes, however long either is on the way: who
 * begins a call a second after the answer to another knows that they arrive a second apart, which the times of sending do not say.
 */
export class CallWindow {
  /** How many there may be in any second. */
  limit: number;
  #inFlight = 0;
  /** When those of the last second ended, the earliest first. */
  #ended: number[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Calls in flight, and those that ended within the last second. */
  recent(now: number): number {
    // A clock that was set back may not make anybody wait for longer than a second.
    this.#ended = this.#ended.map((time) => Math.min(time, now)).filter((time) => now - time < SECOND);
    return this.#inFlight + this.#ended.length;
  }

  /** Whole milliseconds until a call may begin: 0 if it may now, `Infinity` if another has to end first. */
  wait(now: number): number {
    const excess = this.recent(now) + 1 - this.limit;
    if (excess <= 0) return 0;
    const ended = this.#ended[excess - 1];
    return ended === undefined ? Infinity : Math.ceil(ended + SECOND - now);
  }

  begin(): void {
    this.#inFlight++;
  }

  /** @param made how many the one that began has become */
  end(made: number, now: number): void {
    this.#inFlight--;
    for (let call = 0; call < made; call++) this.#ended.push(now);
  }
}
