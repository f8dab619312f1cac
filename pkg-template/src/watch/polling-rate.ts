// How often the service is asked: the quota of its operations is 5 calls a second, of all clients of an account in a region together.
import { onAbort, sleep } from "../call/abort.js";
import { CallWindow } from "../call-window.js";
import { Clock } from "../clock.js";
import { attemptsOf, isThrottling } from "./failures.js";

/** Most attempts of calls that the service gets in any second. */
const RATE = 5;

/** A poll of many calls is followed by a pause, so that it takes 4 of the 5 calls a second at most. */
const MS_PER_CALL = 250;

/** By how much an interval is made longer at random, so that those who began together do not stay together. */
const JITTER = 0.1;

/** How long failures make an interval at most, if it is not longer by itself. */
const LONGEST = 60_000;

/** How a poll is followed by the next one: later after failures. */
export class PollingRate {
  readonly clock = new Clock();
  /** After throttling: how many times as long an interval is. Others need the quota, too, so it goes down slowly. */
  #slowdown = 1;
  /** Polls in a row that failed otherwise. */
  #failures = 0;
  #jitter = 1;
  readonly #window = new CallWindow(RATE, this.clock);
  /** Attempts of the calls of this poll. */
  #calls = 0;
  /** Whether an attempt of this poll failed, which the client made up for. */
  #isStrained = false;

  /** Milliseconds from the beginning of one poll to that of the next. */
  spacing(interval: number): number {
    const slowed = interval * this.#slowdown * 2 ** Math.min(this.#failures, 10);
    return Math.max(Math.min(slowed, Math.max(interval, LONGEST)), this.#calls * MS_PER_CALL) * this.#jitter;
  }

  begin(): void {
    this.#calls = 0;
    this.#isStrained = false;
    this.#jitter = 1 + JITTER * Math.random();
  }

  /** Makes a call, as soon as the rate allows. @throws the signal's reason, and what the call rejects with */
  async call<Output>(
    send: (options: { abortSignal: AbortSignal }) => Promise<Output>,
    signal: AbortSignal,
  ): Promise<Output> {
    await this.#wait(signal);
    const note = this.#begin(signal);
    let output: Output;
    try {
      output = await send({ abortSignal: signal });
    } catch (error) {
      // That a channel has no stream is an error, too.
      note(error);
      throw error;
    }
    note(output);
    return output;
  }

  /** Until a call may be made. */
  async #wait(signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const { wait } = this.#window;
      if (wait <= 0) return;
      await sleep(wait, signal);
      this.clock.reached(now + wait);
    }
  }

  /** @returns what is to be told how the call went. @throws the signal's reason, which not every client heeds */
  #begin(signal: AbortSignal): (outcome: unknown) => void {
    this.#window.begin();
    let unsubscribe: (() => void) | undefined;
    const end = (attempts: number) => {
      unsubscribe?.();
      this.#window.end(attempts);
    };
    // The answer may come later, or never.
    unsubscribe = onAbort(signal, () => end(1));
    return (outcome) => {
      signal.throwIfAborted();
      const attempts = attemptsOf(outcome);
      end(attempts);
      this.#calls += attempts;
      this.#isStrained ||= attempts > 1;
    };
  }

  /** @param interval the poll's */
  succeeded(interval: number): void {
    this.#failures = 0;
    this.#slowDown(this.#isStrained ? 1.5 : 0.8, interval);
  }

  /**
   * @param error that does not last
   * @param interval the poll's
   */
  failed(error: unknown, interval: number): void {
    if (isThrottling(error)) this.#slowDown(2, interval);
    else this.#failures++;
  }

  /** No further than it makes a difference, so that it takes as long to come back as it took to get there. */
  #slowDown(factor: number, interval: number): void {
    this.#slowdown = Math.max(1, Math.min(this.#slowdown * factor, LONGEST / interval));
  }
}
