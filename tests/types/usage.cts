// The same package by `require`, as TypeScript resolves it for a CommonJS file.

import ivs = require("ivs-wasm");
import { type Channel, ChannelType, CreateChannelCommand } from "ivs-wasm";

export async function create(config: ivs.IvsClientConfig): Promise<Channel | undefined> {
  const client = new ivs.IvsClient(config);
  try {
    const { channel } = await client.send(new CreateChannelCommand({ type: ChannelType.STANDARD }));
    return channel;
  } catch (error) {
    if (error instanceof client.exceptions.ConflictException) return undefined;
    throw error;
  }
}
