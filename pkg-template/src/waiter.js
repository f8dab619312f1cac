// @ts-check
// Waiting for a state, for both doors: AWS's SDK (`waitUntilStreamLive`) and boto3 (`getWaiter("stream_live")`).
import { sleep } from "./call/abort.js";
import { IvsServiceException, TimeoutError, WaiterError } from "./errors.js";
import { pascal } from "./names.js";
import { copied, settings } from "./options.js";
import { field, invalid, is, object } from "./read.js";

/** By name: the operation that is asked, the member of its answer that has the state, and the state that is waited for. */
const WAITERS = {
  recording_configuration_active: ["GetRecordingConfiguration", "recordingConfiguration", "ACTIVE"],
  stream_live: ["GetStream", "stream", "LIVE"],
  stream_offline: ["GetStream", "stream", "OFFLINE"],
};

/** The longest delay that timers take, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Asks until the state is the wanted one, and resolves to the answer that says so.
 * @param {string} name
 * @param {() => Promise<any>} ask
 * @param {(attempt: number, answer: any) => Promise<void>} pause throws when it has been long enough
 */
async function poll(name, ask, pause) {
  const [, member, wanted] = WAITERS[name];
  for (let attempt = 1; ; attempt++) {
    let answer, state;
    try {
      answer = await ask();
      state = answer[member]?.state;
    } catch (error) {
      answer = error;
      // The service has no other way to say so.
      if (error?.name === "ChannelNotBroadcasting") state = "OFFLINE";
      else if (!is(error, IvsServiceException)) throw error;
      else if (!error.$retryable) throw new WaiterError(name, `${error.name}: ${error.message}`, error);
    }
    if (state === wanted) return answer;
    if (state === "CREATE_FAILED") throw new WaiterError(name, `the state is ${state}`, answer);
    await pause(attempt, answer);
  }
}

/** A number of seconds that is more than 0. */
function seconds(of, path, name, otherwise) {
  const value = field(of, path, name) ?? otherwise;
  if (!(typeof value === "number" && value > 0)) throw invalid(`${path}.${name}`, "expected a number of seconds above 0");
  return value;
}

/**
 * The waiter as `@aws-sdk` has them for other services.
 * @param {string} name
 * @param {new (input: any) => any} Command
 */
export function waitUntil(name, Command) {
  return async (config, input) => {
    const client = field(object(config, "config"), "config", "client");
    if (typeof client?.send !== "function") throw invalid("config.client", "expected an IvsClient");
    const abortSignal = field(config, "config", "abortSignal") ?? field(config, "config", "abortController")?.signal;
    const min = seconds(config, "config", "minDelay", 2);
    const max = seconds(config, "config", "maxDelay", 120);
    if (max < min) throw invalid("config.maxDelay", `must not be less than minDelay, ${min}`);
    const longest = seconds(config, "config", "maxWaitTime");
    const end = Date.now() + longest * 1000;
    const given = copied(input);
    const reason = await poll(name, () => client.send(new Command(given), { abortSignal }), async (attempt, cause) => {
      const left = end - Date.now();
      if (left <= 0) throw new TimeoutError(`Waiter ${pascal(name)} failed: it took more than ${longest} s`, { cause });
      const most = Math.min(max, min * 2 ** (attempt - 1));
      await sleep(Math.min(left, 1000 * (min + Math.random() * (most - min)), LONGEST), abortSignal);
    });
    return { state: "SUCCESS", reason, final: reason };
  };
}

/** The names of all waiters. */
export function waiterNames() {
  return Object.keys(WAITERS);
}

/**
 * What boto3's `get_waiter` returns.
 * @param {any} client
 * @param {string} waiter
 */
export function getWaiter(client, waiter) {
  const name = waiterNames().find((name) => pascal(name) === pascal(waiter));
  if (!name) throw invalid("waiterName", `there is no waiter ${String(waiter)}; there are ${waiterNames().join(", ")}`);
  return {
    async wait(input, options) {
      const path = "WaiterConfig";
      const [{ Delay = 5, MaxAttempts = 60 }, rest] = settings(input, path, ["Delay", "MaxAttempts"]);
      if (!(typeof Delay === "number" && Delay >= 0)) throw invalid(`${path}.Delay`, "expected a number of seconds");
      if (!(Number.isInteger(MaxAttempts) && MaxAttempts > 0)) throw invalid(`${path}.MaxAttempts`, "expected a whole number above 0");
      await poll(name, () => client.call(WAITERS[name][0], rest, options), async (attempt, answer) => {
        if (attempt >= MaxAttempts) throw new WaiterError(name, "Max attempts exceeded", answer);
        await sleep(Math.min(Delay * 1000, LONGEST), options?.abortSignal);
      });
    },
  };
}
