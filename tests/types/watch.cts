// The same subpath by `require`, as TypeScript resolves it for a CommonJS file.

import ivs = require("ivs-wasm");
import watch = require("ivs-wasm/watch");

export async function firstState(channelArn: string): Promise<watch.StreamChange["state"] | undefined> {
  for await (const { state } of watch.watchStream(new ivs.IvsClient(), { channelArn })) return state;
  return undefined;
}
