import type { CallOptions } from "../call/caller.js";
import type { GetStreamCommandInput } from "../ivs/commands.js";
import type { Stream } from "../ivs/structures.js";
import { isNotBroadcasting } from "./failures.js";
import { readClient } from "./read-input.js";
import { isObject, readOutput } from "./read-output.js";
import type { CallSignal, GetStreamClient } from "./watch-options.js";

/**
 * A channel's stream, or `null` while it has none, for which `GetStream` fails with `ChannelNotBroadcasting`.
 *
 * @param client an `IvsClient`, or whatever has its method `getStream`
 * @param options of the call
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_GetStream.html
 * @throws all other errors of the call, such as `ResourceNotFoundException` for a channel that does not exist
 */
export async function getStreamOrNull(
  client: GetStreamClient,
  input: GetStreamCommandInput,
  options?: CallOptions,
): Promise<Stream | null> {
  try {
    const given = readClient<GetStreamClient>(client, ["getStream"]);
    const output = await given.getStream(input as { channelArn: string }, options as CallSignal | undefined);
    const { stream } = readOutput(output, "getStream");
    return isObject(stream) && stream.state !== "OFFLINE" ? stream : null;
  } catch (error) {
    if (isNotBroadcasting(error)) return null;
    throw error;
  }
}

/**
 * Whether a channel has a stream now.
 *
 * @param client an `IvsClient`, or whatever has its method `getStream`
 * @param options of the call
 * @throws as {@link getStreamOrNull}: a failure is not taken for "no"
 */
export async function isLive(
  client: GetStreamClient,
  input: GetStreamCommandInput,
  options?: CallOptions,
): Promise<boolean> {
  return (await getStreamOrNull(client, input, options)) !== null;
}
