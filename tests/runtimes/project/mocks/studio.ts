// What the tests beside it are about.
import { type ChannelSummary, GetChannelCommand, type IvsClient, ListChannelsCommand, ResourceNotFoundException } from "ivs-wasm";

/** All channels, by tokens. */
export async function list(client: IvsClient): Promise<ChannelSummary[]> {
  const channels: ChannelSummary[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(new ListChannelsCommand({ nextToken }));
    channels.push(...(page.channels ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return channels;
}

/** The name of a channel, or nothing if there is no such channel. */
export async function nameOf(client: IvsClient, arn: string): Promise<string | undefined> {
  try {
    const { channel } = await client.send(new GetChannelCommand({ arn }));
    return channel?.name;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
