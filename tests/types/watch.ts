// What users of `ivs-wasm/watch` write, checked by the compiler and never run.

import { Ivs, IvsClient, type Stream, type StreamEvent, StreamHealth } from "ivs-wasm";
import {
  type ChangedMember,
  type GetStreamClient,
  getStreamOrNull,
  isLive,
  type SessionClient,
  type StreamChange,
  type StreamClient,
  type WatchOptions,
  type WatchSessionInput,
  type WatchStreamInput,
  watchSession,
  watchStream,
} from "ivs-wasm/watch";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const ivs = new IvsClient({ region: "us-west-2" });
const channelArn = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";

export async function streams(signal: AbortSignal, given: readonly string[], client: StreamClient) {
  const options: WatchOptions = { interval: 5000, signal };
  for await (const change of watchStream(ivs, { channelArn }, options)) {
    same<typeof change, StreamChange>(true);
    same<typeof change.state, "LIVE" | "OFFLINE">(true);
    same<typeof change.viewerCount, number | undefined>(true);
    same<typeof change.startTime, Date | undefined>(true);
    same<typeof change.changed, ChangedMember[]>(true);
    if (change.health === StreamHealth.STARVING) return;
  }
  const input: WatchStreamInput = { channelArns: given };
  const iterables: AsyncIterable<StreamChange>[] = [
    watchStream(client, input),
    watchStream(new Ivs({}), { channelArns: given }, {}),
    watchStream(ivs, { channelArn }, { signal: { aborted: false, onabort: null } }),
    watchStream({ getStream: async () => ({ $metadata: {} }), listStreams: async () => ({ streams: [], $metadata: {} }) }, { channelArn }),
  ];
  // @ts-expect-error one or several
  watchStream(ivs, { channelArn, channelArns: given });
  // @ts-expect-error neither
  watchStream(ivs, {});
  // @ts-expect-error the option is called `signal`
  watchStream(ivs, { channelArn }, { abortSignal: signal });
  // @ts-expect-error no client
  watchStream({}, { channelArn });
  return iterables;
}

export async function session(client: SessionClient, input: WatchSessionInput) {
  for await (const event of watchSession(ivs, { channelArn, streamId: "st-1AbCdEfGhIjKlMnOpQrStUv" }, { interval: 1000 })) {
    same<typeof event, StreamEvent>(true);
  }
  // @ts-expect-error a session is of one channel
  watchSession(ivs, { channelArns: [channelArn] });
  return watchSession(client, input);
}

/** The methods as AWS's SDK declares them: overloads with callbacks, options of its own. */
interface Overloaded<Input, Output> {
  (args: Input, options?: { abortSignal?: AbortSignal | { readonly aborted: boolean; onabort: (() => void) | null }; requestTimeout?: number }): Promise<Output & { $metadata: { attempts?: number | undefined } }>;
  (args: Input, cb: (err: unknown, data?: Output) => void): void;
}

export function clients(
  sdk: {
    getStream: Overloaded<{ channelArn: string | undefined }, { stream?: Stream | undefined }>;
    listStreams: Overloaded<{ maxResults?: number | undefined; nextToken?: string | undefined }, { streams: { channelArn?: string | undefined }[] | undefined; nextToken?: string | undefined }>;
    getStreamSession: Overloaded<{ channelArn: string | undefined; streamId?: string | undefined }, { streamSession?: { truncatedEvents?: StreamEvent[] | undefined } | undefined }>;
  },
  own: GetStreamClient,
) {
  // @ts-expect-error only `send`
  watchStream({ send: async () => ({}) }, { channelArn });
  // @ts-expect-error no `listStreams`
  watchStream(own, { channelArn });
  // @ts-expect-error no list
  watchStream({ ...own, listStreams: async () => ({ streams: 5 }) }, { channelArn });
  return [watchStream(sdk, { channelArn }), watchSession(sdk, { channelArn }), watchSession(new Ivs({}), { channelArn }), isLive(sdk, { channelArn }), isLive(own, { channelArn })];
}

export async function once(signal: AbortSignal) {
  const stream = await getStreamOrNull(ivs, { channelArn }, { abortSignal: signal });
  same<typeof stream, Stream | null>(true);
  same<Awaited<ReturnType<typeof isLive>>, boolean>(true);
  return isLive(ivs, { channelArn });
}
