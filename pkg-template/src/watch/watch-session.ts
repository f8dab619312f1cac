import { readArn } from "../arn.js";
import { sleep } from "../call/abort.js";
import type { StreamEvent } from "../ivs/structures.js";
import { field, invalid, object, timeOf } from "../read.js";
import { isTransient } from "./failures.js";
import { Iteration } from "./iteration.js";
import { PollingRate } from "./polling-rate.js";
import { onlyNames, readClient, readOptions } from "./read-input.js";
import { objectsOf, readOutput } from "./read-output.js";
import type { CallSignal, SessionClient, WatchedSession, WatchOptions } from "./watch-options.js";

/** The session that is watched. */
export interface WatchSessionInput {
  /** The channel. */
  channelArn: string;
  /** The stream. Default: the channel's latest one, also if others follow it. */
  streamId?: string | undefined;
}

/** Keys of events that are remembered; the service keeps the last 500 events. */
const REMEMBERED = 2000;

/**
 * Watches a session: an iteration has its events so far and then those that come, the oldest first, each once, and ends after the last
 * one when the session has ended. Sessions that are over are kept for 60 days.
 *
 * `GetStreamSession` is asked when all events that it gave were taken, and an interval has passed. It has the last 500 events: of more than
 * these at once, or while the loop is busy with others, the oldest are missing.
 *
 * Failures that pass are waited out, as in `watchStream`. All others end the iteration, such as `ResourceNotFoundException` for a channel
 * that has had no stream.
 *
 * @param client an `IvsClient`, or whatever has its method `getStreamSession`
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_GetStreamSession.html
 * @throws {@link ParamValidationError} if an argument is wrong
 */
export function watchSession(
  client: SessionClient,
  input: WatchSessionInput,
  options?: WatchOptions,
): AsyncIterable<StreamEvent> {
  const given = readClient<SessionClient>(client, ["getStreamSession"]);
  const { channelArn, streamId } = readInput(input);
  const { interval, signal } = readOptions(options);
  return {
    [Symbol.asyncIterator]: () => {
      const watch = new SessionWatch(given, channelArn, streamId, interval);
      return new Iteration((end) => watch.next(end), signal);
    },
  };
}

function readInput(input: unknown): { channelArn: string; streamId: string | undefined } {
  const given = object(input, "input");
  onlyNames(given, "input", ["channelArn", "streamId"]);
  const streamId = field(given, "input", "streamId");
  if (streamId !== undefined && (typeof streamId !== "string" || !/^st-[a-zA-Z\d]{23,61}$/.test(streamId))) {
    throw invalid("input.streamId", "expected the id of a stream, such as st-1AbCdEfGhIjKlMnOpQrStUv");
  }
  return { channelArn: readArn(field(given, "input", "channelArn"), "input.channelArn", "channel"), streamId };
}

/** What one iteration has been told. */
class SessionWatch {
  readonly #client: SessionClient;
  readonly #channelArn: string;
  readonly #interval: number;
  readonly #rate = new PollingRate();
  #streamId: string | undefined;
  /** Events that are not told yet, the oldest first. */
  #events: StreamEvent[] = [];
  /** How many of the events that look alike were there already. */
  readonly #seen = new Map<string, number>();
  #isOver = false;
  /** When to ask again. */
  #due = -Infinity;

  constructor(client: SessionClient, channelArn: string, streamId: string | undefined, interval: number) {
    this.#client = client;
    this.#channelArn = channelArn;
    this.#streamId = streamId;
    this.#interval = interval;
  }

  async next(signal: AbortSignal): Promise<StreamEvent | undefined> {
    while (this.#events.length === 0 && !this.#isOver) {
      const { clock } = this.#rate;
      const delay = this.#due - clock.now();
      if (delay > 0) await sleep(delay, signal);
      clock.reached(this.#due);
      await this.#ask(clock.now(), signal);
    }
    return this.#events.shift();
  }

  async #ask(begun: number, signal: AbortSignal): Promise<void> {
    this.#rate.begin();
    try {
      const streamId = this.#streamId;
      const input = { channelArn: this.#channelArn, ...(streamId === undefined ? {} : { streamId }) };
      const send = (options: CallSignal) => this.#client.getStreamSession(input, options);
      const { streamSession } = readOutput(await this.#rate.call(send, signal), "getStreamSession");
      this.#take(streamSession ?? {});
      this.#rate.succeeded(this.#interval);
    } catch (error) {
      if (signal.aborted || !isTransient(error)) throw error;
      this.#rate.failed(error, this.#interval);
    }
    this.#due = begun + this.#rate.spacing(this.#interval);
  }

  #take(session: WatchedSession): void {
    const { streamId, endTime } = session;
    if (typeof streamId === "string") this.#streamId ??= streamId;
    const counts = new Map<string, number>();
    // The service has the newest first.
    for (const event of objectsOf<StreamEvent>(session, "output.streamSession", "truncatedEvents").reverse()) {
      const key = keyOf(event);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > (this.#seen.get(key) ?? 0)) {
        this.#seen.set(key, count);
        this.#events.push(event);
      }
    }
    this.#isOver = Boolean(endTime);
    for (const key of this.#seen.keys()) {
      if (this.#seen.size <= REMEMBERED) break;
      this.#seen.delete(key);
    }
  }
}

/** The same for events that look alike, which have no ids. */
function keyOf({ name, type, code, eventTime }: StreamEvent): string {
  return (
    [name, type, code].map((text) => (typeof text === "string" ? JSON.stringify(text) : "")).join() + timeOf(eventTime)
  );
}
