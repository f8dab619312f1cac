// @ts-check
// An account whose channels are watched: a `fetch` that answers as IVS does, and time that passes when a test says so.

import { IvsClient } from "ivs-wasm";
import { OFFLINE } from "./wire.mjs";

/** @param {number | string} name */
export const arn = (name) => `arn:aws:ivs:us-west-2:123456789012:channel/Channel${name}`;

/** @typedef {{ streamId: string, health: string, viewerCount: number, startTime: string, state: string }} Live */
/** @typedef {{ operation: string, at: number, input: any }} Call */

let streams = 0;

/** @param {unknown} body @param {number} [status] @param {Record<string, string>} [headers] */
export const answer = (body, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });

/** An error of the service. @param {string} name @param {number} status */
export const failure = (name, status) => answer({ message: name }, status, { "x-amzn-errortype": name });

export class Account {
  /** @type {Map<string, Live>} */
  live = new Map();
  /** @type {Call[]} */
  calls = [];
  /** Sessions by stream. @type {Map<string, any>} */
  sessions = new Map();
  /** How many calls are in progress, and were at most. */
  inProgress = 0;
  most = 0;
  /** Milliseconds that an answer takes. */
  latency = 0;
  /** What is answered instead, if anything. @type {(call: Call) => Response | Promise<Response> | undefined} */
  fault = () => undefined;

  /** @param {object} [config] */
  client(config = {}) {
    return new IvsClient({ ...OFFLINE, fetch: this.fetch, ...config });
  }

  /** @param {any} url @param {any} init */
  fetch = async (url, init) => {
    const call = { operation: new URL(url).pathname.slice(1), at: Date.now(), input: JSON.parse(init.body) };
    this.calls.push(call);
    this.most = Math.max(this.most, ++this.inProgress);
    try {
      if (this.latency) {
        await new Promise((resolve, reject) => {
          const timer = setTimeout(() => resolve(undefined), this.latency);
          init.signal?.addEventListener("abort", () => {
            clearTimeout(timer);
            reject(init.signal.reason);
          });
        });
      }
      return (await this.fault(call)) ?? this.#answer(call);
    } finally {
      this.inProgress--;
    }
  };

  /** @param {Call} call */
  #answer({ operation, input }) {
    if (operation === "ListStreams") {
      const first = Number(input.nextToken ?? 0);
      const size = input.maxResults ?? 100;
      const all = [...this.live].map(([channelArn, stream]) => ({ channelArn, ...stream }));
      const nextToken = first + size < all.length ? { nextToken: String(first + size) } : {};
      return answer({ streams: all.slice(first, first + size), ...nextToken });
    }
    if (operation === "GetStreamSession") {
      const session = this.sessions.get(input.streamId ?? [...this.sessions.keys()].at(-1));
      return session ? answer({ streamSession: session }) : failure("ResourceNotFoundException", 404);
    }
    const stream = this.live.get(input.channelArn);
    if (!stream) return failure("ChannelNotBroadcasting", 404);
    return answer({ stream: { channelArn: input.channelArn, playbackUrl: "https://example.com/a.m3u8", ...stream } });
  }

  /** @param {string} channelArn @param {Partial<Live>} [more] */
  start(channelArn, more) {
    const streamId = `st-${String(++streams).padStart(23, "0")}`;
    this.live.set(channelArn, { streamId, state: "LIVE", health: "HEALTHY", viewerCount: 0, startTime: new Date().toISOString(), ...more });
    return streamId;
  }

  /** @param {string} channelArn @param {Partial<Live>} more */
  change(channelArn, more) {
    this.live.set(channelArn, { .../** @type {Live} */ (this.live.get(channelArn)), ...more });
  }

  /** @param {string} channelArn */
  stop(channelArn) {
    this.live.delete(channelArn);
  }

  /** @param {string} operation */
  count = (operation) => this.calls.filter((call) => call.operation === operation).length;
}

/** What a program does at once. */
export async function turns(count = 12) {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Takes timers and the clock away. What is returned lets time pass.
 *
 * @param {import("node:test").TestContext} context
 */
export function virtualTime({ mock }) {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.parse("2026-11-28T10:00:00Z") });
  /** @param {number} milliseconds @param {number} [step] */
  return async (milliseconds, step = 100) => {
    await turns();
    for (let left = milliseconds; left > 0; left -= step) {
      mock.timers.tick(Math.min(step, left));
      await turns();
    }
  };
}

/**
 * Takes all items, with the time at which each came.
 *
 * @template Item
 * @param {AsyncIterable<Item>} iterable
 */
export function collect(iterable) {
  const iterator = iterable[Symbol.asyncIterator]();
  /** @type {(Item & { came: number })[]} */
  const items = [];
  const collected = { items, error: /** @type {any} */ (undefined), isDone: false, stop: () => iterator.return?.(), done: Promise.resolve() };
  collected.done = (async () => {
    try {
      for (let result = await iterator.next(); !result.done; result = await iterator.next()) items.push({ ...result.value, came: Date.now() });
      collected.isDone = true;
    } catch (error) {
      collected.error = error;
    }
  })();
  return collected;
}

/** The listeners that are on a signal now. @param {AbortSignal} signal */
export function listenersOf(signal) {
  let count = 0;
  const { addEventListener, removeEventListener } = signal;
  Object.assign(signal, {
    addEventListener: (/** @type {any[]} */ ...given) => (count++, addEventListener.apply(signal, /** @type {any} */ (given))),
    removeEventListener: (/** @type {any[]} */ ...given) => (count--, removeEventListener.apply(signal, /** @type {any} */ (given))),
  });
  return () => count;
}

// The wasm is compiled before a test takes time away.
await new Account().client().listStreams({});
