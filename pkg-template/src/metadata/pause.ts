import { onAbort, stopTimer } from "../call/abort.js";
import type { Clock } from "../clock.js";

/** A time during which something is not to be done. */
export class Pause {
  readonly #clock: Clock;
  #until = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Lasts so many milliseconds from now, or as long as it did. */
  begin(milliseconds: number): void {
    this.#until = Math.max(this.#until, this.#clock.now() + milliseconds);
  }

  /** Whole milliseconds that are left. */
  get left(): number {
    return Math.max(0, Math.ceil(this.#until - this.#clock.now()));
  }
}

/** Resolves after so many milliseconds, which have then passed by the clock, or as soon as one of the signals is aborted. */
export function passed(clock: Clock, milliseconds: number, signals: AbortSignal[]): Promise<void> {
  const until = clock.now() + milliseconds;
  return new Promise((resolve) => {
    if (signals.some(({ aborted }) => aborted)) return resolve();
    const timer = setTimeout(() => {
      clock.reached(until);
      end();
    }, milliseconds);
    const subscriptions = signals.map((signal) => onAbort(signal, end));
    function end() {
      stopTimer(timer);
      for (const unsubscribe of subscriptions) unsubscribe();
      resolve();
    }
  });
}
