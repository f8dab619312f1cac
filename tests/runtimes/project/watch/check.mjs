// @ts-check
// What every runtime does with `ivs-wasm/watch`, by a client of its own making. Nothing is imported, so that it runs anywhere.

const ARNS = ["A", "B", "C"].map((name) => `arn:aws:ivs:us-west-2:123456789012:channel/${name}`);
const [A] = ARNS;

/** @param {any} subpath what it exports */
export async function check({ watchStream, watchSession, isLive, ParamValidationError }) {
  /** @type {any[]} */
  const live = [{ channelArn: A, streamId: "st-1", state: "LIVE", health: "HEALTHY", viewerCount: 1, startTime: new Date(0) }];
  let calls = 0;
  const client = {
    getStream: async () => {
      calls++;
      throw Object.assign(new Error("not online"), { name: "ChannelNotBroadcasting" });
    },
    listStreams: async () => {
      calls++;
      return { streams: live.map((stream) => ({ ...stream })) };
    },
    getStreamSession: async () => ({ streamSession: { endTime: new Date(0), truncatedEvents: [{ name: "Two" }, { name: "One" }] } }),
  };
  const items = [];
  for await (const { channelArn, state, viewerCount, changed } of watchStream(client, { channelArns: ARNS }, { interval: 1000 })) {
    items.push([ARNS.indexOf(channelArn), state, viewerCount ?? null, changed]);
    if (items.length === 3) Object.assign(live[0], { viewerCount: 2 });
    if (items.length === 4) break;
  }
  const events = [];
  for await (const { name } of watchSession(client, { channelArn: A })) events.push(name);

  const controller = new AbortController();
  const iterator = watchStream(client, { channelArn: A }, { signal: controller.signal })[Symbol.asyncIterator]();
  const aborted = iterator.next().then(() => iterator.next()).catch((/** @type {unknown} */ reason) => reason);
  setTimeout(() => controller.abort("enough"), 100);
  const left = watchStream(client, { channelArn: A })[Symbol.asyncIterator]();
  const waiting = left.next().then(() => left.next());
  setTimeout(() => left.return(), 100);
  let refused;
  try {
    watchStream(client, { channelArns: [] });
  } catch (error) {
    refused = error instanceof ParamValidationError;
  }
  return { items, events, aborted: await aborted, left: (await waiting).done, live: await isLive(client, { channelArn: A }), refused, calls };
}
