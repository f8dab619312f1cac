// The `Ivs` of `@aws-sdk/client-ivs` is a client of workflows and batches, checked by the compiler and never run.

import { Ivs, IvsClient } from "@aws-sdk/client-ivs";
import { channelLoader, getChannels, getStreamKeys, streamKeyLoader } from "ivs-wasm/batch";
import { deleteLiveChannel, deleteRecordingConfiguration, endStream, resetStreamKey, revokeViewers } from "ivs-wasm/workflows";

export async function all(channelArn: string, arn: string) {
  const ivs = new Ivs({});
  const { value } = await resetStreamKey(ivs, { channelArn });
  const secret: string = value;
  await endStream(ivs, { channelArn });
  await deleteLiveChannel(ivs, { channelArn });
  await deleteRecordingConfiguration(ivs, { arn, detach: true });
  await revokeViewers(ivs, [{ channelArn, viewerId: "a" }]);
  await getChannels(ivs, [channelArn]);
  await getStreamKeys(ivs, [arn]);
  await channelLoader(ivs)(channelArn);
  await streamKeyLoader(ivs)(arn);
  // @ts-expect-error it has no methods but `send`
  await endStream(new IvsClient({}), { channelArn });
  return secret;
}
