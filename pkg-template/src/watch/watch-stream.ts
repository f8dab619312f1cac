import { Iteration } from "./iteration.js";
import { Poller, type Watcher } from "./poller.js";
import { readChannelArns, readClient, readOptions } from "./read-input.js";
import { changeOf, type Snapshot } from "./snapshot.js";
import type { StreamChange } from "./stream-change.js";
import type { StreamClient, WatchOptions } from "./watch-options.js";

/** The channels that are watched: one, or several of one account and region, each counted once. */
export type WatchStreamInput =
  | { channelArn: string; channelArns?: undefined }
  | { channelArns: readonly string[]; channelArn?: undefined };

/**
 * Watches the streams of channels: whether they are live, their health and how many watch. An iteration first has an item for each channel
 * that says what is there, and then one for each change. It goes on until the loop is left or the signal is aborted; each iteration of what
 * this returns begins anew.
 *
 * The service is asked while somebody waits for an item, by one poll at a time for all who watch by the same client, as often as the
 * shortest of their intervals says: by `GetStream` for one or two channels, and for more by `ListStreams`, a call for each 100 streams of
 * the account in the region. At most 5 calls are made in a second. Who is late is first told what is known, and who is slow is told the
 * latest state: changes in between are one item.
 *
 * Failures that pass (throttling, a lost connection, errors of the server) are waited out, with longer intervals. All others end the
 * iteration: wrong credentials or none, no permission, an input that the service refuses. `GetStream` refuses a channel that does not exist;
 * in the list it merely has no stream. The list is eventually consistent, and what it says is told as it is: a stream may be
 * `OFFLINE` for a poll, and back.
 *
 * @param client an `IvsClient`, or whatever has its methods `getStream` and `listStreams`, and permissions for what is called
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_ListStreams.html
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_GetStream.html
 * @throws {@link ParamValidationError} if an argument is wrong
 */
export function watchStream(
  client: StreamClient,
  input: WatchStreamInput,
  options?: WatchOptions,
): AsyncIterable<StreamChange> {
  const poller = Poller.of(readClient<StreamClient>(client, ["getStream", "listStreams"]));
  const channelArns = readChannelArns(input);
  const { interval, signal } = readOptions(options);
  return {
    [Symbol.asyncIterator]: () => {
      const watch = new StreamWatch(poller, channelArns, interval);
      return new Iteration((end) => watch.next(end), signal);
    },
  };
}

/** What one iteration has been told. */
class StreamWatch implements Watcher {
  readonly channelArns: readonly string[];
  readonly interval: number;
  readonly #poller: Poller;
  readonly #told = new Map<string, Snapshot>();
  /** The poll after which `#due` and `#unseen` are right. */
  #version = -1;
  #due = 0;
  /** Where in the list of channels to look on, so that each has its turn, and at how many. */
  #place = 0;
  #unseen = 0;
  /** What was known before is too old to be told. */
  #since: number | undefined;

  constructor(poller: Poller, channelArns: readonly string[], interval: number) {
    this.#poller = poller;
    this.channelArns = channelArns;
    this.interval = interval;
  }

  async next(signal: AbortSignal): Promise<StreamChange> {
    const now = this.#poller.rate.clock.now();
    this.#since ??= now - this.interval;
    for (let isDue = this.#nextPoll() <= now; ; isDue = false) {
      const change = isDue ? undefined : this.#nextChange();
      if (change) return change;
      await this.#poller.wait(this, signal);
    }
  }

  #nextPoll(): number {
    this.#keepUp();
    return this.#due;
  }

  #nextChange(): StreamChange | undefined {
    this.#keepUp();
    for (; this.#unseen > 0; this.#unseen--) {
      const change = this.#changeOf(this.channelArns[this.#place++ % this.channelArns.length] as string);
      if (change) return change;
    }
    return undefined;
  }

  /** After a poll, all channels are looked at again. */
  #keepUp(): void {
    if (this.#version === this.#poller.version) return;
    this.#version = this.#poller.version;
    this.#due = this.#poller.due(this);
    this.#unseen = this.channelArns.length;
  }

  #changeOf(channelArn: string): StreamChange | undefined {
    const known = this.#poller.known(channelArn);
    if (!known || known.at < (this.#since ?? 0)) return undefined;
    const change = changeOf(channelArn, this.#told.get(channelArn), known.snapshot);
    if (change) this.#told.set(channelArn, known.snapshot);
    return change;
  }
}
