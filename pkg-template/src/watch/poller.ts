import { onAbort, stopTimer } from "../call/abort.js";
import type { StreamSummary } from "../ivs/structures.js";
import { pageSequence } from "../pagination/page-sequence.js";
import { isNotBroadcasting, isTransient } from "./failures.js";
import { PollingRate } from "./polling-rate.js";
import { objectsOf, readOutput } from "./read-output.js";
import { OFFLINE, type Snapshot, snapshotOf } from "./snapshot.js";
import type { CallSignal, StreamClient } from "./watch-options.js";

/** Who watches channels. */
export interface Watcher {
  readonly channelArns: readonly string[];
  /** Milliseconds after which it wants to know again. */
  readonly interval: number;
}

/** What the service said of a channel, and when it was asked. */
interface Known {
  readonly snapshot: Snapshot;
  readonly at: number;
}

/** A watcher that waits for the service to be asked again. */
interface Waiter {
  readonly watcher: Watcher;
  /** When the service is to be asked again. */
  readonly due: number;
  /** @param failure that lasts */
  settle(failure?: { readonly error: unknown }): void;
}

/** So many channels are asked for one by one. More are looked for in the list of all streams. */
const MOST_SINGLE = 2;

/** For how long what nobody waits for is kept at least, in milliseconds. */
const KEPT = 600_000;

/**
 * For how long an answer is waited for at most, in milliseconds. Clients end their requests before that; but on Cloudflare Workers a request
 * ends with whoever made it, and nobody is told.
 */
const PATIENCE = 300_000;

const pollers = /* @__PURE__ */ new WeakMap<StreamClient, Poller>();

/** Asks the service for the streams of all channels that somebody watches by one client; only while somebody waits, and for all together. */
export class Poller {
  readonly rate = new PollingRate();
  readonly #client: StreamClient;
  /** What is known of channels. One that the last list has not, and which was not asked for since, has no stream. */
  readonly #known = new Map<string, Known>();
  /** When the list of all streams was asked for. */
  #listedAt = -Infinity;
  /** After a failure, when to ask again. */
  #notBefore = -Infinity;
  readonly #waiters = new Set<Waiter>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the poll that is in progress. */
  #poll: AbortController | undefined;
  /** When that began. */
  #begun = 0;
  /** How many polls there were. */
  version = 0;

  constructor(client: StreamClient) {
    this.#client = client;
  }

  static of(client: StreamClient): Poller {
    const poller = pollers.get(client) ?? new Poller(client);
    pollers.set(client, poller);
    return poller;
  }

  known(channelArn: string): Known | undefined {
    const known = this.#known.get(channelArn);
    const isListed = this.#listedAt > (known?.at ?? -Infinity);
    return isListed ? { snapshot: OFFLINE, at: this.#listedAt } : known;
  }

  /** When the service is to be asked again for a watcher's channels. */
  due({ channelArns, interval }: Watcher): number {
    let oldest = Infinity;
    for (const arn of channelArns) oldest = Math.min(oldest, this.known(arn)?.at ?? -Infinity);
    return Math.max(oldest + this.rate.spacing(interval), this.#notBefore);
  }

  /** Waits until the service was asked again. @throws a failure that lasts */
  wait(watcher: Watcher, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        watcher,
        due: this.due(watcher),
        settle: (failure) => {
          unsubscribe();
          this.#waiters.delete(waiter);
          if (failure) reject(failure.error);
          else resolve();
        },
      };
      const unsubscribe = onAbort(signal, () => {
        waiter.settle({ error: signal.reason });
        this.#schedule();
      });
      this.#waiters.add(waiter);
      this.#schedule();
    });
  }

  /** Sets the timer anew: for who is the first to want to know, or for a poll that does not end. */
  #schedule(): void {
    stopTimer(this.#timer);
    this.#timer = undefined;
    if (this.#waiters.size === 0) {
      this.#poll?.abort();
      this.#poll = undefined;
      return;
    }
    const { clock } = this.rate;
    const due = this.#poll ? this.#begun + PATIENCE : this.#least((waiter) => waiter.due);
    const delay = due - clock.now();
    const begin = () => {
      clock.reached(due);
      this.#giveUp();
      void this.#ask();
    };
    if (delay > 0) this.#timer = setTimeout(begin, delay);
    // In a moment, so that all who begin to watch at once are asked for together.
    else void Promise.resolve().then(begin);
  }

  /** Ends a poll whose answer does not come any more. */
  #giveUp(): void {
    if (!this.#poll || this.#begun + PATIENCE > this.rate.clock.now()) return;
    this.#poll.abort();
    this.#poll = undefined;
  }

  #least(of: (waiter: Waiter) => number): number {
    let least = Infinity;
    for (const waiter of this.#waiters) least = Math.min(least, of(waiter));
    return least;
  }

  /** Asks once, and tells all who wait. */
  async #ask(): Promise<void> {
    const begun = this.rate.clock.now();
    // Who wanted to know may have gone meanwhile.
    if (this.#poll || this.#least((waiter) => waiter.due) > begun) return this.#schedule();
    const poll = new AbortController();
    this.#poll = poll;
    this.#begun = begun;
    this.#schedule();
    const shortest = this.#least(({ watcher }) => watcher.interval);
    const isDue = this.#olderThan(this.rate.spacing(shortest), begun);
    const lasting = new Map<Waiter, unknown>();
    let failure: { error: unknown } | undefined;
    this.rate.begin();
    try {
      await this.#askFor([...this.#waiters], begun, isDue, poll.signal, lasting);
    } catch (error) {
      failure = { error };
    }
    // Nobody waits any more, or another poll has begun.
    if (this.#poll !== poll) return;
    this.#poll = undefined;
    this.version++;
    if (failure) {
      this.rate.failed(failure.error, shortest);
      this.#notBefore = begun + this.rate.spacing(shortest);
    } else {
      this.rate.succeeded(shortest);
    }
    let longest = KEPT;
    for (const waiter of [...this.#waiters]) {
      longest = Math.max(longest, 2 * waiter.watcher.interval);
      waiter.settle(lasting.has(waiter) ? { error: lasting.get(waiter) } : undefined);
    }
    this.#forgetBefore(begun - longest);
    this.#schedule();
  }

  /** A function that says whether what is known of a channel is so old. */
  #olderThan(spacing: number, now: number): (channelArn: string) => boolean {
    return (channelArn) => (this.known(channelArn)?.at ?? -Infinity) + spacing <= now;
  }

  /**
   * Asks for what the waiters watch.
   * @param isDue whether to ask for a single channel
   * @param lasting gets the failures that end watchers
   * @throws a failure that passes
   */
  async #askFor(
    waiters: Waiter[],
    begun: number,
    isDue: (channelArn: string) => boolean,
    signal: AbortSignal,
    lasting: Map<Waiter, unknown>,
  ): Promise<void> {
    if (channelsOf(waiters).size > MOST_SINGLE) {
      try {
        return await this.#list(begun, signal);
      } catch (error) {
        if (signal.aborted || isTransient(error)) throw error;
        for (const waiter of waiters) if (waiter.watcher.channelArns.length > MOST_SINGLE) lasting.set(waiter, error);
      }
    }
    // Who watches a channel or two may be allowed to ask for these only.
    const single = waiters.filter((waiter) => !lasting.has(waiter));
    let failure: { error: unknown } | undefined;
    for (const arn of channelsOf(single)) {
      if (!isDue(arn)) continue;
      try {
        await this.#get(arn, begun, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        if (isTransient(error)) failure = { error };
        else for (const waiter of single) if (waiter.watcher.channelArns.includes(arn)) lasting.set(waiter, error);
      }
    }
    if (failure) throw failure.error;
  }

  async #get(channelArn: string, at: number, signal: AbortSignal): Promise<void> {
    const last = this.known(channelArn)?.snapshot;
    let snapshot = OFFLINE;
    try {
      const send = (options: CallSignal) => this.#client.getStream({ channelArn }, options);
      snapshot = snapshotOf(readOutput(await this.rate.call(send, signal), "getStream").stream, last);
    } catch (error) {
      if (signal.aborted || !isNotBroadcasting(error)) throw error;
    }
    this.#known.set(channelArn, { snapshot, at });
  }

  /** Asks for all streams of the account in the region. Those on pages that came count also when a later page fails. */
  async #list(at: number, signal: AbortSignal): Promise<void> {
    const send = async (input: object) => {
      const call = (options: CallSignal) => this.#client.listStreams({ ...input, maxResults: 100 }, options);
      return readOutput(await this.rate.call(call, signal), "listStreams");
    };
    for await (const page of pageSequence(send, {}, undefined)) {
      for (const stream of objectsOf<StreamSummary>(page, "output", "streams")) {
        const { channelArn } = stream;
        if (!channelArn) continue;
        const last = this.#known.get(channelArn);
        const snapshot = snapshotOf(stream, last?.snapshot);
        // The list is not of one moment: a stream that ended between two pages may be there beside the one that followed.
        const isOlder = last?.at === at && (last.snapshot.startTime ?? 0) > (snapshot.startTime ?? 0);
        if (!isOlder) this.#known.set(channelArn, { snapshot, at });
      }
    }
    this.#listedAt = at;
    this.#forgetBefore(at);
  }

  #forgetBefore(time: number): void {
    for (const [arn, { at }] of this.#known) if (at < time) this.#known.delete(arn);
  }
}

function channelsOf(waiters: Waiter[]): Set<string> {
  return new Set(waiters.flatMap(({ watcher }) => watcher.channelArns));
}
