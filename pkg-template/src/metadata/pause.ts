import { sleep } from "../call/abort.js";

/** A time during which something is not to be done. */
export class Pause {
  #from = 0;
  #length = 0;

  /** Lasts so many milliseconds from now, or as long as it did. */
  begin(milliseconds: number): void {
    if (milliseconds <= this.left) return;
    this.#from = Date.now();
    this.#length = milliseconds;
  }

  /** Whole milliseconds that are left: none if the clock was set back meanwhile. */
  get left(): number {
    const passed = Date.now() - this.#from;
    return passed < 0 ? 0 : Math.max(0, Math.ceil(this.#length - passed));
  }
}

/** Resolves after so many milliseconds, or when the signal is aborted. */
export async function passed(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, signal);
  } catch {
    // The caller looks at the signal.
  }
}
