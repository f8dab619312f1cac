// What users of `ivs-wasm/watch` write, checked by the compiler and never run.

import { Ivs, IvsClient, type Stream, type StreamEvent, StreamHealth } from "ivs-wasm";
import {
  type ChangedMember,
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

export async function once(signal: AbortSignal) {
  const stream = await getStreamOrNull(ivs, { channelArn }, { abortSignal: signal });
  same<typeof stream, Stream | null>(true);
  same<Awaited<ReturnType<typeof isLive>>, boolean>(true);
  return isLive(ivs, { channelArn });
}
