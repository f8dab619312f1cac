// AWS's SDK as the client of `ivs-wasm/watch`, checked by the compiler and never run.

import { Ivs, IvsClient } from "@aws-sdk/client-ivs";
import { getStreamOrNull, isLive, watchSession, watchStream } from "ivs-wasm/watch";

const channelArn = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";

export async function watch(signal: AbortSignal) {
  const ivs = new Ivs({});
  for await (const { viewerCount } of watchStream(ivs, { channelArn }, { signal })) if (viewerCount) break;
  for await (const { eventTime } of watchSession(ivs, { channelArn })) eventTime?.getTime();
  // @ts-expect-error it has only `send`
  watchStream(new IvsClient({}), { channelArn });
  // @ts-expect-error it has only `send`
  watchSession(new IvsClient({}), { channelArn });
  return [await getStreamOrNull(ivs, { channelArn }), await isLive(ivs, { channelArn })];
}
