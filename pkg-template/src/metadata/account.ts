// What all streams of one client have in common: the rates of the account.
import { onAbort } from "../call/abort.js";
import { CallWindow } from "../call-window.js";
import { Clock } from "../clock.js";
import { Channel } from "./channel.js";
import { Pause } from "./pause.js";
import type { MetadataClient } from "./stream.js";

/** Calls of PutMetadata that an account makes in a second: https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html */
const ACCOUNT_RATE = 155;

/** Milliseconds from one GetStream to the next: an account makes 5 in a second, of which others need some. */
const POLL_GAP = 1000;

/** What throttling slows down to at the least: where there are few calls, it is others who make too many. */
const LEAST_RATE = 20;

const SECOND = 1000;

interface Waiting {
  resolve(isAdmitted: boolean): void;
}

const accounts = /* @__PURE__ */ new WeakMap<object, Account>();

export function accountOf(client: MetadataClient): Account {
  const account = accounts.get(client) ?? new Account(client);
  accounts.set(client, account);
  return account;
}

export class Account {
  readonly client: MetadataClient;
  /** Of all that is waited for by streams of the client. */
  readonly clock = new Clock();
  readonly #window = new CallWindow(ACCOUNT_RATE, this.clock);
  readonly #channels = new Map<string, Channel>();
  readonly #throttled = new Pause(this.clock);
  readonly #raised = new Pause(this.clock);
  readonly #polled = new Pause(this.clock);
  #queue: Waiting[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: MetadataClient) {
    this.client = client;
  }

  /** The one that has all calls for a channel. */
  channel(arn: string): Channel {
    const known = this.#channels.get(arn);
    if (known) return known;
    for (const [arn, { isIdle }] of this.#channels) if (isIdle) this.#channels.delete(arn);
    const channel = new Channel(arn, this);
    this.#channels.set(arn, channel);
    return channel;
  }

  /** Waits until a call may be made, in turn; resolves to `false` if the signal is aborted first. */
  admit(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(false);
      const waiting = {
        resolve(isAdmitted: boolean) {
          unsubscribe();
          resolve(isAdmitted);
        },
      };
      const unsubscribe = onAbort(signal, () => {
        this.#queue = this.#queue.filter((other) => other !== waiting);
        waiting.resolve(false);
      });
      this.#queue.push(waiting);
      this.#admit();
    });
  }

  /** One that was admitted has ended: so many calls were made of it. */
  ended(made: number): void {
    this.#window.end(made);
    this.#recover();
    this.#admit();
  }

  /** The service was called too often, by these streams or by others: all of them slow down. */
  throttled(): void {
    if (this.#throttled.left > 0) return;
    this.#window.limit = Math.max(LEAST_RATE, this.#window.recent >> 1);
    this.#throttled.begin(SECOND * (1 + Math.random()));
    this.#raised.begin(3 * SECOND);
  }

  /** Milliseconds until a channel may be asked whether it is live. */
  get untilPoll(): number {
    return this.#polled.left;
  }

  /** A channel is asked. */
  polls(): void {
    this.#polled.begin(POLL_GAP);
  }

  /** Comes back to the full rate, a quarter more each second. */
  #recover(): void {
    if (this.#raised.left > 0 || this.#window.limit === ACCOUNT_RATE) return;
    this.#window.limit = Math.min(ACCOUNT_RATE, Math.ceil(this.#window.limit * 1.25));
    this.#raised.begin(SECOND);
  }

  #admit(): void {
    clearTimeout(this.#timer);
    for (let first = this.#queue[0]; first; first = this.#queue[0]) {
      const wait = Math.max(this.#throttled.left, this.#window.wait);
      if (wait > 0) {
        // Where a call has to end first, that goes on here.
        if (wait < Infinity) this.#admitAfter(wait);
        return;
      }
      this.#queue.shift();
      this.#window.begin();
      first.resolve(true);
    }
  }

  #admitAfter(wait: number): void {
    const until = this.clock.now() + wait;
    this.#timer = setTimeout(() => {
      this.clock.reached(until);
      this.#admit();
    }, wait);
  }
}
