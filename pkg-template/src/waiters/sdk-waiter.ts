// Waiting for a state as AWS's SDK for JavaScript does for other services: `waitUntilStreamLive`.
import { sleep } from "../call/abort.js";
import type { ServiceClient } from "../client.js";
import type { Command } from "../commands/command.js";
import { enumeration } from "../enumeration.js";
import { TimeoutError } from "../errors/client-errors.js";
import { copyInput } from "../input-settings.js";
import { pascalCase } from "../operation-name.js";
import { field, invalid, object } from "../read.js";
import { LONGEST_DELAY, poll, type WaiterDefinition } from "./poll.js";

/** How long `waitUntilStreamLive` and its like wait. Times are in seconds. */
export interface WaiterConfiguration<Client> {
  /** The client that calls: an `IvsClient`. */
  client: Client;
  /** Time after which it fails with a {@link TimeoutError}. */
  maxWaitTime: number;
  /** Least time between attempts. Default: 2. */
  minDelay?: number | undefined;
  /** Greatest time between attempts; the delay grows from `minDelay` to it. Default: 120. */
  maxDelay?: number | undefined;
  /** Ends the waiting, wherever it is: it rejects with the signal's reason. */
  abortSignal?: AbortSignal | undefined;
  /** @deprecated Give its `signal` as `abortSignal`. */
  abortController?: { signal: AbortSignal } | undefined;
}

/** How a waiter ended. */
// biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
export interface WaiterResult<Reason = any> {
  /** `SUCCESS`: it rejects in any other case. */
  state: WaiterState;
  /** The output, or the service's error, that says so. */
  reason?: Reason;
  /** The same. */
  final?: Reason;
}

/** How a waiter ended, or would go on. */
export const WaiterState = /* @__PURE__ */ enumeration({
  ABORTED: "ABORTED",
  FAILURE: "FAILURE",
  RETRY: "RETRY",
  SUCCESS: "SUCCESS",
  TIMEOUT: "TIMEOUT",
});
export type WaiterState = (typeof WaiterState)[keyof typeof WaiterState];

/** A function that waits for one state. */
export type WaitFunction<Input> = (
  config: WaiterConfiguration<Pick<ServiceClient, "send">>,
  input: Input,
) => Promise<WaiterResult>;

/** Makes the function that waits by commands. */
export function sdkWaiter<Input extends object, Output extends object>(
  waiter: WaiterDefinition,
  commandClass: new (input: Input) => Command<Input, Output>,
): WaitFunction<Input> {
  return async (config, input) => {
    const client = field(object(config, "config"), "config", "client") as Pick<ServiceClient, "send"> | undefined;
    if (typeof client?.send !== "function") throw invalid("config.client", "expected an IvsClient");
    const controller = field(config, "config", "abortController") as typeof config.abortController;
    const abortSignal = (field(config, "config", "abortSignal") as typeof config.abortSignal) ?? controller?.signal;
    const min = seconds(config, "minDelay", 2);
    const max = seconds(config, "maxDelay", 120);
    if (max < min) throw invalid("config.maxDelay", `must not be less than minDelay, ${min}`);
    const longest = seconds(config, "maxWaitTime");
    const end = Date.now() + longest * 1000;
    const given = copyInput(input) as Input;
    const call = () => client.send(new commandClass(given), { abortSignal });
    const reason = await poll(waiter, call, async (attempt, cause) => {
      const left = end - Date.now();
      if (left <= 0) {
        throw new TimeoutError(`Waiter ${pascalCase(waiter.name)} failed: it took more than ${longest} s`, { cause });
      }
      const most = Math.min(max, min * 2 ** (attempt - 1));
      await sleep(Math.min(left, 1000 * (min + Math.random() * (most - min)), LONGEST_DELAY), abortSignal);
    });
    return { state: WaiterState.SUCCESS, reason, final: reason };
  };
}

/** A number of seconds that is more than 0. */
function seconds(config: object, name: string, otherwise?: number): number {
  const value = field(config, "config", name) ?? otherwise;
  if (!(typeof value === "number" && value > 0)) {
    throw invalid(`config.${name}`, "expected a number of seconds above 0");
  }
  return value;
}
