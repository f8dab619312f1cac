// Waiting for a state as boto3 does: `getWaiter("stream_live")`.
import { sleep } from "../call/abort.js";
import type { CallOptions } from "../call/caller.js";
import { splitSettings } from "../input-settings.js";
import { pascalCase } from "../operation-name.js";
import { invalid } from "../read.js";
import { LONGEST_DELAY, poll, type WaiterDefinition } from "./poll.js";
import { WaiterError } from "./waiter-error.js";

/** What `getWaiter` returns. */
export interface Waiter<Input extends object> {
  /**
   * Resolves once the state is the one that is waited for.
   * @throws {@link WaiterError} if it did not come in so many attempts, cannot come any more, or the service refuses to tell
   */
  wait(input: Input & { WaiterConfig?: WaiterConfig | undefined }, options?: CallOptions): Promise<void>;
}

/** How long boto3's waiters wait. */
export interface WaiterConfig {
  /** Seconds between attempts. Default: 5. */
  Delay?: number | undefined;
  /** Attempts in all. Default: 60. */
  MaxAttempts?: number | undefined;
}

/** What boto3's `get_waiter` returns. */
export function boto3Waiter(
  client: { call(operation: string, input: object, options?: CallOptions): Promise<unknown> },
  waiters: readonly WaiterDefinition[],
  name: string,
): Waiter<object> {
  const waiter = waiters.find((waiter) => pascalCase(waiter.name) === pascalCase(name));
  if (!waiter) {
    const names = waiters.map((waiter) => waiter.name).join(", ");
    throw invalid("waiterName", `there is no waiter ${String(name)}; there are ${names}`);
  }
  return {
    async wait(input, options) {
      const path = "WaiterConfig";
      const [{ Delay = 5, MaxAttempts = 60 }, rest] = splitSettings(input, path, ["Delay", "MaxAttempts"]);
      if (!(typeof Delay === "number" && Delay >= 0)) throw invalid(`${path}.Delay`, "expected a number of seconds");
      if (!(typeof MaxAttempts === "number" && Number.isInteger(MaxAttempts) && MaxAttempts > 0)) {
        throw invalid(`${path}.MaxAttempts`, "expected a whole number above 0");
      }
      const call = () => client.call(waiter.operation, rest, options);
      await poll(waiter, call, async (attempt, lastResponse) => {
        if (attempt >= MaxAttempts) throw new WaiterError(waiter.name, "Max attempts exceeded", lastResponse);
        await sleep(Math.min(Delay * 1000, LONGEST_DELAY), options?.abortSignal);
      });
    },
  };
}
