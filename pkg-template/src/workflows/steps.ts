// Steps that several workflows have.
import type { StreamKeySummary } from "../ivs/structures.js";
import { isNamed } from "../named-error.js";
import type { Run } from "./run.js";

/** Deletes the stream keys of a channel, so that no encoder can connect any more; returns those that there were. */
export async function deleteStreamKeys(run: Run, channelArn: string): Promise<StreamKeySummary[]> {
  const keys = await run.list<StreamKeySummary>("listStreamKeys", { channelArn }, "streamKeys");
  for (const { arn } of keys) {
    if (arn) await run.change("deleteStreamKey", arn, { arn }, "ResourceNotFoundException");
  }
  return keys;
}

/** Stops the stream of a channel until the channel is offline. */
export async function stopStream(run: Run, channelArn: string): Promise<void> {
  let changed = false;
  for (;;) {
    try {
      await run.call("stopStream", { channelArn });
      changed = true;
    } catch (error) {
      // What cannot be reached for the moment is tried again.
      if (!isNamed(error, "ChannelNotBroadcasting", "StreamUnavailable")) throw error;
    }
    // An encoder that was connecting may come on air only now.
    if (await isOffline(run, channelArn)) break;
    await run.pause("getStream", "the stream did not end");
  }
  run.finished("stopStream", channelArn, changed);
}

async function isOffline(run: Run, channelArn: string): Promise<boolean> {
  try {
    const { stream } = await run.call("getStream", { channelArn });
    return stream?.state === "OFFLINE";
  } catch (error) {
    if (isNamed(error, "ChannelNotBroadcasting")) return true;
    if (isNamed(error, "StreamUnavailable")) return false;
    throw error;
  }
}
