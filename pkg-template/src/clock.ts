/**
 * Milliseconds that never go back, and have passed when a timer says so: a machine's clock may be set to another time, and tests may
 * replace the timers and not the clock.
 */
export class Clock {
  #latest = 0;

  now(): number {
    return this.reached(Date.now());
  }

  /** It is this time, or later. */
  reached(time: number): number {
    if (time > this.#latest) this.#latest = time;
    return this.#latest;
  }
}
